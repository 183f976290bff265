package import CasusCore

/// Claims as PolNeAR would mark them, where its manual settles what a record leaves open: what counts is what was read, not where a comma goes.
///
/// - Nothing inside what somebody says is marked, neither a claim within a claim nor one between quotation marks.
/// - The comma, dash or bracket that closes an apposition belongs to the source.
/// - A colon right behind the words of speech belongs to the cue.
/// - Pieces with nothing but white space between them are one, on both sides.
package struct PolnearHabits {
    private let text: [Unicode.Scalar]

    package init(text: String) { self.text = Array(text.unicodeScalars) }

    /// The attributions of the claims of one document, in their order.
    package func attributions(_ claims: [Claim]) -> [Attribution] {
        let all = claims.compactMap(Attribution.init)
        return joined(all.filter { one in !isQuoted(one) && !all.contains { $0 != one && holds($0, one) } }.map(marked))
    }

    /// Marked attributions, with the pieces joined that only a line end or a space parts.
    package func joined(_ attributions: [Attribution]) -> [Attribution] {
        attributions.map { attribution in
            var attribution = attribution
            attribution.pieces = attribution.pieces.mapValues(joined)
            return attribution
        }
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

    private func marked(_ attribution: Attribution) -> Attribution {
        var attribution = attribution
        attribution.pieces[.source] = attribution.pieces[.source]?.map { source in
            let words = text[source.start..<source.end]
            if words.contains(","), follows(",", source) { return Span(source.start, source.end + 1) }
            if words.contains("—"), follows(" —", source) { return Span(source.start, source.end + 2) }
            if words.contains("("), !words.contains(")"), follows(")", source) { return Span(source.start, source.end + 1) }
            return source
        }
        attribution.pieces[.cue] = attribution.pieces[.cue]?.map { cue in
            text[cue.start] != ":" && follows(":", cue) ? Span(cue.start, cue.end + 1) : cue
        }
        return attribution
    }

    private func follows(_ mark: String, _ span: Span) -> Bool { text[span.end...].starts(with: mark.unicodeScalars) }
}
