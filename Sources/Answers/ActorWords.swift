import CasusCore

/// Actors as a reader wants them named: "Vladimir Putin (Russia)", "Jens Stoltenberg (NATO)", "Japan".
struct ActorWords {
    /// The usual names of the states that the statements name, by their codes.
    private let states: [String: String]

    init(_ statements: [Statement]) {
        let all = statements.flatMap { statement in
            switch statement {
            case .event(let it): it.actors + it.recipients
            case .agreement(let it): it.parties
            case .claim(let it): it.speaker.map { [$0] } ?? []
            case .question(let it): it.about + (it.raisedBy.map { [$0] } ?? [])
            }
        }
        states = Dictionary(all.filter { $0.cow != nil && $0.sector == nil }.map { ($0.code ?? "", $0.name) }) { first, _ in first }
    }

    /// Each once; those of one name ("their armies") share the brackets.
    func listed(_ actors: [Actor]) -> String {
        var order: [String] = []
        var homes: [String: [String]] = [:]
        for actor in actors {
            let name = (actor.person.map { $0 + " for " } ?? "") + actor.name
            if !order.contains(name) { order.append(name) }
            if let home = home(of: actor), homes[name]?.contains(home) != true { homes[name, default: []].append(home) }
        }
        return enumeration(order.map { name in homes[name].map { name + " (" + enumeration($0) + ")" } ?? name })
    }

    func name(_ actor: Actor) -> String { listed([actor]) }

    /// The state or organisation that an actor belongs to; nil where the actor is that itself.
    private func home(of actor: Actor) -> String? {
        guard let code = actor.code, code != actor.name else { return nil }
        if actor.cow != nil, actor.sector == nil { return nil }
        return states[code] ?? code
    }
}

/// "a, b and c"
func enumeration(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}
