import CasusCore
import Language

/// "Oslo warned that it would close the border", "warned the rebels that its jets would strike": who says what he himself will do threatens.
extension EventReader {
    mutating func ownThreat(_ verb: Int) -> Draft? {
        guard let frames = page.lexicon.frames[page.lemma(verb)], frames.contains(where: { $0.act.type == .threaten && $0.object.isAny }),
            let clause = page.child(verb, .ccomp), page.isVerbal(clause), !page.isPassive(clause), announces(clause), isHard(clause),
            let doer = page.child(clause, .nsubj), let subject = page.subject(verb)
        else { return nil }
        page.trace?.begin(.event, verb)
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return dropped(actor.isOpen ? .noActor : .privateActor) }
        let doers = referents.resolve(doer)
        guard doers.isPublic, doers.actors.allSatisfy({ one in one.code != nil && actor.actors.contains { $0.code == one.code } }) else {
            return dropped(.oneSide)
        }
        let addressee = page.child(verb, .iobj) ?? page.child(verb, .obj)
        var recipient = addressee.map { referents.resolve($0) } ?? .open
        if recipient.isOpen, let object = page.object(clause) { recipient = referents.resolve(object) }
        recipient = without(actor, recipient)
        recipient.actors.removeAll { $0.code == nil }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .threaten, mode: nil, cameo: "130"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "threat:" + page.lemma(verb))
    }

    private func announces(_ clause: Int) -> Bool {
        page.all(clause).contains { page.universal($0) == .aux && ["will", "would", "shall"].contains(page.lower($0)) }
            && !page.all(clause).contains { ["not", "n't", "never"].contains(page.lower($0)) }
    }

    /// Whether what is announced is done against somebody, or in answer to something.
    private func isHard(_ clause: Int) -> Bool {
        let words = page.lemma(clause) + (page.exactChild(clause, .compoundPrt).map { " " + page.lower($0) } ?? "")
        if page.lexicon.isOfClass(words, "reaction") { return true }
        return page.lexicon.frames[page.lemma(clause)]?.contains {
            ($0.object.isAny || $0.object.isNone == (page.object(clause) == nil) && !$0.object.hasPlaces)
                && [.coerce, .sanction, .assault, .mobilize].contains($0.act.type)
        } ?? false
    }

    /// "American troops will not be sent": forces that are moved, and nobody said to move them, are moved by their own side.
    mutating func ownForces(_ verb: Int) -> Resolution {
        guard page.isPassive(verb), page.subject(verb) == nil, let object = page.object(verb) else { return .open }
        let forces = referents.resolve(object)
        guard forces.isPublic, !forces.isOpen, forces.actors.allSatisfy({ $0.code != nil && $0.sector == "MIL" }) else { return .open }
        page.trace?.note(.actor, page.phrase(object), "whose forces they are", heads: [object])
        return forces
    }
}
