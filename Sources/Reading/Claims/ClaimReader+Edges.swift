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

    /// A cue with what completes it: "warned of", "called for", "went on to say", "said repeatedly".
    func completed(_ cue: Range<Int>, of verb: Int, before content: [Range<Int>]) -> Range<Int> {
        var (low, high) = (cue.lowerBound, cue.upperBound)
        let sentence = page.sentenceTokens(verb)
        if high < sentence.upperBound, page.universal(high) == .advmod, page.head(high) == verb, page.lower(high).hasSuffix("ly"),
            page.dates[high] == nil, high + 1 == sentence.upperBound || page.dates[high + 1] == nil
        {
            high += 1
        }
        if high < sentence.upperBound, let first = content.first,
            page.tokens[high].upos == .adp && first.lowerBound == high + 1 || opensPhrase(first, behind: cue, at: high)
        {
            high += 1
        }
        high = made(verb, from: high)
        if low > sentence.lowerBound, page.lower(low - 1) == "to", page.tokens[low - 1].upos == .part, page.head(low - 1) == verb {
            low -= 1
            if let up = page.head(verb), [.xcomp, .advcl].contains(page.universal(verb)),
                page.lexicon.isOfClass(page.lemma(up), "going-on"),
                page.verbGroup(up).upperBound == low || page.lower(low - 1) == "on" && page.verbGroup(up).upperBound == low - 1
            {
                low = page.verbGroup(up).lowerBound
            }
        }
        return low..<high
    }

    /// "made it clear that": where the words end that make it a word of speech.
    private func made(_ verb: Int, from end: Int) -> Int {
        let limit = page.sentenceTokens(verb).upperBound
        guard page.lemma(verb) == "make" else { return end }
        let judged = end < limit && page.lower(end) == "it" ? end + 1 : end
        guard judged + 1 < limit, page.tokens[judged].upos == .adj,
            page.universal(judged + 1) == .mark || page.tokens[judged + 1].xpos == .wrb
        else { return end }
        return judged + 1
    }

    /// Whether a content begins with the preposition that leads to it: "joked about | leaving", "boasted of | how they had left".
    private func opensPhrase(_ content: Range<Int>, behind cue: Range<Int>, at token: Int) -> Bool {
        guard content.lowerBound == token, content.count > 1, page.tokens[token].xpos == .in, let head = page.head(token), head > token,
            page.head(head).map(cue.contains) ?? false
        else { return false }
        switch page.lower(token) {
        case "as", "that", "if", "whether", "because": return false
        default: break
        }
        return page.tokens[head].xpos == .vbg || page.universal(token) == .case || page.tokens[token + 1].xpos == .wrb
            || page.lower(token + 1) == "whether"
    }

    /// Whether a noun may be a source where the cue leaves no doubt that it is one: "allies", "a count", "55 percent"; not "it".
    func canState(_ head: Int) -> Bool {
        if page.dates[head] != nil { return false }
        return [.noun, .num, .propn, .sym].contains(page.tokens[head].upos) || page.lower(head) == "it" && page.universal(head) == .nsubj
    }

    /// A piece of the content without the words that name who says it, where the tree has put them into it.
    func outside(_ piece: Range<Int>, _ speaker: Range<Int>) -> Range<Int>? {
        guard piece.overlaps(speaker) else { return piece }
        if piece.lowerBound < speaker.lowerBound { return trimmedContent(piece.lowerBound..<speaker.lowerBound) }
        return piece.upperBound > speaker.upperBound ? trimmedContent(speaker.upperBound..<piece.upperBound) : nil
    }

    /// A piece of content without the words of speech, should it hold them, and within the quotation that they stand in.
    func within(_ piece: Range<Int>, of token: Int, _ cue: Range<Int>) -> [Range<Int>] {
        var parts = [piece]
        if piece.overlaps(cue) {
            parts = [
                piece.lowerBound..<max(piece.lowerBound, cue.lowerBound), min(piece.upperBound, cue.upperBound)..<piece.upperBound,
            ].filter { part in part.contains { ![.punct, .adp, .cconj].contains(page.tokens[$0].upos) } }.map(trimmedContent)
        }
        guard let home = page.quotation(around: token) else { return parts.map(requoted) }
        let end = home.tokens.upperBound - (page.isQuote(home.tokens.upperBound - 1) ? 1 : 0)
        return parts.compactMap { part in
            let inside = part.clamped(to: home.tokens.lowerBound + 1..<max(home.tokens.lowerBound + 1, end))
            guard inside != part else { return part }
            return inside.contains { page.tokens[$0].upos != .punct } ? trimmedContent(inside) : nil
        }
    }

    /// A piece that is all of a quotation, with the marks at its edges.
    private func requoted(_ piece: Range<Int>) -> Range<Int> {
        guard let quotation = page.quotation(around: piece.lowerBound), quotation.tokens.lowerBound == piece.lowerBound - 1,
            page.isQuote(quotation.tokens.lowerBound), quotation.tokens.upperBound >= piece.upperBound,
            (piece.upperBound..<quotation.tokens.upperBound).allSatisfy({ page.tokens[$0].upos == .punct })
        else { return piece }
        return quotation.tokens
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

    /// "Asked whether they would come, Macron said ...": what somebody was asked is not what he says.
    func isQuestioned(_ front: Range<Int>) -> Bool {
        front.prefix(2).contains { page.lemma($0) == "ask" && page.tokens[$0].xpos == .vbn }
            && page.quotation(around: front.lowerBound) == nil
    }

    /// Whether what stands behind a cue set between commas goes on with what was said before it.
    func goesOn(_ rest: Range<Int>, behind before: Range<Int>) -> Bool {
        if page.isQuoted(before) || page.isQuote(before.upperBound - 1) { return page.isQuoted(rest) }
        // "..., he said, who was there" and "..., he said, smiling" tell of the speaker.
        let opening = page.tokens[rest.lowerBound]
        if opening.xpos == .vbg || page.lower(rest.lowerBound) == "whose" || page.isRelative(rest.lowerBound) { return false }
        // "In Oslo, he said, “We wait.”": a capital begins anew.
        let opens = page.isQuote(rest.lowerBound) && page.word(rest.lowerBound + 1).first?.isUppercase ?? false
        return !opens || before.contains { page.isVerbal($0) && page.isFinite($0) }
    }

    /// "..., adding that ...": a word of speech that goes on reporting and so ends what was said before it.
    func isAdded(_ verb: Int) -> Bool {
        page.tokens[verb].xpos == .vbg && page.lexicon.isOfClass(page.lemma(verb), "adding") && page.universal(verb) == .advcl
            && verb > page.sentenceTokens(verb).lowerBound && page.word(verb - 1) == ","
    }

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

    /// The words of a speaker without a quotation that the tree has hung on the name: "“We wait,” said Macron".
    func unquoted(_ range: Range<Int>, _ speaker: Int, _ content: [Range<Int>]) -> Range<Int> {
        guard range.contains(speaker),
            let piece = content.first(where: { $0.overlaps(range) && !$0.contains(speaker) && page.isQuoted($0) })
        else { return range }
        return piece.upperBound <= speaker
            ? max(range.lowerBound, piece.upperBound)..<range.upperBound
            : range.lowerBound..<min(range.upperBound, piece.lowerBound)
    }

    /// Quotations that go on behind the sentence of the cue, in the same paragraph and with no words but their own,
    /// or in paragraphs behind it that hold nothing else: "We wait," he said. "The talks go on."
    func continuation(of content: [Range<Int>], after token: Int) -> [Range<Int>] {
        guard page.quotation(around: token) == nil, let last = content.last, last.upperBound <= page.sentenceTokens(token).upperBound,
            content.contains(where: { $0.contains(where: page.isQuote) }) || page.quotation(around: last.upperBound - 1) != nil
        else { return [] }
        var found: [Range<Int>] = []
        var end = page.sentenceTokens(token).upperBound
        while end < page.tokens.count, found.count < 8, page.isQuote(end), let quotation = page.quotation(around: end),
            quotation.tokens.lowerBound == end
        {
            let stop = quotation.tokens.upperBound
            let sentence = page.sentenceTokens(stop - 1)
            // Words behind the closing mark may name another speaker or are the outlet's own.
            guard (stop..<sentence.upperBound).allSatisfy({ page.universal($0) == .punct }) else { break }
            if paragraph(end) != paragraph(token),
                sentence.upperBound < page.tokens.count && paragraph(sentence.upperBound) == paragraph(end)
            {
                break
            }
            found.append(quotation.tokens)
            end = sentence.upperBound
        }
        return found
    }

    private func paragraph(_ token: Int) -> Int { page.analysis.sentences[page.sentence(token)].paragraph }
}

