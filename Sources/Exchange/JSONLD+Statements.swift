import CasusCore

/// Statements as nodes of linked data.
extension JSONLD {
    static func write(_ kept: Kept, to json: inout JSONWriter) {
        let (statement, publication, origin) = (kept.statement, kept.publication, kept.statement.origin)
        json.object { json in
            json.field("@id", Self.statement(kept.id))
            json.field("@type", types(statement))
            json.field("appearance", document(publication))
            json.field("text", origin.quote)
            json.field("sentence", origin.sentence)
            writeMeaning(statement, of: publication, to: &json)
            for relation in LinkKind.allCases { json.field(term(relation), statement[relation].map(Self.statement)) }
            json.key("annotation")
            annotation(kept, to: &json)
            json.key("wasGeneratedBy")
            json.object { json in
                json.field("@type", "Activity")
                json.field("rule", origin.rule)
                json.field("used", document(publication))
            }
            // As a string, so that it stays a decimal number and is not made a floating one.
            json.field("confidence", origin.confidence.decimal)
            json.field("recorded", kept.recorded.description)
            json.key("corrections")
            json.array(kept.corrections) { json, it in
                json.object { json in
                    json.field("@type", "Correction")
                    json.field("field", it.field)
                    json.field("value", it.value)
                    json.field("by", it.by)
                    json.field("at", it.at.description)
                    json.field("note", it.note)
                }
            }
        }
    }

    private static func types(_ statement: Statement) -> [String] {
        switch statement {
        case .event: ["Claim", "EventStatement"]
        case .agreement: ["Claim", "AgreementStatement"]
        case .claim: ["Claim", "ReportedClaim"]
        // What is asked is claimed by nobody.
        case .question: ["Question", "OpenQuestion"]
        }
    }

    private static func term(_ relation: LinkKind) -> String {
        switch relation {
        case .claims: "claims"
        case .about: "about"
        // Not the sameness of logic: two records of one happening may tell it differently.
        case .sameAs: "sameHappening"
        }
    }

    /// The place in the text, counted in code points as Web Annotation counts.
    private static func annotation(_ kept: Kept, to json: inout JSONWriter) {
        let origin = kept.statement.origin
        json.object { json in
            json.field("@id", "urn:casus:annotation:" + kept.id)
            json.field("@type", "Annotation")
            json.key("target")
            json.object { json in
                json.field("@type", "SpecificResource")
                json.field("source", document(kept.publication))
                json.key("selector")
                json.array([true, false]) { json, isPosition in
                    if isPosition { return position(origin.span, to: &json) }
                    json.object { json in
                        json.field("@type", "TextQuoteSelector")
                        json.field("exact", origin.quote)
                    }
                }
            }
        }
    }

    private static func position(_ span: Span, to json: inout JSONWriter) {
        json.object { json in
            json.field("@type", "TextPositionSelector")
            json.field("start", span.start)
            json.field("end", span.end)
        }
    }

    private static func writeMeaning(_ statement: Statement, of publication: Publication, to json: inout JSONWriter) {
        switch statement {
        case .event(let it):
            json.field("status", it.status.rawValue)
            json.field("eventType", it.type.rawValue)
            json.field("mode", it.mode)
            json.field("contexts", it.contexts)
            json.field("cameo", it.cameo)
            actors("actors", it.actors, of: publication, to: &json)
            actors("recipients", it.recipients, of: publication, to: &json)
            json.field("date", it.date?.description)
            json.field("dateText", it.dateText)
            json.field("place", it.place)
            json.field("objects", it.objects)
        case .agreement(let it): write(it, of: publication, to: &json)
        case .claim(let it):
            json.field("stance", it.stance.rawValue)
            if let speaker = it.speaker {
                json.key("author")
                actor(speaker, of: publication, to: &json)
            }
            json.field("spokesman", it.speaker?.person)
            json.field("via", it.via)
            json.field("cue", it.cue)
            json.field("direct", it.direct)
            json.field("evidence", it.evidence)
            positions("speakerPlace", it.speakerSpan.map { [$0] } ?? [], to: &json)
            positions("cuePlace", it.cueSpan.map { [$0] } ?? [], to: &json)
            positions("contentPlace", it.contentPieces.isEmpty ? it.contentSpan.map { [$0] } ?? [] : it.contentPieces, to: &json)
        case .question(let it):
            json.field("asks", it.asks)
            actors("about", it.about, of: publication, to: &json)
            actors("raisedBy", it.raisedBy.map { [$0] } ?? [], of: publication, to: &json)
            json.field("unspecified", it.unspecified)
        }
    }

    private static func write(_ it: Agreement, of publication: Publication, to json: inout JSONWriter) {
        json.field("status", it.status.rawValue)
        json.field("stage", it.stage?.rawValue)
        json.field("instrument", it.name)
        actors("parties", it.parties, of: publication, to: &json)
        json.field("signed", it.signed?.description)
        json.field("strongestDuty", it.type?.rawValue)
        json.key("duties")
        json.array(it.duties) { json, duty in
            json.object { json in
                json.field("@type", "Duty")
                json.field("duty", duty.kind.rawValue)
                json.field("trigger", duty.trigger)
                json.field("text", duty.quote)
            }
        }
        json.field("spheres", it.spheres)
        json.key("replaces")
        json.array(it.replaces) { json, old in
            json.object { json in
                json.field("@type", "Instrument")
                json.field("date", old.date?.description)
                json.field("treaty", old.treaty)
                json.field("text", old.text)
            }
        }
    }

    private static func positions(_ key: String, _ spans: [Span], to json: inout JSONWriter) {
        json.key(key)
        json.array(spans) { position($1, to: &$0) }
    }

    private static func actors(_ key: String, _ actors: [Actor], of publication: Publication, to json: inout JSONWriter) {
        json.key(key)
        json.array(actors) { actor($1, of: publication, to: &$0) }
    }

    private static func actor(_ actor: Actor, of publication: Publication, to json: inout JSONWriter) {
        json.object { json in
            json.field("@id", "urn:casus:actor:" + actor.localID(in: publication))
            json.field("@type", actor.isState ? ["Country", "Actor"] : ["Actor"])
            json.field("name", actor.name)
            json.field("code", actor.code)
            json.field("sector", actor.sector)
            json.field("cow", actor.cow)
            json.field("gw", actor.gw)
        }
    }
}
