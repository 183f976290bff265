package import CasusCore

extension SQLiteLedger {
    /// So many faults are listed; more of them say nothing new.
    private static let most = 1000

    package func faults(progress: (Int, Int) -> Void) throws(Problem) -> [String] {
        try connection.snapshot { () throws(Problem) in try allFaults(progress) }
    }

    private func allFaults(_ progress: (Int, Int) -> Void) throws(Problem) -> [String] {
        var faults = try fileFaults()
        // A damaged file gives wrong answers to everything else.
        if !faults.isEmpty { return faults }
        faults += try tableFaults()
        var keys: [(row: Int, key: String)] = []
        try connection.prepare("SELECT id, key FROM document ORDER BY id").each { row throws(Problem) in
            keys.append((row.number(0), row.string(1)))
        }
        var sizes = IndexSizes()
        for (index, (row, key)) in keys.enumerated() {
            if index % 64 == 0 { progress(index, keys.count) }
            faults += try documentFaults(row, key, &sizes)
            if faults.count > SQLiteLedger.most { return faults }
        }
        return faults + (try surplusFaults(sizes, keys.map(\.row)))
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
                "statement %: is missing in the index of days",
                """
                SELECT s.sid FROM statement s JOIN document d ON d.id = s.document WHERE NOT EXISTS (
                    SELECT 1 FROM dated x WHERE x.statement = s.id AND x.day = coalesce(s.first, d.published, \(StatementWriter.noDay)))
                """
            ),
            (
                "statement %: stands more than once in the index of days",
                "SELECT s.sid FROM dated x JOIN statement s ON s.id = x.statement GROUP BY s.id HAVING count(*) > 1"
            ),
            (
                "statement %: held from or until a reading of another document",
                """
                SELECT s.sid FROM held h JOIN statement s ON s.id = h.statement JOIN reading r ON r.id IN (h.from_reading, h.until_reading)
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
                "statement %: linked where one of the two is not held",
                """
                SELECT s.sid FROM link l JOIN statement s ON s.id = l.statement WHERE l.until_reading IS NULL
                    AND (SELECT count(DISTINCT h.statement) FROM held h WHERE h.statement IN (l.statement, l.target) AND h.until_reading IS NULL)
                        < 1 + (l.statement <> l.target)
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
    private func documentFaults(_ number: Int, _ key: String, _ sizes: inout IndexSizes) throws(Problem) -> [String] {
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
        // Where a body is no statement, who is concerned cannot be told; below it is named.
        let known = (try? self.involvements(of: number)) ?? []
        let involvements = Dictionary(uniqueKeysWithValues: known.map { ($0.row, ($0.day, $0.2)) })
        var names: [Int: String] = [:]
        try connection.prepare(
            "SELECT id, sid, kind, start, stop, body, a, b, type, status, first, last, date FROM statement WHERE document = ? ORDER BY id"
        ).each([.integer(number)]) { row throws(Problem) in
            let (id, span) = (row.string(1), Span(row.number(3), row.number(4)))
            names[row.number(0)] = id
            if span.start >= span.end || span.end > length {
                faults.append("statement \(id): its span \(span.start)-\(span.end) lies outside its text of \(length) characters")
            }
            var origin = Origin(sentence: 0, span: span, quote: "", rule: "", confidence: 0)
            origin.id = id
            let statement: Statement
            do throws(Problem) {
                statement = try Statement(
                    kind: row.string(2), meaning: JSONTree(row.bytes(5), file: "body").root, origin: origin)
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
        return faults + (try indexFaults(involvements, names, &sizes))
    }

    /// Whether the actors and the indexes of sides hold what the statements say.
    private func indexFaults(
        _ involvements: [Int: (Int, Involvement)], _ names: [Int: String], _ sizes: inout IndexSizes
    ) throws(Problem) -> [String] {
        var faults: [String] = []
        for (row, (day, involvement)) in involvements.sorted(by: { $0.key < $1.key }) {
            sizes.involved += involvement.codes.count
            sizes.dyad += involvement.dyads.count
            let name = names[row] ?? ""
            if try parties(of: row) != involvement.parts.map({ $0.role + " " + $0.actor.inLedger }).sorted() {
                faults.append("statement \(name): its parties are not those that its body names")
            }
            for code in involvement.codes {
                let found = try connection.number(
                    "SELECT 1 FROM involved WHERE code = ? AND day = ? AND statement = ?", .text(code), .integer(day), .integer(row))
                if found == nil { faults.append("statement \(name): is missing in the index of sides at \(code)") }
            }
            for pair in involvement.dyads {
                let found = try connection.number(
                    "SELECT 1 FROM dyad WHERE a = ? AND b = ? AND day = ? AND statement = ?", .text(pair.a), .text(pair.b), .integer(day),
                    .integer(row))
                if found == nil { faults.append("statement \(name): is missing in the index of pairs at \(pair.a) and \(pair.b)") }
            }
        }
        return faults
    }

    private func parties(of statement: Int) throws(Problem) -> [String] {
        var parties: [String] = []
        try connection.prepare(
            "SELECT p.role, a.name, a.code, a.sector FROM party p JOIN actor a ON a.id = p.actor WHERE p.statement = ?"
        ).each([.integer(statement)]) { row throws(Problem) in
            let actor = Actor(code: row.text(2), sector: row.text(3), name: row.string(1), text: "")
            parties.append(row.string(0) + " " + actor.inLedger)
        }
        return parties.sorted()
    }

    /// Rows of the indexes of sides that no statement gives. They are looked for only where there are more than there should be.
    private func surplusFaults(_ sizes: IndexSizes, _ documents: [Int]) throws(Problem) -> [String] {
        var faults: [String] = []
        for (table, size, words) in [("involved", sizes.involved, "sides"), ("dyad", sizes.dyad, "pairs")] {
            if try connection.number("SELECT count(*) FROM \(table)") == size { continue }
            var found: [Int: Int] = [:]
            try connection.prepare("SELECT statement, count(*) FROM \(table) GROUP BY statement").each { row throws(Problem) in
                found[row.number(0)] = row.number(1)
            }
            for document in documents {
                for (row, _, involvement) in (try? involvements(of: document)) ?? [] {
                    let due = table == "dyad" ? involvement.dyads.count : involvement.codes.count
                    guard let rows = found[row], rows > due else { continue }
                    let statement = try connection.prepare("SELECT sid FROM statement WHERE id = ?")
                    try statement.each([.integer(row)]) { row throws(Problem) in
                        faults.append("statement \(row.string(0)): stands \(rows) times in the index of \(words), and should \(due) times")
                    }
                }
            }
        }
        return faults
    }
}

/// How many rows the indexes of sides should have.
private struct IndexSizes {
    var involved = 0
    var dyad = 0
}

extension Actor {
    /// What the ledger keeps of the actor beside the statement's body.
    fileprivate var inLedger: String { [name, code ?? "", sector ?? ""].joined(separator: "\u{1F}") }
}

extension Statement {
    fileprivate var dutyQuotes: [String] {
        if case .agreement(let agreement) = self { agreement.duties.map(\.quote) } else { [] }
    }
}
