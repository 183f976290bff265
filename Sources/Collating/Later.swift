import CasusCore

/// Finds the later acts that a plan, a promise or a question may have led to.
struct Later {
    private struct Key: Hashable {
        let one: String
        let other: String
    }

    /// Deeds by every two sides, in the order of publication.
    private var bySides: [Key: [Deed]] = [:]
    private var byOne: [String: [Deed]] = [:]
    private var refusals: [String: [Deed]] = [:]
    /// The days on which documents that name a side were published, each with the document's key.
    private var reported: [String: [String: Day]] = [:]

    init(_ reports: Reports) {
        for deed in reports.deeds where deed.published != nil {
            let keys = deed.sides.keys
            if deed.type == .reject {
                for one in deed.doers.keys { refusals[one, default: []].append(deed) }
            }
            if keys.count == 1 { byOne[keys[0], default: []].append(deed) }
            for (one, other) in Later.pairs(keys) { bySides[Key(one: one, other: other), default: []].append(deed) }
        }
        for (key, deeds) in bySides { bySides[key] = Later.sorted(deeds) }
        for (key, deeds) in refusals { refusals[key] = Later.sorted(deeds) }
        for (key, deeds) in byOne { byOne[key] = Later.sorted(deeds) }
        for kept in reports.all {
            guard let day = kept.published else { continue }
            for actor in kept.statement.actors { reported[Who.key(of: actor), default: [:]][kept.publication.key] = day }
        }
    }

    /// The acts in which all of some sides have a part, in the order of publication; none without a side.
    func deeds(of sides: [String]) -> [Deed] {
        guard let first = sides.first else { return [] }
        if sides.count == 1 { return byOne[first] ?? [] }
        let deeds = bySides[Key(one: first, other: sides[1])] ?? []
        return sides.count == 2 ? deeds : deeds.filter { deed in sides.allSatisfy { deed.sides.keys.contains($0) } }
    }

    /// What one side refused, denied, called off, in the order of publication.
    func refusals(by side: String) -> [Deed] { refusals[side] ?? [] }

    /// The last day up to another on which a document was published that names all of some sides.
    func lastReport(about sides: [String], by day: Day) -> Day? {
        guard let first = sides.first.flatMap({ reported[$0] }) else { return nil }
        let others = sides.dropFirst().map { reported[$0] ?? [:] }
        return first.lazy.filter { document in document.value <= day && others.allSatisfy { $0[document.key] != nil } }.map(\.value).max()
    }

    private static func sorted(_ deeds: [Deed]) -> [Deed] {
        deeds.sorted { ($0.published!.number, $0.id) < ($1.published!.number, $1.id) }
    }

    private static func pairs(_ keys: [String]) -> [(String, String)] {
        keys.indices.flatMap { place in keys[..<place].map { ($0, keys[place]) } }
    }
}
