import CasusCore
import Testing

@testable import Ledger

/// Whatever is changed in the file behind the ledger's back is noticed, and named.
struct VerifyTests {
    /// What is done to the file by SQL, and what is said of what.
    struct Tampering: CustomTestStringConvertible, Sendable {
        enum Named { case event, document, none }
        var sql: String
        var named: Named
        var words: String
        var testDescription: String { sql }

        init(_ sql: String, _ named: Named, _ words: String) { (self.sql, self.named, self.words) = (sql, named, words) }
    }

    static let tamperings = [
        Tampering("UPDATE statement SET body = replace(body, 'AID', 'COERCE') WHERE kind = 'event'", .event, "was changed"),
        Tampering("UPDATE statement SET body = 'no JSON' WHERE kind = 'event'", .event, "not JSON"),
        Tampering("UPDATE statement SET body = '{}' WHERE kind = 'event'", .event, "type is missing"),
        Tampering("UPDATE statement SET kind = 'rumour' WHERE kind = 'event'", .event, "no kind of statement"),
        Tampering("UPDATE statement SET start = start + 1 WHERE kind = 'event'", .event, "was changed"),
        Tampering("UPDATE statement SET stop = 999 WHERE kind = 'event'", .event, "lies outside its text"),
        Tampering("UPDATE statement SET first = first + 1 WHERE kind = 'event'", .event, "first is"),
        Tampering("UPDATE statement SET last = NULL WHERE kind = 'event'", .event, "last is null"),
        Tampering("UPDATE statement SET date = '2023' WHERE kind = 'event'", .event, "date is 2023"),
        Tampering("UPDATE statement SET status = 'denied' WHERE kind = 'event'", .event, "status is denied"),
        Tampering("UPDATE statement SET type = 'AGREE' WHERE kind = 'event'", .event, "type is AGREE"),
        Tampering("UPDATE statement SET a = 'FRA' WHERE kind = 'event'", .event, "a is FRA"),
        Tampering("DELETE FROM held WHERE statement = 1", .event, "held never"),
        Tampering("UPDATE held SET from_reading = 2 WHERE statement = 1", .event, "reading of another document"),
        Tampering("UPDATE held SET until_reading = 2 WHERE statement = 1", .event, "until a reading of another document"),
        Tampering("UPDATE held SET until_reading = 1 WHERE statement = 1", .event, "until before it was held"),
        Tampering("INSERT INTO held VALUES (1, 3, NULL, 1, 'frame:arm', 0.9)", .event, "held twice at one time"),
        Tampering("INSERT INTO held VALUES (1, 9, NULL, 1, 'frame:arm', 0.9)", .none, "table held"),
        Tampering("UPDATE link SET target = 99", .none, "table link"),
        Tampering("UPDATE link SET target = 3", .event, "linked to a statement of another document"),
        Tampering("UPDATE held SET until_reading = 3 WHERE statement = 2", .event, "is not held"),
        Tampering("UPDATE held SET until_reading = 3 WHERE statement = 1", .event, "is not held"),
        Tampering("DELETE FROM dyad WHERE statement = 1", .event, "index of pairs at PRK and RUS"),
        Tampering("UPDATE dyad SET day = day + 1 WHERE statement = 1", .event, "index of pairs at PRK and RUS"),
        Tampering(
            "INSERT INTO dyad SELECT 'FRA', 'RUS', day, statement FROM dyad WHERE statement = 1", .event,
            "stands 2 times in the index of pairs"),
        Tampering("DELETE FROM dated WHERE statement = 1", .event, "index of days"),
        Tampering("UPDATE dated SET day = day + 1 WHERE statement = 1", .event, "missing in the index of days"),
        Tampering(
            "INSERT INTO dated SELECT day + 1, statement FROM dated WHERE statement = 1", .event, "more than once in the index of days"),
        Tampering("DELETE FROM involved WHERE statement = 1 AND code = 'RUS'", .event, "index of sides at RUS"),
        Tampering(
            "INSERT INTO involved SELECT 'FRA', day, statement FROM involved WHERE statement = 1 AND code = 'RUS'", .event, "index of sides"
        ),
        Tampering("DELETE FROM party WHERE statement = 1 AND role = 'actor'", .event, "its parties"),
        Tampering("UPDATE party SET actor = 3 WHERE statement = 1 AND role = 'actor'", .event, "its parties"),
        Tampering("UPDATE actor SET name = 'Rusia' WHERE code = 'RUS'", .event, "its parties"),
        Tampering("UPDATE document SET publisher = 'BBC' WHERE id = 1", .document, "publisher or address were changed"),
        Tampering("UPDATE document SET published = published + 1 WHERE id = 1", .document, "date, publisher"),
        Tampering("UPDATE document SET url = 'x' WHERE id = 1", .document, "address"),
        Tampering("UPDATE text SET body = replace(body, 'armed', 'aided') WHERE id = 1", .document, "its text was changed"),
        Tampering("UPDATE text SET sha = 'x' WHERE id = 1", .document, "its text was changed"),
        Tampering("INSERT INTO forgotten SELECT key, 0 FROM document WHERE id = 1", .document, "was forgotten, and is still there"),
        Tampering(
            "DELETE FROM reading WHERE id = 2; DELETE FROM held WHERE statement = 3; DELETE FROM link WHERE statement = 3", .none,
            "was never read"),
        Tampering("INSERT INTO text VALUES (9, 'abc', 'nobody''s')", .none, "text abc: belongs to no document"),
        Tampering("INSERT INTO correction VALUES (1, 'nosuch', 'place', 'null', 'me', 0, NULL)", .none, "correction of nosuch"),
        Tampering("UPDATE reading SET finished = 1704070800 * 2 - finished WHERE id IN (1, 3)", .none, "finished before the one before it"),
        Tampering("INSERT INTO search (search, rowid, body) SELECT 'delete', id, body FROM text WHERE id = 1", .none, "the index of words"),
        Tampering("INSERT INTO search (rowid, body) VALUES (77, 'ghost')", .none, "the index of words"),
        Tampering("DELETE FROM document WHERE id = 1", .none, "belongs to no row of document"),
    ]

