import CasusCore

/// Writes the rows of statements: the hot path, so what it needs is prepared once.
///
/// The rows of the indexes of sides and days wait until `finish`, and go in sorted: so each page of an index is touched once a transaction,
/// however many statements it holds.
struct StatementWriter {
    private var waitingInvolved: [(code: String, day: Int, row: Int)] = []
    private var waitingDyads: [(pair: Involvement.Dyad, day: Int, row: Int)] = []
    private var waitingDays: [(day: Int, row: Int)] = []
    private let ledger: SQLiteLedger
    private let statement: Prepared
    private let party: Prepared
    private let involved: Prepared
    private let dyad: Prepared
    private let dated: Prepared
    private let held: Prepared
    private let link: Prepared

    /// The place in time of what has no date and whose document has none.
    static let noDay = Int(Int32.max)

    init(ledger: SQLiteLedger) throws(Problem) {
        self.ledger = ledger
        let connection = ledger.connection
        statement = try connection.prepare(
            """
            INSERT INTO statement (sid, document, kind, a, b, type, status, first, last, date, start, stop, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)
        party = try connection.prepare("INSERT INTO party (statement, role, n, actor) VALUES (?, ?, ?, ?)")
        involved = try connection.prepare("INSERT INTO involved (code, day, statement) VALUES (?, ?, ?)")
        dyad = try connection.prepare("INSERT INTO dyad (a, b, day, statement) VALUES (?, ?, ?, ?)")
        dated = try connection.prepare("INSERT INTO dated (day, statement) VALUES (?, ?)")
        held = try connection.prepare(
            "INSERT INTO held (statement, from_reading, until_reading, sentence, rule, confidence) VALUES (?, ?, ?, ?, ?, ?)")
        link = try connection.prepare(
            "INSERT INTO link (statement, relation, n, target, from_reading, until_reading) VALUES (?, ?, ?, ?, ?, ?)")
    }

    /// The number of the new row.
    mutating func insert(_ it: StatementRow, document: Int, published: Day?) throws(Problem) -> Int {
        let (columns, involvement) = (it.columns, it.involvement)
        let row = try insert(it.statement.id, document, it.statement.kind, columns, it.statement.origin.span, it.body)
        var (n, role) = (0, "")
        for part in involvement.parts {
            // Those of one role stand together.
            (n, role) = (part.role == role ? n + 1 : 0, part.role)
            party.bind(1, row)
            party.bind(2, part.role)
            party.bind(3, n)
            party.bind(4, try ledger.number(of: part.actor))
            try party.run()
        }
        let day = columns.first ?? published.map { Int($0.number) } ?? StatementWriter.noDay
        waitingDays.append((day, row))
        for code in involvement.codes { waitingInvolved.append((code, day, row)) }
        for pair in involvement.dyads { waitingDyads.append((pair, day, row)) }
        return row
    }

    /// Writes what waits; called once at the end of a transaction.
    mutating func finish() throws(Problem) {
        waitingInvolved.sort { ($0.code, $0.day, $0.row) < ($1.code, $1.day, $1.row) }
        for (code, day, row) in waitingInvolved {
            involved.bind(1, code)
            involved.bind(2, day)
            involved.bind(3, row)
            try involved.run()
        }
        waitingDyads.sort { ($0.pair, $0.day, $0.row) < ($1.pair, $1.day, $1.row) }
        for (pair, day, row) in waitingDyads {
            dyad.bind(1, pair.a)
            dyad.bind(2, pair.b)
            dyad.bind(3, day)
            dyad.bind(4, row)
            try dyad.run()
        }
        waitingDays.sort { ($0.day, $0.row) < ($1.day, $1.row) }
        for (day, row) in waitingDays {
            dated.bind(1, day)
            dated.bind(2, row)
            try dated.run()
        }
        (waitingInvolved, waitingDyads, waitingDays) = ([], [], [])
    }

    private func insert(
        _ sid: String, _ document: Int, _ kind: String, _ columns: StatementColumns, _ span: Span, _ body: [UInt8]
    ) throws(Problem) -> Int {
        statement.bind(1, sid)
        statement.bind(2, document)
        statement.bind(3, kind)
        statement.bind(4, columns.a)
        statement.bind(5, columns.b)
        statement.bind(6, columns.type)
        statement.bind(7, columns.status)
        statement.bind(8, columns.first)
        statement.bind(9, columns.last)
        statement.bind(10, columns.date)
        statement.bind(11, span.start)
        statement.bind(12, span.end)
        statement.bind(13, utf8: body)
        let row = try statement.step() ? statement.number(0) : 0
        statement.reset()
        return row
    }

    func hold(_ row: Int, from reading: Int, until: Int? = nil, _ origin: Origin) throws(Problem) {
        held.bind(1, row)
        held.bind(2, reading)
        held.bind(3, until)
        held.bind(4, origin.sentence)
        held.bind(5, origin.rule)
        held.bind(6, Double(origin.confidence.inThousandths) / 1000)
        try held.run()
    }

    func link(_ row: LinkRow, from reading: Int, until: Int? = nil) throws(Problem) {
        link.bind(1, row.statement)
        link.bind(2, row.relation)
        link.bind(3, row.n)
        link.bind(4, row.target)
        link.bind(5, reading)
        link.bind(6, until)
        try link.run()
    }
}

extension SQLiteLedger {
    func number(of actor: Actor) throws(Problem) -> Int {
        let name = ActorName(name: actor.name, code: actor.code, sector: actor.sector)
        if let known = actorNumbers[name] { return known }
        var row = try connection.number(
            "SELECT id FROM actor WHERE name = ? AND ifnull(code, '') = ? AND ifnull(sector, '') = ?", .text(actor.name),
            .text(actor.code ?? ""), .text(actor.sector ?? ""))
        if row == nil {
            row = try connection.number(
                "INSERT INTO actor (name, code, sector, cow, gw) VALUES (?, ?, ?, ?, ?) RETURNING id", .text(actor.name),
                Value(actor.code), Value(actor.sector), Value(actor.cow), Value(actor.gw))
        }
        if actorNumbers.count > 200_000 { actorNumbers = [:] }
        actorNumbers[name] = row
        return row!
    }
}
