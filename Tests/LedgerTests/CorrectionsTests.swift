import CasusCore
import Testing

@testable import Ledger

struct CorrectionsTests {
    let ledger: SQLiteLedger
    let document = article()
    let event: Statement

    init() throws {
        ledger = try newLedger()
        event = document.event()
        _ = try ledger.record([document.read([event])])
    }

    private func correct(_ field: String, _ value: String, at time: Instant) throws {
        try ledger.correct(Correction(statement: event.id, field: field, value: value, by: "me", at: time, note: "seen"))
    }

    @Test func whatWasReadStaysBesideIt() throws {
        try correct("status", "\"planned\"", at: hour(3))
        let now = try #require(try ledger.statements(StatementQuery()).kept.first)
        #expect(now.statement.status == .planned)
        #expect(now.corrections.map(\.by) == ["me"])
        #expect(now.id == event.id)
        #expect(try ledger.kept(event.id)?.statement.json == event.json)
        #expect(try ledger.dump().contains { $0.contains(event.json) })
        #expect(try ledger.faults() == [])
    }

    @Test func beforeItWasMadeItIsNotKnown() throws {
        try correct("status", "\"planned\"", at: hour(3))
        #expect(try ledger.held(knownBy: hour(2)) == [event.json])
        #expect(try ledger.held(knownBy: hour(3)) != [event.json])
        #expect(try ledger.corrections(knownBy: hour(2)).isEmpty)
        #expect(try ledger.corrections(knownBy: hour(3)).map(\.note) == ["seen"])
    }

    @Test func theLaterOneCounts() throws {
        try correct("status", "\"planned\"", at: hour(3))
        try correct("status", "\"denied\"", at: hour(4))
        #expect(try ledger.statements(StatementQuery()).kept.map(\.statement.status) == [.denied])
    }

    @Test func whatIsNotStatedIsLeftOutUntilItIsRestored() throws {
        let claim = document.claim()
        _ = try ledger.record([document.read([event.linked(.claims, to: claim), claim], by: "second", at: hour(2))])
        try correct(Correction.stated, "false", at: hour(3))
        let words = SearchQuery(terms: ["armed"])
        #expect(try ledger.statements(StatementQuery()).kept.map(\.id) == [claim.id])
        #expect(try ledger.linked(to: [claim.id], knownBy: nil).isEmpty)
        #expect(try ledger.search(words).hits.flatMap(\.statements).isEmpty)
        try correct(Correction.stated, "true", at: hour(4))
        #expect(try ledger.statements(StatementQuery()).total == 2)
        #expect(try ledger.linked(to: [claim.id], knownBy: nil).map(\.id) == [event.id])
        #expect(try ledger.search(words).hits.flatMap(\.statements).map(\.id) == [event.id])
    }

    @Test func actorsAreThoseOfTheCorrectedStatement() throws {
        try correct("actors", #"[{"code":"FRA","name":"France","text":"France"}]"#, at: hour(3))
        #expect(try ledger.actors(StatementQuery()).counts.map(\.code) == ["FRA", "PRK"])
        var before = StatementQuery()
        before.knownBy = hour(2)
        #expect(try ledger.actors(before).counts.map(\.code) == ["PRK", "RUS"])
        try correct(Correction.stated, "false", at: hour(4))
        #expect(try ledger.actors(StatementQuery()).counts.isEmpty)
    }

    /// One that fits with and without its correction is counted once, also where the limit leaves it out.
    @Test(arguments: 1...3)
    func totalsBeyondTheLimitStayRight(limit: Int) throws {
        let others = ["2024-06-25", "2024-06-26", "2024-06-27", "2024-06-28"].map { document.event("Russia", on: $0) }
        _ = try ledger.record([document.read([event] + others, by: "second", at: hour(2))])
        try correct("mode", "\"visit\"", at: hour(3))
        var query = StatementQuery()
        query.limit = limit
        let found = try ledger.statements(query)
        #expect(found.total == 5)
        #expect(found.kept.count == limit)
    }
}
