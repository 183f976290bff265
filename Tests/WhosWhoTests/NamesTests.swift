import CasusCore
import Testing

@testable import WhosWho

struct NamesTests {
    @Test(arguments: [
        ("Russia signed", "Russia"), ("Russia's army", "Russia"), ("Russia’s army", "Russia"),
        ("the Kremlin said", "the Kremlin"), ("The Kremlin said", "The Kremlin"), ("the New York Times said", "the New York Times"),
        ("The New York Times said", "The New York Times"), ("South\nKorea said", "South\nKorea"), ("South  Korea said", "South  Korea"),
        ("Guinea said", "Guinea"), ("Guinea-Bissau said", "Guinea-Bissau"), ("Equatorial Guinea said", "Equatorial Guinea"),
        ("Papua New Guinea said", "Papua New Guinea"), ("Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("Republic of the Congo", "Republic of the Congo"), ("North Korea", "North Korea"), ("South China Sea", "South China Sea"),
        ("Latin America", "Latin America"), ("Turkiye said", "Turkiye"), ("Türkiye said", "Türkiye"),
        ("Tu\u{308}rkiye said", "Tu\u{308}rkiye"), ("RUSSIA SIGNS", "RUSSIA"), ("THE KREMLIN", "THE KREMLIN"), ("U.S. forces", "U.S."),
        ("US forces", "US"),
    ])
    func `the longest name is found, as it stands`(text: String, name: String) throws {
        #expect(names(in: text).map(\.text) == [name])
    }

    @Test(arguments: [
        "us", "russia", "Us", "he told us that", "rUSSIA", "Prussia", "Russiagate", "the kremlin", "South\n\nKorea", "part MU of it",
        "turkey", "",
    ])
    func `what is not written as the name is not the name`(text: String) {
        #expect(names(in: text).map(\.text) == [])
    }

    @Test func `a short name in capitals is one in a headline only`() {
        #expect(names(in: "MU MEETS RUSSIA").map(\.text) == ["MU", "RUSSIA"])
        #expect(names(in: "chapter MU begins").map(\.text) == [])
    }

    @Test(arguments: [
        ("Russia", [0..<6], 1), ("Russia's", [0..<8], 1), ("Russia’s", [0..<10], 1), ("Russians'", [0..<9], 1), ("U.S.", [0..<4], 1),
        ("U.S.", [0..<1, 1..<2, 2..<3, 3..<4], 4), ("U.S.", [0..<3, 3..<4], 2), ("Russia's", [0..<6, 6..<8], 1),
        ("South Korea", [0..<11], 1), ("Guinea-Bissau", [0..<13], 1), ("Guinea-Bissau", [0..<6, 6..<7, 7..<13], 3),
    ])
    func `tokens may be cut in any way`(text: String, tokens: [Range<Int>], length: Int) throws {
        let match = try #require(world.match(in: Text(text), tokens: tokens, at: 0))
        #expect(match.length == length)
        #expect(!Text(text).string(match.bytes).contains("'s"))
    }

    @Test func `a name with an article gives way to a longer one behind the article`() {
        #expect(names(in: "the North Korean border").map(\.text) == ["North Korean"])
        #expect(names(in: "the North said").map(\.text) == ["the North"])
    }

    @Test func `what is written as the text has it comes before what case alone tells apart`() throws {
        let text = Text("TASS")
        #expect(try #require(world.match(in: text, tokens: [0..<4], at: 0)).candidates.map(\.id) == ["TASS"])
        let other = Text("Tass")
        #expect(try #require(world.match(in: other, tokens: [0..<4], at: 0)).candidates.map(\.id) == ["Tass (a river)"])
    }

    @Test func `a name ends with the sentence`() {
        let text = Text("South Korea")
        #expect(world.match(in: text, tokens: [0..<5, 6..<11], at: 0, until: 1) == nil)
        #expect(world.match(in: text, tokens: [0..<5, 6..<11], at: 0, until: 2)?.length == 2)
        #expect(world.match(in: text, tokens: [0..<5, 6..<11], at: 2) == nil)
    }

    @Test func `a token that ends inside a name is no end of it`() {
        #expect(world.match(in: Text("Russiaville"), tokens: [0..<11], at: 0) == nil)
        #expect(world.match(in: Text("South Koreana"), tokens: [0..<5, 6..<13], at: 0) == nil)
    }

    @Test(arguments: [
        ("Russia", "2024-06-19", ["RUS"]), ("Russia", "1950-01-01", ["SUN"]), ("Russia", "1914-08-01", ["RUS"]),
        ("Moscow", "1989-01-01", ["SUN"]), ("Türkiye", "2020-01-01", []), ("Türkiye", "2023-01-01", ["TUR"]),
        ("League of Nations", "1935-01-01", ["LON"]), ("League of Nations", "1999-01-01", []), ("Congo", "2024-01-01", ["COD", "COG"]),
        ("Congo", "1960-07-15", ["COD"]), ("Example", "2024-01-01", ["anna-example", "boris-example"]),
    ])
    func `the day tells candidates apart`(name: String, day: String, ids: [String]) throws {
        let text = Text(name)
        let match = try #require(world.match(in: text, tokens: tokens(text), at: 0))
        #expect(match.candidates(on: Day(iso: day)!).map(\.id).sorted() == ids)
    }

    @Test func `a candidate tells what it is and whose`() throws {
        func candidates(_ name: String) throws -> [Candidate] {
            let text = Text(name)
            return try #require(world.match(in: text, tokens: tokens(text), at: 0)).candidates
        }
        #expect(try candidates("Russian").allSatisfy(\.isAdjective))
        #expect(try candidates("Russians").allSatisfy(\.isInhabitant))
        #expect(try candidates("the Kremlin").allSatisfy(\.isGovernment))
        #expect(try candidates("Anna Example") == [Candidate(kind: .person, id: "anna-example", state: "RUS", periods: [])])
        #expect(try candidates("TASS") == [Candidate(kind: .outlet, id: "TASS", state: "RUS", periods: [])])
        #expect(try candidates("South China Sea") == [Candidate(kind: .place("sea"), id: "South China Sea", state: nil, periods: [])])
        #expect(try candidates("NATO").map(\.kind) == [.organisation])
        #expect(try candidates("French Open") == [Candidate(kind: .other("thing"), id: "tennis tournament", state: nil, periods: [])])
        #expect(try candidates("Paris").map(\.kind) == [.state(.capital)], "the one in Ontario needs its Ontario")
    }
}
