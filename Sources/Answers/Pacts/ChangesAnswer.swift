package import CasusCore
package import Treaties

/// The answer to "what changed?": what was signed, came into force, was joined, left or ended between two days, in order.
package struct ChangesAnswer: AnswerForms {
    package struct Change {
        package var on: EDTF
        package var treaty: Treaty
        package var what: String
        package var states: [String]
    }

    package let changes: [Change]
    package let range: ClosedRange<Day>
    package let gazetteer: Gazetteer

    package init(in range: ClosedRange<Day>, gazetteer: Gazetteer) {
        (self.range, self.gazetteer) = (range, gazetteer)
        var changes: [Change] = []
        func add(_ date: EDTF?, _ treaty: Treaty, _ what: String, _ states: [String] = []) {
            guard let date, let first = date.earliest, let last = date.latest, last >= range.lowerBound, first <= range.upperBound else {
                return
            }
            if let known = changes.firstIndex(where: { $0.treaty.id == treaty.id && $0.what == what && $0.on == date }), !states.isEmpty {
                changes[known].states += states
            } else {
                changes.append(Change(on: date, treaty: treaty, what: what, states: states))
            }
        }
        for treaty in gazetteer.book.treaties {
            add(treaty.signed, treaty, "signed")
            add(treaty.inForce, treaty, "in force")
            add(treaty.ended?.on, treaty, treaty.ended.map { $0.how == .stateEnded ? "ended with a state" : $0.how.rawValue } ?? "")
            for party in treaty.parties {
                if let from = party.from, from != treaty.inForce {
                    add(from, treaty, party.entry == .succession ? "succeeded" : "joined", [party.state])
                }
                add(party.to, treaty, party.exit == .stateEnded ? "last day of a state" : "last day as a party", [party.state])
                for leg in party.legs { add(leg.from, treaty, leg.is.rawValue, [party.state]) }
            }
            for contest in treaty.contests { add(contest.from, treaty, "contested") }
        }
        self.changes = changes.sorted { ($0.on.earliest!, $0.treaty.id, $0.what) < ($1.on.earliest!, $1.treaty.id, $1.what) }
    }

    /// Asks about the time that the word names: `2024-01-01..2024-12-31`.
    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let gazetteer = try desk.treaties(asked)
        let form = "write casus pacts changed 2024-01-01..2024-12-31"
        guard asked.words.count == 1 else { throw Problem(.usage, "changed when?", mend: form) }
        let ends = asked.words[0].split(separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2, let first = EDTF(String(ends[0]))?.earliest, let last = EDTF(String(ends[1]))?.latest, first <= last else {
            throw Problem(.usage, "is no time from one day to another", at: asked.words[0], mend: form)
        }
        try gazetteer.covered(first)
        try gazetteer.covered(last)
        self.init(in: first...last, gazetteer: gazetteer)
    }

    package var isEmpty: Bool { changes.isEmpty }

    package var rows: Rows {
        Rows(
            ["on", "what", "treaty", "title", "states"],
            changes.map { [$0.on.description, $0.what, $0.treaty.id, $0.treaty.title, $0.states.joined(separator: " ")] })
    }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        sheet.title("Treaties between \(range.lowerBound) and \(range.upperBound)")
        if changes.isEmpty { sheet.line("nothing changed in the \(gazetteer.book.treaties.count) instruments at hand", indent: 0) }
        for change in changes {
            let day = change.on.earliest!
            let states = change.states.map { gazetteer.name($0, on: day) }
            sheet.line(
                "\(change.on)  \(change.what): \(change.treaty.title) [\(change.treaty.id)]\(states.isEmpty ? "" : " (\(states.joined(separator: ", ")))")",
                indent: 2)
        }
        return sheet.text
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("from", range.lowerBound.description)
            json.field("to", range.upperBound.description)
            json.key("changes")
            json.array(changes) { json, change in write(change, to: &json) }
        }
    }

    package func lines() -> String {
        changes.map { change in
            var json = JSONWriter()
            write(change, to: &json)
            return json.string + "\n"
        }.joined()
    }

    private func write(_ change: Change, to json: inout JSONWriter) {
        json.object { json in
            json.field("on", change.on.description)
            json.field("what", change.what)
            json.field("treaty", change.treaty.id)
            json.field("title", change.treaty.title)
            json.field("states", change.states)
        }
    }
}
