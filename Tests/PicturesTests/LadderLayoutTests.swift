import CasusCore
import Testing
import Treaties

@testable import Pictures

/// What must hold of the ladder of any two states, at any width.
struct LadderLayoutTests {
    private static let breadths: [Breadth] = [.page(288), .page(640), .sheet(720)]

    @Test func therePairsToLookAt() {
        #expect(Pair.all.count > 1000)
        #expect(Pair.all.contains { !$0.chain.gaps.isEmpty })
    }

    @Test(arguments: breadths)
    func allIsInsideTheFrame(_ breadth: Breadth) {
        // Thousands of pairs: what is wrong is gathered, and expected to be nothing.
        var faults: [String] = []
        for pair in Pair.all {
            let layout = LadderLayout(pair.ladder(), breadth)
            func check(_ holds: Bool, _ what: String) { if !holds { faults.append("\(pair): \(what)") } }
            var y = layout.top
            for row in layout.rows {
                check(row.top >= y && row.bottom > row.top, "a row on another")
                y = row.bottom
                check(row.mark.middle > row.top && row.mark.middle < row.bottom, "a mark outside its row")
                for label in row.labels { check(label.y > row.top && label.y < row.bottom, "\(label.text) outside its row") }
                switch row.mark {
                case .bar(let bar):
                    check(bar.from >= layout.axis.span.lowerBound && bar.to <= layout.axis.span.upperBound + 1e-9, "a bar outside the axis")
                    check(zip(bar.pieces, bar.pieces.dropFirst()).allSatisfy { $0.to == $1.from }, "a hole in a bar")
                    check(bar.pieces.allSatisfy { $0.from < $0.to }, "an empty part of a bar")
                case .never(let place, _): check(place.map { (0...1).contains($0) } ?? true, "a mark outside the frame")
                case .band(let band): check(band.from >= 0 && band.from < band.to && band.to <= 1, "a gap outside the frame")
                }
            }
            for label in layout.labels {
                let reach = label.reach(width: breadth.least)
                check(reach.lowerBound >= -0.01 && reach.upperBound <= breadth.least + 0.01, "\(label.text) outside the frame")
                check(label.y <= layout.height, "\(label.text) below the frame")
            }
        }
        #expect(faults == [])
    }

    /// Laid out for the least width, they must not touch with more room either.
    @Test(arguments: breadths)
    func noWordsTouch(_ breadth: Breadth) {
        let widths: [Double] =
            switch breadth {
            case .page(let least): [Double(least), Double(least) * 1.5, 1400]
            case .sheet(let width): [Double(width)]
            }
        var faults: [String] = []
        for pair in Pair.all {
            let lines = LadderLayout(pair.ladder(), breadth).labels.sorted { $0.y < $1.y }
            for width in widths {
                let reaches = lines.map { $0.reach(width: width) }
                for (index, label) in lines.enumerated() {
                    for other in (index + 1)..<max(lines.count, index + 1) {
                        if lines[other].y - label.y >= 10 { break }
                        if reaches[index].overlaps(reaches[other]) {
                            faults.append("\(pair) at \(width): \(label.text), \(lines[other].text)")
                        }
                    }
                }
            }
        }
        #expect(faults == [])
    }

    @Test func theGapsAreThoseOfTheChain() {
        for pair in Pair.all {
            let ladder = pair.ladder()
            let layout = LadderLayout(ladder, .page(288))
            let bands = layout.bands
            #expect(bands.filter { !$0.isOfHelp }.map(\.gap) == pair.chain.gaps, "\(pair)")
            #expect(bands.filter(\.isOfHelp).map(\.gap) == ladder.helpGaps, "\(pair)")
            // No bar reaches into a gap further than what makes a short one visible.
            for band in bands where !band.isOfHelp {
                #expect(band.from == layout.axis.place(of: band.gap.from), "\(pair)")
                for bar in layout.bars {
                    let overlap = min(bar.to, band.to) - max(bar.from, band.from)
                    #expect(overlap <= 3 / 288 + 1e-9, "\(pair)")
                }
            }
        }
    }

    @Test func aRowATreatyInTheirOrder() {
        for pair in Pair.all {
            let layout = LadderLayout(pair.ladder(), .page(288))
            #expect(layout.rows.compactMap { $0.step?.rung.treaty.id } == pair.chain.rungs.map(\.treaty.id), "\(pair)")
            let open = layout.rows.filter { if case .bar(let bar) = $0.mark { bar.isOpen } else { false } }
            #expect(open.compactMap { $0.step?.number }.count == pair.chain.rungs.count { $0.from != nil && $0.to == nil }, "\(pair)")
        }
    }

    /// From the earlier treaty's row to the later one's, arriving where that begins.
    @Test func connectorsLeadFromOneRungToAnother() throws {
        var seen: Set<Treaty.Link.How> = []
        for pair in Pair.all {
            let ladder = pair.ladder()
            let layout = LadderLayout(ladder, .page(288))
            let links = ladder.steps.flatMap { ladder.links(of: $0) }
            #expect(layout.connectors.count == links.count, "\(pair)")
            for connector in layout.connectors {
                seen.insert(connector.how)
                let target = try #require(layout.rows.first { $0.mark.middle == connector.to })
                #expect(layout.rows.contains { $0.mark.middle == connector.from })
                if case .bar(let bar) = target.mark { #expect(abs(bar.from - connector.x) <= 3 / 288, "\(pair)") }
                let words = ladder.linkWords(of: target.step!)
                #expect(words.contains(connector.how.rawValue), "\(pair)")
            }
        }
        #expect(seen == Set(Treaty.Link.How.allCases))
    }

    @Test(arguments: ["0001-01-01", "1500-06-01", "1961-09-10", "2024-12-05", "9999-12-31"])
    func anyDayCanBeAskedAbout(_ iso: String) throws {
        let layout = LadderLayout(Pair("PRK", "RUS").ladder(on: Day(iso: iso)!), .page(288))
        let now = try #require(layout.now)
        #expect((0...1).contains(now.x))
        #expect(now.label.text.contains(iso))
        let reach = now.label.reach(width: 288)
        #expect(reach.lowerBound >= 0 && reach.upperBound <= 288.01)
        // A day far off does not squeeze the treaties to nothing.
        #expect(layout.bars.map(\.to).max()! - layout.bars.map(\.from).min()! > 0.1)
    }
}

extension LadderLayout {
    var labels: [Label] {
        rows.flatMap(\.labels) + axisLabels + legend.entries.flatMap(\.labels) + (now.map { [$0.label] } ?? [])
    }

    var bars: [Bar] { rows.compactMap { if case .bar(let bar) = $0.mark { bar } else { nil } } }
    var bands: [Band] { rows.compactMap { if case .band(let band) = $0.mark { band } else { nil } } }
}
