import Casus
import CasusCore
import Collating
import Ledger
import Treaties

extension Commitments {
    /// With the treaties that users keep in a ledger; as `casus import treaties` checked them.
    func adding(_ ledger: SQLiteLedger) throws(Problem) -> Commitments {
        let own = try Commitments.own(ledger)
        return own.isEmpty ? self : adding(own)
    }

    private static func own(_ ledger: SQLiteLedger) throws(Problem) -> [Treaty] {
        var own: [Treaty] = []
        for stored in try ledger.treaties() {
            own.append(try Treaty(json: Array(stored.json.utf8), file: "treaty \(stored.id) of the ledger"))
        }
        return own
    }

    /// The treaties that a command line asks about: ours, those of a ledger, or both. To a ledger belong the user's own and those that its
    /// reports tell of and nobody here has read.
    func asked(_ parsed: Parsed, _ console: Console) throws(Problem) -> Commitments {
        let source = parsed[ScenarioCommand.source]
        guard let path = parsed[LedgerFlags.optional] else {
            if source == .ledger { throw Problem(.usage, "which ledger?", at: "--source ledger", mend: "give --ledger LEDGER") }
            return self
        }
        if source == .curated { throw Problem(.usage, "leaves out the ledger", at: "--source curated", mend: "leave out --ledger") }
        let ledger = try console.open(path, .reading)
        var query = StatementQuery()
        query.kinds = ["agreement"]
        let kept = try ledger.statements(query).kept
        // Asked alone, the ledger also answers with what we know better from the text.
        let reported = Collation(kept, book: source == .ledger ? nil : book, on: try console.now().day).reportedTreaties()
        let theirs = try Commitments.own(ledger) + reported
        if source == .ledger, theirs.isEmpty {
            throw Problem(.input, "unknown: the ledger holds no treaty", at: path, mend: "leave out --source to ask the curated treaties")
        }
        return source == .ledger ? only(theirs) : adding(theirs)
    }
}
