import CasusCore
import Language
import WhosWho

/// What the reader of events passes over, for the trace.
extension EventReader {
    /// Nothing, and why.
    func dropped(_ reason: Reason) -> Draft? {
        page.trace?.drop(reason)
        return nil
    }

    /// A verb that lends a noun its actor.
    func traceSupport(_ support: Support) {
        guard let trace = page.trace else { return }
        trace.note(.noun, page.verbGroup(support.verb), "the verb lends the noun its actor", from: support.source)
        if support.effect != .actual {
            trace.note(.status, page.verbGroup(support.verb), "the verb makes the act \(support.effect.rawValue)", from: support.source)
        }
        guard let role = support.subject, let subject = page.subject(support.verb) else { return }
        let topic: Topic = role == .recipient ? .recipient : .actor
        let says = "the subject of the verb that lends the noun its actor"
        trace.note(topic, page.phrase(subject), says, from: support.source, heads: [subject])
    }

    /// Words with a known frame that were not even tried, because others had taken them.
    func tracePassedOver() {
        guard let trace = page.trace else { return }
        let tried = Set(trace.trails.lazy.filter { $0.kind == .event }.map(\.token))
        let read = Set(drafts.map(\.token))
        for token in lent.subtracting(read) { trace.pass(.event, token, .lent) }
        for token in page.tokens.indices where !tried.contains(token) && !lent.contains(token) {
            if [.aux, .cop].contains(page.universal(token)) { continue }
            let isVerb = page.isVerbal(token) && page.lexicon.frames[page.lemma(token)] != nil
            let isNoun = page.tokens[token].upos == .noun && page.lexicon.nouns[page.lemma(token)] != nil
            if isVerb || isNoun {
                trace.pass(.event, token, reason(token))
            } else if page.tokens[token].upos == .noun, page.lexicon.frames[page.lemma(token)] != nil, !taken.contains(token),
                !isSomebody(token)
            {
                trace.pass(.event, token, .notANoun)
            }
        }
    }

    /// "Forces", "host": a noun for those who act, though a verb has the same letters.
    private func isSomebody(_ noun: Int) -> Bool {
        let lemma = page.lemma(noun).inLowerCase
        return page.who.group(lemma) != nil || page.who.title(lemma) != nil
    }

    private func reason(_ token: Int) -> Reason {
        if page.universal(token) == .amod { return .attribute }
        guard taken.contains(token) else { return .unfinished }
        let verb = page.head(page.firstConjunct(token))
        return drafts.contains { $0.token == verb } ? .withVerb : .readElsewhere
    }
}
