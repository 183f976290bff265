import CasusCore
import Language
import WhosWho

/// Reads instruments: who promised what to whom, how far it has come, what it covers and replaces.
struct AgreementReader {
    let page: Page
    var referents: Referents
    private(set) var drafts: [Draft] = []
    /// The tokens read as instruments and the words that say where they stand: they state no event besides.
    private(set) var taken: Set<Int> = []
    private var instruments: [Instrument] = []

    /// One instrument of the document, over all its mentions.
    private struct Instrument {
        /// The words that tell it apart: names and years.
        var marks: Set<String>
        var parties: [Actor]
        var stage: Stage?
        var status: Status
        var drafts: [Int]
        var isPlural = false
    }

    init(page: Page, referents: Referents) {
        self.page = page
        self.referents = referents
    }

    mutating func read() {
        for token in page.tokens.indices {
            if isInstrument(token) { read(token) } else if isPronoun(token) { readPronoun(token) }
        }
        promises()
        gather()
    }

    func isInstrument(_ token: Int) -> Bool {
        guard page.tokens[token].upos == .noun || page.tokens[token].upos == .propn else { return false }
        // "partnership agreement": the last noun is the instrument, the others tell which.
        if [.compound, .amod, .flat].contains(page.universal(token)), let up = page.head(token), kind(up) != nil { return false }
        guard let kind = kind(token), !isReplaced(token) else { return false }
        return kind != "not" && kind != "contract"
    }

    /// "to replace previous deals": the old ones are terms of the new one.
    private func isReplaced(_ token: Int) -> Bool {
        var at = page.firstConjunct(token)
        if page.universal(at) == .appos, let up = page.head(at) { at = page.firstConjunct(up) }
        guard let verb = page.head(at), ["replace", "supersede", "supplant"].contains(page.lemma(verb)) else { return false }
        return page.universal(at) == .obj
    }

    private func isPronoun(_ token: Int) -> Bool {
        if ["text", "document"].contains(page.lower(token)) { return page.children(token, .det).contains { page.lower($0) == "the" } }
        return ["it", "them"].contains(page.lower(token)) && page.tokens[token].upos == .pron
    }

    /// "The two presidents extended it in 2021": the instrument of the sentence before, or of this one.
    private mutating func readPronoun(_ token: Int) {
        guard let known = instruments.indices.last, let verb = page.head(token), page.isVerbal(verb),
            let last = instruments[known].drafts.last,
            page.sentence(token) - page.sentence(drafts[last].token) <= (page.tokens[token].upos == .pron ? 1 : 3)
        else { return }
        let position =
            page.universal(token) == .obj || page.relation(token) == .nsubjPass ? "obj" : page.universal(token) == .nsubj ? "subj" : ""
        var terms = Terms()
        if position == "subj" { terms = TermsReader(page: page).terms(of: token) }
        let found = stage(of: verb, position: position).map { standing($0, word: verb) }
        guard found != nil || !terms.isEmpty else { return }
        let stage = found?.stage ?? instruments[known].stage
        let status = found?.status ?? instruments[known].status
        let range = page.clause(verb)
        var agreement = Agreement(
            origin: page.origin(range, rule: found == nil ? "terms" : "stage:" + page.lemma(verb), confidence: 0.65),
            name: page.word(token),
            parties: instruments[known].parties, stage: stage, status: status)
        if let name = drafts[last].agreement?.name { agreement.name = name }
        (agreement.duties, agreement.spheres, agreement.replaces) = (terms.duties, terms.spheres, terms.replaces)
        taken.formUnion([token, verb])
        instruments[known].drafts.append(drafts.count)
        drafts.append(Draft(statement: .agreement(agreement), token: found == nil ? token : verb, range: range))
    }

    private func kind(_ token: Int) -> String? {
        // A name in capitals (New START) is no common noun (a new start).
        guard let rows = page.lexicon.instruments[page.word(token)] ?? page.lexicon.instruments[page.lemma(token).lowercased()] else {
            return nil
        }
        let modifiers = page.phrase(token).flatMap { [page.lower($0), page.word($0)] }
        let fitting = rows.first { row in
            !row.modifier.isEmpty && row.modifier.split(separator: " ").allSatisfy { modifiers.contains(String($0)) }
        }
        return (fitting ?? rows.first { $0.modifier.isEmpty })?.kind
    }

