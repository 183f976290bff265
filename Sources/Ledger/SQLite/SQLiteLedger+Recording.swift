package import CasusCore

extension SQLiteLedger {
    package func standing(of key: String, under rules: String) throws(Problem) -> DocumentStanding {
        let gone = try connection.number("SELECT at FROM forgotten WHERE key = ?", .text(key))
        if let gone { return .forgotten(Instant(seconds: Int64(gone))) }
        let last = try connection.prepare(
            """
            SELECT u.name FROM document d JOIN reading r ON r.document = d.id JOIN rule_set u ON u.id = r.rule_set
            WHERE d.key = ? ORDER BY r.id DESC LIMIT 1
            """)
        defer { last.reset() }
        last.bind(1, key)
        guard try last.step() else { return .unread }
        return last.text(0) == rules ? .current : .outdated
    }

    package func record(_ readings: [DocumentReading]) throws(Problem) -> [Change] {
        do throws(Problem) {
            return try connection.transaction { () throws(Problem) in
                var changes: [Change] = []
                var writer = try StatementWriter(ledger: self)
                for reading in readings { changes.append(try record(reading, &writer)) }
                try writer.finish()
                return changes
            }
        } catch {
            // The numbers that were given out inside have been taken back.
            (actorNumbers, ruleSetNumbers) = ([:], [:])
            throw error
        }
    }

    private func record(_ reading: DocumentReading, _ writer: inout StatementWriter) throws(Problem) -> Change {
        let (document, isNew) = try number(of: reading.document, as: reading.publication)
        let number = try begin(reading, document: document)
        var change = Change()
        var known: [String: Known] = isNew ? [:] : try self.known(of: document)
        var numbers: [String: Int] = [:]
        for row in reading.rows {
            let statement = row.statement
            let origin = statement.origin
            guard let old = known.removeValue(forKey: statement.id) else {
                let place = try writer.insert(row, document: document, published: reading.publication.published)
                try writer.hold(place, from: number, origin)
                numbers[statement.id] = place
                change.added += 1
                continue
            }
            numbers[statement.id] = old.row
            if old.isHeld, old.rule == origin.rule, old.confidence == origin.confidence.inThousandths, old.sentence == origin.sentence {
                change.kept += 1
                continue
            }
            if old.isHeld {
                try release(old.row, at: number)
                change.kept += 1
            } else {
                change.restored += 1
            }
            try writer.hold(old.row, from: number, origin)
        }
        for (_, old) in known.sorted(by: { $0.value.row < $1.value.row }) where old.isHeld {
            try release(old.row, at: number)
            change.retracted += 1
        }
        try recordLinks(of: reading.rows, numbers, document: document, reading: number, isNew: isNew, writer)
        return change
    }

