import CasusCore
import Language
import WhosWho

/// Events that verbs state.
extension EventReader {
    mutating func verbEvent(_ verb: Int, onlyWithObject: Bool = false) -> Draft? {
        let isAdjective = page.tokens[verb].upos == .adj
        guard page.universal(verb) != .aux, page.universal(verb) != .amod || isAdjective,
            let frames = page.lexicon.frames[page.isVerbal(verb) ? page.lemma(verb) : "be " + page.lemma(page.measured(verb).first ?? verb)]
        else { return nil }
        if isSpeech(verb) {
            page.trace?.pass(.event, verb, isSport(verb) ? .game : .speech)
            return nil
        }
        if isFiction(verb) {
            page.trace?.pass(.event, verb, .fiction)
            return nil
        }
        let particle = particle(of: verb)
        let object = page.object(verb)
        var best: (rank: Int, draft: Draft)?
        for frame in frames {
            guard frame.particle.isEmpty || frame.particle == particle else {
                page.trace?.pass(.event, verb, .particle, from: frame.source)
                continue
            }
            if onlyWithObject, frame.object.isAny || frame.object.isNone || frame.object.hasPlaces { continue }
            guard frame.object.isAny || (frame.object.isNone ? object == nil : hasObject(frame.object, verb, object)) else {
                page.trace?.pass(.event, verb, .object, object.map { page.string(page.phrase($0)) } ?? "", from: frame.source)
                continue
            }
            // "attacked a factory and other positions": the first of the objects says more than the last.
            let isOwn = object.map { object in frame.object.choices.contains { page.isOne(object, of: $0.name) } } ?? false
            // "hit a base with missiles", "sent soldiers to the peacekeeping force": what stands elsewhere says more still.
            let isElsewhere = frame.object.hasPlaces
            let rank =
                (frame.particle.isEmpty ? 0 : 8) + (frame.object.isAny ? 0 : 4) + (isOwn ? 2 : 0) + (isElsewhere ? 3 : 0)
                + (frame.recipient.isRequired ? 1 : 0)
            if let best, best.rank >= rank {
                page.trace?.pass(.event, verb, .outranked, from: frame.source)
                continue
            }
            if let draft = fill(frame, verb) {
                page.trace?.drop(trail: best?.draft.trail, .outranked)
                best = (rank, draft)
            }
        }
        return best?.draft
    }

    /// Whether the verb has an object of one of the classes, or a noun of the class at another position ("to:agreement").
    func hasObject(_ classes: ObjectClass, _ verb: Int, _ object: Int?) -> Bool {
        classes.choices.contains { choice in
            if let place = choice.place { return !page.heads(at: place, of: verb).isEmpty }
            return object.map { page.belongs($0, to: choice.name) } ?? false
        }
    }

    func particle(of verb: Int) -> String {
        if let particle = page.exactChild(verb, .compoundPrt) { return page.lower(particle) }
        for child in page.children(verb, .advmod) where child > verb && child <= verb + 2 { return page.lower(child) }
        // "let free", "set free", "held Moscow responsible"
        if let result = page.child(verb, .xcomp), page.tokens[result].upos == .adj || page.tokens[result].upos == .adv,
            page.subordinator(result) == nil
        {
            return page.lower(result)
        }
        // "said sorry", "let them go": a bare word that completes the verb.
        if let result = page.child(verb, .ccomp) ?? page.child(verb, .xcomp), result > verb,
            page.tokens[result].upos == .adj && page.child(result, .nsubj) == nil && page.child(result, .cop) == nil
                || page.tokens[result].xpos == .vb && page.all(result).allSatisfy({ $0 < result && page.universal($0) == .nsubj }),
            page.lexicon.frames[page.lemma(verb)]?.contains(where: { $0.particle == page.lower(result) }) ?? false
        {
            return page.lower(result)
        }
        return ""
    }

    /// A verb as classes name it, with its particle: "end", "call off".
    func phrasal(_ verb: Int) -> String {
        let particle = particle(of: verb)
        return page.lemma(verb) + (particle.isEmpty ? "" : " " + particle)
    }

