import Answers
import CasusCore
import Ledger
import Treaties
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

    /// The day for which treaties are told.
    var treatyDay: Day { desk.coveredDay(on) }

    var act: ActMarkup { site.act(links) }

    /// The treaties that Casus knows, and those that the ledger adds.
    func treaties() throws(Refusal) -> Gazetteer { try ask { () throws(Problem) in try desk.treaties(Asked()) } }

    var evidence: Evidence { Evidence(links: links) }

    /// What the query asks of the ledger.
    ///
    /// - Parameter words: states, or words looked for.
    func asked(_ words: [String], _ takes: [Parameter]) throws(Refusal) -> Asked {
        var asked = Asked()
        asked.words = words
        (asked.on, asked.knownBy) = (on, links.knownBy)
        for parameter in takes where parameter.name != "on" && parameter.name != "known-by" {
            for text in query.all(parameter.name) { try ask { () throws(Problem) in try asked.take(parameter, text) } }
        }
        // A page is made for people: of more than so many lines none is read.
        asked.limit = asked.limit.map { min($0, 10_000) }
        return asked
    }

    /// What the part of the path behind the page's name stands for: a statement or a document, as the ledger held it.
    func shown() throws(Refusal) -> ShowAnswer {
        try ask(.notFound) { () throws(Problem) in
            var asked = Asked()
            asked.words = [path[1]]
            asked.knownBy = links.knownBy
            return try ShowAnswer(asked, at: desk)
        }
    }

    /// Asks, and tells a client what was wrong in its question; of what is part of the path, that there is no such page.
    func ask<T>(_ status: Refusal.Status = .badRequest, _ body: () throws(Problem) -> T) throws(Refusal) -> T {
        do throws(Problem) { return try body() } catch {
            throw Refusal(error.forNetwork, error.kind == .usage ? status : nil)
        }
    }
}
