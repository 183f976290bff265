import Answers
import CasusCore
import Collating
import Ledger
import Treaties
import WhosWho

/// The first page: what came in, what is open, what is contested, and where to begin.
enum HomePage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let answer = try visit.ask { () throws(Problem) in
            var asked = Asked()
            (asked.on, asked.knownBy) = (visit.on, visit.links.knownBy)
            return try HomeAnswer(asked, at: visit.desk)
        }
        return Page(title: "What is new", kind: "home", answer: answer) { html in
            visit.heading("What is new", in: &html)
            ask(visit, in: &html)
            html.element("div", ["class": "columns"]) { html in
                documents(answer, visit, in: &html)
                open(answer, visit, in: &html)
                contested(answer, visit, in: &html)
                changes(answer, visit, in: &html)
            }
        }
    }

    /// Two questions that most visitors come with.
    private static func ask(_ visit: Visit, in html: inout HTML) {
        html.element("div", ["class": "ask"]) { html in
            html.element("form", ["action": "/pair", "method": "get"]) { html in
                html.element("h2", [:], "What is there between two?")
                StateField.field("a", "One side", list: true, in: &html)
                StateField.field("b", "The other", list: true, in: &html)
                StateField.days(visit.links, in: &html)
                html.element("button", [:], "Open the dossier")
            }
            html.element("form", ["action": "/scenario", "method": "get"]) { html in
                html.element("h2", [:], "Who is bound to act?")
                StateField.field("by", "If this state", list: true, in: &html)
                StateField.field("attacked", "attacks this one", list: true, in: &html)
                StateField.days(visit.links, in: &html)
                html.element("button", [:], "Who must help?")
            }
            StateField.list(visit, in: &html)
        }
    }

    private static func documents(_ answer: HomeAnswer, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-documents"]) { html in
            html.element("h2", ["id": "h-documents"], "Last documents")
            if answer.documents.isEmpty {
                visit.nothing(
                    answer.firstReading.map {
                        $0.day > visit.links.knownBy
                            ? "By \(visit.links.knownBy) the ledger held nothing: its first reading is of \($0.day)."
                            : "The ledger holds no documents."
                    }
                        ?? "The ledger holds no documents yet.", in: &html)
            }
            html.element("ul", ["class": "plain"]) { html in
                for it in answer.documents {
                    html.element("li") { html in
                        html.link(visit.links.document(it.publication.key), it.publication.title ?? it.publication.name)
                        html.element("p", ["class": "fine"]) { html in
                            html.text(
                                [it.publication.publisher, it.publication.published?.description].compactMap(\.self).joined(separator: ", ")
                            )
                            html.text(" · read \(it.read.day) · \(it.statements) statements")
                            if it.retracted > 0 { html.text(", \(it.added) added and \(it.retracted) retracted by the last reading") }
                        }
                    }
                }
            }
            html.element("p", [:]) { $0.link(visit.links.to(["documents"]), "All documents") }
        }
    }

    private static func open(_ answer: HomeAnswer, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-open"]) { html in
            html.element("h2", ["id": "h-open"], "Open")
            if answer.open.isEmpty { visit.nothing("Nothing is open.", in: &html) }
            html.element("ul", ["class": "plain"]) { html in
                for it in answer.open {
                    html.element("li") { html in
                        html.link(visit.links.place(it.kept), it.text)
                        html.element("p", ["class": "fine"]) { html in
                            Badge.word(it.followUp.outcome.rawValue, "o-\(it.followUp.outcome.rawValue)", in: &html)
                            html.text(" " + it.kept.publication.citation)
                        }
                    }
                }
            }
            html.element("p", [:]) {
                $0.link(
                    visit.links.to(["questions"]), answer.openMore > 0 ? "\(answer.openMore) more, by kind" : "By kind, and what is settled"
                )
            }
        }
    }

    private static func contested(_ answer: HomeAnswer, _ visit: Visit, in html: inout HTML) {
        html.element("section", ["aria-labelledby": "h-contested"]) { html in
            html.element("h2", ["id": "h-contested"], "Most contested")
            if answer.contested.isEmpty { visit.nothing("No act is asserted by one and denied by another.", in: &html) }
            html.element("ul", ["class": "plain"]) { html in
                for it in answer.contested {
                    html.element("li") { html in
                        let kept = it.kept.first ?? it.voices[0].kept
                        html.link(visit.links.place(kept), it.subject ?? it.voices[0].text)
                        html.element("p", ["class": "fine"]) { html in
                            Badge.status(it.status?.rawValue ?? "", in: &html)
                            let deny = it.voices.count { $0.voice.stance == .denies || $0.voice.stance == .doubts }
                            html.text(" \(it.voices.count - deny) for, \(deny) against")
                        }
                    }
                }
            }
            html.element("p", [:]) { $0.link(visit.links.to(["claims"]), "The board of claims") }
        }
    }

    private static func changes(_ answer: HomeAnswer, _ visit: Visit, in html: inout HTML) {
        guard let changes = answer.changes else { return }
        html.element("section", ["aria-labelledby": "h-changes"]) { html in
            html.element("h2", ["id": "h-changes"], "Treaties, of late")
            if changes.isEmpty { visit.nothing("Nothing changed in the two years before.", in: &html) }
            html.element("ul", ["class": "plain"]) { html in
                for it in changes.changes.suffix(8).reversed() {
                    html.element("li") { html in
                        html.link(visit.links.treaty(it.treaty.id), it.treaty.title)
                        html.element(
                            "p", ["class": "fine"],
                            "\(it.on.told): \(it.what)" + (it.states.isEmpty ? "" : " (\(it.states.joined(separator: " ")))"))
                    }
                }
            }
            html.element("p", [:]) { $0.link(visit.links.to(["treaties"]), "All treaties in force") }
        }
    }
}

/// Fields in which a state is named.
enum StateField {
    static func field(_ name: String, _ label: String, value: String = "", list: Bool, required: Bool = true, in html: inout HTML) {
        html.element("label", [:]) { html in
            html.text(label + " ")
            html.empty(
                "input",
                [
                    "name": name, "value": value, "list": list ? "states" : nil, "required": required ? "" : nil, "autocomplete": "off",
                    "placeholder": "name or code",
                ])
        }
    }

    static func days(_ links: Links, in html: inout HTML) {
        html.empty("input", ["type": "hidden", "name": "on", "value": links.on.description])
        html.empty("input", ["type": "hidden", "name": "known-by", "value": links.knownBy.description])
    }

    /// The states that there are on the day, for the browser to complete names from.
    static func list(_ visit: Visit, in html: inout HTML) {
        html.element("datalist", ["id": "states"]) { html in
            for state in visit.desk.gazetteer.who.states where state.exists(on: visit.on) {
                html.element("option", ["value": state.name(on: visit.on)], state.code)
            }
        }
    }
}
