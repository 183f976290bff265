import CasusCore
import Language
import WhosWho

/// Reads the events of a document: verbs and nouns that state an act between public actors.
struct EventReader {
    let page: Page
    var referents: Referents
    var drafts: [Draft] = []
    /// The tokens of what an event is about, by its own token.
    var aboutHeads: [Int: [Int]] = [:]
    /// Verbs that only lend a noun its actor.
    var lent: Set<Int> = []
    /// Nouns already read with a verb: "signed", "launched an attack".
    var taken: Set<Int>

    /// - Parameter taken: tokens that other readers have read as something else (instruments and their verbs).
    init(page: Page, referents: Referents, taken: Set<Int>) {
        self.page = page
        self.referents = referents
        self.taken = taken
    }

    mutating func read() {
        // A verb whose frame asks for the class of its object ("held joint drills") beats the noun with a light verb.
        for token in page.tokens.indices where page.isVerbal(token) && !taken.contains(token) {
            guard let draft = verbEvent(token, onlyWithObject: true), !isToldByNoun(draft, token) else { continue }
            drafts.append(draft)
            lent.insert(token)
            if let object = page.object(token) { taken.formUnion(page.conjuncts(object)) }
        }
        for token in page.tokens.indices where page.tokens[token].upos == .noun && !taken.contains(token) {
            if let draft = nounEvent(token) { drafts.append(draft) }
        }
        for token in page.tokens.indices
        where (page.isVerbal(token) || page.tokens[token].upos == .adj || isSaid(token)) && !taken.contains(token) && !lent.contains(token)
        {
            if let draft = verbEvent(token) { drafts.append(draft) }
        }
        for token in page.tokens.indices
        where page.isVerbal(token) && !lent.contains(token) && !drafts.contains(where: { $0.token == token }) {
            if let draft = judgement(token) ?? demand(token) ?? warning(token) ?? allegation(token) ?? readiness(token)
                ?? refusal(token) ?? undertaking(token) ?? jointAct(token)
            {
                drafts.append(draft)
            }
        }
        for token in page.tokens.indices where page.tokens[token].upos == .noun || page.tokens[token].upos == .propn {
            if let draft = inProtest(token) ?? stay(token) { drafts.append(draft) }
        }
        for token in page.tokens.indices where page.tokens[token].upos == .adj {
            if let draft = readiness(token) { drafts.append(draft) }
        }
        drafts.sort { ($0.range.lowerBound, $0.token) < ($1.range.lowerBound, $1.token) }
        tracePassedOver()
    }

    /// "is the largest donor", "remains the main supplier": a noun that says what somebody is.
    private func isSaid(_ token: Int) -> Bool {
        guard [.noun, .num, .adv].contains(page.tokens[token].upos) else { return false }
        if page.child(token, .cop) != nil { return page.child(token, .nsubj) != nil }
        guard page.universal(token) == .xcomp, let verb = page.head(token) else { return false }
        return page.lemma(verb) == "remain" || page.lemma(verb) == "become"
    }

    func draft(
        _ act: Act, token: Int, range: Range<Int>, actors: [Actor], recipients: [Actor], status: Status, rule: String, dateFrom: Int? = nil
    ) -> Draft {
        let confidence = (status == .actual ? 0.85 : 0.8) - (rule.hasPrefix("noun") ? 0.05 : 0) - (recipients.isEmpty ? 0.05 : 0)
        var event = Event(
            origin: page.origin(range, rule: rule, confidence: confidence), type: act.type, mode: act.mode, cameo: act.cameo,
            actors: actors,
            recipients: recipients, status: status)
        let own = page.date(of: token) ?? dateFrom.flatMap { page.date(of: $0) }
        if let mention = own ?? (status == .actual ? page.dateOfWhen(token) : nil) {
            event.date = mention.date
            event.dateText = page.string(mention.tokens)
            page.traceDate(mention)
        }
        event.place = place(of: dateFrom ?? token)
        // "against a law on foreign agents": only a side that is known is protested against.
        if act.type == .protest { event.recipients.removeAll { $0.code == nil } }
        // Crowds march and police keep order where they are at home.
        event.actors = event.actors.map { act.type == .protest || $0.sector == "COP" ? ofPlace($0, in: dateFrom ?? token) : $0 }
        return Draft(statement: .event(event), token: token, range: range, trail: page.trace?.made())
    }

    /// "People marched through Kyiv": a crowd without a state of its own is of the state it marches in.
    func ofPlace(_ crowd: Actor, in act: Int) -> Actor {
        guard crowd.code == nil else { return crowd }
        // "Doctors in Kenya", "blocked the road in Lima", "took to the streets of Tbilisi"
        let nouns = page.isVerbal(act) ? [page.subject(act), page.object(act)].compactMap(\.self) + page.children(act, .obl) : []
        let inside = nouns.flatMap { noun in
            page.children(noun, .nmod).filter {
                ["in", "around"].contains(page.marker($0) ?? "") || page.marker($0) == "of" && page.isOne(noun, of: "street")
            }
        }
        for child in page.all(act).filter({ page.universal($0) == .obl }) + inside {
            let before = page.lower(max(0, page.phrase(child).lowerBound - 1))
            guard
                inside.contains(child)
                    || ["in", "through", "across", "at", "outside", "near", "around"].contains(page.marker(child) ?? before),
                let mention = page.mentions[child]
            else { continue }
            let codes = Set(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil })
            if codes.count == 1, let code = codes.first, page.who.state(code) != nil {
                return page.stateActor(code, sector: crowd.sector ?? "CVL", name: crowd.name, text: crowd.text)
            }
        }
        return crowd
    }

    /// The place that a clause or noun names after "in", "at", "near".
    func place(of act: Int) -> String? {
        for child in page.all(act) where page.universal(child) == .obl || page.universal(child) == .nmod {
            guard let marker = page.marker(child), ["in", "at", "near", "outside", "inside", "around"].contains(marker),
                let mention = page.mentions[child]
            else { continue }
            // "lashed out at Turkey": a state is no point at which something happens.
            if mention.candidates.contains(where: { $0.isPlace || $0.isCapital || $0.isStateName && marker != "at" }) {
                page.trace?.note(.place, mention.tokens, "the place after “\(marker)”", from: page.row(of: mention))
                return page.string(mention.tokens)
            }
        }
        return nil
    }
}
