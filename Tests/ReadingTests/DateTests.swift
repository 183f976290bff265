import Casus
import Testing

/// Dates of events are resolved against the day of publication, with no more precision than the words have.
@Suite("Dates")
struct DateTests {
    /// A clause, the date of its event, and words that its `date_text` holds.
    struct Dated: Sendable, CustomTestStringConvertible {
        var text: String
        var date: String?
        var words: String
        var published: String?
        var known: Comment?

        init(_ text: String, _ date: String?, _ words: String, published: String? = "2024-06-20", known: Comment? = nil) {
            (self.text, self.date, self.words, self.published, self.known) = (text, date, words, published, known)
        }

        var testDescription: String { text + " (" + (published ?? "undated") + ")" }
    }

    @Test(arguments: weekdays + weeks + months + days + years + spans + undated)
    func dateOfAnEvent(case sample: Dated) throws {
        let events = try read(sample.text, published: sample.published).events
        try check(sample.known) {
            let event = try #require(events.first)
            #expect(event.date?.description == sample.date)
            #expect(event.dateText?.contains(sample.words) == true, "\(event.dateText ?? "nil")")
        }
    }

    /// Published on a Thursday; the past has the last such day, the future the next.
    static let weekdays = [
        Dated("Poland sent tanks to Ukraine on Wednesday.", "2024-06-19", "Wednesday"),
        Dated(
            "On Wednesday Poland sent tanks to Ukraine.", "2024-06-19", "Wednesday"),
        Dated("Poland sent tanks to Ukraine on Thursday.", "2024-06-20", "Thursday"),
        Dated("Poland sent tanks to Ukraine on Friday.", "2024-06-14", "Friday"),
        Dated("Poland will send tanks to Ukraine on Friday.", "2024-06-21", "Friday"),
        Dated("Poland sent tanks to Ukraine last Friday.", "2024-06-14", "last Friday"),
        Dated("Poland will send tanks to Ukraine next Monday.", "2024-06-24", "next Monday"),
        Dated("Poland sent tanks to Ukraine yesterday.", "2024-06-19", "yesterday"),
        Dated("Poland sent tanks to Ukraine today.", "2024-06-20", "today"),
        Dated("Poland will send tanks to Ukraine tomorrow.", "2024-06-21", "tomorrow"),
        Dated("Poland sent tanks to Ukraine on Sunday.", "2024-12-29", "Sunday", published: "2025-01-01"),
        Dated("Poland sent tanks to Ukraine on Thursday.", "2024-02-29", "Thursday", published: "2024-03-01"),
    ]

    static let weeks = [
        Dated("Poland sent tanks to Ukraine last week.", "2024-06-10/2024-06-16", "last week"),
        Dated("Poland sent tanks to Ukraine this week.", "2024-06-17/2024-06-23", "this week"),
        Dated("Poland will send tanks to Ukraine next week.", "2024-06-24/2024-06-30", "next week"),
        Dated("Poland sent tanks to Ukraine three days ago.", "2024-06-17", "three days ago"),
    ]

    static let months = [
        Dated("Poland sent tanks to Ukraine in June.", "2024-06", "June"),
        Dated("Poland sent tanks to Ukraine in March.", "2024-03", "March"),
        Dated("Poland sent tanks to Ukraine in September.", "2023-09", "September"),
        Dated("Poland will send tanks to Ukraine in September.", "2024-09", "September"),
        Dated("Poland sent tanks to Ukraine last September.", "2023-09", "last September"),
        Dated("Poland sent tanks to Ukraine in May 2022.", "2022-05", "May 2022"),
        Dated("Poland sent tanks to Ukraine last month.", "2024-05", "last month"),
        Dated("Poland will send tanks to Ukraine next month.", "2024-07", "next month"),
    ]

