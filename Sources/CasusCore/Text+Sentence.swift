extension Text {
    /// The sentence or line around a place, at most 400 characters on each side.
    ///
    /// - Parameters:
    ///   - span: the place.
    ///   - scalars: the code points of the text.
    package static func sentence(around span: Span, in scalars: [Unicode.Scalar]) -> Span {
        func ends(_ index: Int) -> Bool {
            if scalars[index] == "\n" { return true }
            guard scalars[index] == "." || scalars[index] == "!" || scalars[index] == "?", index + 1 < scalars.count else { return false }
            // "U.S. forces", "J. F. Kennedy": a capital before the point ends no sentence.
            let isInitial = index > 0 && scalars[index - 1].properties.isUppercase
            return (scalars[index + 1] == " " || scalars[index + 1] == "\n") && !isInitial
        }
        let reach = 400
        var start = min(span.start, scalars.count)
        while start > 0, span.start - start < reach, !ends(start - 1) { start -= 1 }
        while start < span.start, scalars[start] == " " || scalars[start] == "\n" { start += 1 }
        var end = min(span.end, scalars.count)
        // A clause may end with its own full stop.
        if end > 0, ends(end - 1), end > span.start { return Span(start, end) }
        while end < scalars.count, end - span.end < reach, !ends(end) { end += 1 }
        if end < scalars.count, scalars[end] != "\n", end - span.end < reach { end += 1 }
        return Span(start, end)
    }

    /// A place between brackets in its sentence, on one line: "[Kim invited Putin to visit North Korea], KCNA said on Friday."
    package static func marked(_ span: Span, in scalars: [Unicode.Scalar]) -> String {
        guard span.end <= scalars.count, span.start < span.end else { return "" }
        let whole = sentence(around: span, in: scalars)
        func string(_ from: Int, _ to: Int) -> String {
            var words = ""
            words.unicodeScalars.append(contentsOf: scalars[from..<to])
            return words
        }
        let (before, after) = (string(whole.start, span.start), string(span.end, whole.end))
        let rest = after.trimmingMarks
        let line =
            before.isEmpty && rest.isEmpty ? string(whole.start, whole.end) : before + "[" + string(span.start, span.end) + "]" + after
        return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    /// Without full stops, quotation marks and blanks: nothing is left where a clause is its whole sentence.
    fileprivate var trimmingMarks: String { filter { !".!?\"”’'»)".contains($0) && !$0.isWhitespace } }
}
