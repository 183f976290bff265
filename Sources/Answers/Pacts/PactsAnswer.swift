package import CasusCore
package import Treaties

/// The answer to "which treaties?": of some states, on a day; of a pair also what came before, with the gaps.
package struct PactsAnswer: AnswerForms {
    package let treaties: [Treaty]
    package let states: [String]
    package let day: Day
    package let gazetteer: Gazetteer
    /// Of a pair.
    package let ladder: Supersession?
    /// Of a pair: the times between its promises of help.
    package let helpGaps: [Supersession.Gap]

    /// - Parameters:
    ///   - states: codes as of the day; none: every treaty.
    ///   - codes: all codes that a state bore in its times.
    package init(states: [String], on day: Day, gazetteer: Gazetteer, codes: (String) -> Set<String>) {
        (self.states, self.day, self.gazetteer) = (states, day, gazetteer)
        treaties = gazetteer.book.treaties(of: states, on: day)
        guard states.count == 2 else {
            (ladder, helpGaps) = (nil, [])
            return
        }
        let (a, b) = (codes(states[0]), codes(states[1]))
        ladder = gazetteer.book.supersession(between: a, and: b)
        helpGaps = gazetteer.book.supersession(between: a, and: b, kinds: [.defence, .offence, .guarantee]).gaps
    }

    /// Asks for the treaties of the states that the words name.
    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let gazetteer = try desk.treaties(asked)
        let day = gazetteer.day(asked.on, at: desk).day
        try gazetteer.covered(day)
        var states: [String] = []
        for word in asked.words {
            let state = try gazetteer.state(word, on: day)
            if states.contains(state) { throw Problem(.usage, "is named twice", at: word, mend: "name each state once") }
            states.append(state)
        }
        self.init(states: states, on: day, gazetteer: gazetteer, codes: desk.codes)
    }

    package var isEmpty: Bool { treaties.isEmpty && ladder?.rungs.isEmpty ?? true }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        let words = TreatyWords(gazetteer: gazetteer, day: day)
        let names = states.map { gazetteer.named($0, on: day) }
        sheet.title((names.isEmpty ? "Treaties" : ActWords.listed(names)) + " on \(day)")
        if treaties.isEmpty { sheet.line("no treaty of the \(gazetteer.book.treaties.count) at hand was in force", indent: 0) }
        for treaty in treaties {
            let promise = (treaty.strongest?.rawValue ?? "no duty") + (treaty.force.binds ? "" : ", not binding")
            let ties = states.compactMap { words.tie($0, treaty) }.map { "; " + $0 }.joined()
            sheet.line("\(treaty.title) (\(treaty.id)): \(promise); \(words.standing(treaty))\(ties)", indent: 2)
        }
        if let ladder, !ladder.rungs.isEmpty {
            sheet.heading("ONE AFTER ANOTHER")
            var gaps = ladder.gaps[...]
            for rung in ladder.rungs {
                if let gap = gaps.first, let from = rung.from?.earliest, gap.to < from {
                    sheet.line("\(gap.from) to \(gap.to): no treaty of these in force", indent: 2)
                    gaps.removeFirst()
                }
                let time = rung.from.map { "\($0.told) to \(rung.to?.told ?? "now")" } ?? "never in force"
                let links = rung.links.filter { link in ladder.rungs.contains { $0.treaty.id == link.treaty } }
                let did = links.map { "\($0.how.rawValue) \($0.treaty)" }
                sheet.line(
                    "\(time): \(rung.treaty.title) (\(rung.treaty.id)), \(rung.treaty.strongest?.rawValue ?? "no duty")"
                        + (did.isEmpty ? "" : "; " + did.joined(separator: ", ")), indent: 2)
            }
        }
        for gap in helpGaps { sheet.line("no promise of help between the two: \(gap.from) to \(gap.to)", indent: 2) }
        return sheet.text
    }

    package var rows: Rows {
        let words = TreatyWords(gazetteer: gazetteer, day: day)
        return Rows(
            ["treaty", "title", "duty", "signed", "in_force", "ended", "standing", "parties"],
            treaties.map { treaty in
                [
                    treaty.id, treaty.title, treaty.strongest?.rawValue ?? "", treaty.signed.description, treaty.inForce?.description ?? "",
                    treaty.ended?.on.description ?? "", words.standing(treaty), treaty.parties(on: day).joined(separator: " "),
                ]
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("on", day.description)
            json.field("states", states)
            json.key("treaties")
            json.array(treaties) { json, treaty in treaty.write(to: &json, on: day, gazetteer: gazetteer) }
            json.key("chain")
            json.array(ladder?.rungs ?? []) { json, rung in
                json.object { json in
                    json.field("treaty", rung.treaty.id)
                    json.field("title", rung.treaty.title)
                    json.field("duty", rung.treaty.strongest?.rawValue)
                    json.field("from", rung.from?.description)
                    json.field("to", rung.to?.description)
                    json.field("supersedes", rung.links.map(\.treaty))
                }
            }
            json.key("gaps")
            json.array(ladder?.gaps ?? []) { json, gap in
                json.array([gap.from, gap.to]) { json, day in json.value(day.description) }
            }
            json.key("help_gaps")
            json.array(helpGaps) { json, gap in
                json.array([gap.from, gap.to]) { json, day in json.value(day.description) }
            }
        }
    }

    package func lines() -> String {
        treaties.map { treaty in
            var json = JSONWriter()
            treaty.write(to: &json, on: day, gazetteer: gazetteer)
            return json.string + "\n"
        }.joined()
    }
}
