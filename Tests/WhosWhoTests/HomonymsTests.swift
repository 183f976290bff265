import Testing

@testable import WhosWho

struct HomonymsTests {
    @Test(
        arguments: [
            ("Georgia", ["Atlanta", "court"], true), ("Georgia", ["Tbilisi"], false), ("Georgia", ["Atlanta", "Tbilisi"], false),
            ("Georgia", ["court"], false), ("Jordan", ["Chicago", "Bulls"], true), ("Jordan", ["Chicago"], false),
            ("Lebanon", ["Atlanta"], false),
        ] as [(String, Set<String>, Bool)])
    func `signs in the document tell a state from its namesake`(text: String, words: Set<String>, other: Bool) {
        #expect(world.prefersOther(text: text) { words.contains($0) } == other)
    }

    @Test(arguments: [
        ("Lebanon", ", Tennessee, said", true), ("Lebanon", ", Tennessee", true), ("Paris", ", Ontario", true),
        ("Moscow", ", Ontario", false),
        ("Moscow", ", New York said", true), ("Jordan", ", Georgia and China", false), ("Lebanon", ", South Korea", false),
        ("Lebanon", " and Tennessee", false), ("Lebanon", ", said", false), ("Lebanon", "", false),
    ])
    func `a larger place that follows tells where a name is`(text: String, after: String, elsewhere: Bool) {
        #expect(world.isElsewhere(text, after: after) == elsewhere)
    }

    @Test func `a namesake is told with its signs`() {
        #expect(
            world.homonyms(of: "Georgia") == [
                Homonym(
                    other: "Georgia (US state)", kind: "us-state", signs: ["Atlanta", "Savannah"], stateSigns: ["Tbilisi", "Saakashvili"])
            ])
    }
}
