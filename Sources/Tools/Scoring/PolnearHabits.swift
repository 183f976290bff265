package import CasusCore

/// Claims as PolNeAR would mark them, where its manual settles what a record leaves open: what counts is what was read, not where a comma goes.
///
/// - Nothing inside what somebody says is marked, neither a claim within a claim nor one between quotation marks.
/// - Pieces with nothing but white space between them are one.
/// - A word that is cut in half is whole, and the marks at the edges of a piece do not count: the comma that closes an apposition, the colon
///   behind the words of speech, the full stop or quotation mark of what is said, which are marked now so and now so.
/// - What somebody declines to do is content, and not part of the words of speech: "declined | to comment on the strike".
///
/// Joining and edges hold on both sides.
package struct PolnearHabits {
    private let text: [Unicode.Scalar]

    package init(text: String) { self.text = Array(text.unicodeScalars) }

    /// The attributions of the claims of one document, in their order.
    package func attributions(_ claims: [Claim]) -> [Attribution] {
        let all = claims.compactMap { claim in
            Attribution(claim).map { claim.stance == .declines ? declined($0) : $0 }
        }
        return settled(all.filter { one in !isQuoted(one) && !all.contains { $0 != one && holds($0, one) } })
    }

    /// Attributions with the pieces joined that only a line end or a space parts, and without the marks at their edges.
    package func settled(_ attributions: [Attribution]) -> [Attribution] {
        attributions.map { attribution in
            var attribution = attribution
            attribution.pieces = attribution.pieces.mapValues { joined($0.map(whole)).map(bare) }
            return attribution
        }
    }

    /// A piece with the rest of the words that it begins or ends within.
    private func whole(_ piece: Span) -> Span {
        var (start, end) = (piece.start, piece.end)
        guard start < end, start >= 0, end <= text.count else { return piece }
        while start > 0, text[start - 1].isWord, text[start].isWord { start -= 1 }
        while end < text.count, text[end - 1].isWord, text[end].isWord { end += 1 }
        return Span(start, end)
    }

    /// A piece from its first word to its last; itself where it has none, as a lone colon.
    private func bare(_ piece: Span) -> Span {
        guard let first = text[piece.start..<piece.end].firstIndex(where: \.isWord),
            let last = text[piece.start..<piece.end].lastIndex(where: \.isWord)
        else { return piece }
        return Span(first, last + 1)
    }

    private func joined(_ pieces: [Span]) -> [Span] {
        pieces.reduce(into: []) { joined, piece in
            if let last = joined.last, last.end <= piece.start, text[last.end..<piece.start].allSatisfy(\.properties.isWhitespace) {
                joined[joined.count - 1] = Span(last.start, piece.end)
            } else {
                joined.append(piece)
            }
        }
    }

    private func declined(_ attribution: Attribution) -> Attribution {
        guard let cue = attribution.pieces[.cue]?.first, let content = attribution.pieces[.content]?.first,
            let to = text[cue.start..<cue.end].indices.first(where: { text[$0...].starts(with: " to ".unicodeScalars) }), to < content.end
        else { return attribution }
        var attribution = attribution
        attribution.pieces[.cue] = [Span(cue.start, to)]
        attribution.pieces[.content]?[0] = Span(to + 1, content.end)
        return attribution
    }

    private func holds(_ outer: Attribution, _ inner: Attribution) -> Bool {
        guard let cue = inner.pieces[.cue]?.first else { return false }
        return outer.pieces[.content]?.contains { $0.start <= cue.start && cue.end <= $0.end } ?? false
    }

    /// Whether the cue stands behind a quotation mark that its paragraph has not closed before it.
    private func isQuoted(_ attribution: Attribution) -> Bool {
        guard let cue = attribution.pieces[.cue]?.first else { return false }
        var isOpen = false
        var at = (text[..<cue.start].lastIndex(of: "\n") ?? -1) + 1
        while at < cue.start {
            switch text[at] {
            case "“": isOpen = true
            case "”": isOpen = false
            case "\"": isOpen.toggle()
            case "'" where at + 1 < cue.start && text[at + 1] == "'":
                isOpen.toggle()
                at += 1
            default: break
            }
            at += 1
        }
        return isOpen
    }
}

extension Unicode.Scalar {
    fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
