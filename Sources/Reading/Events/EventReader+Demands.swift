import CasusCore
import Language

/// "Moscow said that Israel must end the strikes": who says in public what another has to do asks for it.
extension EventReader {
    mutating func demand(_ verb: Int) -> Draft? {
        guard Self.isTold(page.lexicon.cues[.verb, page.lemma(verb)]), !Self.inward.contains(page.lemma(verb)),
            page.modality(verb, skippingNegation: false) == .actual,
            let clause = page.child(verb, .ccomp), isBinding(clause), let debtor = page.child(clause, .nsubj),
            let subject = page.subject(verb)
        else { return nil }
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return nil }
        var recipient = referents.resolve(debtor)
        guard recipient.isPublic, recipient.actors.allSatisfy({ $0.code != nil }) else { return nil }
        recipient.actors.removeAll { one in actor.actors.contains { $0.isSame(as: one) } }
        // "The minister said the country must work harder" is said to nobody in particular.
        guard !recipient.isOpen,
            !recipient.actors.contains(where: { one in one.sector == nil && actor.actors.contains { $0.code == one.code } }),
            isBetweenTwo(Act(type: .request), actor, recipient)
        else { return nil }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .request, mode: nil, cameo: "100"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "demand:" + page.lemma(verb))
    }

    /// "Moscow warned that it would respond", "told the marchers they would be arrested": who says what he will do against somebody threatens.
    mutating func warning(_ verb: Int) -> Draft? {
        guard let frames = page.lexicon.frames[page.lemma(verb)], frames.contains(where: { $0.act.type == .threaten }),
            page.modality(verb, skippingNegation: false) == .actual,
            let clause = page.child(verb, .ccomp), page.isVerbal(clause),
            isHostile(clause) || isReaction(clause) || verbEvent(clause)?.event?.type == .reject,
            page.all(clause).contains(where: { ["will", "would", "shall"].contains(page.lemma($0)) }),
            let subject = page.subject(verb), let doer = page.isPassive(clause) ? page.object(clause) : page.subject(clause)
        else { return nil }
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return nil }
        let other = referents.resolve(doer)
        let isOwn = other.actors.contains { one in actor.actors.contains { $0.code == one.code && one.code != nil } }
        guard isOwn || page.isPassive(clause) else { return nil }
        var recipient = (page.child(verb, .iobj) ?? page.object(verb)).map { referents.resolve($0) } ?? .open
        if recipient.isOpen { recipient = page.isPassive(clause) ? other : page.object(clause).map { referents.resolve($0) } ?? .open }
        if recipient.isOpen { recipient = page.obliques(clause, "to").first.map { owners(of: $0) } ?? .open }
        recipient = without(actor, recipient)
        guard isBetweenTwo(Act(type: .threaten), actor, recipient) else { return nil }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .threaten, mode: nil, cameo: "130"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "warning:" + page.lemma(verb))
    }

    /// "would respond", "would step in": of somebody who warns, an act against somebody.
    private func isReaction(_ clause: Int) -> Bool {
        let particle = particle(of: clause)
        return page.lexicon.isOfClass(page.lemma(clause) + (particle.isEmpty ? "" : " " + particle), "reaction")
    }

    /// "Kabul said that the rebels were responsible", "that Delhi was behind the blast": who names the culprit accuses.
    mutating func allegation(_ verb: Int) -> Draft? {
        guard Self.isTold(page.lexicon.cues[.verb, page.lemma(verb)]), !Self.inward.contains(page.lemma(verb)),
            page.modality(verb, skippingNegation: false) == .actual,
            let clause = page.child(verb, .ccomp), isGuilt(clause), page.modality(clause, skippingNegation: false) == .actual,
            !page.hasSubordinator(clause), let culprit = page.child(clause, .nsubj), let subject = page.subject(verb)
        else { return nil }
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return nil }
        let recipient = without(actor, referents.resolve(culprit))
        guard recipient.isPublic, !recipient.isOpen, isBetweenTwo(Act(type: .accuse), actor, recipient) else { return nil }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .accuse, mode: "allege", cameo: "112"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "allegation:" + page.lemma(verb))
    }

    /// "was responsible (for the blast)", "was guilty", "was behind the blast", "was to blame".
    private func isGuilt(_ clause: Int) -> Bool {
        if page.lemma(clause) == "blame" { return page.subordinator(clause) == "to" || page.lower(max(0, clause - 1)) == "to" }
        guard page.child(clause, .cop) != nil else { return false }
        if ["responsible", "guilty", "culpable"].contains(page.lemma(clause)) {
            // "responsible for the schools" is a duty.
            let deeds = page.children(clause, .obl).filter { ["for", "of"].contains(page.marker($0) ?? "") }
            return deeds.allSatisfy { page.belongs($0, to: "harm") || page.belongs($0, to: "crime") || page.belongs($0, to: "abuse") }
        }
        return page.isNominal(clause) && page.marker(clause) == "behind"
    }

    /// "must stop", "must not stop"; but "must have known" and "must be wrong" are guesses.
    private func isBinding(_ clause: Int) -> Bool {
        guard page.isVerbal(clause), page.universal(clause) != .aux, page.child(clause, .cop) == nil else { return false }
        let auxiliaries = page.children(clause, .aux).map { page.lemma($0) }
        return auxiliaries.contains("must") && !auxiliaries.contains("have")
    }

    private static func isTold(_ cues: [Cue]?) -> Bool {
        cues?.contains { $0.stance == .asserts || $0.stance == .demands } ?? false
    }

    /// What is only thought is asked of nobody.
    private static let inward: Set<String> = ["think", "believe", "feel", "know", "suppose", "hope", "assume", "suspect"]
}
