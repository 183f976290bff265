package import CasusCore

/// A ledger as lines of JSON, whole: what was read, since when it is held, corrections, and what was forgotten.
///
/// A line of a statement is that of `casus read --format ndjson` with the document's key, and with the times in which it and its links were
/// held, by numbers of readings. The last line counts the others, so that a file which was cut off is noticed.
package enum LedgerLines {
    package static func line(_ part: Archived) -> String {
        var json = JSONWriter()
        json.object { json in
            switch part {
            case .document(let document, let publication): write(document, publication, to: &json)
            case .reading(let number, let document, let rules, let finished):
                json.field("kind", "reading")
                json.field("number", number)
                json.field("document_key", document)
                json.field("rules", rules)
                json.field("finished", finished.description)
            case .statement(let statement, let holdings, let links): write(statement, holdings, links, to: &json)
            case .correction(let it):
                json.field("kind", "correction")
                json.field("statement", it.statement)
                json.field("field", it.field)
                json.key("value")
                json.verbatim(it.value.utf8)
                json.field("by", it.by)
                json.field("at", it.at.description)
                json.field("note", it.note)
            case .forgotten(let key, let at):
                json.field("kind", "forgotten")
                json.field("document_key", key)
                json.field("at", at.description)
            case .treaty(let treaty):
                json.field("kind", "treaty")
                json.field("id", treaty.id)
                json.field("title", treaty.title)
                json.field("signed", treaty.signed)
                json.key("duties")
                json.array(treaty.duties) { json, duty in json.array(duty) { $0.value($1) } }
                json.field("file", treaty.json)
            }
        }
        return json.string + "\n"
    }

    /// The last line of an export.
    ///
    /// - Parameter rows: how many lines stand before it.
    package static func end(rows: Int) -> String { "{\"kind\":\"end\",\"rows\":\(rows)}\n" }

    private static func write(_ document: Document, _ publication: Publication, to json: inout JSONWriter) {
        json.field("kind", "document")
        publication.writeFields(to: &json)
        json.field("body_start", document.bodyStart)
        json.field("text", document.text.string)
    }

    private static func write(
        _ statement: Statement, _ holdings: [ArchivedHolding], _ links: [ArchivedLink], to json: inout JSONWriter
    ) {
        statement.writeFields(to: &json)
        json.key("holdings")
        json.array(holdings) { json, it in
            json.object { json in
                json.field("from", it.from)
                json.field("until", it.until)
                json.field("sentence", it.sentence)
                json.field("rule", it.rule)
                json.key("confidence")
                json.value(it.confidence)
            }
        }
        json.key("links")
        json.array(links) { json, it in
            json.object { json in
                json.field("relation", it.relation.rawValue)
                json.field("n", it.number)
                json.field("target", it.target)
                json.field("from", it.from)
                json.field("until", it.until)
            }
        }
    }
}
