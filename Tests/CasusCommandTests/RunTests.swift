import CasusCore
import Foundation
import Intake
import Synchronization
import Testing

@testable import CasusCommand

/// A console whose streams are arrays.
func console(input: String = "", environment: [String: String] = [:]) -> Console {
    Console(input: ByteStream(Array(input.utf8)), output: Output(), errors: Output(), environment: environment)
}

struct RunTests {
    private static let undated =
        "casus: note: the document has no date of publication, so relative dates stay unresolved; give --published or a Date: line\n"

    /// Arguments, standard input, exit status, and what standard error says.
    @Test(
        arguments: [
            (["read"], "", 64, "casus: nothing to read; give a file, a folder, or - for standard input\n"),
            (["raed", "-"], "", 64, "casus: raed: no such verb; did you mean read?\n"),
            (["frobnicate"], "", 64, "casus: frobnicate: no such verb; see casus --help\n"),
            (["help", "raed"], "", 64, "casus: raed: no such verb; did you mean read?\n"),
            (["--versoin"], "", 64, "casus: --versoin: no such flag; did you mean --version?\n"),
            (["-x"], "", 64, "casus: -x: no such flag; see casus --help\n"),
            (["read", "-", "--fromat", "csv"], "", 64, "casus: --fromat: no such flag; did you mean --format?\n"),
            (["read", "-", "--format", "xml"], "", 64, "casus: --format: \"xml\" is not one of brief, ndjson, csv\n"),
            (
                ["read", "-", "--encoding=latin-1"], "", 64,
                "casus: --encoding: \"latin-1\" is not one of utf8, latin1, cp1252; did you mean latin1?\n"
            ),
            (["read", "-", "--published", "June 2024"], "", 64, "casus: --published: \"June 2024\" is not a day, such as 2024-06-19\n"),
            (["read", "-", "--jobs", "0"], "", 64, "casus: --jobs: \"0\" is not a number from 1 to 256\n"),
            (["read", "no/such/file"], "", 2, "casus: no/such/file: no such file\n"),
            (["read", "-"], "", 2, "casus: standard input: has no text\n"),
            (["read", "-"], "%PDF-1.7", 2, "casus: standard input: looks like a PDF; take its text out first: pdftotext FILE -\n"),
            (["read", "-", "no/such/file"], "Text.", 2, "casus: no/such/file: no such file\n" + undated),
            (["read", "-"], "Text.", 0, undated),
            (["read", "-", "--published", "2024-06-19"], "Text.", 0, ""),
            (["read", "-"], "Date: 2024-06-19\n\nText.", 0, ""),
            (["--published=2024-06-19", "read", "-"], "Text.", 0, ""),
        ] as [([String], String, Int32, String)])
    func statusAndLine(_ arguments: [String], _ input: String, _ status: Int32, _ errors: String) async {
        var console = console(input: input)
        #expect(await run(arguments, on: &console) == status)
        #expect(console.errors.string == errors)
    }

    @Test(arguments: [["--help"], ["-h"], ["help"]])
    func overview(_ arguments: [String]) async {
        var console = console()
        #expect(await run(arguments, on: &console) == 0)
        #expect(console.output.string == Verb.overview)
        #expect(console.errors.string.isEmpty)
    }

    @Test(arguments: [["read", "--help"], ["--help", "read"], ["help", "read"], ["read", "x", "--format", "-h"]])
    func helpOfAVerb(_ arguments: [String]) async throws {
        var console = console()
        #expect(await run(arguments, on: &console) == 0)
        #expect(console.output.string == (try Verb.named("read")).help)
    }

    @Test func noArguments() async {
        var console = console()
        #expect(await run([], on: &console) == 64)
        #expect(console.errors.string == Verb.overview)
        #expect(console.output.string.isEmpty)
    }

    @Test func versionIsThatOfTheChangelog() async throws {
        var console = console()
        #expect(await run(["--version"], on: &console) == 0)
        #expect(console.output.string == "casus \(version)\n")
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let changelog = try String(contentsOf: root.appendingPathComponent("CHANGELOG.md"), encoding: .utf8)
        let newest = try #require(changelog.split(separator: "\n").first { $0.hasPrefix("## [") })
        #expect(newest.hasPrefix("## [\(version)]"))
    }
}

