package import CasusCore
import Tables

/// A time from one day to another, both of it; nil for an open end.
package struct Period: Hashable, Sendable {
    package var from: Day?
    package var to: Day?

    package func contains(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }
}

extension Table {
    /// The time that two columns of EDTF dates give a row, taken as widely as they allow.
    func period(_ row: Int, from: Int, to: Int) -> Period {
        Period(from: days(row, from).earliest, to: days(row, to).latest)
    }

    private func days(_ row: Int, _ column: Int) -> (earliest: Day?, latest: Day?) {
        let id = id(row, column)
        if id == .none { return (nil, nil) }
        if let days = EDTF.plainDays(bytes(id)) { return (days.first, days.last) }
        let date = EDTF(self[row, column])
        return (date?.earliest, date?.latest)
    }
}
