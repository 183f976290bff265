import CasusCore
import Testing

@testable import Ledger

struct ArchiveTests {
    private let treaty = StoredTreaty(
        id: "a-b-2024", title: "Treaty \"of\" A and B", signed: "2024-06-19", json: "{\"id\":\"a-b-2024\"}",
        duties: [["RUS", "PRK", "defence", "4"], ["PRK", "RUS", "defence", ""]])

    /// Retracted and restored statements, links of other times, corrections, what was forgotten, treaties.
    private func full(_ seed: UInt64) throws -> SQLiteLedger {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor, documents: 5, readings: 3)
        for (step, kept) in model.kept().prefix(5).enumerated() {
            try ledger.correct(
                Correction(
                    statement: kept.id, field: Correction.stated, value: "false", by: "me", at: hour(30 + step),
                    note: inventor.maybe(["why"])))
        }
        try ledger.forget(inventor.one(of: try ledger.publications(named: nil)).key, at: hour(50))
        try ledger.keep([treaty])
        return ledger
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func whatIsTakenInIsWhatWasGiven(seed: UInt64) throws {
        let (old, new) = (try full(seed), try newLedger())
        try new.take(try old.archive())
        #expect(try new.dump() == old.dump())
        #expect(try new.faults() == [])
        for time in [nil] + (0...20).map({ Optional(hour($0)) }) { #expect(try new.held(knownBy: time) == old.held(knownBy: time)) }
        #expect(try new.treaties() == [treaty])
        for table in ["held", "link", "party", "involved", "dyad", "dated"] { #expect(try new.rows(of: table) == old.rows(of: table)) }
    }

    @Test func statementsSayTheirDocument() throws {
        let (ledger, named, nameless) = (try newLedger(), article(id: "own"), article("France said so."))
        _ = try ledger.record([named.read([named.event()]), nameless.read([nameless.claim()])])
        let documents = try ledger.archive().compactMap { part in
            if case .statement(let statement, _, _) = part { statement.origin.document } else { nil }
        }
        #expect(documents == ["own", nameless.key])
    }

    @Test func aDocumentAtATimeIsTheSameAsAllAtOnce() throws {
        let (old, new) = (try full(3), try newLedger())
        var group: [Archived] = []
        for part in try old.archive() {
            if case .document = part {
                try new.take(group)
                group = []
            }
            group.append(part)
        }
        try new.take(group)
        #expect(try new.dump() == old.dump())
    }

    @Test func aLinkToNowhereIsRefusedAndNothingTaken() throws {
        let (old, new, document) = (try newLedger(), try newLedger(), article())
        let claim = document.claim()
        _ = try old.record([document.read([document.event().linked(.claims, to: claim), claim])])
        let parts = try old.archive()
        let broken = parts.filter { if case .statement(let it, _, _) = $0 { it.id != claim.id } else { true } }
        #expect(try problem { try new.take(broken) }.what.contains("which is not there"))
        #expect(try new.sizes() == SQLiteLedger.tables.map { "\($0) 0" })
        // What was given out meanwhile is not used later.
        try new.take(parts)
        #expect(try new.dump() == old.dump())
        #expect(try new.faults() == [])
    }

    @Test func aStatementThatComesTwiceIsRefused() throws {
        let (old, new, document) = (try newLedger(), try newLedger(), article())
        _ = try old.record([document.read([document.event()])])
        let parts = try old.archive()
        _ = try problem { try new.take(parts + parts.suffix(1)) }
        #expect(try new.rows(of: "statement") == 0)
    }

    @Test func somethingWithoutItsDocumentIsRefused() throws {
        let ledger = try newLedger()
        let part = Archived.reading(number: 1, document: "x", rules: "first", finished: hour(1))
        #expect(try problem { try ledger.take([part]) }.kind == .input)
    }

    @Test func aTreatyIsKeptInItsLastForm() throws {
        let ledger = try newLedger()
        var later = treaty
        (later.title, later.duties) = ("Another", [["RUS", "PRK", "consultation", "1"]])
        try ledger.keep([treaty])
        try ledger.keep([later])
        #expect(try ledger.treaties() == [later])
    }
}
