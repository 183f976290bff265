import CasusCore
import Language

/// How far what is said reaches on either side of its word of speech, where the tree leaves words beside it.
extension ClaimReader {
    /// The pieces of a content with the words that belong to it.
    func complete(_ content: [Range<Int>], of verb: Int, behind cue: Range<Int>, as word: Cue) -> [Range<Int>] {
        guard let first = content.first, let last = content.last, !first.isEmpty, !last.isEmpty else { return content }
        var content = content
        if cue.contains(first.lowerBound), first.lowerBound > verb, first.upperBound > cue.upperBound {
            // What completes the words of speech has gone over to them.
            content[0] = cue.upperBound..<first.upperBound
            return complete(content, of: verb, behind: cue, as: word)
        }
        if first.count == 1, content.count == 1, first.upperBound <= cue.lowerBound, isRelated(first.lowerBound),
            let words = judged(verb, behind: cue)
        {
            return [first, closed(words)]
        }
        if last.lowerBound >= cue.upperBound {
            let kept = last.lowerBound..<told(last, under: verb)
            // "a complaint against Chad | with the council": where it is made is not against whom.
            let isAgainst = page.lower(last.lowerBound - 1) == "against" && word.stance == .accuses
            content[content.count - 1] = kept.upperBound < last.upperBound || isAgainst ? kept : last.lowerBound..<end(of: last)
        }
        if first.lowerBound >= cue.upperBound, page.sentence(first.lowerBound) == page.sentence(verb) {
            content[0] = min(opening(clause(of: verb, in: first), behind: cue, word), last.upperBound - 1)..<content[0].upperBound
            if let front = front(of: verb, cue, before: content[0].lowerBound) { content.insert(front, at: 0) }
        }
        content = content.map(closed)
        if last.upperBound <= cue.lowerBound, content.count == 1, let rest = resumed(content[0], behind: cue, of: verb) {
            content.append(rest)
        }
        return content
    }

    /// "what he called “a disgrace”", "which they saw as a threat": what is said of it stands right behind the verb.
    private func judged(_ verb: Int, behind cue: Range<Int>) -> Range<Int>? {
        let next = cue.upperBound
        guard next < page.sentenceTokens(verb).upperBound else { return nil }
        if page.isQuote(next), let quotation = page.quotation(around: next), quotation.tokens.lowerBound == next { return quotation.tokens }
        return page.all(verb).first {
            $0 >= next && page.extents[$0].lowerBound == next && [.xcomp, .obj, .obl, .advcl, .ccomp].contains(page.universal($0))
                && !isOccasion($0)
        }.map { trimmedContent(page.extents[$0]) }
    }

    /// "“We wait,” said Macron, the president, “but not for long.”": a quotation that goes on behind the one who speaks.
    private func resumed(_ piece: Range<Int>, behind cue: Range<Int>, of verb: Int) -> Range<Int>? {
        let sentence = page.sentenceTokens(verb)
        guard page.isQuote(piece.upperBound - 1),
            let mark = (cue.upperBound..<max(cue.upperBound, sentence.upperBound)).first(where: page.isQuote), mark > cue.upperBound,
            mark + 1 < sentence.upperBound, page.word(mark - 1) == ",", page.word(mark + 1).first?.isLowercase ?? false,
            let quotation = page.quotation(around: mark), quotation.tokens.lowerBound == mark,
            !(cue.upperBound..<mark).contains(where: { page.isVerbal($0) && page.lexicon.cues[.verb, page.lemma($0)] != nil })
        else { return nil }
        return quotation.tokens
    }

    /// A content without what tells when or where it was said, where the tree has put that into it: "said last week | that they would wait".
    private func clause(of verb: Int, in piece: Range<Int>) -> Range<Int> {
        if let head = contentHead(piece, under: verb),
            let that = page.all(head).first(where: {
                page.universal($0) == .mark && page.lower($0) == "that" && page.tokens[$0].upos == .sconj
            }),
            that > piece.lowerBound, piece.contains(that), that < head, !(piece.lowerBound..<that).contains(where: page.isQuote)
        {
            return that..<piece.upperBound
        }
        guard let date = page.dates[piece.lowerBound], date.tokens.lowerBound == piece.lowerBound,
            date.tokens.upperBound + 1 < piece.upperBound
        else { return piece }
        return date.tokens.upperBound..<piece.upperBound
    }

