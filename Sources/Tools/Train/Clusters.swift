import CasusCore
import Language

/// Classes of words that are used alike, from plain text.
struct Clusters {
    /// By the hash of a word in lower case.
    private(set) var table: [UInt64: UInt16] = [:]

    init(texts: [String], treebank: Treebank) throws(Problem) {
    }

    var entries: [(key: UInt64, value: UInt16)] {
        table.map { ($0.key, $0.value) }.sorted { $0.key < $1.key }
    }
}
