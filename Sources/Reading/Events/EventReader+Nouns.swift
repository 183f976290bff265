import CasusCore
import Language
import WhosWho

/// Events that nouns carry.
extension EventReader {
    mutating func nounEvent(_ noun: Int) -> Draft? {
        guard let rows = page.lexicon.nouns[page.lemma(noun)] else { return nil }
        guard !page.belongs(noun, to: "no-act") else {
            page.trace?.pass(.event, noun, .noAct)
            return nil
        }
        for row in rows where page.trace != nil && !row.modifier.isEmpty && !isModified(noun, by: row.modifier) {
            page.trace?.pass(.event, noun, .modifier, from: row.source)
        }
        let fitting = rows.filter { $0.modifier.isEmpty || isModified(noun, by: $0.modifier) }.sorted {
            !$0.modifier.isEmpty && $1.modifier.isEmpty
        }
        for row in fitting {
            if let draft = fill(row, noun) { return draft }
        }
        return nil
    }

    /// "carried out a joint operation against the gang": no attack, for the word in front says what the operation is.
    func isToldByNoun(_ draft: Draft, _ verb: Int) -> Bool {
        guard draft.event?.type == .assault, let noun = page.object(verb), lightVerb(of: noun) != nil else { return false }
        return page.lexicon.nouns[page.lemma(noun)]?.contains {
            $0.act.type == .cooperate && !$0.modifier.isEmpty && isModified(noun, by: $0.modifier)
        } ?? false
    }

    func isModified(_ noun: Int, by word: String) -> Bool {
        page.all(noun).contains { child in
            (page.universal(child) == .amod || page.universal(child) == .compound)
                && word.split(separator: "|").contains { page.lower(child) == $0 || page.lemma(child) == $0 }
        }
    }

