package import CasusCore

extension SQLiteLedger {
    /// So many faults are listed; more of them say nothing new.
    private static let most = 1000

    package func faults(progress: (Int, Int) -> Void) throws(Problem) -> [String] {
        var faults = try fileFaults()
        // A damaged file gives wrong answers to everything else.
        if !faults.isEmpty { return faults }
        faults += try tableFaults()
        var keys: [(row: Int, key: String)] = []
        try connection.prepare("SELECT id, key FROM document ORDER BY id").each { row throws(Problem) in
            keys.append((row.number(0), row.string(1)))
        }
        for (index, (row, key)) in keys.enumerated() {
            if index % 64 == 0 { progress(index, keys.count) }
            faults += try documentFaults(row, key)
            if faults.count > SQLiteLedger.most { break }
        }
        return faults
    }

    private func fileFaults() throws(Problem) -> [String] {
        var faults: [String] = []
        try connection.prepare("PRAGMA quick_check(20)").each { row throws(Problem) in
            if row.string(0) != "ok" { faults.append("file: " + row.string(0)) }
        }
        try connection.prepare("PRAGMA foreign_key_check").each { row throws(Problem) in
            if faults.count < SQLiteLedger.most {
                faults.append("table \(row.string(0)), row \(row.string(1)): belongs to no row of \(row.string(2))")
            }
        }
        return faults
    }

    /// What can be told from the tables alone.
    private func tableFaults() throws(Problem) -> [String] {
        let checks = [
            (
                "statement %: held never",
                "SELECT sid FROM statement s WHERE NOT EXISTS (SELECT 1 FROM held h WHERE h.statement = s.id)"
            ),
            (
                "statement %: held from a reading of another document",
                """
                SELECT s.sid FROM held h JOIN statement s ON s.id = h.statement JOIN reading r ON r.id = h.from_reading
                WHERE r.document <> s.document
                """
            ),
            (
                "statement %: held until before it was held",
                "SELECT s.sid FROM held h JOIN statement s ON s.id = h.statement WHERE h.until_reading <= h.from_reading"
            ),
            (
                "statement %: held twice at one time",
                """
                SELECT s.sid FROM held h JOIN held o ON o.statement = h.statement AND o.from_reading > h.from_reading
                    AND (h.until_reading IS NULL OR o.from_reading < h.until_reading) JOIN statement s ON s.id = h.statement
                """
            ),
            (
                "statement %: linked to a statement of another document",
                "SELECT s.sid FROM link l JOIN statement s ON s.id = l.statement JOIN statement t ON t.id = l.target WHERE t.document <> s.document"
            ),
            (
                "statement %: linked to a statement that is not held",
                """
                SELECT s.sid FROM link l JOIN statement s ON s.id = l.statement WHERE l.until_reading IS NULL
                    AND NOT EXISTS (SELECT 1 FROM held h WHERE h.statement = l.target AND h.until_reading IS NULL)
                """
            ),
            (
                "reading %: finished before the one before it",
                "SELECT id FROM (SELECT id, finished, lag(finished) OVER (ORDER BY id) AS last FROM reading) WHERE finished < last"
            ),
            ("document %: was forgotten, and is still there", "SELECT key FROM document WHERE key IN (SELECT key FROM forgotten)"),
            ("document %: was never read", "SELECT key FROM document d WHERE NOT EXISTS (SELECT 1 FROM reading r WHERE r.document = d.id)"),
            (
                "text %: belongs to no document",
                "SELECT sha FROM text t WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.text = t.id)"
            ),
            (
                "correction of %: no such statement",
                "SELECT statement FROM correction c WHERE NOT EXISTS (SELECT 1 FROM statement s WHERE s.sid = c.statement)"
            ),
        ]
        var faults: [String] = []
        for (message, sql) in checks {
            try connection.prepare(sql + " LIMIT 100").each { row throws(Problem) in
                faults.append(message.replacing("%", with: row.string(0)))
            }
        }
        // The check is written as an insertion, which a reader may not do.
        if writes {
            do throws(Problem) {
                try connection.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            } catch {
                faults.append("search: the index of words does not agree with the texts")
            }
        }
        return faults
    }

