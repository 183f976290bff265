import CasusCore
import Language
import WhosWho

/// Reads the events of a document: verbs and nouns that state an act between public actors.
struct EventReader {
    let page: Page
    var referents: Referents
    private(set) var drafts: [Draft] = []
    /// The tokens of what an event is about, by its own token.
    private(set) var aboutHeads: [Int: [Int]] = [:]
    /// Verbs that only lend a noun its actor.
    private var lent: Set<Int> = []
    /// Nouns already read with a verb: "signed", "launched an attack".
    private var taken: Set<Int>

    /// - Parameter taken: tokens that other readers have read as something else (instruments and their verbs).
    init(page: Page, referents: Referents, taken: Set<Int>) {
        self.page = page
        self.referents = referents
        self.taken = taken
    }

    mutating func read() {
        // A verb whose frame asks for the class of its object ("held joint drills") beats the noun with a light verb.
        for token in page.tokens.indices where page.isVerbal(token) && !taken.contains(token) {
            guard let draft = verbEvent(token, onlyWithObject: true) else { continue }
            drafts.append(draft)
            lent.insert(token)
            if let object = page.object(token) { taken.formUnion(page.conjuncts(object)) }
        }
        for token in page.tokens.indices where page.tokens[token].upos == .noun && !taken.contains(token) {
            if let draft = nounEvent(token) { drafts.append(draft) }
        }
        for token in page.tokens.indices where page.isVerbal(token) && !taken.contains(token) && !lent.contains(token) {
            if let draft = verbEvent(token) { drafts.append(draft) }
        }
        for token in page.tokens.indices
        where page.isVerbal(token) && !lent.contains(token) && !drafts.contains(where: { $0.token == token }) {
            if let draft = judgement(token) { drafts.append(draft) }
        }
        drafts.sort { ($0.range.lowerBound, $0.token) < ($1.range.lowerBound, $1.token) }
    }

    // MARK: Verbs

    private mutating func verbEvent(_ verb: Int, onlyWithObject: Bool = false) -> Draft? {
        guard page.universal(verb) != .aux, page.universal(verb) != .amod, let frames = page.lexicon.frames[page.lemma(verb)] else {
            return nil
        }
        if isSpeech(verb) { return nil }
        let particle = particle(of: verb)
        let object = page.object(verb)
        var best: (rank: Int, draft: Draft)?
        for frame in frames {
            guard frame.particle.isEmpty || frame.particle == particle else { continue }
            if onlyWithObject, frame.object.isEmpty || frame.object == "-" || frame.object.contains(":") { continue }
            switch frame.object {
            case "": break
            case "-": if object != nil { continue }
            default:
                guard let object, frame.object.split(separator: "|").contains(where: { page.belongs(object, to: String($0)) }) else {
                    continue
                }
            }
            let rank = (frame.particle.isEmpty ? 0 : 4) + (frame.object.isEmpty ? 0 : 2) + (frame.recipient.isRequired ? 1 : 0)
            if let best, best.rank >= rank { continue }
            if let draft = fill(frame, verb) { best = (rank, draft) }
        }
        return best?.draft
    }

    /// "declined to comment", "refused to say", "called him a friend": speech, not an act.
    private func isSpeech(_ verb: Int) -> Bool {
        if isSport(verb) { return true }
        return switch page.lemma(verb) {
        case "decline", "refuse":
            page.child(verb, .xcomp).map { page.lexicon.cues["verb " + page.lemma($0)] != nil || page.lemma($0) == "comment" } ?? false
        case "call": page.child(verb, .xcomp).map { !page.isVerbal($0) } ?? (page.children(verb, .obj).count > 1)
        default: false
        }
    }

    /// "will meet Argentina in the final": a clause that speaks of a game is no act of state.
    private func isSport(_ verb: Int) -> Bool {
        page.all(verb).contains { noun in
            page.isNominal(noun) && ([noun] + page.children(noun, .nmod)).contains { page.lexicon.isOfClass(page.lemma($0), "sport") }
        }
    }

