import Casus
import CasusCore
import Language
import Testing

/// Texts made to be slow or to break something. Work is counted, never timed.
struct HostileTests {
    /// What is repeated, each a way to make a careless loop look at the same characters again and again.
    private static let units = [
        // Without an end, or without a space.
        "word ", "a", "A", "1", "é", "中", "w", "aA1", "Word word ", "the river ran through the town and on into the sea, where boats lay\n",
        // Brackets and quotes, open and shut.
        "(", ")", "( ", ") ", "()", "(a)", ".)", ". )", "[6]", ". [6] ", "{[(", "\"", "\" ", ".\" ", "“", "”", "'", "' ", "`", "''",
        // Marks that combine, letters from right to left, pictures.
        "\u{301}", "e\u{301}\u{302}", "\u{202E}", "שלום ", "مرحبا", "שלום.", "👩‍👩‍👧‍👦", "👍🏽 ", "🇰🇵", "\u{FE0F}", "\u{10FFFF}",
        // Ends of lines, spaces, and what is no character.
        "\n", "a\n", "\n\n", "a\n\n", "\r", "a\r", "a\r\n", "\r\n\r", "\u{0}", "a\u{0}", "\u{0} ", " ", "\t", "\u{A0}", "\u{85}",
        "\u{FEFF}a", "\u{2028}a",
        // What looks like an address and is none.
        "http://", "www.", "www", "@", "a@", "@.", "a@b.", "://a.", "//", "http://[::1]/", "a@b.c<", "ftp://a.b(", "x@\"", "@a.b,",
        "https://%%%.%%",
        // Signs and figures that hold words together or cut them.
        ".", "..", ". ", "?", "! ", "-", "- ", "a-", "anti-", "1-", "1-1-", "1,", "1,000", "1.", ".5", "a.", "A.", "A. ", "a.b.",
        "/", "a/", "&", "_", "~", "=", "<", "<>", "|", ":)", ":-", ";", ",", ", ", "—", " — ", "•", "US$", "$", "===== ", ":) ",
        // Words with a treatment of their own.
        "U.S. ", "no. ", "Mr. ", "p.m. ", "• ", "* ", "- a\n", "1. a\n", "1) ", "SEOUL, ", "(AP) ", "SEOUL (AP) - A\n", "cannot ", "don't",
        "it's", "a'", "'s", "'90s", "Regards, ", ". 4 ", "- a.pdf ", "1/1/2000 1:01 PM ", "Figure 1 ",
    ]

    private static func text(_ unit: String, bytes: Int) -> Text {
        let unit = Array(unit.utf8)
        return Text(utf8: Array(repeatElement(unit, count: max(1, bytes / unit.count)).joined()))
    }

    /// The steps that cutting a text takes, its cut checked.
    private func steps(_ text: Text) -> Int {
        var segmenter = Segmenter()
        let (sentences, tokens) = segmenter.segment(text)
        #expect(isCut(text, sentences, tokens))
        #expect(sentences.allSatisfy { $0.tokens.count <= 400 })
        #expect(tokens.allSatisfy { $0.end - $0.start <= 1028 })
        #expect(segmenter.room <= Segmenter.mostRoom)
        return segmenter.steps
    }

    /// Twice the text is twice the work, and no text costs more than some looks at each byte.
    private func isLinear(_ text: Text, _ twice: Text) -> Bool {
        let (once, double) = (steps(text), steps(twice))
        return double <= 2 * once + once / 10 + 4096 && double <= 16 * twice.bytes.count
    }

    @Test("Twice the text is twice the work", arguments: units)
    func doubled(_ unit: String) {
        #expect(isLinear(Self.text(unit, bytes: 30_000), Self.text(unit, bytes: 60_000)))
    }

    @Test("Also after a word, a full stop or an opening, and before one", arguments: units)
    func framed(_ unit: String) {
        for (before, after) in [("They met. ", " They left."), ("\"(", ")\" he said."), ("- The", "\n\nHe"), ("See www.", ".org now")] {
            func framed(_ bytes: Int) -> Text { Text(before + Self.text(unit, bytes: bytes).string + after) }
            #expect(isLinear(framed(10_000), framed(20_000)))
        }
    }

    @Test("Three kinds by turns, in runs of all lengths", arguments: 0..<60 as Range<UInt64>)
    func mixed(_ seed: UInt64) {
        var dice = SplitMix64(seed: seed)
        let three = (0..<3).map { _ in Self.units[Int(dice.next() % UInt64(Self.units.count))] }
        var text = ""
        while text.utf8.count < 30_000 { text += String(repeating: three[Int(dice.next() % 3)], count: 1 << Int(dice.next() % 9)) }
        #expect(isLinear(Text(text), Text(text + text)))
    }

    @Test(
        "Large ones",
        arguments: [
            ("word ", 10_000_000), ("a", 1_000_000), ("(", 100_000), ("\n", 1_000_000), ("a\n", 1_000_000), ("\u{301}", 1_000_000),
            ("\r", 1_000_000), ("\u{0}", 1_000_000), ("@", 1_000_000),
        ])
    func large(_ unit: String, bytes: Int) {
        #expect(steps(Self.text(unit, bytes: bytes)) <= bytes * 16)
    }

    @Test("Bytes that are no text neither stop nor mix up anything", arguments: 0..<20 as Range<UInt64>)
    func noText(_ seed: UInt64) {
        var dice = SplitMix64(seed: seed)
        let odd: [UInt8] = [0x80, 0xBF, 0xC2, 0xE2, 0xF0, 0x9F, 0xFF, 0xC0, 10, 32, 46, 65]
        let bytes = (0..<5000).map { _ in seed % 2 == 0 ? UInt8(truncatingIfNeeded: dice.next()) : odd[Int(dice.next() % 12)] }
        var segmenter = Segmenter()
        let (sentences, tokens) = segmenter.segment(Text(utf8: bytes))
        #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(tokens.allSatisfy { $0.start < $0.end && $0.end <= 5000 })
        #expect(sentences.map(\.tokens.count).reduce(0, +) == tokens.count)
    }

    @Test("The analyser takes them too: one tree a sentence", arguments: units)
    func analysed(_ unit: String) throws {
        var analyser = Analyser(model: try .embedded())
        let analysis = analyser.analyse(Self.text(unit, bytes: 3000))
        #expect(isCut(analysis.text, analysis.sentences, analysis.tokens))
        for sentence in analysis.sentences {
            #expect(sentence.tokens.count { analysis.tokens[$0].head < 0 } == 1)
            #expect(sentence.tokens.count <= 400)
        }
    }
}
