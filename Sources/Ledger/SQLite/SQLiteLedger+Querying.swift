package import CasusCore

extension SQLiteLedger {
    /// So many are counted one by one; beyond them a count says "at least".
    static let countable = 1_000

    package func statements(_ query: StatementQuery) throws(Problem) -> Found {
        let moment = try Moment(query.knownBy, connection)
        let corrections = try corrections(knownBy: query.knownBy)
        let filter = try Filter(query, moment, connection)
        let more = Set(corrections.map(\.statement)).count
        let limit = query.limit.map { $0 + more }
        var rows = try fetch(
            "\(filter.from) WHERE \(filter.conditions) ORDER BY \(filter.day) DESC, s.sid DESC" + (limit.map { " LIMIT \($0)" } ?? ""),
            filter.values, moment)
        var total = rows.count
        var isExact = true
        if let limit, rows.count == limit {
            let counted = "SELECT 1 \(filter.from) WHERE \(filter.conditions) LIMIT \(SQLiteLedger.countable + 1)"
            let count = try connection.prepare("SELECT count(*) FROM (\(counted))")
            defer { count.reset() }
            count.bind(filter.values)
            total = try count.step() ? count.number(0) : 0
            isExact = total <= SQLiteLedger.countable
        }
        if !corrections.isEmpty {
            let before = rows.count
            rows = try corrected(rows, corrections, query, moment)
            total += rows.count - before
        }
        if let limit = query.limit, rows.count > limit { rows.removeFirst(rows.count - limit) }
        return Found(kept: rows, total: total, isTotalExact: isExact)
    }

    /// Lays the corrections over the statements, leaves out those that no longer fit the query, and takes in those that do now.
    private func corrected(
        _ rows: [Kept], _ corrections: [Correction], _ query: StatementQuery, _ moment: Moment
    ) throws(Problem) -> [Kept] {
        let byStatement = Dictionary(grouping: corrections, by: \.statement)
        let untouched = rows.filter { byStatement[$0.id] == nil }
        let ids = byStatement.keys.sorted()
        let marks = Array(repeating: "?", count: ids.count).joined(separator: ", ")
        let touched = try fetch(
            """
            FROM statement s JOIN held h ON h.statement = s.id AND \(moment.holds("h")) JOIN document d ON d.id = s.document
            WHERE s.sid IN (\(marks))
            """, ids.map { .text($0) }, moment)
        var fitting: [Kept] = []
        for kept in touched {
            let made = byStatement[kept.id] ?? []
            if !Statement.isStated(made), !query.keepsTakenBack { continue }
            var copy = kept
            copy.statement = try kept.statement.corrected(by: made)
            copy.corrections = made
            let told = copy.statement.kind == "claim" ? try fetchTold(by: copy.id, moment) : []
            if query.matches(copy, Involvement(copy.statement, told: told)) { fitting.append(copy) }
        }
        return (untouched + fitting).sorted { ($0.day?.number ?? .max, $0.id) < ($1.day?.number ?? .max, $1.id) }
    }

    private func fetchTold(by claim: String, _ moment: Moment) throws(Problem) -> [Statement] {
        try fetch(
            """
            FROM statement c JOIN link l ON l.target = c.id AND l.relation = 'claims' AND \(moment.holds("l"))
            JOIN statement s ON s.id = l.statement JOIN held h ON h.statement = s.id AND \(moment.holds("h"))
            JOIN document d ON d.id = s.document WHERE c.sid = ?
            """, [.text(claim)], moment
        ).map(\.statement).filter { $0.kind != "claim" }
    }

