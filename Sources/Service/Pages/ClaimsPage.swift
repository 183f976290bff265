import Answers
import CasusCore
import Collating

/// Who asserts, accuses, denies what: the board, and the matrix of accusers by accused.
enum ClaimsPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.ask(asking: ClaimsAnswer.takes) { (asked: Asked) throws(Problem) in
            var asked = asked
            asked.limit = asked.limit ?? 300
            return try ClaimsAnswer(asked, at: visit.desk)
        }
        let about = answer.sides.isEmpty ? "all sides" : enumeration(answer.sides.map(\.name))
        let title = answer.isMatrix ? "Who accuses whom" : "Who says what"
        return Page(title: title + ": " + about, kind: "claims", answer: answer) { html in
            visit.heading(title, about, in: &html)
            Filter(visit: visit, path: "/claims", states: 2, statuses: true, times: true).write(in: &html)
            html.element("p", ["class": "tabs"]) { html in
                var query = visit.query.items.filter { !["matrix", "on", "known-by"].contains($0.name) && !$0.value.isEmpty }.map {
                    ($0.name, $0.value)
                }
                html.element("a", ["href": visit.links.to(["claims"], query), "aria-current": answer.isMatrix ? nil : "true"], "Board")
                html.text(" ")
                query.append(("matrix", "true"))
                html.element("a", ["href": visit.links.to(["claims"], query), "aria-current": answer.isMatrix ? "true" : nil], "Matrix")
            }
            if answer.isMatrix { matrix(answer.matrix, visit, in: &html) } else { board(answer, visit, in: &html) }
            if answer.shown < answer.total {
                html.element("p", ["class": "cut"]) { html in
                    html.text("From the newest \(answer.shown) of \(answer.total) statements. ")
                    visit.more(than: answer.shown, in: &html)
                }
            }
        }
    }

    private static func board(_ answer: ClaimsAnswer, _ visit: Visit, in html: inout HTML) {
        if answer.items.isEmpty { visit.nothing("The ledger holds nothing that is said of it.", in: &html) }
        let (contested, rest) = (answer.items.filter(\.isContested), answer.items.filter { !$0.isContested })
        for (title, items) in [("Contested", contested), ("Uncontested", rest)] where !items.isEmpty {
            html.element("h2", [:], title)
            for item in items.reversed() { self.item(item, visit, in: &html) }
        }
    }

    private static func item(_ item: ClaimsAnswer.Item, _ visit: Visit, in html: inout HTML) {
        html.element("div", ["class": "claim"]) { html in
            if let first = item.kept.first {
                html.element("h3", [:]) { html in
                    visit.act.statement(first.statement, in: &html)
                    Badge.status(item.status?.rawValue ?? "", in: &html)
                }
            }
            let against = item.voices.filter { $0.voice.stance == .denies || $0.voice.stance == .doubts }
            let backers = item.voices.filter { $0.voice.stance != .denies && $0.voice.stance != .doubts }
            html.element("div", ["class": against.isEmpty ? "sides one" : "sides"]) { html in
                side(backers, against.isEmpty ? nil : "For", visit, in: &html)
                if !against.isEmpty { side(against, "Against", visit, in: &html) }
            }
            if item.voices.isEmpty { visit.evidence.quotes(item.kept, in: &html) }
        }
    }

    private static func side(
        _ voices: [(voice: Proposition.Voice, kept: Kept, text: String)], _ title: String?, _ visit: Visit, in html: inout HTML
    ) {
        html.element("div") { html in
            if let title { html.element("h4", [:], title) }
            html.element("ul", ["class": "voices"]) { html in
                let markup = EntryMarkup(act: visit.act, evidence: visit.evidence, collation: Collation([], on: visit.on))
                for it in voices { markup.voice(it.voice, it.kept, in: &html) }
            }
        }
    }

    private static func matrix(_ matrix: AccusationMatrix, _ visit: Visit, in html: inout HTML) {
        if matrix.isEmpty { return visit.nothing("The ledger holds no accusations of one of these sides against another.", in: &html) }
        let accused = Set(matrix.cells.map(\.accused)).sorted()
        html.element(
            "p", ["class": "fine"], "Accusers down, accused across: the number of acts alleged, however often and by however many reports.")
        html.table("Accusers by accused", kind: "matrix") { html in
            html.element("td", [:], "")
            for code in accused { html.element("th", ["scope": "col"]) { $0.link(visit.links.actor(code), visit.name(code)) } }
        } rows: { html in
            for accuser in Set(matrix.cells.map(\.accuser)).sorted() {
                html.element("tr") { html in
                    html.element("th", ["scope": "row"]) { $0.link(visit.links.actor(accuser), visit.name(accuser)) }
                    for other in accused {
                        html.element("td", [:]) { html in
                            if let cell = matrix.cells.first(where: { $0.accuser == accuser && $0.accused == other }) {
                                html.link(visit.links.to(["claims"], [("state", accuser), ("state", other)]), String(cell.acts))
                            } else {
                                html.text("·")
                            }
                        }
                    }
                }
            }
        }
    }
}
