import Casus
import CasusCore
import Foundation
import Intake
import Ledger
import Testing

@testable import Answers

/// A ledger of three reports on Russia and North Korea, of 2019, 2023 and 2024, recorded each on the day after its publication.
struct LedgerExample {
    let ledger: SQLiteLedger
    let desk: Desk

    static let reports = ["relations/vladivostok-2019", "relations/vostochny-2023", "pyongyang-2024"]

    init() throws {
        let knowledge = try Knowledge()
        var reader = knowledge.reader()
        ledger = try SQLiteLedger(SQLiteLedger.inMemory, .writing)
        let paths = LedgerExample.reports.map { root.appending(path: "Examples/\($0).txt").path }
        for case .document(let document, _) in Documents(paths) {
            let recorded = Instant(endOf: try #require(document.published).adding(days: 1))
            _ = try ledger.record([
                DocumentReading(of: document, statements: reader.read(document), rules: knowledge.ruleSet, finished: recorded)
            ])
        }
        let commitments = BoundExample.commitments
        desk = Desk(
            store: ledger, gazetteer: BoundExample.gazetteer, spheres: Spheres(commitments.tables), today: Day(iso: "2024-12-31")!
        ) { commitments.codes(of: $0) }
    }

    func asked(_ words: String..., with change: (inout Asked) -> Void = { _ in }) -> Asked {
        var asked = Asked()
        asked.words = words
        change(&asked)
        return asked
    }
}
