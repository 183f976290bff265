import CasusCore

/// Days along the width of a picture, with the marks that help to read them.
struct TimeAxis: Hashable {
    /// A day that the axis marks.
    struct Tick: Hashable {
        var day: Day
        /// Nil for a small mark between two with words.
        var label: String?
    }

    /// Where the days are.
    let days: ClosedRange<Day>
    /// Where the first and the last of them stand, of a width of 1.
    let span: ClosedRange<Double>
    let ticks: [Tick]

    static let lettering = Lettering(size: 11)

    /// - Parameters:
    ///   - days: what the axis must show; it shows some more on both sides, and never less than a year.
    ///   - span: which part of the width it takes.
    init(_ days: ClosedRange<Day>, span: ClosedRange<Double>, least: Double) {
        let length = Int(days.upperBound.number - days.lowerBound.number) + 1
        let padding = max(length / 50, (365 - length) / 2, 1)
        self.init(exactly: days.lowerBound.adding(days: -padding)...days.upperBound.adding(days: padding), span: span, least: least)
    }

    /// An axis without anything on either side of the days.
    init(exactly days: ClosedRange<Day>, span: ClosedRange<Double>, least: Double) {
        (self.days, self.span) = (days, span)
        ticks = TimeAxis.ticks(days, room: (span.upperBound - span.lowerBound) * least)
    }

    /// Where a day begins; at the edge for one that is outside.
    func place(of day: Day) -> Double {
        let length = Double(days.upperBound.number - days.lowerBound.number) + 1
        let share = min(max(Double(day.number - days.lowerBound.number) / length, 0), 1)
        return span.lowerBound + share * (span.upperBound - span.lowerBound)
    }

    /// Where a day is over.
    func place(after day: Day) -> Double { place(of: day.adding(days: 1)) }

    private static let steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 120_000, 1_200_000]

    private static func ticks(_ days: ClosedRange<Day>, room width: Double) -> [Tick] {
        let perDay = width / (Double(days.upperBound.number - days.lowerBound.number) + 1)
        // The shortest month counts, so that no two labels touch.
        func gap(_ step: Int) -> Double { perDay * (step == 1 ? 28 : Double(step) * 30.4 - 2) }
        func room(for step: Int) -> Double { lettering.width(step < 12 ? "0000-00" : "0000") + 10 }
        let step = steps.first { gap($0) >= room(for: $0) } ?? steps.last!
        let small = steps.first { gap($0) >= 12 && step % $0 == 0 } ?? step
        var ticks: [Tick] = []
        var month = floored(days.lowerBound.year * 12 + days.lowerBound.month - 1, to: small)
        while let day = Day(year: (month - modulo(month, 12)) / 12, month: modulo(month, 12) + 1, day: 1), day <= days.upperBound {
            if day >= days.lowerBound {
                let words = step < 12 ? String(day.description.dropLast(3)) : String(day.description.dropLast(6))
                ticks.append(Tick(day: day, label: modulo(month, step) == 0 ? words : nil))
            }
            month += small
        }
        return ticks
    }

    private static func modulo(_ a: Int, _ b: Int) -> Int { ((a % b) + b) % b }
    private static func floored(_ a: Int, to step: Int) -> Int { a - modulo(a, step) }
}
