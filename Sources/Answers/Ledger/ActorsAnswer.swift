package import CasusCore
package import Ledger

/// The answer to "who is in it?": who appears in statements, and how often.
package struct ActorsAnswer: LedgerQuestion {
    package static let name = "actors"
    package static let words: AskedWords? = AskedWords(.state, least: 0, most: 2)
    package static let summary = "Who appears in the ledger, how often and from when to when."
    package static let takes: [Parameter] = [.on, .knownBy, .from, .to, .source, .status, .kind, .limit, .cursor]

    package static let usual = 100

    package let counts: [ActorCount]
    package let total: Int
    /// Where those begin that were left out.
    package let next: String?
    /// How many statements were looked at, the newest; nil: all.
    package let reach: Int?

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let sides = try desk.sides(of: asked, on: asked.on ?? desk.today)
        var query = try asked.without(cursor: true).query(sides)
        query.limit = desk.setting.reach
        if let on = asked.on { (query.from, query.to) = (on, on) }
        let (all, looked) = try desk.store.actors(query)
        reach = looked == query.limit ? looked : nil
        total = all.count
        let offset = try asked.offset()
        counts = Array(all.dropFirst(offset).prefix(asked.limit ?? ActorsAnswer.usual))
        next = offset + counts.count < total && !counts.isEmpty ? String(offset + counts.count) : nil
    }

    package var isEmpty: Bool { counts.isEmpty }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        sheet.title("Who appears")
        if counts.isEmpty { sheet.line("nobody", indent: 0) }
        let end = counts.count < total ? "showing \(counts.count) of \(total); --limit shows more\n" : ""
        let cut = reach.map { "counted over the newest \($0) statements\n" } ?? ""
        return sheet.text + rows.text(.table) + end + cut
    }

    package var rows: Rows {
        Rows(
            ["code", "sector", "name", "statements", "first", "last"],
            counts.map {
                [$0.code ?? "", $0.sector ?? "", $0.name, String($0.statements), $0.first?.description ?? "", $0.last?.description ?? ""]
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("shown", counts.count)
            json.field("total", total)
            json.field("next", next)
            json.field("of_newest_statements", reach)
            json.key("actors")
            json.array(counts) { json, it in write(it, to: &json) }
        }
    }

    package func lines() -> String {
        counts.map { it in JSONWriter.line { write(it, to: &$0) } }.joined()
    }

    private func write(_ it: ActorCount, to json: inout JSONWriter) {
        json.object { json in
            json.field("code", it.code)
            json.field("sector", it.sector)
            json.field("name", it.name)
            json.field("statements", it.statements)
            json.field("first", it.first?.description)
            json.field("last", it.last?.description)
        }
    }
}
