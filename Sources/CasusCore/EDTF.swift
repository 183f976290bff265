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
        if let days = EDTF.plainDays(string.utf8) {
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

    /// The days of `2024-06-19`, `2024-06` and `2024`, with `~` or `?` or without: the usual dates, without cutting strings.
    private static func plainDays(_ text: String.UTF8View) -> (first: Day, last: Day)? {
        var numbers = (0, 0, 0)
        var (field, digits) = (0, 0)
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                switch field {
                case 0: numbers.0 = numbers.0 * 10 + digit
                case 1: numbers.1 = numbers.1 * 10 + digit
                case 2: numbers.2 = numbers.2 * 10 + digit
                default: return nil
                }
                digits += 1
            case UInt8(ascii: "-"):
                guard digits == (field == 0 ? 4 : 2), field < 2 else { return nil }
                (field, digits) = (field + 1, 0)
            case UInt8(ascii: "~"), UInt8(ascii: "?"):
                // Only at the end: no digit may follow.
                guard digits == (field == 0 ? 4 : 2) else { return nil }
                (field, digits) = (field + 10, 0)
            default: return nil
            }
        }
        guard field >= 10 ? digits == 0 && field < 20 : digits == (field == 0 ? 4 : 2) else { return nil }
        let (year, month, day) = numbers
        switch field % 10 {
        case 0: return (Day(year: year, month: 1, day: 1)!, Day(year: year, month: 12, day: 31)!)
        case 1:
            guard let first = Day(year: year, month: month, day: 1) else { return nil }
            return (first, first.adding(days: Day.length(ofMonth: month, year: year) - 1))
        default: return Day(year: year, month: month, day: day).map { ($0, $0) }
        }
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
