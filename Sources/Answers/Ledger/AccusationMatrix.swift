package import CasusCore
package import Collating

/// How many acts of whom are alleged by whom.
package struct AccusationMatrix {
    /// Sorted by accuser, then accused.
    package let cells: [(accuser: String, accused: String, acts: Int, statements: [String])]

    package var isEmpty: Bool { cells.isEmpty }

    /// - Parameter isWanted: whether a statement belongs to the question.
    package init(_ collation: Collation, isWanted: (String) -> Bool) {
        struct Pair: Hashable {
            var accuser: String
            var accused: String
        }
        var acts: [Pair: Set<String>] = [:]
        var tellers: [Pair: Set<String>] = [:]
        func count(_ accusers: [Actor], _ accused: [Actor], act: String, by statement: String) {
            for one in Set(accusers.map { $0.code ?? $0.name }) {
                for other in Set(accused.map { $0.code ?? $0.name }) where other != one {
                    acts[Pair(accuser: one, accused: other), default: []].insert(act)
                    tellers[Pair(accuser: one, accused: other), default: []].insert(statement)
                }
            }
        }
        for happening in collation.happenings
        where happening.type == .accuse && happening.mode != "disapprove" && happening.status == .actual {
            for kept in happening.statements where isWanted(kept.id) {
                guard case .event(let event) = kept.statement else { continue }
                let subjects = event.about.compactMap { collation.happening(of: $0) }
                // What is accused of is one act, however often and by however many reports.
                let act = subjects.first?.id ?? happening.id
                // Whoever has a part in what another is accused of is not accused by that.
                let accused = event.recipients.isEmpty ? subjects.filter { $0.actors.count == 1 }.flatMap(\.actors) : event.recipients
                count(event.actors, accused, act: act, by: kept.id)
            }
        }
        for proposition in collation.propositions {
            guard let happening = collation.happening(of: proposition.subject) else { continue }
            for voice in proposition.voices where voice.stance == .accuses && isWanted(voice.statement) {
                guard let speaker = voice.speaker, happening.type != .accuse, happening.actors.count == 1 else { continue }
                count([speaker], happening.actors, act: happening.id, by: voice.statement)
            }
        }
        cells = acts.map { ($0.accuser, $0.accused, $1.count, tellers[$0]!.sorted()) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    package func words(_ about: String, _ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        sheet.title("Accusers (down) by accused (across), number of acts alleged: \(about)")
        if cells.isEmpty { sheet.line("The ledger holds no accusations of one of these sides against another.", indent: 0) }
        let accused = Set(cells.map(\.accused)).sorted()
        let grid = Set(cells.map(\.accuser)).sorted().map { accuser in
            [accuser]
                + accused.map { other in cells.first { $0.accuser == accuser && $0.accused == other }.map { String($0.acts) } ?? "·" }
        }
        return sheet.text + Rows([""] + accused, grid).text(.table)
    }

    package var rows: Rows {
        Rows(
            ["accuser", "accused", "acts", "statements"],
            cells.map { [$0.accuser, $0.accused, String($0.acts), $0.statements.joined(separator: "; ")] })
    }

    package func write(to json: inout JSONWriter) {
        json.array(cells) { json, cell in
            json.object { json in
                json.field("accuser", cell.accuser)
                json.field("accused", cell.accused)
                json.field("acts", cell.acts)
                json.field("statements", cell.statements)
            }
        }
    }
}
