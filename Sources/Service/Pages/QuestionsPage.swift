import Answers
import CasusCore
import Collating

/// What is left open, planned, promised, and what came of it.
enum QuestionsPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.ask(asking: QuestionsAnswer.takes) { (asked: Asked) throws(Problem) in
            var asked = asked
            // What is cut has to be counted: here, not there.
            asked.limit = nil
            return try QuestionsAnswer(asked, at: visit.desk)
        }
        let about = answer.sides.isEmpty ? "all sides" : enumeration(answer.sides.map(\.name))
        return Page(title: "Open: " + about, kind: "questions", answer: answer) { html in
            visit.heading("Left open, planned, promised", about, in: &html)
            Filter(visit: visit, path: "/questions", states: 2, times: true).write(in: &html)
            let limit = visit.query["limit"].flatMap { Int($0) }.map { max(1, min($0, 10_000)) } ?? 150
            let shown = answer.items.suffix(limit)
            if answer.items.isEmpty {
                visit.nothing(answer.hidden == 0 ? "The ledger holds nothing of that kind." : "Nothing is open.", in: &html)
            }
            let kinds: [(String, FollowUp.Kind)] = [
                ("Questions", .question), ("Planned", .plan), ("Promised", .promise), ("Instruments", .stage),
            ]
            for (title, kind) in kinds {
                let items = shown.filter { $0.followUp.kind == kind }
                if items.isEmpty { continue }
                html.element("h2", [:], "\(title) (\(items.count))")
                html.element("ol", ["class": "entries"]) { html in
                    for item in items.reversed() { self.item(item, answer, visit, in: &html) }
                }
            }
            html.element("p", ["class": "cut"]) { html in
                if answer.hidden > 0 {
                    var query = visit.query.items.filter { !["all", "on", "known-by"].contains($0.name) && !$0.value.isEmpty }.map {
                        ($0.name, $0.value)
                    }
                    query.append(("all", "true"))
                    html.link(visit.links.to(["questions"], query), "\(answer.hidden) more are settled")
                }
                if shown.count < answer.items.count {
                    html.text(" The newest \(shown.count) of \(answer.items.count). ")
                    visit.more(than: shown.count, in: &html)
                }
                if answer.isContextCut { html.text(" Later reports beyond \(answer.context) statements were not looked at.") }
            }
        }
    }

    private static func item(_ item: QuestionsAnswer.Item, _ answer: QuestionsAnswer, _ visit: Visit, in html: inout HTML) {
        html.element("li", ["class": "entry k-\(item.kept.statement.kind)"]) { html in
            html.element("p", ["class": "when"], item.kept.publication.published?.description ?? "undated")
            html.element("div", ["class": "what"]) { html in
                html.element("p", ["class": "act"]) { html in
                    visit.act.statement(item.kept.statement, in: &html)
                    Badge.status(item.kept.statement.status?.rawValue ?? "", in: &html)
                }
                visit.entries(answer.collation).outcome(item.followUp, in: &html)
                visit.evidence.quote(item.kept, in: &html)
            }
        }
    }
}
