/// The JSON form of statements: one object a line; every key of the kind is always there, null or [] when empty.
extension Statement {
    public func write(to json: inout JSONWriter) {
        json.object { writeFields(to: &$0) }
    }

    /// The fields alone, for an object that has others too.
    package func writeFields(to json: inout JSONWriter) {
        json.key("id")
        json.value(origin.id)
        json.key("kind")
        json.value(kind)
        json.key("document")
        json.value(origin.document)
        json.key("sentence")
        json.value(origin.sentence)
        json.key("span")
        json.span(origin.span)
        json.key("quote")
        json.value(origin.quote)
        json.key("rule")
        json.value(origin.rule)
        json.key("confidence")
        json.value(origin.confidence)
        writeMeaning(to: &json)
        writeLinks(to: &json)
    }

    /// The statement as one line of JSON, without the line's end.
    public var json: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.string
    }

    /// The fields that say what is stated. They are what the id is made of, so links to other statements are apart.
    func writeMeaning(to json: inout JSONWriter) {
        switch self {
        case .event(let event): event.writeMeaning(to: &json)
        case .agreement(let agreement): agreement.writeMeaning(to: &json)
        case .claim(let claim): claim.writeMeaning(to: &json)
        case .question(let question): question.writeMeaning(to: &json)
        }
    }

    private func writeLinks(to json: inout JSONWriter) {
        switch self {
        case .event(let event):
            json.key("claims")
            json.strings(event.claims)
            json.key("about")
            json.strings(event.about)
            json.key("same_as")
            json.strings(event.sameAs)
        case .agreement(let agreement):
            json.key("claims")
            json.strings(agreement.claims)
            json.key("same_as")
            json.strings(agreement.sameAs)
        case .claim(let claim):
            json.key("claims")
            json.strings(claim.claims)
        case .question: break
        }
    }

    /// The statement with its name filled in: a hash of the document's key, the kind, the span and the meaning.
    public func identified(in document: Document, key: String) -> Statement {
        var json = JSONWriter()
        json.object { json in
            json.key("document")
            json.value(key)
            json.key("kind")
            json.value(kind)
            json.key("span")
            json.span(origin.span)
            writeMeaning(to: &json)
        }
        var copy = self
        copy.origin.id = SHA256.hex(json.bytes, digits: 20)
        copy.origin.document = document.id ?? key
        return copy
    }
}

extension Event {
    func writeMeaning(to json: inout JSONWriter) {
        json.key("type")
        json.value(type.rawValue)
        json.key("mode")
        json.value(mode)
        json.key("contexts")
        json.strings(contexts)
        json.key("cameo")
        json.value(cameo)
        json.key("actors")
        json.array(actors) { $1.write(to: &$0) }
        json.key("recipients")
        json.array(recipients) { $1.write(to: &$0) }
        json.key("status")
        json.value(status.rawValue)
        json.key("date")
        json.value(date?.description)
        json.key("date_text")
        json.value(dateText)
        json.key("place")
        json.value(place)
        json.key("objects")
        json.strings(objects)
    }
}

extension Agreement {
    func writeMeaning(to json: inout JSONWriter) {
        json.key("name")
        json.value(name)
        json.key("parties")
        json.array(parties) { $1.write(to: &$0) }
        json.key("type")
        json.value(type?.rawValue)
        json.key("duties")
        json.array(duties) { json, duty in
            json.object { json in
                json.key("kind")
                json.value(duty.kind.rawValue)
                json.key("trigger")
                json.value(duty.trigger)
                json.key("quote")
                json.value(duty.quote)
            }
        }
        json.key("stage")
        json.value(stage?.rawValue)
        json.key("signed")
        json.value(signed?.description)
        json.key("spheres")
        json.strings(spheres)
        json.key("replaces")
        json.array(replaces) { json, old in
            json.object { json in
                json.key("date")
                json.value(old.date?.description)
                json.key("treaty")
                json.value(old.treaty)
                json.key("text")
                json.value(old.text)
            }
        }
        json.key("status")
        json.value(status.rawValue)
    }
}

extension Claim {
    func writeMeaning(to json: inout JSONWriter) {
        json.key("speaker")
        json.actor(speaker)
        json.key("via")
        json.strings(via)
        json.key("speaker_span")
        json.span(speakerSpan)
        json.key("cue_span")
        json.span(cueSpan)
        json.key("content_span")
        json.span(contentSpan)
        json.key("content_pieces")
        json.array(contentPieces) { $0.span($1) }
        json.key("cue")
        json.value(cue)
        json.key("stance")
        json.value(stance.rawValue)
        json.key("direct")
        json.value(direct)
        json.key("evidence")
        json.value(evidence)
    }
}

extension Question {
    func writeMeaning(to json: inout JSONWriter) {
        json.key("asks")
        json.value(asks)
        json.key("about")
        json.array(about) { $1.write(to: &$0) }
        json.key("raised_by")
        json.actor(raisedBy)
        json.key("unspecified")
        json.value(unspecified)
    }
}

extension Actor {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("code")
            json.value(code)
            json.key("sector")
            json.value(sector)
            json.key("name")
            json.value(name)
            json.key("cow")
            json.value(cow)
            json.key("gw")
            json.value(gw)
            json.key("text")
            json.value(text)
            json.key("person")
            json.value(person)
        }
    }
}

extension JSONWriter {
    mutating func strings(_ values: [String]) {
        array(values) { $0.value($1) }
    }

    mutating func span(_ span: Span?) {
        guard let span else { return null() }
        array([span.start, span.end]) { $0.value($1) }
    }

    mutating func actor(_ actor: Actor?) {
        guard let actor else { return null() }
        actor.write(to: &self)
    }
}
