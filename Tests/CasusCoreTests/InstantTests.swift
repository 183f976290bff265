import Testing

@testable import CasusCore

struct InstantTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2024-06-19T10:30:05Z", 1_718_793_005), ("1969-12-31T23:59:59Z", -1),
            ("1969-12-31T00:00:00Z", -86400),
            ("1600-02-29T12:00:00Z", -11_670_955_200), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ] as [(String, Int64)])
    func readsBack(iso: String, seconds: Int64) throws {
        let instant = try #require(Instant(iso: iso))
        #expect(instant.seconds == seconds)
        #expect(instant.description == iso)
        #expect(instant.day.description == String(iso.prefix(10)))
    }

    @Test func everyStepOfSomeCenturiesReadsBack() {
        for seconds in stride(from: Int64(-9_000_000_000), to: 9_000_000_000, by: 7_654_321) {
            #expect(Instant(iso: Instant(seconds: seconds).description) == Instant(seconds: seconds))
        }
    }

    @Test func aDayIsItsFirstSecond() {
        #expect(Instant(iso: "2024-06-19") == Instant(iso: "2024-06-19T00:00:00Z"))
    }

    @Test(arguments: ["2024-06-19", "1969-12-31", "1600-02-29", "1970-01-01"])
    func theEndOfADayIsItsLastSecond(iso: String) throws {
        let end = Instant(endOf: try #require(Day(iso: iso)))
        #expect(end.description == iso + "T23:59:59Z")
        #expect(end.day.description == iso)
        #expect(Instant(seconds: end.seconds + 1).day > end.day)
    }

    @Test(arguments: [
        "", "2024", "2024-06-31", "2024-06-19T", "2024-06-19T24:00:00Z", "2024-06-19T10:60:00Z", "2024-06-19T10:30:60Z",
        "2024-06-19T10:30Z",
        "2024-06-19T10:30:00", "2024-06-19 10:30:00Z", "2024-06-19T1a:30:00Z", "2024-06-19T10:30:00z", "2024-06-19T10:30:00Z ",
        "２０２４-06-19",
        "2024-06-19\u{301}T10:30:00", "2024-06-19T-1:30:00Z",
    ])
    func refusesWhatIsNoInstant(iso: String) {
        #expect(Instant(iso: iso) == nil)
    }
}
