import CasusCore

/// How well an analysis of raw text finds the words and sentences of a treebank.
package struct RawScore: Sendable {
    package var goldWords = 0
    package var foundWords = 0
    package var rightWords = 0
    package var goldSentences = 0
    package var foundSentences = 0
    package var rightSentences = 0
    /// Words found whose head, found too, and relation are right.
    package var labelled = 0
    /// The same, relations compared without their subtypes.
    package var universal = 0
    /// Where words differ, with their surroundings, for the first few documents.
    package var errors: [String] = []

    package init() {}

    package var wordF1: Double { 200 * Double(rightWords) / Double(max(1, goldWords + foundWords)) }
    package var sentenceF1: Double { 200 * Double(rightSentences) / Double(max(1, goldSentences + foundSentences)) }
    package var universalF1: Double { 200 * Double(universal) / Double(max(1, goldWords + foundWords)) }
    package var labelledF1: Double { 200 * Double(labelled) / Double(max(1, goldWords + foundWords)) }

    /// Rebuilds the documents of a treebank from its sentences, analyses them and compares.
    package mutating func add(_ treebank: Treebank, _ analyser: inout Analyser) {
        var document: [Treebank.Sentence] = []
        for sentence in treebank.sentences {
            if sentence.opensDocument && !document.isEmpty {
                compare(document, &analyser)
                document = []
            }
            document.append(sentence)
        }
        if !document.isEmpty { compare(document, &analyser) }
    }

    private mutating func compare(_ document: [Treebank.Sentence], _ analyser: inout Analyser) {
        var text: [UInt8] = []
        var gold: [(range: Range<Int>, head: Int, relation: Relation)] = []
        var sentences: Set<Range<Int>> = []
        for sentence in document {
            if sentence.opensParagraph && !text.isEmpty { text += [10, 10] }
            let first = gold.count
            for word in sentence.words {
                let start = text.count
                text += Array(word.form.utf8)
                gold.append((start..<text.count, word.head < 0 ? -1 : first + word.head, word.relation))
                if word.spaceAfter { text.append(32) }
            }
            sentences.insert(gold[first].range.lowerBound..<gold[gold.count - 1].range.upperBound)
        }
        let analysis = analyser.analyse(Text(utf8: text))
        let places = Dictionary(gold.enumerated().map { ($1.range, $0) }) { a, _ in a }
        goldWords += gold.count
        foundWords += analysis.tokens.count
        goldSentences += sentences.count
        foundSentences += analysis.sentences.count
        for sentence in analysis.sentences {
            if sentences.contains(sentence.start..<sentence.end) {
                rightSentences += 1
            } else {
                errors.append("S " + analysis.text.string(sentence.start..<sentence.end))
            }
        }
        for token in analysis.tokens {
            let range = Int(token.start)..<Int(token.end)
            guard let place = places[range] else {
                let around = max(0, range.lowerBound - 15)..<min(text.count, range.upperBound + 15)
                errors.append("W [\(analysis.text.string(range))] in \(analysis.text.string(around))")
                continue
            }
            rightWords += 1
            let head = gold[place].head
            let found =
                token.head < 0 ? -1 : places[Int(analysis.tokens[Int(token.head)].start)..<Int(analysis.tokens[Int(token.head)].end)] ?? -2
            guard head == found else { continue }
            if token.relation == gold[place].relation { labelled += 1 }
            if token.relation.universal == gold[place].relation.universal { universal += 1 }
        }
    }
}
