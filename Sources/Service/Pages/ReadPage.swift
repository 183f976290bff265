import Answers
import Casus
import CasusCore

/// A report pasted or uploaded, and what is read in it.
enum ReadPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        Page(title: "Read a report", kind: "read", answer: nil) { html in
            visit.heading("Read a report", in: &html)
            form(in: &html)
        }
    }

    private static func form(in html: inout HTML) {
        html.element("form", ["class": "card", "action": "/read", "method": "post", "enctype": "multipart/form-data", "data-read": ""]) {
            html in
            html.element("label", [:]) { html in
                html.text("The text ")
                html.element("textarea", ["name": "text", "rows": "12", "placeholder": "Paste a report here"], "")
            }
            html.element("label", [:]) { html in
                html.text("or a file of plain text ")
                html.empty("input", ["type": "file", "name": "text", "accept": ".txt,.md,.jsonl,.ndjson,text/plain"])
            }
            html.element("div", ["class": "row"]) { html in
                html.element("label", [:]) { html in
                    html.text("Published on ")
                    html.empty("input", ["type": "date", "name": "published"])
                }
                html.element("label", [:]) { html in
                    html.text("by ")
                    html.empty("input", ["name": "publisher", "placeholder": "The Gazette"])
                }
            }
            html.element(
                "p", ["class": "fine"],
                "Relative dates (“on Wednesday”) are resolved against the day of publication. The text stays on this machine; it is kept in the ledger only if you say so."
            )
            html.element("button", [:], "Read it")
        }
    }

    /// What was read in a text.
    static func reading(_ visit: Visit) throws(Refusal) -> Page {
        let reading = try find(visit.path[1], visit.site)
        // Without script a page comes once: it waits for what takes a moment, and says where to look again if it takes longer.
        let state = visit.query["live"] == nil ? reading.wait(seconds: 3) : reading.now()
        let title = reading.documents.count == 1 ? reading.documents[0].title ?? "A report" : "\(reading.documents.count) reports"
        return Page(title: title, kind: "document read", answer: nil) { html in
            visit.heading(title, "read now, kept by nobody", in: &html)
            html.element(
                "p",
                ["id": "progress", "class": "aside", "role": "status", "data-events": state.isDone ? nil : "/read/\(reading.id)/events"],
                state.isDone
                    ? told(state)
                    : "Reading: \(state.read.count) of \(reading.documents.count) read. This page shows the rest when it is loaded again.")
            if state.isDone { keep(reading, visit, in: &html) }
            DocumentPage.legend(state.read.flatMap(\.statements), in: &html)
            html.element("div", ["id": "read"]) { html in
                for index in state.read.indices { write(index, of: state, reading, visit.act, in: &html) }
            }
        }
    }

    /// One of the texts, numbered on from those before.
    static func write(_ index: Int, of state: TextReading.State, _ reading: TextReading, _ act: ActMarkup, in html: inout HTML) {
        let (document, statements) = state.read[index]
        if reading.documents.count > 1 { html.element("h2", [:], document.title ?? document.name) }
        let earlier = state.read[..<index]
        let before = (
            items: earlier.reduce(0) { $0 + $1.statements.count }, sentences: earlier.reduce(0) { $0 + $1.document.sentences.count }
        )
        MarkedText(document, statements.map { MarkedText.Item(statement: $0, address: nil) }, wanted: nil, act: act, before: before)
            .write(in: &html)
    }

    private static func told(_ state: TextReading.State) -> String {
        let statements = state.read.flatMap(\.statements)
        let kinds = ["event", "agreement", "claim", "question"].map { kind in
            let count = statements.count { $0.kind == kind }
            return count == 1 ? "1 \(kind)" : "\(count) \(kind)s"
        }
        return "Read: " + kinds.joined(separator: ", ") + "."
            + (state.read.contains { $0.document.published == nil } ? " Without a day of publication relative dates stay unresolved." : "")
    }

    private static func keep(_ reading: TextReading, _ visit: Visit, in html: inout HTML) {
        guard visit.site.options.token != nil else {
            html.element("p", ["class": "fine"], "This server keeps nothing: it was started without --write.")
            return
        }
        html.element("form", ["class": "card row", "action": "/read/\(reading.id)/keep", "method": "post"]) { html in
            html.element("label", [:]) { html in
                html.text("Token of this server ")
                html.empty("input", ["type": "password", "name": "token", "required": "", "autocomplete": "current-password"])
            }
            html.element("button", [:], "Keep it in the ledger")
        }
    }

    /// What is read, as it is read.
    static func events(_ visit: Visit) throws(Refusal) -> Response {
        let reading = try find(visit.path[1], visit.site)
        let act = visit.site.act(visit.links)
        let source = ReadingEvents(reading) { index, state in
            var html = HTML()
            write(index, of: state, reading, act, in: &html)
            return String(decoding: html.bytes, as: UTF8.self)
        }
        return Response(type: MediaType.events, .stream(source), headers: SecurityHeaders.all + [("Cache-Control", "no-store")])
    }

    static func find(_ id: String, _ site: Site) throws(Refusal) -> TextReading {
        guard let reading = site.readings.reading(id) else {
            throw Refusal(
                .notFound, "no such reading, or one that is no longer at hand", at: String(id.prefix(40)),
                mend: "read the text again: /read")
        }
        return reading
    }
}
