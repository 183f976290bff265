import CasusCore

/// Addresses of pages, each with the two days that a page is asked for: what was true on a day, as known by another.
struct Links: Sendable {
    let on: Day
    let knownBy: Day

    /// - Parameter path: names, not yet encoded.
    func to(_ path: [String], _ query: [(String, String)] = [], fragment: String? = nil) -> String {
        var items = Query()
        for (name, value) in query { items.add(name, value) }
        if !query.contains(where: { $0.0 == "on" }) { items.add("on", on.description) }
        if !query.contains(where: { $0.0 == "known-by" }) { items.add("known-by", knownBy.description) }
        return "/" + path.map(PercentEncoding.encode).joined(separator: "/") + "?" + items.text
            + (fragment.map { "#" + PercentEncoding.encode($0) } ?? "")
    }

    var home: String { to([]) }

    func actor(_ code: String) -> String { to(["actor", code]) }

    /// `/pair/PRK-RUS`; of codes with a hyphen `/pair/cow-300/SRB`.
    func pair(_ a: String, _ b: String) -> String {
        let sides = [a, b].sorted()
        return sides.contains { $0.contains("-") } ? to(["pair"] + sides) : to(["pair", sides.joined(separator: "-")])
    }

    func treaty(_ id: String, fragment: String? = nil) -> String { to(["treaty", id], fragment: fragment) }

    func statement(_ id: String) -> String { to(["statement", id]) }

    func document(_ key: String) -> String { to(["document", key]) }

    /// The place of a statement in its document.
    func place(_ kept: Kept) -> String {
        let origin = kept.statement.origin
        return to(
            ["document", kept.publication.key], [("span", "\(origin.span.start),\(origin.span.end)")], fragment: "s\(origin.sentence)")
    }

    func timeline(_ states: [String], from: Day? = nil, to end: Day? = nil) -> String {
        var query = states.map { ("state", $0) }
        if let from { query.append(("from", from.description)) }
        if let end { query.append(("to", end.description)) }
        return to(["timeline"], query)
    }

    func scenario(_ acts: String) -> String { to(["scenario"], [("acts", acts)]) }
}
