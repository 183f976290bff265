import Casus
import CasusCore
import Foundation
import Ledger
import Synchronization
import Testing
import Treaties

@testable import Answers

/// Questions of the table, answered.
struct AnsweringTests {
    /// A question of each kind that has an answer in the example's ledger.
    static let questions: [(String, [(name: String, text: String)])] = [
        ("bound", [("attacked", "PRK"), ("by", "USA"), ("on", "2024-12-05")]),
        ("scenario", [("act", "USA attacks PRK on 2024-12-05")]),
        ("pacts", [("state", "RUS"), ("state", "PRK"), ("on", "2024-12-05")]),
        ("pacts show", [("treaty", "russia-dprk-2024")]),
        ("pacts changed", [("between", "2024-01-01..2024-12-31")]),
        ("dossier", [("state", "RUS"), ("state", "PRK")]),
        ("timeline", [("state", "RUS")]),
        ("claims", []),
        ("questions", [("all", "true")]),
        ("actor", [("state", "RUS")]),
        ("actors", []),
        ("search", [("word", "treaty")]),
        ("show", [("id", "")]),
        ("info", []),
        ("documents", []),
    ]

    @Test func eachIsAsked() { #expect(Self.questions.map(\.0) == inquiries.map(\.name)) }

    /// Whatever asks: rows have a cell a column, JSON is JSON, a line is an object.
    @Test(arguments: questions)
    func everyAnswerHasEveryForm(_ name: String, _ given: [(name: String, text: String)]) throws {
        let inquiry = try #require(inquiries.first { $0.name == name })
        let example = try LedgerExample()
        // Of the keys of documents nothing is known before.
        let key = try #require(try example.ledger.publications(named: nil).first?.key)
        let given = given.map { ($0.name, $0.text.isEmpty ? key : $0.text) }
        let answer = try inquiry.answer(try inquiry.asked(given), at: example.desk)
        #expect(!answer.isEmpty)
        #expect(!answer.words(AnswerStyle()).isEmpty)
        for rows in [answer.rows, answer.table] {
            #expect(!rows.rows.isEmpty)
            #expect(rows.rows.allSatisfy { $0.count == rows.header.count })
        }
        var json = JSONWriter()
        answer.write(to: &json)
        #expect(try JSONSerialization.jsonObject(with: Data(json.bytes)) is [String: Any])
        let lines = answer.lines().split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
    }

    /// The same words and names asked through the table and by hand.
    @Test func theTableAnswersAsTheTypesDo() throws {
        let example = try LedgerExample()
        let inquiry = try #require(inquiries.first { $0.name == "timeline" })
        let table = try inquiry.answer(try inquiry.asked([("state", "RUS"), ("state", "PRK")]), at: example.desk)
        let type = try TimelineAnswer(example.asked("RUS", "PRK"), at: example.desk)
        #expect(table.lines() == type.lines())
        #expect(!type.entries.isEmpty)
    }

    private func desk(today: @autoclosure @escaping () -> Day = Day(iso: "2024-12-31")!) -> Desk {
        Desk(store: nil, gazetteer: BoundExample.gazetteer, spheres: Spheres(BoundExample.commitments.tables), today: today()) {
            BoundExample.commitments.codes(of: $0)
        }
    }

    @Test(arguments: questions)
    func aLedgerIsNeededOrNot(_ name: String, _ given: [(name: String, text: String)]) throws {
        let inquiry = try #require(inquiries.first { $0.name == name })
        let asked = try inquiry.asked(given.map { ($0.name, $0.text.isEmpty ? "any" : $0.text) })
        if inquiry.needsLedger {
            let problem = #expect(throws: Problem.self) { try inquiry.answer(asked, at: desk()) }
            #expect(problem?.description == "which ledger?; give --ledger LEDGER")
        } else {
            #expect(try !inquiry.answer(asked, at: desk()).isEmpty)
            var theirs = asked
            theirs.treaties = .ledger
            let problem = #expect(throws: Problem.self) { try inquiry.answer(theirs, at: desk()) }
            #expect(problem?.description == "--source ledger: which ledger?; give --ledger LEDGER")
        }
    }

    @Test(arguments: [
        ("bound", Asked(), "who is attacked?; give --attacked STATE"),
        ("scenario", Asked(), "no scenario; write \"RUS attacks EST on 2025-03-01\""),
        ("pacts show", Asked(), "show which treaty?; write casus pacts show north-atlantic-1949"),
        ("pacts changed", Asked(), "changed when?; write casus pacts changed 2024-01-01..2024-12-31"),
    ])
    func whatIsMissingIsTold(_ name: String, _ asked: Asked, _ message: String) throws {
        let inquiry = try #require(inquiries.first { $0.name == name })
        let problem = #expect(throws: Problem.self) { try inquiry.answer(asked, at: desk()) }
        #expect(problem?.description == message)
    }

    @Test func aFactThatChangesNothingIsNoted() throws {
        let given = [(name: "attacked", text: "PRK"), (name: "by", text: "USA"), (name: "on", text: "2024-12-05")]
        let asked = try Inquiry.bound.asked(given + [(name: "fact", text: "state-of-war=yes"), (name: "fact", text: "in-aid=no")])
        let notes = try Inquiry.bound.answer(asked, at: desk()).notes
        #expect(notes == ["the fact in-aid changes nothing here"])
        #expect(try Inquiry.bound.answer(try Inquiry.bound.asked(given), at: desk()).notes.isEmpty)
    }

    /// A desk may be open for days.
    @Test func aDeskKnowsTheDay() throws {
        let day = Mutex(Day(iso: "2024-06-18")!)
        let desk = desk(today: day.withLock { $0 })
        let asked = try Inquiry.pacts.asked([("state", "RUS"), ("state", "PRK")])
        func has2024() throws -> Bool { try PactsAnswer(asked, at: desk).treaties.contains { $0.id == "russia-dprk-2024" } }
        #expect(try !has2024())
        day.withLock { $0 = Day(iso: "2024-12-05")! }
        #expect(try has2024())
    }

    /// One row a party, one a duty.
    @Test func aTreatyAsRows() throws {
        let answer = try TreatyAnswer("north-atlantic-1949", on: Day(iso: "2025-03-01")!, gazetteer: BoundExample.gazetteer)
        let what = answer.rows.rows.map { $0[1] }
        #expect(what.filter { $0 == "party" }.count == answer.treaty.parties.count)
        #expect(what.filter { $0 == "duty" }.count == answer.treaty.duties.count)
        let finland = try #require(answer.rows.rows.first { $0[2] == "FIN" })
        #expect(finland[3...5] == ["Finland", "2023-04-04", ""])
        #expect(answer.rows.rows.contains { $0[1] == "duty" && $0[6] == "defence" && $0[7] == "5" })
    }
}

/// The treaties that a ledger adds.
struct ShelvesTests {
    /// The ledger of the example with a treaty of the user's own.
    private static func example() throws -> LedgerExample {
        let example = try LedgerExample()
        let path = root.appending(path: "Data/treaties/aachen-2019.json")
        let json = try String(contentsOf: path, encoding: .utf8).replacing("\"aachen-2019\"", with: "\"mine-2019\"")
        try example.ledger.keep([StoredTreaty(id: "mine-2019", title: "Mine", signed: "2019-01-22", json: json, duties: [])])
        return example
    }

