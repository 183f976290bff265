package import CasusCore
package import Ledger

/// The answer to "what was read?": documents, those recorded last first.
package struct RecordedAnswer: AnswerForms {
    package let documents: [RecordedDocument]
    /// Whether there are earlier ones.
    package let isCut: Bool

    /// Where earlier ones begin.
    package var next: String? { isCut ? documents.last.map { String($0.place) } : nil }

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let limit = asked.limit ?? 50
        let before = asked.cursor == nil ? nil : try asked.offset()
        let found = try desk.store.recorded(before: before, limit: limit + 1, knownBy: asked.knownBy.map { Instant(endOf: $0) })
        (documents, isCut) = (Array(found.prefix(limit)), found.count > limit)
    }

    package var isEmpty: Bool { documents.isEmpty }

    package func words(_ style: AnswerStyle) -> String { isEmpty ? "no documents\n" : rows.text(.table) }

    package var rows: Rows {
        Rows(
            ["key", "id", "published", "publisher", "title", "url", "read", "statements"],
            documents.map { it in
                let publication = it.publication
                return [
                    publication.key, publication.id ?? "", publication.published?.description ?? "", publication.publisher ?? "",
                    publication.title ?? "", publication.url ?? "", it.read.description, String(it.statements),
                ]
            })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("shown", documents.count)
            json.field("next", next)
            json.key("documents")
            json.array(documents) { $0.recorded($1) }
        }
    }

    package func lines() -> String {
        documents.map { it in JSONWriter.line { $0.recorded(it) } }.joined()
    }
}
