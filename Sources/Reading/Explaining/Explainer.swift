import CasusCore
import Language

/// Puts the trace of a reading in the order of the text.
struct Explainer {
    let page: Page
    let trace: Trace
    let statements: [(draft: Draft, statement: Statement)]

    func explanation() -> Explanation {
        var trails = Dictionary(grouping: trace.trails.indices) { page.sentence(trace.trails[$0].token) }
        let read = Dictionary(grouping: statements) { page.sentence($0.draft.token) }
        let sentences = page.analysis.sentences.enumerated().map { index, sentence in
            let own = trails.removeValue(forKey: index) ?? []
            return ExplainedSentence(
                number: index + 1, kind: "\(sentence.kind)", span: page.document.text.span(sentence.start..<sentence.end),
                bytes: sentence.start..<sentence.end, text: collapse(page.document.text.string(sentence.start..<sentence.end)),
                words: sentence.tokens.map { word($0) }, read: (read[index] ?? []).map { explained($0.draft, $0.statement, own) },
                rejected: rejected(own))
        }
        return Explanation(sentences: sentences, statements: statements.map(\.statement))
    }

    private func number(_ token: Int) -> Int { token - page.sentenceTokens(token).lowerBound + 1 }

    private func word(_ token: Int) -> ExplainedWord {
        let tags = page.tokens[token]
        return ExplainedWord(
            number: number(token), text: page.word(token), lemma: page.lemma(token), upos: tags.upos.name, xpos: tags.xpos.name,
            head: page.head(token).map { number($0) } ?? 0, relation: tags.relation.name, span: page.span(token..<token + 1),
            isMended: trace.mended.contains(token))
    }
}

/// What was read.
extension Explainer {
    private func explained(_ draft: Draft, _ statement: Statement, _ own: [Int]) -> ExplainedStatement {
        let trail = draft.trail.map { trace.trails[$0] }
        var grounds = trail.map { self.grounds($0.notes) } ?? []
        switch statement {
        case .event, .agreement: grounds += status(draft.token, ofRecord: true)
        case .claim, .question: break
        }
        let others = own.filter { trace.trails[$0].token == draft.token && trace.trails[$0].kind == trail?.kind && $0 != draft.trail }
        return ExplainedStatement(
            statement: statement, word: number(draft.token), text: page.word(draft.token), source: trail?.source,
            grounds: inOrder(grounds), tried: attempts(others))
    }

    /// Grounds of one topic together: who acts, on whom, whether it happened, when, where.
    private func inOrder(_ grounds: [Ground]) -> [Ground] {
        var topics: [Topic] = []
        for ground in grounds where !topics.contains(ground.topic) { topics.append(ground.topic) }
        var kept: [Ground] = []
        for topic in topics {
            for ground in grounds where ground.topic == topic && !kept.contains(ground) { kept.append(ground) }
        }
        return kept
    }

    private func grounds(_ notes: [Trace.Note]) -> [Ground] {
        notes.flatMap { note in
            [ground(note.topic, note.tokens, note.says, note.source)]
                + note.heads.flatMap { page.conjuncts($0) }.flatMap { namings($0, note.topic, depth: 0) }
        }
    }

    /// How a noun was taken for somebody, and how the nouns by which it was known.
    private func namings(_ token: Int, _ topic: Topic, depth: Int) -> [Ground] {
        guard depth < 4 else { return [] }
        return (trace.namings[token] ?? []).flatMap { naming in
            [ground(topic, page.phrase(token), naming.says, naming.source, isDetail: true)]
                + (naming.through.map { namings($0, topic, depth: depth + 1) } ?? [])
        }
    }

    /// The chain that a status comes from.
    private func status(_ act: Int, ofRecord: Bool) -> [Ground] {
        let links = trace.links[act] ?? []
        if links.isEmpty {
            guard ofRecord else { return [] }
            return [Ground(topic: .status, words: nil, span: nil, source: nil, says: "no word around it makes it anything but actual")]
        }
        return links.map { link in
            ground(.status, link.token..<link.token + 1, link.says, link.source)
        }
    }

    private func ground(_ topic: Topic, _ tokens: Range<Int>, _ says: String, _ source: Source?, isDetail: Bool = false) -> Ground {
        let isThere = !tokens.isEmpty
        return Ground(
            topic: topic, words: isThere ? page.string(tokens) : nil, span: isThere ? page.span(tokens) : nil, source: source, says: says,
            isDetail: isDetail)
    }
}

/// What gave no record.
extension Explainer {
    private struct Key: Hashable {
        var token: Int
        var kind: Trace.Kind
    }

    /// Words of a sentence of which no trail led to a statement, in the order of the text.
    private func rejected(_ own: [Int]) -> [RejectedWord] {
        let kept = Set(statements.compactMap(\.draft.trail))
        let trails = Dictionary(grouping: own) { Key(token: trace.trails[$0].token, kind: trace.trails[$0].kind) }
        let vain = trails.filter { $0.value.allSatisfy { !kept.contains($0) } }
        return vain.sorted { ($0.key.token, $0.key.kind.rawValue) < ($1.key.token, $1.key.kind.rawValue) }.map { key, trails in
            RejectedWord(
                kind: key.kind.rawValue, word: number(key.token), text: page.word(key.token), lemma: page.lemma(key.token),
                attempts: attempts(trails))
        }
    }

    /// Those that came furthest first: a row whose object does not fit says less than one that found nobody who acts.
    private func attempts(_ trails: [Int]) -> [Attempt] {
        var found: [Attempt] = []
        for trail in trails.map({ trace.trails[$0] }) {
            let reason = trail.reason ?? .twice
            guard !found.contains(where: { $0.reason == reason && $0.source == trail.source }) else { continue }
            let chain = reason == .notSaid ? status(trail.token, ofRecord: false) : []
            found.append(
                Attempt(reason: reason, detail: trail.detail, source: trail.source, grounds: inOrder(grounds(trail.notes) + chain)))
        }
        return found.filter { !$0.reason.isOfRow } + found.filter(\.reason.isOfRow)
    }
}

extension Reason {
    /// Whether a row was laid aside by its own columns, before anything was looked for in the text.
    package var isOfRow: Bool {
        switch self {
        case .particle, .object, .modifier, .outranked: true
        default: false
        }
    }
}
