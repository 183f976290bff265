import CasusCore
import Tables

/// A name that a state or organisation goes by, and since when and until when.
package struct Appellation: Hashable, Sendable {
    package var text: String
    /// What it stands for: `name`, `adjective`, `capital` ...; of organisations always `name`.
    package var use: String
    package var period: Period
}

extension WhosWho {
    /// The names of a state or organisation, in the order of the tables.
    package func appellations(of code: String) -> [Appellation] {
        let states = tables[.stateNames]
        let (from, to) = (states.column("from"), states.column("to"))
        let ofState = states.rows(key: code).map { row in
            Appellation(text: states[row, "text"], use: states[row, "use"], period: states.period(row, from: from, to: to))
        }
        if !ofState.isEmpty { return ofState }
        let names = tables[.organisationNames]
        let column = names.column("code")
        guard let wanted = tables.id(code) else { return [] }
        return names.rows.filter { names.id($0, column) == wanted }.map { row in
            Appellation(text: names[row, "text"], use: "name", period: Period())
        }
    }
}
