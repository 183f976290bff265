import Casus
import CasusCore
import Ledger
import Treaties

extension Commitments {
    /// With the treaties that users keep in a ledger.
    func adding(_ ledger: SQLiteLedger) throws(Problem) -> Commitments {
        var own: [Treaty] = []
        for stored in try ledger.treaties() {
            own.append(try Treaty(json: Array(stored.json.utf8), file: "treaty \(stored.id) of the ledger"))
        }
        return own.isEmpty ? self : adding(own)
    }
}
