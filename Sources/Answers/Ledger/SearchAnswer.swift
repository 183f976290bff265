package import CasusCore
package import Ledger

/// The answer to "show me the sentence": places of texts that hold some words, and the statements read there.
package struct SearchAnswer: LedgerQuestion {
    package static let name = "search"
    package static let words: AskedWords? = AskedWords(.term, least: 1, most: nil)
    package static let summary = "Sentences that hold all of some words (\"a phrase\", begin*), and the statements read in them."
    package static let takes: [Parameter] = [.on, .knownBy, .from, .to, .source, .status, .limit, .cursor]

    package static let usual = 20

    package let terms: [String]
    package let hits: [SearchHit]
    package let total: Int
    /// Where those begin that were left out.
    package let next: String?
    /// Only places with a statement of such a status are kept.
    package let statuses: [Status]

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        if !asked.words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) {
            throw Problem(.usage, "search for what?", mend: "give a word, a \"phrase\" or a begin*")
        }
        var query = SearchQuery(terms: SearchAnswer.terms(asked.words))
        (query.from, query.to, query.sources) = (asked.on ?? asked.from, asked.on ?? asked.to, asked.sources)
        query.knownBy = asked.knownBy.map { Instant(endOf: $0) }
        query.limit = asked.limit ?? SearchAnswer.usual
        query.offset = try asked.offset()
        let found = try desk.store.search(query)
        total = found.total
        let seen = query.offset + found.hits.count
        next = seen < total && !found.hits.isEmpty ? String(seen) : nil
        terms = query.terms
        statuses = asked.statuses
        hits = found.hits.compactMap { hit in
            if asked.statuses.isEmpty { return hit }
            var hit = hit
            hit.statements = hit.statements.filter { $0.statement.status.map(asked.statuses.contains) ?? false }
            return hit.statements.isEmpty ? nil : hit
        }
    }

    /// Words as the shell gives them: one with spaces in it was written between quotation marks, so it is a phrase.
    private static func terms(_ words: [String]) -> [String] {
        words.flatMap { word in
            let marks = word.filter { $0 == "\"" }.count
            if marks == 0 { return [word] }
            // 'a "b c" d' as one word of the shell.
            return word.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
                index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
            }
        }.filter { !$0.trimmed.isEmpty }
    }

    package var isEmpty: Bool { hits.isEmpty }

    /// Of very many a ledger counts only the first.
    private var many: String { total > 1000 ? "more than 1000" : String(total) }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        let what = terms.map { $0.contains(" ") ? "“\($0)”" : $0 }.joined(separator: " ")
        sheet.title("\(what): \(total == 0 ? "in no text" : total == 1 ? "in 1 text" : "in \(many) texts")")
        for hit in hits {
            sheet.gap()
            sheet.line(hit.citation, indent: 0)
            sheet.line("“\(StatementWords.flat(hit.excerpt))”", indent: 2)
            if hit.statements.isEmpty { sheet.line("no statement was read here", indent: 4) }
            for kept in hit.statements { sheet.line("\(kept.id.prefix(8)): \(kept.short)", indent: 4) }
        }
        if !statuses.isEmpty {
            let words = enumeration(statuses.map(\.rawValue))
            sheet.gap()
            sheet.line("showing places with statements that are \(words), of the texts recorded last; --limit looks at more", indent: 0)
        } else if hits.count < total {
            sheet.gap()
            sheet.line("showing \(hits.count) of \(many), the most recently recorded first; --limit shows more", indent: 0)
        }
        return sheet.text
    }

    package var rows: Rows {
        Rows(
            ["document", "publisher", "published", "title", "excerpt_start", "excerpt_end", "excerpt", "statements"],
            hits.map { hit in
                [
                    hit.publication.name, hit.publication.publisher ?? "", hit.publication.published?.description ?? "",
                    hit.publication.title ?? "", String(hit.excerptSpan.start), String(hit.excerptSpan.end), hit.excerpt,
                    hit.statements.map(\.id).joined(separator: "; "),
                ]
            })
    }

    package var table: Rows {
        Rows(
            ["published", "publisher", "excerpt", "statements"],
            hits.map { hit in
                let line = StatementWords.flat(hit.excerpt)
                return [
                    hit.publication.published?.description ?? "", hit.publication.publisher ?? "",
                    Rows.cut(line, to: 90), String(hit.statements.count),
                ]
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("terms", terms)
            json.field("shown", hits.count)
            json.field("total", total)
            json.field("next", next)
            json.key("hits")
            json.array(hits) { json, hit in write(hit, to: &json) }
        }
    }

    package func lines() -> String {
        hits.map { hit in JSONWriter.line { write(hit, to: &$0) } }.joined()
    }

    private func write(_ hit: SearchHit, to json: inout JSONWriter) {
        json.object { json in
            json.publication("publication", hit.publication)
            json.field("excerpt", hit.excerpt)
            json.key("span")
            json.array([hit.excerptSpan.start, hit.excerptSpan.end]) { $0.value($1) }
            json.key("statements")
            json.array(hit.statements) { $0.kept($1) }
        }
    }
}

extension SearchHit {
    fileprivate var citation: String {
        publication.citation + ", characters \(excerptSpan.start)–\(excerptSpan.end)"
    }
}

extension Kept {
    /// "event, CONSULT, actual: “who met Antony Blinken”"
    fileprivate var short: String {
        let what = [statement.kind, statement.typeName, statement.status?.rawValue].compactMap(\.self).joined(separator: ", ")
        return what + ": “\(StatementWords.flat(statement.origin.quote))”"
    }
}