    /// The row of a document; a text is kept once.
    func number(of document: Document, as publication: Publication) throws(Problem) -> (row: Int, isNew: Bool) {
        if let row = try connection.number("SELECT id FROM document WHERE key = ?", .text(publication.key)) { return (row, false) }
        var text = try connection.number("SELECT id FROM text WHERE sha = ?", .text(publication.sha))
        if text == nil {
            let insert = try connection.prepare("INSERT INTO text (sha, body) VALUES (?, ?) RETURNING id")
            insert.bind(1, publication.sha)
            insert.bind(2, utf8: document.text.bytes)
            text = try insert.step() ? insert.number(0) : nil
            insert.reset()
            let index = try connection.prepare("INSERT INTO search (rowid, body) VALUES (?, ?)")
            index.bind(1, text)
            index.bind(2, utf8: document.text.bytes)
            try index.run()
        }
        let row = try connection.number(
            """
            INSERT INTO document (key, text, external_id, published, publisher, title, author, url, body_start)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            .text(publication.key), Value(text), Value(publication.id), Value(publication.published), Value(publication.publisher),
            Value(publication.title), Value(publication.author), Value(publication.url), .integer(document.bodyStart))
        return (row!, true)
    }

    /// The number of a new reading. Readings follow one another in time, whatever the clock says.
    private func begin(_ reading: DocumentReading, document: Int) throws(Problem) -> Int {
        var finished = Int(reading.finished.seconds)
        if let last = try connection.number("SELECT finished FROM reading ORDER BY id DESC LIMIT 1") { finished = max(finished, last) }
        let rules = try number(ofRules: reading.rules)
        return try connection.number(
            "INSERT INTO reading (document, rule_set, finished) VALUES (?, ?, ?) RETURNING id", .integer(document), .integer(rules),
            .integer(finished))!
    }

    func number(ofRules name: String) throws(Problem) -> Int {
        if let known = ruleSetNumbers[name] { return known }
        var row = try connection.number("SELECT id FROM rule_set WHERE name = ?", .text(name))
        if row == nil { row = try connection.number("INSERT INTO rule_set (name) VALUES (?) RETURNING id", .text(name)) }
        ruleSetNumbers[name] = row
        return row!
    }

    private struct Known {
        var row: Int
        var isHeld: Bool
        var rule = ""
        var confidence = 0
        var sentence = 0
    }

    /// What was ever read in a document, by id.
    private func known(of document: Int) throws(Problem) -> [String: Known] {
        var known: [String: Known] = [:]
        let rows = try connection.prepare(
            """
            SELECT s.sid, s.id, h.rule, h.confidence, h.sentence FROM statement s
            LEFT JOIN held h ON h.statement = s.id AND h.until_reading IS NULL WHERE s.document = ?
            """)
        try rows.each([.integer(document)]) { row throws(Problem) in
            known[row.string(0)] = Known(
                row: row.number(1), isHeld: !row.isNull(2), rule: row.string(2), confidence: row.real(3).inThousandths,
                sentence: row.number(4))
        }
        return known
    }

    private func release(_ row: Int, at reading: Int) throws(Problem) {
        try connection.prepare("UPDATE held SET until_reading = ? WHERE statement = ? AND until_reading IS NULL").run(
            .integer(reading), .integer(row))
    }

    /// Links belong to what was read, not to what is stated: another rule set may link the same statements in another way.
    private func recordLinks(
        of rows: [StatementRow], _ numbers: [String: Int], document: Int, reading: Int, isNew: Bool, _ writer: StatementWriter
    ) throws(Problem) {
        var old: Set<LinkRow> = []
        if !isNew {
            let known = try connection.prepare(
                """
                SELECT l.statement, l.relation, l.n, l.target FROM statement s JOIN link l ON l.statement = s.id
                WHERE s.document = ? AND l.until_reading IS NULL
                """)
            try known.each([.integer(document)]) { row throws(Problem) in
                old.insert(LinkRow(statement: row.number(0), relation: row.string(1), n: row.number(2), target: row.number(3)))
            }
        }
        var new: [LinkRow] = []
        for statement in rows.lazy.map(\.statement) {
            for relation in LinkKind.allCases {
                for (n, target) in statement[relation].enumerated() {
                    guard let from = numbers[statement.id], let to = numbers[target] else { continue }
                    new.append(LinkRow(statement: from, relation: relation.rawValue, n: n, target: to))
                }
            }
        }
        let stays = old.intersection(new)
        for link in old.subtracting(stays).sorted() {
            try connection.prepare(
                "UPDATE link SET until_reading = ? WHERE statement = ? AND relation = ? AND n = ? AND until_reading IS NULL"
            ).run(.integer(reading), .integer(link.statement), .text(link.relation), .integer(link.n))
        }
        for link in new where !stays.contains(link) { try writer.link(link, from: reading) }
    }
}

/// A link by the numbers of its statements.
struct LinkRow: Hashable, Comparable {
    var statement: Int
    var relation: String
    var n: Int
    var target: Int

    static func < (a: LinkRow, b: LinkRow) -> Bool { (a.statement, a.relation, a.n) < (b.statement, b.relation, b.n) }
}

extension Double {
    /// As precise as JSON writes it, so that what was written out and taken in again is the same.
    var inThousandths: Int { Int((self * 1000).rounded()) }
}
