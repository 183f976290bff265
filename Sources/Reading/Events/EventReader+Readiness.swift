import CasusCore
import Language

/// "Rome was ready to discuss the border", "is prepared to leave them the port": who says that he would do another a favour promises it.
extension EventReader {
    mutating func readiness(_ token: Int) -> Draft? {
        guard let clause = offered(by: token), !drafts.contains(where: { $0.token == clause }) else { return nil }
        let isHarsh = isRevenge(clause) || usesForce(clause)
        guard isHarsh || isFriendly(clause) else { return nil }
        guard
            let subject = page.child(token, .nsubj)
                ?? page.head(token).flatMap({ page.universal(token) == .xcomp ? page.subject($0) : nil })
        else { return nil }
        page.trace?.begin(.event, token)
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen, actor.actors.allSatisfy({ $0.code != nil }) else {
            return dropped(actor.isOpen ? .noActor : .privateActor)
        }
        var recipient = Resolution.open
        for head in [page.child(clause, .iobj)].compactMap(\.self) + page.obliques(clause, "with") + page.obliques(clause, "to")
            + (isHarsh ? page.obliques(clause, "against") + page.obliques(clause, "at") : [])
        where recipient.isOpen {
            recipient = referents.resolve(head)
        }
        recipient = without(actor, recipient)
        recipient.actors.removeAll { $0.code == nil }
        aboutHeads[token] = [clause]
        return draft(
            isHarsh ? Act(type: .threaten, mode: nil, cameo: "130") : Act(type: .agree, mode: nil, cameo: "030"), token: token,
            range: page.clause(token), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: token), rule: "readiness:" + page.lemma(token))
    }

    /// "The rebels said they would lay down their arms", "Skopje said it would join NATO": who says that he will yield, help or join promises it.
    mutating func undertaking(_ verb: Int) -> Draft? {
        guard page.lexicon.isOfClass(page.lemma(verb), "promising"),
            page.modality(verb, skippingNegation: false) == .actual,
            let clause = page.child(verb, .ccomp), page.isVerbal(clause), !page.isPassive(clause),
            page.modality(clause, skippingNegation: false) != .negated,
            page.all(clause).contains(where: { ["will", "would", "shall"].contains(page.lemma($0)) }),
            !drafts.contains(where: { $0.token == clause || $0.token == verb }), isGift(clause),
            let speaker = page.subject(verb), let doer = page.subject(clause)
        else { return nil }
        page.trace?.begin(.event, verb)
        let actor = referents.resolve(speaker)
        guard actor.isPublic, !actor.isOpen else { return dropped(actor.isOpen ? .noActor : .privateActor) }
        let other = referents.resolve(doer)
        guard
            ["it", "they", "he", "she"].contains(page.lower(doer)),
            other.isOpen || other.actors.contains(where: { one in actor.actors.contains { $0.code == one.code } })
        else { return dropped(.noActor) }
        guard isBetweenTwo(Act(type: .agree), actor, .open) else { return dropped(.unknownSides) }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .agree, mode: nil, cameo: "030"), token: verb, range: page.clause(verb), actors: actor.actors, recipients: [],
            status: page.status(of: verb), rule: "undertaking:" + page.lemma(verb))
    }

    /// Whether a clause gives, yields or joins something that a row names.
    private func isGift(_ clause: Int) -> Bool {
        let object = page.object(clause)
        if page.lexicon.isOfClass(page.lemma(clause), "joining"), let object,
            ["agreement", "organisation-of-states", "talks", "ceasefire", "organisation"].contains(where: { page.belongs(object, to: $0) })
        {
            return true
        }
        let particle = particle(of: clause)
        return page.lexicon.frames[page.lemma(clause)]?.contains { frame in
            [.aid, .concede, .retreat, .cooperate].contains(frame.act.type) && (frame.particle.isEmpty || frame.particle == particle)
                && !frame.object.isAny && !frame.object.isNone && !frame.about.isRequired && hasObject(frame.object, clause, object)
        } ?? false
    }

    /// The clause that hangs on "ready to", "willing to", "was prepared to".
    private func offered(by token: Int) -> Int? {
        let lemma = page.lemma(token)
        let isAdjective = page.tokens[token].upos == .adj && ["ready", "willing", "prepared"].contains(page.lower(token))
        guard
            isAdjective && (page.child(token, .cop) != nil || page.exactChild(token, .auxPass) != nil || page.universal(token) == .xcomp)
                || lemma == "prepare" && page.isPassive(token)
        else { return nil }
        return page.all(token).first { clause in
            clause > token && [.xcomp, .advcl, .ccomp].contains(page.universal(clause)) && page.isVerbal(clause)
                && page.subordinator(clause) == "to"
        }
    }

    /// Whether a clause is of what is done for another, or with him, and of nothing else.
    private mutating func isFriendly(_ clause: Int) -> Bool {
        if let object = page.object(clause), page.belongs(object, to: "ties") || page.belongs(object, to: "talks") { return true }
        // "to return to the talks"
        if page.obliques(clause, "to").contains(where: { page.belongs($0, to: "talks") }) { return true }
        // "to leave them the port"
        if page.child(clause, .iobj) != nil, page.object(clause) != nil, !isHostile(clause) { return true }
        guard let frames = page.lexicon.frames[page.lemma(clause)] else { return false }
        return frames.allSatisfy { [.cooperate, .consult, .aid, .concede, .retreat, .agree, .support].contains($0.act.type) }
    }
}
