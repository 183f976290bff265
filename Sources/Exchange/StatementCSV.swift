package import CasusCore

/// Statements as one long table: a row a statement, the same columns for all kinds, lists joined with "; ".
///
/// Dates are EDTF. Every row leads to its sentence: document, sentence, span and quote stand in front.
package enum StatementCSV {
    package static let columns = [
        "id", "kind", "document", "sentence", "span_start", "span_end", "quote", "type", "mode", "cameo", "status", "actors", "actor_names",
        "recipients", "recipient_names", "date", "date_text", "place", "objects", "stage", "duties", "spheres", "replaces", "stance",
        "speaker",
        "speaker_name", "via", "content_start", "content_end", "asks", "unspecified", "claims", "about", "rule", "confidence",
    ]

    /// The header row, with its line end.
    package static var header: String { CSVLine.text(columns) }

    /// The row of one statement, with its line end.
    package static func row(_ statement: Statement) -> String {
        let origin = statement.origin
        var cells: [String: String] = [
            "id": origin.id, "kind": statement.kind, "document": origin.document, "sentence": String(origin.sentence),
            "span_start": String(origin.span.start), "span_end": String(origin.span.end), "quote": origin.quote, "rule": origin.rule,
            "confidence": decimal(origin.confidence),
        ]
        switch statement {
        case .event(let event): fill(event, &cells)
        case .agreement(let agreement): fill(agreement, &cells)
        case .claim(let claim): fill(claim, &cells)
        case .question(let question):
            cells["asks"] = question.asks
            cells["unspecified"] = question.unspecified ? "true" : "false"
            cells["actors"] = codes(question.about)
            cells["actor_names"] = names(question.about)
            cells["speaker"] = question.raisedBy?.code
            cells["speaker_name"] = question.raisedBy?.name
        }
        return CSVLine.text(columns.map { cells[$0] ?? "" })
    }

    private static func fill(_ event: Event, _ cells: inout [String: String]) {
        cells["type"] = event.type.rawValue
        cells["mode"] = event.mode
        cells["cameo"] = event.cameo
        cells["status"] = event.status.rawValue
        cells["actors"] = codes(event.actors)
        cells["actor_names"] = names(event.actors)
        cells["recipients"] = codes(event.recipients)
        cells["recipient_names"] = names(event.recipients)
        cells["date"] = event.date?.description
        cells["date_text"] = event.dateText
        cells["place"] = event.place
        cells["objects"] = joined(event.objects)
        cells["claims"] = joined(event.claims)
        cells["about"] = joined(event.about)
    }

    private static func fill(_ agreement: Agreement, _ cells: inout [String: String]) {
        cells["type"] = agreement.type?.rawValue
        cells["status"] = agreement.status.rawValue
        cells["actors"] = codes(agreement.parties)
        cells["actor_names"] = names(agreement.parties)
        cells["date"] = agreement.signed?.description
        cells["stage"] = agreement.stage?.rawValue
        cells["duties"] = joined(agreement.duties.map { $0.kind.rawValue })
        cells["spheres"] = joined(agreement.spheres)
        cells["replaces"] = joined(agreement.replaces.map { $0.date?.description ?? $0.text })
        cells["objects"] = agreement.name
        cells["claims"] = joined(agreement.claims)
    }

    private static func fill(_ claim: Claim, _ cells: inout [String: String]) {
        cells["stance"] = claim.stance.rawValue
        cells["speaker"] = claim.speaker?.code
        cells["speaker_name"] = claim.speaker?.name
        cells["via"] = joined(claim.via)
        cells["content_start"] = claim.contentSpan.map { String($0.start) }
        cells["content_end"] = claim.contentSpan.map { String($0.end) }
        cells["claims"] = joined(claim.claims)
    }

    private static func codes(_ actors: [Actor]) -> String { joined(actors.map { $0.code ?? "" }) }

    private static func names(_ actors: [Actor]) -> String { joined(actors.map(\.name)) }

    private static func joined(_ values: [String]) -> String { values.joined(separator: "; ") }

    private static func decimal(_ number: Double) -> String {
        var json = JSONWriter()
        json.value(number)
        return json.string
    }
}
