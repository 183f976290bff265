/// A date as precise as its source, in the Extended Date/Time Format (ISO 8601-2): `2024-06-19`, `2024-06`, `1961~`,
/// `194X`, `2024-06/2024-08`, `2019/..`.
public struct EDTF: Hashable, Sendable, CustomStringConvertible {
    /// The date as written.
    public let description: String
    /// The first day it can mean; nil when open or unknown.
    public let earliest: Day?
    /// The last day it can mean; nil when open or unknown.
    public let latest: Day?

    /// Nil when the string is not one of the forms above.
    public init?(_ string: String) {
        let plain = string.utf8.withContiguousStorageIfAvailable { EDTF.plainDays(UnsafeRawBufferPointer($0)) }
        if let days = plain.flatMap(\.self) {
            (description, earliest, latest) = (string, days.first, days.last)
            return
        }
        let halves = string.split(separator: "/", omittingEmptySubsequences: false)
        switch halves.count {
        case 1:
            guard let range = EDTF.range(of: halves[0]) else { return nil }
            (earliest, latest) = (range.first, range.last)
        case 2:
            let open: Set<Substring> = ["", ".."]
            let start = open.contains(halves[0]) ? nil : EDTF.range(of: halves[0])
            let end = open.contains(halves[1]) ? nil : EDTF.range(of: halves[1])
            if start == nil, !open.contains(halves[0]) { return nil }
            if end == nil, !open.contains(halves[1]) { return nil }
            if start == nil, end == nil { return nil }
            if let start, let end, end.last < start.first { return nil }
            (earliest, latest) = (start?.first, end?.last)
        default: return nil
        }
        description = string
    }

    public init(_ day: Day) {
        (description, earliest, latest) = (day.description, day, day)
    }

    public init(year: Int) {
        self.init(pad(year, 4))!
    }

    /// - Parameter month: 1 to 12.
    public init(year: Int, month: Int) {
        self.init(pad(year, 4) + "-" + pad(month, 2))!
    }

    public init(from: Day, to: Day) {
        self.init(from.description + "/" + to.description)!
    }

    /// Whether it is one day, without a mark of doubt.
    public var isExact: Bool { earliest != nil && earliest == latest && description.utf8.count == 10 }

    /// Whether some day could be meant by both.
    public func overlaps(_ other: EDTF) -> Bool {
        if let a = latest, let b = other.earliest, a < b { return false }
        if let a = earliest, let b = other.latest, b < a { return false }
        return true
    }

    /// The days that `2024-06-19`, `2024-06` and `2024`, with `~` or `?` or without, can mean: the usual dates, without making strings.
    package static func plainDays(_ bytes: UnsafeRawBufferPointer) -> (first: Day, last: Day)? {
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
        if count == 4 { return (Day(year: year, month: 1, day: 1)!, Day(year: year, month: 12, day: 31)!) }
        guard let month = number(5, 7), let first = Day(year: year, month: month, day: 1) else { return nil }
        if count == 7 { return (first, first.adding(days: Day.length(ofMonth: month, year: year) - 1)) }
        return number(8, 10).flatMap { Day(year: year, month: month, day: $0) }.map { ($0, $0) }
    }

    private static func range(of part: Substring) -> (first: Day, last: Day)? {
        var text = part
        while let mark = text.last, "~?%".contains(mark) { text.removeLast() }
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let head = fields.first, head.utf8.count == 4,
            let low = Int(head.replacing("X", with: "0")), let high = Int(head.replacing("X", with: "9"))
        else { return nil }
        switch fields.count {
        case 1:
            return (Day(year: low, month: 1, day: 1)!, Day(year: high, month: 12, day: 31)!)
        case 2:
            guard low == high, fields[1].utf8.count == 2, let month = Int(fields[1]), let first = Day(year: low, month: month, day: 1)
            else {
                return nil
            }
            return (first, Day(year: low, month: month, day: Day.length(ofMonth: month, year: low))!)
        case 3:
            guard let day = Day(iso: String(text)) else { return nil }
            return (day, day)
        default: return nil
        }
    }
}
