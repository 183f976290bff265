import CasusCore
import Language
import WhosWho

/// Finds the state in which a text is at home: whose organs it names without saying whose they are ("the interior ministry", "police").
///
/// A text that tells as much of another state has no home, and one of a few sentences neither.
struct HomeState {
    let page: Page
    /// How often the names and persons of each state are named.
    let counts: [String: Int]

    /// The state of the datelines, where there is but one.
    var ofDateline: String? {
        var codes: Set<String> = []
        for sentence in page.analysis.sentences where sentence.kind == .dateline {
            for token in sentence.tokens {
                guard let mention = page.mentions[token], mention.tokens.lowerBound == token else { continue }
                codes.formUnion(states(of: mention))
            }
        }
        for sentence in page.analysis.sentences {
            if let mention = page.isPlaceOfReport(sentence) { codes.formUnion(states(of: mention)) }
        }
        return codes.count == 1 ? codes.first : nil
    }

    /// Where a heading that is nothing but a state's name opens a part of a text, the state of the part; nil where other headings do.
    func sections() -> [(start: Int, code: String?)] {
        var found: [(start: Int, code: String?)] = []
        for sentence in page.analysis.sentences where sentence.kind == .headline {
            let tokens = sentence.tokens
            let mention = page.mentions[tokens.lowerBound].flatMap { $0.tokens == tokens ? $0 : nil }
            let codes = mention.map { Set($0.candidates.filter(\.isStateName).map(\.id)) } ?? []
            found.append((tokens.lowerBound, codes.count == 1 ? codes.first : nil))
        }
        return found.contains { $0.code != nil } ? found : []
    }

    func find(_ dateline: String?, _ holders: (all: Set<String>, granted: Set<String>)) -> String? {
        guard page.analysis.sentences.count > 4 else { return nil }
        let most = counts.values.max() ?? 0
        if let dateline, let own = counts[dateline], own == most, own > 1 { return dateline }
        if holders.all.count == 1, let code = holders.all.first, dateline == nil || dateline == code,
            holders.granted.contains(code) || counts[code] == most && most * 2 >= counts.values.reduce(0, +)
        {
            return code
        }
        return dateline == nil ? main() : nil
    }

    /// The state that nearly all names are of, or three times as many as of any other, those of organs, towns and provinces included.
    private func main() -> String? {
        var all: [String: Int] = [:]
        var sum = 0
        for mention in page.mentions.names {
            let codes = states(of: mention)
            guard codes.count == 1, let code = codes.first else { continue }
            all[code, default: 0] += 1
            sum += 1
        }
        guard let top = all.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), top.value > 3,
            counts[top.key] ?? 0 > 1
        else { return nil }
        let second = all.filter { $0.key != top.key }.values.max() ?? 0
        return top.value * 5 >= sum * 4 || top.value > 5 && top.value >= second * 3 ? top.key : nil
    }

    /// The states that a name can be of; none for a name that is of no state.
    private func states(of mention: NameMention) -> Set<String> {
        let named = Set(mention.candidates.filter(\.isState).map(\.id))
        if !named.isEmpty { return named }
        return Set(mention.candidates.compactMap { $0.isOutlet ? nil : $0.state }.filter { !$0.isEmpty })
    }
}

extension Page {
    /// "RIYADH: The king received ...": the place in capitals before a colon from which a newspaper has a report.
    func isPlaceOfReport(_ sentence: Sentence) -> NameMention? {
        let first = sentence.tokens.lowerBound
        guard sentence.kind == .prose, let mention = mentions[first], mention.tokens.lowerBound == first,
            mention.tokens.upperBound + 3 < sentence.tokens.upperBound, word(mention.tokens.upperBound) == ":",
            mention.candidates.contains(where: { $0.isState || $0.isPlace }), !mention.candidates.contains(where: \.isPerson),
            mention.tokens.allSatisfy({ word($0).count > 2 && word($0) == word($0).uppercased() })
        else { return nil }
        return mention
    }
}