/// What stands around "according to" and its source, or around a cue that is set into a clause.
extension ClaimReader {
    /// A clause without the cue and its subject that stand inside it; nil where there is nothing on one side.
    func around(_ verb: Int, in range: Range<Int>) -> [Range<Int>]? {
        let group = page.verbGroup(verb)
        let low = page.child(verb, .nsubj).map { min(page.phrase($0).lowerBound, group.lowerBound) } ?? group.lowerBound
        guard range.lowerBound < low, group.upperBound < range.upperBound else { return nil }
        let parts = [range.lowerBound..<low, group.upperBound..<range.upperBound].map(trimmedContent)
        return parts.allSatisfy { part in part.contains { page.tokens[$0].upos != .punct } } ? parts : nil
    }

    /// The clause of a predicate around the words that name its source, in one piece or two.
    func around(_ cut: Range<Int>, from token: Int, in predicate: Int) -> [Range<Int>] {
        let sentence = page.sentenceTokens(token)
        var start = sentence.lowerBound
        // What stands in brackets, or between marks, is told apart from what is around it.
        if let bracket = (start..<token).last(where: { page.word($0) == "(" || page.word($0) == ")" }), page.word(bracket) == "(" {
            start = bracket + 1
        }
        let whole = page.extents[predicate]
        var before = start..<token
        var after = cut.upperBound..<max(cut.upperBound, min(whole.upperBound, sentence.upperBound))
        if predicate < token, before.contains(predicate) { after = after.lowerBound..<after.lowerBound }
        while let first = before.first, page.tokens[first].upos == .punct, !page.isQuote(first) { before = first + 1..<before.upperBound }
        // "Traffic, according to the port, has grown": a single word counts, but not a "but".
        return [before, after].filter { $0.contains { ![.punct, .cconj].contains(page.tokens[$0].upos) } }.map {
            closed(extended(trimmedContent($0)))
        }
    }
}
