import Casus
import Testing

/// Open points of every kind: what is unclear, asked, left unsaid.
@Suite("Kinds of questions")
struct QuestionKindsTests {
    @Test(arguments: unclear + direct + unspecified)
    func openPoint(open: QuestionTests.Open) throws {
        let questions = try read(open.text).questions
        try check(open.known) {
            #expect(questions.count == 1, "\(questions.map(\.asks))")
            #expect(questions.first?.asks.contains(open.asks) == true)
            #expect(Set(questions.first?.about.compactMap(\.code) ?? []) == Set(open.about))
        }
    }

    @Test(arguments: settled)
    func nothingOpen(text: String) throws { #expect(try read(text).questions.map(\.asks) == []) }

    /// What the text calls unclear, or somebody asks.
    static let unclear: [QuestionTests.Open] = [
        .init("It is unclear whether Chile will attack Peru.", "whether Chile will attack Peru", about: ["CHL", "PER"]),
        .init("It is not clear when Chile attacked Peru.", "when Chile attacked Peru", about: ["CHL", "PER"]),
        .init("It remains unclear who attacked the Chilean embassy in Peru.", "who attacked the Chilean embassy", about: ["PER"]),
        .init("Nobody knows whether Chile has attacked Peru.", "whether Chile has attacked Peru", about: ["CHL", "PER"]),
        .init("It remains to be seen how Peru will respond to Chile.", "how Peru will respond to Chile", about: ["CHL", "PER"]),
        .init("Analysts doubt whether Chile will sign the treaty with Peru.", "whether Chile will sign the treaty", about: ["CHL", "PER"]),
        .init("Chile did not say when it would withdraw from the treaty with Peru.", "when it would withdraw", about: ["CHL", "PER"]),
        .init("Chile declined to say whether it had attacked Peru.", "whether it had attacked Peru", about: ["CHL", "PER"]),
        .init("Peru asked whether Chile had signed the treaty.", "whether Chile had signed the treaty", about: ["CHL"]),
        .init("Whether Chile will attack Peru is an open question.", "Whether Chile will attack Peru", about: ["CHL", "PER"]),
        .init("The question is whether Chile will attack Peru.", "whether Chile will attack Peru", about: ["CHL", "PER"]),
        .init("Peru wondered why Chile had left the treaty.", "why Chile had left the treaty", about: ["CHL"]),
    ]

    /// Sentences that ask.
    static let direct: [QuestionTests.Open] = [
        .init("Will Chile attack Peru?", "Will Chile attack Peru", about: ["CHL", "PER"]),
        .init("Why did Chile attack Peru?", "Why did Chile attack Peru", about: ["CHL", "PER"]),
        .init("What did Chile promise Peru?", "What did Chile promise Peru", about: ["CHL", "PER"]),
    ]

    /// What is not told.
    static let unspecified: [QuestionTests.Open] = [
        .init("The terms of the treaty between Chile and Peru were not disclosed.", "terms", about: ["CHL", "PER"]),
        .init("Chile gave no reason for its attack on Peru.", "reason", about: ["CHL", "PER"]),
        .init("The price that Chile paid to Peru is unknown.", "price", about: ["CHL", "PER"]),
        .init("Chile sent Peru an undisclosed number of tanks.", "undisclosed number of tanks"),
        .init("Neither Chile nor Peru gave details of the treaty.", "details", about: ["CHL", "PER"]),
    ]

    /// What is known, a condition, a time: nothing is open.
    static let settled = [
        "Chile knows who attacked its embassy in Peru.",
        "Chile said when it would withdraw from the treaty with Peru.",
        "Peru will answer when Chile attacks.",
        "It is clear that Chile attacked Peru.",
        "Chile attacked the town where Peru had built a base.",
        "What Chile did in Peru was a crime.",
        "Chile will help Peru if it is attacked.",
        "The treaty that Chile signed with Peru was published.",
    ]
}
