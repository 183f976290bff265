package import CasusCore

extension SQLiteLedger {
    /// Statements with their documents and links, in the order of their days, ties by id.
    ///
    /// - Parameter clause: what follows the columns; it names `statement s`, `held h` and `document d`.
    func fetch(_ clause: String, _ values: [Value], _ moment: Moment) throws(Problem) -> [Kept] {
        let rows = try connection.prepare(
            """
            SELECT s.id, s.sid, s.kind, s.start, s.stop, s.body, h.sentence, h.rule, h.confidence, d.id,
                (SELECT substr(t.body, s.start + 1, s.stop - s.start) FROM text t WHERE t.id = d.text),
                (SELECT r.finished FROM held o JOIN reading r ON r.id = o.from_reading WHERE o.statement = s.id
                    ORDER BY o.from_reading LIMIT 1)
            \(clause)
            """)
        var found: [(row: Int, document: Int, statement: Statement, recorded: Instant)] = []
        try rows.each(values) { row throws(Problem) in
            var origin = Origin(
                sentence: row.number(6), span: Span(row.number(3), row.number(4)), quote: row.string(10), rule: row.string(7),
                confidence: row.real(8))
            origin.id = row.string(1)
            let body = try JSONTree(row.bytes(5), file: "\(connection.path), statement \(origin.id)").root
            found.append((row.number(0), row.number(9), try Statement(kind: row.string(2), meaning: body, origin: origin), row.instant(11)))
        }
        var publications: [Int: Publication] = [:]
        var kept: [Kept] = []
        kept.reserveCapacity(found.count)
        for (row, document, statement, recorded) in found {
            if publications[document] == nil { publications[document] = try self.publication(document) }
            let publication = publications[document]!
            var statement = statement
            statement.origin.document = publication.name
            if statement.kind != "question" { try fillLinks(of: &statement, row, moment) }
            kept.append(Kept(statement, in: publication, recorded: recorded))
        }
        return kept.sorted { ($0.day?.number ?? .max, $0.id) < ($1.day?.number ?? .max, $1.id) }
    }

    private func fillLinks(of statement: inout Statement, _ row: Int, _ moment: Moment) throws(Problem) {
        let links = try connection.prepare(
            """
            SELECT l.relation, t.sid FROM link l JOIN statement t ON t.id = l.target
            WHERE l.statement = ? AND \(moment.holds("l")) ORDER BY l.relation, l.n
            """)
        var targets: [String: [String]] = [:]
        try links.each([.integer(row)]) { link throws(Problem) in targets[link.string(0), default: []].append(link.string(1)) }
        for relation in LinkKind.allCases {
            if let ids = targets[relation.rawValue] { statement[relation] = ids }
        }
    }

    func publication(_ row: Int) throws(Problem) -> Publication {
        let rows = try connection.prepare(
            """
            SELECT d.key, d.external_id, t.sha, d.published, d.publisher, d.title, d.author, d.url
            FROM document d JOIN text t ON t.id = d.text WHERE d.id = ?
            """)
        defer { rows.reset() }
        rows.bind(1, row)
        guard try rows.step() else { throw Problem(.storage, "lacks a document", at: connection.path, mend: "run casus verify") }
        return SQLiteLedger.publication(rows)
    }

    static func publication(_ row: Prepared) -> Publication {
        Publication(
            key: row.string(0), id: row.text(1), sha: row.string(2), published: row.day(3), publisher: row.text(4), title: row.text(5),
            author: row.text(6), url: row.text(7))
    }

    package func publications(named name: String?) throws(Problem) -> [Publication] {
        var found: [Publication] = []
        let rows = try connection.prepare(
            """
            SELECT d.key, d.external_id, t.sha, d.published, d.publisher, d.title, d.author, d.url
            FROM document d JOIN text t ON t.id = d.text
            WHERE ?1 IS NULL OR d.external_id = ?1 OR length(?1) >= 6 AND d.key >= ?1 AND d.key < ?1 || 'g' ORDER BY d.id
            """)
        try rows.each([Value(name)]) { row throws(Problem) in found.append(SQLiteLedger.publication(row)) }
        return found
    }

    package func document(_ key: String) throws(Problem) -> Document? {
        let rows = try connection.prepare(
            """
            SELECT t.body, d.external_id, d.published, d.publisher, d.title, d.author, d.url, d.body_start
            FROM document d JOIN text t ON t.id = d.text WHERE d.key = ?
            """)
        defer { rows.reset() }
        rows.bind(1, key)
        guard try rows.step() else { return nil }
        return Document(
            id: rows.text(1), text: Text(utf8: rows.bytes(0)), published: rows.day(2), publisher: rows.text(3), title: rows.text(4),
            author: rows.text(5), url: rows.text(6), bodyStart: rows.number(7))
    }
}
