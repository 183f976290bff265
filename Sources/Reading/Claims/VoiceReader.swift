import CasusCore
import Language

/// Reads what the outlet says in its own voice where it judges: "the two autocrats", "despite considerable evidence", "seems to be".
struct VoiceReader {
    let page: Page
    /// What others say: an outlet's voice is not heard in it.
    let claims: [Draft]

    func read() -> [Draft] {
        page.tokens.indices.compactMap { token in
            if page.isVerbal(token), page.lexicon.voices[page.lemma(token)] != nil { return seeming(token) }
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

    /// "The general seems to be ill": how something looks to the outlet.
    private func seeming(_ verb: Int) -> Draft? {
        guard let subject = page.child(verb, .nsubj), subject < verb, page.lower(subject) != "it",
            let complement = page.child(verb, .xcomp) ?? page.child(verb, .ccomp), complement > verb,
            page.quotation(around: verb) == nil, page.modality(verb, skippingNegation: false) == .actual,
            [.actual, .alleged].contains(page.status(of: verb)),
            !claims.contains(where: { $0.content.contains { $0.contains(verb) } })
        else { return nil }
        let words = page.isRelative(subject) ? subject..<subject + 1 : page.extents[subject]
        let group = page.verbGroup(verb)
        let extent = page.extents[complement]
        let rest = extent.clamped(to: group.upperBound..<max(group.upperBound, extent.upperBound))
        guard !rest.isEmpty, words.upperBound <= group.lowerBound else { return nil }
        return claim(words.lowerBound..<rest.upperBound, content: words, rest: page.trimmed(rest), cue: group, token: verb)
    }

    private func claim(_ range: Range<Int>, content: Range<Int>, rest: Range<Int>? = nil, cue: Range<Int>?, token: Int) -> Draft {
        var claim = Claim(
            origin: page.origin(range, rule: "voice:" + page.lemma(token).inLowerCase, confidence: 0.7), speaker: nil, stance: .asserts,
            direct: false)
        claim.via = [page.document.publisher].compactMap { $0 }
        claim.cueSpan = cue.map { page.span($0) }
        claim.cue = cue.map { page.string($0) }
        let pieces = [page.trimmed(content)] + [rest].compactMap(\.self)
        claim.contentSpan = page.span(pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound)
        claim.contentPieces = pieces.count > 1 ? pieces.map { page.span($0) } : []
        page.trace?.begin(.claim, token)
        page.trace?.note(.cue, token..<token + 1, "a word by which the outlet judges in its own voice")
        return Draft(statement: .claim(claim), token: token, range: range, content: pieces, trail: page.trace?.made())
    }
}
