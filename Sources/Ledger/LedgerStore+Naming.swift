package import CasusCore

extension LedgerStore {
    /// The id of which some digits are the beginning; nil where there is none, or where the digits are too few to name one.
    ///
    /// - Throws: `Problem(.usage)` where they begin several.
    package func id(beginning digits: String) throws(Problem) -> String? {
        let ids = digits.utf8.count >= 4 ? try ids(beginning: digits) : []
        if ids.count > 1, ids[0] != digits {
            throw Problem(.usage, "begins several ids", at: digits, mend: "give more digits: " + ids.joined(separator: ", "))
        }
        return ids.first
    }
}