    mutating func fill(_ frame: Frame, _ verb: Int) -> Draft? {
        let act = asHelp(self.act(of: frame, verb), verb)
        page.trace?.begin(.event, verb, frame.source)
        var actor = resolve(frame.actor, of: verb, as: .actor)
        if actor.isOpen { actor = actorUnnamed(act, frame, verb) }
        if frame.act.type == .assault, !actor.isPublic { actor = attacker(verb) }
        let nameless = actor.isOpen ? unnamed(frame, verb) : nil
        if let nameless { actor = nameless }
        if actor.isOpen { actor = sender(act, verb) }
        let areUnited = !actor.isPublic && areUnited(act, verb, actor)
        let isSomebody = actor.isPublic || areUnited || isMarching(act, verb) || isHelpAbroad(act, actor, verb)
        guard nameless != nil || isSomebody && !actor.isOpen else {
            return dropped(actor.isOpen ? .noActor : .privateActor)
        }
        var recipient = self.recipient(of: act, frame, verb, actor)
        let struck = frame.recipient.alternatives.joined().lazy.map { [page] in page.heads(at: $0, of: verb) }.first { !$0.isEmpty } ?? []
        atHome(act, &actor, &recipient, struck, verb)
        if nameless != nil, !isStruckInPublic(recipient, struck, verb) { return dropped(.noActor) }
        let named = recipient
        recipient = without(actor, recipient)
        if !actor.isPublic, act.type == .aid, !isAbroad(recipient, from: actor) { return dropped(.privateActor) }
        let isAimed = recipient.isOpen && named.isOpen && isAimed(frame, verb, actor)
        guard !frame.recipient.isRequired || !recipient.isOpen || isAimed else {
            return dropped(named.isOpen ? .noRecipient : .ownRecipient)
        }
        if needsRecipient(act), recipient.isOpen, !isMutual(frame.actor), !(frame.recipient.mayBeOpen && isPower(actor, act)), !isAimed {
            return dropped(named.isOpen ? .noRecipient : .ownRecipient)
        }
        if let reason = onlyWords(act, verb, struck) { return dropped(reason) }
        if let reason = ownAffair(frame, verb, actor, recipient) { return dropped(reason) }
        // "Kenya's teachers rejected the government's offer": many of one calling act in public towards those who rule.
        if areUnited, act.type != .threaten, recipient.isOpen || !recipient.isPublic { return dropped(.privateActor) }
        // "The union in Peru called off its strike": of the state they struck in.
        if act.cameo == "082" { actor.actors = actor.actors.map { ofPlace($0, in: verb) } }
        if isMutual(frame.actor), !hasBothSides(act.type, actor, recipient) { actor = union(actor, host(of: verb, for: act, actor)) }
        guard hasBothSides(act.type, actor, recipient) || act.mode == "third-party" else { return dropped(.oneSide) }
        guard
            isBetweenTwo(act, actor, recipient, by: verb) || isFought(act, actor, recipient, struck, verb) || isOfStates(act, verb)
        else { return dropped(.unknownSides) }
        guard !frame.about.isRequired || frame.about.alternatives.contains(where: { $0.contains { !page.heads(at: $0, of: verb).isEmpty } })
        else { return dropped(.noSubject) }
        var draft = self.draft(
            act, token: verb, range: page.clause(verb), actors: actor.actors, recipients: recipient.actors,
            status: page.status(of: verb).under(isStillToCome(act, verb) ? .planned : .actual),
            rule: "frame:" + frame.lemma)
        if case .event(var event) = draft.statement {
            event.objects = objects(frame.objects, of: verb)
            draft.statement = .event(event)
        }
        aboutHeads[verb] = frame.about.alternatives.map { places in places.flatMap { page.heads(at: $0, of: verb) } }.first { !$0.isEmpty }
        return draft
    }

    /// On whom an act is done: at the places that the frame names, else by what stands around them.
    private mutating func recipient(of act: Act, _ frame: Frame, _ verb: Int, _ actor: Resolution) -> Resolution {
        // Soldiers sent to keep a peace are sent to where it is kept, not to those who keep it.
        var recipient =
            act.type == .aid && frame.act.type == .mobilize
            ? .open : resolve(frame.recipient, of: verb, as: .recipient, besides: actor)
        if recipient.isOpen { recipient = whoseAct(frame, verb) }
        if recipient.isOpen { recipient = beneficiary(verb) }
        if recipient.isOpen, act.type == .threaten, let clause = page.complement(verb), let object = page.object(clause) {
            recipient = referents.resolve(object)
            page.trace?.note(.recipient, page.phrase(object), "on whom the threatened act would be done", heads: [object])
        }
        if recipient.isOpen, act.type == .accuse || act.type == .request { recipient = accused(frame, verb) }
        if recipient.isOpen { recipient = addressee(frame, verb) }
        if recipient.isOpen, act.type == .aid { recipient = placeHelped(frame, verb, actor) }
        if recipient.isOpen, act.type == .mobilize,
            let near = frame.recipient.alternatives.joined().flatMap({ page.heads(at: $0, of: verb) }).first
        {
            recipient = owners(of: near)
        }
        if recipient.isOpen, isDoneToThings(frame.act.type) {
            let heads = frame.recipient.alternatives.joined().filter { $0.ofClass == nil }.flatMap { page.heads(at: $0, of: verb) }
            recipient = sufferers(heads, of: verb, actor)
        }
        if recipient.isOpen { recipient = ownPeople(act, frame, verb, actor) }
        if recipient.isOpen, isOnGoods(act) {
            recipient = origin(
                of: frame.recipient.alternatives.joined().filter { $0.ofClass == nil }.flatMap { page.heads(at: $0, of: verb) })
        }
        if recipient.isOpen, act.mode == "arrest" { recipient = heldBy(frame, verb) }
        if recipient.isOpen, act.mode == "arrest" { recipient = suspect(verb) }
        // "were expelled from Canada": the state that acts is not whom it is done to.
        if page.isPassive(verb), page.subject(verb) == nil, without(actor, recipient).isOpen, let object = page.object(verb),
            !isMutual(frame.actor),
            actor.actors.first?.code != referents.resolve(object).actors.first?.code
        {
            recipient = referents.resolve(object)
        }
        return recipient
    }

