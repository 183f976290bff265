import CasusCore

/// Addresses of pages, each with the two days that a page is asked for: what was true on a day, as known by another.
struct Links: Sendable {
    let on: Day
    let knownBy: Day
    /// Both as a query has them: written once, for the hundreds of addresses of a page.
    private let days: String

    init(on: Day, knownBy: Day) {
        (self.on, self.knownBy) = (on, knownBy)
        days = "on=\(on)&known-by=\(knownBy)"
    }

    /// - Parameter path: names, not yet encoded.
    func to(_ path: [String], _ query: [(String, String)] = [], fragment: String? = nil) -> String {
        var items = Query()
        for (name, value) in query { items.add(name, value) }
        var address = "/" + path.map(PercentEncoding.encode).joined(separator: "/") + "?" + items.text
        let (hasOn, hasKnownBy) = (query.contains { $0.0 == "on" }, query.contains { $0.0 == "known-by" })
        if !hasOn, !hasKnownBy {
            address += (query.isEmpty ? "" : "&") + days
        } else {
            if !hasOn { address += "&on=\(on)" }
            if !hasKnownBy { address += "&known-by=\(knownBy)" }
        }
        return address + (fragment.map { "#" + PercentEncoding.encode($0) } ?? "")
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
