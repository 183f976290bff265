import CasusCore
import Language

/// Forces that are moved by nobody who is named.
extension EventReader {
    /// "American troops will not be sent": forces that are moved, and nobody said to move them, are moved by their own side.
    mutating func ownForces(_ verb: Int) -> Resolution {
        guard page.isPassive(verb), page.subject(verb) == nil, let object = page.object(verb) else { return .open }
        let forces = referents.resolve(object)
        guard forces.isPublic, !forces.isOpen, forces.actors.allSatisfy({ $0.code != nil && $0.sector == "MIL" }) else { return .open }
        page.trace?.note(.actor, page.phrase(object), "whose forces they are", heads: [object])
        return forces
    }
}
