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
        if last.lowerBound >= cue.upperBound {
            let kept = last.lowerBound..<told(last, under: verb)
            content[content.count - 1] = kept.upperBound < last.upperBound ? kept : last.lowerBound..<end(of: last)
        }
        if first.lowerBound >= cue.upperBound, page.sentence(first.lowerBound) == page.sentence(verb) {
            content[0] = opening(first, behind: cue, word)..<content[0].upperBound
            if let front = front(of: verb, cue, before: content[0].lowerBound) { content.insert(front, at: 0) }
        }
        content = content.map(closed)
        if last.upperBound <= cue.lowerBound, content.count == 1, let rest = resumed(content[0], behind: cue, of: verb) {
            content.append(rest)
        }
        return content
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

    /// Where a content behind its cue begins, words between the two included: "urged them to wait", "said in Oslo that in his view ...".
    private func opening(_ piece: Range<Int>, behind cue: Range<Int>, _ word: Cue) -> Int {
        let gap = cue.upperBound..<piece.lowerBound
        guard let first = gap.first, gap.count < 40 else { return piece.lowerBound }
        if let that = gap.first(where: { page.lower($0) == "that" && page.tokens[$0].upos == .sconj }) { return that }
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

    /// Where a content behind its cue ends: a purpose, reason or condition behind it is said too.
    private func end(of piece: Range<Int>) -> Int {
        if page.isQuote(piece.lowerBound), page.isQuoted(piece) { return piece.upperBound }
        let limit = page.sentenceTokens(piece.upperBound - 1).upperBound
        var end = piece.upperBound
        while end < limit, let next = continued(at: end, piece), next > end, next <= limit { end = next }
        guard end > piece.upperBound else { return end }
        if let quotation = page.quotation(around: end - 1), quotation.tokens.lowerBound > piece.lowerBound {
            return quotation.tokens.upperBound
        }
        return max(piece.upperBound, trimmedContent(piece.lowerBound..<end).upperBound)
    }

    /// Where the phrase or clause ends that goes on with a content at a token.
    private func continued(at token: Int, _ piece: Range<Int>) -> Int? {
        let limit = page.sentenceTokens(token).upperBound
        var opening = token
        if page.word(token) == "," { opening += 1 }
        let word = opening < limit && page.isQuote(opening) ? opening + 1 : opening
        guard word < limit else { return nil }
        if let end = conjoined(at: opening, limit) ?? (opening == token ? predicate(at: word) : nil) ?? main(at: word, piece) { return end }
        guard opening == token, let head = page.head(opening), head > opening, page.extents[head].lowerBound >= token else { return nil }
        let goesOn =
            switch page.lower(opening) {
            case "to": page.tokens[opening].upos == .part
            case "that", "if", "because": page.universal(opening) == .mark || page.isRelative(opening)
            case "for", "as": page.universal(opening) == .case || page.universal(opening) == .mark
            default: page.universal(opening) == .case && !isOccasion(head) && !isClause(piece)
            }
        return goesOn ? page.extents[head].upperBound : nil
    }

    /// Whether a content has a verb of its own with a tense, and is no mere thing or name.
    private func isClause(_ piece: Range<Int>) -> Bool { piece.contains { page.isVerbal($0) && page.isFinite($0) } }

    /// Whether a phrase tells when, where or by what means something was said, and not what.
    func isOccasion(_ noun: Int) -> Bool {
        if page.dates[noun] != nil { return true }
        switch page.marker(noun) {
        case "in"?, "on"?, "at"?, "via"?, "through"?:
            return page.lexicon.isOfClass(page.lemma(noun), "statement") || page.lexicon.isOfClass(page.lemma(noun), "occasion")
                || page.tokens[noun].upos == .propn
        case "during"?, "after"?, "before"?, "ahead"?, "ahead of"?, "amid"?, "by"?: return true
        default: return false
        }
    }

    /// "said the story of the shots | could do harm": the verb of a subject that the tree took for all that is said.
    private func predicate(at token: Int) -> Int? {
        guard [.aux, .cop, .ccomp, .root, .conj, .parataxis, .acl].contains(page.universal(token)), page.isVerbal(token),
            page.isQuote(token - 1) || page.tokens[token - 1].upos != .punct, page.tokens[token - 1].upos != .cconj
        else { return nil }
        let verb = [.aux, .cop].contains(page.universal(token)) ? page.head(token) ?? token : token
        guard verb >= token, page.tokens[token].xpos == .md || page.isFinite(verb) else { return nil }
        return page.extents[verb].upperBound
    }

    /// "said that if it rained | they would wait": the clause behind a condition that the tree took for all that is said.
    private func main(at token: Int, _ piece: Range<Int>) -> Int? {
        // "whether they came" is what is said, and "that" opens it.
        guard
            let start = piece.prefix(3).first(where: {
                page.tokens[$0].upos == .sconj && page.universal($0) == .mark && !["that", "whether"].contains(page.lower($0))
            }), (piece.lowerBound..<start).allSatisfy({ page.lower($0) == "that" || page.tokens[$0].upos == .adv }),
            [.pron, .det, .noun, .propn, .adj, .verb].contains(page.tokens[token].upos)
        else { return nil }
        var at = token
        for _ in 0..<5 {
            guard let up = page.head(at), up > token else { return nil }
            if page.isPredicate(up), page.isFinite(up) { return page.extents[up].upperBound }
            at = up
        }
        return nil
    }

    /// Where the tree takes in what the one who reports goes on to do: "said she admires him | and praised the deal",
    /// "said it would open | , calling it a success"; or what he explains: "said they would meet in the fort | , which stands on a hill".
    private func told(_ piece: Range<Int>, under verb: Int) -> Int {
        guard let head = contentHead(piece, under: verb) else { return piece.upperBound }
        if let end = explained(piece) { return end }
        for token in piece.dropFirst(2) where token != head && page.isVerbal(token) && page.quotation(around: token) == nil {
            guard page.child(token, .nsubj) == nil, page.child(token, .aux) == nil else { continue }
            let before = token - 1
            if page.universal(token) == .advcl, page.tokens[token].xpos == .vbg {
                // A comma inside the closing mark parts the words of the one who reports from those that are quoted.
                if page.isQuote(before), page.word(before - 1) == "," { return token }
                if page.word(before) == ",", page.head(token) == head,
                    page.lemma(token) == "refer" || page.lexicon.cues[.verb, page.lemma(token)] != nil
                {
                    return before
                }
            }
            // The same form as the word of speech, and another one than the verb of what is said.
            if page.universal(token) == .conj, page.tokens[before].upos == .cconj, page.tokens[token].xpos == page.tokens[verb].xpos,
                let form = tense(head), form != page.tokens[token].xpos, page.lexicon.cues[.verb, page.lemma(token)] != nil
            {
                return page.tokens[before - 1].upos == .punct && !page.isQuote(before - 1) ? before - 1 : before
            }
        }
        return piece.upperBound
    }

    /// Where an explanation behind the last comma begins: a relative clause in the present, or an apposition that presents something new.
    private func explained(_ piece: Range<Int>) -> Int? {
        guard let comma = piece.last(where: { page.word($0) == "," }), comma > piece.lowerBound + 2, comma + 2 < piece.upperBound,
            !(comma..<piece.upperBound).contains(where: page.isQuote), page.quotation(around: comma) == nil
        else { return nil }
        let opening = comma + 1
        guard var head = page.head(opening), head > opening, head < piece.upperBound else { return nil }
        if page.universal(head) != .acl, let up = page.head(head), up > head, up < piece.upperBound { head = up }
        guard page.extents[head].lowerBound == opening || page.extents[head].lowerBound == comma,
            page.extents[head].upperBound >= piece.upperBound
        else { return nil }
        if page.relation(head) == .aclRelcl, ["which", "who", "whose", "where"].contains(page.lower(opening)) {
            let form = tense(head)
            return form == .vbz || form == .vbp ? comma : nil
        }
        return page.universal(head) == .appos && ["a", "an"].contains(page.lower(opening)) ? comma : nil
    }

    /// The clause under a word of speech whose words a content is.
    private func contentHead(_ piece: Range<Int>, under verb: Int) -> Int? {
        page.all(verb).first { piece.contains($0) && [.ccomp, .xcomp, .advcl, .parataxis].contains(page.universal($0)) }
    }

    /// The form of the word that bears a clause's tense.
    private func tense(_ verb: Int) -> XPOS? {
        guard let bearer = page.all(verb).first(where: { [.aux, .cop].contains(page.universal($0)) }) else {
            return page.isFinite(verb) ? page.tokens[verb].xpos : nil
        }
        return page.tokens[bearer].xpos
    }

    /// "..., and that the bridge was closed": a clause that is said like the one before it.
    private func conjoined(at token: Int, _ limit: Int) -> Int? {
        guard page.tokens[token].upos == .cconj, token + 1 < limit, page.lower(token + 1) == "that",
            page.universal(token + 1) == .mark, let head = page.head(token + 1), head > token
        else { return nil }
        return page.extents[head].upperBound
    }

    /// A piece with the marks behind it that close what it opens: a quotation, a bracket, a single quotation mark.
    func closed(_ piece: Range<Int>) -> Range<Int> {
        guard let last = piece.last else { return piece }
        let limit = page.sentenceTokens(last).upperBound
        if let quotation = page.quotation(around: last), quotation.tokens.lowerBound >= piece.lowerBound,
            quotation.tokens.upperBound > piece.upperBound,
            (piece.upperBound..<quotation.tokens.upperBound).allSatisfy({ page.tokens[$0].upos == .punct })
        {
            return piece.lowerBound..<quotation.tokens.upperBound
        }
        var at = piece.upperBound
        while at < limit, page.tokens[at].upos == .punct || page.isPartner(page.word(at)) {
            if let opening = page.opening(of: page.word(at)) {
                let marks = piece.reduce(0) { $0 + (page.word($1) == opening ? 1 : page.word($1) == page.word(at) ? -1 : 0) }
                return marks > 0 ? piece.lowerBound..<at + 1 : piece
            }
            at += 1
        }
        return piece
    }
}

extension Page {
    /// The mark that a closing one answers; nil for any other word. Straight quotation marks are paired elsewhere.
    func opening(of mark: String) -> String? {
        switch mark {
        case ")": "("
        case "]": "["
        case "’": "‘"
        default: nil
        }
    }

    func isPartner(_ word: String) -> Bool { opening(of: word) != nil }
}
