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

/// One treaty in full.
package struct TreatyAnswer {
    package let treaty: Treaty
    package let day: Day
    package let gazetteer: Gazetteer

    /// - Parameter id: an id, or another name of the treaty.
    package init(_ id: String, on day: Day, gazetteer: Gazetteer) throws(Problem) {
        let book = gazetteer.book
        let wanted = id.lowercased()
        let named = book.treaties.first { treaty in
            treaty.title.lowercased() == wanted || treaty.also.contains { $0.lowercased() == wanted }
        }
        guard let treaty = book[wanted] ?? named else {
            let near = book.treaties.filter {
                ($0.also + [$0.title, $0.id]).contains { wanted.count > 2 && $0.lowercased().contains(wanted) }
            }.map(\.id)
            let mend = near.isEmpty ? meant(by: wanted, among: book.treaties.map(\.id)).map { [$0] } ?? [] : Array(near.prefix(4))
            throw Problem(
                .usage, "no such treaty", at: id,
                mend: mend.isEmpty ? "casus pacts lists those in force on a day" : "did you mean \(mend.joined(separator: ", "))?")
        }
        (self.treaty, self.day, self.gazetteer) = (treaty, day, gazetteer)
    }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        TreatyWords(gazetteer: gazetteer, day: day).show(treaty, in: &sheet)
        return sheet.text
    }

    package func write(to json: inout JSONWriter) { treaty.write(to: &json, on: day, gazetteer: gazetteer) }
}
