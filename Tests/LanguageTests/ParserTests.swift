import Casus
import CasusCore
import Language
import Testing

/// The network gives the same trees on every machine, in every batch.
struct ParserTests {
    private static let sentences = [
        "Russia and North Korea signed a treaty in Pyongyang on Wednesday .", "Go !",
        "The minister , who had met his Turkish counterpart twice before , said that Ankara would not send troops unless it was attacked .",
        "\" We will defend each other , \" he said .", "No .", "Sanctions",
        "Le président Émile Ó Briain n'a pas répondu — 12.5 % … ( sic )",
    ].map { $0.split(separator: " ").map(String.init) }

    private func add(_ sentence: [String], to parser: Parser) {
        var scratch: [UInt8] = []
        parser.add(count: sentence.count) { index in
            Array(sentence[index].utf8).withUnsafeBufferPointer { WordForm($0, scratch: &scratch) }
        }
    }

    private func words(_ parser: Parser, _ sentences: [[String]]) -> [Parser.Word] {
        parser.begin()
        for sentence in sentences { add(sentence, to: parser) }
        parser.run(features: true)
        return parser.words
    }

    @Test func allKernelsSayTheSame() throws {
        let network = try LanguageModel.embedded().network
        let sets = Parser.kernelSets
        #expect(sets.first?.name == "plain")
        let plain = words(Parser(network, kernels: try #require(sets.first).kernels), Self.sentences)
        for set in sets.dropFirst() { #expect(words(Parser(network, kernels: set.kernels), Self.sentences) == plain, "\(set.name)") }
    }

    @Test func aSentenceIsReadTheSameAloneAndAmongOthers() throws {
        let parser = Parser(try LanguageModel.embedded().network)
        let together = words(parser, Self.sentences)
        #expect(Self.sentences.flatMap { words(parser, [$0]) } == together)
        #expect(Self.sentences.reversed().flatMap { words(parser, [$0, $0]).suffix($0.count).reversed() } == together.reversed())
    }

    @Test func workGrowsWithTheText() throws {
        let model = try LanguageModel.embedded()
        func steps(_ text: String) throws -> Int {
            var analyser = Analyser(model: model)
            _ = analyser.analyse(Text(text))
            return analyser.parserSteps
        }
        for pattern in ["The envoy left. ", "word ", "(", "\"", "a\r", "é", "\u{05D0} "] {
            let once = try steps(String(repeating: pattern, count: 1500))
            let twice = try steps(String(repeating: pattern, count: 3000))
            #expect(Double(twice) <= 2.2 * Double(once) + 2000, "\(pattern)")
        }
    }

    @Test("A model that is cut short or of another kind is refused", arguments: [0, 7, 40, 64, 5_000, 1_000_000, 9_000_000])
    func aCutModelIsRefused(size: Int) {
        #expect(throws: Problem.self) { try LanguageModel(bytes: UnsafeRawBufferPointer(rebasing: LanguageModel.embeddedBytes[..<size])) }
    }

    @Test func aModelWithOtherSizesIsRefused() throws {
        let bytes = LanguageModel.embeddedBytes
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        defer { copy.deallocate() }
        let network = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        // The sizes stand after eight letters.
        for place in 0..<8 {
            copy.copyMemory(from: bytes)
            for wrong: Int32 in [-1, 0, 17, .max] {
                copy.storeBytes(of: wrong, toByteOffset: network + 8 + 4 * place, as: Int32.self)
                #expect(throws: Problem.self) { try LanguageModel(bytes: UnsafeRawBufferPointer(copy)) }
            }
        }
    }

    /// In shuffled sentences many arcs cross.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func liftedTreesDoNotCross(seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        var words = Self.sentences.flatMap { $0 }
        for index in words.indices.reversed() { words.swapAt(index, Int(dice.next() % UInt64(index + 1))) }
        var analyser = Analyser(model: try .embedded())
        let crossing = analyser.analyse(Text(words.joined(separator: " ")))
        let lifted = crossing.projective()
        #expect(lifted.projective().tokens.map(\.head) == lifted.tokens.map(\.head))
        for sentence in lifted.sentences {
            #expect(sentence.tokens.count { lifted.tokens[$0].head < 0 } == 1)
            for token in sentence.tokens where lifted.tokens[token].head >= 0 {
                let head = Int(lifted.tokens[token].head)
                for inner in min(head, token)...max(head, token) {
                    var at = inner
                    while at >= 0, at != head { at = Int(lifted.tokens[at].head) }
                    #expect(at == head)
                }
            }
        }
    }
}