/// `casus read` with a made-up reader, which finds one question in every document that has a question mark.
struct ReadCommandTests {
    private func read(_ arguments: [String], input: String = "") async throws -> (status: Int32, output: String, errors: String) {
        var console = console(input: input)
        let parsed = try Parsed(arguments, for: ReadCommand.verb)
        let status = await ReadCommand.run(parsed, on: &console) { Self.questions(in: $0) }
        return (status, console.output.string, console.errors.string)
    }

    private static func questions(in document: Document) -> [Statement] {
        let text = document.text
        guard text.string.contains("?") else { return [] }
        let body = document.bodyStart..<text.bytes.count
        let origin = Origin(sentence: 1, span: text.span(body), quote: text.string(body), rule: "test", confidence: 1)
        let question = Question(origin: origin, asks: "?", about: [], raisedBy: nil, unspecified: false)
        return [Statement.question(question).identified(in: document, key: document.key)]
    }

    private static func lines(_ texts: [String]) -> String {
        texts.enumerated().map { #"{"id":"d\#($0)","text":"\#($1)","published":"2024-06-19"}"# }.joined(separator: "\n")
    }

    @Test(arguments: ["1", "2", "7"])
    func statementsComeInTheOrderOfTheDocuments(_ jobs: String) async throws {
        let input = Self.lines((0..<100).map { "Open \($0)?" })
        let (status, output, errors) = try await read(["-", "--format", "ndjson", "--jobs", jobs], input: input)
        #expect(status == 0)
        #expect(errors.isEmpty)
        let quotes = try output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["quote"] as? String
        }
        #expect(quotes == (0..<100).map { "Open \($0)?" })
    }

    @Test(
        arguments: [
            (["-", "-e"], "Nothing.", 1), (["-", "--exit-status"], "Nothing.", 1), (["-"], "Nothing.", 0), (["-", "-e"], "Open?", 0),
            // A failure is more than an empty answer.
            (["-", "no/such/file", "-e"], "Nothing.", 2), (["-", "no/such/file"], "Open?", 2),
        ] as [([String], String, Int32)])
    func exitStatus(_ arguments: [String], _ input: String, _ status: Int32) async throws {
        #expect(try await read(arguments, input: input).status == status)
    }

    @Test func aBadLineDoesNotEndTheBatch() async throws {
        let input = Self.lines(["One?", "Two?"]).replacing("\n", with: "\n{bad\n")
        let (status, output, errors) = try await read(["-", "--format=ndjson"], input: input)
        #expect(status == 2)
        #expect(output.split(separator: "\n").count == 2)
        #expect(errors.hasPrefix("casus: standard input:2: is not JSON; "))
        #expect(errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        (["{\"text\":\"a\"}", "{\"text\":\"b\"}"], "the documents have"),
        (["{\"text\":\"a\"}", "{\"text\":\"b\",\"published\":\"2024-06-19\"}"], "1 of 2 documents have"),
    ])
    func undatedDocumentsGetOneNote(_ lines: [String], _ which: String) async throws {
        let errors = try await read(["-"], input: lines.joined(separator: "\n")).errors
        #expect(
            errors == "casus: note: \(which) no date of publication, so relative dates stay unresolved; give --published or a Date: line\n")
    }

    @Test func endsQuietlyWhenTheReaderOfTheOutputIsGone() async throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var console = console(input: Self.lines((0..<100).map { String(repeating: "Open \($0)? ", count: 2000) }))
        console.output = Output(descriptor: ends[1])
        let documents = Atomic(0)
        let parsed = try Parsed(["-", "--format=ndjson", "--jobs=2"], for: ReadCommand.verb)
        let status = await ReadCommand.run(parsed, on: &console) { document in
            documents.add(1, ordering: .relaxed)
            return Self.questions(in: document)
        }
        #expect(status == 0)
        #expect(console.errors.bytes.isEmpty)
        #expect(documents.load(ordering: .relaxed) < 100)
    }

    @Test func csvHasItsHeadAlsoWhenEmpty() async throws {
        let printer = Printer(format: .csv, quotes: false, cites: false, colours: false)
        #expect(!printer.head.isEmpty)
        #expect(try await read(["-", "--format=csv"], input: "Nothing.").output == String(decoding: printer.head, as: UTF8.self))
    }
}
