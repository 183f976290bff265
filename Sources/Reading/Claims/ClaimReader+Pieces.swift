import CasusCore
import Language
import WhosWho

/// The pieces of what is said: around words of speech set between them, and of quotations beside them.
extension ClaimReader {
    /// A clause without the cue, should the cue stand inside it.
    func pieces(of clause: Int, under verb: Int) -> [Range<Int>] {
        var range = page.extents[clause]
        // "The paper, he said, called it a farce": what is said stands on both sides of the cue.
        if clause > verb, range.contains(verb), let parts = around(verb, in: range) { return parts }
        // A conjunct of the content after the closing mark may be the outlet's; the tree decides.
        if range.contains(verb) {
            // "“We want to go": the opening mark and the speaker may hang on what is said behind.
            range = clause < verb && range.lowerBound < verb ? range.lowerBound..<verb : verb + 1..<range.upperBound
        }
        // A quotation that the content opens is said to its end, sentences before and after included.
        // "wants the arsenals to be included": object and infinitive are said together.
        if page.universal(clause) == .xcomp, let object = page.child(verb, .obj), object > verb, object < clause {
            // Trees may cross: the clause may end before the object does.
            range = page.extents[object].lowerBound..<max(range.upperBound, clause + 1)
        }
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, page.universal(low) == .punct, !page.isQuote(low) { low += 1 }
        if low > page.sentenceTokens(verb).lowerBound, page.isQuote(low - 1), page.quotation(around: low).map({ !$0.holds(verb) }) ?? false
        {
            low -= 1
        }
        if let quotation = page.quotation(around: low), quotation.tokens.lowerBound < low || page.isQuote(low), !quotation.holds(verb) {
            low = min(low, quotation.tokens.lowerBound)
            if clause < verb || quotation.tokens.upperBound > high {
                high = max(high, min(quotation.tokens.upperBound, verb > low ? verb : quotation.tokens.upperBound))
            }
        }
        if let quotation = page.quotation(around: high - 1), !quotation.holds(verb),
            quotation.tokens.lowerBound <= range.lowerBound + 1 || quotation.tokens.lowerBound > range.lowerBound
        {
            if clause > verb { high = max(high, quotation.tokens.upperBound) }
        }
        return [trimmedContent(beforeAdded(low..<max(low + 1, high), under: verb))]
    }

    func trimmedContent(_ range: Range<Int>) -> Range<Int> {
        let trimmed = page.trimmed(range)
        return trimmed.isEmpty ? range : trimmed
    }

    /// "Prices, he said, did not spike": the clause around a cue set into it, in two pieces.
    func interposed(_ verb: Int) -> [Range<Int>]? {
        guard page.universal(verb) == .parataxis, let outer = page.head(verb), page.isPredicate(outer) || page.isNominal(outer) else {
            return nil
        }
        guard page.child(verb, .ccomp) == nil,
            page.child(verb, .obj) == nil || page.lexicon.isOfClass(page.lemma(page.child(verb, .obj)!), "person")
        else { return nil }
        let cue = page.extents[verb]
        let whole = page.extents[outer]
        // The tree has hung what is said on the one who says it.
        guard !cue.contains(where: page.isQuote) || page.quotation(around: cue.lowerBound) == nil else { return nil }
        var found: [Range<Int>] = []
        if whole.lowerBound < cue.lowerBound { found.append(extended(trimmedContent(whole.lowerBound..<cue.lowerBound))) }
        if cue.upperBound < whole.upperBound {
            let rest = trimmedContent(cue.upperBound..<whole.upperBound)
            // After a closed quotation and its cue a new clause is the outlet's own, unless it is quoted too.
            if found.isEmpty || !page.isQuoted(found[0]) || page.isQuoted(rest) { if rest.count > 1 { found.append(rest) } }
        }
        return found.isEmpty ? nil : found
    }

    /// A content that ends a quotation begun in an earlier sentence reaches back to its start.
    func extended(_ range: Range<Int>) -> Range<Int> {
        guard let quotation = page.quotation(around: range.upperBound - 1) ?? page.quotation(around: range.lowerBound) else { return range }
        guard quotation.tokens.lowerBound < range.lowerBound else { return range }
        // "... this country,” he said": comma and closing mark are trimmed where the opening one stands in a sentence before.
        var end = range.upperBound
        while end < quotation.tokens.upperBound, page.universal(end) == .punct { end += 1 }
        return quotation.tokens.lowerBound..<end
    }

    /// A quotation that stands right before or after the cue's clause, where the tree joins them loosely.
    func quoted(beside verb: Int) -> [Range<Int>]? {
        guard let subject = page.subject(verb), page.head(subject) == verb, page.quotation(around: verb) == nil else { return nil }
        let low = min(page.extents[subject].lowerBound, page.verbGroup(verb).lowerBound)
        let high = max(page.extents[subject].upperBound, page.verbGroup(verb).upperBound)
        let sentence = page.sentenceTokens(verb)
        // “Nobody knows. Are they mad?” he asked: the closing mark may end the sentence before.
        if low == sentence.lowerBound, low > 0, page.isQuote(low - 1), let before = page.quotation(around: low - 1),
            before.tokens.upperBound == low, before.tokens.count > 2,
            page.analysis.sentences[page.sentence(low - 1)].paragraph == page.analysis.sentences[page.sentence(verb)].paragraph
        {
            return [before.tokens]
        }
        for quotation in page.quotations
        where quotation.tokens.upperBound > sentence.lowerBound && quotation.tokens.lowerBound < sentence.upperBound {
            if quotation.tokens.upperBound <= low, low - quotation.tokens.upperBound <= 1 { return [quotation.tokens] }
            // "responded to “provocations”": what stands behind a preposition is not what was said.
            if quotation.tokens.lowerBound >= high, quotation.tokens.lowerBound - high <= 2,
                !(high..<quotation.tokens.lowerBound).contains(where: { page.tokens[$0].upos == .adp })
            {
                return [quotation.tokens]
            }
        }
        return nil
    }

    /// Whether a phrase stands between marks of its own, and not only within a quotation that its verb stands in too.
    func isQuotedWhole(_ head: Int, under verb: Int) -> Bool {
        page.isQuoted(page.trimmed(page.extents[head])) && !(page.quotation(around: head)?.holds(verb) ?? false)
    }
}
