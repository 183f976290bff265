package import CasusCore
package import Collating
import Ledger

/// The answer to "what is still open?": what texts leave open, and what later reports say to it.
package struct QuestionsAnswer: LedgerQuestion {
    package static let name = "questions"
    package static let words: AskedWords? = AskedWords(.state, least: 0, most: 2)
    package static let summary = "What reports leave open, plan or promise, and what became of it by later reports."
    package static let takes: [Parameter] = [.on, .knownBy, .from, .to, .source, .status, .limit, .all]

    package static let usual = 400

    package struct Item {
        package var kept: Kept
        package var text: String
        package var followUp: FollowUp
    }

    package let sides: [AskedSide]
    package let items: [Item]
    package let hidden: Int
    /// How many there are of the kind asked for; a limit may show fewer.
    package let total: Int
    package let isContextCut: Bool
    /// Later statements that are looked through for an answer.
    package var context: Int { 2 * desk.setting.context }
    package let collation: Collation
    private let desk: Desk

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let sides = try desk.sides(of: asked, on: asked.on ?? desk.today)
        let day = asked.day(desk)
        var query = try asked.query(sides)
        query.kinds = ["question", "event", "agreement"]
        query.statuses = []
        query.limit = 2 * desk.setting.context
        // Of a past day the newest reports of then, not of now.
        query.publishedBy = day
        // Later reports of any source may answer what one source left open, whatever time is asked about.
        (query.sources, query.from, query.to) = ([], nil, nil)
        let found = try desk.store.statements(query)
        let kept = found.kept
        let collation = Collation(kept, book: desk.gazetteer.book, on: day)
        let phrases = desk.phrases(kept, on: day)
        var items: [Item] = []
        for followUp in collation.followUps {
            guard let it = collation.statement(followUp.of) else { continue }
            if !asked.statuses.isEmpty, it.statement.status.map({ !asked.statuses.contains($0) }) ?? true { continue }
            if let from = asked.from, it.day.map({ $0 < from }) ?? true { continue }
            if let to = asked.to, it.day.map({ $0 > to }) ?? true { continue }
            if !asked.sources.isEmpty, !asked.sources.contains(where: it.publication.isNamed) { continue }
            var text = phrases.text(it.statement)
            if case .event(let event) = it.statement { text += phrases.date(event) + " — " + event.status.rawValue }
            items.append(Item(kept: it, text: text, followUp: followUp))
        }
        let isOpen: (Item) -> Bool = { [.open, .pending, .lapsed].contains($0.followUp.outcome) }
        var shown = asked.isAll ? items : items.filter(isOpen)
        hidden = items.count - shown.count
        total = shown.count
        if let limit = asked.limit, shown.count > limit { shown.removeFirst(shown.count - limit) }
        self.items = shown
        self.desk = desk
        (self.sides, self.collation, isContextCut) = (sides, collation, found.kept.count < found.total)
    }

    package var isEmpty: Bool { items.isEmpty }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        var sources = SourceList(text: desk.text)
        let about = sides.isEmpty ? "all sides" : ActWords.listed(sides.map(\.name))
        sheet.title("Left open, planned, promised: \(about)")
        if items.isEmpty { sheet.line(hidden == 0 ? "The ledger holds nothing of that kind." : "Nothing is open.", indent: 0) }
        for (title, kinds) in [
            ("OPEN QUESTIONS", [FollowUp.Kind.question]), ("PLANNED", [.plan]), ("PROMISED", [.promise]), ("INSTRUMENTS", [.stage]),
        ] {
            let its = items.filter { kinds.contains($0.followUp.kind) }
            if its.isEmpty { continue }
            sheet.heading(title)
            for item in its {
                let when = item.kept.publication.published.map { "\($0)  " } ?? ""
                sheet.line(when + item.text + " — " + item.followUp.words(&sources, collation) + " " + sources.mark([item.kept]), indent: 2)
            }
        }
        if items.count < total { sheet.line("showing the newest \(items.count) of \(total); --limit shows more", indent: 0) }
        if hidden > 0 { sheet.line("\(hidden) more are settled; --all shows them", indent: 0) }
        if isContextCut {
            sheet.line(
                "later reports beyond \(context) statements were not looked at; name a pair", indent: 0)
        }
        sources.write(to: &sheet)
        return sheet.text
    }

    package var rows: Rows {
        Rows(
            ["kind", "what", "outcome", "by", "why"] + SourceColumns.names,
            items.map { item in
                [
                    item.followUp.kind.rawValue, item.text, item.followUp.outcome.rawValue, item.followUp.by.joined(separator: "; "),
                    item.followUp.why,
                ] + SourceColumns.cells(item.kept)
            })
    }

    package var table: Rows {
        Rows(
            ["published", "kind", "what", "outcome", "statement"],
            items.map { item in
                [
                    item.kept.publication.published?.description ?? "", item.followUp.kind.rawValue,
                    Rows.cut(item.text, to: 90), item.followUp.outcome.rawValue,
                    String(item.kept.id.prefix(8)),
                ]
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("sides", sides.map(\.code))
            json.field("shown", items.count)
            json.field("total", total)
            json.field("settled_not_shown", hidden)
            json.key("questions")
            json.array(items) { json, item in write(item, to: &json) }
        }
    }

    package func lines() -> String {
        items.map { item in JSONWriter.line { write(item, to: &$0) } }.joined()
    }

    private func write(_ item: Item, to json: inout JSONWriter) {
        json.object { json in
            json.field("text", item.text)
            json.followUp(item.followUp)
            json.key("answered_by")
            json.array(item.followUp.by.compactMap { collation.statement($0) }) { $0.kept($1) }
            json.key("told_by")
            json.kept(item.kept)
        }
    }
}
