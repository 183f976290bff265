package import CKernels
package import CasusCore

/// Reads texts, one after the other: sentences, tokens, tags, lemmas, trees. One is made for each thread; it keeps its room between texts.
///
/// Of one `Analyser`, symbols of different analyses are comparable too, until it has met `vocabularyLimit` lemmas and starts afresh.
package struct Analyser: Sendable {
    /// Lemmas kept before the table of words is begun anew.
    package static let vocabularyLimit = 1 << 18

    private let model: LanguageModel
    private var parser: Parser
    private var interner = Interner()
    private var segmenter = Segmenter()
    private var lower: [UInt8] = []
    private var lemma: [UInt8] = []

    package init(model: LanguageModel) { self.init(model: model, kernels: casus_kernels_best().pointee) }

    /// - Parameter kernels: one of `Parser.kernelSets`; all give the same trees, the last is the quickest.
    package init(model: LanguageModel, kernels: casus_kernels) {
        self.model = model
        parser = Parser(model.network, kernels: kernels)
    }

    /// Rows and scores worked on by the parser so far.
    package var parserSteps: Int { parser.steps }

    /// - Parameters:
    ///   - start: the byte to begin at, where a block of metadata was skipped.
    ///   - features: whether morphological features are wanted too.
    ///   - names: ranges of tokens that are proper names whatever they look like to the tagger; for callers who know names.
    package mutating func analyse(
        _ text: Text, from start: Int = 0, features: Bool = false, names: ((Text, [Token]) -> [Range<Int>])? = nil
    ) -> Analysis {
        if !isKnownUniquelyReferenced(&parser) { parser = parser.another() }
        if interner.count > Self.vocabularyLimit { interner = Interner() }
        let (sentences, cut) = segmenter.segment(text, from: start)
        var tokens = cut
        text.bytes.withUnsafeBufferPointer { bytes in
            var first = 0
            parser.begin()
            for (index, sentence) in sentences.enumerated() {
                parser.add(count: sentence.tokens.count) { word in
                    WordForm(Self.word(tokens[sentence.tokens.lowerBound + word], bytes), scratch: &lower)
                }
                guard parser.count >= Parser.batch || index == sentences.count - 1 else { continue }
                parser.run(features: features)
                keep(sentences[first...index], in: &tokens)
                first = index + 1
                parser.begin()
            }
            for range in names?(text, tokens) ?? [] {
                for token in range { (tokens[token].upos, tokens[token].xpos) = (.propn, .nnp) }
            }
            for sentence in sentences { addLemmas(sentence.tokens, of: &tokens, bytes) }
        }
        return Analysis(text: text, sentences: sentences, tokens: tokens, lemmas: interner.strings, featureNames: model.network.features)
    }

    private static func word(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])
    }

    /// Takes over what the parser found of the last sentences.
    private func keep(_ sentences: ArraySlice<Sentence>, in tokens: inout [Token]) {
        var place = 0
        let all = model.network.tags
        for sentence in sentences {
            for index in sentence.tokens {
                let word = parser.words[place]
                let tags = all[word.tags]
                tokens[index].upos = tags.upos
                tokens[index].xpos = tags.xpos
                tokens[index].head = word.head < 0 ? -1 : Int32(sentence.tokens.lowerBound + word.head)
                tokens[index].relation = word.relation
                tokens[index].features = UInt16(word.features)
                place += 1
            }
        }
    }

    private mutating func addLemmas(_ range: Range<Int>, of tokens: inout [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
        // Two small tables, not the network with all it holds.
        let (rows, lemmatiser) = (model.network.rows, model.lemmatiser)
        for index in range {
            let word = Self.word(tokens[index], bytes)
            lowerCased(word, into: &lower)
            lower.withUnsafeBufferPointer { lower in
                lemmatiser.lemma(
                    of: word, lower: lower, xpos: tokens[index].xpos, opensSentence: index == range.lowerBound, into: &lemma,
                    vocabulary: rows)
            }
            tokens[index].lemma = lemma.withUnsafeBufferPointer { interner.symbol(for: $0) }
        }
    }
}
