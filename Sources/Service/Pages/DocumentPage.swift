import Answers
import CasusCore
import Ledger

/// A document: its text with what was read in it.
enum DocumentPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.shown()
        switch answer.subject {
        case .statement: throw Refusal(.notFound, "is a statement", at: visit.path[1], mend: "open /statement/\(visit.path[1])")
        case .unheld(let why):
            return Page(title: "Not yet read", kind: "document", answer: answer) { html in
                visit.heading("Not yet read", in: &html)
                visit.nothing(why, in: &html)
            }
        case .document(let document, let publication, let kept):
            let wanted = try span(visit, in: document)
            let items = kept.map { MarkedText.Item(statement: $0.statement, address: visit.links.statement($0.id)) }
            let marked = MarkedText(document, items, wanted: wanted, act: visit.act)
            return Page(title: publication.title ?? publication.name, kind: "document", answer: answer) { html in
                head(publication, kept, visit, in: &html)
                legend(kept.map(\.statement), in: &html)
                marked.write(in: &html)
            }
        }
    }

    /// `?span=12,40`
    private static func span(_ visit: Visit, in document: Document) throws(Refusal) -> Span? {
        guard let text = visit.query["span"] else { return nil }
        let parts = text.split(separator: ",").compactMap { Int($0) }
        let length = document.text.codePoints(before: document.text.bytes.count)
        guard parts.count == 2, 0 <= parts[0], parts[0] < parts[1], parts[1] <= length else {
            throw Refusal(
                .badRequest, "\"\(text.prefix(40))\" is no span of the text", at: "span",
                mend: "write two numbers from 0 to \(length), such as span=0,40")
        }
        return Span(parts[0], parts[1])
    }

    private static func head(_ publication: Publication, _ kept: [Kept], _ visit: Visit, in html: inout HTML) {
        html.element("div", ["class": "heading"]) { html in
            html.element("h1", [:], publication.title ?? publication.name)
            html.element("p", ["class": "sub"]) { html in
                html.text(
                    [publication.publisher, publication.author, publication.published?.description].compactMap(\.self).joined(
                        separator: ", "))
                if let url = publication.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
                    html.text(" · ")
                    html.link(url, "where it was published")
                }
                html.text(" · \(kept.count) statements, as known by \(visit.links.knownBy)")
            }
        }
    }

    /// What the letters stand for, with the way to hide a kind.
    static func legend(_ statements: [Statement]?, in html: inout HTML) {
        html.element("ul", ["class": "legend"]) { html in
            for kind in ["event", "agreement", "claim", "question"] {
                html.element("li", ["data-kind": kind]) { html in
                    html.element("span", ["class": "letter l-\(kind)", "aria-hidden": "true"], Badge.letter(kind))
                    html.text(" ")
                    html.element("span", ["class": "m m-\(kind)"], kind)
                    if let statements { html.text(" \(statements.count { $0.kind == kind })") }
                }
            }
        }
    }
}

/// The documents of the ledger, those recorded last first.
enum DocumentsPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let asked = try visit.asked([], [.knownBy, .limit, .cursor])
        let answer = try visit.ask { () throws(Problem) in try RecordedAnswer(asked, at: visit.desk) }
        return Page(title: "Documents", kind: "documents", answer: answer) { html in
            visit.heading("Documents", in: &html)
            if answer.isEmpty { visit.nothing("The ledger holds no documents.", in: &html) }
            html.table("Documents") { html in
                for name in ["Title", "Publisher", "Published", "Read", "Statements"] {
                    html.element("th", ["scope": "col"], name)
                }
            } rows: { html in
                for it in answer.documents {
                    html.element("tr") { html in
                        html.element("th", ["scope": "row"]) {
                            $0.link(visit.links.document(it.publication.key), it.publication.title ?? it.publication.name)
                        }
                        html.element("td", [:], it.publication.publisher ?? "")
                        html.element("td", [:], it.publication.published?.description ?? "")
                        html.element("td", [:], it.read.day.description)
                        html.element("td", ["class": "number"], String(it.statements))
                    }
                }
            }
            if let next = answer.next {
                html.element("p", ["class": "cut"]) { $0.link(visit.links.to(["documents"], [("cursor", next)]), "Earlier ones") }
            }
        }
    }
}
