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
        if let day = plainDay(bytes(id)) { return (day, day) }
        let date = EDTF(self[row, column])
        return (date?.earliest, date?.latest)
    }
}

/// The day that ten bytes like `2024-06-19` name: the usual case, without a string.
private func plainDay(_ bytes: UnsafeRawBufferPointer) -> Day? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
        var number = 0
        for index in range {
            let digit = bytes[index] &- 0x30
            if digit > 9 { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return Day(year: year, month: month, day: day)
}
