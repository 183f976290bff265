import CasusCore
import Foundation
import Testing

@testable import Intake

struct DocumentsTests {
    private func first(_ arrivals: [Arrival]) -> Document? {
        for case .document(let document, _) in arrivals { return document }
        return nil
    }

    @Test func walksFoldersInTheOrderOfPaths() throws {
        let scratch = try Scratch()
        for name in ["b.txt", "a/z.md", "a.txt", "a/b/c.TXT", "B.txt", ".hidden/x.txt", ".x.txt", "é.txt"] { try scratch.file(name, name) }
        let expected = ["B.txt", "a.txt", "a/b/c.TXT", "a/z.md", "b.txt", "é.txt"]
        #expect(scratch.arrivals([""]) == expected.map { "\($0): \($0)" })
        #expect(scratch.arrivals(["a/"]).count == 2)
    }

    @Test func namesWhatItSkips() throws {
        let scratch = try Scratch()
        for name in ["1.pdf", "2", "3.html", "4.csv", "5.png", "a.txt"] { try scratch.file(name, name) }
        let skipped = "note: .: skipped 1.pdf, 2, 3.html and 2 more; a folder's documents are .txt, .md, .jsonl and .ndjson files"
        #expect(scratch.arrivals([""]) == [skipped, "a.txt: a.txt"])
    }

