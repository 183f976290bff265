package import CasusCore

/// Actors as a reader wants them named: "Vladimir Putin (Russia)", "Jens Stoltenberg (NATO)", "Japan".
package struct ActorWords {
    /// The usual names of the states of these actors, by their codes.
    private let states: [String: String]

    package init(_ statements: [Statement], stateName: (String) -> String?) {
        let all = statements.flatMap { statement in
            switch statement {
            case .event(let it): it.actors + it.recipients
            case .agreement(let it): it.parties
            case .claim(let it): it.speaker.map { [$0] } ?? []
            case .question(let it): it.about + (it.raisedBy.map { [$0] } ?? [])
            }
        }
        let codes = Set(all.compactMap { $0.cow == nil ? nil : $0.code })
        states = Dictionary(uniqueKeysWithValues: codes.map { ($0, stateName($0) ?? $0) })
    }

    /// Each once; those of one name ("their armies") share the brackets.
    package func listed(_ actors: [Actor]) -> String {
        var order: [String] = []
        var homes: [String: [String]] = [:]
        for actor in actors {
            let name = (actor.person.map { $0 + " for " } ?? "") + actor.name
            if !order.contains(name) { order.append(name) }
            if let home = home(of: actor), homes[name]?.contains(home) != true { homes[name, default: []].append(home) }
        }
        return enumeration(order.map { name in homes[name].map { name + " (" + enumeration($0) + ")" } ?? name })
    }

    package func name(_ actor: Actor) -> String { listed([actor]) }

    /// The state or organisation that an actor belongs to; nil where the actor is that itself.
    private func home(of actor: Actor) -> String? {
        guard let code = actor.code, actor.cow == nil || actor.sector != nil else { return nil }
        let home = states[code] ?? code
        return home == actor.name ? nil : home
    }
}

/// "a, b and c"
package func enumeration(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}
