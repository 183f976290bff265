import Casus
import Foundation
import Intake
import Tables
import Testing

/// An explanation tells what the record rests on, and what gave none.
@Suite("Explanations")
struct ExplanationTests {
    /// The one sentence of a text, explained.
    private func explain(_ text: String, published: String? = "2024-06-20") throws -> ExplainedSentence {
        let document = Document(text: Text(text), published: published.flatMap { Day(iso: $0) })
        return try #require(Shared.knowledge.get().explain(document).sentences.last)
    }

    private func place(_ source: Source?) throws -> DataPlace? {
        try source.map { try Shared.knowledge.get().place(of: $0) }
    }

    /// "status: may < verbs/embedding.csv may aux self"
    private func short(_ ground: Ground) throws -> String {
        let row = try place(ground.source).map { " < \($0.file) " + $0.key.joined(separator: " ") } ?? ""
        return "\(ground.topic.rawValue): \(ground.words ?? "-")" + row
    }

    // MARK: The record does not change

    /// What is read under explanation is what is read without.
    @Test func examplesAreReadAlike() throws {
        let folder = Shared.root.appending(path: "Examples")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".txt") }
        #expect(names.count >= 4)
        for name in names { try expectAlike(try Data(contentsOf: folder.appending(path: name)), name) }
    }

    @Test(arguments: StatusTests.actual + StatusTests.planned + StatusTests.possible + StatusTests.alleged + StatusTests.negated)
    func samplesAreReadAlike(sample: Sample) throws { try expectAlike(Data(sample.text.utf8), sample.text) }

    private func expectAlike(_ bytes: Data, _ name: String) throws {
        let knowledge = try Shared.knowledge.get()
        for day in [nil, Day(iso: "2024-06-20")] {
            let document = Document(text: Text(utf8: Array(bytes)), published: day)
            var reader = knowledge.reader()
            let plain = reader.read(document).map(\.json)
            let explained = knowledge.explain(document)
            #expect(explained.statements.map(\.json) == plain, "\(name)")
            #expect(explained.sentences.flatMap(\.read).map(\.statement.json).sorted() == plain.sorted(), "\(name)")
        }
    }

    // MARK: Grounds

    /// A sentence, and grounds that its first event must have.
    @Test(
        arguments: [
            ("Poland may send tanks to Ukraine.", ["status: may < verbs/embedding.csv may aux self"]),
            ("Poland plans to send tanks to Ukraine.", ["status: plans < verbs/embedding.csv plan verb comp"]),
            ("Poland did not send tanks to Ukraine.", ["status: not", "status: send"]),
            ("If Poland sends tanks to Ukraine, the war will change.", ["status: sends"]),
            ("Poland has sent tanks to Ukraine.", ["status: -", "actor: Poland < states/names.csv POL Poland name"]),
            (
                "The Russian president visited North Korea on Monday.",
                [
                    "actor: The Russian president < people/offices.csv vladimir-putin head-of-state RUS 2012-05-07", "date: Monday",
                    "recipient: North Korea < states/names.csv PRK North Korea name",
                ]
            ),
            (
                "Vladimir Putin visited North Korea.",
                ["actor: Vladimir Putin < people/offices.csv vladimir-putin head-of-state RUS 2012-05-07"]
            ),
            ("French soldiers attacked Mali.", ["actor: French soldiers < people/groups.csv soldier"]),
        ] as [(String, [String])])
    func groundsOfAnEvent(_ text: String, _ wanted: [String]) throws {
        let read = try explain(text).read.first { $0.statement.kind == "event" }
        let grounds = try #require(read).grounds.map { try short($0) }
        for ground in wanted { #expect(grounds.contains(ground), "found \(grounds)") }
    }

    @Test func theRowThatMadeIt() throws {
        let read = try #require(try explain("France expelled two Russian diplomats.").read.first)
        let row = try #require(try place(read.source))
        #expect(row.file == "verbs/frames.csv" && row.key.first == "expel" && row.line != nil)
        #expect(read.text == "expelled" && read.word == 2)
    }

    @Test func aPronounLeadsToAName() throws {
        let sentence = try explain(
            "Vladimir Putin met Xi Jinping in Beijing. Later he visited North Korea. Emmanuel Macron stayed in Paris. He praised Germany.")
        let read = try #require(sentence.read.first { $0.statement.kind == "event" })
        let grounds = read.grounds.filter { $0.topic == .actor }
        #expect(grounds.contains { $0.says.contains("Emmanuel Macron") && $0.words == "He" }, "found \(grounds)")
    }

    @Test func aDateWithoutItsDay() throws {
        let read = try #require(try explain("France expelled two Russian diplomats on Monday.", published: nil).read.first)
        let date = try #require(read.grounds.first { $0.topic == .date })
        #expect(date.words == "Monday" && date.says.hasPrefix("not resolved"))
    }

    @Test func anAgreement() throws {
        let sentence = try explain("Russia and North Korea signed a mutual defence treaty in Pyongyang on Wednesday.")
        let read = try #require(sentence.read.first { $0.statement.kind == "agreement" })
        let grounds = try read.grounds.map { try short($0) }
        #expect(grounds.contains("stage: signed < agreements/stages.csv sign verb obj"), "found \(grounds)")
        #expect(grounds.contains("party: Russia < states/names.csv RUS Russia name"), "found \(grounds)")
    }

    @Test func aClaim() throws {
        let read = try #require(
            try explain("The Kremlin denied that Russia had attacked Ukraine.").read.first { $0.statement.kind == "claim" })
        let row = try #require(try place(read.source))
        #expect(row.file == "verbs/cues.csv" && row.key.first == "deny")
        #expect(read.grounds.contains { $0.topic == .speaker && $0.words == "The Kremlin" })
    }

    // MARK: Rejections

    /// A sentence, a word of it that gives no record of a kind, and why.
    @Test(
        arguments: [
            ("Brazil will meet Argentina in the final of the tournament on Sunday.", "meet", "event", .game),
            ("Tanks were sent to Ukraine.", "sent", "event", .noActor),
            ("Russia attacked Russia.", "attacked", "event", .ownRecipient),
            ("The French minister declined to comment.", "declined", "event", .speech),
            ("Algeria made accusations against Morocco.", "made", "event", .lent),
            ("Russia launched an attack on Ukraine.", "attack", "event", .withVerb),
            ("Tunisia denounced the treaty with France.", "denounced", "event", .readElsewhere),
            ("The French brewer signed a contract with a rival.", "contract", "agreement", .contract),
            ("The treaty is old.", "treaty", "agreement", .noStanding),
            ("Russia may say that Ukraine attacked Moscow.", "say", "claim", .notSaid),
        ] as [(String, String, String, Reason)])
    func whyNoRecord(_ text: String, _ word: String, _ kind: String, _ reason: Reason) throws {
        let rejected = try explain(text).rejected
        let reasons = rejected.filter { $0.text == word && $0.kind == kind }.flatMap(\.attempts).map(\.reason)
        #expect(reasons.contains(reason), "found \(rejected.map { ($0.text, $0.kind, $0.attempts.map(\.reason)) })")
    }

    /// What is not said because it is only supposed tells the word that supposes it.
    @Test func aRejectionHasItsChain() throws {
        let rejected = try explain("Russia may say that Ukraine attacked Moscow.").rejected.first { $0.kind == "claim" }
        #expect(try #require(rejected).attempts.flatMap(\.grounds).contains { $0.topic == .status && $0.words == "may" })
    }

    /// A word that gave a record is not among those that gave none.
    @Test func nothingIsBoth() throws {
        for name in ["pyongyang-2024", "shusha-2021"] {
            let bytes = try Data(contentsOf: Shared.root.appending(path: "Examples/\(name).txt"))
            for sentence in try Shared.knowledge.get().explain(Document(text: Text(utf8: Array(bytes)))).sentences {
                let read = Set(sentence.read.map { "\($0.statement.kind) \($0.word)" })
                #expect(read.isDisjoint(with: sentence.rejected.map { "\($0.kind) \($0.word)" }))
                #expect(sentence.words.filter { $0.head == 0 }.count == 1)
                #expect(sentence.rejected.allSatisfy { !$0.attempts.isEmpty })
            }
        }
    }

    // MARK: Rows

    /// Line numbers are told for files that have the order of their table: a row of such a file out of its place would be told wrongly.
    @Test(arguments: DataPlace.inOrder.sorted { $0.file < $1.file })
    func linesOfRows(table: TableName) throws {
        let knowledge = try Shared.knowledge.get()
        let text = try String(contentsOf: Shared.root.appending(path: "Data/" + table.file), encoding: .utf8)
        let records = try CSV.read(Array(text.utf8), file: table.file)
        let rows = knowledge.tables.rows(of: table)
        #expect(records.count == rows.count + 1)
        for (row, record) in zip(rows, records.dropFirst()) {
            let place = knowledge.place(of: Source(table, row.index))
            #expect(place.line == record.line, "\(table.file):\(record.line) is out of order")
            #expect(place.key.first == String(decoding: record.fields[0], as: UTF8.self))
            if place.line != record.line { return }
        }
    }
}