extension Referents {
    /// The states of the leaders and ministers whom a text names with their titles and without their states: "Prime Minister Ana Gomes".
    ///
    /// Those of which a text has not spoken before it does so come in `granted`.
    func statesOfBareTitles() -> (all: Set<String>, granted: Set<String>) {
        var codes: Set<String> = []
        var granted: Set<String> = []
        var named: Set<String> = []
        for mention in page.mentions.names {
            if !mention.candidates.contains(where: \.isPerson) { named.formUnion(mention.candidates.filter(\.isState).map(\.id)) }
            guard mention.candidates.contains(where: \.isPerson), let code = stateOfBareTitle(mention) else { continue }
            codes.insert(code)
            if !named.contains(code) { granted.insert(code) }
        }
        return (codes, granted)
    }

    /// The state of a person whom the text names with his title and without his state.
    private func stateOfBareTitle(_ mention: NameMention) -> String? {
        guard let title = page.exactChild(mention.top, .nmodDesc), let office = officeInFront(mention.top), Self.offices.contains(office),
            stateModifying(title) == nil, stateModifying(mention.top) == nil, organisationModifying(title) == nil
        else { return nil }
        return stateCode(of: mention)
    }

    /// The state of an organ, force or office that is named without one, in a text that is at home in a state; nil where the text has just told
    /// what another state did, or where the words place it elsewhere.
    func stateAtHome(_ token: Int, sector: String) -> String? {
        guard let home = home(at: token), Self.ofState.contains(sector), !page.lexicon.isOfClass(page.lemma(token).inLowerCase, "traveller")
        else {
            return nil
        }
        // Who keeps a peace is there from abroad.
        if page.isOne(token, of: "peacekeeper") { return nil }
        // "Many leaders", "the parties to the deal": of many states, or of none.
        if page.tokens[token].xpos == .nns, page.isOne(token, of: "anywhere") { return nil }
        for child in page.all(token) where page.dates[child] == nil {
            switch page.universal(child) {
            case .det where !["the", "all", "no"].contains(page.lower(child)): return nil
            case .amod, .compound, .nmod, .flat:
                if page.mentions[child] != nil || page.belongs(child, to: "elsewhere") || page.relation(child) == .nmodPoss { return nil }
                // "the Minister of Labour": what he governs.
                let isField = page.marker(child) == "of" && page.belongs(token, to: "department")
                if page.universal(child) == .nmod, page.relation(child) != .nmodDesc, !isField { return nil }
            case .appos where page.tokens[child].upos != .propn: return nil
            case .acl: return nil
            default: continue
            }
        }
        let sentence = page.sentence(token)
        for reach in 0...1 where sentence - reach >= 0 {
            guard let subject = mainSubject(of: sentence - reach), subject < token else { continue }
            let codes = statesOfSubject(subject)
            if codes.isEmpty { continue }
            guard codes.contains(home) else { return nil }
            break
        }
        return isAbroad(sentence, from: home) ? nil : home
    }

    /// The state in which the part of the text is at home that a token stands in.
    private func home(at token: Int) -> String? {
        sections.isEmpty ? home : sections.last { $0.start <= token }?.code
    }

