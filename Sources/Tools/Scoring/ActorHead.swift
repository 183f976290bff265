package import CasusCore

/// Where the word stands that names an actor: "ambassador" in "the ambassador to Kyiv, Anna Ek".
package enum ActorHead {
    /// Words before which the head of a noun phrase stands.
    private static let closers: Set<String> = [
        "of", "for", "in", "from", "to", "at", "on", "with", "by", "against", "who", "which", "that", "and", "or",
    ]

    /// Whether the head of an actor's words lies within one of some spans of the text, wherever in the text the words stand.
    ///
    /// A statement keeps the words of an actor without their place; so each place where they stand counts.
    package static func isInside(_ spans: [Span], words: String, of text: String) -> Bool {
        let phrase = Array(words.unicodeScalars)
        let whole = Array(text.unicodeScalars)
        guard !phrase.isEmpty, phrase.count <= whole.count else { return false }
        let head = head(of: phrase)
        return (0...(whole.count - phrase.count)).contains { start in
            whole[start..<(start + phrase.count)].elementsEqual(phrase)
                && spans.contains { $0.start <= start + head.lowerBound && start + head.upperBound <= $0.end }
        }
    }

    private static func head(of phrase: [Unicode.Scalar]) -> Range<Int> {
        var head = 0..<0
        for word in phrase.indices.split(whereSeparator: { phrase[$0] == " " || phrase[$0] == "\n" }) {
            var letters = String.UnicodeScalarView()
            letters.append(contentsOf: phrase[word.startIndex..<word.endIndex])
            if !head.isEmpty, closers.contains(String(letters).lowercased()) { break }
            head = word.startIndex..<word.endIndex
            if phrase[head.upperBound - 1] == "," {
                head = head.lowerBound..<head.upperBound - 1
                break
            }
        }
        return head
    }
}
