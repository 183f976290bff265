import CasusCore
import Testing
import Treaties

@testable import Pictures

struct LadderTests {
    @Test func whatRussiaAndNorthKoreaWereBoundBy() throws {
        let pair = Pair("PRK", "RUS")
        let layout = LadderLayout(pair.ladder(), .page(288))
        let letters = layout.rows.map { $0.labels.first { $0.lettering == LadderLayout.letter }?.text }
        // 1961, the time without, 2000, the treaty of ASEAN, which they owe to others, 2024; then the time without help.
        #expect(letters == ["D", nil, "c", "(a)", "D", nil])
        #expect(layout.bars.map(\.promise.weight) == [.help, .lesser, .lesser, .help])
        #expect(layout.bars.map(\.height) == [12, 6, 6, 12])
        #expect(layout.bars.map(\.isOpen) == [false, false, true, true])
        // "2000-10" is not a day; the others are.
        #expect(layout.bars.map { $0.pieces.contains { !$0.isCertain } } == [false, true, false, false])
        #expect(layout.bars.map(\.blurred) == [[], [.start], [], []])

        let words = pair.ladder().words
        #expect(words.hasPrefix("4 treaties. 1: Treaty of Friendship, Co-operation and Mutual Assistance between the Soviet Union"))
        #expect(words.contains("From 1996-09-10 to 2000-09-30: no treaty in force."))
        #expect(words.contains("Consultation · 2000-10 to 2024-12-03, superseded; follows 1."))
        #expect(words.contains("Defence · since 2024-12-04; replaces 2, follows 1."))
        #expect(words.contains("From 1996-09-10 to 2024-12-03: no promise of help between the two."))
    }

    /// About 1940-06-22 is one day and uncertain: its end is hatched, though no longer than a day.
    @Test func anUncertainDayIsHatched() throws {
        let layout = LadderLayout(Pair("FRA", "POL").ladder(), .page(288))
        let row = try #require(layout.rows.first { $0.step?.rung.treaty.id == "france-poland-1925" })
        guard case .bar(let bar) = row.mark else {
            Issue.record("no bar")
            return
        }
        #expect(bar.blurred == [.end])
        #expect(row.labels.contains { $0.text.contains("about") })
        #expect(layout.legend.entries.contains { $0.sign == .fuzzy })
    }

    @Test func aTreatyThatNeverHeldHasNoBar() throws {
        var found = 0
        for treaty in book.treaties where treaty.inForce == nil {
            let ladder = Ladder(book.chain(of: treaty.id)!, of: treaty.id, titled: treaty.title, on: today)
            let row = try #require(LadderLayout(ladder, .page(288)).rows.first { $0.step?.rung.treaty.id == treaty.id })
            if case .never = row.mark { found += 1 } else { Issue.record("\(treaty.id) has a bar") }
            #expect(ladder.words.contains("signed \(treaty.signed.told), not in force"))
        }
        #expect(found > 0)
    }

