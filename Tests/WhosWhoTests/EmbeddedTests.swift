import Casus
import CasusCore
import Tables
import Testing

@testable import WhosWho

/// What the data that come with the program know.
struct EmbeddedTests {
    private let who = WhosWho(tables: .embedded())

    /// What a name stands for on a day: state codes with their use, or the kinds of other things.
    private func readings(_ text: String, _ day: String) -> [String] {
        let text = Text(text)
        guard let match = who.match(in: text, tokens: tokens(text), at: 0) else { return [] }
        let readings = match.candidates(on: Day(iso: day)!).map { candidate in
            if case .state(let use) = candidate.kind { return "\(candidate.id) \(use)" }
            if case .place(let kind) = candidate.kind { return kind }
            return candidate.isOther ? "other" : candidate.id
        }
        return Set(readings).sorted()
    }

    @Test(arguments: [
        ("Guinea", ["GIN name"]), ("Guinea-Bissau", ["GNB name"]), ("Equatorial Guinea", ["GNQ name"]), ("Papua New Guinea", ["PNG name"]),
        ("Democratic Republic of the Congo", ["COD name"]), ("Republic of the Congo", ["COG name"]), ("North Korea", ["PRK name"]),
        ("South Korea", ["KOR name"]), ("South Korean", ["KOR adjective", "KOR inhabitant"]), ("South Sudan", ["SSD name"]),
        ("Niger", ["NER name"]), ("Nigeria", ["NGA name"]), ("Latin America", ["region"]), ("South China Sea", ["sea"]),
        ("Kremlin", ["RUS government"]), ("Turkish bath", ["other"]), ("French Open", ["other"]), ("Moscow, Idaho", ["city"]),
        ("Paris, Texas", ["city"]), ("Lebanon, Tennessee", ["city"]), ("Russia", ["RUS name"]), ("Soviet", []), ("Dominica", ["DMA name"]),
        ("Dominican Republic", ["DOM name"]), ("us", []), ("us-led", []),
    ])
    func `a name of today stands for what it should`(text: String, expected: [String]) {
        #expect(readings(text, "2024-06-19") == expected)
    }

    @Test(arguments: [
        ("Russia", "1914-07-28", ["RUS name"]), ("Moscow", "1962-10-22", ["SUN capital", "city"]),
        ("Soviet", "1962-10-22", ["SUN adjective"]),
        ("Germany", "1914-07-28", ["DEU name"]), ("East Germany", "1980-01-01", ["DDR name"]),
    ])
    func `a name of old stands for what it did`(text: String, day: String, expected: [String]) {
        #expect(readings(text, day) == expected)
    }

    @Test(arguments: [
        ("Georgia votes as a court in Atlanta rules.", "Georgia", true), ("Georgia and Russia met in Tbilisi.", "Georgia", false),
        ("Michael Jordan arrived.", "Jordan", true), ("The king of Jordan arrived in Amman.", "Jordan", false),
        ("George Washington crossed the river.", "Washington", true), ("Washington said the talks would go on.", "Washington", false),
    ])
    func `a namesake is told by its signs`(text: String, name: String, isNamesake: Bool) throws {
        let range = try #require(text.firstRange(of: name))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        #expect(who.isNamesake(start..<start + name.utf8.count, in: Text(text)) == isNamesake)
    }

    @Test func `every state is found by its code and each of its names`() {
        let names = who.tables[.stateNames]
        #expect(names.count > 1000)
        for row in names.rows where names[row, "use"] == "name" {
            let (code, text) = (names[row, "code"], names[row, "text"])
            let candidates = who.candidates(typed: text)
            #expect(candidates.contains { $0.id == code && $0.isStateName }, "\(text)")
        }
        for state in who.states { #expect(who.state(matching: state.code) == .found(state)) }
    }

    @Test func `every spelling is found in a text as it is written`() {
        for name in [TableName.stateNames, .organisationNames, .personNames, .outlets] {
            let table = who.tables[name]
            let column = table.column("text")
            for row in table.rows {
                let text = Text(table[row, column])
                let match = who.match(in: text, tokens: [0..<text.bytes.count], at: 0)
                #expect(match?.bytes == 0..<text.bytes.count, "\(text.string) of \(name.file)")
            }
        }
    }
}
