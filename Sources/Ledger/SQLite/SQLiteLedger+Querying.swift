package import CasusCore

extension SQLiteLedger {
    /// So many are counted one by one; beyond them a count says "at least".
    static let countable = 1_000

    package func statements(_ query: StatementQuery) throws(Problem) -> Found {
        try connection.snapshot { () throws(Problem) in try find(query) }
    }

    private func find(_ query: StatementQuery) throws(Problem) -> Found {
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
            let byStatement = Dictionary(grouping: corrections, by: \.statement)
            let untouched = rows.filter { byStatement[$0.id] == nil }
            let fitting = try corrected(byStatement, query, moment)
            // Those that fitted as they were read may stand beyond the limit.
            var fitted = rows.count - untouched.count
            if let limit, rows.count == limit { fitted = try filter.count(byStatement.keys.sorted(), connection) }
            total += fitting.count - fitted
            rows = (untouched + fitting).sorted { ($0.day?.number ?? .max, $0.id) < ($1.day?.number ?? .max, $1.id) }
        }
        if let limit = query.limit, rows.count > limit { rows.removeFirst(rows.count - limit) }
        return Found(kept: rows, total: total, isTotalExact: isExact)
    }

    /// The statements that people corrected, with the corrections laid over them, which fit the query now.
    private func corrected(
        _ byStatement: [String: [Correction]], _ query: StatementQuery, _ moment: Moment
    ) throws(Problem) -> [Kept] {
        let touched = try fetch(
            """
            FROM statement s JOIN held h ON h.statement = s.id AND \(moment.holds("h")) JOIN document d ON d.id = s.document
            WHERE s.sid IN (SELECT value FROM json_each(?))
            """, [.text("[" + byStatement.keys.sorted().map { "\"\($0)\"" }.joined(separator: ",") + "]")], moment)
        var fitting: [Kept] = []
        for kept in try laid(byStatement, over: touched, keepsTakenBack: query.keepsTakenBack) {
            let told = kept.statement.kind == "claim" ? try fetchTold(by: kept.id, moment) : []
            if query.matches(kept, Involvement(kept.statement, told: told)) { fitting.append(kept) }
        }
        return fitting
    }

    /// The statements with their corrections laid over them, without those that their texts do not state.
    func laid(
        _ corrections: [String: [Correction]], over statements: [Kept], keepsTakenBack: Bool = false
    ) throws(Problem) -> [Kept] {
        if corrections.isEmpty { return statements }
        var laid: [Kept] = []
        for kept in statements where keepsTakenBack || Statement.isStated(corrections[kept.id] ?? []) {
            var copy = kept
            copy.corrections = corrections[kept.id] ?? []
            copy.statement = try kept.statement.corrected(by: copy.corrections)
            laid.append(copy)
        }
        return laid
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
        try connection.snapshot { () throws(Problem) in try findLinked(to: ids, knownBy: knownBy) }
    }

    private func findLinked(to ids: [String], knownBy: Instant?) throws(Problem) -> [Kept] {
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
            WHERE s.id IN (SELECT value FROM json_each(?))
            """, [.text("[" + rows.sorted().map(String.init).joined(separator: ",") + "]")], moment
        ).filter { !known.contains($0.id) }
        return try laid(Dictionary(grouping: try corrections(knownBy: knownBy), by: \.statement), over: found)
    }

    package func kept(_ id: String) throws(Problem) -> Kept? {
        try connection.snapshot { () throws(Problem) in
            try fetch(
                """
                FROM statement s JOIN document d ON d.id = s.document JOIN held h ON h.statement = s.id
                    AND h.from_reading = (SELECT max(o.from_reading) FROM held o WHERE o.statement = s.id)
                WHERE s.sid = ?
                """, [.text(id)], try Moment(nil, connection)
            ).first
        }
    }

    /// The condition that `document d` comes from one of some sources, as `Publication.isNamed` has it.
    static func comes(from sources: [String]) -> (condition: String, values: [Value]) {
        let source = "(folded(d.publisher) = folded(?) OR d.external_id = ? OR length(?) >= 6 AND d.key >= ? AND d.key < ? || 'g')"
        return (
            "(" + Array(repeating: source, count: sources.count).joined(separator: " OR ") + ")",
            sources.flatMap { source in Array(repeating: Value.text(source), count: 5) }
        )
    }

    package func knows(source: String) throws(Problem) -> Bool {
        let found = try connection.number(
            """
            SELECT 1 FROM document WHERE folded(publisher) = folded(?1) OR external_id = ?1
                OR length(?1) >= 6 AND key >= ?1 AND key < ?1 || 'g' LIMIT 1
            """, .text(source))
        return found != nil
    }

    package func names(like word: String) throws(Problem) -> [String] {
        var names: [String] = []
        let rows = try connection.prepare(
            """
            SELECT coalesce(code, name), count(*) FROM actor WHERE lower(code) = lower(?1)
                OR folded(name) = folded(?1) AND (code IS NULL OR sector IS NULL) GROUP BY 1 ORDER BY 2 DESC, 1
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
struct Filter {
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
        let union = walks.map { "SELECT x.statement FROM \($0.table) x WHERE \($0.condition)" }.joined(separator: " UNION ")
        let walked = walks.isEmpty ? "SELECT 0 AS statement" : union
        if query.sides.isEmpty, query.ids.isEmpty, query.document == nil {
            // Sorted by day already.
            from = "FROM dated x CROSS JOIN statement s ON s.id = x.statement \(join)"
            day = "x.day"
        } else if query.sides.isEmpty {
            from = "FROM statement s \(join)"
        } else if !query.ids.isEmpty {
            from = "FROM statement s \(join)"
            add("s.id IN (\(walked))", walks.flatMap(\.values))
        } else if walks.count == 1 {
            // The index of the side or the pair is sorted by day already.
            from = "FROM \(walks[0].table) x CROSS JOIN statement s ON s.id = x.statement \(join)"
            day = "x.day"
            add(walks[0].condition, walks[0].values)
        } else {
            from = "FROM (\(walked)) w CROSS JOIN statement s ON s.id = w.statement \(join)"
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
        if let day = query.publishedBy { add("(d.published IS NULL OR d.published <= ?)", [Value(day)]) }
        if let toldBy = query.toldBy { add("(d.published IS NULL OR d.published <= ? OR \(day) <= ?)", [Value(toldBy), Value(toldBy)]) }
        if let before = query.before {
            let place = Value.integer(before.day == StatementPlace.noDay ? StatementWriter.noDay : Int(before.day))
            add("(\(day) < ? OR \(day) = ? AND s.sid < ?)", [place, place, .text(before.id)])
        }
        if !query.sources.isEmpty {
            let (condition, values) = SQLiteLedger.comes(from: query.sources)
            add(condition, values)
        }
        conditions = all.isEmpty ? "1" : all.joined(separator: " AND ")
        self.values = values
    }

    /// How many of some statements fit.
    func count(_ ids: [String], _ connection: Connection) throws(Problem) -> Int {
        let marks = Array(repeating: "?", count: ids.count).joined(separator: ", ")
        let count = try connection.prepare("SELECT count(*) \(from) WHERE \(conditions) AND s.sid IN (\(marks))")
        defer { count.reset() }
        count.bind(values + ids.map { .text($0) })
        return try count.step() ? count.number(0) : 0
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
