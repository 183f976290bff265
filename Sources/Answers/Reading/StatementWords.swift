package import CasusCore

/// Statements as a reader wants them told, each by itself; words between “ ” are the text's own.
package struct StatementWords {
    package let actors: ActorWords

    /// - Parameter stateName: the usual name of a state, by its code; without it the code stands.
    package init(_ statements: [Statement], stateName: (String) -> String?) {
        actors = ActorWords(statements, stateName: stateName)
    }

    /// One line, without its date.
    package func text(_ statement: Statement) -> String {
        switch statement {
        case .event(let event): act(event) + place(event)
        case .agreement(let agreement): self.agreement(agreement)
        case .claim(let claim): self.claim(claim, by: claim.speaker.map { [$0] } ?? [])
        case .question(let question): self.question(question)
        }
    }

    /// "Vladimir Putin (Russia) → Kim Jong Un (North Korea): aid or gift (give): Aurus limousine, tea set"
    package func act(_ event: Event) -> String {
        var text = event.actors.isEmpty ? "somebody not named" : actors.listed(event.actors)
        if !event.recipients.isEmpty { text += " → " + actors.listed(event.recipients) }
        text += ": " + EventWords.gloss(event)
        if !event.objects.isEmpty { text += ": " + event.objects.map(StatementWords.flat).joined(separator: ", ") }
        return text
    }

    /// "Vladimir Putin (Russia) → Kim Jong Un (North Korea): Aurus limousine, tea set, in Pyongyang"
    package func gift(_ event: Event) -> String {
        actors.listed(event.actors) + " → " + actors.listed(event.recipients) + ": "
            + event.objects.map(StatementWords.flat).joined(separator: ", ")
            + place(event)
    }

    /// ", 2024-06-19"; the text's own words where no date is known.
    package func date(_ event: Event) -> String {
        if let date = event.date { return ", " + StatementWords.words(date) }
        return event.dateText.map { ", “\(StatementWords.flat($0))”" } ?? ""
    }

    /// ", in Washington"
    package func place(_ event: Event) -> String {
        guard let place = event.place, !(event.actors + event.recipients).contains(where: { $0.name == place }) else { return "" }
        return ", in " + place
    }

    /// "Russia and North Korea: mutual defence pact, signed 2024-06-19"
    package func agreement(_ agreement: Agreement) -> String {
        var text = agreement.parties.isEmpty ? "" : actors.listed(agreement.parties) + ": "
        text += agreement.name + ", " + StatementWords.standing(agreement)
        if let signed = agreement.signed { text += (agreement.stage == .signed ? " " : ", signed ") + StatementWords.words(signed) }
        return text
    }

    package static func standing(_ agreement: Agreement) -> String {
        guard let kind = agreement.stage else { return agreement.status == .actual ? "its standing not said" : agreement.status.rawValue }
        let stage = kind == .inForce ? "in force" : kind.rawValue
        switch agreement.status {
        case .actual: return stage
        case .planned: return [.proposed, .negotiated].contains(kind) ? stage : "to be " + stage
        case .possible: return "not sure to be " + stage
        case .negated: return "not " + stage
        case .alleged, .denied: return stage + " (" + agreement.status.rawValue + ")"
        }
    }

    /// "Yuri Ushakov (Russia) says: “that the treaty would not be aimed at any other country”"
    package func claim(_ claim: Claim, by speakers: [Actor]) -> String {
        if claim.speaker == nil, claim.origin.rule.hasPrefix("voice:"), speakers.isEmpty {
            return (claim.via.first ?? "the report") + " in its own voice: " + StatementWords.contents([claim])
        }
        let who = speakers.isEmpty ? (claim.via.isEmpty ? "somebody not named" : enumeration(claim.via)) : actors.listed(speakers)
        return "\(who) \(StatementWords.verb(claim, plural: speakers.count > 1)): \(StatementWords.contents([claim]))"
    }

    package func question(_ question: Question) -> String {
        let by = question.raisedBy.map { ", raised by " + actors.name($0) } ?? ""
        return (question.unspecified ? "not stated: " : "") + StatementWords.flat(question.asks) + by
    }

    /// "says", "decline to say", "hopes (want)"
    package static func verb(_ claim: Claim, plural: Bool) -> String {
        let verb = claim.stance == .asserts ? "says" : claim.stance.rawValue
        let number = (plural ? (verb == "denies" ? "deny" : String(verb.dropLast())) : verb) + (claim.stance == .declines ? " to say" : "")
        let own = claim.origin.rule.split(separator: ":").dropFirst().last.map(String.init) ?? ""
        let isPlain = own.isEmpty || ["say", "tell", "according to"].contains(own) || verb.hasPrefix(own.prefix(4))
        return isPlain ? number : number + " (" + own + ")"
    }

    /// What claims hold, in the text's own words.
    package static func contents(_ claims: [Claim]) -> String {
        unique(claims.map { "“" + flat(content($0)) + "”" }).joined(separator: ", ")
    }

    private static func content(_ claim: Claim) -> String {
        let (origin, quote) = (claim.origin, claim.origin.quote.unicodeScalars)
        let pieces = claim.contentPieces.isEmpty ? claim.contentSpan.map { [$0] } ?? [] : claim.contentPieces
        // A quotation that goes on in the next sentences is told as far as the record's own sentence holds it.
        let spans = pieces.filter { origin.span.start <= $0.start && $0.end <= origin.span.end }
        guard !spans.isEmpty else { return origin.quote }
        let told = spans.map { span in
            let start = quote.index(quote.startIndex, offsetBy: span.start - origin.span.start)
            return String(quote[start..<quote.index(start, offsetBy: span.end - span.start)])
        }
        return told.joined(separator: " … ") + (spans.count < pieces.count ? " …" : "")
    }

    /// How a speaker stands to what a record tells: "according to", "denied by".
    package static func standing(of stance: Stance) -> String {
        switch stance {
        case .asserts, .accuses, .confirms, .praises, .criticises: "according to"
        case .denies: "denied by"
        case .doubts: "doubted by"
        case .demands, .asks: "asked for by"
        case .hopes: "hoped for by"
        case .declines: "left open by"
        }
    }

    /// "2013-11-18 to 2013-11-24"
    package static func words(_ date: EDTF) -> String { date.description.replacing("/", with: " to ") }

    package static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    /// On one line, and without marks of quotation around it.
    package static func flat(_ words: String) -> String {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let marks: [(Character, Character)] = [("\"", "\""), ("“", "”")]
        for (open, close) in marks where line.count > 1 && line.first == open && line.last == close {
            let inside = line.dropFirst().dropLast()
            if !inside.contains(open), !inside.contains(close) { return String(inside) }
        }
        return line
    }
}
