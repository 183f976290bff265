import CasusCore
import Language

/// Words of speech that are no verbs, and speech that stands apart from its verb.
extension ClaimReader {
    /// "is confident that talks will go on", "was critical of the pact"
    mutating func adjectiveCue(_ word: Int) {
        let token = page.tokens[word]
        guard token.upos == .adj || token.xpos == .vbn, let cue = page.lexicon.cues[.adj, page.lower(word)]?.first,
            let copula = page.child(word, .cop) ?? page.exactChild(word, .auxPass), copula < word,
            let subject = page.child(word, .nsubj).map({ page.isRelative($0) ? page.antecedent(word) ?? $0 : $0 }), subject < word,
            let head = firstHead(cue.content, { page.heads(at: $0, of: word) }), head > word
        else { return }
        let start = page.all(word).first { [.aux, .cop].contains(page.universal($0)) } ?? copula
        let range = page.extents[head]
        let content = page.child(head, .case) == range.lowerBound ? range.lowerBound + 1..<range.upperBound : range
        guard !content.isEmpty else { return }
        lesser.insert(word)
        add(cue: cue, verb: word, cueRange: start..<word + 1, content: [trimmedContent(content)], speaker: subject)
    }

    /// "Rome's claim that ...", "his criticism of the pact": whose word it is stands before it.
    mutating func nounCue(_ noun: Int) {
        guard page.tokens[noun].upos == .noun, let owner = page.exactChild(noun, .nmodPoss), owner < noun,
            let cue = page.lexicon.cues[.noun, page.lemma(noun).inLowerCase]?.first, cue.stance != .declines,
            page.quotation(around: noun) == nil,
            let head = firstHead(cue.content, { phrases(of: noun, at: $0) })
        else { return }
        let range = page.extents[head]
        var end = noun + 1
        if let marker = page.child(head, .case), marker == end, marker == range.lowerBound { end += 1 }
        let words = page.extents[owner]
        guard end < range.upperBound, words.upperBound <= noun, page.status(of: noun) != .negated else { return }
        lesser.insert(noun)
        page.trace?.begin(.claim, noun, cue.source)
        emit(
            stance: cue.stance, speakerHead: owner, speakerRange: words, cueRange: words.upperBound..<end,
            content: [trimmedContent(max(end, range.lowerBound)..<range.upperBound)], token: noun, rule: "cue:" + cue.lemma)
    }

    /// "did not respond to a request", "would not comment on the raid": silence is a refusal to say.
    mutating func unanswered(_ verb: Int) -> Bool {
        guard let preposition = ["respond": "to", "reply": "to", "comment": "on"][page.lemma(verb)],
            page.modality(verb, skippingNegation: false) == .negated
        else { return false }
        guard let asked = page.obliques(verb, preposition).first, asked > verb, let marker = page.child(asked, .case) else {
            return silent(verb)
        }
        page.trace?.begin(.claim, verb)
        let group = page.verbGroup(verb)
        let words = marker == group.upperBound ? group.lowerBound..<marker + 1 : group
        let content = max(marker + 1, words.upperBound)..<max(marker + 2, page.extents[asked].upperBound)
        emit(
            stance: .declines, speakerHead: page.subject(verb), speakerRange: page.subject(verb).map { speakerRange($0, of: verb) },
            cueRange: words, content: [trimmedContent(content)], token: verb, rule: "cue:" + page.lemma(verb), states: true)
        return true
    }

    /// "Minsk has not commented.": nothing more is told than that nothing was said.
    private mutating func silent(_ verb: Int) -> Bool {
        let group = page.verbGroup(verb)
        guard page.universal(verb) == .root || page.universal(verb) == .conj, let subject = page.subject(verb), subject < verb,
            group.lowerBound < verb, group.upperBound == verb + 1,
            !page.all(verb).contains(where: { [.obj, .ccomp, .xcomp].contains(page.universal($0)) })
        else { return false }
        page.trace?.begin(.claim, verb)
        emit(
            stance: .declines, speakerHead: subject, speakerRange: speakerRange(subject, of: verb), cueRange: group.lowerBound..<verb,
            content: [verb..<verb + 1], token: verb, rule: "cue:" + page.lemma(verb), states: true)
        return true
    }

    /// "The general reportedly fled": said by nobody who is named.
    mutating func adverbCue(_ word: Int) {
        guard page.tokens[word].upos == .adv, let cue = page.lexicon.cues[.adv, page.lower(word)]?.first, let head = page.head(word),
            page.isPredicate(head)
        else { return }
        let whole = page.clause(head)
        guard whole.contains(word) else { return }
        let pieces = [whole.lowerBound..<word, word + 1..<whole.upperBound].filter { !$0.isEmpty }.map { page.trimmed($0) }
        let content = pieces.filter { !$0.isEmpty }
        guard content.joined().count > 2 else { return }
        lesser.insert(word)
        page.trace?.begin(.claim, word, cue.source)
        emit(
            stance: cue.stance, speakerHead: nil, speakerRange: nil, cueRange: word..<word + 1, content: content, token: word,
            rule: "cue:" + cue.lemma, isUnnamed: true)
    }

    /// "As the agency reported, the bridge is closed": the clause that the one with the word of speech is set beside.
    func relayed(_ verb: Int, _ cue: Cue) -> [Range<Int>]? {
        guard page.universal(verb) == .advcl, cue.stance == .asserts, page.subordinator(verb) == "as", let outer = page.head(verb),
            !page.all(verb).contains(where: { [.ccomp, .xcomp, .obj].contains(page.universal($0)) }), page.isPredicate(outer)
        else { return nil }
        let (whole, inner) = (page.clause(outer), page.extents[verb])
        let pieces = [
            whole.lowerBound..<max(whole.lowerBound, inner.lowerBound), min(whole.upperBound, inner.upperBound)..<whole.upperBound,
        ].map { page.trimmed($0) }.filter { $0.count > 1 }
        return pieces.isEmpty || pieces.contains { $0.overlaps(inner) } ? nil : pieces
    }

    /// "He said:" and a paragraph between quotation marks.
    func opened(by verb: Int) -> [Range<Int>]? {
        let sentence = page.sentenceTokens(verb)
        guard page.word(sentence.upperBound - 1) == ":", sentence.upperBound < page.tokens.count, page.isQuote(sentence.upperBound),
            page.extents[verb].upperBound >= sentence.upperBound - 1, page.quotation(around: verb) == nil,
            let quotation = page.quotation(around: sentence.upperBound), quotation.tokens.lowerBound == sentence.upperBound
        else { return nil }
        return [quotation.tokens]
    }

    /// What of a noun stands behind it at a place: no relative clause and no "made by".
    private func phrases(of noun: Int, at place: Slot.Place) -> [Int] {
        page.nounHeads(at: place, of: noun).filter { $0 > noun && page.relation($0) != .aclRelcl && page.tokens[$0].xpos != .vbn }
    }

    /// The first word at the places of a row, in their order.
    private func firstHead(_ slot: Slot, _ find: (Slot.Place) -> [Int]) -> Int? {
        for place in slot.alternatives.joined() {
            if let head = find(place).first { return head }
        }
        return nil
    }
}
