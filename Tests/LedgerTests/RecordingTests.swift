import CasusCore
import Testing

@testable import Ledger

struct RecordingTests {
    let ledger: SQLiteLedger
    let document = article()

    init() throws { ledger = try newLedger() }

    private func record(_ statements: [Statement], by rules: String, at time: Instant) throws -> Change {
        try #require(try ledger.record([document.read(statements, by: rules, at: time)]).first)
    }

    private func change(added: Int = 0, retracted: Int = 0, restored: Int = 0, kept: Int = 0) -> Change {
        var change = Change()
        (change.added, change.retracted, change.restored, change.kept) = (added, retracted, restored, kept)
        return change
    }

    @Test func readTwiceIsUnchanged() throws {
        let statements = [document.event(), document.claim()]
        #expect(try record(statements, by: "first", at: hour(1)) == change(added: 2))
        let (held, before) = (try ledger.held(), try ledger.rows(of: "held"))
        #expect(try record(statements, by: "first", at: hour(2)) == change(kept: 2))
        #expect(try ledger.held() == held)
        #expect(try ledger.rows(of: "held") == before)
        #expect(try ledger.history(of: statements[0].id).count == 1)
    }

    @Test func otherRulesAddRetractAndRestore() throws {
        let (event, claim) = (document.event(), document.claim())
        _ = try record([event], by: "first", at: hour(1))
        #expect(try record([claim], by: "second", at: hour(2)) == change(added: 1, retracted: 1))
        #expect(try ledger.held() == [claim.json])
        #expect(try record([event, claim], by: "third", at: hour(3)) == change(restored: 1, kept: 1))
        let history = try ledger.history(of: event.id)
        #expect(history.map(\.from) == [hour(1), hour(3)])
        #expect(history.map(\.until) == [hour(2), nil])
        #expect(history.map(\.fromRules) == ["first", "third"])
        #expect(history.map(\.untilRules) == ["second", nil])
    }

    @Test(arguments: [("frame:give", 0.9, 1), ("frame:arm", 0.5, 1), ("frame:arm", 0.9, 2)])
    func aStatementFoundInAnotherWayKeepsItsName(rule: String, confidence: Double, sentence: Int) throws {
        let (first, second) = (document.event(), document.event(rule: rule, confidence: confidence, sentence: sentence))
        #expect(first.id == second.id)
        _ = try record([first], by: "first", at: hour(1))
        #expect(try record([second], by: "second", at: hour(2)) == change(kept: 1))
        #expect(try ledger.held() == [second.json])
        #expect(try ledger.held(knownBy: hour(1)) == [first.json])
        #expect(try ledger.statements(StatementQuery()).kept.map(\.recorded) == [hour(1)])
    }

    @Test func linksChangeWhileTheNameStays() throws {
        let claim = document.claim()
        let (plain, linked) = (document.event(), document.event().linked(.claims, to: claim))
        _ = try record([linked, claim], by: "first", at: hour(1))
        _ = try record([plain, claim], by: "second", at: hour(2))
        _ = try record([linked, claim], by: "third", at: hour(3))
        #expect(try Set(ledger.held(knownBy: hour(1))) == [linked.json, claim.json])
        #expect(try Set(ledger.held(knownBy: hour(2))) == [plain.json, claim.json])
        #expect(try Set(ledger.held()) == [linked.json, claim.json])
        #expect(try ledger.linked(to: [claim.id], knownBy: nil).map(\.id) == [plain.id])
        #expect(try ledger.linked(to: [claim.id], knownBy: hour(2)).isEmpty)
        #expect(try ledger.history(of: plain.id).count == 1)
    }

    @Test func aTextPublishedTwiceIsKeptOnce() throws {
        let again = article(published: "2024-06-21", publisher: "BBC")
        _ = try ledger.record([document.read([document.event()]), again.read([again.event()])])
        #expect(try [ledger.rows(of: "text"), ledger.rows(of: "document"), ledger.rows(of: "statement")] == [1, 2, 2])
        #expect(try ledger.document(again.key)?.text.string == document.text.string)
    }

