/// Analyses words that are given, and measures itself against a treebank.
package struct GoldAnalyser {
    /// Shares of words that are right.
    package struct Score: Sendable, CustomStringConvertible {
        package var words = 0
        package var upos = 0
        package var xpos = 0
        package var lemma = 0
        package var unlabelled = 0
        package var labelled = 0
        /// Subjects with the right head, whatever their subtype; then how many there are and how many were found.
        package var subjects = 0
        package var goldSubjects = 0
        package var foundSubjects = 0

        /// A share of the words, in percent.
        package func percent(_ part: Int) -> Double { words == 0 ? 0 : 100 * Double(part) / Double(words) }

        package var description: String {
            func shown(_ value: Double) -> String { String(Double(Int(value * 100 + 0.5)) / 100) }
            let f1 = 200 * Double(subjects) / Double(max(1, goldSubjects + foundSubjects))
            return "UPOS \(shown(percent(upos))) XPOS \(shown(percent(xpos))) lemma \(shown(percent(lemma))) "
                + "UAS \(shown(percent(unlabelled))) LAS \(shown(percent(labelled))) subjects F1 \(shown(f1))"
        }
    }

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
                        of: bytes, lower: lower, xpos: tags.xpos, opensSentence: index == 0, into: &lemma, isKnown: model.network.isKnown)
                }
            }
            return Treebank.Word(
                form: word, lemma: String(decoding: lemma, as: UTF8.self), tags: tags, head: found.head, relation: found.relation,
                spaceAfter: true, features: model.network.features[found.features])
        }
    }

    package func score(_ treebank: Treebank) -> Score {
        var score = Score()
        for sentence in treebank.sentences {
            for (found, gold) in zip(analyse(words: sentence.words.map(\.form)), sentence.words) {
                score.words += 1
                if found.tags.upos == gold.tags.upos { score.upos += 1 }
                if found.tags.xpos == gold.tags.xpos { score.xpos += 1 }
                if found.lemma == gold.lemma { score.lemma += 1 }
                let isSubject = gold.relation.universal == .nsubj
                let foundSubject = found.relation.universal == .nsubj
                if isSubject { score.goldSubjects += 1 }
                if foundSubject { score.foundSubjects += 1 }
                guard found.head == gold.head else { continue }
                score.unlabelled += 1
                if found.relation == gold.relation { score.labelled += 1 }
                if isSubject && foundSubject { score.subjects += 1 }
            }
        }
        return score
    }
}
