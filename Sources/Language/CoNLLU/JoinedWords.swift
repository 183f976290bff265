import CasusCore

/// Which words English UD writes as one: "do" and "n't", "Iran" and "'s", "can" and "not"; but not "15", "-" and "year".
///
/// The rule is read off the treebanks: of 5,531 pairs that EWT and GUM (free) have under one range it finds all but 12 (most of them
/// written "mama`s"), and adds 79, nearly all of them words that lack their space ("alot").
struct JoinedWords {
    private static let clitics = WordSet("s m re ve ll d")

    /// Whether a token and the one before it, with nothing between them, are one word of the text.
    /// - Parameter isPossessive: whether the second is tagged as the sign of a possessive, which a bare apostrophe may be.
    static func joins(_ first: Range<Int>, _ second: Range<Int>, of text: Characters, isPossessive: Bool) -> Bool {
        if isPossessive { return true }
        var last = first.upperBound - 1
        while last > first.lowerBound, text.byte(last) & 0xC0 == 0x80 { last -= 1 }
        let before = text.kind(last)
        guard before == .letter || before == .digit || before == .dot else { return false }
        if text.kind(second.lowerBound) == .apostrophe {
            return clitics.contains(text, second.lowerBound + text.length(second.lowerBound)..<second.upperBound)
        }
        return before == .letter && text.kind(second.lowerBound) == .letter
    }
}

extension Analysis {
    /// The tokens of a sentence that are written as one word, two or more each, in order.
    func joinedWords(of sentence: Sentence) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        var steps = 0
        text.bytes.withUnsafeBufferPointer { bytes in
            withUnsafeMutablePointer(to: &steps) { steps in
                let characters = Characters(bytes, steps: steps)
                for index in sentence.tokens.dropFirst() {
                    let (first, second) = (tokens[index - 1], tokens[index])
                    guard first.end == second.start,
                        JoinedWords.joins(
                            Int(first.start)..<Int(first.end), Int(second.start)..<Int(second.end), of: characters,
                            isPossessive: second.xpos == .pos)
                    else { continue }
                    if let last = joined.last, last.upperBound == index {
                        joined[joined.count - 1] = last.lowerBound..<index + 1
                    } else {
                        joined.append(index - 1..<index + 1)
                    }
                }
            }
        }
        return joined
    }
}
