package import CasusCore

extension SQLiteLedger {
    package func everything(_ give: (Archived) throws(Problem) -> Void) throws(Problem) {
        try connection.snapshot { () throws(Problem) in try all(give) }
    }

    private func all(_ give: (Archived) throws(Problem) -> Void) throws(Problem) {
        for part in try archivedHead() { try give(part) }
        for document in try documentRows() {
            for part in try archived(document) { try give(part) }
        }
        for part in try archivedTail() { try give(part) }
    }

    /// A document's place in its table, and its key.
    struct DocumentRow {
        let row: Int
        let key: String
    }

    func documentRows() throws(Problem) -> [DocumentRow] {
        var rows: [DocumentRow] = []
        try connection.prepare("SELECT id, key FROM document ORDER BY id").each { row throws(Problem) in
            rows.append(DocumentRow(row: row.number(0), key: row.string(1)))
        }
        return rows
    }

    /// What stands before the documents.
    func archivedHead() throws(Problem) -> [Archived] {
        var parts: [Archived] = []
        for treaty in try treaties() { parts.append(.treaty(treaty)) }
        let forgotten = try connection.prepare("SELECT key, at FROM forgotten ORDER BY key")
        try forgotten.each { row throws(Problem) in parts.append(.forgotten(key: row.string(0), at: row.instant(1))) }
        return parts
    }

    /// A document with its readings and statements.
    func archived(_ it: DocumentRow) throws(Problem) -> [Archived] {
        guard let document = try document(it.key) else { return [] }
        var parts: [Archived] = [.document(document, try publication(it.row))]
        try connection.prepare(
            "SELECT r.id, u.name, r.finished FROM reading r JOIN rule_set u ON u.id = r.rule_set WHERE r.document = ? ORDER BY r.id"
        ).each([.integer(it.row)]) { row throws(Problem) in
            parts.append(.reading(number: row.number(0), document: it.key, rules: row.string(1), finished: row.instant(2)))
        }
        try giveStatements(of: document, it.key, it.row) { parts.append($0) }
        return parts
    }

    /// What stands behind the documents.
    func archivedTail() throws(Problem) -> [Archived] { try corrections(knownBy: nil).map { .correction($0) } }

    private func giveStatements(
        of document: Document, _ key: String, _ number: Int, _ give: (Archived) throws(Problem) -> Void
    ) throws(Problem) {
        var statements: [(row: Int, statement: Statement)] = []
        let scalars = Array(document.text.string.unicodeScalars)
        try connection.prepare("SELECT id, sid, kind, start, stop, body FROM statement WHERE document = ? ORDER BY id").each([
            .integer(number)
        ]) {
            row throws(Problem) in
            let span = Span(row.number(3), row.number(4))
            var quote = ""
            if span.end <= scalars.count { quote.unicodeScalars.append(contentsOf: scalars[span.start..<span.end]) }
            var origin = Origin(sentence: 0, span: span, quote: quote, rule: "", confidence: 0)
            (origin.id, origin.document) = (row.string(1), document.id ?? key)
            let body = try JSONTree(row.bytes(5), file: "\(connection.path), statement \(origin.id)").root
            statements.append((row.number(0), try Statement(kind: row.string(2), meaning: body, origin: origin)))
        }
        for (row, statement) in statements {
            var statement = statement
            var holdings: [ArchivedHolding] = []
            try connection.prepare(
                "SELECT from_reading, until_reading, sentence, rule, confidence FROM held WHERE statement = ? ORDER BY from_reading"
            ).each([.integer(row)]) { held throws(Problem) in
                holdings.append(
                    ArchivedHolding(
                        from: held.number(0), until: held.integer(1), sentence: held.number(2), rule: held.string(3),
                        confidence: held.real(4)))
            }
            var links: [ArchivedLink] = []
            try connection.prepare(
                """
                SELECT l.relation, l.n, t.sid, l.from_reading, l.until_reading FROM link l JOIN statement t ON t.id = l.target
                WHERE l.statement = ? ORDER BY l.relation, l.n, l.from_reading
                """
            ).each([.integer(row)]) { link throws(Problem) in
                guard let relation = LinkKind(rawValue: link.string(0)) else { return }
                links.append(
                    ArchivedLink(
                        relation: relation, number: link.number(1), target: link.string(2), from: link.number(3), until: link.integer(4)))
            }
            if let last = holdings.last {
                (statement.origin.sentence, statement.origin.rule, statement.origin.confidence) = (
                    last.sentence, last.rule, last.confidence
                )
            }
            for relation in LinkKind.allCases {
                let now = links.filter { $0.relation == relation && $0.until == nil }.map(\.target)
                if !now.isEmpty { statement[relation] = now }
            }
            try give(.statement(statement, holdings: holdings, links: links))
        }
    }
}