    /// Whether the verb has an object of one of the classes, or a noun of the class at another position ("to:agreement").
    private func hasObject(_ classes: String, _ verb: Int, _ object: Int?) -> Bool {
        classes.split(separator: "|").contains { name in
            let halves = name.split(separator: ":", maxSplits: 1).map(String.init)
            if halves.count == 2 { return !page.heads(at: Slot.Place(position: halves[0], ofClass: halves[1]), of: verb).isEmpty }
            return object.map { page.belongs($0, to: String(name)) } ?? false
        }
    }

    private func particle(of verb: Int) -> String {
        if let particle = page.exactChild(verb, .compoundPrt) { return page.lower(particle) }
        for child in page.children(verb, .advmod) where child > verb && child <= verb + 2 { return page.lower(child) }
        return ""
    }

    private mutating func fill(_ frame: Frame, _ verb: Int) -> Draft? {
        let actor = resolve(frame.actor, of: verb)
        guard actor.isPublic, !actor.actors.isEmpty else { return nil }
        var recipient = resolve(frame.recipient, of: verb)
        if recipient.isOpen { recipient = whoseAct(frame, verb) }
        if recipient.isOpen { recipient = beneficiary(verb) }
        if recipient.isOpen, frame.act.type == .threaten, let clause = page.complement(verb), let object = page.object(clause) {
            recipient = referents.resolve(object)
        }
        if recipient.isOpen, frame.act.type == .accuse { recipient = accused(frame, verb) }
        recipient = without(actor, recipient)
        guard !frame.recipient.isRequired || !recipient.isOpen else { return nil }
        if needsRecipient(frame.act.type), recipient.isOpen, !isMutual(frame.actor) { return nil }
        // "agreed that there was nothing wrong" is an opinion; a promise is of what one will do.
        if frame.act.type == .agree, let clause = page.child(verb, .ccomp), page.isFinite(clause),
            !page.all(clause).contains(where: { ["will", "would", "shall"].contains(page.lemma($0)) })
        {
            return nil
        }
        guard hasBothSides(frame.act.type, actor, recipient), isBetweenTwo(frame.act.type, actor, recipient) else { return nil }
        guard !frame.about.isRequired || frame.about.alternatives.contains(where: { $0.contains { !page.heads(at: $0, of: verb).isEmpty } })
        else { return nil }
        var draft = self.draft(
            frame.act, token: verb, range: page.clause(verb), actors: actor.actors, recipients: recipient.actors,
            status: page.status(of: verb),
            rule: "frame:" + frame.lemma)
        if case .event(var event) = draft.statement {
            event.objects = objects(frame.objects, of: verb)
            draft.statement = .event(event)
        }
        aboutHeads[verb] = frame.about.alternatives.map { places in places.flatMap { page.heads(at: $0, of: verb) } }.first { !$0.isEmpty }
        return draft
    }

    /// PLOVER asks these for somebody they are done to.
    private func needsRecipient(_ type: EventType) -> Bool {
        switch type {
        case .cooperate, .aid, .sanction, .assault, .coerce: true
        default: false
        }
    }

    /// Whether an act has a side that is known, and is more than an order inside one government.
    private func isBetweenTwo(_ type: EventType, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        let all = actor.actors + recipient.actors
        guard all.contains(where: { $0.code != nil }) || type == .protest else { return false }
        guard type == .request, let code = actor.actors.first?.code, !recipient.isOpen else { return true }
        return !all.allSatisfy { $0.code == code && ["GOV", "MIL"].contains($0.sector ?? "GOV") }
    }

    /// A meeting or a joint act of one alone is none.
    private func hasBothSides(_ type: EventType, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        guard type == .consult || type == .cooperate else { return true }
        return actor.actors.count + recipient.actors.count > 1 || actor.actors.contains { $0.code == nil }
    }

    private func isMutual(_ slot: Slot) -> Bool { slot.alternatives.contains { $0.count > 1 } }

