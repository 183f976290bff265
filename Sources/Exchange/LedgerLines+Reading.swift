package import CasusCore

extension LedgerLines {
    /// What one line holds.
    package enum Line: Sendable {
        case part(Archived)
        /// The last line, with the number of those before it.
        case end(rows: Int)
    }

    /// Reads a line that `line` has written.
    ///
    /// - Parameter place: of the line, for messages.
    package static func read(_ line: [UInt8], at place: String) throws(Problem) -> Line {
        let value = try JSONTree(line, file: place).root
        let fields = try value.fields()
        switch try fields.required("kind").string() {
        case "document": return .part(try document(fields))
        case "reading":
            return .part(
                .reading(
                    number: try fields.required("number").integer(), document: try fields.required("document_key").string(),
                    rules: try fields.required("rules").string(), finished: try fields.required("finished").instant()))
        case "correction":
            return .part(
                .correction(
                    Correction(
                        statement: try fields.required("statement").string(), field: try fields.required("field").string(),
                        value: try value.source(of: "value"), by: try fields.required("by").string(),
                        at: try fields.required("at").instant(), note: try fields["note"]?.string())))
        case "forgotten":
            return .part(.forgotten(key: try fields.required("document_key").string(), at: try fields.required("at").instant()))
        case "treaty": return .part(.treaty(try treaty(fields)))
        case "end": return .end(rows: try fields.required("rows").integer())
        default: return .part(try statement(value, fields))
        }
    }

    private static func document(_ fields: JSONObject) throws(Problem) -> Archived {
        let published = try fields["published"]?.day()
        let document = Document(
            id: try fields["id"]?.string(), text: Text(try fields.required("text").string()), published: published,
            publisher: try fields["publisher"]?.string(), title: try fields["title"]?.string(), author: try fields["author"]?.string(),
            url: try fields["url"]?.string(), bodyStart: try fields.required("body_start").integer())
        let publication = Publication(document)
        guard publication.key == (try fields.required("key").string()), publication.sha == (try fields.required("sha").string()) else {
            throw fields.value.problem("the text, its date, publisher or address are not what key and sha say", mend: "export it anew")
        }
        return .document(document, publication)
    }

    private static func statement(_ value: JSONValue, _ fields: JSONObject) throws(Problem) -> Archived {
        let statement = try Statement(json: value)
        guard let held = fields["holdings"] else {
            throw value.problem(
                "is a statement without its history", mend: "take in what casus export ndjson wrote; texts are read with casus read --into")
        }
        var holdings: [ArchivedHolding] = []
        for value in try held.array() {
            let it = try value.fields()
            holdings.append(
                ArchivedHolding(
                    from: try it.required("from").integer(), until: try it["until"]?.integer(),
                    sentence: try it.required("sentence").integer(),
                    rule: try it.required("rule").string(), confidence: try it.required("confidence").decimal()))
        }
        var links: [ArchivedLink] = []
        for value in try fields["links"]?.array() ?? [] {
            let it = try value.fields()
            let name = try it.required("relation").string()
            guard let relation = LinkKind(rawValue: name) else { throw value.problem("\"\(name)\" is no kind of link", mend: nil) }
            links.append(
                ArchivedLink(
                    relation: relation, number: try it.required("n").integer(), target: try it.required("target").string(),
                    from: try it.required("from").integer(), until: try it["until"]?.integer()))
        }
        return .statement(statement, holdings: holdings, links: links)
    }

    private static func treaty(_ fields: JSONObject) throws(Problem) -> StoredTreaty {
        var duties: [[String]] = []
        for duty in try fields["duties"]?.array() ?? [] { duties.append(try duty.strings()) }
        return StoredTreaty(
            id: try fields.required("id").string(), title: try fields.required("title").string(),
            signed: try fields.required("signed").string(), json: try fields.required("file").string(), duties: duties)
    }
}

extension JSONValue {
    fileprivate func instant() throws(Problem) -> Instant {
        let text = try string()
        guard let instant = Instant(iso: text) else { throw problem("\"\(text)\" is no time", mend: "write 2024-06-19T10:30:00Z") }
        return instant
    }

    fileprivate func day() throws(Problem) -> Day {
        let text = try string()
        guard let day = Day(iso: text) else { throw problem("\"\(text)\" is no day", mend: "write 2024-06-19") }
        return day
    }

    /// A field as it is written, null included.
    fileprivate func source(of name: String) throws(Problem) -> String {
        guard let value = try members().first(where: { $0.name == name })?.value else {
            throw problem("\(name) is missing", mend: "add \"\(name)\"")
        }
        return String(decoding: value.source, as: UTF8.self)
    }
}
