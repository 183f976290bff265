import CasusCore

/// Puts statements into words, a line each.
struct BriefWriter {
    private let statements: [Statement]
    private let byID: [String: Statement]
    /// Records that another record of the same happening stands for.
    private let folded: Set<String>

    init(statements: [Statement]) {
        self.statements = statements
        let byID = Dictionary(statements.map { ($0.id, $0) }) { first, _ in first }
        self.byID = byID
        var folded: Set<String> = []
        for statement in statements {
            let others: [String]
            switch statement {
            case .event(let event): others = event.sameAs
            case .agreement(let agreement): others = agreement.sameAs
            default: continue
            }
            if !folded.contains(statement.id) {
                folded.formUnion(others.filter { other in BriefWriter.isLess(other, than: statement, byID: byID) })
            }
        }
        self.folded = folded
    }

    /// Of two records of the same, the one that says less gives way.
    private static func isLess(_ other: String, than statement: Statement, byID: [String: Statement]) -> Bool {
        guard let second = byID[other] else { return false }
        let (a, b) = (weight(statement), weight(second))
        return b < a || (b == a && (second.origin.span, second.id) > (statement.origin.span, statement.id))
    }

    private static func weight(_ statement: Statement) -> Int {
        switch statement {
        case .event(let event): event.objects.count + (event.date == nil ? 0 : 2) + event.recipients.count + (event.place == nil ? 0 : 1)
        case .agreement(let agreement):
            2 * agreement.duties.count + agreement.spheres.count + agreement.replaces.count + (agreement.signed == nil ? 0 : 1)
                + (agreement.origin.rule == "terms" ? 0 : 8)
        default: 0
        }
    }

    // MARK: Agreements

