/// Statements read back from their JSON. A field that is absent counts as null or empty, so that a store may leave out what is empty.
extension Statement {
    /// Reads a statement as `Statement.json` writes it; fields of other names are passed over.
    package init(json value: JSONValue) throws(Problem) {
        let fields = try value.fields()
        guard let span = try fields["span"]?.span() else { throw value.problem("span is missing", mend: "add \"span\":[0,1]") }
        var origin = Origin(
            sentence: try fields.required("sentence").integer(), span: span, quote: try fields.required("quote").string(),
            rule: try fields.required("rule").string(), confidence: try fields.required("confidence").decimal())
        origin.id = try fields.required("id").string()
        origin.document = try fields.required("document").string()
        try self.init(kind: try fields.required("kind").string(), meaning: value, origin: origin)
        try take(links: fields)
    }

    /// - Parameters:
    ///   - kind: event, agreement, claim or question.
    ///   - value: an object with the fields that say what is stated.
    package init(kind: String, meaning value: JSONValue, origin: Origin) throws(Problem) {
        let fields = try value.fields()
        switch kind {
        case "event": self = .event(try Event(fields, origin))
        case "agreement": self = .agreement(try Agreement(fields, origin))
        case "claim": self = .claim(try Claim(fields, origin))
        case "question": self = .question(try Question(fields, origin))
        default: throw value.problem("\"\(kind)\" is no kind of statement", mend: "event, agreement, claim or question")
        }
    }

    private mutating func take(links fields: JSONObject) throws(Problem) {
        // What a question is about are actors.
        if case .question = self { return }
        for relation in LinkKind.allCases {
            let ids = try fields.strings(relation.rawValue)
            if !ids.isEmpty { self[relation] = ids }
        }
    }

    /// What is stated, as one object without what is null or empty.
    package var meaning: [UInt8] {
        var json = JSONWriter(omittingEmpty: true)
        json.object { writeMeaning(to: &$0) }
        return json.bytes
    }
}

extension Event {
    fileprivate init(_ fields: JSONObject, _ origin: Origin) throws(Problem) {
        self.init(
            origin: origin, type: try fields.required("type").word(), mode: try fields["mode"]?.string(),
            cameo: try fields["cameo"]?.string(), actors: try fields.actors("actors"), recipients: try fields.actors("recipients"),
            status: try fields.required("status").word())
        contexts = try fields.strings("contexts")
        date = try fields["date"]?.edtf()
        dateText = try fields["date_text"]?.string()
        place = try fields["place"]?.string()
        objects = try fields.strings("objects")
    }
}

extension Agreement {
    fileprivate init(_ fields: JSONObject, _ origin: Origin) throws(Problem) {
        self.init(
            origin: origin, name: try fields.required("name").string(), parties: try fields.actors("parties"),
            stage: try fields["stage"]?.word(), status: try fields.required("status").word())
        signed = try fields["signed"]?.edtf()
        spheres = try fields.strings("spheres")
        for value in try fields["duties"]?.array() ?? [] {
            let duty = try value.fields()
            duties.append(
                Duty(
                    kind: try duty.required("kind").word(), trigger: try duty["trigger"]?.string(),
                    quote: try duty.required("quote").string()))
        }
        for value in try fields["replaces"]?.array() ?? [] {
            let old = try value.fields()
            replaces.append(
                Replaced(
                    date: try old["date"]?.edtf(), treaty: try old["treaty"]?.string(), text: try old.required("text").string()))
        }
    }
}

extension Claim {
    fileprivate init(_ fields: JSONObject, _ origin: Origin) throws(Problem) {
        self.init(
            origin: origin, speaker: try fields["speaker"]?.actor(), stance: try fields.required("stance").word(),
            direct: try fields.required("direct").flag())
        via = try fields.strings("via")
        speakerSpan = try fields["speaker_span"]?.span()
        cueSpan = try fields["cue_span"]?.span()
        contentSpan = try fields["content_span"]?.span()
        for value in try fields["content_pieces"]?.array() ?? [] { contentPieces.append(try value.span()) }
        cue = try fields["cue"]?.string()
        evidence = try fields["evidence"]?.string()
    }
}

extension Question {
    fileprivate init(_ fields: JSONObject, _ origin: Origin) throws(Problem) {
        self.init(
            origin: origin, asks: try fields.required("asks").string(), about: try fields.actors("about"),
            raisedBy: try fields["raised_by"]?.actor(), unspecified: try fields.required("unspecified").flag())
    }
}

extension JSONObject {
    fileprivate func strings(_ name: String) throws(Problem) -> [String] { try self[name]?.strings() ?? [] }

    fileprivate func actors(_ name: String) throws(Problem) -> [Actor] {
        var actors: [Actor] = []
        for value in try self[name]?.array() ?? [] { actors.append(try value.actor()) }
        return actors
    }
}

extension JSONValue {
    fileprivate func actor() throws(Problem) -> Actor {
        let fields = try fields()
        return Actor(
            code: try fields["code"]?.string(), sector: try fields["sector"]?.string(), name: try fields.required("name").string(),
            cow: try fields["cow"]?.integer(), gw: try fields["gw"]?.integer(), text: try fields.required("text").string(),
            person: try fields["person"]?.string())
    }

    fileprivate func span() throws(Problem) -> Span {
        let ends = try array()
        guard ends.count == 2 else { throw problem("is no span", mend: "write [start, end]") }
        let (start, end) = (try ends[0].integer(), try ends[1].integer())
        guard 0 <= start, start <= end else { throw problem("is no span", mend: "write [start, end], the smaller number first") }
        return Span(start, end)
    }

    fileprivate func edtf() throws(Problem) -> EDTF {
        let text = try string()
        guard let date = EDTF(text) else { throw problem("\"\(text)\" is no date", mend: "write EDTF: 2024-06-19, 2024-06, 1961~") }
        return date
    }

    /// One of a closed list of words.
    fileprivate func word<Word: RawRepresentable & CaseIterable>() throws(Problem) -> Word where Word.RawValue == String {
        let text = try string()
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue)
            let near = meant(by: text, among: known).map { "did you mean \($0)?" }
            throw problem("\"\(text)\" is none of its words", mend: near ?? "one of " + known.joined(separator: ", "))
        }
        return word
    }
}