    // MARK: One mention

    private struct Standing {
        var stage: Stage
        var status: Status
        /// The verb or noun that says so.
        var word: Int
    }

    private mutating func read(_ token: Int) {
        let first = page.firstConjunct(token)
        let standing = standing(of: token) ?? (first != token && isInstrument(first) ? self.standing(of: first) : nil)
        var terms = TermsReader(page: page).terms(of: token)
        if terms.duties.isEmpty { terms.duties = TermsReader(page: page).promised(beside: token) }
        guard standing != nil || !terms.isEmpty else { return }
        var parties = parties(of: token, standing?.word)
        let marks = marks(of: token)
        let known = instruments.lastIndex { isSame($0, marks: marks, parties: parties, stage: standing?.stage, token: token) }
        if parties.count < 2, let known, instruments[known].parties.count > 1,
            parties.isEmpty == false || !namesOthers(standing?.word, token)
        {
            parties = instruments[known].parties
        }
        let stage: Stage?
        let status: Status
        if let standing {
            (stage, status) = (standing.stage, standing.status)
        } else if let known {
            (stage, status) = (instruments[known].stage, instruments[known].status)
        } else if parties.count > 1 {
            // "The treaty between the two provides for help": it holds something, and where it stands is not said.
            (stage, status) = (nil, .actual)
        } else {
            return
        }
        guard !parties.isEmpty else { return }
        taken.insert(token)
        if let word = standing?.word {
            taken.insert(word)
            // "refused to sign": the refusal is the standing, no act beside it.
            if page.universal(word) == .xcomp, let up = page.head(word) { taken.insert(up) }
        }

        let range = standing.map { span(of: $0.word, token) } ?? page.clause(page.firstPredicate(above: token))
        var agreement = Agreement(
            origin: page.origin(
                range, rule: standing.map { "stage:" + page.lemma($0.word) } ?? "terms", confidence: parties.count > 1 ? 0.85 : 0.7),
            name: name(token), parties: parties, stage: stage, status: status)
        agreement.duties = terms.duties
        agreement.spheres = terms.spheres
        agreement.replaces = terms.replaces
        agreement.signed = signed(token, standing)
        let index = drafts.count
        drafts.append(Draft(statement: .agreement(agreement), token: standing?.word ?? token, range: range))
        if let known {
            instruments[known].drafts.append(index)
            instruments[known].marks.formUnion(marks)
            if standing != nil { (instruments[known].stage, instruments[known].status) = (stage, status) }
        } else {
            instruments.append(
                Instrument(marks: marks, parties: parties, stage: stage, status: status, drafts: [index], isPlural: isPlural(token)))
        }
    }

    /// Whether a clause names who signs in words that cannot be resolved: "signed by all 25 members".
    private mutating func namesOthers(_ word: Int?, _ token: Int) -> Bool {
        guard let word, page.isVerbal(word), let subject = page.subject(word), subject != token, page.tokens[subject].upos != .pron else {
            return false
        }
        return referents.resolve(subject).isOpen || referents.resolve(subject).actors.allSatisfy { $0.code == nil }
    }

    /// The day of signing: a date of the verb that signs, or a year that is part of the instrument's name.
    private func signed(_ token: Int, _ standing: Standing?) -> EDTF? {
        if let standing, standing.stage == .signed, standing.status == .actual, let mention = page.date(of: standing.word) {
            let before = page.lower(max(0, mention.tokens.lowerBound - 1))
            if before != "from", before != "of", !mention.isRelativeToEvent { return mention.date }
        }
        // "the treaty that the two signed in 1963 was ratified"
        for clause in page.all(token) where page.universal(clause) == .acl && ["sign", "conclude"].contains(page.lemma(clause)) {
            if let mention = page.date(of: clause), page.status(of: clause) == .actual { return mention.date }
        }
        for date in page.dates.inside(page.phrase(token)) where date.date != nil { return date.date }
        return nil
    }

