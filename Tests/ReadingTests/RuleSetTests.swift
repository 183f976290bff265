import Casus
import CasusCore
import Foundation
import Testing

/// Ledgers read a document again only when the rule set has another name; so the version of the reader must go up with what it finds.
struct RuleSetTests {
    /// The version of the reader, and a hash of what it finds in the examples. When this fails, raise `Reader.version` and put both here.
    static let version = 9
    static let found = "296314a01edb7caa"

    @Test func aReaderThatReadsOtherwiseHasAnotherVersion() throws {
        let knowledge = try Knowledge()
        var reader = knowledge.reader()
        var all: [UInt8] = []
        for name in ["new-start-2023", "pyongyang-2024", "shusha-2021", "vilnius-2013"] {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples/\(name).txt")
            let text = try String(contentsOf: file, encoding: .utf8)
            for statement in reader.read(Document(text: Text(text), published: Day(iso: "2024-06-20"))) {
                all += Array(statement.json.utf8)
            }
        }
        #expect(Reader.version == RuleSetTests.version)
        #expect(SHA256.hex(all, digits: 16) == RuleSetTests.found, "raise Reader.version, and put it and this hash into RuleSetTests")
    }

    @Test func tablesLaidOverOursAreAnotherRuleSet() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "casus-rules-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "verbs"), withIntermediateDirectories: true)
        try "lemma,gist,source,example\nkleptocrat,calls a ruler a thief,editors,\n".write(
            to: folder.appending(path: "verbs/voices.csv"), atomically: true, encoding: .utf8)
        let own = try Knowledge(overlay: folder.path)
        #expect(try own.ruleSet != Knowledge().ruleSet)
        #expect(try Knowledge().ruleSet == Knowledge().ruleSet)
    }
}
