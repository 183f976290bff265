package import CasusCore

/// Statements as long tables that join on the statement's id: one fact a row, no lists in cells.
package enum LongTables {
    package enum Table: String, CaseIterable, Sendable {
        case documents, statements, parties, links, duties, corrections

        package var columns: [String] {
            switch self {
            case .documents: ["document", "document_name", "published", "publisher", "title", "author", "url", "sha256"]
            case .statements:
                [
                    "id", "document", "document_name", "kind", "type", "mode", "cameo", "status", "stance", "stage", "date", "date_from",
                    "date_to", "date_precision", "sentence", "span_start", "span_end", "quote", "rule", "confidence", "recorded",
                ]
            case .parties: ["statement", "role", "n", "code", "sector", "name", "cow", "gw", "text", "person"]
            case .links: ["statement", "relation", "n", "target"]
            case .duties: ["statement", "n", "kind", "trigger", "quote"]
            case .corrections: ["statement", "field", "value", "by", "at", "note"]
            }
        }
    }

    /// The header row, with its line end.
    package static func header(_ table: Table) -> String { CSVLine.text(table.columns) }

    /// The rows of one document, each with its line end. Statements that people took back stand in `corrections` alone.
    package static func rows(_ table: Table, _ publication: Publication, _ kept: [Kept]) -> String {
        let stated = kept.lazy.filter(\.isStated)
        return switch table {
        case .documents: text([document(publication)])
        case .statements: text(stated.map(statement))
        case .parties: text(stated.flatMap { parties($0.statement) })
        case .links: text(stated.flatMap { links($0.statement) })
        case .duties: text(stated.flatMap { duties($0.statement) })
        case .corrections: text(kept.flatMap { $0.corrections.map(correction) })
        }
    }

    private static func text(_ rows: some Sequence<[String?]>) -> String {
        rows.reduce(into: "") { $0 += CSVLine.text($1.map { $0 ?? "" }) }
    }

    private static func document(_ it: Publication) -> [String?] {
        [it.key, it.name, it.published?.description, it.publisher, it.title, it.author, it.url, it.sha]
    }

    private static func statement(_ kept: Kept) -> [String?] {
        let (statement, origin) = (kept.statement, kept.statement.origin)
        let meaning: [String?] =
            switch statement {
            case .event(let it): [it.type.rawValue, it.mode, it.cameo, it.status.rawValue, nil, nil]
            case .agreement(let it): [it.type?.rawValue, nil, nil, it.status.rawValue, nil, it.stage?.rawValue]
            case .claim(let it): [nil, nil, nil, nil, it.stance.rawValue, nil]
            case .question: Array(repeating: nil, count: 6)
            }
        let date = statement.happened
        let when: [String?] = [
            date?.description, date?.earliest?.description, date?.latest?.description, (date?.precision ?? .none).rawValue,
        ]
        let place: [String?] = [String(origin.sentence), String(origin.span.start), String(origin.span.end), origin.quote]
        let source: [String?] = [origin.rule, origin.confidence.decimal, kept.recorded.description]
        return [statement.id, kept.publication.key, kept.publication.name, statement.kind] + meaning + when + place + source
    }

    private static func parties(_ statement: Statement) -> [[String?]] {
        statement.parties.map { party in
            let actor = party.actor
            return [
                statement.id, party.role.rawValue, String(party.number), actor.code, actor.sector, actor.name, actor.cow.map(String.init),
                actor.gw.map(String.init), actor.text, actor.person,
            ]
        }
    }

    private static func links(_ statement: Statement) -> [[String?]] {
        LinkKind.allCases.flatMap { relation in
            statement[relation].enumerated().map { [statement.id, relation.rawValue, String($0.offset + 1), $0.element] }
        }
    }

    private static func duties(_ statement: Statement) -> [[String?]] {
        guard case .agreement(let agreement) = statement else { return [] }
        return agreement.duties.enumerated().map { number, duty in
            [statement.id, String(number + 1), duty.kind.rawValue, duty.trigger, duty.quote]
        }
    }

    private static func correction(_ it: Correction) -> [String?] {
        [it.statement, it.field, it.value, it.by, it.at.description, it.note]
    }
}
