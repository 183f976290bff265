import CasusCore
import Language

/// What an instrument promises, and on which condition.
extension TermsReader {
    func duties(in scope: Range<Int>, heldBy holder: Int? = nil) -> [Agreement.Duty] {
        var found: [Agreement.Duty] = []
        var token = scope.lowerBound
        while token < scope.upperBound {
            var best: (end: Int, kind: DutyKind, source: Source)?
            for first in firstWords(token) {
                for duty in page.lexicon.duties[first] ?? [] {
                    if let end = duty.pattern.match(at: token, in: scope, page), end > best?.end ?? token {
                        best = (end, duty.kind, duty.source)
                    }
                }
            }
            guard let best else {
                token += 1
                continue
            }
            if isHeld(token..<best.end, by: holder) {
                page.trace?.note(.duty, token..<best.end, best.kind.rawValue, from: best.source)
                let trigger = trigger(after: token, in: page.sentenceTokens(token))
                let end = max(
                    best.end,
                    trigger.map { $0.lowerBound == best.end || $0.lowerBound < best.end + 8 ? $0.upperBound : best.end } ?? best.end)
                found.append(
                    Agreement.Duty(
                        kind: best.kind, trigger: trigger.map { page.string(page.trimmed($0)) },
                        quote: page.string(page.trimmed(token..<end))))
            }
            token = best.end
        }
        return found
    }

    /// The words by which a phrase that begins with a token may begin in the table.
    private func firstWords(_ token: Int) -> [String] {
        let (word, lemma) = (page.lower(token), page.lemma(token).inLowerCase)
        return word == lemma ? [word, "*"] : [word, lemma, "*"]
    }

    /// Whether the promise is said to be there: "contains no mutual defence clause" promises nothing.
    private func isHeld(_ range: Range<Int>, by holder: Int?) -> Bool {
        var at = page.topOf(range)
        // "promise not to attack": a promise in the negative is one; what is above it must hold.
        if range.contains(where: { page.isNegation($0) }), let up = page.head(at), up != holder { at = up }
        if let holder, isBelow(holder, at) { return isBinding(from: at, to: holder) }
        for _ in 0..<4 {
            if page.children(at, .det).contains(where: { page.lower($0) == "no" }) { return false }
            switch page.status(of: at) {
            case .negated, .possible, .denied: return false
            default: break
            }
            guard let up = page.head(at), page.isNominal(up) else { break }
            at = up
        }
        return true
    }

    private func isBelow(_ verb: Int, _ token: Int) -> Bool {
        var at = token
        for _ in 0..<8 {
            guard at != verb else { return true }
            guard let up = page.head(at) else { return false }
            at = up
        }
        return false
    }

    /// "obliges each to help the other": what the instrument itself calls for is a duty, though it may never be due; "does not
    /// oblige", "calls for no help" make none.
    private func isBinding(from token: Int, to holder: Int) -> Bool {
        var at = token
        while at != holder, let up = page.head(at) {
            if page.clauseStatus(at, besides: nil) == .negated { return false }
            at = up
        }
        switch page.status(of: holder) {
        case .negated, .possible, .denied: return false
        default: return !page.all(holder).contains { page.universal($0) == .obj && page.isNone($0) }
        }
    }

    /// "in the event of aggression against one of them", "if either is attacked".
    private func trigger(after token: Int, in sentence: Range<Int>) -> Range<Int>? {
        for start in token..<min(sentence.upperBound, token + 16) {
            guard let opened = page.lexicon.triggers.lazy.compactMap({ $0.match(at: start, in: sentence, page) }).first else { continue }
            var end = opened
            if let clause = (start..<opened).lazy.compactMap({
                self.page.universal($0) == .mark || self.page.universal($0) == .advmod ? self.page.head($0) : nil
            }).first(where: { $0 >= start }) {
                // "if either nation is attacked by a third": the predicate and what completes it, not what merely follows.
                end = max(end, clause + 1)
                for child in page.all(clause) where child > clause && page.extents[child].lowerBound <= end + 1 {
                    let marker = page.marker(child)
                    let completes =
                        page.universal(child) == .obj || page.relation(child) == .oblAgent || ["by", "from", "with"].contains(marker ?? "")
                    if completes { end = max(end, page.extents[child].upperBound) }
                }
            } else {
                var at = start
                while let up = page.head(at), page.extents[up].lowerBound >= start, sentence.contains(up) { at = up }
                end = max(end, page.extents[at].upperBound)
            }
            // "aggression against one of the parties": the tree may hang what follows elsewhere.
            while end < sentence.upperBound, ["against", "on", "upon", "of", "to", "by"].contains(page.lower(end)),
                let noun = page.head(end), noun > end
            {
                end = max(end + 1, page.extents[noun].upperBound)
            }
            if let quotation = page.quotation(around: start) { end = min(end, quotation.tokens.upperBound) }
            return start..<min(end, sentence.upperBound)
        }
        return nil
    }
}