    static let days = [
        Dated("Poland sent tanks to Ukraine on June 3, 2024.", "2024-06-03", "June 3, 2024"),
        Dated("Poland sent tanks to Ukraine on 3 June 2024.", "2024-06-03", "3 June 2024"),
        Dated("Poland sent tanks to Ukraine on June 3.", "2024-06-03", "June 3"),
        Dated("Poland sent tanks to Ukraine on December 3.", "2023-12-03", "December 3"),
        Dated("Poland will send tanks to Ukraine on 1 July.", "2024-07-01", "1 July"),
        Dated(
            "Poland sent tanks to Ukraine on Monday, June 3.", "2024-06-03", "June 3"),
    ]

    static let years = [
        Dated("Poland sent tanks to Ukraine in 2022.", "2022", "2022"),
        Dated("Poland sent tanks to Ukraine last year.", "2023", "last year"),
        Dated("Poland sent tanks to Ukraine two years ago.", "2022~", "two years ago"),
        Dated("The Soviet Union sent tanks to North Korea in the 1950s.", "195X", "1950s"),
    ]

    static let spans = [
        Dated("Poland has sent tanks to Ukraine since March.", "2024-03/..", "since March"),
        Dated("Poland has sent tanks to Ukraine since 2022.", "2022/..", "since 2022"),
        Dated(
            "Poland sent tanks to Ukraine between March and May.", "2024-03/2024-05", "March and May",
            known: "two dates make no interval yet"),
        Dated("Poland sent tanks to Ukraine from 2014 to 2016.", "2014/2016", "2014 to 2016"),
    ]

    /// Without a day of publication a relative date stays in the text's words.
    static let undated = [
        Dated("Poland sent tanks to Ukraine on Wednesday.", nil, "Wednesday", published: nil),
        Dated("Poland sent tanks to Ukraine last week.", nil, "last week", published: nil),
        Dated("Poland sent tanks to Ukraine in June.", nil, "June", published: nil),
        Dated("Poland will send tanks to Ukraine tomorrow.", nil, "tomorrow", published: nil),
        Dated("Poland sent tanks to Ukraine on June 3.", nil, "June 3", published: nil),
        Dated("Poland sent tanks to Ukraine on June 3, 2024.", "2024-06-03", "June 3, 2024", published: nil),
        Dated("Poland sent tanks to Ukraine in 2022.", "2022", "2022", published: nil),
    ]

    @Test func aSentenceWithoutADateHasNone() throws {
        let event = try #require(try read("Poland sent 24 tanks to Ukraine.").events.first)
        #expect(event.date == nil && event.dateText == nil)
    }

    /// The end of a decade is somewhere in it, and its early years are not meant.
    @Test func lateInADecade() throws {
        let event = try #require(try read("The Soviet Union sent tanks to North Korea in the late 1940s.").events.first)
        #expect(event.dateText?.contains("late 1940s") == true)
        let date = try #require(event.date)
        #expect(date.overlaps(EDTF("1948")!) && !date.overlaps(EDTF("1950")!) && !date.overlaps(EDTF("1940")!))
    }

    /// "24 years after" measures from the other act and is no date of its own.
    @Test func yearsAfter() throws {
        let events = try read("Vladimir Putin visited North Korea on Wednesday, 24 years after his first trip.").events
        let visit = try #require(events.first { $0.short == "CONSULT actual RUS>PRK" })
        #expect(visit.date?.description == "2024-06-19")
        #expect(events.allSatisfy { $0.date.map { $0.latest!.year >= 1999 && $0.latest!.year <= 2024 } ?? true })
    }

    /// The date belongs to its own clause.
    @Test func twoClausesTwoDates() throws {
        let text = "Poland sent tanks to Ukraine in 2022, and Spain will send aircraft to Moldova in 2025."
        let events = try read(text).events
        #expect(events.first { $0.short == "AID actual POL>UKR" }?.date?.description == "2022")
        #expect(events.first { $0.short == "AID planned ESP>MDA" }?.date?.description == "2025")
    }
}
