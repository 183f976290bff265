import CasusCore
import Testing

@testable import Pictures

struct TimelineTests {
    private static func acts(_ count: Int, days: Int, seed: UInt64) -> [Timeline.Act] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            Timeline.Act(
                today.adding(days: -Int(random.next() % UInt64(days))), Timeline.Kind.allCases[Int(random.next() % 3)])
        }
    }

    @Test(arguments: [(1, 1), (5, 40), (300, 700), (300, 3000), (900, 10_000), (900, 80_000), (2000, 700_000)])
    func everyActIsInItsColumn(_ count: Int, _ days: Int) {
        let acts = TimelineTests.acts(count, days: days, seed: UInt64(days))
        let timeline = Timeline(acts, titled: "Acts")
        #expect((1...Timeline.mostBins).contains(timeline.bins.count))
        for (bin, next) in zip(timeline.bins, timeline.bins.dropFirst()) { #expect(bin.to.adding(days: 1) == next.from) }
        for bin in timeline.bins {
            for kind in Timeline.Kind.allCases {
                #expect(bin.counts[kind] ?? 0 == acts.count { $0.kind == kind && bin.from <= $0.day && $0.day <= bin.to })
            }
        }
        #expect(timeline.bins.reduce(0) { $0 + $1.total } == count)
        // The finest that is not too fine: the first and the last have something.
        #expect(timeline.bins.first!.total > 0 && timeline.bins.last!.total > 0)
    }

    @Test(arguments: [
        ("2024-01-31", "2024-12-01", Timeline.Unit.month, 12, "2024-01"), ("2012-02-01", "2024-12-01", .quarter, 52, "2012-01 to 2012-03"),
        ("1970-01-01", "2024-12-31", .year, 55, "1970"), ("1871-05-05", "2024-12-31", .decade, 16, "1870 to 1879"),
        ("1386-05-05", "2024-12-31", .century, 8, "1300 to 1399"),
    ])
    func theUnitFitsTheTime(_ first: String, _ last: String, _ unit: Timeline.Unit, _ bins: Int, _ name: String) {
        let acts = [first, last].map { Timeline.Act(Day(iso: $0)!, .neutral) }

        let timeline = Timeline(acts, titled: "Acts")
        #expect(timeline.unit == unit)
        #expect(timeline.bins.count == bins)
        #expect(timeline.bins.first?.name == name)
    }

    @Test(arguments: [Breadth.page(288), .sheet(720)])
    func columnsAreInTheFrameAndAsTallAsTheirCounts(_ breadth: Breadth) throws {
        for days in [3, 500, 9000, 60_000] {
            let timeline = Timeline(TimelineTests.acts(400, days: days, seed: 3), titled: "Acts")
            let drawing = TimelineDrawing(timeline, breadth, id: "t")
            #expect(drawing.strips.map(\.kind) == Timeline.Kind.allCases)
            for (strip, next) in zip(drawing.strips, drawing.strips.dropFirst()) { #expect(strip.base < next.label.y - 9) }
            for strip in drawing.strips {
                #expect(strip.label.reach(width: breadth.least).upperBound <= breadth.least)
                for bin in timeline.bins {
                    guard let column = drawing.column(bin, in: strip) else {
                        #expect(bin.counts[strip.kind] ?? 0 == 0)
                        continue
                    }
                    #expect(column.from >= 0 && column.from < column.to && column.to <= 1)
                    #expect(column.top >= strip.label.y && column.top < strip.base)
                    let tall = TimelineDrawing.tall * Double(bin.counts[strip.kind]!) / Double(drawing.most)
                    #expect(abs(strip.base - column.top - max(tall, 2)) < 1e-6)
                }
            }
            for (label, next) in zip(drawing.axisLabels, drawing.axisLabels.dropFirst()) {
                #expect(label.reach(width: breadth.least).upperBound < next.reach(width: breadth.least).lowerBound)
            }
        }
    }

    @Test func everyColumnLeadsToItsDays() {
        let timeline = Timeline(TimelineTests.acts(200, days: 4000, seed: 9), titled: "Acts <of> \"two\" & more")
        let svg = timeline.svg(id: "t") { from, to in "/timeline?from=\(from)&to=\(to)" }
        let reading = Reading(svg)
        #expect(reading.isWhole)
        #expect(reading.hrefs == timeline.bins.filter { $0.total > 0 }.map { "/timeline?from=\($0.from)&to=\($0.to)" })
        #expect(!reading.attributes.contains("style") && reading.elements.isDisjoint(with: ["style", "script"]))
        #expect(reading.ids.allSatisfy { $0.hasPrefix("t") })
        // Told apart without colour: one is hatched, and each has a strip and a name.
        #expect(svg.contains("class=\"pic-conflict\"") && svg.contains("fill=\"url(#t-hatch)\""))
        for name in reading.classes.subtracting(["pic-timeline", "pic-hit"]) { #expect(Look.page.contains(".\(name)"), "\(name)") }
        let file = Reading(timeline.file())
        #expect(file.isWhole && file.elements.contains("style") && file.hrefs.isEmpty)
    }

    @Test func itTellsItselfInWords() {
        let acts = [("2024-06-19", Timeline.Kind.cooperation), ("2024-06-20", .cooperation), ("2024-08-02", .conflict)]
        let timeline = Timeline(acts.map { Timeline.Act(Day(iso: $0.0)!, $0.1) }, titled: "Acts")
        #expect(
            timeline.words
                == "Acts recorded from 2024-06-01 to 2024-08-31: 2 cooperative, 1 conflictual, 0 neutral. Most in 2024-06: 2 cooperative.")
        let texts = Reading(timeline.svg()).texts
        #expect(texts.contains("Cooperative: 2, at most 2 a month") && texts.contains("Neutral: none recorded"))
        #expect(timeline.bins[1].words == "2024-07: none recorded")
    }

    @Test func withoutActsItSaysSo() {
        let timeline = Timeline([], titled: "Acts")
        let reading = Reading(timeline.svg())
        #expect(reading.isWhole && reading.texts == ["No acts are recorded."])
        #expect(timeline.words == "No acts are recorded.")
    }
}
