package import CasusCore

/// How many acts there were, time by time: cooperative, conflictual and other ones, each in a strip of its own.
///
/// ```swift
/// let timeline = Timeline(acts, titled: "Acts between Russia and North Korea")
/// let html = timeline.svg { from, to in "/timeline?from=\(from)&to=\(to)" }
/// ```
package struct Timeline: Sendable {
    /// What an act was between the two.
    package enum Kind: String, Sendable, CaseIterable { case cooperation, conflict, neutral }

    /// One act.
    package struct Act: Sendable, Hashable {
        package var day: Day
        package var kind: Kind

        /// On a day, of a kind.
        package init(_ day: Day, _ kind: Kind) { (self.day, self.kind) = (day, kind) }
    }

    /// How long the time of one column is.
    package enum Unit: Int, Sendable, CaseIterable {
        case month = 1
        case quarter = 3
        case year = 12
        case decade = 120
        case century = 1200
    }

    /// The acts of one column.
    package struct Bin: Sendable, Hashable {
        /// "2024-06", "2024-04 to 2024-06", "2024", "2020 to 2029"
        package var name: String
        package var from: Day
        package var to: Day
        package var counts: [Kind: Int]

        package var total: Int { counts.values.reduce(0, +) }

        /// "2024-06: 3 cooperative, 1 conflictual"
        package var words: String {
            let parts = Kind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.words)" } }
            return "\(name): " + (parts.isEmpty ? "none recorded" : parts.joined(separator: ", "))
        }
    }

    /// What it is about.
    package let title: String
    package let unit: Unit
    /// From the first to the last, without a hole.
    package let bins: [Bin]

    /// No picture has more columns.
    package static let mostBins = 60

    /// - Parameter acts: in any order.
    package init(_ acts: [Act], titled title: String) {
        self.title = title
        guard let first = acts.lazy.map(\.day).min(), let last = acts.lazy.map(\.day).max() else {
            (unit, bins) = (.month, [])
            return
        }
        let unit = Unit.allCases.first { $0.number(of: last) - $0.number(of: first) < Timeline.mostBins } ?? .century
        var bins = (unit.number(of: first)...unit.number(of: last)).map { unit.bin($0) }
        for act in acts { bins[unit.number(of: act.day) - unit.number(of: first)].counts[act.kind, default: 0] += 1 }
        (self.unit, self.bins) = (unit, bins)
    }

    /// The acts of a kind.
    package func total(_ kind: Kind) -> Int { bins.reduce(0) { $0 + ($1.counts[kind] ?? 0) } }

    /// The strip in words, for who cannot see it.
    package var words: String {
        guard let first = bins.first, let last = bins.last else { return "No acts are recorded." }
        let totals = Kind.allCases.map { "\(total($0)) \($0.words)" }.joined(separator: ", ")
        let most = bins.max { $0.total < $1.total }!
        return "Acts recorded from \(first.from) to \(last.to): \(totals). Most in \(most.words)."
    }

    /// The picture for a page, which gives it its colours: see `Look`.
    ///
    /// - Parameters:
    ///   - id: the beginning of all ids in it, of its own on its page.
    ///   - link: where the acts of some days are told of; nil: nowhere.
    package func svg(id: String = "timeline", link: (_ from: Day, _ to: Day) -> String? = { _, _ in nil }) -> String {
        TimelineDrawing(self, .page(Breadth.narrowest), id: id).text(look: nil, link: link)
    }

    /// The same as a file of its own.
    package func file(
        width: Int = 720, look: Look = .light, link: (_ from: Day, _ to: Day) -> String? = { _, _ in nil }
    ) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + TimelineDrawing(self, .sheet(width), id: "timeline").text(look: look, link: link)
    }
}

extension Timeline.Kind {
    package var words: String {
        switch self {
        case .cooperation: "cooperative"
        case .conflict: "conflictual"
        case .neutral: "neutral"
        }
    }
}

extension Timeline.Unit {
    /// Which of these times, counted from the year 0, a day is in.
    fileprivate func number(of day: Day) -> Int {
        let months = day.year * 12 + day.month - 1
        return months >= 0 ? months / rawValue : (months - rawValue + 1) / rawValue
    }

    fileprivate func bin(_ number: Int) -> Timeline.Bin {
        let from = Day(year: 2000, month: 1, day: 1)!.adding(months: number * rawValue - 24_000)
        let to = from.adding(months: rawValue).adding(days: -1)
        func short(_ day: Day) -> String { String(day.description.dropLast(rawValue < 12 ? 3 : 6)) }
        let name = self == .month || self == .year ? short(from) : "\(short(from)) to \(short(to))"
        return Timeline.Bin(name: name, from: from, to: to, counts: [:])
    }
}
