import CasusCore
import Language
import WhosWho

/// Finds the nouns in the places that a row of the lexicon names.
extension Page {
    /// The heads that stand at a position of a verb.
    func heads(at place: Slot.Place, of verb: Int) -> [Int] {
        let found: [Int]
        switch place.position {
        case "subj": found = [subject(verb)].compactMap { $0 }
        case "obj": found = [object(verb)].compactMap { $0 }
        case "iobj": found = [child(verb, .iobj)].compactMap { $0 }
        case "comp": found = [complement(verb)].compactMap { $0 }
        case "obj.poss": found = object(verb).map { owners(of: $0) } ?? []
        case "obj.of": found = object(verb).map { object in children(object, .nmod).filter { marker($0) == "of" } } ?? []
        default: found = obliques(verb, place.position)
        }
        guard let wanted = place.ofClass else { return found }
        return found.filter { belongs($0, to: wanted) }
    }

    /// The heads that stand at a position of a noun.
    func nounHeads(at place: Slot.Place, of noun: Int) -> [Int] {
        switch place.position {
        case "poss": return [exactChild(noun, .nmodPoss)].compactMap { $0 }
        case "adj":
            return all(noun).filter {
                (universal($0) == .amod || universal($0) == .compound) && mentions[$0]?.candidates.contains(where: \.isState) ?? false
            }
        case "comp": return children(noun, .acl)
        case "between" where child(noun, .acl).map({ lemma($0) == "involve" }) ?? false:
            return child(child(noun, .acl)!, .obj).map { [$0] } ?? []
        default:
            return children(noun, .nmod).filter { marker($0) == place.position }
                + (universal(noun) == .obj || relation(noun) == .nsubjPass
                    ? head(noun).map { verb in children(verb, .obl).filter { marker($0) == place.position && $0 > noun } } ?? [] : [])
        }
    }

    /// Possessor, adjective or compound of a state: "Iraq's airspace", "US policy".
    private func owners(of noun: Int) -> [Int] {
        all(noun).filter {
            relation($0) == .nmodPoss
                || ((universal($0) == .amod || universal($0) == .compound) && mentions[$0]?.candidates.contains(where: \.isState) ?? false)
                || (universal($0) == .nmod && marker($0) == "of")
        }
    }

    /// Whether a noun, or one coordinated with it, is of a class of the lexicon.
    func belongs(_ token: Int, to name: String) -> Bool {
        conjuncts(token).contains { noun in
            if lexicon.isOfClass(lemma(noun).lowercased(), name) { return true }
            switch name {
            case "state": return mentions[noun]?.candidates.contains { $0.isState || $0.isPlace } ?? false
            case "person": return mentions[noun]?.candidates.contains { $0.isPerson } ?? (tokens[noun].upos == .pron)
            default: return false
            }
        }
    }
}
