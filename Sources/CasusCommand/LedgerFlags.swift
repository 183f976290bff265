import CasusCore
import FoundationEssentials
import Ledger

/// What every verb about a ledger has in common.
enum LedgerFlags {
    static let ledger = Flag("ledger", value: "LEDGER", help: "the ledger asked; casus.db unless given")
    static let optional = Flag(
        "ledger", value: "LEDGER", help: "also the treaties of a ledger: your own, and those that its reports tell of")
    static let into = Flag("into", value: "LEDGER", help: "the ledger in which to keep it; made where it is not there")

    static let standard = "casus.db"
}

extension Console {
    /// The ledger that a command line names.
    func ledger(_ parsed: Parsed, _ access: SQLiteLedger.Access) throws(Problem) -> SQLiteLedger {
        try open(parsed[LedgerFlags.ledger] ?? LedgerFlags.standard, access)
    }

    func open(_ path: String, _ access: SQLiteLedger.Access) throws(Problem) -> SQLiteLedger {
        if path.hasPrefix("postgres://") || path.hasPrefix("postgresql://") {
            throw Problem(.usage, "ledgers in PostgreSQL are not supported yet", at: path, mend: "give a file")
        }
        if path == SQLiteLedger.inMemory { throw Problem(.usage, "keeps nothing", at: path, mend: "give a file") }
        return try SQLiteLedger(path, access)
    }

    /// The time that is recorded: that of the clock, unless `CASUS_NOW` fixes it.
    func now() throws(Problem) -> Instant {
        guard let fixed = environment["CASUS_NOW"], !fixed.isEmpty else {
            return Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down)))
        }
        guard let instant = Instant(iso: fixed) else {
            throw Problem(.usage, "\"\(fixed)\" is no time", at: "CASUS_NOW", mend: "write 2024-06-19T10:30:00Z")
        }
        return instant
    }
}
