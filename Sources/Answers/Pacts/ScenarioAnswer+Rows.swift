import CasusCore
import Pacts
import Treaties

extension ScenarioAnswer {
    /// One row a duty that is due or might be, then one for each state that is not bound, then one for each conflict.
    package var rows: Rows {
        let header = ["act", "verdict", "duty", "state", "name", "to", "treaty", "article", "depends_on", "why"]
        let answers = outcome.answers.map { answer in
            [
                "\(answer.act)", answer.verdict.rawValue, answer.duty.kind.rawValue, answer.state, name(answer.state, answer.act),
                answer.to,
                answer.treaty.id, answer.duty.article ?? "", answer.dependsOn.map(\.description).joined(separator: " "), reason(answer),
            ]
        }
        let misses = outcome.misses.map { miss in
            [
                "\(miss.act)", Verdict.notBound.rawValue, miss.duty?.kind.rawValue ?? "", miss.state, name(miss.state, miss.act), miss.to,
                miss.treaty.id, miss.duty?.article ?? "", "", why(miss),
            ]
        }
        let conflicts = outcome.conflicts.map { conflict in
            [
                "\(conflict.act)", "conflict", conflict.kind.rawValue, conflict.state, name(conflict.state, conflict.act), conflict.towards,
                conflict.bonds.map(\.treaty.id).joined(separator: " "), conflict.bonds.map { $0.duty.article ?? "" }.joined(separator: " "),
                "",
                why(conflict),
            ]
        }
        return Rows(header, answers + misses + conflicts)
    }

    /// The same without reasons, narrow enough for a terminal.
    package var table: Rows {
        let wide = rows
        let columns = wide.header.count - 1
        return Rows(Array(wide.header.prefix(columns)), wide.rows.map { Array($0.prefix(columns)) })
    }

    private func name(_ code: String, _ act: Int) -> String { gazetteer.name(code, on: outcome.acts[act].on) }

    private func reason(_ answer: Answer) -> String {
        let words = words(answer)
        let open = answer.proof.filter { $0.holds != .yes }.map { words.detail($0) }
        return open.isEmpty ? answer.duty.gist : open.joined(separator: "; ")
    }
}