    private func span(of word: Int, _ token: Int) -> Range<Int> {
        if page.isVerbal(word), page.universal(word) != .acl, page.universal(word) != .amod { return page.clause(word) }
        return page.extents[page.isVerbal(word) ? token : word]
    }

    private func standing(of token: Int) -> Standing? {
        // "the agreement signed today", "the unsigned pact"
        for child in page.all(token)
        where [.acl, .amod].contains(page.universal(child)) && page.isVerbal(child) && page.relation(child) != .aclRelcl {
            if page.relation(child) == .acl, page.tokens[child].xpos != .vbn { continue }
            if let stage = stage(of: child, position: "obj") { return standing(stage, word: child) }
        }
        // "a treaty that the two signed", "which entered into force"
        for child in page.all(token) where page.relation(child) == .aclRelcl && page.isVerbal(child) {
            let position = page.object(child) == token ? "obj" : page.subject(child) == token ? "subj" : nil
            if let position, let stage = stage(of: child, position: position), self.isMain(token) { return standing(stage, word: child) }
        }
        // "the signing of a new agreement", whatever the tree makes of it.
        let before = page.phrase(token).lowerBound - 1
        if before > 0, page.lower(before) == "of",
            let row = page.lexicon.stages["noun " + page.lemma(before - 1)]?.first(where: { $0.position == "of" })
        {
            return standing(row.stage, word: before - 1)
        }
        var at = page.firstConjunct(token)
        // "New START, the last treaty ...": the name stands in the clause.
        if page.universal(at) == .appos, let name = page.head(at) { at = name }
        guard let up = page.head(at) else { return nil }
        if page.isVerbal(up) || page.child(up, .cop) != nil {
            let position: String
            switch page.universal(at) {
            case .obj: position = "obj"
            case .nsubj: position = page.isPassive(up) || page.child(up, .cop) != nil ? "obj" : "subj"
            case .obl:
                // "has frozen its participation in the treaty"
                let shares = page.object(up).map { Self.shares.contains(page.lemma($0)) } ?? false
                position = shares && page.marker(at) == "in" ? "obj" : page.marker(at) ?? ""
            case .xcomp: position = "obj"
            default: return nil
            }
            for verb in [up] + page.children(up, .conj).filter({ page.isVerbal($0) && page.child($0, .obj) == nil }) {
                if let stage = stage(of: verb, position: position) { return standing(stage, word: verb) }
            }
            return nil
        }
        // "the signing of a treaty", "participation in the treaty"
        if page.universal(at) == .nmod, let marker = page.marker(at) {
            if let row = page.lexicon.stages["noun " + page.lemma(up)]?.first(where: { $0.position == marker || $0.position.isEmpty }) {
                return standing(row.stage, word: up)
            }
            if Self.shares.contains(page.lemma(up)), let verb = page.head(up), page.isVerbal(verb),
                let stage = stage(of: verb, position: "obj")
            {
                return standing(stage, word: verb)
            }
        }
        // "treaty talks", "the treaty's suspension"
        if page.relation(at) == .nmodPoss || page.universal(at) == .compound, let row = page.lexicon.stages["noun " + page.lemma(up)]?.first
        {
            return standing(row.stage, word: up)
        }
        return nil
    }

    /// Whether the clause around an instrument says nothing of its stage itself.
    private func isMain(_ token: Int) -> Bool {
        guard let up = page.head(token), page.isVerbal(up) else { return true }
        let position =
            page.universal(token) == .obj || page.relation(token) == .nsubjPass ? "obj" : page.universal(token) == .nsubj ? "subj" : ""
        return stage(of: up, position: position) == nil
    }

    private static let shares: Set<String> = ["participation", "membership", "part", "text", "implementation", "work", "rest"]

