import Casus
import Testing

/// What a text leaves open.
@Suite("Questions")
struct QuestionTests {
    /// A text, the open point in its words, the states it is about, and whether the text itself calls it unknown or unspecified (nil: either will do).
    struct Open: Sendable, CustomTestStringConvertible {
        var text: String
        var asks: String
        var about: [String]
        var unspecified: Bool?
        var known: Comment?

        init(_ text: String, _ asks: String, about: [String] = [], unspecified: Bool? = false, known: Comment? = nil) {
            (self.text, self.asks, self.about) = (text, asks, about)
            (self.unspecified, self.known) = (unspecified, known)
        }

        var testDescription: String { text }
    }

    @Test(arguments: unclear + direct + unspecified + unsaid)
    func openPoint(open: Open) throws {
        let questions = try read(open.text).questions
        try check(open.known) {
            #expect(questions.count == 1)
            let question = try #require(questions.first)
            #expect(question.asks.contains(open.asks), "\(question.asks)")
            #expect(Set(question.about.compactMap(\.code)) == Set(open.about))
            if let unspecified = open.unspecified { #expect(question.unspecified == unspecified) }
        }
    }

    static let unclear = [
        Open("It is unclear whether Russia will attack Estonia.", "Russia will attack Estonia", about: ["RUS", "EST"], unspecified: nil),
        Open(
            "It was not clear if Russia had attacked Estonia.", "Russia had attacked Estonia", about: ["RUS", "EST"], unspecified: nil),
        Open(
            "Whether Russia will attack Estonia is unknown.", "Russia will attack Estonia", about: ["RUS", "EST"], unspecified: true,
            known: "what is called unknown is not marked as unspecified"),
        Open(
            "It remains to be seen whether Russia will attack Estonia.", "Russia will attack Estonia", about: ["RUS", "EST"],
            unspecified: nil),
        Open(
            "It is unclear what Russia offered Estonia.", "what Russia offered Estonia", about: ["RUS", "EST"], unspecified: nil),
        Open(
            "It is not known when Russia attacked Estonia.", "when Russia attacked Estonia", about: ["RUS", "EST"], unspecified: true,
            known: "the tree takes the question for an adverbial clause"),
        Open("How Iran paid for the ships is an open question.", "How Iran paid for the ships", about: ["IRN"], unspecified: nil),
    ]

    static let direct = [
        Open("Will Russia attack Estonia?", "Will Russia attack Estonia", about: ["RUS", "EST"]),
        Open("Who armed the rebels in Chad?", "Who armed the rebels in Chad", about: ["TCD"]),
    ]

    static let unspecified = [
        Open("The terms of the treaty between Iran and Oman were not specified.", "terms", about: ["IRN", "OMN"], unspecified: true),
        Open(
            "No date was given for the visit of the Chinese president.", "date", about: ["CHN"], unspecified: true,
            known: "what hangs on the verb is no part of the point"),
        Open("What Iran received in return has not been disclosed.", "What Iran received in return", about: ["IRN"], unspecified: true),
    ]

    static let unsaid = [
        Open(
            "Iran did not say whether it had attacked Oman.", "it had attacked Oman", about: ["IRN", "OMN"]),
        Open(
            "Iran would not say when it had attacked Oman.", "when it had attacked Oman", about: ["IRN", "OMN"]),
    ]

    /// A question that somebody asks is raised by him.
    @Test func raisedBy() throws {
        let question = try #require(try read("The French president asked whether Iran had attacked Oman.").questions.first)
        #expect(question.raisedBy?.code == "FRA")
    }

    /// What is known leaves nothing open, and a condition is no question.
    @Test(arguments: [
        "It is clear that Russia attacked Estonia.", "Iran will help Oman if it is attacked.", "Iran said when it would attack.",
        "Iran knows who armed the rebels.", "The terms of the treaty were published.",
    ])
    func nothingOpen(text: String) throws {
        #expect(try read(text).questions.map(\.asks) == [])
    }
}
