import Answers
import CasusCore
import Ledger
import Treaties

/// Words in texts; and the states, pairs and treaties that they may name.
enum SearchPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        guard let words = visit.query["words"], words.contains(where: { $0.isLetter || $0.isNumber }) else {
            return Page(title: "Search", kind: "search", answer: nil) { html in
                visit.heading("Search", in: &html)
                form("", visit, in: &html)
                visit.nothing(
                    "Words that must all stand in a text; “a phrase” in quotation marks; begin* for words that begin so.", in: &html)
            }
        }
        let answer = try visit.ask(asking: SearchAnswer.takes) { (asked: Asked) throws(Problem) in
            var asked = asked
            asked.words = [words.contains("\"") ? words : words.replacing("“", with: "\"").replacing("”", with: "\"")]
                .flatMap { $0.contains("\"") ? [$0] : $0.split(separator: " ").map(String.init) }
            asked.to = min(asked.to ?? visit.on, visit.on)
            asked.on = nil
            return try SearchAnswer(asked, at: visit.desk)
        }
        return Page(title: "Search: " + words, kind: "search", answer: answer) { html in
            visit.heading("Search", words, in: &html)
            form(words, visit, in: &html)
            named(words, visit, in: &html)
            html.element(
                "h2", [:],
                answer.total == 0
                    ? "In no text"
                    : answer.total == 1 ? "In 1 text" : "In \(answer.total > 1000 ? "more than 1000" : String(answer.total)) texts")
            html.element("ol", ["class": "hits"]) { html in
                for hit in answer.hits { self.hit(hit, visit, in: &html) }
            }
            if answer.hits.count < answer.total {
                html.element("p", ["class": "cut"]) { html in
                    html.text("showing \(answer.hits.count), the most recently recorded first. ")
                    visit.more(than: answer.hits.count, in: &html)
                }
            }
        }
    }

    private static func form(_ words: String, _ visit: Visit, in html: inout HTML) {
        html.element("form", ["class": "filter", "action": "/search", "method": "get"]) { html in
            html.element("label", [:]) { html in
                html.text("Words ")
                html.empty("input", ["type": "search", "name": "words", "value": words, "required": ""])
            }
            html.element("label", [:]) { html in
                html.text("Published from ")
                html.empty("input", ["type": "date", "name": "from", "value": visit.query["from"] ?? ""])
            }
            StateField.days(visit.links, in: &html)
            html.element("button", [:], "Search")
        }
    }

    private static func hit(_ hit: SearchHit, _ visit: Visit, in html: inout HTML) {
        html.element("li") { html in
            let address = visit.links.to(
                ["document", hit.publication.key], [("span", "\(hit.span.start),\(hit.span.end)")], fragment: "here")
            html.element("p", ["class": "excerpt"]) { html in
                html.element("a", ["href": address]) { html in
                    // The words found stand out by more than their colour.
                    let scalars = Array(hit.excerpt.unicodeScalars)
                    let (start, end) = (hit.span.start - hit.excerptSpan.start, hit.span.end - hit.excerptSpan.start)
                    if start >= 0, end <= scalars.count, start < end {
                        html.text(String(String.UnicodeScalarView(scalars[..<start])))
                        html.element("mark", [:], String(String.UnicodeScalarView(scalars[start..<end])))
                        html.text(String(String.UnicodeScalarView(scalars[end...])))
                    } else {
                        html.text(hit.excerpt)
                    }
                }
            }
            html.element("p", ["class": "fine"], hit.publication.citation)
            if hit.statements.isEmpty {
                html.element("p", ["class": "fine"], "No statement was read here.")
            } else {
                html.element("ul", ["class": "plain"]) { html in
                    for kept in hit.statements {
                        html.element("li", ["class": "k-\(kept.statement.kind)"]) { html in
                            html.element("span", ["class": "letter l-\(kept.statement.kind)"], Badge.letter(kept.statement.kind))
                            html.text(" ")
                            visit.act.statement(kept.statement, in: &html)
                            Badge.status(kept.statement.status?.rawValue ?? "", in: &html)
                            html.text(" ")
                            html.link(visit.links.statement(kept.id), String(kept.id.prefix(8)), "id")
                        }
                    }
                }
            }
        }
    }

    /// States, pairs and treaties of the name.
    private static func named(_ words: String, _ visit: Visit, in html: inout HTML) {
        var found: [(address: String, words: String)] = []
        if let side = try? visit.desk.side(words, on: visit.treatyDay) { found.append((visit.links.actor(side.code), side.name)) }
        let parts = words.split { $0 == "-" || $0 == "–" || $0 == "," || $0 == " " }.map(String.init)
        if found.isEmpty, parts.count >= 2 {
            for cut in 1..<parts.count {
                let (a, b) = (
                    parts[..<cut].joined(separator: " "), parts[cut...].filter { $0.lowercased() != "and" }.joined(separator: " ")
                )
                if let one = try? visit.desk.side(a, on: visit.treatyDay), let other = try? visit.desk.side(b, on: visit.treatyDay),
                    one.code != other.code
                {
                    found.append((visit.links.pair(one.code, other.code), "\(one.name) and \(other.name): the dossier"))
                    break
                }
            }
        }
        let wanted = words.lowercased()
        let treaties = visit.desk.gazetteer.book.treaties.filter { treaty in
            wanted.count > 2 && (treaty.also + [treaty.title, treaty.id]).contains { $0.lowercased().contains(wanted) }
        }
        found += treaties.prefix(8).map { (visit.links.treaty($0.id), $0.title) }
        if found.isEmpty { return }
        html.element("section", ["aria-label": "Named so"]) { html in
            html.element("ul", ["class": "named"]) { html in for it in found { html.element("li") { $0.link(it.address, it.words) } } }
            if treaties.count > 8 { html.element("p", ["class": "cut"], "showing 8 of \(treaties.count) treaties") }
        }
    }
}
