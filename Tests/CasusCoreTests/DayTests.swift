import Testing

@testable import CasusCore

struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-03-01", 11017), ("2024-02-29", 19782), ("1815-06-18", -56445), ("1600-02-29", -135_081),
    ])
    func countsDays(iso: String, number: Int32) throws {
        #expect(try #require(Day(iso: iso)).number == number)
    }

    @Test(arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "2024-06-31", "", "x"])
    func refusesWhatIsNoDay(iso: String) {
        #expect(Day(iso: iso) == nil)
    }

    @Test func everyDayOfFourCenturiesReadsBack() throws {
        var last: Day?
        for number in Int32(-150_000)..<Int32(30_000) {
            let day = Day(number: number)
            let (year, month, date) = day.civil
            #expect(Day(year: year, month: month, day: date) == day)
            if let last { #expect(last.weekday == (day.weekday + 6) % 7) }
            last = day
        }
    }

    @Test func knowsWeekdays() throws {
        #expect(try #require(Day(iso: "2024-06-19")).weekday == 2)
        #expect(try #require(Day(iso: "1914-06-28")).weekday == 6)
    }

    @Test func addsMonthsToTheEndOfTheMonth() throws {
        #expect(try #require(Day(iso: "2024-01-31")).adding(months: 1).description == "2024-02-29")
        #expect(try #require(Day(iso: "2024-01-31")).adding(months: -2).description == "2023-11-30")
    }
}