    func agreements() -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .agreement(let agreement) = statement, !folded.contains(statement.id) else { return nil }
            var text = names(agreement.parties) + ": " + agreement.name + ", " + standing(agreement)
            if let signed = agreement.signed { text += " (" + signed.description + ")" }
            var line = Brief.Line(text: text, origin: agreement.origin)
            for duty in agreement.duties {
                // The duty's words may stand in another sentence, whose own record names it.
                let origin = source(of: duty, in: agreement)
                line.details.append(
                    Brief.Line(
                        text: "\(duty.kind.rawValue): “\(duty.quote)”" + (duty.trigger.map { ", when: " + $0 } ?? ""), origin: origin))
            }
            if !agreement.spheres.isEmpty {
                line.details.append(
                    Brief.Line(
                        text: "covers: " + agreement.spheres.joined(separator: ", "),
                        origin: source(agreement) { $0.spheres == agreement.spheres }))
            }
            if !agreement.replaces.isEmpty {
                let old = agreement.replaces.map { $0.date?.description ?? $0.text }.joined(separator: ", ")
                line.details.append(Brief.Line(text: "replaces: " + old, origin: source(agreement) { !$0.replaces.isEmpty }))
            }
            return line
        }
    }

    private func standing(_ agreement: Agreement) -> String {
        switch agreement.status {
        case .actual: agreement.stage.rawValue
        case .negated: "not signed"
        default: agreement.stage.rawValue + ", " + agreement.status.rawValue
        }
    }

    private func source(of duty: Agreement.Duty, in agreement: Agreement) -> Origin {
        source(agreement) { $0.duties.contains(duty) }
    }

    /// The record of the sentence that says it itself.
    private func source(_ agreement: Agreement, where holds: (Agreement) -> Bool) -> Origin {
        for id in agreement.sameAs {
            if case .agreement(let other) = byID[id], other.origin.rule == "terms", holds(other) { return other.origin }
        }
        return agreement.origin
    }

    // MARK: Events

    /// Whether an event belongs with the accusations and denials.
    func isDispute(_ event: Event) -> Bool {
        event.type == .accuse || (event.type == .reject && !event.about.isEmpty)
    }

    func events(where belongs: (Event) -> Bool) -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .event(let event) = statement, !folded.contains(statement.id), belongs(event) else { return nil }
            return Brief.Line(text: words(event), origin: event.origin)
        }
    }

    /// "Vladimir Putin (RUS) → Kim Jong Un (PRK): gift; Aurus car, tea set"
    private func words(_ event: Event) -> String {
        var text = names(event.actors)
        if !event.recipients.isEmpty { text += " → " + names(event.recipients) }
        text += ": " + gloss(event)
        if !event.objects.isEmpty { text += "; " + event.objects.joined(separator: ", ") }
        if let date = event.date { text += "; " + date.description } else if let words = event.dateText { text += "; “\(words)”" }
        if let place = event.place { text += "; " + place }
        let sources = event.claims.compactMap { id -> String? in
            guard case .claim(let claim) = byID[id] else { return nil }
            return claim.speaker?.name
        }
        if !sources.isEmpty { text += "; says " + listed(sources) }
        return text
    }

    private func gloss(_ event: Event) -> String {
        let word = event.origin.rule.split(separator: ":").last.map(String.init) ?? ""
        return event.type.rawValue.lowercased() + (event.mode.map { "/" + $0 } ?? "") + (word.isEmpty ? "" : " (" + word + ")")
    }

    // MARK: Accusations

    /// Accusations with those who make them and those who deny, side by side.
    func disputes() -> [Brief.Line] {
        var lines: [Brief.Line] = []
        var told: Set<String> = []
        for statement in statements {
            guard case .event(let event) = statement, event.status == .alleged || event.status == .denied, !folded.contains(statement.id)
            else { continue }
            var line = Brief.Line(text: words(event) + " [" + event.status.rawValue + "]", origin: event.origin)
            for other in statements {
                guard case .event(let reply) = other, reply.about.contains(statement.id) else { continue }
                let verb =
                    reply.type == .accuse ? "accused by " : reply.type == .reject ? "denied by " : reply.type.rawValue.lowercased() + ": "
                line.details.append(Brief.Line(text: verb + names(reply.actors), origin: reply.origin))
                told.insert(other.id)
            }
            for other in statements {
                guard case .claim(let claim) = other, let evidence = claim.evidence, claim.origin.sentence == event.origin.sentence else {
                    continue
                }
                line.details.append(
                    Brief.Line(text: (claim.speaker?.name ?? "the report itself") + ": “\(evidence)”", origin: claim.origin))
            }
            lines.append(line)
        }
        for statement in statements {
            guard case .event(let event) = statement, isDispute(event), event.status == .actual, !told.contains(statement.id),
                !folded.contains(statement.id)
            else { continue }
            var line = Brief.Line(text: words(event), origin: event.origin)
            for id in event.about {
                if case .event(let act) = byID[id] { line.details.append(Brief.Line(text: "about " + words(act), origin: act.origin)) }
            }
            lines.append(line)
        }
        return lines
    }

    // MARK: Claims and questions

    func claims() -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .claim(let claim) = statement, claim.speaker != nil || !claim.via.isEmpty || claim.speakerSpan != nil else {
                return nil
            }
            let who = claim.speaker.map { name($0) } ?? (claim.speakerSpan == nil ? "the report itself" : "somebody not named")
            return Brief.Line(text: who + " " + claim.stance.rawValue + ": " + short(claim.origin.quote), origin: claim.origin)
        }
    }

    func questions() -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .question(let question) = statement else { return nil }
            return Brief.Line(text: (question.unspecified ? "not specified: " : "") + question.asks, origin: question.origin)
        }
    }

    // MARK: Words

    private func names(_ actors: [Actor]) -> String { listed(actors.map { name($0) }) }

    private func name(_ actor: Actor) -> String {
        guard let code = actor.code, let sector = actor.sector, !actor.name.isEmpty else { return actor.name }
        return actor.name + " (" + code + " " + sector + ")"
    }

    private func listed(_ words: [String]) -> String {
        var seen: [String] = []
        for word in words where !seen.contains(word) { seen.append(word) }
        guard seen.count > 1, let last = seen.last else { return seen.first ?? "" }
        return seen.dropLast().joined(separator: ", ") + " and " + last
    }

    private func short(_ quote: String) -> String {
        let flat = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard flat.count > 160 else { return flat }
        let cut = flat.prefix(158)
        return cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + " …"
    }
}
