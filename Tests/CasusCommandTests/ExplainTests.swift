import Casus
import CasusCore
import Foundation
import Testing

@testable import CasusCommand

struct ExplainTests {
    /// Arguments, standard input, exit status, and what standard error says.
    @Test(
        arguments: [
            (["explain"], "", 64, "casus: nothing to explain; give a file, or --sentence \"A whole sentence.\"\n"),
            (["explain", "--at", "1,2"], "", 64, "casus: --at: says nothing without a file; give FILE\n"),
            (["explain", "-", "--at", "2,1"], "", 64, "casus: --at: \"2,1\" is not two numbers in order, such as 120,180\n"),
            (["explain", "-", "--at", "x"], "", 64, "casus: --at: \"x\" is not two numbers in order, such as 120,180\n"),
            (["explain", "-", "--bytes"], "Text.", 64, "casus: --bytes: says nothing without --at; leave it out\n"),
            (["explain", "-", "--at", "1,2", "--sentence", "x"], "", 64, "casus: --at: stands beside --sentence; give one of them\n"),
            (["explain", "a", "b"], "", 64, "casus: b: a second file; explain one at a time, and words in quotation marks\n"),
            (["explain", "no/such/file"], "", 2, "casus: no/such/file: no such file\n"),
            (
                ["explain", "-", "--at", "90,95", "--published", "2024-06-20"], "Text.", 64,
                "casus: --at: 90,95 is outside the text, which has 5 characters; give two numbers up to 5\n"
            ),
            (
                ["explain", "-", "--at", "3,4"], "Date: 2024-06-20\n\nSpain left.", 64,
                "casus: --at: no sentence stands at 3,4; the nearest is 18,29\n"
            ),
            (
                ["explain", "-", "--sentence", "Peru", "--published", "2024-06-20"], "Spain left.", 64,
                "casus: --sentence: no sentence of standard input holds \"Peru\"; give words of one sentence as they stand, or --at A,B\n"
            ),
            (
                ["explain", "--sentence", " ", "--published", "2024-06-20"], "", 64,
                "casus: --sentence: no sentence in \" \"; give a whole sentence\n"
            ),
            (
                ["explain", "-", "--at", "0,1"], "{\"text\":\"Spain left.\"}\n{\"text\":\"Peru left.\"}\n", 64,
                "casus: --at: is a place in one document, and standard input holds more; give --sentence instead\n"
            ),
        ] as [([String], String, Int32, String)])
    func statusAndLine(_ arguments: [String], _ input: String, _ status: Int32, _ errors: String) async {
        var console = console(input: input)
        #expect(await run(arguments, on: &console) == status)
        #expect(console.errors.string == errors)
        #expect(console.output.bytes.isEmpty)
    }

    private static let report =
        "Date: 2024-06-20\n\n“Élan”, he said. Poland sent tanks to Ukraine.\nFrance may expel two diplomats from Russia."

    private func objects(_ arguments: [String], _ input: String = "") async throws -> [[String: Any]] {
        var console = console(input: input)
        #expect(await run(["explain", "--format", "json"] + arguments, on: &console) == 0)
        return try console.output.string.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    /// Characters, bytes and words lead to the same sentence.
    @Test func waysToASentence() async throws {
        let bytes = Array(Self.report.utf8)
        let start = try #require(Self.report.range(of: "Poland"))
        let characters = Self.report.unicodeScalars.distance(from: Self.report.startIndex, to: start.lowerBound)
        let offset = Self.report.utf8.distance(from: Self.report.startIndex, to: start.lowerBound)
        #expect(bytes[offset] == UInt8(ascii: "P") && offset != characters)
        for arguments in [
            ["--at", "\(characters),\(characters + 6)"], ["--at", "\(offset),\(offset + 6)", "--bytes"],
            ["--at", "\(characters),\(characters)"],
            ["--sentence", "sent  TANKS to"],
        ] {
            let found = try await objects(["-"] + arguments, Self.report)
            #expect(found.map { $0["text"] as? String } == ["Poland sent tanks to Ukraine."], "\(arguments)")
        }
        #expect(try await objects(["-", "--at", "\(characters),\(characters + 40)"], Self.report).count == 2)
    }

    /// Every key is there, in every sentence.
    @Test func everyKey() async throws {
        for sentence in try await objects(["-"], Self.report) {
            #expect(
                Set(sentence.keys) == ["document", "sentence", "kind", "span", "bytes", "text", "tree", "read", "rejected"])
            for read in try #require(sentence["read"] as? [[String: Any]]) {
                #expect(Set(read.keys) == ["statement", "word", "text", "source", "because", "tried"])
                for ground in try #require(read["because"] as? [[String: Any]]) {
                    #expect(Set(ground.keys) == ["of", "words", "span", "says", "source"])
                }
            }
            for word in try #require(sentence["rejected"] as? [[String: Any]]) {
                #expect(Set(word.keys) == ["kind", "word", "text", "lemma", "tried"])
                for attempt in try #require(word["tried"] as? [[String: Any]]) {
                    #expect(Set(attempt.keys) == ["reason", "says", "words", "source", "because"])
                }
            }
        }
    }

    @Test func forPeople() async throws {
        var console = console()
        let arguments = ["explain", "--sentence", "Poland may send tanks to Ukraine.", "--published", "2024-06-20"]
        #expect(await run(arguments, on: &console) == 0)
        let text = console.output.string
        #expect(text.hasPrefix("Sentence 1, characters 0–33: “Poland may send tanks to Ukraine.”\n  TREE\n    send  root VB\n"))
        #expect(text.contains("event, possible: “send” by frame:send [verbs/frames.csv:"))
        #expect(text.contains("status: “may”: the word makes what it governs possible [verbs/embedding.csv:"))
        #expect(console.errors.string.isEmpty)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    /// docs/cli.md names every reason.
    @Test func docsHaveEveryReason() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let docs = try String(contentsOf: root.appending(path: "docs/cli.md"), encoding: .utf8)
        for reason in Reason.allCases { #expect(docs.contains("`\(reason.rawValue)`")) }
    }
}
