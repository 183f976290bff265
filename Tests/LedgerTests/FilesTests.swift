import CasusCore
import Foundation
import Testing

@testable import Ledger

/// Files that are no ledgers, ledgers of other forms, and who may open what.
struct FilesTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func refusal(_ access: SQLiteLedger.Access, _ name: String = "casus.db") throws -> Problem {
        let found = try problem { _ = try SQLiteLedger(scratch.file(name), access) }
        #expect(found.kind == .storage)
        #expect(found.place == scratch.file(name))
        #expect(found.mend != nil)
        return found
    }

    private func make() throws -> SQLiteLedger {
        let ledger = try SQLiteLedger(scratch.file(), .writing)
        _ = try ledger.record([article().read([article().event()])])
        return ledger
    }

    /// SQL on the file itself.
    private func run(_ sql: String) throws {
        let connection = try Connection(scratch.file(), .create)
        try connection.run(sql)
    }

    private func number(_ sql: String) throws -> Int? {
        let connection = try Connection(scratch.file(), .read)
        return try connection.number(sql)
    }

    @Test(arguments: [SQLiteLedger.Access.reading, .changing])
    func aFileThatIsNotThereIsNotMade(access: SQLiteLedger.Access) throws {
        #expect(try refusal(access).what == "no such ledger")
        #expect(try scratch.names() == [])
    }

    @Test(arguments: [SQLiteLedger.Access.reading, .changing, .writing])
    func aFolderIsNoLedger(access: SQLiteLedger.Access) throws {
        #expect(try problem { _ = try SQLiteLedger(scratch.path, access) }.what == "is a folder")
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        #expect(try refusal(.writing, "nowhere/casus.db").mend?.contains("no such folder") == true)
    }

    @Test(arguments: [SQLiteLedger.Access.reading, .changing, .writing])
    func anotherFileStaysAsItWas(access: SQLiteLedger.Access) throws {
        let text = String(repeating: "Dear diary, this is no database. ", count: 200)
        try scratch.write(text)
        #expect(try refusal(access).what == "is no ledger")
        #expect(try scratch.bytes() == Data(text.utf8))
        #expect(try scratch.names() == ["casus.db"])
    }

    @Test(arguments: [SQLiteLedger.Access.reading, .changing, .writing])
    func aDatabaseOfAnotherProgramStaysAsItWas(access: SQLiteLedger.Access) throws {
        try run("CREATE TABLE song (name TEXT); PRAGMA user_version = 1;")
        let before = try scratch.bytes()
        #expect(try refusal(access).what == "is no ledger")
        #expect(try scratch.bytes() == before)
    }

    @Test func anEmptyFileHoldsNothingUntilItIsWritten() throws {
        try scratch.write("")
        #expect(try refusal(.reading).what == "is no ledger")
        _ = try make()
        #expect(try SQLiteLedger(scratch.file(), .reading).rows(of: "document") == 1)
    }

    @Test(arguments: [SQLiteLedger.Access.reading, .changing, .writing])
    func aNewerFormIsLeftAlone(access: SQLiteLedger.Access) throws {
        _ = try make()
        try run("PRAGMA user_version = \(Schema.version + 1)")
        let refusal = try refusal(access)
        #expect(refusal.what.contains("newer Casus (form \(Schema.version + 1)"))
        #expect(refusal.mend == "use that Casus")
        #expect(try number("PRAGMA user_version") == Schema.version + 1)
    }

    private let steps = Schema.steps + ["CREATE TABLE mood (statement INTEGER); INSERT INTO mood SELECT id FROM statement;"]

    @Test func anOlderFormIsBroughtForwardByAWriter() throws {
        _ = try make()
        let older = try problem { _ = try SQLiteLedger(scratch.file(), .reading, steps: steps) }
        #expect(older.what == "has an older form (\(Schema.version))")
        #expect(older.mend?.contains("casus verify") == true)
        let ledger = try SQLiteLedger(scratch.file(), .changing, steps: steps)
        #expect(try ledger.rows(of: "mood") == 1)
        #expect(try ledger.held() == [article().event().json])
        #expect(try ledger.faults() == [])
        #expect(try SQLiteLedger(scratch.file(), .reading, steps: steps).rows(of: "mood") == 1)
    }

    @Test func aNewFileAndOneBroughtForwardAreTheSame() throws {
        _ = try make()
        _ = try SQLiteLedger(scratch.file(), .writing, steps: steps)
        _ = try SQLiteLedger(scratch.file("new.db"), .writing, steps: steps)
        func tables(_ name: String) throws -> [String] {
            var lines: [String] = []
            let connection = try Connection(scratch.file(name), .read)
            try connection.prepare("SELECT sql FROM sqlite_master ORDER BY name").each { row in lines.append(row.string(0)) }
            return lines
        }
        #expect(try tables("casus.db") == tables("new.db"))
    }

    @Test func aStepThatFailsLeavesTheOlderForm() throws {
        _ = try make()
        _ = try problem { _ = try SQLiteLedger(scratch.file(), .writing, steps: steps + ["CREATE TABLE broken"]) }
        #expect(try SQLiteLedger(scratch.file(), .reading).held() == [article().event().json])
        #expect(try number("SELECT count(*) FROM sqlite_master WHERE name = 'mood'") == 0)
    }

    @Test func oneWriterAtATime() throws {
        var first: SQLiteLedger? = try make()
        #expect(try first!.rows(of: "document") == 1)
        for access in [SQLiteLedger.Access.writing, .changing] {
            let refusal = try refusal(access)
            #expect(refusal.what == "another process is writing to it")
        }
        #expect(try SQLiteLedger(scratch.file(), .reading).rows(of: "document") == 1)
        first = nil
        #expect(try SQLiteLedger(scratch.file(), .changing).rows(of: "document") == 1)
        #expect(try scratch.names() == ["casus.db"])
    }

    /// A link into a folder that is not there.
    @Test func whatCannotBeOpenedIsNotKeptFromOthers() throws {
        try FileManager.default.createSymbolicLink(atPath: scratch.file(), withDestinationPath: scratch.file("nowhere/casus.db"))
        #expect(try refusal(.writing).what == "cannot be opened")
        #expect(try refusal(.writing).what == "cannot be opened")
        #expect(try scratch.names() == ["casus.db"])
    }

    /// Whoever runs everything may write everywhere.
    @Test(.enabled(if: geteuid() != 0)) func aFileThatMayNotBeWrittenCanBeRead() throws {
        _ = try make()
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: scratch.file())
        #expect(try refusal(.writing).what == "may not be written to")
        #expect(try SQLiteLedger(scratch.file(), .reading).rows(of: "document") == 1)
    }

    @Test(arguments: ["a b.db", "50%.db", "what?.db", "a#b&c=d.db", "平壌 é.db", "a'b\"c;d.db", ":memory:", "file:x.db"])
    func anyNameOpensWithoutWriting(name: String) throws {
        _ = try SQLiteLedger(scratch.file(name), .writing).record([article().read([article().event()])])
        for path in [scratch.file(name), "/" + scratch.file(name)] {
            let connection = try Connection(path, immutable: true)
            #expect(try connection.number("SELECT count(*) FROM statement") == 1)
            _ = try problem { try connection.run("DELETE FROM statement") }
        }
        #expect(try SQLiteLedger(scratch.file(name), .reading).held() == [article().event().json])
    }

    @Test func aReaderChangesNothing() throws {
        _ = try make()
        let reader = try SQLiteLedger(scratch.file(), .reading)
        #expect(try problem { _ = try reader.record([article().read([])]) }.kind == .storage)
        #expect(try problem { try reader.forget(article().key, at: hour(1)) }.kind == .storage)
        #expect(try reader.held() == [article().event().json])
    }

    /// The end of the file is cut off.
    @Test func aDamagedFileIsSaidToBe() throws {
        _ = try make()
        let bytes = try scratch.bytes()
        try bytes.prefix(bytes.count / 3).write(to: URL(fileURLWithPath: scratch.file()))
        let said = try problem { _ = try SQLiteLedger(scratch.file(), .reading).dump() }
        #expect(said.kind == .storage)
        #expect(said.place == scratch.file())
    }
}