    package func linked(to ids: [String], knownBy: Instant?) throws(Problem) -> [Kept] {
        let moment = try Moment(knownBy, connection)
        var rows: Set<Int> = []
        let known = Set(ids)
        for id in ids.sorted() {
            let links = try connection.prepare(
                """
                SELECT l.target FROM statement s JOIN link l ON l.statement = s.id WHERE s.sid = ?1 AND \(moment.holds("l"))
                UNION SELECT l.statement FROM statement s JOIN link l ON l.target = s.id WHERE s.sid = ?1 AND \(moment.holds("l"))
                """)
            try links.each([.text(id)]) { row throws(Problem) in rows.insert(row.number(0)) }
        }
        let found = try fetch(
            """
            FROM statement s JOIN held h ON h.statement = s.id AND \(moment.holds("h")) JOIN document d ON d.id = s.document
            WHERE s.id IN (\(rows.sorted().map(String.init).joined(separator: ", ")))
            """, [], moment
        ).filter { !known.contains($0.id) }
        let made = Dictionary(grouping: try corrections(knownBy: knownBy), by: \.statement)
        if made.isEmpty { return found }
        var laid: [Kept] = []
        for kept in found where Statement.isStated(made[kept.id] ?? []) {
            var copy = kept
            copy.corrections = made[kept.id] ?? []
            copy.statement = try kept.statement.corrected(by: copy.corrections)
            laid.append(copy)
        }
        return laid
    }

    package func kept(_ id: String) throws(Problem) -> Kept? {
        try fetch(
            """
            FROM statement s JOIN document d ON d.id = s.document JOIN held h ON h.statement = s.id
                AND h.from_reading = (SELECT max(o.from_reading) FROM held o WHERE o.statement = s.id)
            WHERE s.sid = ?
            """, [.text(id)], try Moment(nil, connection)
        ).first
    }

    package func knows(source: String) throws(Problem) -> Bool {
        let found = try connection.number(
            """
            SELECT 1 FROM document WHERE lower(publisher) = lower(?1) OR external_id = ?1
                OR length(?1) >= 6 AND key >= ?1 AND key < ?1 || 'g' LIMIT 1
            """, .text(source))
        return found != nil
    }

    package func names(like word: String) throws(Problem) -> [String] {
        var names: [String] = []
        let rows = try connection.prepare(
            """
            SELECT coalesce(code, name), count(*) FROM actor WHERE lower(code) = lower(?1)
                OR lower(name) = lower(?1) AND (code IS NULL OR sector IS NULL) GROUP BY 1 ORDER BY 2 DESC, 1
            """)
        try rows.each([.text(word)]) { row throws(Problem) in names.append(row.string(0)) }
        return names
    }

    package func ids(beginning digits: String) throws(Problem) -> [String] {
        var ids: [String] = []
        let rows = try connection.prepare("SELECT sid FROM statement WHERE sid >= ?1 AND sid < ?1 || 'g' ORDER BY sid LIMIT 5")
        try rows.each([.text(digits)]) { row throws(Problem) in ids.append(row.string(0)) }
        return ids
    }

    package func history(of id: String) throws(Problem) -> [Holding] {
        var history: [Holding] = []
        let rows = try connection.prepare(
            """
            SELECT f.finished, u.finished, fr.name, ur.name, h.rule, h.confidence, h.sentence
            FROM statement s JOIN held h ON h.statement = s.id
            JOIN reading f ON f.id = h.from_reading JOIN rule_set fr ON fr.id = f.rule_set
            LEFT JOIN reading u ON u.id = h.until_reading LEFT JOIN rule_set ur ON ur.id = u.rule_set
            WHERE s.sid = ? ORDER BY h.from_reading
            """)
        try rows.each([.text(id)]) { row throws(Problem) in
            history.append(
                Holding(
                    from: row.instant(0), until: row.isNull(1) ? nil : row.instant(1), fromRules: row.string(2), untilRules: row.text(3),
                    rule: row.string(4), confidence: row.real(5), sentence: row.number(6)))
        }
        return history
    }
}

/// A query as the tables that it walks and the conditions on them.
private struct Filter {
    var from: String
    var conditions: String
    var values: [Value] = []
    /// What statements are sorted by.
    var day = "coalesce(s.first, d.published, \(StatementWriter.noDay))"