    /// Two documents; the first is read twice: an event, told by a claim.
    private func ledger() throws -> (SQLiteLedger, Document, Statement) {
        let (ledger, document, other) = (try newLedger(), article(), article("France armed Russia. It did."))
        let claim = document.claim()
        let event = document.event(on: "2024-06-19").linked(.claims, to: claim)
        let readings = [
            document.read([event, claim], at: hour(1)),
            other.read([other.event("France armed Russia", by: [france], to: [russia])], at: hour(2)),
            document.read([event, claim], by: "second", at: hour(3)),
        ]
        _ = try ledger.record(readings)
        return (ledger, document, event)
    }

    @Test(arguments: tamperings)
    func noticesAndNames(tampering: Tampering) throws {
        let (ledger, document, event) = try ledger()
        #expect(try ledger.faults() == [])
        try ledger.connection.run(tampering.sql)
        let name =
            switch tampering.named {
            case .event: event.id
            case .document: document.key
            case .none: ""
            }
        let faults = try ledger.faults()
        #expect(faults.contains { $0.contains(name) && $0.contains(tampering.words) }, "\(faults)")
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func nothingIsSaidOfWhatIsWhole(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, _) = try Model.history(&inventor, documents: 6, readings: 4)
        var steps: [Int] = []
        #expect(try ledger.faults { done, _ in steps.append(done) } == [])
        #expect(steps == [0])
    }

    @Test func aReaderFindsTheSame() throws {
        let (scratch, document) = (try Scratch(), article())
        let writer = try SQLiteLedger(scratch.file(), .writing)
        _ = try writer.record([document.read([document.event()])])
        let reader = try SQLiteLedger(scratch.file(), .reading)
        #expect(try reader.faults() == [])
        try writer.connection.run("UPDATE document SET publisher = 'BBC'")
        #expect(try reader.faults().map { $0.contains("publisher") } == [true])
    }
}
