import CasusCore
import Language

/// A stretch between quotation marks, marks included; it may run over several sentences.
struct Quotation {
    /// Tokens of the document from the opening mark to the closing one.
    var tokens: Range<Int>

    func holds(_ token: Int) -> Bool { tokens.contains(token) }

    static func isMark(_ word: String) -> Bool {
        // Letters, most of what is asked about, need no comparison.
        guard let first = word.utf8.first, first | 0x20 < 0x61 || first | 0x20 > 0x7A else { return false }
        return switch word {
        case "\"", "“", "”", "„", "«", "»", "``", "''": true
        default: false
        }
    }

    /// Pairs marks within a paragraph; an opening mark that is never closed reaches to the paragraph's end,
    /// as newspapers leave a quotation open that goes on in the next.
    static func find(in analysis: Analysis, words: [String]) -> [Quotation] {
        var found: [Quotation] = []
        var open: Int?
        var paragraph: Int32 = -1
        for sentence in analysis.sentences {
            if Int32(sentence.paragraph) != paragraph {
                if let start = open, sentence.tokens.lowerBound - start > 1 {
                    found.append(Quotation(tokens: start..<sentence.tokens.lowerBound))
                }
                open = nil
                paragraph = Int32(sentence.paragraph)
            }
            for token in sentence.tokens {
                let word = words[token]
                guard isMark(word) else { continue }
                switch word {
                case "“", "„", "«", "``": open = token
                case "”", "»":
                    if let start = open { found.append(Quotation(tokens: start..<(token + 1))) }
                    open = nil
                case "\"" where opens(token, in: analysis):
                    // "... 26 weeks. "We will go on": a mark that opens where one is open goes on with what was said, as when paragraphs
                    // have been run together.
                    if let start = open, token - start > 2 { found.append(Quotation(tokens: start..<token)) }
                    open = token
                case "\"" where open == nil && closes(token, in: analysis):
                    // A mark that closes what nothing opened: the opening one is lost, and what is said begins the sentence.
                    let start = max(sentence.tokens.lowerBound, found.last?.tokens.upperBound ?? 0)
                    if start == sentence.tokens.lowerBound, token > start { found.append(Quotation(tokens: start..<(token + 1))) }
                default:
                    if let start = open {
                        found.append(Quotation(tokens: start..<(token + 1)))
                        open = nil
                    } else {
                        open = token
                    }
                }
            }
        }
        if let start = open, analysis.tokens.count - start > 1 { found.append(Quotation(tokens: start..<analysis.tokens.count)) }
        return found
    }

    /// Whether a straight mark stands right behind a word and before a space or another mark, as closing ones do.
    private static func closes(_ token: Int, in analysis: Analysis) -> Bool {
        let tokens = analysis.tokens
        guard token > 0, token + 1 < tokens.count else { return false }
        return tokens[token - 1].end == tokens[token].start
            && (tokens[token].end < tokens[token + 1].start || tokens[token + 1].upos == .punct)
    }

    /// Whether a straight mark stands behind a space and right before a word, as opening ones do.
    private static func opens(_ token: Int, in analysis: Analysis) -> Bool {
        let tokens = analysis.tokens
        guard token > 0, token + 1 < tokens.count else { return false }
        return tokens[token - 1].end < tokens[token].start && tokens[token].end == tokens[token + 1].start
            && tokens[token + 1].upos != .punct
    }
}

extension Page {
    /// The quotation that holds a token between its marks.
    func quotation(around token: Int) -> Quotation? {
        var (low, high) = (0, quotations.count)
        while low < high {
            let middle = (low + high) / 2
            if quotations[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        guard low < quotations.count, quotations[low].tokens.contains(token) else { return nil }
        return quotations[low]
    }

    /// Whether the tokens stand inside one quotation.
    func isQuoted(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, let quotation = quotation(around: range.lowerBound) else { return false }
        return quotation.tokens.contains(range.upperBound - 1)
    }
}
