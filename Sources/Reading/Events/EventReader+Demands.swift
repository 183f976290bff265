import CasusCore
import Language
import WhosWho

/// "Moscow said that Israel must end the strikes": who says in public what another has to do asks for it.
extension EventReader {
    mutating func demand(_ verb: Int) -> Draft? {
        guard Self.isTold(page.lexicon.cues[.verb, page.lemma(verb)]), !page.lexicon.isOfClass(page.lemma(verb), "inward"),
            page.modality(verb, skippingNegation: false) == .actual,
            let clause = page.child(verb, .ccomp), isBinding(clause), let debtor = page.child(clause, .nsubj),
            let subject = page.subject(verb)
        else { return nil }
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return nil }
        var recipient = referents.resolve(debtor)
        // "The bishops said the government must act": an organ without a state is that of the people who speak.
        let isAtHome = actor.actors.allSatisfy { one in
            one.code.map { page.who.state($0) != nil } ?? true && one.sector.map { $0 != "GOV" } ?? false
        }
        guard recipient.isPublic,
            recipient.actors.allSatisfy({ one in one.code != nil || isAtHome && Self.organs.contains(one.sector ?? "") })
        else { return nil }
        // What "should" be done is advice in the mouth of a crowd, and to one's own people.
        if isMild(clause) {
            guard actor.actors.allSatisfy({ !["CVL", "UNK"].contains($0.sector ?? ($0.code == nil ? "UNK" : "")) }),
                recipient.actors.allSatisfy({ one in
                    Self.organs.contains(one.sector ?? "GOV") || !actor.actors.contains { $0.code == one.code }
                })
            else { return nil }
        }
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

    /// "must stop", "should stop", "has to stop", "needs to stop"; but "must have known" and "must be wrong" are guesses.
    private func isBinding(_ clause: Int) -> Bool {
        guard page.isVerbal(clause), page.universal(clause) != .aux, page.child(clause, .cop) == nil, page.pastModal(clause) == nil else {
            return false
        }
        if ["have", "need", "ought"].contains(page.lemma(clause)) {
            return page.child(clause, .obj) == nil && !page.children(clause, .advmod).contains { page.isNegation($0) }
                && page.all(clause).contains { $0 > clause && page.universal($0) == .xcomp && page.subordinator($0) == "to" }
        }
        let auxiliaries = page.children(clause, .aux).map { page.lower($0) }
        // "insisted that the ministry release them": a base form behind one who is named tells what is wanted.
        if auxiliaries.isEmpty, page.tokens[clause].xpos == .vb, page.subordinator(clause) == "that",
            let debtor = page.child(clause, .nsubj), [.nn, .nnp].contains(page.tokens[debtor].xpos), page.child(debtor, .conj) == nil
        {
            return true
        }
        return auxiliaries.contains("must") && !auxiliaries.contains("have") || auxiliaries.contains("should") && !page.isPassive(clause)
    }

    /// Whether a clause says what should be done, not what must.
    private func isMild(_ clause: Int) -> Bool { !page.children(clause, .aux).contains { page.lower($0) == "must" } }

    /// Sectors of the organs of a state.
    private static let organs: Set<String> = ["GOV", "LEG", "JUD", "MIL", "COP"]

    static func isTold(_ cues: [Cue]?) -> Bool {
        cues?.contains { $0.stance == .asserts || $0.stance == .demands } ?? false
    }
}
