package import CasusCore

extension SQLiteLedger {
    package func correct(_ correction: Correction) throws(Problem) {
        try connection.transaction { () throws(Problem) in try insert(correction) }
    }

    func insert(_ it: Correction) throws(Problem) {
        try connection.prepare("INSERT INTO correction (statement, field, value, by, at, note) VALUES (?, ?, ?, ?, ?, ?)").run(
            .text(it.statement), .text(it.field), .text(it.value), .text(it.by), .integer(Int(it.at.seconds)), Value(it.note))
    }

    package func corrections(knownBy: Instant?) throws(Problem) -> [Correction] {
        var corrections: [Correction] = []
        let rows = try connection.prepare(
            "SELECT statement, field, value, by, at, note FROM correction WHERE ?1 IS NULL OR at <= ?1 ORDER BY id")
        try rows.each([Value(knownBy.map { Int($0.seconds) })]) { row throws(Problem) in
            corrections.append(
                Correction(
                    statement: row.string(0), field: row.string(1), value: row.string(2), by: row.string(3), at: row.instant(4),
                    note: row.text(5)))
        }
        return corrections
    }

    package func forget(_ key: String, at: Instant) throws(Problem) {
        // What is removed shall not be found in free pages either.
        try connection.run("PRAGMA secure_delete = ON;")
        try connection.transaction { () throws(Problem) in
            guard let document = try connection.number("SELECT id FROM document WHERE key = ?", .text(key)),
                let text = try connection.number("SELECT text FROM document WHERE id = ?", .integer(document))
            else { throw Problem(.storage, "no such document", at: key, mend: "casus info --documents lists them") }
            let its = "(SELECT id FROM statement WHERE document = \(document))"
            let sides = try sides(of: document)
            for (code, day, row) in sides.involved {
                try connection.prepare("DELETE FROM involved WHERE code = ? AND day = ? AND statement = ?").run(
                    .text(code), .integer(day), .integer(row))
            }
            for (pair, day, row) in sides.dyads {
                try connection.prepare("DELETE FROM dyad WHERE a = ? AND b = ? AND day = ? AND statement = ?").run(
                    .text(pair.a), .text(pair.b), .integer(day), .integer(row))
            }
            try connection.run(
                """
                DELETE FROM correction WHERE statement IN (SELECT sid FROM statement WHERE document = \(document));
                DELETE FROM link WHERE statement IN \(its);
                DELETE FROM party WHERE statement IN \(its);
                DELETE FROM dated WHERE (day, statement) IN (
                    SELECT coalesce(s.first, d.published, \(StatementWriter.noDay)), s.id
                    FROM statement s JOIN document d ON d.id = s.document WHERE d.id = \(document));
                DELETE FROM held WHERE statement IN \(its);
                DELETE FROM statement WHERE document = \(document);
                DELETE FROM reading WHERE document = \(document);
                DELETE FROM document WHERE id = \(document);
                DELETE FROM actor WHERE id NOT IN (SELECT actor FROM party);
                """)
            if try connection.number("SELECT 1 FROM document WHERE text = ? LIMIT 1", .integer(text)) == nil {
                try connection.run(
                    """
                    INSERT INTO search (search, rowid, body) SELECT 'delete', id, body FROM text WHERE id = \(text);
                    DELETE FROM text WHERE id = \(text);
                    """)
            }
            try connection.prepare("INSERT OR REPLACE INTO forgotten (key, at) VALUES (?, ?)").run(.text(key), .integer(Int(at.seconds)))
        }
        actorNumbers = [:]
        // The index of words keeps old pieces until they are merged.
        try connection.run("INSERT INTO search (search) VALUES ('optimize'); PRAGMA secure_delete = FAST;")
        // Rows that once moved from page to page have left copies in the gaps: only a file that is written anew has none.
        try connection.run("PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY;")
        try settle()
    }

    package func unforget(_ key: String) throws(Problem) -> Bool {
        try connection.transaction { () throws(Problem) in
            let row = try connection.number("DELETE FROM forgotten WHERE key = ? RETURNING 1", .text(key))
            return row != nil
        }
    }

    /// Rows of the indexes of sides, computed anew from what a document's statements say.
    func sides(of document: Int) throws(Problem) -> (involved: [(String, Int, Int)], dyads: [(Involvement.Dyad, Int, Int)]) {
        var involved: [(String, Int, Int)] = []
        var dyads: [(Involvement.Dyad, Int, Int)] = []
        for (row, day, involvement) in try involvements(of: document) {
            involved += involvement.codes.map { ($0, day, row) }
            dyads += involvement.dyads.map { ($0, day, row) }
        }
        return (involved, dyads)
    }

    /// Who is concerned by the statements ever read in a document, as it was when each was first read.
    func involvements(of document: Int) throws(Problem) -> [(row: Int, day: Int, Involvement)] {
        var statements: [(row: Int, day: Int, statement: Statement, first: Int)] = []
        let rows = try connection.prepare(
            """
            SELECT s.id, coalesce(s.first, d.published, \(StatementWriter.noDay)), s.kind, s.sid, s.body,
                (SELECT min(h.from_reading) FROM held h WHERE h.statement = s.id)
            FROM statement s JOIN document d ON d.id = s.document WHERE s.document = ? ORDER BY s.id
            """)
        try rows.each([.integer(document)]) { row throws(Problem) in
            var origin = Origin(sentence: 0, span: Span(0, 0), quote: "", rule: "", confidence: 0)
            origin.id = row.string(3)
            let body = try JSONTree(row.bytes(4), file: "\(connection.path), statement \(origin.id)").root
            statements.append(
                (row.number(0), row.number(1), try Statement(kind: row.string(2), meaning: body, origin: origin), row.number(5)))
        }
        let byRow = Dictionary(uniqueKeysWithValues: statements.map { ($0.row, $0.statement) })
        let firsts = Dictionary(uniqueKeysWithValues: statements.map { ($0.row, $0.first) })
        var told: [Int: [Statement]] = [:]
        let links = try connection.prepare(
            """
            SELECT l.target, l.statement, l.from_reading FROM statement s JOIN link l ON l.statement = s.id
            WHERE s.document = ? AND l.relation = 'claims' ORDER BY l.statement
            """)
        try links.each([.integer(document)]) { row throws(Problem) in
            // A claim's sides are settled when it is first read.
            guard firsts[row.number(0)] == row.number(2), let teller = byRow[row.number(1)], teller.kind != "claim" else { return }
            told[row.number(0), default: []].append(teller)
        }
        return statements.map { ($0.row, $0.day, Involvement($0.statement, told: told[$0.row] ?? [])) }
    }
}
