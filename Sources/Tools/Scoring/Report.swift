package import CasusCore

/// A report to be scored: its text as code points, and its sentences, found by simple rules that owe nothing to the reader under test.
package struct Report: Sendable {
    /// The decoded text without BOM, its lines ending in LF.
    package let scalars: [Unicode.Scalar]
    /// The sentences in order, headline and subheads among them, the leading block of metadata left out; half-open ranges of code points.
    package let sentences: [Range<Int>]

    package init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
            if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
            scalars.append(scalar)
        }
        self.scalars = scalars.map { $0 == "\r" ? "\n" : $0 }
        sentences = Self.split(self.scalars)
    }

    /// The text of a range of code points, cut to what there is.
    package func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range.clamped(to: scalars.startIndex..<scalars.endIndex)])
        return String(view)
    }

    /// The text of a sentence counted from 1.
    package func sentence(_ number: Int) -> String {
        sentences.indices.contains(number - 1) ? string(sentences[number - 1]) : ""
    }

    /// The number, from 1, of the sentence that shares most with a span; nil where none does.
    package func sentence(at span: Span) -> Int? {
        let shares = sentences.map { min($0.upperBound, span.end) - max($0.lowerBound, span.start) }
        guard let most = shares.max(), most > 0, let index = shares.firstIndex(of: most) else { return nil }
        return index + 1
    }

    /// Where a substring first stands in a sentence counted from 1, as a span of the text.
    package func locate(_ part: String, in number: Int) -> Span? {
        guard sentences.indices.contains(number - 1) else { return nil }
        let wanted = Array(part.unicodeScalars)
        let range = sentences[number - 1]
        guard !wanted.isEmpty, wanted.count <= range.count else { return nil }
        for start in range.lowerBound...(range.upperBound - wanted.count)
        where scalars[start..<(start + wanted.count)].elementsEqual(wanted) {
            return Span(start, start + wanted.count)
        }
        return nil
    }
}

extension Report {
    private static let keys = ["Date:", "Source:", "Title:", "Author:", "URL:"]
    /// Words whose full stop ends no sentence.
    private static let abbreviations: Set<String> = [
        "Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Col", "Sen", "Rep", "Gov", "St", "No", "U.S", "U.N", "U.K",
        "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
    ]

    private static func split(_ text: [Unicode.Scalar]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = bodyStart(text)
        func close(at end: Int) {
            let first = text[start..<end].firstIndex { !$0.properties.isWhitespace }
            let last = text[start..<end].lastIndex { !$0.properties.isWhitespace }
            if let first, let last { sentences.append(first..<(last + 1)) }
            start = end
        }
        for index in start..<text.count {
            if text[index] == "\n" {
                close(at: index)
            } else if let end = sentenceEnd(text, index, from: start) {
                close(at: end)
            }
        }
        close(at: text.count)
        return sentences
    }

    /// Where the sentence ends that the mark at `index` closes: behind the quotes that follow it, when a capital or a digit opens the next.
    private static func sentenceEnd(_ text: [Unicode.Scalar], _ index: Int, from start: Int) -> Int? {
        guard ".!?".unicodeScalars.contains(text[index]), index >= start else { return nil }
        var end = index + 1
        while end < text.count, "\"”’')]".unicodeScalars.contains(text[end]) { end += 1 }
        guard end < text.count, text[end] == " " else { return nil }
        var next = end
        while next < text.count, " \"“‘'([".unicodeScalars.contains(text[next]) { next += 1 }
        guard next < text.count, text[next].properties.isUppercase || ("0"..."9").contains(text[next]) else { return nil }
        if text[index] == "." {
            let before = text[start..<index].reversed().prefix { $0.properties.isAlphabetic || $0 == "." }
            var word = String.UnicodeScalarView()
            word.append(contentsOf: before.reversed())
            if abbreviations.contains(String(word)) { return nil }
        }
        return end
    }

    private static func bodyStart(_ text: [Unicode.Scalar]) -> Int {
        guard keys.contains(where: { text.starts(with: $0.unicodeScalars) }) else { return 0 }
        let blank = text.indices.dropLast().first { text[$0] == "\n" && text[$0 + 1] == "\n" }
        return blank.map { $0 + 2 } ?? text.count
    }
}