    /// Where a content behind its cue begins, words between the two included: "urged them to wait", "said in Oslo that in his view ...".
    private func opening(_ piece: Range<Int>, behind cue: Range<Int>, _ word: Cue) -> Int {
        let gap = cue.upperBound..<piece.lowerBound
        guard let first = gap.first, gap.count < 40 else { return piece.lowerBound }
        if let that = gap.first(where: { page.lower($0) == "that" && page.tokens[$0].upos == .sconj }) { return that }
        // "noted the “loophole”": a word that hangs on what is quoted.
        if gap.count <= 2, page.head(first).map(piece.contains) ?? false,
            gap.allSatisfy({ ![.punct, .adp].contains(page.tokens[$0].upos) })
        {
            return first
        }
        var top = first
        while let up = page.head(top), gap.contains(up) { top = up }
        guard page.isNominal(top), page.dates[first] == nil, page.dates[top] == nil, !gap.contains(where: page.isQuote),
            !gap.contains(where: { page.word($0) == "," || page.word($0) == ":" }),
            page.child(top, .case).map({ $0 < first }) ?? true
        else { return piece.lowerBound }
        // Who is to do something is part of what is asked; who is only told it is not.
        let isTold = word.addressee.alternatives.contains { $0.contains { $0.position == "obj" } }
        if isOpen(piece), !isTold || word.stance != .asserts || page.lower(piece.lowerBound) == "to" { return first }
        return isTold ? piece.lowerBound : first
    }

    /// Whether a content is no clause of its own, so that it needs the noun before it: "to wait", "of a lie", "joining them".
    private func isOpen(_ piece: Range<Int>) -> Bool {
        let start = piece.lowerBound
        if [start, start - 1].contains(where: { page.tokens[$0].upos == .adp || page.tokens[$0].xpos == .in && opensGerund($0) })
            || page.tokens[start].xpos == .vbg
        {
            return true
        }
        return piece.prefix(3).contains { page.lower($0) == "to" && page.tokens[$0].upos == .part }
    }

    /// "of joining": a preposition before a clause without a tense, which the tagger takes for a conjunction.
    private func opensGerund(_ token: Int) -> Bool { page.head(token).map { $0 > token && page.tokens[$0].xpos == .vbg } ?? false }

    /// What stands in front of the speaker and belongs to the content: "In a merger, he said, the name would stay", "which he said had failed".
    private func front(of verb: Int, _ cue: Range<Int>, before content: Int) -> Range<Int>? {
        guard let subject = page.child(verb, .nsubj), page.sentence(subject) == page.sentence(verb) else { return nil }
        let sentence = page.sentenceTokens(verb)
        let low = min(page.extents[subject].lowerBound, cue.lowerBound)
        let high = max(page.extents[subject].upperBound, cue.upperBound)
        guard low > sentence.lowerBound, high <= content else { return nil }
        if subject < verb, isRelated(low - 1), low - 1 == sentence.lowerBound || page.tokens[low - 2].upos != .adp {
            return low - 1..<low
        }
        guard page.word(low - 1) == ",", high < content, page.word(high) == ",", content - high <= 2 else { return nil }
        // A quotation with a capital begins anew: "At the door, she said, “We wait.”"
        if page.isQuote(content), content + 1 < sentence.upperBound, page.word(content + 1).first?.isUppercase ?? false { return nil }
        let front = trimmedContent(sentence.lowerBound..<low - 1)
        guard !front.isEmpty, !front.contains(where: { page.isQuote($0) || page.lemma($0) == "ask" }),
            page.quotation(around: front.lowerBound) == nil
        else { return nil }
        return front
    }

    private func isRelated(_ token: Int) -> Bool {
        page.isRelative(token) || (page.lower(token) == "what" && page.tokens[token].upos == .pron)
    }
}