    @Test func doesNotWalkInCircles() throws {
        let scratch = try Scratch()
        try scratch.file("sub/a.txt", "text")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/sub/up", withDestinationPath: "..")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/linked.txt", withDestinationPath: "sub/a.txt")
        let note = "note: sub: skipped up; a folder's documents are .txt, .md, .jsonl and .ndjson files"
        #expect(scratch.arrivals([""]) == ["linked.txt: text", note, "sub/a.txt: text"])
    }

    @Test func emptyFolder() throws {
        #expect(try Scratch().arrivals([""]) == ["note: .: holds no .txt, .md, .jsonl or .ndjson file"])
    }

    @Test func readsJSONLines() throws {
        let scratch = try Scratch()
        let line =
            #"{"id":"n1","text":"Café\r\nopen","published":"2024-06-19","title":"T","publisher":"P","author":"A","url":"U","other":[1]}"#
        let path = try scratch.file(
            "a.jsonl", line + "\r\n\n" + #"{"id":7,"text":"two","published":"2024-06-20T23:30:00+09:00","title":null}"#)
        let documents = Array(Documents([path])).compactMap { if case .document(let it, let place) = $0 { (it, place) } else { nil } }
        #expect(documents.map(\.1) == [path + ":1", path + ":3"])
        let (one, two) = (documents[0].0, documents[1].0)
        #expect(one.text.string == "Café\nopen")
        #expect([one.id, one.title, one.publisher, one.author, one.url] == ["n1", "T", "P", "A", "U"])
        #expect(one.published == Day(iso: "2024-06-19"))
        #expect(two.id == "7")
        #expect(two.published == Day(iso: "2024-06-20"))
        #expect(two.title == nil)
    }

    /// Each bad line gets one message, and the others are read.
    @Test(arguments: [
        ("{", "is not JSON"),
        (#"{"text":"a"} x"#, "is not JSON"),
        ("[1]", "is not a JSON object"),
        ("3", "is not a JSON object"),
        ("null", "is not a JSON object"),
        (#"{"id":"a"}"#, #"has no "text""#),
        (#"{"text":3}"#, #""text" is not a string"#),
        (#"{"text":null}"#, #""text" is not a string"#),
        (#"{"text":"a","published":2024}"#, #""published" is not a string"#),
        (#"{"text":"a","id":{}}"#, #""id" is not a string"#),
        (#"{"text":"  "}"#, "has no text"),
        (#"{"text":"a\u0000"}"#, "the text has a NUL (U+0000) at byte 1"),
        (#"{"text":"\ud800"}"#, "is not JSON"),
    ])
    func badLines(_ line: String, _ message: String) throws {
        let scratch = try Scratch()
        try scratch.file("a.ndjson", #"{"text":"one"}"# + "\n" + line + "\n" + #"{"text":"three"}"# + "\n")
        let arrivals = scratch.arrivals(["a.ndjson"])
        #expect(arrivals.count == 3)
        #expect(arrivals.first == "a.ndjson:1: one")
        #expect(arrivals[1].hasPrefix("problem: a.ndjson:2: " + message), "\(arrivals[1])")
        #expect(arrivals.last == "a.ndjson:3: three")
    }

    @Test func skipsJSONLinesOfSomethingElseInAFolder() throws {
        let scratch = try Scratch()
        try scratch.file("a.jsonl", "\n{\"kind\":\"event\"}\n{\"kind\":\"claim\"}\n")
        try scratch.file("b.jsonl", "{\"text\":\"b\"}\n{\"kind\":\"claim\"}\n{\"text\":\"c\"}\n")
        let arrivals = scratch.arrivals([""])
        #expect(arrivals.count == 4)
        #expect(arrivals[0] == #"note: a.jsonl: skipped; its lines are no documents (has no "text")"#)
        #expect(arrivals[1] == "b.jsonl:1: b")
        #expect(arrivals[2].hasPrefix(#"problem: b.jsonl:2: has no "text""#))
        #expect(arrivals[3] == "b.jsonl:3: c")
        // Named by the caller, it is a failure.
        #expect(scratch.arrivals(["a.jsonl"]).map { $0.hasPrefix("problem: ") } == [true, true])
    }

    @Test func givesUpAFileOfBadLines() throws {
        let scratch = try Scratch()
        let bad = String(repeating: "bad\n", count: 9)
        try scratch.file("few.jsonl", bad + "{\"text\":\"good\"}\n" + bad)
        try scratch.file("all.jsonl", bad + bad + bad)
        #expect(scratch.arrivals(["few.jsonl"]).count == 19)
        let arrivals = scratch.arrivals(["all.jsonl", "few.jsonl"])
        #expect(arrivals.count == 11 + 19)
        #expect(arrivals[10] == "problem: all.jsonl: none of its first 10 lines is a document; the rest is left out")
    }

    @Test func badBytesInALine() throws {
        let scratch = try Scratch()
        try scratch.file("a.jsonl", Array(#"{"text":""#.utf8) + [0xE9] + Array("\"}\n{\"text\":\"b\"}".utf8))
        #expect(scratch.arrivals(["a.jsonl"])[0].hasPrefix("problem: a.jsonl:1: not UTF-8 at byte 9 (0xE9)"))
        #expect(scratch.arrivals(["a.jsonl"], settings: .init(encoding: .latin1)) == ["a.jsonl:1: é", "a.jsonl:2: b"])
    }

    @Test(arguments: [
        ("Plain text.", ["standard input: Plain text."]),
        (#"{"text":"a"}"# + "\n" + #"{"text":"b"}"#, ["standard input:1: a", "standard input:2: b"]),
        ("", ["problem: standard input: has no text"]),
        (" \n", ["problem: standard input: has no text"]),
        ("%PDF-1.4", ["problem: standard input: looks like a PDF; take its text out first: pdftotext FILE -"]),
    ])
    func standardInput(_ text: String, _ expected: [String]) throws {
        #expect(try Scratch().arrivals(["-"], input: Array(text.utf8)) == expected)
    }

    /// What one file's name and bytes come to.
    @Test(
        arguments: [
            ("empty.txt", [], "problem: empty.txt: has no text"),
            ("white.txt", [0x20, 0x0A], "problem: white.txt: has no text"),
            ("head.txt", Array("Date: 2024-06-19\n\n".utf8), "problem: head.txt: has metadata but no text"),
            ("latin.txt", [0x61, 0xE9], "problem: latin.txt: not UTF-8 at byte 1 (0xE9); give --encoding latin1 or --encoding cp1252"),
            ("nul.txt", Array("ab\u{0}".utf8), "problem: nul.txt: has a NUL (U+0000) at byte 2; remove it: tr -d '\\000'"),
            ("report.txt", Array("%PDF-1.7".utf8), "problem: report.txt: looks like a PDF; take its text out first: pdftotext FILE -"),
            ("lines.jsonl", [0x1F, 0x8B, 8, 0], "problem: lines.jsonl: looks like gzip; unpack it first: gunzip -c FILE"),
            ("brace.txt", Array("{\"text\":\"a\"}".utf8), "brace.txt: {\"text\":\"a\"}"),
            ("brace", Array("{\"text\":\"a\"}".utf8), "brace:1: a"),
            ("noname", Array("text".utf8), "noname: text"),
            ("big.txt", [UInt8](repeating: 0x61, count: 1_000_001), "problem: big.txt: is longer than a document may be (1 MB); split it"),
            (
                "big.jsonl", [UInt8](repeating: 0x61, count: 1_000_001),
                "problem: big.jsonl:1: is longer than a document may be (1 MB); split it"
            ),
        ] as [(String, [UInt8], String)])
    func oneFile(_ name: String, _ bytes: [UInt8], _ expected: String) throws {
        let scratch = try Scratch()
        try scratch.file(name, bytes)
        #expect(scratch.arrivals([name], settings: .init(limit: 1_000_000)) == [expected])
    }

    @Test(arguments: [
        ("exmaple.txt", "exmaple.txt: no such file; did you mean example.txt?"),
        ("Sbu/note.txt", "Sbu/note.txt: no such file; did you mean sub/note.txt?"),
        ("sbu/other.txt", "sbu/other.txt: no such file; did you mean sub?"),
        ("quite-different", "quite-different: no such file"),
        ("example.txt/x", "example.txt/x: no such file"),
    ])
    func missingFiles(_ name: String, _ expected: String) throws {
        let scratch = try Scratch()
        try scratch.file("example.txt", "text")
        try scratch.file("sub/note.txt", "text")
        #expect(scratch.arrivals([name, "example.txt"]) == ["problem: " + expected, "example.txt: text"])
    }

    @Test(arguments: [
        (EACCES, "p: permission denied; make it readable: chmod +r"),
        (ENOENT, "p: no such file"),
        (EMFILE, "p: cannot be opened: too many open files"),
    ])
    func openingErrors(_ number: Int32, _ expected: String) {
        #expect(Files.opening("p", number).description == expected)
    }

    @Test func refusesADevice() {
        guard case .problem(let problem)? = Array(Documents(["/dev/null"])).first else {
            Issue.record("not refused")
            return
        }
        #expect(problem.what == "is a device or socket")
    }

    @Test func readsAPipeByName() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        // Opened for both ways, so that neither side waits for the other.
        let both = open(path, O_RDWR)
        #expect(write(both, "piped", 5) == 5)
        let reading = try Files.open(path)
        close(both)
        #expect(try reading.stream.readAll(expected: reading.size, limit: 100) == Array("piped".utf8))
        #expect(scratch.arrivals([""]).first?.contains("skipped pipe") == true)
    }

    @Test func flagsWinOverFieldsAndFieldsOverTheBlock() throws {
        let scratch = try Scratch()
        let block = "Date: 2020-01-01\nSource: block\nTitle: block\nAuthor: block\nURL: block\n\nText."
        let json = String(
            decoding: try JSONEncoder().encode(["text": block, "published": "2021-01-01", "publisher": "field"]), as: UTF8.self)
        let text = try scratch.file("a.txt", block)
        let line = try scratch.file("a.jsonl", json)
        let plain = try #require(first(Array(Documents([text]))))
        #expect(plain.published == Day(iso: "2020-01-01"))
        #expect([plain.publisher, plain.title, plain.author, plain.url] == ["block", "block", "block", "block"])
        #expect(plain.text.string(plain.bodyStart..<plain.text.bytes.count) == "Text.")
        let field = try #require(first(Array(Documents([line]))))
        #expect(field.published == Day(iso: "2021-01-01"))
        #expect([field.publisher, field.title] == ["field", "block"])
        let settings = Documents.Settings(published: Day(iso: "2022-01-01"), publisher: "flag")
        let flag = try #require(first(Array(Documents([line], settings: settings))))
        #expect(flag.published == Day(iso: "2022-01-01"))
        #expect(flag.publisher == "flag")
    }

    @Test(arguments: ["19 June 2024", "2024-06", "2024-06-31", "2024-06-190", "tomorrow"])
    func badDates(_ date: String) throws {
        let scratch = try Scratch()
        try scratch.file("a.txt", "Date: \(date)\n\nText.")
        let note = "note: a.txt: Date is not a day: \"\(date)\"; write it as 2024-06-19"
        #expect(scratch.arrivals(["a.txt"]) == [note, "a.txt: Date: \(date)\n\nText."])
        #expect(scratch.arrivals(["a.txt"], settings: .init(published: Day(iso: "2024-06-19"))).count == 1)
    }

    @Test func readsALongStandardInput() throws {
        let text = (0..<40_000).map { "line \($0)\n" }.joined()
        #expect(try Scratch().arrivals(["-"], input: Array(text.utf8)) == ["standard input: " + text])
    }

    @Test func aLongLineIsRead() throws {
        let scratch = try Scratch()
        let long = [UInt8](repeating: 0x61, count: 20_000_000)
        let path = try scratch.file("long.txt", long)
        #expect(try #require(first(Array(Documents([path])))).text.bytes.count == long.count)
    }
}
