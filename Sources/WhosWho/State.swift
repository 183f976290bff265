package import CasusCore
import Tables

/// A state code and what it stood for in its times: DEU is the German Empire in 1914.
package struct State: Hashable, Sendable {
    package let code: String
    private let table: Table
    private let rows: Range<Int>

    init(code: String, table: Table, rows: Range<Int>) {
        (self.code, self.table, self.rows) = (code, table, rows)
    }

    /// Its name on a day, or its last one.
    package func name(on day: Day? = nil) -> String { table[row(on: day), "name"] }

    /// Its number in the Correlates of War on a day, or the last one.
    package func cow(on day: Day? = nil) -> Int? { Int(table[row(on: day), "cow"]) }

    /// Its number of Gleditsch and Ward on a day, or the last one.
    package func gw(on day: Day? = nil) -> Int? { Int(table[row(on: day), "gw"]) }

    /// Whether there was such a state on a day.
    package func exists(on day: Day) -> Bool { periods.contains { $0.contains(day) } }

    /// The times of its statehood, in order.
    package var periods: [Period] { rows.map(period) }

    private func period(_ row: Int) -> Period { table.period(row, from: table.column("from"), to: table.column("to")) }

    /// The row of a day; of a time without the state, the one before it, else the first.
    private func row(on day: Day?) -> Int {
        guard let day else { return rows.upperBound - 1 }
        if let row = rows.last(where: { period($0).contains(day) }) { return row }
        return rows.last { period($0).to.map { $0 < day } ?? false } ?? rows.lowerBound
    }

    package static func == (a: State, b: State) -> Bool { a.code == b.code }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// What a word of the command line means.
package enum StateLookup: Hashable, Sendable {
    case found(State)
    /// Several states bear the name on that day, in the order of their codes.
    case ambiguous([State])
    /// None; with names that are near to it.
    case unknown(suggestions: [String])
}

extension WhosWho {
    /// A state by its code.
    package func state(_ code: String) -> State? {
        let table = tables[.states]
        let rows = table.rows(key: code)
        return rows.isEmpty ? nil : State(code: code, table: table, rows: rows)
    }

    /// Every state, in the order of codes.
    package var states: [State] {
        let table = tables[.states]
        return Set(table.rows.map { table.id($0, 0) }).sorted().compactMap { state(tables.string($0)) }
    }

    /// A state by name, code, `cow-365` or `gw-365`, as of a day, or of today where none is given.
    ///
    /// A code is found at any time; whether the state exists on the day is for the caller to ask.
    package func state(matching word: String, on day: Day? = nil) -> StateLookup {
        if let state = state(word) ?? state(word.uppercased()) { return .found(state) }
        let found = numbered(word.lowercased(), on: day) ?? named(word, on: day)
        switch found.count {
        case 0: return .unknown(suggestions: suggestions(for: word))
        case 1: return .found(found[0])
        default: return .ambiguous(found)
        }
    }

    /// The states with a number; nil when the word is no such number.
    private func numbered(_ word: String, on day: Day?) -> [State]? {
        for system in ["cow", "gw"] {
            guard word.hasPrefix(system + "-"), let number = Int(word.dropFirst(system.count + 1)) else { continue }
            let table = tables[.states]
            let column = table.column(system)
            let rows = table.rows.filter { Int(table[$0, column]) == number }
            return current(
                rows.map { (table[$0, "code"], [table.period($0, from: table.column("from"), to: table.column("to"))]) }, on: day)
        }
        return nil
    }

    private func named(_ word: String, on day: Day?) -> [State] {
        current(candidates(typed: word).filter(\.isStateName).map { ($0.id, $0.periods) }, on: day)
    }

    /// Those of the states that are there on the day; all of them if none is.
    private func current(_ found: [(code: String, periods: [Period])], on day: Day?) -> [State] {
        let today = found.filter { entry in
            entry.periods.isEmpty || entry.periods.contains { period in day.map(period.contains) ?? (period.to == nil) }
        }
        return Set((today.isEmpty ? found : today).map(\.code)).sorted().compactMap { state($0) }
    }

    private func suggestions(for word: String) -> [String] {
        let names = tables[.stateNames]
        let (text, use) = (names.column("text"), names.column("use"))
        let name = tables.id("name")
        let candidates = names.rows.lazy.filter { names.id($0, use) == name }.map { names[$0, text] }
        return nearest(to: word, in: candidates, limit: 3)
    }
}

extension WhosWho {
    /// An armed group by one of its names, as a person types it; its usual name.
    package func armedGroup(named word: String) -> String? {
        for candidate in candidates(typed: word) where candidate.isOrganisation {
            if let organisation = organisation(candidate.id), organisation.kind == "armed-group" { return organisation.name }
        }
        return nil
    }
}