    @Test func everyPairIsWellFormedAndLinked() {
        for pair in Pair.all {
            let ladder = pair.ladder()
            let reading = Reading(ladder.svg { "/treaty/\($0)?on=2024-12-05&x='<\">" })
            #expect(reading.isWhole, "\(pair)")
            #expect(reading.hrefs == pair.chain.rungs.map { "/treaty/\($0.treaty.id)?on=2024-12-05&x='<\">" }, "\(pair)")
            #expect(reading.attributes.isDisjoint(with: ["style", "onclick", "onload"]), "\(pair)")
            #expect(reading.elements.isDisjoint(with: ["style", "script", "foreignObject"]), "\(pair)")
            let text = reading.texts.joined(separator: " ")
            for rung in pair.chain.rungs { #expect(text.contains(rung.treaty.title), "\(pair) \(rung.treaty.id)") }
        }
    }

    @Test func everyTreatyHasItsChain() throws {
        for treaty in book.treaties {
            let chain = try #require(book.chain(of: treaty.id))
            let ladder = Ladder(chain, of: treaty.id, titled: treaty.title, on: today)
            for file in [false, true] {
                let svg = file ? ladder.file { "https://casus.example/\($0)" } : ladder.svg { "https://casus.example/\($0)" }
                let reading = Reading(svg)
                #expect(reading.isWhole, "\(treaty.id)")
                #expect(reading.hrefs.count == chain.rungs.count, "\(treaty.id)")
                #expect(reading.elements.contains("style") == file)
                #expect(!reading.attributes.contains("style"))
            }
        }
    }

    /// Two pictures stand on one page: no id is there twice, and what one refers to is its own.
    @Test func idsAreOfTheirPicture() {
        let html = Pair("PRK", "RUS").ladder().html(id: "a") + Pair("FRA", "POL").ladder().html(id: "b")
        let reading = Reading("<div>\(html)</div>")
        #expect(reading.isWhole)
        #expect(Set(reading.ids).count == reading.ids.count)
        #expect(reading.ids.allSatisfy { $0.hasPrefix("a") || $0.hasPrefix("b") })
    }

    @Test func everyClassIsInTheStylesheet() {
        var classes: Set<String> = []
        for pair in Pair.all { classes.formUnion(Reading("<div>\(pair.ladder().html())</div>").classes) }
        // Shapes that no rule needs to change.
        let plain: Set<String> = ["pic-ladder", "pic-hit"]
        for name in classes.subtracting(plain) { #expect(Look.page.contains(".\(name)"), "\(name)") }
        #expect(classes.isSuperset(of: ["pic-bar", "pic-lesser", "pic-loose", "pic-fuzzy", "pic-gap", "pic-now", "pic-line", "pic-mark"]))
    }

    @Test func titlesAreEscaped() throws {
        var chain = try #require(book.chain(of: "north-atlantic-1949"))
        let title = "</title><script>alert('1')</script> & \"more\" \u{0}\u{8}"
        chain.rungs[0].treaty.title = title
        let ladder = Ladder(chain, of: "north-atlantic-1949", titled: title, on: nil)
        for svg in [ladder.svg(), ladder.file()] {
            let reading = Reading(svg)
            #expect(reading.isWhole)
            #expect(!reading.elements.contains("script"))
            #expect(reading.texts.joined().contains("<script>"))
        }
    }

    @Test func twoStatesWithoutATreaty() {
        let ladder = Pair("NPL", "ISL").ladder()
        #expect(ladder.words.hasPrefix("No treaty."))
        #expect(Reading(ladder.svg()).isWhole)
    }
}

struct TimeAxisTests {
    @Test(arguments: [
        ("1956-10-25", "1956-11-07"), ("2019-01-01", "2024-12-05"), ("1961-09-10", "2024-12-05"), ("1386-05-09", "2024-12-05"),
        ("0001-01-01", "9999-12-31"),
    ])
    func laterDaysStandFurtherRight(_ first: String, _ last: String) throws {
        let days = Day(iso: first)!...Day(iso: last)!
        let axis = TimeAxis(days, span: 0.01...0.96, least: 288)
        #expect(axis.days.lowerBound < days.lowerBound && axis.days.upperBound > days.upperBound)
        let step = max(1, Int(days.upperBound.number - days.lowerBound.number) / 97)
        var before = -1.0
        for day in stride(from: days.lowerBound.number, through: days.upperBound.number, by: step) {
            let place = axis.place(of: Day(number: day))
            #expect(place > before && (0.01...0.96).contains(place))
            before = place
        }
        #expect(axis.place(of: Day(number: days.lowerBound.number - 400_000)) == 0.01)
        // Enough marks to read it by, and not too many to read.
        let labels = axis.ticks.filter { $0.label != nil }
        #expect((2...8).contains(labels.count), "\(labels.compactMap(\.label))")
        for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
            #expect((axis.place(of: next.day) - axis.place(of: tick.day)) * 288 > 4)
        }
        for tick in labels { #expect(tick.day.day == 1 && tick.day.description.hasPrefix(tick.label!)) }
    }
}
