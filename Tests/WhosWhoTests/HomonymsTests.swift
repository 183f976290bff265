import CasusCore
import Testing

@testable import WhosWho

struct HomonymsTests {
    @Test(arguments: [
        ("Georgia voted. A court in Atlanta agreed.", "Georgia", true), ("Georgia voted. Its army left Tbilisi.", "Georgia", false),
        ("Georgia and Atlanta, Tbilisi and Savannah", "Georgia", false), ("Georgia voted.", "Georgia", false),
        ("Georgia held its primary", "Georgia", true), ("Georgia held its primary. Tbilisi is calm.", "Georgia", false),
        ("Georgia voted in the election of the year, and nobody said what came of it. The school is primary.", "Georgia", false),
        ("Atlantans love Georgia", "Georgia", false), ("Michael Jordan came to Amman", "Jordan", true),
        ("Michael met Jordan", "Jordan", false), ("Mr. Jordan left", "Jordan", true), ("Jordan said that Mr. Smith left", "Jordan", false),
        ("a Turkey roast", "Turkey", true), ("a Turkey roast in Ankara", "Turkey", false), ("Lebanon and Atlanta", "Lebanon", false),
    ])
    func `where the signs stand tells a state from its namesake`(text: String, name: String, isNamesake: Bool) throws {
        let range = try #require(text.utf8.firstRange(of: Array(name.utf8)))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        #expect(world.isNamesake(start..<start + name.utf8.count, in: Text(text)) == isNamesake)
    }

    /// A book is read as the articles that would fill it: what stands far away tells nothing of a name.
    @Test(arguments: [(400, true), (4_000, false)])
    func `a sign of a long text counts near the name`(sentences: Int, isNamesake: Bool) {
        let text = Text("Georgia voted. " + String(repeating: "Rain fell. ", count: sentences) + "A court in Atlanta agreed.")
        #expect(world.isNamesake(0..<7, in: text) == isNamesake)
    }

    @Test func `a thing that bears a state's name is that thing`() {
        #expect(names(in: "the French Open").map(\.ids) == [["tennis tournament"]])
        #expect(names(in: "the French army").map(\.ids) == [["FRA"]])
    }

    @Test(arguments: [
        ("Lebanon, Tennessee", ["place Lebanon USA"]), ("LEBANON, TENNESSEE", ["place Lebanon USA"]), ("Lebanon", ["state LBN LBN"]),
        ("Lebanon, South Korea", ["state LBN LBN"]), ("Moscow, New York", ["place Moscow USA"]),
        ("Jordan, Georgia and China", ["state JOR JOR"]),
        ("Moscow , New York", ["place Moscow USA"]), ("Moscow. New York", ["state RUS RUS", "state SUN SUN"]),
    ])
    func `a place that a larger one follows is that place`(text: String, readings: [String]) throws {
        let text = Text(text)
        let match = try #require(world.match(in: text, tokens: tokens(text), at: 0))
        #expect(match.length == 1)
        #expect(match.candidates.map { "\($0.isPlace ? "place" : "state") \($0.id) \($0.state ?? "")" } == readings)
    }

    @Test func `a namesake is told with its signs`() {
        #expect(
            world.homonyms(of: "Georgia") == [
                Homonym(
                    other: "Georgia (US state)", kind: "us-state", signs: ["Atlanta", "Savannah", "primary"],
                    stateSigns: ["Tbilisi", "Saakashvili"])
            ])
    }
}