    /// "Criticised US policy", "condemned Israel's strike on Iran": the recipient is the one whose act or affair it is.
    private mutating func whoseAct(_ frame: Frame, _ verb: Int) -> Resolution {
        switch frame.act.type {
        case .accuse, .support, .reject, .threaten, .request: break
        default: return .open
        }
        let heads = frame.recipient.alternatives.flatMap { places in
            places.filter { $0.ofClass == nil }.flatMap { page.heads(at: $0, of: verb) }
        }
        guard let thing = heads.first else { return .open }
        return owners(of: thing)
    }

    /// "alleged that the West had helped Ukraine": the one who is said to have acted.
    private mutating func accused(_ frame: Frame, _ verb: Int) -> Resolution {
        guard let clause = page.complement(verb), page.isVerbal(clause), let subject = page.subject(clause) else { return .open }
        let named = referents.resolve(subject)
        return named.isPublic ? named : .open
    }

    /// "transferring technology to aid Pyongyang's programme": the one whom the purpose helps.
    private mutating func beneficiary(_ verb: Int) -> Resolution {
        for parent in [verb] + (page.object(verb).map { [$0] } ?? []) {
            for clause in page.all(parent) where clause > verb && [.advcl, .acl, .xcomp].contains(page.universal(clause)) {
                guard ["aid", "help", "assist", "support", "arm"].contains(page.lemma(clause)), page.subordinator(clause) == "to",
                    let object = page.object(clause)
                else { continue }
                let named = referents.resolve(object)
                return named.isOpen ? owners(of: object) : named
            }
        }
        return .open
    }

    /// Those whose act or affair a noun speaks of.
    private mutating func owners(of thing: Int) -> Resolution {
        var whose = Resolution()
        for noun in page.conjuncts(thing) {
            if let draft = drafts.first(where: { $0.token == noun }), let event = draft.event {
                whose.formUnion(Resolution(actors: event.actors, isPublic: true))
                continue
            }
            // "US policy", where the tree does not join the two.
            let before = page.phrase(noun).lowerBound - 1
            if before >= 0, page.head(noun) == page.head(before), page.sentence(before) == page.sentence(noun), let code = stateCode(before)
            {
                whose.formUnion(Resolution(actors: [page.stateActor(code, text: page.word(before))], isPublic: true))
            }
            for place in ["poss", "adj", "between", "by", "of"] {
                for head in page.nounHeads(at: Slot.Place(position: place, ofClass: nil), of: noun) {
                    if place == "adj", let code = stateCode(head) {
                        whose.formUnion(Resolution(actors: [page.stateActor(code, text: page.word(head))], isPublic: true))
                    } else {
                        whose.formUnion(referents.resolve(head))
                    }
                }
            }
        }
        return whose.isPublic ? whose : .open
    }

    private func stateCode(_ token: Int) -> String? {
        guard let mention = page.mentions[token] else { return nil }
        let codes = Set(mention.candidates.filter(\.isState).map(\.id))
        return codes.count == 1 ? codes.first : nil
    }

    private mutating func resolve(_ slot: Slot, of verb: Int) -> Resolution {
        for alternative in slot.alternatives {
            var found = Resolution()
            for place in alternative {
                for head in page.heads(at: place, of: verb) { found.formUnion(resolve(head, as: place)) }
            }
            if !found.isOpen { return found }
        }
        return .open
    }

