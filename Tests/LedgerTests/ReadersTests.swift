import CasusCore
import Foundation
import Testing

@testable import Ledger

/// Readers of a ledger that another is writing to.
struct ReadersTests {
    @Test func aReaderSeesWhatWasRecordedAndNothingHalf() throws {
        let (scratch, document) = (try Scratch(), article())
        let writer = try SQLiteLedger(scratch.file(), .writing)
        let reader = try SQLiteLedger(scratch.file(), .reading)
        #expect(try reader.held() == [])
        try writer.connection.transaction { () throws(Problem) in
            _ = try writer.connection.run("INSERT INTO forgotten VALUES ('half', 0)")
            #expect((try? reader.rows(of: "forgotten")) == 0)
        }
        _ = try writer.record([document.read([document.event()])])
        #expect(try reader.held() == [document.event().json])
        try writer.forget(document.key, at: hour(2))
        #expect(try reader.held() == [])
    }

    @Test func aReaderKeepsOneMomentOfTheLedger() throws {
        let (scratch, document) = (try Scratch(), article())
        let writer = try SQLiteLedger(scratch.file(), .writing)
        _ = try writer.record([document.read([document.event()])])
        let reader = try SQLiteLedger(scratch.file(), .reading)
        let whole = try reader.dump()
        var lines: [String] = []
        try reader.everything { part throws(Problem) in
            // Whatever is written meanwhile belongs to the next moment.
            _ = try writer.record([document.read([], by: "rules \(lines.count)", at: hour(2))])
            lines.append(part.line)
        }
        #expect(lines == whole)
        #expect(try reader.dump() != whole)
    }

    /// The links of a statement lead to statements of the same moment.
    @Test func anAnswerIsOfOneMoment() async throws {
        let (scratch, document) = (try Scratch(), article("Russia armed North Korea. " + String(repeating: "France said so. ", count: 40)))
        let path = scratch.file()
        let claims = (0..<40).map { number in
            var origin = document.origin("France said so")
            origin.span = Span(26 + 16 * number, 40 + 16 * number)
            return document.named(.claim(Claim(origin: origin, speaker: france, stance: .asserts, direct: false)))
        }
        let readings = [claims.prefix(20), claims.suffix(20)].map { some in
            var all = some.map { $0.linked(.claims, to: some.first!) }
            all.append(document.event())
            all[20][.claims] = some.map(\.id)
            return all
        }
        _ = try SQLiteLedger(path, .writing).record([document.read(readings[0])])
        let writing = Task.detached {
            let writer = try SQLiteLedger(path, .writing)
            for turn in 1...300 { _ = try writer.record([document.read(readings[turn % 2], by: "\(turn)", at: hour(turn))]) }
        }
        let reader = try SQLiteLedger(path, .reading)
        for _ in 0..<150 {
            let kept = try reader.statements(StatementQuery()).kept
            let ids = Set(kept.map(\.id))
            #expect(kept.count == 21)
            #expect(kept.allSatisfy { $0.statement[.claims].allSatisfy(ids.contains) && !$0.statement[.claims].isEmpty })
        }
        try await writing.value
        #expect(try reader.faults() == [])
    }
}
