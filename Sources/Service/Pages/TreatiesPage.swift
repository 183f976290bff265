import Answers
import CasusCore
import Treaties

/// The treaties in force on the day, of all states or of some.
enum TreatiesPage {
    static func page(_ visit: Visit) throws(Refusal) -> Page {
        let gazetteer = try visit.treaties()
        let day = visit.treatyDay
        let answer = try visit.ask { () throws(Problem) in
            try gazetteer.covered(day)
            var states: [String] = []
            for word in visit.query.all("state") {
                let state = try gazetteer.state(word, on: day)
                if !states.contains(state) { states.append(state) }
            }
            return PactsAnswer(states: states, on: day, gazetteer: gazetteer, codes: visit.desk.codes)
        }
        let names = answer.states.map { gazetteer.name($0, on: day) }
        let title = names.isEmpty ? "Treaties in force" : "Treaties of " + enumeration(names)
        let ladder = LadderMarkup(answer, visit)
        return Page(title: title, kind: "treaties", answer: answer, picture: ladder.map { ladder in { ladder.file } }) { html in
            visit.heading(title, "\(answer.treaties.count) of \(gazetteer.book.treaties.count) at hand", in: &html)
            if day != visit.on {
                html.element("p", ["class": "aside"], "Told for \(day), the last day that the treaties at hand cover.")
            }
            html.element("form", ["class": "filter", "action": "/treaties", "method": "get"]) { html in
                let states = answer.states.map { gazetteer.name($0, on: day) }
                StateField.field("state", "State", value: states.first ?? "", list: true, required: false, in: &html)
                StateField.field("state", "and", value: states.count > 1 ? states[1] : "", list: true, required: false, in: &html)
                StateField.days(visit.links, in: &html)
                html.element("button", [:], "Show")
                StateField.list(visit, in: &html)
            }
            if let ladder {
                html.element("h2", [:], "One after another")
                ladder.write(in: &html)
                html.element("h2", [:], "In force on \(day)")
            }
            if let reach = visit.desk.shelves.reach {
                html.element(
                    "p", ["class": "cut"],
                    "Of treaties that only reports tell of, those of the newest \(reach) reports of agreements are at hand.")
            }
            if answer.treaties.isEmpty { visit.nothing("None of those at hand was in force.", in: &html) }
            table(answer, visit, in: &html)
        }
    }

    private static func table(_ answer: PactsAnswer, _ visit: Visit, in html: inout HTML) {
        if answer.treaties.isEmpty { return }
        let words = TreatyWords(gazetteer: answer.gazetteer, day: answer.day)
        html.table("Treaties in force") { html in
            for name in ["Treaty", "Strongest promise", "Standing", "Parties"] { html.element("th", ["scope": "col"], name) }
        } rows: { html in
            for treaty in answer.treaties {
                html.element("tr") { html in
                    html.element("th", ["scope": "row"]) { $0.link(visit.links.treaty(treaty.id), treaty.title) }
                    html.element("td", [:], (treaty.strongest?.rawValue ?? "none") + (treaty.force.binds ? "" : ", not binding"))
                    html.element("td", [:], words.standing(treaty))
                    let parties = treaty.parties(on: answer.day)
                    html.element("td", [:]) { html in
                        for (index, party) in parties.prefix(6).enumerated() {
                            if index > 0 { html.text(", ") }
                            html.link(visit.links.actor(party), words.gazetteer.name(party, on: answer.day))
                        }
                        if parties.count > 6 { html.text(" and \(parties.count - 6) more") }
                    }
                }
            }
        }
    }
}
