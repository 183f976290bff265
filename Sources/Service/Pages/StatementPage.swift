import Answers
import CasusCore
import Ledger

/// One statement in full: its words in their paragraph, its fields, since when it is held, corrections, links.
enum StatementPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.shown()
        switch answer.subject {
        case .document: throw Refusal(.notFound, "is a document", at: visit.path[1], mend: "open /document/\(visit.path[1])")
        case .unheld(let why):
            return Page(title: "Not yet held", kind: "statement", answer: answer) { html in
                visit.heading("Not yet held", in: &html)
                visit.nothing(why, in: &html)
            }
        case .statement(let kept, let around, let history, let linked):
            let title = "\(kept.statement.kind.capitalisedFirst) \(kept.id.prefix(8))"
            return Page(title: title, kind: "statement", answer: answer) { html in
                visit.heading(title, kept.publication.citation, in: &html)
                html.element("p", ["class": "lead"]) { html in
                    visit.act.statement(kept.statement, in: &html)
                    Badge.status(kept.statement.status?.rawValue ?? "", in: &html)
                }
                text(around, kept, visit, in: &html)
                citation(kept, visit, in: &html)
                fields(kept, visit, in: &html)
                held(history, in: &html)
                corrections(kept, in: &html)
                self.linked(linked, visit, in: &html)
            }
        }
    }

    /// The paragraph, the words themselves marked.
    private static func text(_ around: String, _ kept: Kept, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-text"]) { html in
            html.element("h2", ["id": "h-text"], "In the text")
            html.element("blockquote", ["class": "words k-\(kept.statement.kind)"]) { html in
                html.element("p", [:]) { html in
                    let quote = kept.statement.origin.quote
                    if let range = around.firstRange(of: "[" + quote + "]") {
                        html.text(String(around[..<range.lowerBound]))
                        html.element("mark", [:], quote)
                        html.text(String(around[range.upperBound...]))
                    } else {
                        html.text(quote)
                    }
                }
            }
            html.element("p", [:]) { $0.link(visit.links.place(kept), "In its document") }
        }
    }

    private static func citation(_ kept: Kept, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-cite"]) { html in
            html.element("h2", ["id": "h-cite"], "To cite")
            html.element(
                "p", ["class": "cite", "data-copy": ""],
                "“\(StatementWords.flat(kept.statement.origin.quote))”, " + kept.citation + (kept.publication.url.map { ", \($0)" } ?? ""))
        }
    }

    private static func fields(_ kept: Kept, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-fields"]) { html in
            html.element("h2", ["id": "h-fields"], "As it was read")
            FieldsMarkup(links: visit.links).write(kept.statement, in: &html)
        }
    }

    private static func held(_ history: [Holding], in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-held"]) { html in
            html.element("h2", ["id": "h-held"], "Held")
            html.element("ul") { html in
                for it in history {
                    html.element("li") { html in
                        html.text(
                            "From \(told(it.from)) \(it.until.map { "until " + told($0) } ?? "until now"), with confidence \(it.confidence)"
                        )
                        html.element("details") { html in
                            html.element("summary", [:], "By which rules")
                            html.element(
                                "p", ["class": "fine"], "Read by “\(it.fromRules)”, with its rule \(it.rule), in sentence \(it.sentence).")
                            if let rules = it.untilRules { html.element("p", ["class": "fine"], "Given up by “\(rules)”.") }
                        }
                    }
                }
            }
        }
    }

    /// "2024-12-31, 12:00:00 UTC"
    private static func told(_ moment: Instant) -> String {
        moment.description.replacing("T", with: ", ").replacing("Z", with: " UTC")
    }

    private static func corrections(_ kept: Kept, in html: inout HTML) {
        if kept.corrections.isEmpty { return }
        html.element("section", ["aria-labelledby": "h-corrections"]) { html in
            html.element("h2", ["id": "h-corrections"], "Corrections")
            html.element("ul") { html in for it in kept.corrections { html.element("li", [:], it.words) } }
        }
    }

    private static func linked(_ linked: [Kept], _ visit: Visit, in html: inout HTML) {
        if linked.isEmpty { return }
        html.element("section", ["aria-labelledby": "h-linked"]) { html in
            html.element("h2", ["id": "h-linked"], "Linked")
            html.element("ul", ["class": "plain"]) { html in
                for it in linked {
                    html.element("li") { html in
                        html.element("span", ["class": "letter l-\(it.statement.kind)"], Badge.letter(it.statement.kind))
                        html.text(" ")
                        visit.act.statement(it.statement, in: &html)
                        Badge.status(it.statement.status?.rawValue ?? "", in: &html)
                        visit.evidence.quote(it, in: &html)
                    }
                }
            }
        }
    }
}
