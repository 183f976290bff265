import CasusCore
import Language

/// Sentences of plain text on whose trees two unlike parsers mostly agree: one reads from left to right, one from right to left. The arcs that
/// both draw are mostly right, and teach the final parser how news is written; the other words count as words without a known head.
struct Agreement {
    /// The share of words on which the two must agree for a sentence to be of use.
    private static let leastShare = 0.85

    private let model: ModelFile
    private let forward: ModelFile
    private let backward: ModelFile

    init(gold: [Example], tags: [Tags], model: ModelFile) {
        self.model = model
        let epochs = 5
        forward = model.with(parser: ParserTraining(gold, tags: tags, epochs: epochs, exploration: 0.9, threshold: 5) { _ in })
        backward = model.with(
            parser: ParserTraining(gold.map(\.reversed), tags: tags, epochs: epochs, exploration: 0.9, threshold: 5) { _ in })
    }

    func examples(in folders: [String], clusters: [UInt64: UInt16]) throws(Problem) -> [Example] {
        let tagger = GoldAnalyser(try model.loaded())
        let left = GoldAnalyser(try forward.loaded(), isStrict: false)
        let right = GoldAnalyser(try backward.loaded(), isStrict: false)
        var result: [Example] = []
        var total = 0
        var known = 0
        for folder in folders {
            for sentence in try plainSentences(in: folder) where (5...40).contains(sentence.count) {
                total += 1
                let words = wordForms(sentence, clusters: clusters)
                let classes = tagger.classes(words)
                let tree = left.tree(words, classes: classes)
                var example = Example(
                    words: words, gold: [UInt8](repeating: 255, count: sentence.count), shown: classes, heads: tree.heads,
                    labels: tree.labels)
                let backwards = example.reversed
                let other = right.tree(backwards.words, classes: backwards.shown)
                var agreed = 0
                for index in 0..<sentence.count {
                    let mirror = sentence.count - 1 - index
                    if backwards.heads[mirror] == other.heads[mirror] && tree.labels[index] == other.labels[mirror] {
                        agreed += 1
                    } else {
                        example.heads[index] = -1
                    }
                }
                if Double(agreed) >= Self.leastShare * Double(sentence.count) {
                    result.append(example)
                    known += agreed
                }
            }
        }
        print(
            "two parsers agree mostly in \(result.count) of \(total) sentences, on \(known) of \(result.reduce(0) { $0 + $1.count }) words")
        return result
    }
}

extension Example {
    /// The sentence from its end to its beginning.
    var reversed: Example {
        Example(
            words: words.reversed(), gold: gold.reversed(), shown: shown.reversed(),
            heads: heads.reversed().map { $0 == count || $0 < 0 ? $0 : count - 1 - $0 }, labels: labels.reversed())
    }
}

/// The forms of a sentence with two `WordForm.outside` in front and behind.
func wordForms(_ sentence: [[UInt8]], clusters: [UInt64: UInt16]) -> [WordForm] {
    var scratch: [UInt8] = []
    let words = sentence.map { word in
        var form = word.withUnsafeBufferPointer { WordForm($0, scratch: &scratch) }
        form.cluster = UInt64(clusters[form.lower] ?? 0)
        return form
    }
    return [.outside, .outside] + words + [.outside, .outside]
}
