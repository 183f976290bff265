import CasusCore

/// Reads one document after another into statements.
struct DocumentReader: Sendable {
    /// - Parameter data: a folder laid over what Casus knows.
    init(data: String?) throws(Problem) {}

    /// What a document states, in the order of the text.
    func read(_ document: Document) -> [Statement] {
        []
    }
}
