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
        for token in page.tokens.indices where page.tokens[token].upos == .noun && !taken.contains(token) {
            if let draft = nounEvent(token) { drafts.append(draft) }
        }
        for token in page.tokens.indices where page.isVerbal(token) && !taken.contains(token) && !lent.contains(token) {
            if let draft = verbEvent(token) { drafts.append(draft) }
        }
        drafts.sort { ($0.range.lowerBound, $0.token) < ($1.range.lowerBound, $1.token) }
    }

    // MARK: Verbs

    private mutating func verbEvent(_ verb: Int) -> Draft? {
        guard page.universal(verb) != .aux, page.universal(verb) != .amod, let frames = page.lexicon.frames[page.lemma(verb)] else {
            return nil
        }
        let particle = particle(of: verb)
        let object = page.object(verb)
        var best: (rank: Int, draft: Draft)?
        for frame in frames {
            guard frame.particle.isEmpty || frame.particle == particle else { continue }
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
        recipient.actors.removeAll { one in actor.actors.contains { $0.isSame(as: one) } }
        guard !frame.recipient.isRequired || !recipient.isOpen else { return nil }
        if needsRecipient(frame.act.type), recipient.isOpen, !isMutual(frame.actor) { return nil }
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

    private func isMutual(_ slot: Slot) -> Bool { slot.alternatives.contains { $0.count > 1 } }

    /// "Criticised US policy", "condemned Israel's strike on Iran": the recipient is the one whose act or affair it is.
    private mutating func whoseAct(_ frame: Frame, _ verb: Int) -> Resolution {
        switch frame.act.type {
        case .accuse, .support, .reject, .threaten, .request: break
        default: return .open
        }
        guard frame.recipient.alternatives.contains(where: { $0.contains { $0.position == "obj" } }), let object = page.object(verb) else {
            return .open
        }
        var whose = Resolution()
        for noun in page.conjuncts(object) {
            if let draft = drafts.first(where: { $0.token == noun }), let event = draft.event {
                whose.formUnion(Resolution(actors: event.actors, isPublic: true))
                continue
            }
            for place in ["poss", "adj", "between", "by"] {
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

    // MARK: Nouns

    private mutating func nounEvent(_ noun: Int) -> Draft? {
        guard let rows = page.lexicon.nouns[page.lemma(noun)] else { return nil }
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
        recipient.actors.removeAll { one in actor.actors.contains { $0.isSame(as: one) } }
        guard !row.recipient.isRequired || !recipient.isOpen else { return nil }
        if needsRecipient(row.act.type), recipient.isOpen, !isMutual(row.actor) { return nil }
        if let support { lent.insert(support.verb) }
        aboutHeads[noun] = row.about.alternatives.map { places in places.flatMap { page.nounHeads(at: $0, of: noun) } }.first { !$0.isEmpty }
        let range = support.map { page.clause($0.verb) } ?? page.extents[noun]
        return draft(
            row.act, token: noun, range: range, actors: actor.actors, recipients: recipient.actors, status: status,
            rule: "noun:" + row.lemma,
            dateFrom: support?.verb)
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
        return Draft(statement: .event(event), token: token, range: range)
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
