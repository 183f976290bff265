import Casus
import CasusCore
import Foundation
import Testing
import WhosWho

@testable import Treaties

/// What a treaty file must be, and what is said of one that is not.
struct FileTests {
    @Test func aSoundFileIsRead() throws {
        let treaty = try treaty(json())
        #expect(treaty.parties.map(\.state) == ["FRA", "GBR", "DEU"])
        #expect(treaty.duties[0].trigger?.opponent == .unstated)
        #expect(problems([treaty]) == [])
    }

    /// Faults of form: the line, the field, the mend.
    @Test(arguments: [
        ("\"title\": \"A treaty\",", "", "france-poland-1900.json:1: title is missing; add \"title\""),
        ("\"title\"", "\"titel\"", "france-poland-1900.json:3: titel: there is no such field; did you mean title?"),
        ("1900-06-27", "27 June 1900", ":6: in_force: 27 June 1900 is no EDTF date; write 2024-06-19, 2024-06, 1961 or 1961~"),
        ("\"force\": \"treaty\"", "\"force\": \"treatie\"", ":4: force: there is no such word: treatie; did you mean treaty?"),
        ("[\"FRA\", \"GBR\"]", "\"FRA\"", ":10: parties[0].states: is a string; write a list"),
        ("\"GBR\"", "\"Britain\"", ":10: parties[0].states[1]: Britain is no code of a state; write an alpha-3 code"),
        ("\"state\": \"DEU\", ", "", ":11: parties[1]: names no state; add \"state\" or \"states\""),
        ("\"kind\": \"defence\", ", "", ":14: duties[0]: kind is missing; add \"kind\""),
        (", \"trigger\": { \"act\": [\"attack\"] }", "", ":14: duties[0]: a promise of defence without a trigger"),
        ("[\"attack\"]", "[\"atack\"]", ":14: duties[0].trigger.act[0]: there is no such word: atack; did you mean attack?"),
        ("\"seen\": true", "\"seen\": \"yes\"", ":18: sources.text.seen: is a string; write true or false"),
        ("\"ended\": null,", "\"ended\": null", ":8: not JSON: neither a comma nor }; put a comma between fields, and } at the end"),
        ("\"A treaty\"", "\"A treaty", ":3: not JSON: a string that does not end in its line"),
    ])
    func refuses(_ old: String, _ new: String, _ message: String) {
        let problem = #expect(throws: Problem.self) { try treaty(json(old, new)) }
        #expect(problem?.description.contains(message) == true, "\(problem?.description ?? "")")
        #expect(problem?.kind.exitStatus == 2)
    }

    /// Faults of meaning.
    @Test(arguments: [
        ("\"GBR\"", "\"GBX\"", "parties: there is no state GBX; did you mean GBR?"),
        (
            "\"trigger\": { \"act\": [\"attack\"] }, \"source\": \"text\"", "\"trigger\": { \"act\": [\"attack\"] }, \"source\": \"txt\"",
            "duties[0]: there is no source txt; did you mean text?"
        ),
        (
            "[\"attack\"] }", "[\"attack\"], \"area\": \"north-atlantik\" }",
            "duties[0].trigger.area: there is no area north-atlantik; did you mean north-atlantic?"
        ),
        ("[\"attack\"] }", "[\"attack\"], \"conditions\": [\"requst\"] }", "there is no condition requst; did you mean request?"),
        (
            "\"in_force\": \"1900-06-27\"", "\"in_force\": \"1899\"",
            "in_force: comes before signature (1900-02-19 and 1899); swap or mend the dates"
        ),
        ("\"to\": \"1905-12-31\"", "\"to\": \"1901-01-01\"", "party DEU: ends before it begins"),
        ("\"state\": \"DEU\"", "\"state\": \"FRA\"", "party FRA: is a party twice at one time"),
        ("\"kind\": \"defence\", ", "\"kind\": \"defence\", \"debtors\": [\"ITA\"], ", "duties[0].debtors: ITA is no party"),
        ("france-poland-1900\"", "france-poland-1901\"", "id: france-poland-1901 is not the name of the file"),
    ])
    func finds(_ old: String, _ new: String, _ message: String) throws {
        let found = problems([try treaty(json(old, new))])
        #expect(found.contains { $0.contains(message) }, "\(found)")
    }

