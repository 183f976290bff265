package import CasusCore

extension SQLiteLedger {
    package func recorded(before: Int?, limit: Int, knownBy: Instant?) throws(Problem) -> [RecordedDocument] {
        try connection.snapshot { () throws(Problem) in
            let moment = try Moment(knownBy, connection)
            var found: [RecordedDocument] = []
            let documents = try connection.prepare(
                """
                SELECT d.key, d.external_id, t.sha, d.published, d.publisher, d.title, d.author, d.url, d.id, r.id, r.finished
                FROM document d JOIN text t ON t.id = d.text
                JOIN reading r ON r.id = (SELECT max(o.id) FROM reading o WHERE o.document = d.id AND o.id <= ?1)
                WHERE d.id < ?2 ORDER BY d.id DESC LIMIT ?3
                """)
            var readings: [Int] = []
            try documents.each([
                .integer(moment.reading ?? Int.max), .integer(before ?? Int.max), .integer(limit),
            ]) { row throws(Problem) in
                readings.append(row.number(9))
                found.append(
                    RecordedDocument(
                        place: row.number(8), publication: SQLiteLedger.publication(row), read: row.instant(10), statements: 0, added: 0,
                        retracted: 0))
            }
            let counts = try connection.prepare(
                """
                SELECT sum(\(moment.holds("h"))), sum(h.from_reading = ?2), sum(h.until_reading = ?2)
                FROM statement s JOIN held h ON h.statement = s.id WHERE s.document = ?1
                """)
            for index in found.indices {
                try counts.each([.integer(found[index].place), .integer(readings[index])]) { row throws(Problem) in
                    found[index].statements = row.number(0)
                    found[index].added = row.number(1)
                    found[index].retracted = row.number(2)
                }
            }
            return found
        }
    }
}
