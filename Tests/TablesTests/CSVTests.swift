import CasusCore
import Testing

@testable import Tables

struct CSVTests {
    private func read(_ text: String) throws -> [[String]] {
        try CSV.read(Array(text.utf8), file: "f.csv").map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,,\n,,b\n", [["a", "", ""], ["", "", "b"]]),
        ("\"a,b\",\"say \"\"yes\"\"\"\n", [["a,b", "say \"yes\""]]),
        ("\"two\nlines\",\"\"\n", [["two\nlines", ""]]),
        ("\u{FEFF}a\n\n\nb\n", [["a"], ["b"]]),
        ("", []),
    ])
    func `records are read as RFC 4180 says`(text: String, records: [[String]]) throws {
        #expect(try read(text) == records)
    }

    @Test func `a record knows its line, also after fields of several lines`() throws {
        let records = try CSV.read(Array("h\n\"a\nb\"\n\nc\n".utf8), file: "f.csv")
        #expect(records.map(\.line) == [1, 2, 5])
    }

    @Test(arguments: [
        ("h\n\"a\nb", "f.csv:2", "never ends"),
        ("h\na\"b\n", "f.csv:2", "inside a field"),
        ("h\n\"a\"b\n", "f.csv:2", "after the closing"),
    ])
    func `what is malformed is told with its line`(text: String, place: String, what: String) throws {
        let problem = try #require(throws: Problem.self) { try CSV.read(Array(text.utf8), file: "f.csv") }
        #expect(problem.place == place)
        #expect(problem.what.contains(what))
        #expect(problem.mend != nil)
    }
}
