package import CasusCore

/// Puts statements into words, a line each; a claim that is the words of an event stands in the event's line.
package struct BriefWriter {
    private let statements: [Statement]
    private let byID: [String: Statement]
    private let phrase: StatementWords
    private var actors: ActorWords { phrase.actors }
    /// Records that another record of the same happening stands for, each with that one.
    private let folded: [String: String]
    /// The claims in which the doer of an event says what the event is: an accusation, a denial, an appeal, praise.
    private let speech: [String: [Claim]]

    package init(statements: [Statement], stateName: (String) -> String?) {
        self.statements = statements
        let byID = Dictionary(statements.map { ($0.id, $0) }) { first, _ in first }
        self.byID = byID
        phrase = StatementWords(statements, stateName: stateName)
        let folded = Folding.lesser(of: statements, byID)
        self.folded = folded
        var speech: [String: [Claim]] = [:]
        let claims = statements.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
        var told: Set<String> = []
        for case .event(let event) in statements where folded[event.origin.id] == nil && event.status == .actual {
            for claim in claims where BriefWriter.speaks(claim, event) && told.insert(claim.origin.id).inserted {
                speech[event.origin.id, default: []].append(claim)
            }
        }
        self.speech = speech
    }

    private static func speaks(_ claim: Claim, _ event: Event) -> Bool {
        guard let speaker = claim.speaker, claim.origin.sentence == event.origin.sentence,
            claim.origin.span.start < event.origin.span.end, event.origin.span.start < claim.origin.span.end,
            event.actors.contains(where: { $0.code == speaker.code && $0.name == speaker.name })
        else { return false }
        switch event.type {
        case .accuse: return claim.stance == (event.mode == "disapprove" ? .criticises : .accuses)
        case .reject: return claim.stance == .denies
        case .request: return [.demands, .asks].contains(claim.stance)
        case .support: return claim.stance == .praises
        default: return false
        }
    }

    /// The other sentences that tell of the same.
    private func also(_ origin: Origin) -> [Int] {
        let others = statements.filter { folded[$0.id] == origin.id }.map(\.origin.sentence)
        return Set(others).subtracting([origin.sentence]).sorted()
    }

    // MARK: Agreements

    package func agreements() -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .agreement(let agreement) = statement, folded[statement.id] == nil else { return nil }
            return Brief.Line(
                text: phrase.agreement(agreement), origin: agreement.origin, also: also(agreement.origin), details: terms(of: agreement))
        }
    }

    /// Duties, fields and what is replaced, from all records of the instrument; each leads to the record whose own sentence says it.
    private func terms(of agreement: Agreement) -> [Brief.Line] {
        let others = statements.compactMap { statement -> Agreement? in
            guard folded[statement.id] == agreement.origin.id, case .agreement(let other) = statement else { return nil }
            return other
        }
        // A record that was told the terms of others holds more of them than the one they come from.
        let records = (others + [agreement]).sorted { size($0) < size($1) }
        var lines: [Brief.Line] = []
        func add(_ text: String, _ record: Agreement) {
            if !lines.contains(where: { $0.text == text }) { lines.append(Brief.Line(text: text, origin: record.origin)) }
        }
        for record in records {
            for duty in record.duties {
                let trigger = duty.trigger.flatMap { duty.quote.contains($0) ? nil : ", when “\(flat($0))”" } ?? ""
                add("\(duty.kind.rawValue): “\(flat(duty.quote))”\(trigger)", record)
            }
        }
        for record in records where !record.spheres.isEmpty { add("covers: " + record.spheres.joined(separator: ", "), record) }
        if let record = records.max(by: { $0.replaces.count < $1.replaces.count }), !record.replaces.isEmpty {
            add("replaces: " + enumeration(unique(record.replaces.map { $0.date.map(words) ?? flat($0.text) })), record)
        }
        return lines
    }

    private func size(_ agreement: Agreement) -> Int {
        agreement.duties.count + agreement.spheres.count + agreement.replaces.count
    }

    // MARK: Events

    /// Whether an event belongs with the accusations and denials.
    package func isDispute(_ event: Event) -> Bool {
        event.type == .accuse || (event.type == .reject && (!event.about.isEmpty || speech[event.origin.id] != nil))
    }

    package func events(where belongs: (Event) -> Bool) -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .event(let event) = statement, folded[statement.id] == nil, belongs(event) else { return nil }
            return Brief.Line(text: words(event), origin: event.origin, also: also(event.origin))
        }
    }

    /// "Vladimir Putin (Russia) → Kim Jong Un (North Korea): aid or gift (give): Aurus limousine, tea set, 2024-06-19"
    private func words(_ event: Event, sourced: Bool = true) -> String {
        var text = phrase.act(event) + phrase.date(event) + phrase.place(event)
        if let said = speech[event.origin.id] { text += ": " + contents(said) }
        if sourced { text += sources(of: event) }
        return text
    }

    /// ", according to Vladimir Putin (Russia)": whose words an event was read from, and how they stand to it.
    private func sources(of event: Event) -> String {
        let claims = event.claims.compactMap { id -> Claim? in
            guard case .claim(let claim) = byID[id] else { return nil }
            return claim
        }
        let phrases = unique(claims.map { StatementWords.standing(of: $0.stance) })
        return phrases.map { phrase in
            let said = claims.filter { StatementWords.standing(of: $0.stance) == phrase }
            let names = unique(said.flatMap { claim in claim.speaker.map { [actors.name($0)] } ?? claim.via })
            return names.isEmpty ? "" : ", " + phrase + " " + enumeration(names)
        }.joined()
    }

    // MARK: Accusations

    /// Accusations with those who make them and those who deny, side by side.
    package func disputes() -> [Brief.Line] {
        var lines: [Brief.Line] = []
        var told: Set<String> = []
        for case .event(let event) in statements
        where (event.status == .alleged || event.status == .denied) && folded[event.origin.id] == nil {
            var replies: [Brief.Line] = []
            for case .event(let reply) in statements where reply.about.contains(event.origin.id) {
                let verb =
                    switch reply.type {
                    case .accuse: "accused by "
                    case .reject: "denied by "
                    default: EventWords.gloss(reply) + " by "
                    }
                let said = speech[reply.origin.id].map { ": " + contents($0) } ?? ""
                replies.append(Brief.Line(text: verb + actors.listed(reply.actors) + said, origin: reply.origin))
                told.insert(reply.origin.id)
            }
            for case .claim(let claim) in statements where claim.origin.sentence == event.origin.sentence {
                guard let evidence = claim.evidence else { continue }
                let who = claim.speaker.map(actors.name) ?? "the report"
                replies.append(Brief.Line(text: "evidence, according to " + who + ": “\(flat(evidence))”", origin: claim.origin))
            }
            let text = words(event, sourced: replies.isEmpty) + " — " + event.status.rawValue
            lines.append(Brief.Line(text: text, origin: event.origin, also: also(event.origin), details: replies))
        }
        for case .event(let event) in statements
        where isDispute(event) && event.status == .actual && !told.contains(event.origin.id) && folded[event.origin.id] == nil {
            lines.append(Brief.Line(text: words(event), origin: event.origin, also: also(event.origin)))
        }
        return lines
    }

    // MARK: Claims and questions

    /// What named and unnamed speakers say, without what stands in the line of an event already; speakers of the same words together.
    package func claims() -> [Brief.Line] {
        let told = Set(speech.values.joined().map(\.origin.id))
        var lines: [(claim: Claim, speakers: [Actor])] = []
        for case .claim(let claim) in statements
        where !isOwnVoice(claim) && !told.contains(claim.origin.id) {
            let same = lines.firstIndex { line in
                line.claim.stance == claim.stance && line.claim.origin.sentence == claim.origin.sentence
                    && line.claim.contentSpan == claim.contentSpan && line.claim.cueSpan == claim.cueSpan
            }
            let speakers = claim.speaker.map { [$0] } ?? []
            if let same { lines[same].speakers += speakers } else { lines.append((claim, speakers)) }
        }
        return lines.map { claim, speakers in
            return Brief.Line(text: phrase.claim(claim, by: speakers), origin: claim.origin)
        }
    }

    /// What the report says in its own voice.
    package func ownVoice() -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .claim(let claim) = statement, isOwnVoice(claim) else { return nil }
            return Brief.Line(text: contents([claim]), origin: claim.origin)
        }
    }

    private func isOwnVoice(_ claim: Claim) -> Bool { claim.speaker == nil && claim.speakerSpan == nil }

    package func questions() -> [Brief.Line] {
        statements.compactMap { statement in
            guard case .question(let question) = statement else { return nil }
            return Brief.Line(text: phrase.question(question), origin: question.origin)
        }
    }

    // MARK: Words

    private func contents(_ claims: [Claim]) -> String { StatementWords.contents(claims) }
    private func words(_ date: EDTF) -> String { StatementWords.words(date) }
    private func unique(_ words: [String]) -> [String] { StatementWords.unique(words) }
    private func flat(_ words: String) -> String { StatementWords.flat(words) }
}
