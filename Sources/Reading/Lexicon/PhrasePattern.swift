import CasusCore

/// A phrase as lemmas, where `*` stands for up to four words: "come to * aid".
struct PhrasePattern: Hashable {
    var words: [String]

    init(_ text: String) {
        words = text.split(separator: " ").map(String.init)
    }

    /// The end of a match that begins at `start`, or nil. Words are compared with the lemma or the word itself.
    func match(at start: Int, in range: Range<Int>, _ page: Page) -> Int? {
        match(word: 0, at: start, in: range, page)
    }

    private func match(word: Int, at token: Int, in range: Range<Int>, _ page: Page) -> Int? {
        if word == words.count { return token }
        if words[word] == "*" {
            for skip in 0...4 where token + skip <= range.upperBound {
                if let end = match(word: word + 1, at: token + skip, in: range, page) { return end }
            }
            return nil
        }
        guard token < range.upperBound, page.lower(token) == words[word] || page.lemma(token).inLowerCase == words[word] else {
            return nil
        }
        return match(word: word + 1, at: token + 1, in: range, page)
    }
}

/// A phrase that promises something: a row of `agreements/duties.csv`.
struct DutyPhrase {
    var pattern: PhrasePattern
    var kind: DutyKind
    /// Its row.
    var source: Source
}
