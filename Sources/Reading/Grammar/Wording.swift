import CasusCore
import Language

/// What does not change when a text's trees are mended: its words, and the stretches between quotation marks.
///
/// Rules ask for words over and over, so each is made once for a document.
struct Wording {
    /// The tokens as they stand in the text.
    let words: [String]
    /// The same in lower case.
    let lower: [String]
    let quotations: [Quotation]

    init(of analysis: Analysis) {
        let words = analysis.tokens.indices.map { analysis.word($0) }
        self.words = words
        lower = words.map(\.inLowerCase)
        quotations = Quotation.find(in: analysis, words: words)
    }
}

extension String {
    /// In lower case; itself, without a copy, where it has neither capitals nor letters beyond ASCII.
    var inLowerCase: String {
        utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? self : lowercased()
    }
}
