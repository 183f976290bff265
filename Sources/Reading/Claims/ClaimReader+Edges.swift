import CasusCore
import Language
import WhosWho

/// Where the stretches of a claim begin and end, and how far a quotation goes on behind its cue.
extension ClaimReader {
    /// The words of the speaker: "who" where that is what stands before the verb, a noun without the preposition that opens it.
    func speakerRange(_ speaker: Int, of verb: Int) -> Range<Int> {
        if let own = page.all(verb).first(where: { page.universal($0) == .nsubj && $0 != speaker && page.isRelative($0) }),
            page.sentence(own) == page.sentence(verb)
        {
            return own..<own + 1
        }
        let range = page.extents[speaker]
        // "a resolution condemning the raid": the noun ends where the words of speech begin.
        let group = page.verbGroup(verb)
        if speaker < group.lowerBound, range.contains(verb), group.lowerBound > range.lowerBound {
            let words = page.trimmed(range.lowerBound..<group.lowerBound)
            if !words.isEmpty { return words }
        }
        let opening = range.lowerBound
        guard opening < speaker, page.universal(opening) == .case, page.head(opening) == speaker else { return range }
        return opening + 1..<range.upperBound
    }

    /// A cue with the preposition that leads to the content: "warned of", "called for".
    func completed(_ cue: Range<Int>, before content: [Range<Int>]) -> Range<Int> {
        guard let first = content.first, first.lowerBound == cue.upperBound + 1, page.tokens[cue.upperBound].upos == .adp else {
            return cue
        }
        return cue.lowerBound..<cue.upperBound + 1
    }

    /// Whether a noun may be a source where the cue leaves no doubt that it is one: "allies", "a count", "55 percent"; not "it".
    func canState(_ head: Int) -> Bool {
        [.noun, .num, .propn, .sym].contains(page.tokens[head].upos) || page.lower(head) == "it" && page.universal(head) == .nsubj
    }

    /// A piece of the content without the words that name who says it, where the tree has put them into it.
    func outside(_ piece: Range<Int>, _ speaker: Range<Int>) -> Range<Int>? {
        guard piece.overlaps(speaker) else { return piece }
        if piece.lowerBound < speaker.lowerBound { return trimmedContent(piece.lowerBound..<speaker.lowerBound) }
        return piece.upperBound > speaker.upperBound ? trimmedContent(speaker.upperBound..<piece.upperBound) : nil
    }

    /// Where a short clause of speech ends: behind whom it tells and where and when, "told reporters in Oslo on Monday".
    func endOfCue(_ verb: Int, from end: Int) -> Int {
        var end = end
        for child in page.all(verb) where child > verb && page.extents[child].lowerBound == end {
            switch page.universal(child) {
            case .obl: end = page.extents[child].upperBound
            case .obj where page.lemma(verb) == "tell": end = page.extents[child].upperBound
            default: break
            }
        }
        return end
    }

    /// "..., adding that ...": a word of speech that goes on reporting and so ends what was said before it.
    func isAdded(_ verb: Int) -> Bool {
        page.tokens[verb].xpos == .vbg && Self.adding.contains(page.lemma(verb)) && page.universal(verb) == .advcl
            && verb > page.sentenceTokens(verb).lowerBound && page.word(verb - 1) == ","
    }

    static let adding: Set<String> = ["add", "note", "say", "cite", "argue", "warn", "insist", "explain", "claim", "stress", "tell"]

    /// The cue whose report "..., adding" goes on with, where the tree hangs the participle into the content.
    func reporting(before verb: Int) -> Int? {
        guard isAdded(verb), var at = page.head(verb) else { return nil }
        for _ in 0..<6 {
            guard let up = page.head(at) else { return nil }
            if [.ccomp, .xcomp].contains(page.universal(at)), page.lexicon.cues[.verb, page.lemma(up)] != nil { return up }
            at = up
        }
        return nil
    }

    /// Whether ", adding" goes on with what was said or done in fact.
    func isAddedToFact(_ verb: Int) -> Bool {
        guard isAdded(verb), let main = reporting(before: verb) ?? page.head(verb) else { return false }
        return page.modality(main, skippingNegation: true) == .actual
    }

    /// What of a content stands before ", adding".
    func beforeAdded(_ range: Range<Int>, under verb: Int) -> Range<Int> {
        guard let added = range.dropFirst(2).first(where: { isAdded($0) && !page.isQuoted(range.lowerBound..<$0 + 1) }),
            reporting(before: added) == verb
        else { return range }
        return range.lowerBound..<added - 1
    }

    /// Quotations that go on behind the sentence of the cue, in the same paragraph and with no words but their own:
    /// "We wait," he said. "The talks go on."
    func continuation(of content: [Range<Int>], after token: Int) -> [Range<Int>] {
        guard let last = content.last, page.isQuoted(last), last.upperBound <= page.sentenceTokens(token).upperBound else { return [] }
        var found: [Range<Int>] = []
        var end = page.sentenceTokens(token).upperBound
        while end < page.tokens.count, found.count < 8, page.isQuote(end), let quotation = page.quotation(around: end),
            quotation.tokens.lowerBound == end, paragraph(end) == paragraph(token)
        {
            let stop = quotation.tokens.upperBound
            let sentence = page.sentenceTokens(stop - 1)
            // Words behind the closing mark may name another speaker or are the outlet's own.
            guard (stop..<sentence.upperBound).allSatisfy({ page.universal($0) == .punct }) else { break }
            found.append(quotation.tokens)
            end = sentence.upperBound
        }
        return found
    }

    private func paragraph(_ token: Int) -> Int { page.analysis.sentences[page.sentence(token)].paragraph }
}