    @Test func aCycleOfSupersessionIsOneLine() throws {
        let link: (String) -> String = { "[{ \"treaty\": \"\($0)\", \"how\": \"follows\", \"source\": \"text\" }]" }
        let treaties = [
            try treaty(json(id: "a-1900", supersedes: link("b-1900"))), try treaty(json(id: "b-1900", supersedes: link("c-1900"))),
            try treaty(json(id: "c-1900", supersedes: link("a-1900"))),
        ]
        let found = problems(treaties).filter { $0.contains("cycle") }
        #expect(
            found == [
                "a-1900.json: supersedes: a cycle: a-1900 → b-1900 → c-1900 → a-1900; an instrument can only supersede earlier ones; remove one link"
            ])
    }

    @Test func aLinkToNothingSaysWhatWasMeant() throws {
        let found = problems([
            try treaty(json(supersedes: "[{ \"treaty\": \"france-poland-190\", \"how\": \"follows\", \"source\": \"text\" }]"))
        ])
        #expect(found.contains { $0.contains("there is no treaty france-poland-190; did you mean france-poland-1900?") })
    }

    @Test func ourOwnTreatiesAreSound() {
        #expect(problems([]) == [])
        #expect(book.treaties.count >= 270)
        #expect(book.treaties.allSatisfy { !$0.sources.isEmpty && !$0.source.isEmpty })
    }

    /// Hostile files end in a problem, never in a crash.
    @Test(arguments: [
        "", "{", "[]", "null", "\"", "{\"id\":", "{\"id\":\"\\ud800\"}", "{\"id\": 1e999}", "\u{0}", String(repeating: "[", count: 100_000),
        String(repeating: "{\"a\":", count: 5000), "{\"id\":\"a\"}{", "{\"a\":1,\"a\":2}", "{\"id\": tru}", "[1,,2]", "{\"id\" \"a\"}",
    ])
    func hostileFilesAreRefused(_ text: String) {
        #expect(throws: Problem.self) { try treaty(text) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: Problem.self) { try Treaty(json: [0x7B, 0xFF, 0x7D], file: "x.json") }
    }

    /// The embedded list is the files, and both read the same.
    @Test func theEmbeddedTreatiesAreNotStale() {
        let files = TreatyFolder.read(root.appending(path: "Data/treaties").path)
        #expect(files.problems == [])
        #expect(files.treaties.map(\.treaty.id).sorted() == book.treaties.map(\.id))
        for (treaty, _) in files.treaties { #expect(book[treaty.id].map { "\($0)" } == "\(treaty)") }
    }

    private func problems(_ treaties: [Treaty]) -> [String] {
        let ids = Set(treaties.map(\.id))
        return book.adding(treaties).problems(states: Set(commitments.who.states.map(\.code))) {
            $0.id == "france-poland-1901" ? "france-poland-1900.json" : $0.id + ".json"
        }.map(\.description).filter { line in ids.isEmpty || ids.contains { line.hasPrefix($0) } || line.hasPrefix("france-poland") }
    }
}

struct AtlasTests {
    @Test(arguments: [
        ("north-atlantic", "EST", "2025-01-01", Truth.yes), ("north-atlantic", "hawaii", "2025-01-01", .no),
        ("north-atlantic", "guam", "2025-01-01", .no),
        ("north-atlantic", "falkland-islands", "1982-04-02", .no), ("north-atlantic", "algerian-departments", "1962-07-02", .yes),
        ("north-atlantic", "algerian-departments", "1962-07-05", .no), ("north-atlantic", "greenland", "2025-01-01", .yes),
        ("japan-administered", "senkaku-islands", "2024-01-01", .yes), ("japan-administered", "takeshima", "2024-01-01", .no),
        ("japan-administered", "okinawa", "1971-01-01", .no), ("japan-administered", "okinawa", "1973-01-01", .yes),
        ("us-roc-formosa", "kinmen", "1958-08-23", .no), ("us-roc-formosa", "penghu", "1958-08-23", .yes),
    ])
    func areas(_ area: String, _ place: String, _ on: String, _ holds: Truth) {
        #expect(book.atlas.contains(place, in: area, on: day(on)).holds == holds)
    }

    @Test(arguments: [
        ("Malvinas", "falkland-islands"), ("the Falkland Islands", "falkland-islands"), ("Dokdo", "takeshima"), ("Quemoy", "kinmen"),
        ("Narva", "EST"),
        ("Pearl Harbor", "hawaii"), ("HAWAII", "hawaii"),
    ])
    func names(_ text: String, _ territory: String) {
        #expect(book.atlas.territory(named: text) == territory)
    }

    @Test func holdersChange() {
        #expect(book.atlas.holding(of: "crimea", on: day("2013-01-01"))?.holder == "UKR")
        #expect(book.atlas.holding(of: "crimea", on: day("2022-01-01"))?.kind == "occupied")
    }
}
