import CasusCore
import Language
import WhosWho

/// Reads instruments: who promised what to whom, how far it has come, what it covers and replaces.
struct AgreementReader {
    let page: Page
    var referents: Referents
    var drafts: [Draft] = []
    /// The tokens read as instruments and the words that say where they stand: they state no event besides.
    var taken: Set<Int> = []
    var instruments: [Instrument] = []

    /// One instrument of the document, over all its mentions.
    struct Instrument {
        /// The words that tell it apart: names and years.
        var marks: Set<String>
        var parties: [Actor]
        var stage: Stage?
        var status: Status
        var drafts: [Int]
        var isPlural = false
        /// The nouns it is called by: "pact", "agreement".
        var nouns: Set<String> = []
    }

    init(page: Page, referents: Referents) {
        self.page = page
        self.referents = referents
    }

    mutating func read() {
        for token in page.tokens.indices {
            if isInstrument(token) { read(token) } else if isPronoun(token) { readPronoun(token) }
            tracePassedOver(token)
        }
        promises()
        gather()
    }

    func isInstrument(_ token: Int) -> Bool {
        guard page.tokens[token].upos == .noun || page.tokens[token].upos == .propn else { return false }
        // "partnership agreement": the last noun is the instrument, the others tell which.
        if [.compound, .amod, .flat].contains(page.universal(token)), let up = page.head(token), kind(up) != nil { return false }
        if token + 1 < page.sentenceTokens(token).upperBound, page.isNominal(token + 1), kind(token + 1) != nil { return false }
        if isSignedPaper(token) { return true }
        guard let kind = kind(token), !isReplaced(token) else { return false }
        return kind != "not" && (kind != "contract" || isBetweenGovernments(token))
    }

    /// "signed the document", "signed a truce", "put their names to the text": what is signed is an instrument, whatever it is called.
    private func isSignedPaper(_ token: Int) -> Bool {
        guard ["document", "text", "paper"].contains(page.lemma(token)) || page.isOne(token, of: "ceasefire"), let verb = page.head(token),
            page.isVerbal(verb)
        else {
            return false
        }
        if ["sign", "initial", "ink"].contains(page.lemma(verb)) { return page.object(verb) == token }
        return page.marker(token) == "to" && (page.object(verb).map { ["signature", "name", "initial"].contains(page.lemma($0)) } ?? false)
    }

    /// "to replace previous deals": the old ones are terms of the new one.
    func isReplaced(_ token: Int) -> Bool {
        var at = page.firstConjunct(token)
        if page.universal(at) == .appos, let up = page.head(at) { at = page.firstConjunct(up) }
        guard let verb = page.head(at), ["replace", "supersede", "supplant"].contains(page.lemma(verb)) else { return false }
        return page.universal(at) == .obj
    }

    func isPronoun(_ token: Int) -> Bool {
        if ["text", "document"].contains(page.lower(token)) { return page.children(token, .det).contains { page.lower($0) == "the" } }
        return ["it", "them"].contains(page.lower(token)) && page.tokens[token].upos == .pron
    }

    /// "The two presidents extended it in 2021": the instrument of the sentence before, or of this one.
    mutating func readPronoun(_ token: Int) {
        guard let known = instruments.indices.last, let verb = page.head(token), page.isVerbal(verb),
            let last = instruments[known].drafts.last,
            page.sentence(token) - page.sentence(drafts[last].token) <= (page.tokens[token].upos == .pron ? 1 : 3)
        else { return }
        page.trace?.begin(.agreement, token)
        let position =
            page.universal(token) == .obj || page.relation(token) == .nsubjPass ? "obj" : page.universal(token) == .nsubj ? "subj" : ""
        var terms = Terms()
        if position == "subj" { terms = TermsReader(page: page).terms(of: token) }
        let found = stage(of: verb, position: position).map { standing($0, word: verb) }
        guard found != nil || !terms.isEmpty else {
            page.trace?.forget()
            return
        }
        let stage = found?.stage ?? instruments[known].stage
        let status = found?.status ?? instruments[known].status
        let range = page.clause(verb)
        page.trace?.note(.noun, token..<token + 1, "the instrument of the sentences before: “\(drafts[last].agreement?.name ?? "")”")
        traceStanding(found)
        var agreement = Agreement(
            origin: page.origin(range, rule: found == nil ? "terms" : "stage:" + page.lemma(verb), confidence: 0.65),
            name: page.word(token),
            parties: instruments[known].parties, stage: stage, status: status)
        if let name = drafts[last].agreement?.name { agreement.name = name }
        (agreement.duties, agreement.spheres, agreement.replaces) = (terms.duties, terms.spheres, terms.replaces)
        taken.formUnion([token, verb])
        instruments[known].drafts.append(drafts.count)
        drafts.append(
            Draft(statement: .agreement(agreement), token: found == nil ? token : verb, range: range, trail: page.trace?.made()))
    }

    func kind(_ token: Int) -> String? {
        // A name in capitals (New START) is no common noun (a new start).
        guard let rows = page.lexicon.instruments[page.word(token)] ?? page.lexicon.instruments[page.lemma(token).inLowerCase] else {
            return nil
        }
        let modifiers = page.phrase(token).flatMap { [page.lower($0), page.word($0)] }
        let fitting = rows.first { row in
            !row.modifier.isEmpty && row.modifier.split(separator: " ").allSatisfy { modifiers.contains(String($0)) }
        }
        return (fitting ?? rows.first { $0.modifier.isEmpty })?.kind
    }

    /// "pledging mutual assistance ... in a partnership": a promise beside the instrument, without a word for its stage.
    mutating func promises() {
        guard instruments.count == 1 else { return }
        let known = Set(drafts.map { page.sentence($0.token) })
        for token in page.tokens.indices where isInstrument(token) && !known.contains(page.sentence(token)) {
            page.trace?.begin(.agreement, token)
            let duties = TermsReader(page: page).promised(beside: token)
            guard !duties.isEmpty, let first = instruments[0].drafts.first, let main = drafts[first].agreement else {
                page.trace?.drop(.noStanding)
                continue
            }
            let range = page.clause(page.firstPredicate(above: token))
            page.trace?.note(.duty, range, "a promise beside the only instrument of the document")
            var agreement = Agreement(
                origin: page.origin(range, rule: "terms", confidence: 0.7), name: name(token), parties: main.parties,
                stage: instruments[0].stage, status: instruments[0].status)
            agreement.duties = duties
            instruments[0].drafts.append(drafts.count)
            drafts.append(Draft(statement: .agreement(agreement), token: token, range: range, trail: page.trace?.made()))
            taken.insert(token)
        }
    }

    /// The first record that says how far an instrument has come also holds what the document says of it elsewhere: each
    /// duty with the words that state it.
    mutating func gather() {
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