    /// Hashes, quotes, dates and counts of one document.
    private func documentFaults(_ number: Int, _ key: String) throws(Problem) -> [String] {
        var faults: [String] = []
        guard let document = try document(key) else { return ["document \(key): has no text"] }
        let publication = try publication(number)
        let sha = SHA256.hex(document.text.bytes)
        if sha != publication.sha { faults.append("document \(key): its text was changed (the hash is \(sha), not \(publication.sha))") }
        if document.key(sha: publication.sha) != key {
            faults.append(
                "document \(key): date, publisher or address were changed, for its key would be \(document.key(sha: publication.sha))")
        }
        let length = document.text.codePoints(before: document.text.bytes.count)
        let body = document.text.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let involvements = Dictionary(uniqueKeysWithValues: try involvements(of: number).map { ($0.row, ($0.day, $0.2)) })
        try connection.prepare(
            "SELECT id, sid, kind, start, stop, body, a, b, type, status, first, last, date FROM statement WHERE document = ? ORDER BY id"
        ).each([.integer(number)]) { row throws(Problem) in
            let (id, span) = (row.string(1), Span(row.number(3), row.number(4)))
            if span.start >= span.end || span.end > length {
                faults.append("statement \(id): its span \(span.start)-\(span.end) lies outside its text of \(length) characters")
            }
            var origin = Origin(sentence: 0, span: span, quote: "", rule: "", confidence: 0)
            origin.id = id
            let statement: Statement
            do throws(Problem) {
                statement = try Statement(
                    kind: row.string(2), meaning: JSONTree(row.bytes(5), file: "body", isText: true).root, origin: origin)
            } catch {
                faults.append("statement \(id): " + error.description)
                return
            }
            let name = statement.identified(in: document, key: key).id
            if name != id { faults.append("statement \(id): was changed, for its id would be \(name)") }
            for duty in statement.dutyQuotes where !body.contains(duty.split(whereSeparator: \.isWhitespace).joined(separator: " ")) {
                faults.append("statement \(id): the words of a duty do not stand in its text: \(duty)")
            }
            guard let (_, involvement) = involvements[row.number(0)] else { return }
            let columns = StatementColumns(statement, involvement)
            let stored = [row.text(6), row.text(7), row.text(8), row.text(9), row.text(10), row.text(11), row.text(12)]
            let meant = [
                columns.a, columns.b, columns.type, columns.status, columns.first.map(String.init), columns.last.map(String.init),
                columns.date,
            ]
            for (column, (is_, should)) in zip(["a", "b", "type", "status", "first", "last", "date"], zip(stored, meant))
            where is_ != should {
                faults.append("statement \(id): \(column) is \(is_ ?? "null") where its body says \(should ?? "null")")
            }
        }
        return faults + (try indexFaults(involvements, key))
    }

    /// Whether the indexes of sides hold just what the statements say.
    private func indexFaults(_ involvements: [Int: (Int, Involvement)], _ key: String) throws(Problem) -> [String] {
        var faults: [String] = []
        for (row, (day, involvement)) in involvements.sorted(by: { $0.key < $1.key }) {
            let parties = try connection.number("SELECT count(*) FROM party WHERE statement = ?", .integer(row)) ?? 0
            var found = parties == involvement.parts.count
            for code in involvement.codes where found {
                found =
                    try connection.number(
                        "SELECT 1 FROM involved WHERE code = ? AND day = ? AND statement = ?", .text(code), .integer(day), .integer(row))
                    != nil
            }
            for pair in involvement.dyads where found {
                found =
                    try connection.number(
                        "SELECT 1 FROM dyad WHERE a = ? AND b = ? AND day = ? AND statement = ?", .text(pair.a), .text(pair.b),
                        .integer(day),
                        .integer(row)) != nil
            }
            if !found { faults.append("document \(key), statement row \(row): its parties and the indexes of sides do not agree") }
        }
        return faults
    }
}

extension Statement {
    fileprivate var dutyQuotes: [String] {
        if case .agreement(let agreement) = self { agreement.duties.map(\.quote) } else { [] }
    }
}
