import CasusCore

/// A statement in the form in which it is kept.
struct StatementRow: Sendable {
    let statement: Statement
    let involvement: Involvement
    let columns: StatementColumns
    /// Its meaning as JSON.
    let body: [UInt8]

    init(_ statement: Statement, _ involvement: Involvement) {
        self.statement = statement
        self.involvement = involvement
        columns = StatementColumns(statement, involvement)
        body = statement.meaning
    }
}

/// The columns of a statement that questions look at; everything else is in its body.
struct StatementColumns: Equatable, Sendable {
    var a: String?
    var b: String?
    var type: String?
    var status: String?
    /// The days that its date can mean; of an open end the end of time.
    var first: Int?
    var last: Int?
    var date: String?

    init(_ statement: Statement, _ involvement: Involvement) {
        let sides = involvement.parts.map { ($0.role, $0.actor.side) }
        a = sides.first?.1
        let others = sides.dropFirst()
        b = (others.first { $0.0 != sides[0].0 } ?? others.first)?.1
        type = statement.typeName
        status = statement.status?.rawValue
        if let happened = statement.happened {
            date = happened.description
            first = happened.earliest.map { Int($0.number) }
            last = happened.latest.map { Int($0.number) } ?? Int(Int32.max)
        }
    }
}