    @Test func allReadingsOfACallOrNone() throws {
        _ = try record([document.event()], by: "first", at: hour(1))
        let (sizes, dump) = (try ledger.sizes(), try ledger.dump())
        // Twice the same statement in one reading: no reader gives it, and the second document fails on it.
        let (good, bad) = (article("France armed Russia.", publisher: "New"), article("Russia armed France.", publisher: "Newer"))
        let statement = bad.event("Russia armed France", by: [france])
        let readings = [
            good.read([good.event("France armed Russia", by: [france], to: [russia])], by: "new"), bad.read([statement, statement]),
        ]
        _ = try problem { _ = try ledger.record(readings) }
        #expect(try ledger.sizes() == sizes)
        #expect(try ledger.dump() == dump)
        // Numbers that were given out meanwhile are not used later.
        _ = try ledger.record([readings[0]])
        #expect(try ledger.faults() == [])
        #expect(try ledger.actors(StatementQuery()).counts.map(\.code) == ["RUS", "FRA", "PRK"])
    }

    @Test func aFailureOfTheFileLeavesNothingBehind() throws {
        try ledger.connection.run("ALTER TABLE dyad RENAME TO elsewhere")
        _ = try problem { _ = try record([document.event()], by: "first", at: hour(1)) }
        try ledger.connection.run("ALTER TABLE elsewhere RENAME TO dyad")
        #expect(try ledger.sizes() == SQLiteLedger.tables.map { "\($0) 0" })
        #expect(try ledger.standing(of: document.key, under: "first") == .unread)
        #expect(try record([document.event()], by: "first", at: hour(1)) == change(added: 1))
    }

    @Test func standingsFollowTheLastReading() throws {
        #expect(try ledger.standing(of: document.key, under: "first") == .unread)
        _ = try record([], by: "first", at: hour(1))
        #expect(try ledger.standing(of: document.key, under: "first") == .current)
        #expect(try ledger.standing(of: document.key, under: "second") == .outdated)
        _ = try record([], by: "second", at: hour(2))
        #expect(try ledger.standing(of: document.key, under: "first") == .outdated)
    }

    /// A clock that was put back does not change the order of readings.
    @Test func readingsFollowOneAnotherInTime() throws {
        _ = try record([document.event()], by: "first", at: hour(5))
        _ = try record([], by: "second", at: hour(3))
        #expect(try ledger.held(knownBy: hour(4)) == [])
        #expect(try ledger.history(of: document.event().id).map(\.until) == [hour(5)])
        #expect(try ledger.faults() == [])
    }

    @Test func aRetractedStatementIsStillToldOf() throws {
        let event = document.event()
        _ = try record([event], by: "first", at: hour(1))
        _ = try record([], by: "second", at: hour(2))
        #expect(try ledger.kept(event.id)?.statement.json == event.json)
        #expect(try ledger.ids(beginning: String(event.id.prefix(6))) == [event.id])
        #expect(try ledger.kept("00000000000000000000") == nil)
    }

    @Test func documentsAreFoundByNameKeyOrItsBeginning() throws {
        let other = article("France.", id: "own", publisher: nil)
        _ = try ledger.record([document.read([]), other.read([])])
        let names = [nil, "own", other.key, String(document.key.prefix(6)), String(document.key.prefix(5)), "no such"]
        let found = try names.map { try ledger.publications(named: $0).map(\.key) }
        #expect(found == [[document.key, other.key], [other.key], [other.key], [document.key], [], []])
    }

    @Test(arguments: [("russia", ["RUS"]), ("rus", ["RUS"]), ("étrangers", ["Étrangers"]), ("nobody", [])])
    func actorsAreFoundByNameInAnyCase(word: String, names: [String]) throws {
        let strangers = Actor(code: nil, name: "Étrangers", text: "they")
        _ = try record([document.event(by: [russia, strangers])], by: "first", at: hour(1))
        #expect(try ledger.names(like: word) == names)
    }
}
