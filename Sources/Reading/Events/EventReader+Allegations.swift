import CasusCore
import Language

/// "Kabul said that the rebels were responsible", "that Delhi had broken the truce", "that the raid was a crime": who says so accuses.
extension EventReader {
    /// "Kabul said that the rebels were responsible", "that Delhi was behind the blast": who names the culprit accuses.
    mutating func allegation(_ verb: Int) -> Draft? {
        guard Self.isTold(page.lexicon.cues[.verb, page.lemma(verb)]), !page.lexicon.isOfClass(page.lemma(verb), "inward"),
            page.modality(verb, skippingNegation: false) == .actual,
            let clause = page.child(verb, .ccomp), page.modality(clause, skippingNegation: false) == .actual,
            !page.hasSubordinator(clause), let culprit = page.child(clause, .nsubj), let subject = page.subject(verb)
        else { return nil }
        let isBlamed = isGuilt(clause) || isMisdeed(clause)
        guard isBlamed || isCondemned(clause) else { return nil }
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return nil }
        // "said the vote was stolen": by whom is left to be understood.
        let isOpen = page.isPassive(clause) && page.belongs(culprit, to: "election")
        var recipient = without(actor, isOpen ? page.subject(clause).map { referents.resolve($0) } ?? .open : referents.resolve(culprit))
        if !isBlamed, recipient.isOpen || !recipient.isPublic { recipient = without(actor, owners(of: culprit)) }
        guard isOpen || recipient.isPublic && !recipient.isOpen, isBetweenTwo(Act(type: .accuse), actor, recipient) else { return nil }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .accuse, mode: isBlamed ? "allege" : "disapprove", cameo: isBlamed ? "112" : "111"), token: verb,
            range: page.clause(verb), actors: actor.actors, recipients: recipient.actors, status: page.status(of: verb),
            rule: "allegation:" + page.lemma(verb))
    }

    /// "had committed crimes", "was lying", "was trying to derail the talks", "had broken the truce": what nobody does rightly.
    private func isMisdeed(_ clause: Int) -> Bool {
        guard page.isVerbal(clause) else { return false }
        if ["try", "seek", "attempt", "want", "continue", "intend"].contains(page.lemma(clause)),
            let deed = page.child(clause, .xcomp), page.isVerbal(deed)
        {
            return isMisdeed(deed)
        }
        if page.isOne(clause, of: "misdeed") {
            return !page.isPassive(clause) || page.object(clause).map { page.belongs($0, to: "election") } ?? false
        }
        guard let object = page.object(clause) else { return false }
        if ["commit", "perpetrate"].contains(page.lemma(clause)) {
            return ["abuse", "crime", "war-crime", "harm"].contains { page.belongs(object, to: $0) }
        }
        return ["violate", "breach", "break", "flout", "infringe"].contains(page.lemma(clause))
            && ["law", "agreement", "ceasefire", "sovereignty", "airspace", "promise", "right", "record"].contains {
                page.belongs(object, to: $0)
            }
    }

    /// "said the raid was a flagrant violation", "called illegal": a predicate of words that condemn.
    private func isCondemned(_ clause: Int) -> Bool {
        guard let copula = page.child(clause, .cop), copula < clause, !page.isVerbal(clause) else { return false }
        return page.polarity(of: copula + 1..<clause + 1) == .negative
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
}
