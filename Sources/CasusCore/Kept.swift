/// A statement as a ledger keeps it: beside its document, with the time it was recorded and what people corrected in it.
public struct Kept: Sendable {
    /// What the text says, with the corrections applied.
    public var statement: Statement
    public var publication: Publication
    /// When the ledger first held it.
    public var recorded: Instant
    /// In the order in which they were made; the later one counts.
    public var corrections: [Correction]

    public init(_ statement: Statement, in publication: Publication, recorded: Instant, corrections: [Correction] = []) {
        self.statement = statement
        self.publication = publication
        self.recorded = recorded
        self.corrections = corrections
    }

    public var id: String { statement.id }

    /// The day by which it is sorted: that on which it happened; where no date is known, or nothing happens in it, that of publication.
    public var day: Day? { statement.happened?.earliest ?? publication.published }
}

extension Statement {
    /// When what it tells happened; nil of claims and questions, and where no date is known.
    public var happened: EDTF? {
        switch self {
        case .event(let event): event.date
        case .agreement(let agreement): agreement.signed
        case .claim, .question: nil
        }
    }

    /// Nil of claims and questions.
    public var status: Status? {
        switch self {
        case .event(let event): event.status
        case .agreement(let agreement): agreement.status
        case .claim, .question: nil
        }
    }
}
