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
    /// Only what was published by a day, or on a day that is not known.
    package var publishedBy: Day?
    /// Only what may have happened, or was published, by a day.
    package var toldBy: Day?
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
    /// Only those that come before a place in the order: what an answer with a limit left out.
    package var before: StatementPlace?

    package init() {}
}

/// A place in the order of statements: by day, ties by id; what has no day comes last.
package struct StatementPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number of the day, or of a day after all others.
    package var day: Int32
    package var id: String

    /// Where statements without a day stand.
    package static let noDay = Int32.max

    package init(of kept: Kept) { (day, id) = (kept.day?.number ?? StatementPlace.noDay, kept.id) }

    /// As `description` writes it; nil where it is none.
    package init?(_ text: String) {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let day = Int32(halves[0]), !halves[1].isEmpty, halves[1].utf8.count <= 64 else { return nil }
        (self.day, id) = (day, String(halves[1]))
    }

    package var description: String { "\(day).\(id)" }

    package static func < (a: StatementPlace, b: StatementPlace) -> Bool { (a.day, a.id) < (b.day, b.id) }
}

/// Statements that fit a query.
package struct Found: Sendable {
    /// In the order of their days, ties by id.
    package var kept: [Kept]
    /// How many fit; at least so many where `isTotalExact` is false.
    package var total: Int
    package var isTotalExact: Bool

    /// Where those begin that the limit left out; nil where it left out none.
    package var next: StatementPlace? { kept.count < total ? kept.first.map { StatementPlace(of: $0) } : nil }
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
    /// How many, of those recorded last, are passed over.
    package var offset = 0

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
