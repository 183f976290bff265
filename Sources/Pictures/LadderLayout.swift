import CasusCore
import Treaties

/// Where everything of a ladder stands; drawing only writes it down.
struct LadderLayout {
    /// One treaty's time.
    struct Bar {
        enum End: CaseIterable { case start, end }

        /// A part of it; a day in it was certainly in the time, or perhaps.
        struct Piece: Hashable {
            var from, to: Double
            var isCertain: Bool
        }

        var pieces: [Piece]
        /// Which ends are drawn hatched for some pixels, as they are uncertain and the days that they may be are too few to be seen.
        var blurred: Set<End>
        /// Whether it goes on beyond the picture.
        var isOpen: Bool
        var middle: Double
        var promise: Promise

        var from: Double { pieces.first!.from }
        var to: Double { pieces.last!.to }
        var height: Double { promise.weight == .help ? 12 : 6 }

        /// How many pixels of an uncertain end are hatched at least.
        static let blur = 7.0
    }

    /// A time without a treaty, or without a promise of help.
    struct Band: Hashable {
        var gap: Supersession.Gap
        var from, to, middle: Double
        var isOfHelp: Bool
    }

    /// What a row shows beside its words.
    enum Mark {
        case bar(Bar)
        /// A treaty that never came into force, at its signature; nil where even that day is unknown.
        case never(at: Double?, middle: Double)
        case band(Band)

        var middle: Double {
            switch self {
            case .bar(let bar): bar.middle
            case .never(_, let middle): middle
            case .band(let band): band.middle
            }
        }
    }

    struct Row {
        var top, bottom: Double
        var labels: [Label]
        var mark: Mark
        /// Nil of a gap.
        var step: Ladder.Step?
    }

    /// What a treaty did to an earlier one: along the earlier one's row from `start` to `x`, then up or down to the later one's.
    struct Connector: Hashable {
        var how: Treaty.Link.How
        var start, x: Double
        var from, to: Double
        /// Which of the later one's, from 0: they stand side by side.
        var lane: Int
    }

    let axis: TimeAxis
    let rows: [Row]
    let connectors: [Connector]
    let now: (x: Double, label: Label)?
    let axisLabels: [Label]
    /// Of the axis lines.
    let top, bottom: Double
    let legend: Legend
    let height: Double

    static let text = Lettering(size: 13)
    static let small = Lettering(size: 11.5)
    static let word = Lettering(size: 11.5)
    static let letter = Lettering(size: 10, isBold: true)

    init(_ ladder: Ladder, _ breadth: Breadth) {
        let width = breadth.least
        axis = TimeAxis(LadderLayout.days(of: ladder), span: 0.006...0.965, least: width)
        var maker = RowMaker(ladder: ladder, axis: axis, width: width, y: 46)
        var gaps = ladder.gaps[...]
        for step in ladder.steps {
            if let gap = gaps.first, let from = step.rung.from?.earliest, gap.to < from {
                maker.add(gap, isOfHelp: false)
                gaps.removeFirst()
            }
            maker.add(step)
        }
        for gap in ladder.helpGaps { maker.add(gap, isOfHelp: true) }
        (rows, connectors) = (maker.rows, maker.connectors())
        (top, bottom) = (40, maker.y)
        let (axis, bottom) = (axis, bottom)
        axisLabels = axis.ticks.flatMap { tick -> [Label] in
            guard let text = tick.label else { return [] }
            let place = axis.place(of: tick.day)
            let label = Label(x: place, y: 30, anchor: .middle, text: text, lettering: TimeAxis.lettering, role: "pic-meta")
            let reach = label.reach(width: width)
            guard reach.lowerBound >= 0, reach.upperBound <= width else { return [] }
            var below = label
            below.y = bottom + 18
            return maker.rows.count > 4 ? [label, below] : [label]
        }
        now = ladder.day.map { LadderLayout.now($0, axis, width) }
        legend = Legend(ladder, maker.rows, y: bottom + (maker.rows.count > 4 ? 30 : 12), width: width)
        height = legend.bottom + 4
    }

    /// The days to show: all that the rungs tell, and the day asked about unless it is so far off that nothing could be seen.
    private static func days(of ladder: Ladder) -> ClosedRange<Day> {
        var days: [Day] = []
        for step in ladder.steps {
            let dates = [step.rung.from ?? step.rung.treaty.signed, step.rung.to].compactMap(\.self)
            days += dates.flatMap { [$0.earliest, $0.latest].compactMap(\.self) }
        }
        let first = days.min() ?? ladder.day ?? Day(number: 0)
        let last = days.max() ?? first
        guard let day = ladder.day else { return first...last }
        let reach = max(2 * Int(last.number - first.number), 100 * 366)
        guard Int(day.number) > Int(first.number) - reach, Int(day.number) < Int(last.number) + reach else { return first...last }
        return min(first, day)...max(last, day)
    }

    private static func now(_ day: Day, _ axis: TimeAxis, _ width: Double) -> (x: Double, label: Label) {
        let place = axis.place(of: day)
        let text = day < axis.days.lowerBound ? "← \(day)" : day > axis.days.upperBound ? "\(day) →" : day.description
        let label = Label(
            x: place, y: 13, anchor: .middle, text: text, lettering: Lettering(size: 11.5, isBold: true), role: "pic-now-text")
        return (place, label.kept(inside: width))
    }
}