    /// Whether a clause that looks like an act tells of words: a quarrel of two persons, "declined to be named", an opinion that is agreed on.
    private func onlyWords(_ act: Act, _ verb: Int, _ struck: [Int]) -> Reason? {
        if act.type == .assault, act.mode == nil, isQuarrel(verb, struck) { return .speech }
        // "declined to be named"
        if act.type == .reject, let clause = page.complement(verb), page.isPassive(clause),
            page.lexicon.isOfClass(page.lemma(clause), "naming")
        {
            return .speech
        }
        // "agreed that there was nothing wrong" is an opinion; a promise is of what one will do.
        if act.type == .agree, let clause = page.child(verb, .ccomp), page.isFinite(clause),
            !page.all(clause).contains(where: { ["will", "would", "shall"].contains(page.lemma($0)) })
        {
            return .opinion
        }
        return nil
    }

    func stateCode(_ token: Int) -> String? {
        guard let mention = page.mentions[token] else { return nil }
        let codes = Set(mention.candidates.filter(\.isState).map(\.id))
        return codes.count == 1 ? codes.first : nil
    }

    /// The first of a slot's places at which somebody is known, besides those who act: "closed its embassy in Tehran" is done to Iran.
    mutating func resolve(_ slot: Slot, of verb: Int, as topic: Topic, besides actor: Resolution = .open) -> Resolution {
        var own = Resolution.open
        for alternative in slot.alternatives {
            var found = Resolution()
            for place in alternative {
                for head in page.heads(at: place, of: verb) {
                    let one = resolve(head, as: place)
                    page.traceRole(topic, head, at: place, one)
                    found.formUnion(one)
                }
            }
            if found.isOpen { continue }
            if !without(actor, found).isOpen { return found }
            if own.isOpen { own = found }
        }
        return own
    }

    /// A host may be named by its city: "flew to Moscow".
    mutating func resolve(_ head: Int, as place: Slot.Place) -> Resolution {
        if place.ofClass == "state" || place.position == "in" || place.position == "at" {
            var host = Resolution()
            for noun in page.conjuncts(head) {
                guard let mention = page.mentions[noun] else { continue }
                let codes = Set(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil })
                if codes.count == 1, let code = codes.first, !code.isEmpty {
                    page.trace?.name(noun, "the state, or the state of the place, that is named: \(code)", from: page.row(of: mention))
                    host.formUnion(Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(noun)))], isPublic: true))
                }
            }
            if !host.isOpen { return host }
        }
        // "bomb Syrian airfields": the state behind the adjective.
        if page.universal(head) == .amod || page.universal(head) == .compound, let code = stateCode(head) {
            return Resolution(actors: [page.stateActor(code, text: page.word(head))], isPublic: true)
        }
        return referents.resolve(head)
    }

    func objects(_ slot: Slot, of verb: Int) -> [String] {
        for alternative in slot.alternatives {
            let heads = alternative.flatMap { page.heads(at: $0, of: verb) }
            if !heads.isEmpty { return heads.flatMap { page.conjuncts($0) }.map { thing($0) } }
        }
        return []
    }

    /// A thing in the text's words, without its article.
    func thing(_ noun: Int) -> String {
        var range = page.phrase(noun)
        while range.count > 1, [.det, .cconj, .punct].contains(page.tokens[range.lowerBound].upos) {
            range = range.lowerBound + 1..<range.upperBound
        }
        return page.string(range)
    }
}
