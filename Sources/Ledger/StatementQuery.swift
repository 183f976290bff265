package import CasusCore

/// Which statements, in what order, and how many.
package struct StatementQuery: Sendable {
    /// Every group must be involved, by at least one of its codes: one group is an actor, two are a pair.
    package var sides: [Set<String>] = []
    /// None: all.
    package var kinds: Set<String> = []
    package var types: Set<String> = []
    package var statuses: Set<Status> = []
    package var stances: Set<String> = []
    /// Days by `Kept.day`: when it happened, else when it was published.
    package var from: Day?
    package var to: Day?
    /// Publishers, names or keys of documents; none: all.
    package var sources: [String] = []
    /// The key of the one document wanted; nil: any.
    package var document: String?
    /// What the ledger held at a time; nil: now.
    package var knownBy: Instant?
    /// The ids wanted; none: all.
    package var ids: [String] = []
    /// Also statements of which people said that the text does not state them.
    package var keepsTakenBack = false
    /// At most so many, the newest.
    package var limit: Int?

    package init() {}
}

/// Statements that fit a query.
package struct Found: Sendable {
    /// In the order of their days, ties by id.
    package var kept: [Kept]
    /// How many fit; at least so many where `isTotalExact` is false.
    package var total: Int
    package var isTotalExact: Bool
}

/// Who appears, and how often.
package struct ActorCount: Sendable, Equatable {
    package var code: String?
    package var sector: String?
    package var name: String
    package var statements: Int
    /// The first and last day on which it appears.
    package var first: Day?
    package var last: Day?
}

/// Words looked for in texts.
package struct SearchQuery: Sendable {
    /// Words that must all stand in a text; several in one are a phrase; a star at the end of one makes it a beginning.
    package var terms: [String]
    package var from: Day?
    package var to: Day?
    package var sources: [String] = []
    package var knownBy: Instant?
    package var limit = 20

    package init(terms: [String]) { self.terms = terms }
}

/// A place of a text that holds the words.
package struct SearchHit: Sendable {
    package var publication: Publication
    /// The words found, in the text.
    package var span: Span
    /// The line or sentence around them, and where it stands.
    package var excerpt: String
    package var excerptSpan: Span
    /// The statements whose spans hold words found.
    package var statements: [Kept]
}
