import Answers
import CasusCore
import Pacts
import Treaties

/// "If X attacks Y, who must help?": a form, then the answer in words, then each duty with its proof. The address is the scenario.
enum ScenarioPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let asks = ["acts", "act", "attacked"].contains { visit.query[$0] != nil }
        let answer = asks ? try self.answer(visit) : nil
        let title = answer.map { it in ActWords.sentence(it.outcome.acts[0], it.gazetteer) } ?? "Who is bound?"
        return Page(title: title, kind: "scenario", answer: answer) { html in
            visit.heading(title, "who is bound to act", in: &html)
            for note in answer?.notes ?? [] { html.element("p", ["class": "aside"], note.prefix(1).uppercased() + note.dropFirst() + ".") }
            if let answer { ScenarioMarkup(visit: visit, answer: answer).write(in: &html) }
            form(visit, isAnswered: answer != nil, in: &html)
        }
    }

    /// As the questions `scenario` and `bound` are asked, with the acts as lines or the one attack as fields.
    private static func answer(_ visit: Visit) throws(Refusal) -> ScenarioAnswer {
        let acts = visit.query.all("acts").isEmpty ? visit.query.all("act") : visit.query.all("acts")
        var asked = try visit.asked(acts, acts.isEmpty ? Inquiry.bound.takes : Inquiry.scenario.takes)
        (asked.on, asked.knownBy) = (visit.treatyDay, nil)
        return try visit.ask { [asked] () throws(Problem) in try ScenarioAnswer(asked, at: visit.desk) }
    }

    private static func form(_ visit: Visit, isAnswered: Bool, in html: inout HTML) {
        html.element("section", ["class": "forms", "aria-label": "Ask"]) { html in
            html.element("h2", [:], isAnswered ? "Ask something else" : "Ask")
            html.element("form", ["action": "/scenario", "method": "get", "class": "card"]) { html in
                html.element("h3", [:], "One attack")
                StateField.field("by", "If this state", value: visit.query["by"] ?? "", list: true, required: false, in: &html)
                StateField.field("attacked", "attacks this one", value: visit.query["attacked"] ?? "", list: true, in: &html)
                html.element("label", [:]) { html in
                    html.text("at (its own territory unless given) ")
                    html.empty("input", ["name": "at", "value": visit.query["at"] ?? "", "list": "places", "autocomplete": "off"])
                }
                html.element("label", [:]) { html in
                    html.text("on ")
                    html.empty("input", ["type": "date", "name": "on", "value": visit.treatyDay.description, "required": ""])
                }
                html.empty("input", ["type": "hidden", "name": "known-by", "value": visit.links.knownBy.description])
                html.element("button", [:], "Who must help?")
            }
            html.element("form", ["action": "/scenario", "method": "get", "class": "card"]) { html in
                html.element("h3", [:], "Acts in order")
                html.element("label", [:]) { html in
                    html.text("One act a line, such as “RUS attacks EST on 2025-03-01” ")
                    html.element(
                        "textarea", ["name": "acts", "rows": "4", "required": "", "spellcheck": "false"], visit.query["acts"] ?? "")
                }
                html.element("label", ["class": "check"]) { html in
                    html.empty(
                        "input",
                        ["type": "checkbox", "name": "escalate", "value": "true", "checked": visit.query["escalate"] == "true" ? "" : nil])
                    html.text(" the attacker then strikes every helper that is bound, step by step")
                }
                StateField.days(visit.links, in: &html)
                html.element("button", [:], "What follows?")
                html.element("details") { html in
                    html.element("summary", [:], "How to write an act")
                    html.element(
                        "p", [:],
                        "Who, a verb, whom; then in any order “at PLACE”, “on DAY”, “with FACT”. Verbs: attacks, declares war on, threatens, mobilises against, blockades, overthrows, helps X against, makes peace with. “vessels of PHL” says on what."
                    )
                    html.element("ul") { html in
                        for acts in [
                            "PRK attacks KOR on 2025-03-01; USA helps KOR against PRK",
                            "CHN attacks vessels of PHL at Second Thomas Shoal on 2024-06-17",
                            "DEU attacks CSK on 1938-09-20 with unprovoked=yes; FRA helps CSK against DEU on 1938-09-21",
                        ] { html.element("li") { $0.link(visit.links.scenario(acts), acts) } }
                    }
                }
            }
            StateField.list(visit, in: &html)
            html.element("datalist", ["id": "places"]) { html in
                for name in visit.desk.gazetteer.book.atlas.names { html.element("option", ["value": name], "") }
            }
        }
    }
}
