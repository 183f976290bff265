import CasusCore
import Foundation
import Scoring
import Testing

/// The expected files agree with their reports and with themselves.
@Suite("Expected files")
struct ExpectedFilesTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let examples = root.appending(path: "Examples")
    static let reports =
        ["pyongyang-2024", "new-start-2023", "vilnius-2013", "shusha-2021", "held-out/riyadh-2025"] + all(in: "articles")
        + all(in: "held-out/articles")

    /// The reports of a folder of Examples, without their ending.
    static func all(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: examples.appending(path: folder).path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.sorted().map { "\(folder)/\($0.dropLast(4))" }
    }

    @Test func theFoldersOfArticlesAreThere() {
        #expect(Self.all(in: "articles").count == 7)
        #expect(Self.all(in: "held-out/articles").count == 3)
    }

    func read(_ name: String) throws -> (report: Report, expected: [Expected]) {
        let text = try String(contentsOf: Self.examples.appending(path: name + ".txt"), encoding: .utf8)
        let lines = try String(contentsOf: Self.examples.appending(path: name + ".expected.jsonl"), encoding: .utf8)
        return (Report(text), try Expected.list(lines))
    }

    @Test(arguments: reports)
    func everyLocatorStandsInItsSentenceAndNowhereElseInIt(name: String) throws {
        let (report, expected) = try read(name)
        for record in expected {
            let parts = report.sentence(record.sentence).components(separatedBy: record.locator)
            #expect(parts.count == 2, "\(record.line)")
            for shape in record.shapes where shape.asks != nil {
                #expect(report.locate(shape.asks ?? "", in: record.sentence) != nil, "\(record.line)")
            }
        }
    }

    /// A reader that says just what is asked for misses nothing and says nothing wrong, with and without what is optional.
    @Test(arguments: reports)
    func aPerfectReaderScoresFully(name: String) throws {
        let (report, expected) = try read(name)
        let required = expected.filter { $0.force == .required }
        let all = expected.filter { $0.force != .never }
        for said in [required, all] {
            let score = Score(try said.map { try statement($0, report) }, against: expected, in: report)
            #expect(score.missed.map(\.line) == [])
            #expect(score.wrong.map { $0.found.quote } == [])
            #expect(score.matches.count == required.count)
            #expect(score.matches.flatMap(\.details).filter { !$0.right } == [])
        }
    }

    @Test(arguments: reports)
    func whatMustNeverBeSaidIsForbidden(name: String) throws {
        let (report, expected) = try read(name)
        let never = expected.filter { $0.force == .never }
        #expect(!never.isEmpty)
        let score = Score(try never.map { try statement($0, report) }, against: expected, in: report)
        #expect(score.tally().forbidden == never.count)
    }

    /// Its report is not part of the project, so only the form is checked, and that no more is copied than finds the sentence.
    @Test func theExpectedFileOfTheOutsideReportIsWellFormedAndCopiesNothing() throws {
        let file = Self.root.appending(path: "Tests/ReadingTests/Expected/seed-article.jsonl")
        let expected = try Expected.list(String(contentsOf: file, encoding: .utf8))
        #expect(expected.contains { $0.force == .required })
        for record in expected {
            #expect(record.locator.split(separator: " ").count <= 4, "\(record.line)")
            for shape in record.shapes {
                #expect((shape.content ?? shape.asks ?? "").split(separator: " ").count <= 4, "\(record.line)")
            }
        }
    }

    /// The statement that says what a record asks for, in the first of its alternatives.
    private func statement(_ record: Expected, _ report: Report) throws -> Found {
        let shape = record.shapes[0]
        let place = try #require(report.locate(record.locator, in: record.sentence))
        func parties(_ tokens: [String]?) -> [[String: String]] {
            (tokens ?? []).map { token in token.allSatisfy { $0.isUppercase } ? ["code": token] : ["name": token] }
        }
        var fields: [String: Any] = ["kind": record.kind, "span": [place.start, place.end], "quote": record.line]
        fields["type"] = shape.types?.first
        fields["status"] = shape.statuses?.first
        fields["stance"] = shape.stances?.first
        fields["stage"] = shape.stages?.first
        fields["actors"] = parties(shape.actors)
        fields["recipients"] = parties(shape.recipients)
        fields["parties"] = parties(shape.parties)
        fields["about"] = parties(shape.about)
        if let first = shape.speakers?.first, first != "null" {
            var speaker = parties([first])[0]
            speaker["person"] = shape.person
            fields["speaker"] = speaker
        }
        if let content = shape.content {
            let span = try #require(report.locate(content, in: record.sentence), "\(record.line)")
            fields["content_span"] = [span.start, span.end]
        }
        fields["duties"] = (shape.duties ?? []).map { ["kind": $0] }
        fields["spheres"] = shape.spheres
        fields["replaces"] = (shape.replaces ?? []).map { ["date": $0] }
        fields["asks"] = shape.asks
        fields["unspecified"] = shape.unspecified
        fields["mode"] = shape.mode
        fields["date"] = shape.dates?.first
        fields["objects"] = shape.objects
        fields["via"] = shape.via.map { [$0] }
        fields["direct"] = shape.direct
        fields["name"] = shape.name
        fields["signed"] = shape.signed
        let data = try JSONSerialization.data(withJSONObject: fields)
        return try Found(line: String(decoding: data, as: UTF8.self))
    }
}
