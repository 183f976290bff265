import Answers
import CasusCore
import Ledger

/// The API for people: what can be asked, with an example of each.
enum APIPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        Page(title: "The API", kind: "about", answer: nil) { html in
            visit.heading("The API", "the questions of the command line, under their own names", in: &html)
            html.element("p", [:]) { html in
                html.link(Operation.base + "openapi.json", "openapi.json")
                html.text(" describes it in full (OpenAPI 3.1). Answers are JSON unless ")
                html.element("code", [:], "format")
                html.text(" says json, ndjson, csv, tsv or words. A list that was cut has ")
                html.element("code", [:], "next")
                html.text(": give it as ")
                html.element("code", [:], "cursor")
                html.text(". NDJSON ends with a line that counts the others. What is wrong comes as problem+json with a hint.")
            }
            // What has to be in the ledger is taken from it.
            let document = (try? visit.desk.store.recorded(before: nil, limit: 1, knownBy: nil))?.first?.publication.key
            for operation in Operation.all { self.operation(operation, document: document, in: &html) }
            html.element("h2", [:]) { $0.element("code", [:], "GET " + Operation.base + "export") }
            html.element("p", [:], "Everything in the ledger as NDJSON, as casus import takes it in again.")
            html.element("h2", [:]) { $0.element("code", [:], "POST " + Operation.base + "read") }
            html.element("p", [:], "A text (text/plain), or a document a line (application/x-ndjson): what it states, a line a statement.")
            html.element("dl", ["class": "facts"]) { html in
                for name in ReadOperation.parameters {
                    html.element("dt", [:]) { $0.element("code", [:], name) }
                    html.element("dd", [:], ReadOperation.help(name))
                }
            }
        }
    }

    private static func operation(_ operation: Operation, document: String?, in html: inout HTML) {
        let inquiry = operation.inquiry
        html.element("section", [:]) { html in
            html.element("h2", [:]) { $0.element("code", [:], "GET " + operation.path) }
            html.element("p", [:], Hint.forNetwork(inquiry.summary))
            if !inquiry.parameters.isEmpty {
                html.element("dl", ["class": "facts"]) { html in
                    for parameter in inquiry.parameters {
                        html.element("dt", [:]) { $0.element("code", [:], parameter.name + (parameter.repeats ? " …" : "")) }
                        html.element("dd", [:], Hint.forNetwork(parameter.help))
                    }
                }
            }
            var example = Query()
            if let words = inquiry.words {
                for index in 0..<words.least {
                    let usual = index == 0 ? words.parameter.example : "PRK"
                    example.add(words.parameter.name, words.parameter.name == "id" ? document ?? usual : usual)
                }
            }
            for parameter in inquiry.takes where parameter.isRequired { example.add(parameter.name, parameter.example) }
            let address = operation.path + (example.items.isEmpty ? "" : "?" + example.text)
            html.element("p", ["class": "fine"]) { html in
                html.text("For instance ")
                html.link(address, address)
            }
        }
    }
}
