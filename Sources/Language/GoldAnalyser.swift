/// Analyses words that are given, and measures itself against a treebank.
package struct GoldAnalyser {
    private let model: LanguageModel
    private let parser: Parser

    package init(_ model: LanguageModel) {
        self.model = model
        parser = Parser(model.network)
    }

    /// Tags, features, lemmas and tree of the words of one sentence.
    package func analyse(words: [String]) -> [Treebank.Word] {
        var scratch: [UInt8] = []
        parser.begin()
        parser.add(count: words.count) { index in
            Array(words[index].utf8).withUnsafeBufferPointer { WordForm($0, scratch: &scratch) }
        }
        parser.run(features: true)
        var lemma: [UInt8] = []
        return words.enumerated().map { index, word in
            let found = parser.words[index]
            let tags = model.network.tags[found.tags]
            Array(word.utf8).withUnsafeBufferPointer { bytes in
                lowerCased(bytes, into: &scratch)
                scratch.withUnsafeBufferPointer { lower in
                    model.lemmatiser.lemma(
                        of: bytes, lower: lower, xpos: tags.xpos, opensSentence: index == 0, into: &lemma, vocabulary: model.network.rows)
                }
            }
            return Treebank.Word(
                form: word, lemma: String(decoding: lemma, as: UTF8.self), tags: tags, head: found.head, relation: found.relation,
                spaceAfter: true, features: model.network.features[found.features])
        }
    }

    /// How much of a treebank comes out right.
    package func score(_ treebank: Treebank) -> TokenScore {
        var score = TokenScore()
        for sentence in treebank.sentences { score.add(analyse(words: sentence.words.map(\.form)), sentence.words) }
        return score
    }
}
