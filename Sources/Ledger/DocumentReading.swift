package import CasusCore

/// What one reading of a document found, to be kept.
package struct DocumentReading: Sendable {
    package let document: Document
    package let publication: Publication
    /// The name of the rule set that read it.
    package let rules: String
    package let finished: Instant
    /// The statements, with what is kept of each.
    let rows: [StatementRow]

    package var statements: [Statement] { rows.map(\.statement) }

    /// Does the work that needs no store, so that it can be done on any thread.
    ///
    /// - Parameter publication: the document without its text, where it is at hand; making it takes a hash of the text.
    package init(of document: Document, as publication: Publication? = nil, statements: [Statement], rules: String, finished: Instant) {
        self.document = document
        self.publication = publication ?? Publication(document)
        self.rules = rules
        self.finished = finished
        rows = zip(statements, Involvement.all(of: statements)).map { StatementRow($0, $1) }
    }
}

/// What a ledger has of a document.
package enum DocumentStanding: Sendable, Equatable {
    case unread
    /// Read by the same rule set.
    case current
    /// Read by another rule set.
    case outdated
    /// Removed on purpose.
    case forgotten(Instant)
}

/// What keeping a reading changed.
package struct Change: Sendable, Equatable {
    package var added = 0
    package var retracted = 0
    package var restored = 0
    /// Held before and after.
    package var kept = 0

    package init() {}
}

/// One time in which a statement was held.
package struct Holding: Sendable, Equatable {
    package var from: Instant
    /// Nil while it is held.
    package var until: Instant?
    /// The rule sets that began and ended it.
    package var fromRules: String
    package var untilRules: String?
    package var rule: String
    package var confidence: Double
    package var sentence: Int
}

/// How much a ledger holds of what.
package struct Inventory: Sendable {
    package var format = ""
    package var bytes = 0
    package var texts = 0
    package var documents = 0
    package var readings = 0
    package var corrections = 0
    package var forgotten = 0
    package var treaties = 0
    package var actors = 0
    /// Statements held now, by kind, and those retracted.
    package var held: [(kind: String, count: Int)] = []
    package var retracted = 0
    package var ruleSets: [(name: String, readings: Int)] = []
    package var publishers: [(name: String?, documents: Int)] = []
    /// The first and last day of publication, and of what happened.
    package var published: ClosedRange<Day>?
    package var happened: ClosedRange<Day>?
    package var lastReading: Instant?
}

/// A document as the ledger came by it.
package struct RecordedDocument: Sendable {
    /// Its place in the order of recording.
    package var place: Int
    package var publication: Publication
    /// When it was last read.
    package var read: Instant
    /// Statements held of it.
    package var statements: Int
    /// Of these, those that the last reading added; and those that it retracted.
    package var added: Int
    package var retracted: Int
}
