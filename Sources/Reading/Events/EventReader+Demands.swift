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
            isBetweenTwo(.request, actor, recipient)
        else { return nil }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .request, mode: nil, cameo: "100"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "demand:" + page.lemma(verb))
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
