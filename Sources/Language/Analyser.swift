package import CasusCore

/// Reads texts, one after the other: sentences, tokens, tags, lemmas, trees. One is made for each thread; it keeps its room between texts.
///
/// Of one `Analyser`, symbols of different analyses are comparable too, until it has met `vocabularyLimit` lemmas and starts afresh.
package struct Analyser: Sendable {
    /// Lemmas kept before the table of words is begun anew.
    package static let vocabularyLimit = 1 << 18

    private var decoder: Decoder
    private var interner = Interner()
    private var segmenter = Segmenter()
    private var words: [WordForm] = []
    private var classes: [UInt8] = []
    private var isName: [Bool] = []
    private var lower: [UInt8] = []
    private var lemma: [UInt8] = []

    package init(model: LanguageModel) { decoder = Decoder(model) }

    /// - Parameters:
    ///   - start: the byte to begin at, where a block of metadata was skipped.
    ///   - names: ranges of tokens that are proper names whatever they look like to the tagger; for callers who know names.
    package mutating func analyse(_ text: Text, from start: Int = 0, names: ((Text, [Token]) -> [Range<Int>])? = nil) -> Analysis {
        if !isKnownUniquelyReferenced(&decoder) { decoder = Decoder(decoder.model) }
        if interner.count > Self.vocabularyLimit { interner = Interner() }
        let (sentences, cut) = segmenter.segment(text, from: start)
        var tokens = cut
        isName = [Bool](repeating: false, count: tokens.count)
        for range in names?(text, tokens) ?? [] { for token in range { isName[token] = true } }
        text.bytes.withUnsafeBufferPointer { bytes in
            for sentence in sentences { analyse(sentence.tokens, of: &tokens, bytes) }
        }
        return Analysis(text: text, sentences: sentences, tokens: tokens, lemmas: interner.strings)
    }

    /// Tags, lemmas and tree of one sentence.
    private mutating func analyse(_ range: Range<Int>, of tokens: inout [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
        words.removeAll(keepingCapacity: true)
        words.append(.outside)
        words.append(.outside)
        let model = decoder.model
        let clusters = model.clusters
        for token in tokens[range] {
            var form = WordForm(UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]), scratch: &lower)
            form.cluster = model.clusters.cluster(form.lower)
            words.append(form)
        }
        words.append(.outside)
        words.append(.outside)
        words.withUnsafeBufferPointer { words in
            decoder.tag(words.baseAddress!, count: range.count, isName: isName[range], into: &classes)
            decoder.parse(words.baseAddress!, classes: classes) { node, head, relation in
                tokens[range.lowerBound + node].head = head < 0 ? -1 : Int32(range.lowerBound + head)
                tokens[range.lowerBound + node].relation = relation
            }
        }
        for (offset, index) in range.enumerated() {
            let tags = model.tags[Int(classes[offset])]
            let word = UnsafeBufferPointer(rebasing: bytes[Int(tokens[index].start)..<Int(tokens[index].end)])
            lowerCased(word, into: &lower)
            lower.withUnsafeBufferPointer { lower in
                model.lemmatiser.lemma(of: word, lower: lower, xpos: tags.xpos, opensSentence: offset == 0, into: &lemma) {
                    clusters.cluster($0) != 0
                }
            }
            tokens[index].upos = tags.upos
            tokens[index].xpos = tags.xpos
            tokens[index].lemma = lemma.withUnsafeBufferPointer { interner.symbol(for: $0) }
        }
    }
}
