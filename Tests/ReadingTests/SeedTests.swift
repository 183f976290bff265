import Casus
import Foundation
import Intake
import Scoring
import Testing

/// How much of whole reports is read, and how much of what is read is right.
@Suite("Whole reports")
struct SeedTests {
    static let article = Shared.beside.appending(path: "seed/article.txt")

    /// The report that the project started from is not part of it; what a careful reader finds in it is.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: article.path), "article.txt is not there"))
    func theFirstReport() throws {
        let expected = Shared.root.appending(path: "Tests/ReadingTests/Expected/seed-article.jsonl")
        let score = try score(Self.article, expected, published: "2024-06-20")
        #expect(score.wrong.map(\.found.description) == [])
        #expect(score.tally().forbidden == 0)
        #expect(try #require(score.tally().recall) >= 0.9, "missed: \(score.missed.map(\.line))")
    }

    /// Floors below which no change may fall.
    @Test(
        arguments: [
            ("pyongyang-2024", 0.95, 0.85, nil), ("new-start-2023", 0.9, 0.75, nil),
            ("vilnius-2013", 0.85, 0.6, nil), ("shusha-2021", 0.9, 0.7, nil),
            ("articles/beijing-2023", 0.95, 0.85, nil), ("articles/budapest-2024", 0.95, 0.85, nil),
            ("articles/camp-david-2000", 0.8, 0.8, nil), ("articles/hainan-2001", 0.9, 0.9, nil),
            ("articles/new-york-2011", 0.95, 0.9, nil), ("articles/port-au-prince-1994", 0.9, 0.6, nil),
            ("articles/washington-2018", 0.95, 0.85, nil),
        ] as [(String, Double, Double, Comment?)])
    func ownReports(name: String, precision: Double, recall: Double, known: Comment?) throws {
        let examples = Shared.root.appending(path: "Examples")
        let score = try score(examples.appending(path: name + ".txt"), examples.appending(path: name + ".expected.jsonl"))
        let tally = score.tally()
        #expect(tally.forbidden == 0, "\(score.wrong.filter { $0.forbidden != nil }.map(\.found.description))")
        let right = try #require(tally.precision)
        try check(known) { #expect(right >= precision, "wrong: \(score.wrong.map(\.found.description))") }
        #expect(try #require(tally.recall) >= recall, "missed: \(score.missed.map(\.line))")
    }

    private func score(_ file: URL, _ expected: URL, published: String? = nil) throws -> Score {
        let settings = Documents.Settings(published: published.flatMap { Day(iso: $0) })
        var found: [Found] = []
        for case .document(let document, _) in Documents([file.path], settings: settings) {
            var reader = try Shared.knowledge.get().reader()
            found = try reader.read(document).map { try Found(line: $0.json) }
        }
        let report = Report(try String(contentsOf: file, encoding: .utf8))
        return Score(found, against: try Expected.list(String(contentsOf: expected, encoding: .utf8)), in: report)
    }
}