    private func stage(of verb: Int, position: String) -> Stage? {
        guard let rows = page.lexicon.stages["verb " + page.lemma(verb)] ?? participle(verb) else { return nil }
        for row in rows.sorted(by: { $0.particle.count > $1.particle.count }) {
            guard row.position.split(separator: "|").contains(Substring(position)) else { continue }
            if row.particle.isEmpty { return row.stage }
            let following = (verb + 1..<min(verb + 4, page.tokens.count)).map { page.lower($0) }.joined(separator: " ")
            if following.hasPrefix(row.particle) || page.all(verb).contains(where: { page.lower($0) == row.particle }) { return row.stage }
        }
        return nil
    }

    /// "was ratified", where the tagger saw an adjective.
    private func participle(_ token: Int) -> [StageWord]? {
        let word = page.lower(token)
        guard page.tokens[token].upos == .adj, word.hasSuffix("ed") else { return nil }
        return page.lexicon.stages["verb " + word.dropLast()] ?? page.lexicon.stages["verb " + word.dropLast(2)]
            ?? (word.hasSuffix("ied") ? page.lexicon.stages["verb " + word.dropLast(3) + "y"] : nil)
    }

    /// The stage and status together: an instrument that is to be signed is not signed.
    private func standing(_ stage: Stage, word: Int) -> Standing {
        let status = page.status(of: word)
        let isDone: Bool = [.signed, .ratified, .inForce, .suspended, .terminated].contains(stage)
        if status == .actual { return Standing(stage: stage, status: isDone ? .actual : .planned, word: word) }
        return Standing(stage: stage, status: status, word: word)
    }

    // MARK: Parties

    private mutating func parties(of token: Int, _ word: Int?) -> [Actor] {
        var found = Resolution()
        for place in ["between", "of", "with", "poss", "adj", "among"] {
            for head in page.nounHeads(at: Slot.Place(position: place, ofClass: nil), of: token) {
                if place == "adj" {
                    if let code = Set(page.mentions[head]?.candidates.filter(\.isState).map(\.id) ?? []).first {
                        found.formUnion(Resolution(actors: [page.stateActor(code, text: page.word(head))], isPublic: true))
                    }
                } else {
                    found.formUnion(referents.resolve(head))
                }
            }
            if place == "between", found.actors.count > 1 { return states(found.actors) }
        }
        // "Under the treaty the two will help each other": those who act under it are its parties.
        if page.universal(token) == .obl, page.marker(token) == "under", let verb = page.head(token), let subject = page.subject(verb) {
            found.formUnion(referents.resolve(subject))
        }
        if let word, page.isVerbal(word) {
            if let subject = page.subject(word), subject != token { found.formUnion(referents.resolve(subject)) }
            for preposition in ["with", "between", "by"] {
                for head in page.obliques(word, preposition) where head != token { found.formUnion(referents.resolve(head)) }
            }
        } else if let word {
            for place in ["by", "between", "poss", "with"] {
                for head in page.nounHeads(at: Slot.Place(position: place, ofClass: nil), of: word) where head != token {
                    found.formUnion(referents.resolve(head))
                }
            }
        }
        return states(found.actors)
    }

    /// Parties are states and organisations: a president signs for his country.
    private func states(_ actors: [Actor]) -> [Actor] {
        var parties: [Actor] = []
        for actor in actors {
            guard let code = actor.code else { continue }
            if let sector = actor.sector, ["CVL", "JRN", "BUS", "REB", "PTY", "OPP"].contains(sector), page.who.state(code) != nil {
                continue
            }
            let party = page.who.state(code) != nil ? page.stateActor(code, text: actor.text) : actor
            if !parties.contains(where: { $0.code == party.code }) { parties.append(party) }
        }
        return parties
    }

    // MARK: Which instrument

    /// Years and capitalised words: what tells one treaty from another.
    private func marks(of token: Int) -> Set<String> {
        var marks: Set<String> = []
        for part in page.extents[token] where part != token && page.sentence(part) == page.sentence(token) {
            guard page.phrase(token).contains(part) else { continue }
            if let date = page.dates[part]?.date { marks.insert(String(date.description.prefix(4))) }
            if page.tokens[part].upos == .propn, page.mentions[part] == nil { marks.insert(page.lower(part)) }
        }
        return marks
    }