    init(_ query: StatementQuery, _ moment: Moment, _ connection: Connection) throws(Problem) {
        let join = "JOIN held h ON h.statement = s.id AND \(moment.holds("h")) JOIN document d ON d.id = s.document"
        var all: [String] = []
        var values: [Value] = []
        func add(_ condition: String, _ more: [Value] = []) {
            all.append(condition)
            values += more
        }
        func oneOf(_ column: String, _ words: some Collection<String>) {
            if words.isEmpty { return }
            let marks = Array(repeating: "?", count: words.count).joined(separator: ", ")
            add("\(column) IN (\(marks))", words.sorted().map { .text($0) })
        }
        let walks = try Filter.walks(query.sides, connection)
        if query.sides.isEmpty || !query.ids.isEmpty {
            from = "FROM statement s \(join)"
        } else if walks.count == 1 {
            // The index of the side or the pair is sorted by day already.
            from = "FROM \(walks[0].table) x CROSS JOIN statement s ON s.id = x.statement \(join)"
            day = "x.day"
            add(walks[0].condition, walks[0].values)
        } else {
            let union = walks.map { "SELECT x.statement FROM \($0.table) x WHERE \($0.condition)" }.joined(separator: " UNION ")
            from = "FROM (\(walks.isEmpty ? "SELECT 0 AS statement" : union)) w CROSS JOIN statement s ON s.id = w.statement \(join)"
            values += walks.flatMap(\.values)
        }
        oneOf("s.sid", query.ids)
        if let document = query.document { add("d.key = ?", [.text(document)]) }
        oneOf("s.kind", query.kinds)
        oneOf("s.type", query.types)
        oneOf("s.type", query.stances)
        if !query.stances.isEmpty { add("s.kind = 'claim'") }
        oneOf("s.status", query.statuses.map(\.rawValue))
        if query.to != nil || query.from != nil { add("\(day) < \(StatementWriter.noDay)") }
        if let to = query.to { add("\(day) <= ?", [Value(to)]) }
        if let from = query.from { add("coalesce(s.last, d.published, -1) >= ?", [Value(from)]) }
        if !query.sources.isEmpty {
            let source = "(lower(d.publisher) = lower(?) OR d.external_id = ? OR length(?) >= 6 AND d.key >= ? AND d.key < ? || 'g')"
            add(
                "(" + Array(repeating: source, count: query.sources.count).joined(separator: " OR ") + ")",
                query.sources.flatMap { source in Array(repeating: Value.text(source), count: 5) })
        }
        conditions = all.isEmpty ? "1" : all.joined(separator: " AND ")
        self.values = values
    }

    private struct Walk {
        var table: String
        var condition: String
        var values: [Value]
    }

    /// The stretches of the indexes that hold the sides; those that are empty are left out.
    private static func walks(_ sides: [Set<String>], _ connection: Connection) throws(Problem) -> [Walk] {
        var walks: [Walk] = []
        if sides.count == 1 {
            walks = sides[0].sorted().map { Walk(table: "involved", condition: "x.code = ?", values: [.text($0)]) }
        } else if sides.count > 1 {
            let pairs = Set(sides[0].flatMap { a in sides[1].filter { $0 != a }.map { Involvement.Dyad(a, $0) } })
            walks = pairs.sorted().map {
                Walk(table: "dyad", condition: "x.a = ? AND x.b = ?", values: [.text($0.a), .text($0.b)])
            }
        }
        if walks.count < 2 { return walks }
        var present: [Walk] = []
        for walk in walks {
            let probe = try connection.prepare("SELECT 1 FROM \(walk.table) x WHERE \(walk.condition) LIMIT 1")
            probe.bind(walk.values)
            if try probe.step() { present.append(walk) }
            probe.reset()
        }
        return present
    }
}
