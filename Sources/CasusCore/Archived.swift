/// A part of a ledger on its way into another one.
package enum Archived: Sendable {
    case document(Document, Publication)
    /// - Parameter number: readings are numbered through the whole ledger, from 1.
    case reading(number: Int, document: String, rules: String, finished: Instant)
    /// A statement with the times in which it and its links were held, by numbers of readings.
    case statement(Statement, holdings: [ArchivedHolding], links: [ArchivedLink])
    case correction(Correction)
    case forgotten(key: String, at: Instant)
    case treaty(StoredTreaty)
}

package struct ArchivedHolding: Sendable, Equatable {
    package var from: Int
    package var until: Int?
    package var sentence: Int
    package var rule: String
    package var confidence: Double

    package init(from: Int, until: Int?, sentence: Int, rule: String, confidence: Double) {
        (self.from, self.until, self.sentence, self.rule, self.confidence) = (from, until, sentence, rule, confidence)
    }
}

package struct ArchivedLink: Sendable, Equatable {
    package var relation: LinkKind
    package var number: Int
    package var target: String
    package var from: Int
    package var until: Int?

    package init(relation: LinkKind, number: Int, target: String, from: Int, until: Int?) {
        (self.relation, self.number, self.target, self.from, self.until) = (relation, number, target, from, until)
    }
}

/// A treaty of a user's own, as the JSON of its file.
package struct StoredTreaty: Sendable, Equatable {
    package var id: String
    package var title: String
    package var signed: String
    package var json: String
    /// Who owes what to whom, for those who query the file: debtor, creditor, kind, article.
    package var duties: [[String]]

    package init(id: String, title: String, signed: String, json: String, duties: [[String]]) {
        (self.id, self.title, self.signed, self.json, self.duties) = (id, title, signed, json, duties)
    }
}