    /// Whether a sentence is set in a place of another state than the text's own.
    private func isAbroad(_ sentence: Int, from home: String) -> Bool {
        for token in page.analysis.sentences[sentence].tokens {
            guard let mention = page.mentions[token], mention.top == token, isLocation(token) else { continue }
            let codes = Set(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil }.filter { !$0.isEmpty })
            if !codes.isEmpty, !codes.contains(home) { return true }
        }
        return false
    }

    /// "Foreign Minister Ana Gomes": an office of state of which is not said whose it is, in a text at home in a state, or of the state that the
    /// dateline and the sentence before name.
    func stateOfOffice(_ token: Int, _ title: Title) -> String? {
        let isSpokesman = title.office == "spokesperson"
        guard Self.offices.contains(title.office) || isSpokesman && page.all(token).contains(where: { page.tokens[$0].upos == .adj }) else {
            return nil
        }
        // "ECOWAS Commissioner Ana Gomes" is not of the state whose act was told before.
        let first = page.phrase(token).lowerBound
        if first > page.sentenceTokens(token).lowerBound, page.mentions[first - 1] != nil { return nil }
        if let code = stateAtHome(token, sector: title.sector) { return code }
        if let code = stateOfParagraph(token) { return code }
        guard let dateline, !page.all(token).contains(where: { page.mentions[$0] != nil && page.universal($0) != .flat }) else {
            return nil
        }
        let sentence = page.sentence(token)
        for reach in 0...1 where sentence - reach >= 0 {
            guard let subject = mainSubject(of: sentence - reach), subject < token else { continue }
            let codes = statesOfSubject(subject)
            if !codes.isEmpty { return codes == [dateline] ? dateline : nil }
        }
        return nil
    }

    /// "China voiced its support, according to Foreign Ministry spokesman Ana Gomes": an organ without a state, for which somebody speaks, is
    /// of the state whose act the sentence tells, or the paragraph.
    func stateOfSpokesman(_ token: Int) -> String? {
        if let code = stateAtHome(token, sector: "GOV") { return code }
        if let subject = mainSubject(of: page.sentence(token)), subject < token, page.mentions[subject] != nil {
            let codes = Set(statesOfSubject(subject))
            if codes.count == 1 { return codes.first }
        }
        return stateOfParagraph(token)
    }

    /// "Chad rejected the protest. “We will not wait,” Oil Minister Ana Gomes said": the state whose act the same paragraph has just told, and
    /// which no other state is named behind.
    private func stateOfParagraph(_ token: Int) -> String? {
        let sentence = page.sentence(token)
        if let code = onlyState(before: token) { return code }
        guard sentence > 0, page.analysis.sentences[sentence - 1].paragraph == page.analysis.sentences[sentence].paragraph,
            !page.all(token).contains(where: { page.mentions[$0] != nil && page.universal($0) != .flat }),
            let subject = mainSubject(of: sentence - 1), page.mentions[subject] != nil
        else { return nil }
        let codes = Set(statesOfSubject(subject))
        guard codes.count == 1, let code = codes.first else { return nil }
        let other = states.contains { $0.token > subject && $0.token < token && $0.code != code }
        return other ? nil : code
    }

    /// "Chad will not accept the terms, Foreign Minister Ana Gomes said": the subject of what he says, where the paragraph names no other state.
    private func onlyState(before token: Int) -> String? {
        let sentence = page.analysis.sentences[page.sentence(token)]
        let named = states.filter { entry in
            entry.token < token && page.analysis.sentences[page.sentence(entry.token)].paragraph == sentence.paragraph
        }
        guard let first = named.first, named.allSatisfy({ $0.code == first.code }),
            named.contains(where: { sentence.tokens.contains($0.token) && page.relation($0.token) == .nsubj })
        else { return nil }
        return first.code
    }

    /// "a terminal in Odesa, according to the regional governor": the state of the places that the sentence names, of those who govern there.
    func stateOfLocality(_ token: Int, office: String? = nil) -> String? {
        let isLocal = page.all(token).contains { page.belongs($0, to: "local") } || office == "governor" || office == "mayor"
        guard isLocal,
            !page.all(token).contains(where: { page.mentions[$0] != nil && page.universal($0) != .flat && page.universal($0) != .appos })
        else { return nil }
        var codes: Set<String> = []
        for other in page.sentenceTokens(token) {
            guard let mention = page.mentions[other], mention.top == other, !mention.candidates.contains(where: \.isPerson),
                mention.candidates.contains(where: \.isPlace), isLocation(other)
            else { continue }
            codes.formUnion(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil }.filter { !$0.isEmpty })
        }
        guard codes.count == 1, let code = codes.first, page.who.state(code) != nil else { return nil }
        return code
    }

    /// Sectors whose bodies and people are of a state.
    private static let ofState: Set<String> = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY"]

    /// Offices of a state or a part of it, which no club, firm or body of nations has.
    private static let offices: Set<String> = [
        "head-of-state", "monarch", "supreme-leader", "head-of-government", "foreign-minister", "defence-minister", "interior-minister",
        "finance-minister", "minister", "deputy-head", "speaker", "governor", "military-chief", "prosecutor", "legislator", "official",
        "party-leader",
    ]
}
