package import CasusCore

extension SQLiteLedger {
    package func inventory() throws(Problem) -> Inventory {
        try connection.snapshot { () throws(Problem) in try countAll() }
    }

    private func countAll() throws(Problem) -> Inventory {
        func count(_ table: String) throws(Problem) -> Int { try connection.number("SELECT count(*) FROM \(table)") ?? 0 }
        var it = Inventory()
        it.format = "SQLite, form \(Schema.version)"
        it.bytes = try connection.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
        it.texts = try count("text")
        it.documents = try count("document")
        it.readings = try count("reading")
        it.corrections = try count("correction")
        it.forgotten = try count("forgotten")
        it.treaties = try count("treaty")
        it.actors = try count("actor")
        try connection.prepare(
            "SELECT s.kind, count(*) FROM held h JOIN statement s ON s.id = h.statement WHERE h.until_reading IS NULL GROUP BY 1 ORDER BY 1"
        ).each { row throws(Problem) in it.held.append((row.string(0), row.number(1))) }
        it.retracted = try count("statement") - it.held.reduce(0) { $0 + $1.count }
        try connection.prepare(
            "SELECT u.name, count(*) FROM reading r JOIN rule_set u ON u.id = r.rule_set GROUP BY u.id ORDER BY u.id"
        ).each { row throws(Problem) in it.ruleSets.append((row.string(0), row.number(1))) }
        try connection.prepare("SELECT publisher, count(*) FROM document GROUP BY 1 ORDER BY 2 DESC, 1").each { row throws(Problem) in
            it.publishers.append((row.text(0), row.number(1)))
        }
        it.published = try range("SELECT min(published), max(published) FROM document")
        it.happened = try range(
            "SELECT min(first), max(CASE WHEN last < \(StatementWriter.noDay) THEN last ELSE first END) FROM statement WHERE status = 'actual'"
        )
        it.lastReading = try connection.number("SELECT max(finished) FROM reading").map { Instant(seconds: Int64($0)) }
        return it
    }

    package func firstReading(of key: String) throws(Problem) -> Instant? {
        let sql = "SELECT min(r.finished) FROM reading r JOIN document d ON d.id = r.document WHERE d.key = ?"
        return try connection.number(sql, .text(key)).map { Instant(seconds: Int64($0)) }
    }

    package func firstReading() throws(Problem) -> Instant? {
        try connection.number("SELECT finished FROM reading ORDER BY finished, id LIMIT 1").map { Instant(seconds: Int64($0)) }
    }

    private func range(_ sql: String) throws(Problem) -> ClosedRange<Day>? {
        let row = try connection.prepare(sql)
        defer { row.reset() }
        guard try row.step(), let first = row.day(0), let last = row.day(1), first <= last else { return nil }
        return first...last
    }

    package func actors(_ query: StatementQuery) throws(Problem) -> (counts: [ActorCount], looked: Int) {
        try connection.snapshot { () throws(Problem) in
            // Counted over the statements that fit, corrections included: who a correction takes out of a statement does not appear in it.
            if try connection.number("SELECT 1 FROM correction LIMIT 1") != nil {
                let kept = try statements(query).kept
                return (ActorCount.counted(kept), kept.count)
            }
            return try count(query)
        }
    }

    /// From the tables alone: statements that nobody corrected need not be read.
    private func count(_ query: StatementQuery) throws(Problem) -> (counts: [ActorCount], looked: Int) {
        let filter = try Filter(query, try Moment(query.knownBy, connection), connection)
        let fitting = "SELECT s.id AS id, nullif(\(filter.day), \(StatementWriter.noDay)) AS day \(filter.from) WHERE \(filter.conditions)"
        let newest = query.limit.map { " ORDER BY \(filter.day) DESC, s.sid DESC LIMIT \($0)" } ?? ""
        var counts: [ActorCount] = []
        var looked = 0
        try connection.prepare(
            """
            WITH fitting AS MATERIALIZED (\(fitting)\(newest))
            SELECT a.code, a.sector, a.name, count(DISTINCT w.id), min(w.day), max(w.day), (SELECT count(*) FROM fitting)
            FROM fitting w CROSS JOIN party p ON p.statement = w.id JOIN actor a ON a.id = p.actor GROUP BY a.id
            ORDER BY 4 DESC, ifnull(a.code, ''), a.name, ifnull(a.sector, '')
            """
        ).each(filter.values) { row throws(Problem) in
            counts.append(
                ActorCount(
                    code: row.text(0), sector: row.text(1), name: row.string(2), statements: row.number(3), first: row.day(4),
                    last: row.day(5)))
            looked = row.number(6)
        }
        return (counts, looked)
    }
}

extension ActorCount {
    /// Who appears in some statements, each counted once a statement.
    package static func counted(_ kept: [Kept]) -> [ActorCount] {
        struct Name: Hashable {
            var code: String?
            var sector: String?
            var name: String
        }
        var counts: [Name: ActorCount] = [:]
        for it in kept {
            let names = Set(Involvement(it.statement).parts.map { Name(code: $0.actor.code, sector: $0.actor.sector, name: $0.actor.name) })
            for name in names {
                var count = counts[name] ?? ActorCount(code: name.code, sector: name.sector, name: name.name, statements: 0)
                count.statements += 1
                if let day = it.day {
                    count.first = min(count.first ?? day, day)
                    count.last = max(count.last ?? day, day)
                }
                counts[name] = count
            }
        }
        return counts.values.sorted {
            (-$0.statements, $0.code ?? "", $0.name, $0.sector ?? "") < (-$1.statements, $1.code ?? "", $1.name, $1.sector ?? "")
        }
    }
}