    /// A host may be named by its city: "flew to Moscow".
    private mutating func resolve(_ head: Int, as place: Slot.Place) -> Resolution {
        if place.ofClass == "state" || place.position == "in" || place.position == "at" {
            var host = Resolution()
            for noun in page.conjuncts(head) {
                guard let mention = page.mentions[noun] else { continue }
                let codes = Set(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil })
                if codes.count == 1, let code = codes.first, !code.isEmpty {
                    host.formUnion(Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(noun)))], isPublic: true))
                }
            }
            if !host.isOpen { return host }
        }
        return referents.resolve(head)
    }

    private func objects(_ slot: Slot, of verb: Int) -> [String] {
        for alternative in slot.alternatives {
            let heads = alternative.flatMap { page.heads(at: $0, of: verb) }
            if !heads.isEmpty { return heads.flatMap { page.conjuncts($0) }.map { thing($0) } }
        }
        return []
    }

    /// A thing in the text's words, without its article.
    private func thing(_ noun: Int) -> String {
        var range = page.phrase(noun)
        while range.count > 1, page.tokens[range.lowerBound].upos == .det { range = range.lowerBound + 1..<range.upperBound }
        return page.string(range)
    }

    /// "Described US policy as confrontational": to call somebody's affair by a word that condemns is to criticise it.
    private mutating func judgement(_ verb: Int) -> Draft? {
        guard let subject = page.subject(verb), let (object, words) = page.judgement(by: verb), page.polarity(of: words) == .negative else {
            return nil
        }
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return nil }
        var recipient = referents.resolve(object)
        if recipient.isOpen { recipient = owners(of: object) }
        recipient.actors.removeAll { one in actor.actors.contains { $0.isSame(as: one) } }
        guard !recipient.isOpen else { return nil }
        return draft(
            Act(type: .accuse, mode: "disapprove", cameo: "111"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "judgement:" + page.lemma(verb))
    }

    // MARK: Nouns

    private mutating func nounEvent(_ noun: Int) -> Draft? {
        guard let rows = page.lexicon.nouns[page.lemma(noun)], !page.belongs(noun, to: "no-act") else { return nil }
        let fitting = rows.filter { $0.modifier.isEmpty || isModified(noun, by: $0.modifier) }.sorted {
            !$0.modifier.isEmpty && $1.modifier.isEmpty
        }
        for row in fitting {
            if let draft = fill(row, noun) { return draft }
        }
        return nil
    }

    private func isModified(_ noun: Int, by word: String) -> Bool {
        page.all(noun).contains { child in
            (page.universal(child) == .amod || page.universal(child) == .compound)
                && word.split(separator: "|").contains { page.lower(child) == $0 || page.lemma(child) == $0 }
        }
    }

    private mutating func fill(_ row: ActNoun, _ noun: Int) -> Draft? {
        let support = lightVerb(of: noun)
        var actor = nounSlot(row.actor, of: noun)
        var recipient = nounSlot(row.recipient, of: noun)
        var status = page.status(of: noun)
        if let support {
            status = status.under(support.effect == .actual ? .actual : support.effect)
            if let role = support.subject, let subject = page.subject(support.verb) {
                let one = referents.resolve(subject)
                switch role {
                case .actor, .mutual:
                    if one.isPublic {
                        actor =
                            isMutual(row.actor) || support.subject == .mutual
                            ? union(one, nounSlot(Slot("with|between|of|adj"), of: noun)) : one
                    }
                case .recipient: if one.isPublic { recipient = one }
                }
            }
        } else if !row.standsAlone {
            return nil
        }
        guard actor.isPublic, !actor.isOpen else { return nil }
        if isMutual(row.actor), actor.actors.count < 2, support == nil { return nil }
        guard hasBothSides(row.act.type, actor, recipient), isBetweenTwo(row.act.type, actor, recipient) else { return nil }
        if recipient.isOpen { recipient = thing(row.recipient, of: noun) }
        recipient = without(actor, recipient)
        guard !row.recipient.isRequired || !recipient.isOpen else { return nil }
        if needsRecipient(row.act.type), recipient.isOpen, !isMutual(row.actor) { return nil }
        if let support { lent.insert(support.verb) }
        aboutHeads[noun] = row.about.alternatives.map { places in places.flatMap { page.nounHeads(at: $0, of: noun) } }.first {
            !$0.isEmpty
        }
        let range = support.map { page.clause($0.verb) } ?? page.extents[noun]
        return draft(
            row.act, token: noun, range: range, actors: actor.actors, recipients: recipient.actors, status: status,
            rule: "noun:" + row.lemma,
            dateFrom: support?.verb)
    }

    /// "support for the struggle of the Russian people": the one whose affair stands where the recipient should.
    private mutating func thing(_ slot: Slot, of noun: Int) -> Resolution {
        for place in slot.alternatives.joined() where place.ofClass == nil && place.position != "adj" && place.position != "poss" {
            for head in page.nounHeads(at: place, of: noun) {
                let whose = owners(of: head)
                if !whose.isOpen { return whose }
            }
        }
        return .open
    }

    /// The recipients who are not the actors themselves: "praised the ties between the two countries" is said to the other.
    private func without(_ actor: Resolution, _ recipient: Resolution) -> Resolution {
        var rest = recipient
        rest.actors.removeAll { one in actor.actors.contains { $0.isSame(as: one) } }
        if rest.actors.count > 1 {
            let others = rest.actors.filter { one in !actor.actors.contains { $0.code == one.code && one.code != nil && one.sector == nil }
            }
            if !others.isEmpty { rest.actors = others }
        }
        return rest
    }

    private func union(_ a: Resolution, _ b: Resolution) -> Resolution {
        var both = a
        both.formUnion(b)
        return both
    }

    private mutating func nounSlot(_ slot: Slot, of noun: Int) -> Resolution {
        for alternative in slot.alternatives {
            var found = Resolution()
            for place in alternative {
                for head in page.nounHeads(at: place, of: noun) {
                    if place.position == "adj", let code = stateCode(head) {
                        for conjunct in page.conjuncts(head) {
                            if let other = conjunct == head ? code : stateCode(conjunct) {
                                found.formUnion(Resolution(actors: [page.stateActor(other, text: page.word(conjunct))], isPublic: true))
                            }
                        }
                    } else {
                        found.formUnion(resolve(head, as: place))
                    }
                }
            }
            if found.isPublic { return found }
        }
        return .open
    }

    private struct Support {
        var verb: Int
        var subject: LightVerb.Role?
        var effect: Status
    }

    private func lightVerb(of noun: Int) -> Support? {
        let first = page.firstConjunct(noun)
        guard let verb = page.head(first), page.isVerbal(verb), let rows = page.lexicon.light[page.lemma(verb)] else { return nil }
        let particle = particle(of: verb)
        for row in rows {
            if page.object(verb) == first, row.particle.isEmpty || row.particle == particle {
                return Support(verb: verb, subject: row.subject, effect: row.effect)
            }
            if page.universal(first) == .obl, let marker = page.marker(first), marker == row.particle {
                return Support(verb: verb, subject: row.subject, effect: row.effect)
            }
        }
        return nil
    }

    // MARK: Both

    private func draft(
        _ act: Act, token: Int, range: Range<Int>, actors: [Actor], recipients: [Actor], status: Status, rule: String, dateFrom: Int? = nil
    ) -> Draft {
        let confidence = (status == .actual ? 0.85 : 0.8) - (rule.hasPrefix("noun") ? 0.05 : 0) - (recipients.isEmpty ? 0.05 : 0)
        var event = Event(
            origin: page.origin(range, rule: rule, confidence: confidence), type: act.type, mode: act.mode, cameo: act.cameo,
            actors: actors,
            recipients: recipients, status: status)
        if let mention = page.date(of: token) ?? dateFrom.flatMap({ page.date(of: $0) }) {
            event.date = mention.date
            event.dateText = page.string(mention.tokens)
        }
        event.place = place(of: dateFrom ?? token)
        if act.type == .protest { event.actors = event.actors.map { ofPlace($0, in: dateFrom ?? token) } }
        return Draft(statement: .event(event), token: token, range: range)
    }

    /// "People marched through Kyiv": a crowd without a state of its own is of the state it marches in.
    private func ofPlace(_ crowd: Actor, in act: Int) -> Actor {
        guard crowd.code == nil else { return crowd }
        for child in page.all(act) where page.universal(child) == .obl {
            let before = page.lower(max(0, page.phrase(child).lowerBound - 1))
            guard ["in", "through", "across", "at", "outside", "near"].contains(page.marker(child) ?? before),
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
    private func place(of act: Int) -> String? {
        for child in page.all(act) where page.universal(child) == .obl || page.universal(child) == .nmod {
            guard let marker = page.marker(child), ["in", "at", "near", "outside", "inside", "around"].contains(marker),
                let mention = page.mentions[child]
            else { continue }
            if mention.candidates.contains(where: { $0.isPlace || $0.isCapital || $0.isStateName }) { return page.string(mention.tokens) }
        }
        return nil
    }
}