    private static func desk(_ shelves: Shelves, _ ledger: SQLiteLedger) -> Desk {
        Desk(
            store: ledger, shelves: shelves, spheres: Spheres(BoundExample.commitments.tables), today: Day(iso: "2024-12-31")!,
            setting: Desk.Setting(ledger: "example.db")
        ) { BoundExample.commitments.codes(of: $0) }
    }

    /// What was gathered for many questions is what each would have looked for.
    @Test(arguments: [nil, TreatySource.curated, .ledger])
    func gatheredOrNot(_ source: TreatySource?) throws {
        let ledger = try Self.example().ledger
        let day = Day(iso: "2024-12-31")!
        var asked = Asked()
        asked.treaties = source
        let each = try Self.desk(Shelves(BoundExample.gazetteer, with: ledger), ledger).treaties(asked).book.treaties.map(\.id)
        let gathered = try Shelves(gathering: ledger, beside: BoundExample.gazetteer, on: day)
        #expect(try Self.desk(gathered, ledger).treaties(asked).book.treaties.map(\.id) == each)
        #expect(each.contains("mine-2019") == (source != .curated))
        #expect(each.contains("north-atlantic-1949") == (source != .ledger))
    }

    @Test func aLedgerAloneAlsoTellsOfWhatWeKnowBetter() throws {
        let ledger = try LedgerExample().ledger
        func reported(_ source: TreatySource?) throws -> [String] {
            var asked = Asked()
            asked.treaties = source
            return try Self.desk(Shelves(BoundExample.gazetteer), ledger).treaties(asked).book.treaties.map(\.id)
                .filter { $0.hasPrefix("reported-") }
        }
        #expect(try reported(.ledger).contains { $0.contains("2024-06-19") })
        #expect(try !reported(nil).contains { $0.contains("2024-06-19") })
        #expect(try reported(.curated).isEmpty)
    }

    /// Questions about a ledger know the user's own treaties, and not what reports alone tell of.
    @Test func aDossierKnowsTheUsersOwn() throws {
        let example = try Self.example()
        let shelves = try Shelves(BoundExample.gazetteer, with: example.ledger)
        let dossier = try DossierAnswer(example.asked("FRA", "DEU"), at: Self.desk(shelves, example.ledger))
        #expect(dossier.pacts.treaties.contains { $0.id == "mine-2019" })
        #expect(!dossier.desk.gazetteer.book.treaties.contains { $0.id.hasPrefix("reported-") })
    }

    @Test func aLedgerWithoutTreatiesIsSaidToHaveNone() throws {
        let empty = try SQLiteLedger(SQLiteLedger.inMemory, .writing)
        var asked = Asked()
        asked.treaties = .ledger
        for shelves in [
            try Shelves(BoundExample.gazetteer, with: empty),
            try Shelves(gathering: empty, beside: BoundExample.gazetteer, on: Day(iso: "2024-12-31")!),
        ] {
            let problem = #expect(throws: Problem.self) { try Self.desk(shelves, empty).treaties(asked) }
            #expect(
                problem?.description
                    == "example.db: unknown: the ledger holds no treaty; leave out --source to ask the curated treaties")
            #expect(problem?.kind == .input)
        }
    }
}
