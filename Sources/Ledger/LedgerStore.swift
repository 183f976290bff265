package import CasusCore

/// Where statements are kept: every one with its document, since when it is held, and what people corrected in it.
///
/// Nothing here speaks of how it is kept; dates and times come from the caller, so that the same calls make the same ledger.
/// A store belongs to one thread. Every call that changes something is one transaction: when it returns, it is kept.
package protocol LedgerStore: AnyObject {
    /// What the ledger has of a document already.
    ///
    /// - Parameters:
    ///   - key: the document's key.
    ///   - rules: the name of the rule set that would read it.
    func standing(of key: String, under rules: String) throws(Problem) -> DocumentStanding

    /// Keeps what readings found, each whole or not at all, in the order given: new statements are added, statements that a rule set
    /// no longer finds are retracted, those that it finds again are restored.
    func record(_ readings: [DocumentReading]) throws(Problem) -> [Change]

    /// Statements that fit a query, in the order that it asks for.
    func statements(_ query: StatementQuery) throws(Problem) -> Found

    /// The statements that are linked to some others of their documents, in either direction.
    func linked(to ids: [String], knownBy: Instant?) throws(Problem) -> [Kept]

    /// A statement as it was read, with the newest of its links; also one that is held no longer.
    func kept(_ id: String) throws(Problem) -> Kept?

    /// Codes, or names of those without one, of actors that are called so, in any case.
    func names(like word: String) throws(Problem) -> [String]

    /// Ids of statements that begin with some digits, held now or ever; at most 5.
    func ids(beginning digits: String) throws(Problem) -> [String]

    /// How a statement was held over time, the oldest first.
    func history(of id: String) throws(Problem) -> [Holding]

    /// Places of texts that hold some words, what was recorded last first; and in how many documents there are, of many only "at least".
    func search(_ query: SearchQuery) throws(Problem) -> (hits: [SearchHit], total: Int)

    /// Who appears in statements that fit a query, with how many: most often first; and how many statements were looked at.
    func actors(_ query: StatementQuery) throws(Problem) -> (counts: [ActorCount], looked: Int)

    /// Whether some document has this publisher, this name, or a key that begins so.
    func knows(source: String) throws(Problem) -> Bool

    /// Documents by their key, the beginning of their key, or their own name, in the order of recording; nil for all.
    func publications(named name: String?) throws(Problem) -> [Publication]

    /// Documents, those recorded last first.
    ///
    /// - Parameter before: only those recorded before the one of this place; nil: from the last one on.
    func recorded(before: Int?, limit: Int, knownBy: Instant?) throws(Problem) -> [RecordedDocument]

    /// A document with its text; nil where there is none of that key.
    func document(_ key: String) throws(Problem) -> Document?

    /// Lays a correction beside a statement.
    func correct(_ correction: Correction) throws(Problem)

    /// All corrections made by a time, in their order.
    func corrections(knownBy: Instant?) throws(Problem) -> [Correction]

    /// Removes a document with everything that came from it, for ever. Only its key stays, so that it is not read again.
    func forget(_ key: String, at: Instant) throws(Problem)

    /// Lets a forgotten document be read again.
    func unforget(_ key: String) throws(Problem) -> Bool

    /// When the first reading was recorded; nil of an empty ledger.
    func firstReading() throws(Problem) -> Instant?

    /// When a document was first read; nil where it never was.
    func firstReading(of key: String) throws(Problem) -> Instant?

    /// How much there is of what.
    func inventory() throws(Problem) -> Inventory

    /// Everything that does not hold together, a line each.
    func faults(progress: (Int, Int) -> Void) throws(Problem) -> [String]

    /// Everything, document by document in the order of recording.
    func everything(_ give: (Archived) throws(Problem) -> Void) throws(Problem)

    /// Takes what `everything` gave of another ledger, a document with all that belongs to it in one call.
    func take(_ archived: [Archived]) throws(Problem)

    /// Treaties that users keep in the ledger, as the JSON of their files.
    func treaties() throws(Problem) -> [StoredTreaty]
    func keep(_ treaties: [StoredTreaty]) throws(Problem)

    /// Makes all that was recorded safe against a loss of power.
    func settle() throws(Problem)
}
