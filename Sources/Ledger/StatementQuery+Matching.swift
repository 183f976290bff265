package import CasusCore

extension StatementQuery {
    /// Whether a statement fits, leaving aside when it was held: what every store has to answer alike.
    ///
    /// - Parameter codes: who is concerned by it, and `dyads` between whom it is.
    package func matches(_ kept: Kept, _ involvement: Involvement) -> Bool {
        if !ids.isEmpty, !ids.contains(kept.id) { return false }
        if let document, kept.publication.key != document { return false }
        if !kinds.isEmpty, !kinds.contains(kept.statement.kind) { return false }
        if !types.isEmpty, !types.contains(kept.statement.typeName ?? "") { return false }
        if !statuses.isEmpty, kept.statement.status.map(statuses.contains) != true { return false }
        if !stances.isEmpty {
            guard case .claim(let claim) = kept.statement, stances.contains(claim.stance.rawValue) else { return false }
        }
        if let before, StatementPlace(of: kept) >= before { return false }
        let published = kept.publication.published
        if let publishedBy, let published, published > publishedBy { return false }
        if let toldBy, let published, published > toldBy, (kept.day.map { $0 > toldBy } ?? true) { return false }
        if !isInTime(kept) { return false }
        if !sources.isEmpty, !sources.contains(where: kept.publication.isNamed) { return false }
        switch sides.count {
        case 0: return true
        case 1: return involvement.codes.contains { sides[0].contains($0) }
        default:
            return involvement.dyads.contains { dyad in
                sides[0].contains(dyad.a) && sides[1].contains(dyad.b) || sides[0].contains(dyad.b) && sides[1].contains(dyad.a)
            }
        }
    }

    private func isInTime(_ kept: Kept) -> Bool {
        if from == nil, to == nil { return true }
        guard let day = kept.day else { return false }
        if let to, day > to { return false }
        if let from, kept.lastDay(from: day) < from { return false }
        return true
    }
}

extension Kept {
    /// The last day that it can mean: of what goes on, the end of time.
    fileprivate func lastDay(from day: Day) -> Day {
        statement.happened.map { $0.latest ?? Day(number: .max) } ?? day
    }
}

extension Publication {
    /// Whether somebody who names this publisher, or this document by its own name or its key, means it.
    package func isNamed(_ name: String) -> Bool {
        publisher?.lowercased() == name.lowercased() || id == name || name.utf8.count >= 6 && key.hasPrefix(name)
    }
}

extension Statement {
    /// The event's type, or the strongest duty of an agreement.
    package var typeName: String? {
        switch self {
        case .event(let event): event.type.rawValue
        case .agreement(let agreement): agreement.type?.rawValue
        case .claim(let claim): claim.stance.rawValue
        case .question: nil
        }
    }
}
