package import CasusCore

/// Everything in a ledger, a document at a time, all of it as it was when the first part was asked for.
///
/// It has a connection of its own, so that whoever takes the parts may take his time; one thread at a time may ask.
package final class LedgerExport {
    private let ledger: SQLiteLedger
    private var documents: ArraySlice<SQLiteLedger.DocumentRow>?
    private var isOver = false

    /// - Throws: what is wrong with the ledger.
    package init(_ path: String) throws(Problem) {
        ledger = try SQLiteLedger(path, .reading)
        try ledger.connection.run("BEGIN")
    }

    /// The next part; nil at the end.
    package func next() throws(Problem) -> [Archived]? {
        if isOver { return nil }
        guard let document = documents?.popFirst() else {
            if documents != nil {
                isOver = true
                return try ledger.archivedTail()
            }
            documents = try ledger.documentRows()[...]
            return try ledger.archivedHead()
        }
        return try ledger.archived(document)
    }

    deinit { try? ledger.connection.run("COMMIT") }
}
