/// A second of time, in UTC: when something was recorded.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    public var seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }

    /// Reads `2024-06-19T10:30:00Z`, and `2024-06-19` as the first second of that day.
    public init?(iso: String) {
        guard let day = Day(iso: String(iso.prefix(10))) else { return nil }
        let rest = Array(iso.utf8.dropFirst(10))
        if rest.isEmpty {
            seconds = Int64(day.number) * 86400
            return
        }
        func number(_ at: Int) -> Int64? {
            let digits = rest[at..<at + 2]
            return digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int64(digits.first! - 0x30) * 10 + Int64(digits.last! - 0x30) : nil
        }
        let marks = [0, 3, 6, 9].map { $0 < rest.count ? rest[$0] : 0 }
        guard rest.count == 10, marks == Array("T::Z".utf8), let hour = number(1), let minute = number(4), let second = number(7),
            hour < 24, minute < 60, second < 60
        else { return nil }
        seconds = Int64(day.number) * 86400 + hour * 3600 + minute * 60 + second
    }

    /// The last second of a day.
    public init(endOf day: Day) {
        seconds = (Int64(day.number) + 1) * 86400 - 1
    }

    public var day: Day {
        Day(number: Int32(seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400))
    }

    /// `2024-06-19T10:30:00Z`
    public var description: String {
        let ofDay = Int(seconds - Int64(day.number) * 86400)
        return "\(day)T\(pad(ofDay / 3600, 2)):\(pad(ofDay / 60 % 60, 2)):\(pad(ofDay % 60, 2))Z"
    }

    public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}
