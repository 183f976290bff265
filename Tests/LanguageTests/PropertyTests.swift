import Casus
import CasusCore
import Language
import Testing

/// Holds for every text, however odd.
struct PropertyTests {
    /// Bits of text that between them reach every branch of tokeniser and splitter.
    private static let bits = [
        " ", "\n", "\n\n", ".", "...", "…", "!", "?", "\"", "'", "’", "“", "”", "(", ")", "[", "]", "-", "--", "—", "/", "$", "@", "://",
        "www.",
        "a", "The", "U.S.", "Mr.", "p.m.", "no.", "Sept.", "SEOUL", "(AP)", "don't", "cannot", "10", "1,000", "3.5", "é", "É", "中", "👍🏽",
        "\u{200B}",
        "\u{A0}", "\u{FEFF}", "•", "* ", "1. ", ":)", "it's", "'90s", "``", "''", "%", "x@y.z", "\t", "\u{0}", "\u{2028}", "ß", "Ж", ",",
        ";", ":",
    ]

    static func text(seed: UInt64, length: Int) -> Text {
        var dice = SplitMix64(seed: seed)
        return Text((0..<length).map { _ in bits[Int(dice.next() % UInt64(bits.count))] }.joined())
    }

    @Test("Tokens are in order, sentences are whole, every visible character is in a token", arguments: 0..<25 as Range<UInt64>)
    func cover(_ seed: UInt64) throws {
        let text = Self.text(seed: seed, length: 300)
        var analyser = Analyser(model: try .embedded())
        check(analyser.analyse(text))
    }

    @Test("Any code points at all", arguments: 0..<20 as Range<UInt64>)
    func anything(_ seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        var scalars = String.UnicodeScalarView()
        while scalars.count < 400 {
            let wide: UInt64 = [0x80, 0x300, 0x2100, 0x11_0000][Int(dice.next() % 4)]
            if let scalar = Unicode.Scalar(UInt32(dice.next() % wide)) { scalars.append(scalar) }
        }
        var analyser = Analyser(model: try .embedded())
        check(analyser.analyse(Text(String(scalars))))
    }

    @Test(
        "Long runs without a space or a full stop",
        arguments: ["a", "1", "-", ".", "\"", "é", "中", "@", "a ", "a, ", "A.", "'", "1,", "http://"])
    func long(_ bit: String) throws {
        var segmenter = Segmenter()
        let text = Text(String(repeating: bit, count: 20_000))
        let (sentences, tokens) = segmenter.segment(text)
        #expect(isCut(text, sentences, tokens))
        #expect(sentences.allSatisfy { $0.tokens.count <= 400 })
    }

    @Test("What comes before the start is left alone")
    func start() throws {
        var analyser = Analyser(model: try .embedded())
        let analysis = analyser.analyse(Text("Title: A pact\n\nThey met."), from: 15)
        #expect(analysis.sentences.map { analysis.text.string($0.start..<$0.end) } == ["They met."])
    }

    private func check(_ analysis: Analysis) {
        #expect(isCut(analysis.text, analysis.sentences, analysis.tokens))
        for sentence in analysis.sentences { #expect(isTree(analysis, sentence.tokens)) }
    }

    /// One root, every other token reaches it, and heads agree with children.
    private func isTree(_ analysis: Analysis, _ range: Range<Int>) -> Bool {
        let roots = range.filter { analysis.tokens[$0].head < 0 }
        guard roots.count == 1, analysis.tokens[roots[0]].relation == .root else { return false }
        var reached = 0
        var open = roots
        while let index = open.popLast() {
            reached += 1
            let children = Array(analysis.children(of: index))
            guard children.allSatisfy({ range.contains($0) && Int(analysis.tokens[$0].head) == index }), children == children.sorted()
            else { return false }
            open += children
        }
        return reached == range.count
    }
}
