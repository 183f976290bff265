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
        if let days = plainDays(bytes(id)) { return days }
        let date = EDTF(self[row, column])
        return (date?.earliest, date?.latest)
    }
}

/// The days that `2024-06-19`, `2024-06` and `2024`, with `~` or without, can mean: the usual dates, without making strings.
private func plainDays(_ bytes: UnsafeRawBufferPointer) -> (earliest: Day?, latest: Day?)? {
    let isRough = bytes.last == UInt8(ascii: "~") || bytes.last == UInt8(ascii: "?")
    let count = isRough ? bytes.count - 1 : bytes.count
    func number(_ start: Int, _ end: Int) -> Int? {
        guard end <= count, start == 0 || bytes[start - 1] == UInt8(ascii: "-") else { return nil }
        var number = 0
        for index in start..<end {
            let digit = bytes[index] &- 0x30
            if digit > 9 { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
    guard count == 4 || count == 7 || count == 10, let year = number(0, 4) else { return nil }
    if count == 4 { return (Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31)) }
    guard let month = number(5, 7), (1...12).contains(month) else { return nil }
    if count == 7 {
        return (Day(year: year, month: month, day: 1), Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)))
    }
    guard let day = number(8, 10).flatMap({ Day(year: year, month: month, day: $0) }) else { return nil }
    return (day, day)
}
