import CasusCore
import Language

/// A sentence as the classifiers see it, with what is right about it.
struct Example {
    /// With two `WordForm.outside` in front and behind.
    var words: [WordForm]
    /// The right class of each word, 255 if it is too rare to be one.
    var gold: [UInt8]
    /// The class the parser is shown.
    var shown: [UInt8]
    /// Index in the sentence; `count` for the root.
    var heads: [Int]
    var labels: [UInt8]
    var count: Int { gold.count }
}

/// Learns to tag, one word after the other, from its own earlier guesses.
struct TaggerTraining {
    private(set) var perceptron: Perceptron
    private let classes: Int
    private let features = UnsafeMutablePointer<UInt64>.allocate(capacity: TaggerFeatures.capacity)
    private let scores = UnsafeMutablePointer<Float>.allocate(capacity: 256)

    init(_ examples: [Example], order seed: UInt64, classes: Int, epochs: Int, threshold: UInt32) {
        self.classes = classes
        perceptron = Perceptron(threshold: threshold)
        var dice = SplitMix64(seed: seed)
        var order = Array(examples.indices)
        for _ in 0..<epochs {
            order.shuffle(using: &dice)
            for index in order { learn(examples[index]) }
        }
    }

    private mutating func learn(_ example: Example) {
        var last: UInt64 = 255
        var before: UInt64 = 255
        example.words.withUnsafeBufferPointer { words in
            for index in 0..<example.count {
                let size = TaggerFeatures.write(words.baseAddress!, index + 2, last: last, before: before, into: features)
                let best = best(size)
                let gold = Int(example.gold[index])
                perceptron.tick()
                if gold != 255 && best != gold { perceptron.correct(features, size, right: gold, wrong: best) }
                before = last
                last = UInt64(best)
            }
        }
    }

    private func best(_ size: Int) -> Int {
        scores.update(repeating: 0, count: 256)
        perceptron.score(features, size, into: scores)
        var best = 0
        for candidate in 1..<classes where scores[candidate] > scores[best] { best = candidate }
        return best
    }
}
