import CasusCore

/// Statements as an `Event`, where something is stated as done, or a `Note`.
extension FollowTheMoney {
    func entity(_ kept: Kept, known: [String: Statement]) -> FtMEntity {
        let (statement, publication) = (kept.statement, kept.publication)
        let isFact = statement.status == .actual
        var entity = FtMEntity(id: Self.statementID(kept.id), schema: isFact ? "Event" : "Note")
        let name = Self.name(statement)
        entity.add("name", name)
        entity.add("summary", statement.origin.quote)
        let documentID = Self.documentID(publication)
        if isFact {
            if let date = Self.day(of: statement)?.certain {
                entity.add("date", Self.fitting(date.date))
                entity.add("startDate", Self.fitting(date.from))
                entity.add("endDate", Self.fitting(date.to))
            }
            if case .event(let event) = statement { entity.add("location", event.place) }
            entity.add("recordId", kept.id)
        } else {
            // The model shows a note by its description.
            entity.add("description", name + ": “" + statement.origin.quote + "”")
            entity.add("entity", documentID)
        }
        for party in statement.parties {
            entity.add(isFact ? "involved" : "entity", Self.actorID(party.actor, in: publication))
            entity.add(isFact ? "involved" : "entity", Self.spokesmanID(party.actor, in: publication))
        }
        for keyword in Self.keywords(statement) { entity.add("keywords", keyword) }
        for note in Self.notes(kept, known: known) { entity.add("notes", note) }
        entity.add("publisher", publication.publisher)
        entity.add("retrievedAt", String(kept.recorded.description.dropLast()))
        entity.add("proof", documentID)
        return entity
    }

    /// The date on which the fact itself falls: that of a signing is no date of a suspension.
    private static func day(of statement: Statement) -> EDTF? {
        if case .agreement(let agreement) = statement, agreement.stage != .signed { return nil }
        return statement.happened
    }

    /// The model's dates begin in the year 1000.
    private static func fitting(_ date: String?) -> String? {
        date.flatMap { $0.utf8.first == UInt8(ascii: "1") || $0.utf8.first == UInt8(ascii: "2") ? $0 : nil }
    }

    /// A name in words; of all that is not stated as done it begins with what it is.
    static func name(_ statement: Statement) -> String {
        let doubt = statement.status.map { $0 == .actual ? "" : $0.rawValue + ": " } ?? ""
        switch statement {
        case .event(let event):
            let act = event.type.rawValue + (event.mode.map { " (" + $0 + ")" } ?? "")
            let sides = [event.actors, event.recipients].map { $0.map(\.name).joined(separator: ", ") }.filter { !$0.isEmpty }
            if sides.isEmpty { return doubt + act }
            // An arrow before a lone recipient, so that it does not pass for the actor.
            return doubt + act + ": " + (event.actors.isEmpty ? "→ " : "") + sides.joined(separator: " → ")
        case .agreement(let agreement):
            let stage = agreement.stage.map { " (" + $0.rawValue + ")" } ?? ""
            let parties = agreement.parties.map(\.name).joined(separator: ", ")
            return doubt + "agreement" + stage + ": " + agreement.name + (parties.isEmpty ? "" : ", between " + parties)
        case .claim(let claim):
            let through = claim.via.isEmpty ? "" : ", through " + claim.via.joined(separator: ", ")
            let speaker = claim.speaker.map { $0.name + ($0.person.map { " (" + $0 + ")" } ?? "") } ?? "no speaker named"
            return "claim (" + claim.stance.rawValue + "): " + speaker + through
        case .question(let question): return "question: " + question.asks
        }
    }

    private static func keywords(_ statement: Statement) -> [String] {
        let own: [String?] =
            switch statement {
            case .event(let it): [it.type.rawValue, it.mode, it.cameo.map { "CAMEO " + $0 }, it.status.rawValue] + it.contexts
            case .agreement(let it): [it.type?.rawValue, it.stage?.rawValue, it.status.rawValue] + it.spheres
            case .claim(let it): [it.stance.rawValue, it.direct ? "quoted" : nil]
            case .question(let it): [it.unspecified ? "unspecified" : nil]
            }
        return [statement.kind] + own.compactMap(\.self)
    }

    private static func notes(_ kept: Kept, known: [String: Statement]) -> [String] {
        let origin = kept.statement.origin
        let place = "sentence \(origin.sentence), characters \(origin.span.start) to \(origin.span.end)"
        let parties = kept.statement.parties.map { party in
            let code = [party.actor.code, party.actor.sector].compactMap(\.self).joined(separator: " ")
            return party.role.words + ": " + party.actor.name + (code.isEmpty ? "" : " (" + code + ")") + ", “" + party.actor.text + "”"
        }
        let claims = kept.statement[.claims].compactMap { known[$0] }.map { "according to " + name($0) }
        let corrections = kept.corrections.map { "corrected by \($0.by) at \($0.at): \($0.field) is \($0.value)" }
        let source = "read by the rule " + origin.rule + " with confidence " + origin.confidence.decimal
        return [place, source] + own(kept.statement) + parties + claims + corrections
    }

    private static func own(_ statement: Statement) -> [String] {
        let date = statement.happened.map { ["date (EDTF): " + $0.description] } ?? []
        switch statement {
        case .event(let it): return date + note("dated in the text", it.dateText) + it.objects.map { "object: " + $0 }
        case .agreement(let it):
            let duties = it.duties.map { "duty: \($0.kind.rawValue), " + ($0.trigger.map { $0 + ", " } ?? "") + "“" + $0.quote + "”" }
            let replaced = it.replaces.map { "replaces “" + $0.text + "”" + ($0.date.map { " (" + $0.description + ")" } ?? "") }
            // An agreement's date is that of its signing, whatever its stage.
            return (statement.happened.map { ["signed (EDTF): " + $0.description] } ?? []) + duties + replaced
        case .claim(let it): return note("words of saying", it.cue) + note("evidence", it.evidence)
        case .question(let it): return note("asks", it.asks)
        }
    }

    private static func note(_ label: String, _ value: String?) -> [String] { value.map { [label + ": " + $0] } ?? [] }
}

extension Party.Role {
    fileprivate var words: String { self == .raisedBy ? "raised by" : rawValue }
}
