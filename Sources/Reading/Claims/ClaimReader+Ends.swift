import CasusCore
import Language

/// Where a content behind its word of speech ends: what goes on with it, what the one who reports adds, the marks that close it.
extension ClaimReader {
    /// Where a content behind its cue ends: a purpose, reason or condition behind it is said too.
    func end(of piece: Range<Int>) -> Int {
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
        if let end = conjoined(at: opening, limit) ?? quotedNext(at: opening, limit) ?? shared(at: token, piece, limit)
            ?? (opening == token ? predicate(at: word) : nil) ?? main(at: word, piece)
        {
            return end
        }
        guard opening == token, let head = page.head(opening), head > opening, page.extents[head].lowerBound >= token else { return nil }
        let goesOn =
            switch page.lower(opening) {
            case "to": page.tokens[opening].upos == .part
            case "that", "if", "because": page.universal(opening) == .mark || page.isRelative(opening)
            // "scolded the envoy | as police cleared the camp": what went on meanwhile is not said.
            case "as" where page.universal(opening) == .mark && page.child(head, .nsubj) != nil && page.isFinite(head): isClause(piece)
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

    /// "called it “hollow” | and “empty”", "has one rule: | “We wait.”": a quotation that is joined to what is said.
    private func quotedNext(at token: Int, _ limit: Int) -> Int? {
        guard page.tokens[token].upos == .cconj || page.word(token) == ":", token + 1 < limit, page.isQuote(token + 1),
            let quotation = page.quotation(around: token + 1), quotation.tokens.lowerBound == token + 1
        else { return nil }
        return quotation.tokens.upperBound
    }

    /// "said the bridge was open | but would be closed": what is to come, or how it is, without a subject of its own belongs to the clause
    /// before; of what somebody does next a report tells in the plain past or the perfect.
    private func shared(at token: Int, _ piece: Range<Int>, _ limit: Int) -> Int? {
        guard page.tokens[token].upos == .cconj,
            let aux = (token + 1..<min(token + 3, limit)).first(where: { page.tokens[$0].upos != .adv }),
            page.tokens[aux].upos == .aux, page.tokens[aux].xpos == .md || page.lemma(aux) == "be" || page.lower(aux) == "had",
            let verb = page.head(aux), verb > aux, page.child(verb, .nsubj) == nil, isClause(piece),
            // "confirmed that it had a letter | but would not disclose it": not to speak is what the one does who speaks.
            page.modality(verb, skippingNegation: false) != .negated || page.lexicon.cues[.verb, page.lemma(verb)] == nil
        else { return nil }
        return page.extents[verb].lowerBound > token - 1 ? page.extents[verb].upperBound : nil
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
    func told(_ piece: Range<Int>, under verb: Int) -> Int {
        if let end = closing(piece) ?? explained(piece) ?? beside(piece) { return end }
        guard let head = contentHead(piece, under: verb) else { return piece.upperBound }
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

    /// "accused them of “lying” | , hours after the raid": behind the mark that closes a quotation and a comma the one who reports goes on.
    private func closing(_ piece: Range<Int>) -> Int? {
        guard let opening = piece.prefix(3).first(where: page.isQuote), let quotation = page.quotation(around: opening),
            quotation.tokens.lowerBound == opening, quotation.tokens.upperBound + 1 < piece.upperBound,
            page.word(quotation.tokens.upperBound) == ",",
            !(quotation.tokens.upperBound..<piece.upperBound).contains(where: page.isQuote)
        else { return nil }
        return quotation.tokens.upperBound
    }

    /// "said it would wait | , while Chad said it would act": where a clause begins in which another one speaks.
    private func beside(_ piece: Range<Int>) -> Int? {
        for token in piece.dropFirst(3) {
            guard page.lower(token) == "while" || page.tokens[token].upos == .cconj, page.word(token - 1) == ",",
                page.quotation(around: token) == nil, let verb = page.head(token), verb > token, piece.contains(verb),
                page.lexicon.cues[.verb, page.lemma(verb)]?.contains(where: { $0.stance == .asserts }) ?? false,
                page.isFinite(verb), page.child(verb, .ccomp) != nil, let subject = page.child(verb, .nsubj), subject > token,
                subject < verb,
                page.tokens[subject].upos != .pron
            else { continue }
            return token - 1
        }
        return nil
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
            let isComing = page.all(head).contains { page.lower($0) == "will" && page.universal($0) == .aux }
            return form == .vbz || form == .vbp || isComing ? comma : nil
        }
        return page.universal(head) == .appos && ["a", "an"].contains(page.lower(opening)) ? comma : nil
    }

    /// The clause under a word of speech whose words a content is.
    func contentHead(_ piece: Range<Int>, under verb: Int) -> Int? {
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