    mutating func fill(_ row: ActNoun, _ noun: Int) -> Draft? {
        page.trace?.begin(.event, noun, row.source)
        let support = lightVerb(of: noun)
        // "gave a billion in military aid": the verb has told it.
        if let support, lent.contains(support.verb), carrier(of: noun) != noun { return dropped(.mention) }
        var actor = nounSlot(row.actor, of: noun, as: .actor)
        if actor.isOpen, support == nil { actor = ascribed(noun) }
        if actor.isOpen { actor = starter(of: noun) }
        if support == nil, isMutual(row.actor), row.act.type == .consult, let host = speaker(in: noun), !without(actor, host).isOpen {
            actor = union(host, actor)
        }
        if actor.isOpen { actor = crowdThere(noun, row) }
        var recipient = nounSlot(row.recipient, of: noun, as: .recipient)
        var status = page.status(of: noun)
        if let support {
            traceSupport(support)
            // "announced their support": to announce it is to give it.
            // A verb that is known to undo what it governs has done so already.
            let isCounted = page.embedding(by: support.verb, of: page.firstConjunct(noun))?.effect == support.effect
            status = status.under(support.effect == .actual || isCounted || page.isDoneByWords(noun) ? .actual : support.effect)
            if let role = support.subject, let subject = page.subject(support.verb) {
                let one = referents.resolve(subject)
                switch role {
                case .actor, .mutual:
                    if one.isPublic {
                        actor =
                            isMutual(row.actor) || support.subject == .mutual
                            ? union(one, nounSlot(Slot("with|between|of|adj"), of: noun, as: .actor)) : one
                    }
                case .recipient: if one.isPublic { recipient = one }
                }
            }
        }
        if recipient.isOpen, isOnGoods(row.act) {
            recipient = origin(of: row.recipient.alternatives.joined().flatMap { page.nounHeads(at: $0, of: noun) })
        }
        let toll = row.act.type == .assault ? toll(of: noun) : nil
        if support == nil, toll == nil, !row.standsAlone, !isPresupposed(noun, row, actor, recipient) {
            return dropped(.mention)
        }
        let isNameless = actor.isOpen && toll != nil
        guard isNameless || actor.isPublic && !actor.isOpen else { return dropped(actor.isOpen ? .noActor : .privateActor) }
        let isAimed = !recipient.isOpen
        if let toll, recipient.isOpen {
            recipient = referents.resolve(toll.victims[0])
            atHome(row.act, &actor, &recipient, toll.victims, toll.verb)
            if recipient.isOpen { recipient = sufferers(toll.victims, of: toll.verb, actor) }
        }
        if isNameless, let toll, !isOfWar(row.act, noun), !isStruckInPublic(recipient, isAimed ? [noun] : toll.victims, toll.verb) {
            return dropped(.noActor)
        }
        if isMutual(row.actor), actor.actors.count < 2, support == nil { return dropped(.oneSide) }
        // Who hosts a summit meets many, whoever they are.
        guard hasBothSides(row.act.type, actor, recipient) || row.act.mode == "multilateral" && support != nil else {
            return dropped(.oneSide)
        }
        guard isJourney(row.act, actor, recipient) else { return dropped(.ownAffair) }
        // A rebellion of members in their house is a vote, no protest.
        if row.act.type == .protest,
            actor.actors.allSatisfy({ $0.sector == "LEG" || $0.sector == "PTY" }) || isOfPower(row.act, actor) && support?.subject == .actor
        {
            return dropped(.ownAffair)
        }
        if recipient.isOpen { recipient = thing(row.recipient, of: noun) }
        if recipient.isOpen, isDoneToThings(row.act.type) {
            let heads = row.recipient.alternatives.joined().flatMap { page.nounHeads(at: $0, of: noun) }
            recipient = sufferers(heads, of: support?.verb, actor)
        }
        guard
            isBetweenTwo(row.act, actor, recipient)
                || toll.map({ isFought(row.act, actor, recipient, $0.victims + [noun], $0.verb) }) ?? false
        else { return dropped(.unknownSides) }
        let named = recipient
        recipient = without(actor, recipient)
        guard !row.recipient.isRequired || !recipient.isOpen else { return dropped(named.isOpen ? .noRecipient : .ownRecipient) }
        if needsRecipient(row.act), recipient.isOpen, !isMutual(row.actor) {
            return dropped(named.isOpen ? .noRecipient : .ownRecipient)
        }
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

    /// "Talks between Iran and Oman in Muscat ended", "British aid to Rwanda grew": both sides are named, and the clause takes it for granted
    /// that it happened.
    private func isPresupposed(_ noun: Int, _ row: ActNoun, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        guard actor.isPublic else { return false }
        let sides = Set(actor.actors.compactMap(\.code)).union(recipient.actors.compactMap(\.code))
        let isWhole = isMutual(row.actor) ? sides.count > 1 : sides.count > 1 && !recipient.isOpen
        guard isWhole, let verb = page.head(noun), page.isVerbal(verb) else { return false }
        switch page.universal(noun) {
        case .nsubj: return page.relation(noun) == .nsubj && page.isFinite(verb) && page.child(verb, .cop) == nil
        case .obl:
            return ["during", "after", "following", "since", "amid", "despite", "at"].contains(page.marker(noun) ?? "")
                || row.act.type == .consult && page.marker(noun) == "in"
        default: return false
        }
    }

    /// "In a telephone call with the emir, the president raised the fate of the plant": who says or does something in a talk takes part in it.
    private mutating func speaker(in noun: Int) -> Resolution? {
        guard page.universal(noun) == .obl, ["in", "during", "after", "at"].contains(page.marker(noun) ?? ""),
            page.children(noun, .nmod).contains(where: { page.marker($0) == "with" }), let verb = page.head(noun), page.isVerbal(verb),
            page.isFinite(verb), !page.isPassive(verb), let subject = page.subject(verb)
        else { return nil }
        let named = referents.resolve(subject)
        return named.isPublic && named.actors.allSatisfy { $0.code != nil } ? named : nil
    }

    /// "support for the struggle of the Russian people": the one whose affair stands where the recipient should.
    mutating func thing(_ slot: Slot, of noun: Int) -> Resolution {
        for place in slot.alternatives.joined() where place.ofClass == nil && place.position != "adj" && place.position != "poss" {
            for head in page.nounHeads(at: place, of: noun) {
                let whose = owners(of: head)
                page.trace?.note(.recipient, page.phrase(head), "the one whose affair it is", heads: [head])
                if !whose.isOpen { return whose }
            }
        }
        return .open
    }

    /// The recipients who are not the actors themselves: "praised the ties between the two countries" is said to the other.
    func without(_ actor: Resolution, _ recipient: Resolution) -> Resolution {
        var rest = recipient
        rest.actors.removeAll { one in actor.actors.contains { $0.isSame(as: one) } }
        if rest.actors.count > 1 {
            let others = rest.actors.filter { one in !actor.actors.contains { $0.code == one.code && one.code != nil && one.sector == nil }
            }
            if !others.isEmpty { rest.actors = others }
        }
        return rest
    }

    func union(_ a: Resolution, _ b: Resolution) -> Resolution {
        var both = a
        both.formUnion(b)
        return both
    }

    mutating func nounSlot(_ slot: Slot, of noun: Int, as topic: Topic) -> Resolution {
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
                        page.traceRole(topic, head, at: place, found)
                    } else {
                        let one = resolve(head, as: place)
                        page.traceRole(topic, head, at: place, one)
                        found.formUnion(one)
                    }
                }
            }
            if found.isPublic { return found }
        }
        return .open
    }

    struct Support {
        var verb: Int
        var subject: LightVerb.Role?
        var effect: Status
        /// Its row of light.csv.
        var source: Source?
    }

    func lightVerb(of noun: Int) -> Support? {
        let first = page.firstConjunct(carrier(of: noun))
        // "The king is on a visit to Chile", "they are in talks": what is on or in an act does it.
        if first == noun, page.child(noun, .cop) != nil, ["on", "in", "at"].contains(page.marker(noun) ?? ""),
            page.child(noun, .nsubj) != nil
        {
            return Support(verb: noun, subject: .actor, effect: .actual, source: nil)
        }
        guard let verb = page.head(first), page.isVerbal(verb), let rows = page.lexicon.light[page.lemma(verb)] else { return nil }
        let particle = particle(of: verb)
        for row in rows {
            if page.object(verb) == first, row.particle.isEmpty || row.particle == particle {
                return Support(verb: verb, subject: row.subject, effect: row.effect, source: row.source)
            }
            if page.universal(first) == .obl, let marker = page.marker(first), marker == row.particle {
                return Support(verb: verb, subject: row.subject, effect: row.effect, source: row.source)
            }
        }
        return nil
    }
}
