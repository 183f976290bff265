import CasusCore
import Language
import WhosWho

/// Who a noun phrase speaks of.
struct Resolution {
    var actors: [Actor] = []
    /// Whether they can act in public: states, organs, organisations, armed groups, crowds.
    var isPublic = false

    static let open = Resolution()

    var isOpen: Bool { actors.isEmpty }

    mutating func formUnion(_ other: Resolution) {
        for actor in other.actors where !actors.contains(where: { $0.isSame(as: actor) }) { actors.append(actor) }
        isPublic = isPublic || other.isPublic
    }
}

extension Actor {
    /// Whether two actors are the same, whatever words the text has for them.
    func isSame(as other: Actor) -> Bool {
        code == other.code && sector == other.sector && name == other.name
    }
}

extension Page {
    /// The noun phrase of a head in its plain form: with titles and adjectives, without clauses and prepositional phrases.
    func phrase(_ token: Int) -> Range<Int> {
        var range = mentions[token]?.tokens ?? token..<(token + 1)
        for child in all(token) {
            switch universal(child) {
            case .det, .amod, .compound, .nummod, .flat: break
            case .nmod where relation(child) == .nmodPoss || relation(child) == .nmodDesc: break
            default: continue
            }
            // "On Sunday some 100,000 people": a day is no part of whom it precedes.
            if dates[child] != nil, universal(child) == .compound { continue }
            let extent = extents[child]
            range =
                min(
                    range.lowerBound, extent.lowerBound)..<max(
                    range.upperBound, universal(child) == .flat || child < token ? extent.upperBound : range.upperBound)
        }
        return range
    }

    /// A state as an actor, under the name of the day.
    func stateActor(_ code: String, sector: String? = nil, name: String? = nil, text: String, person: String? = nil) -> Actor {
        let day = document.published
        let state = who.state(code)
        return Actor(
            code: code, sector: sector, name: name ?? state?.name(on: day) ?? code, cow: state?.cow(on: day), gw: state?.gw(on: day),
            text: text,
            person: person)
    }
}
