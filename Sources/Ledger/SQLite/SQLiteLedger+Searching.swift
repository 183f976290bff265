package import CasusCore

extension SQLiteLedger {
    /// Noncharacters, which no text has a use for, around the words found.
    fileprivate static let marks: (start: UInt32, end: UInt32) = (0xFDD0, 0xFDD1)

    package func search(_ query: SearchQuery) throws(Problem) -> (hits: [SearchHit], total: Int) {
        try connection.snapshot { () throws(Problem) in try find(query) }
    }

    private func find(_ query: SearchQuery) throws(Problem) -> (hits: [SearchHit], total: Int) {
        let moment = try Moment(query.knownBy, connection)
        let words = query.terms.map(SQLiteLedger.phrase).joined(separator: " ")
        if words.isEmpty { return ([], 0) }
        var conditions = ["search MATCH ?"]
        var values: [Value] = [.text(words)]
        if let from = query.from {
            conditions.append("d.published >= ?")
            values.append(Value(from))
        }
        if let to = query.to {
            conditions.append("d.published <= ?")
            values.append(Value(to))
        }
        if !query.sources.isEmpty {
            let source = SQLiteLedger.comes(from: query.sources)
            conditions.append(source.condition)
            values += source.values
        }
        if let reading = moment.reading {
            conditions.append("EXISTS (SELECT 1 FROM reading r WHERE r.document = d.id AND r.id <= \(reading))")
        }
        // A text that is published twice is one hit for each.
        let body = "FROM search CROSS JOIN document d ON d.text = search.rowid WHERE \(conditions.joined(separator: " AND "))"
        let most = SQLiteLedger.countable
        let count = try connection.prepare("SELECT count(*) FROM (SELECT 1 \(body) LIMIT \(most + 1))")
        count.bind(values)
        let total = try count.step() ? count.number(0) : 0
        count.reset()
        let corrections = Dictionary(grouping: try corrections(knownBy: query.knownBy), by: \.statement)
        var places: [(text: Int, document: Int)] = []
        try connection.prepare("SELECT search.rowid, d.id \(body) ORDER BY search.rowid DESC LIMIT \(query.limit) OFFSET \(query.offset)")
            .each(values) { row in
                places.append((row.number(0), row.number(1)))
            }
        places.sort { ($1.text, $0.document) < ($0.text, $1.document) }
        var hits: [SearchHit] = []
        for (text, document) in places {
            // Only what is shown is marked: that is the dear part.
            let marking = try connection.prepare(
                "SELECT highlight(search, 0, char(\(SQLiteLedger.marks.start)), char(\(SQLiteLedger.marks.end))) FROM search WHERE search MATCH ? AND rowid = ?"
            )
            defer { marking.reset() }
            marking.bind([.text(words), .integer(text)])
            guard try marking.step(), let hit = try hit(Marked(marking.bytes(0)), in: document, moment, corrections) else { continue }
            hits.append(hit)
        }
        return (hits, total)
    }

    private func hit(
        _ marked: Marked, in document: Int, _ moment: Moment, _ corrections: [String: [Correction]]
    ) throws(Problem) -> SearchHit? {
        guard let place = marked.best else { return nil }
        let statements = try fetch(
            """
            FROM statement s JOIN held h ON h.statement = s.id AND \(moment.holds("h")) JOIN document d ON d.id = s.document
            WHERE s.document = ? AND s.start < ? AND s.stop > ?
            """, [.integer(document), .integer(place.excerpt.end), .integer(place.excerpt.start)], moment)
        return SearchHit(
            publication: try publication(document), span: place.span, excerpt: place.words, excerptSpan: place.excerpt,
            statements: try laid(corrections, over: statements).filter { kept in
                marked.spans.contains { $0.start < kept.statement.origin.span.end && kept.statement.origin.span.start < $0.end }
            })
    }

    /// A term as the index wants it: words in quotation marks are looked for as they stand, one after another.
    private static func phrase(_ term: String) -> String {
        let isStart = term.hasSuffix("*")
        var words = ""
        // Not by characters: a quotation mark may carry an accent.
        for scalar in term.unicodeScalars where !"\"*\0".unicodeScalars.contains(scalar) { words.unicodeScalars.append(scalar) }
        return words.contains { $0.isLetter || $0.isNumber } ? "\"\(words)\"" + (isStart ? "*" : "") : ""
    }
}

/// A text in which the words found stand between two marks.
private struct Marked {
    private(set) var spans: [Span] = []
    private let scalars: [Unicode.Scalar]

    init(_ bytes: [UInt8]) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count)
        var start = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case SQLiteLedger.marks.start: start = scalars.count
            case SQLiteLedger.marks.end: spans.append(Span(start, scalars.count))
            default: scalars.append(scalar)
            }
        }
        self.scalars = scalars
    }

    /// The sentence or line that holds most of the words, and the first of them.
    var best: (span: Span, excerpt: Span, words: String)? {
        var best: (span: Span, excerpt: Span, count: Int)?
        for span in spans {
            if let best, best.excerpt.start <= span.start, span.end <= best.excerpt.end { continue }
            let excerpt = Text.sentence(around: span, in: scalars)
            let count = spans.count { excerpt.start <= $0.start && $0.end <= excerpt.end }
            if best == nil || count > best!.count { best = (span, excerpt, count) }
        }
        return best.map { best in
            var words = ""
            for scalar in scalars[best.excerpt.start..<best.excerpt.end] { words.unicodeScalars.append(scalar) }
            return (best.span, best.excerpt, words)
        }
    }
}