    private func isPlural(_ token: Int) -> Bool { page.tokens[token].xpos == .nns || page.tokens[token].xpos == .nnps }

    private func isSame(_ known: Instrument, marks: Set<String>, parties: [Actor], stage: Stage?, token: Int) -> Bool {
        let isDefinite =
            page.children(token, .det).contains { ["the", "this", "that"].contains(page.lower($0)) }
            || page.exactChild(token, .nmodPoss) != nil
        guard known.isPlural == isPlural(token) else { return false }
        let codes = Set(parties.compactMap(\.code))
        let others = Set(known.parties.compactMap(\.code))
        if codes.count > 1, others.count > 1, codes != others { return false }
        if !codes.isEmpty, !codes.isSubset(of: others), !others.isSubset(of: codes) { return false }
        if !marks.isEmpty, !known.marks.isEmpty { return !marks.isDisjoint(with: known.marks) }
        let years = marks.filter { $0.utf8.count == 4 && Int($0) != nil }
        if !years.isEmpty { return false }
        // "a new strategic agreement" said again: the same words for it, and nobody else named.
        let isEcho = codes.isEmpty && instruments.count == 1
        // A party alone may name what several share: "Russia has suspended New START".
        let isShared = !codes.isEmpty && codes.isSubset(of: others) && stage == known.stage
        return isDefinite || codes == others || isEcho || isShared
    }

    private func name(_ token: Int) -> String {
        var range = page.phrase(token)
        while range.count > 1,
            page.tokens[range.lowerBound].upos == .det || page.relation(range.lowerBound) == .nmodPoss
                || page.tokens[range.lowerBound].xpos == .pos
        {
            range = range.lowerBound + 1..<range.upperBound
        }
        while range.count > 1, page.isQuote(range.lowerBound) { range = range.lowerBound + 1..<range.upperBound }
        return page.string(range)
    }

    // MARK: Across the document

    /// "pledging mutual assistance ... in a partnership": a promise beside the instrument, without a word for its stage.
    private mutating func promises() {
        guard instruments.count == 1 else { return }
        let known = Set(drafts.map { page.sentence($0.token) })
        for token in page.tokens.indices where isInstrument(token) && !known.contains(page.sentence(token)) {
            let duties = TermsReader(page: page).promised(beside: token)
            guard !duties.isEmpty, let first = instruments[0].drafts.first, let main = drafts[first].agreement else { continue }
            let range = page.clause(page.firstPredicate(above: token))
            var agreement = Agreement(
                origin: page.origin(range, rule: "terms", confidence: 0.7), name: name(token), parties: main.parties,
                stage: instruments[0].stage, status: instruments[0].status)
            agreement.duties = duties
            instruments[0].drafts.append(drafts.count)
            drafts.append(Draft(statement: .agreement(agreement), token: token, range: range))
            taken.insert(token)
        }
    }

    /// The first record that says how far an instrument has come also holds what the document says of it elsewhere: each
    /// duty with the words that state it.
    private mutating func gather() {
        for instrument in instruments {
            let live = instrument.drafts
            guard let main = live.first(where: { drafts[$0].agreement?.origin.rule != "terms" }) ?? live.first,
                case .agreement(var whole) = drafts[main].statement
            else { continue }
            for other in live where other != main {
                guard let part = drafts[other].agreement, part.stage == whole.stage else { continue }
                for duty in part.duties where !whole.duties.contains(duty) { whole.duties.append(duty) }
                for sphere in part.spheres where !whole.spheres.contains(sphere) { whole.spheres.append(sphere) }
                for old in part.replaces
                where !whole.replaces.contains(where: { $0.date == old.date && ($0.date != nil || $0.text == old.text) }) {
                    whole.replaces.append(old)
                }
                if whole.signed == nil { whole.signed = part.signed }
            }
            drafts[main].statement = .agreement(whole)
            for index in live {
                drafts[index].sameAs = live.filter { $0 != index && drafts[$0].agreement?.stage == drafts[index].agreement?.stage }
            }
        }
    }
}
