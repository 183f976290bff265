package import CasusCore
import Collating
package import Ledger
package import Treaties

/// The treaties that a ledger adds to the curated ones.
package enum LedgerTreaties {
    /// The user's own, as `casus import treaties` checked them.
    package static func own(_ store: any LedgerStore) throws(Problem) -> [Treaty] {
        var own: [Treaty] = []
        for stored in try store.treaties() {
            own.append(try Treaty(json: Array(stored.json.utf8), file: "treaty \(stored.id) of the ledger"))
        }
        return own
    }

    /// The statements from which one may know of others.
    ///
    /// - Parameter reach: at most so many, the newest; nil: all.
    package static func reports(_ store: any LedgerStore, reach: Int? = nil) throws(Problem) -> [Kept] {
        var query = StatementQuery()
        query.limit = reach
        query.kinds = ["agreement"]
        return try store.statements(query).kept
    }

    /// Those that reports tell of and nobody here has read.
    ///
    /// - Parameters:
    ///   - book: what a report tells of counts as known where it is in there.
    ///   - day: of the question.
    package static func reported(_ reports: [Kept], beside book: TreatyBook?, on day: Day) -> [Treaty] {
        Collation(reports, book: book, on: day).reportedTreaties()
    }
}
