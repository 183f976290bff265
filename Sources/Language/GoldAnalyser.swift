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

    private let decoder: Decoder

    /// - Parameter isStrict: whether a few certainties of English are put above the weights.
    package init(_ model: LanguageModel, isStrict: Bool = true) { decoder = Decoder(model, isStrict: isStrict) }

    /// The class of each word of a sentence with two `WordForm.outside` in front and behind.
    package func classes(_ words: [WordForm]) -> [UInt8] {
        var classes: [UInt8] = []
        words.withUnsafeBufferPointer { decoder.tag($0.baseAddress!, count: words.count - 4, into: &classes) }
        return classes
    }

    /// Heads (the sentence's length for the root) and relations of a sentence with two `WordForm.outside` in front and behind.
    package func tree(_ words: [WordForm], classes: [UInt8]) -> (heads: [Int], labels: [UInt8]) {
        var heads = [Int](repeating: 0, count: classes.count)
        var labels = [UInt8](repeating: 0, count: classes.count)
        words.withUnsafeBufferPointer {
            decoder.parse($0.baseAddress!, classes: classes) { node, head, relation in
                heads[node] = head < 0 ? classes.count : head
                labels[node] = relation.rawValue
            }
        }
        return (heads, labels)
    }

    /// Tags, lemmas and tree of the words of one sentence.
    package func analyse(words: [String]) -> [Treebank.Word] {
        var scratch: [UInt8] = []
        var forms = [WordForm.outside, .outside]
        for word in words {
            var form = Array(word.utf8).withUnsafeBufferPointer { WordForm($0, scratch: &scratch) }
            form.cluster = decoder.model.clusters.cluster(form.lower)
            forms.append(form)
        }
        forms += [.outside, .outside]
        let classes = classes(forms)
        var lemma: [UInt8] = []
        let clusters = decoder.model.clusters
        var result = words.enumerated().map { index, word in
            let tags = decoder.model.tags[Int(classes[index])]
            Array(word.utf8).withUnsafeBufferPointer { bytes in
                lowerCased(bytes, into: &scratch)
                scratch.withUnsafeBufferPointer { lower in
                    decoder.model.lemmatiser.lemma(of: bytes, lower: lower, xpos: tags.xpos, opensSentence: index == 0, into: &lemma) {
                        clusters.cluster($0) != 0
                    }
                }
            }
            return Treebank.Word(
                form: word, lemma: String(decoding: lemma, as: UTF8.self), tags: tags, head: -1, relation: .dep, spaceAfter: true)
        }
        forms.withUnsafeBufferPointer {
            decoder.parse($0.baseAddress!, classes: classes) { node, head, relation in
                result[node].head = head
                result[node].relation = relation
            }
        }
        return result
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
