import CasusCore
import Language

/// Reads what the outlet says in its own voice where it judges: "the two autocrats", "despite considerable evidence".
struct VoiceReader {
    let page: Page

    func read() -> [Draft] {
        page.tokens.indices.compactMap { token in
            guard page.tokens[token].upos == .noun || page.tokens[token].upos == .adj,
                page.lexicon.voices[page.lemma(token).inLowerCase] != nil,
                page.quotation(around: token) == nil
            else { return nil }
            if page.lemma(token) == "evidence" { return evidence(token) }
            return claim(page.phrase(token), content: page.phrase(token), cue: nil, token: token)
        }
    }

    /// "despite significant evidence"
    private func evidence(_ token: Int) -> Draft? {
        guard let marker = page.child(token, .case), ["despite", "given", "amid"].contains(page.lower(marker)) else { return nil }
        let range = page.extents[token]
        var draft = claim(range, content: marker + 1..<range.upperBound, cue: marker..<marker + 1, token: token)
        if case .claim(var claim) = draft.statement {
            claim.evidence = page.string(page.trimmed(marker + 1..<range.upperBound))
            draft.statement = .claim(claim)
        }
        return draft
    }

    private func claim(_ range: Range<Int>, content: Range<Int>, cue: Range<Int>?, token: Int) -> Draft {
        var claim = Claim(
            origin: page.origin(range, rule: "voice:" + page.lemma(token).inLowerCase, confidence: 0.7), speaker: nil, stance: .asserts,
            direct: false)
        claim.via = [page.document.publisher].compactMap { $0 }
        claim.cueSpan = cue.map { page.span($0) }
        claim.cue = cue.map { page.string($0) }
        claim.contentSpan = page.span(page.trimmed(content))
        page.trace?.begin(.claim, token)
        page.trace?.note(.cue, token..<token + 1, "a word by which the outlet judges in its own voice")
        return Draft(statement: .claim(claim), token: token, range: range, content: [content], trail: page.trace?.made())
    }
}
