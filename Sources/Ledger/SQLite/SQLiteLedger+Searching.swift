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
        // The index alone can count, unless a text that is published twice is one hit for each.
        let eachOnce = try connection.number("SELECT (SELECT count(*) FROM document) = (SELECT count(*) FROM text)") == 1
        let isPlain = values.count == 1 && moment.reading == nil && eachOnce
        let body = "FROM search JOIN document d ON d.text = search.rowid WHERE \(conditions.joined(separator: " AND "))"
        let count = try connection.prepare(
            isPlain ? "SELECT count(*) FROM search WHERE search MATCH ?" : "SELECT count(*) FROM (SELECT 1 \(body) LIMIT 10001)")
        count.bind(values)
        var total = try count.step() ? count.number(0) : 0
        count.reset()
        let corrections = Dictionary(grouping: try corrections(knownBy: query.knownBy), by: \.statement)
        var hits: [SearchHit] = []
        let rows = try connection.prepare(
            """
            SELECT d.id, highlight(search, 0, char(\(SQLiteLedger.marks.start)), char(\(SQLiteLedger.marks.end))) \(body) ORDER BY search.rowid DESC, d.id LIMIT \(query.limit)
            """)
        try rows.each(values) { row throws(Problem) in
            let (document, marked) = (row.number(0), Marked(row.bytes(1)))
            guard let place = marked.best else { return }
            let spans = marked.spans
            let near = "s.start < \(place.excerpt.end) AND s.stop > \(place.excerpt.start)"
            let statements = try fetch(
                """
                FROM statement s JOIN held h ON h.statement = s.id AND \(moment.holds("h")) JOIN document d ON d.id = s.document
                WHERE s.document = ? AND \(near)
                """, [.integer(document)], moment)
            hits.append(
                SearchHit(
                    publication: try publication(document), span: place.span, excerpt: place.words, excerptSpan: place.excerpt,
                    statements: try laid(corrections, over: statements).filter { kept in
                        spans.contains { $0.start < kept.statement.origin.span.end && kept.statement.origin.span.start < $0.end }
                    }))
        }
        total = max(total, hits.count)
        return (hits, total)
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
            let excerpt = around(span)
            let count = spans.count { excerpt.start <= $0.start && $0.end <= excerpt.end }
            if best == nil || count > best!.count { best = (span, excerpt, count) }
        }
        return best.map { best in
            var words = ""
            for scalar in scalars[best.excerpt.start..<best.excerpt.end] { words.unicodeScalars.append(scalar) }
            return (best.span, best.excerpt, words)
        }
    }

    /// From the end of a sentence or a line to the next; at most 300 characters on each side.
    private func around(_ span: Span) -> Span {
        func ends(_ index: Int) -> Bool {
            if scalars[index] == "\n" { return true }
            let isStop = scalars[index] == "." || scalars[index] == "!" || scalars[index] == "?"
            return isStop && index + 1 < scalars.count && (scalars[index + 1] == " " || scalars[index + 1] == "\n")
                && !(index > 0 && index + 2 < scalars.count && scalars[index - 1].properties.isUppercase)
        }
        var start = span.start
        while start > 0, span.start - start < 300, !ends(start - 1) { start -= 1 }
        while start < span.start, scalars[start] == " " || scalars[start] == "\n" { start += 1 }
        var end = span.end
        while end < scalars.count, end - span.end < 300, !ends(end) { end += 1 }
        if end < scalars.count, scalars[end] != "\n", end - span.end < 300 { end += 1 }
        return Span(start, end)
    }
}
