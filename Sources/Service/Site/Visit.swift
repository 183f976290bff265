import Treaties
import Answers
import CasusCore
import Ledger
import WhosWho

/// One request for a page, with everything that it is answered from.
struct Visit {
    let request: Request
    /// The path without the ending of its form.
    let path: [String]
    let form: Form
    let desk: Desk
    let links: Links
    let site: Site

    /// In what form a page is asked for.
    enum Form: String {
        case html, json, csv, ndjson, svg

        /// Cuts the ending from the last part of a path.
        static func cut(_ path: [String]) -> (path: [String], form: Form) {
            guard let last = path.last, let dot = last.lastIndex(of: "."),
                let form = Form(rawValue: String(last[last.index(after: dot)...])),
                form != .html, dot > last.startIndex
            else { return (path, .html) }
            let name = String(last[..<dot])
            return (path.count == 1 && name == "index" ? [] : Array(path.dropLast()) + [name], form)
        }
    }

    var query: Query { request.query }
    var on: Day { links.on }

    /// The day for which treaties are told: of a day behind the last that they cover, which is not yet over, that last one.
    var treatyDay: Day {
        let covered = desk.gazetteer.book.coverage
        return on > covered.upperBound && on <= desk.today ? covered.upperBound : on
    }

    var act: ActMarkup { site.act(links) }

    var evidence: Evidence { Evidence(links: links) }

    func day(_ name: String) throws(Refusal) -> Day? {
        guard let text = query[name] else { return nil }
        guard let day = Day(iso: text) else { throw Refusal(.badRequest, "\"\(text)\" is no day", at: name, mend: "write 2024-06-19") }
        return day
    }

    /// What the query asks of the ledger.
    ///
    /// - Parameter words: states, or words looked for.
    func asked(_ words: [String], _ takes: [Parameter]) throws(Refusal) -> Asked {
        var asked = Asked()
        asked.words = words
        (asked.on, asked.knownBy) = (on, links.knownBy)
        asked.from = try day("from")
        asked.to = try day("to")
        asked.sources = query.all("source")
        for text in query.all("status") {
            guard let status = Status(rawValue: text) else {
                throw Refusal(
                    .badRequest, "no such status", at: text, mend: "one of " + Status.allCases.map(\.rawValue).joined(separator: ", "))
            }
            asked.statuses.append(status)
        }
        asked.kinds = query.all("kind")
        if let kind = asked.kinds.first(where: { !["event", "agreement", "claim", "question"].contains($0) }) {
            throw Refusal(.badRequest, "no such kind", at: kind, mend: "one of event, agreement, claim, question")
        }
        if let text = query["limit"] {
            guard let limit = Int(text), (1...10_000).contains(limit) else {
                throw Refusal(.badRequest, "\"\(text)\" is no number from 1 to 10000", at: "limit", mend: "give one")
            }
            asked.limit = limit
        }
        asked.isAll = query["all"].map { $0 != "no" } ?? false
        asked.isMatrix = query["matrix"].map { $0 != "no" } ?? false
        return asked
    }

    /// Asks, and tells a client what was wrong in its question; of what is part of the path, that there is no such page.
    func ask<T>(_ status: Refusal.Status = .badRequest, _ body: () throws(Problem) -> T) throws(Refusal) -> T {
        do throws(Problem) { return try body() } catch {
            throw Refusal(error, error.kind == .usage ? status : nil)
        }
    }
}
