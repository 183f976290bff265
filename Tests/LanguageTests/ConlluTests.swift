import Casus
import CasusCore
import Foundation
import Language
import Testing

/// Sentences of our own with everything that CoNLL-U has: notes, ranges, empty nodes, an enhanced graph. A broken bar stands for
/// each tab.
private let full = """
    # newdoc id = made-up
    # newpar
    # sent_id = made-up-1
    # text = They don't sign, and Iran won't.
    # note without a value
    1¦They¦they¦PRON¦PRP¦Case=Nom|Number=Plur¦4¦nsubj¦4:nsubj¦_
    2-3¦don't¦_¦_¦_¦_¦_¦_¦_¦_
    2¦do¦do¦AUX¦VBP¦_¦4¦aux¦4:aux¦_
    3¦n't¦not¦PART¦RB¦Polarity=Neg¦4¦advmod¦4:advmod¦CorrectForm=not
    4¦sign¦sign¦VERB¦VB¦VerbForm=Inf¦0¦root¦0:root¦SpaceAfter=No
    5¦,¦,¦PUNCT¦,¦_¦7¦punct¦8.1:punct¦_
    6¦and¦and¦CCONJ¦CC¦_¦7¦cc¦8.1:cc¦_
    7¦Iran¦Iran¦PROPN¦NNP¦Number=Sing¦4¦conj¦8.1:nsubj¦Entity=(place)|Note=a b
    8-9¦won't¦_¦_¦_¦_¦_¦_¦_¦SpaceAfter=No
    8¦wo¦will¦AUX¦MD¦_¦7¦orphan¦8.1:aux¦_
    8.1¦sign¦sign¦VERB¦VB¦_¦_¦_¦4:conj¦CopyOf=4
    9¦n't¦not¦PART¦RB¦_¦7¦orphan¦8.1:advmod¦_
    10¦.¦.¦PUNCT¦.¦_¦4¦punct¦4:punct¦_

    # sent_id = made-up-2
    1¦Yes¦yes¦INTJ¦UH¦_¦0¦root¦_¦_


    """.replacing("¦", with: "\t")

/// All sentences of a text.
func conlluSentences(_ text: String) throws -> [ConlluSentence] {
    var reader = ConlluReader(name: "x")
    var sentences: [ConlluSentence] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if let sentence = try reader.take(String(line)) { sentences.append(sentence) }
    }
    if let sentence = try reader.finish() { sentences.append(sentence) }
    return sentences
}

/// All sentences of a text, written again.
private func written(_ text: String) throws -> String {
    var bytes: [UInt8] = []
    for sentence in try conlluSentences(text) { sentence.write(to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
}

struct ConlluTests {
    @Test("What is read is written again byte for byte")
    func same() throws {
        #expect(try written(full) == full)
        #expect(try conlluSentences(full).map(\.rows.count) == [13, 1])
        #expect(try conlluSentences(full)[0].value(of: "sent_id") == "made-up-1")
    }

    @Test("Made-up sentences of any shape are written again byte for byte", arguments: 0..<50 as Range<UInt64>)
    func anyShape(_ seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        let text = (0..<20).map { _ in Self.madeUp(&dice) }.joined()
        #expect(try written(text) == text)
    }

    @Test(
        "The treebanks are written again byte for byte",
        .enabled(if: FileManager.default.fileExists(atPath: treebankFolder.path), "no reference data"),
        arguments: ["en_ewt-dev", "en_gum_free-dev"])
    func treebanks(_ name: String) throws {
        let text = try Treebank.text(of: treebankFolder.appendingPathComponent(name + ".conllu.xz").path)
        // Compared as bytes: Swift holds strings equal that differ in how accents are written.
        #expect(Array(try written(text).utf8) == Array(text.utf8))
    }

    @Test("A treebank's words, with what follows each")
    func words() throws {
        let sentence = try Treebank(conllu: full).sentences[0]
        #expect(sentence.id == "made-up-1" && sentence.opensDocument && sentence.opensParagraph)
        #expect(sentence.words.map(\.form) == ["They", "do", "n't", "sign", ",", "and", "Iran", "wo", "n't", "."])
        #expect(sentence.words.map(\.spaceAfter) == [true, false, true, false, true, true, true, false, false, true])
        #expect(sentence.words[0].features == "Case=Nom|Number=Plur")
        #expect(sentence.words.map(\.head) == [3, 3, 3, -1, 6, 6, 3, 6, 6, 3])
    }

    @Test("Made anew: words, comments, ranges and notes stay, the enhanced graph goes")
    func annotated() throws {
        var sentence = try conlluSentences(full)[0]
        var words = GoldAnalyser(try .embedded()).analyse(words: sentence.forms)
        words[0].features = "Case=Acc"
        words[0].lemma = ""
        let before = sentence
        sentence.annotate(with: words)
        #expect(sentence.comments == before.comments)
        #expect(sentence.rows.count == before.rows.count - 1)
        #expect(sentence.rows.map { $0[.misc] } == before.rows.filter { $0[.id] != "8.1" }.map { $0[.misc] })
        #expect(sentence.rows.allSatisfy { $0[.deps] == "_" })
        #expect(sentence.rows[0][.feats] == "Case=Acc" && sentence.rows[0][.lemma] == "_")
        #expect(sentence.rows[1].fields == before.rows[1].fields)
        #expect(sentence.problemOfTree() == nil)
    }

    /// One sentence with ranges, empty nodes, comments and a tree by chance.
    private static func madeUp(_ dice: inout SplitMix64) -> String {
        func pick(_ count: Int) -> Int { Int(dice.next() % UInt64(count)) }
        let forms = ["a", "é", "don't", "_", "#", "1-2", "e\u{301}", "“", "中", "x y"]
        func note() -> String { ["_", "SpaceAfter=No", "A=1|SpaceAfter=No", "B==|C"][pick(4)] }
        var text = ["", "# text = a\n", "#\n", "# a\n#b\n"][pick(4)]
        let count = 1 + pick(9)
        let root = 1 + pick(count)
        var rangeEnd = 0
        for word in 1...count {
            if word == 1, pick(5) == 0 { text += "0.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n" }
            if word > rangeEnd, word < count, pick(4) == 0 {
                rangeEnd = word + 1 + pick(count - word)
                text += "\(word)-\(rangeEnd)\t\(forms[pick(10)])\t_\t_\t_\t_\t_\t_\t_\t\(note())\n"
            }
            // Every word hangs on one nearer to the root.
            let head = word == root ? 0 : word < root ? word + 1 + pick(root - word) : word - 1 - pick(word - root)
            text += "\(word)\t\(forms[pick(10)])\t\(forms[pick(10)])\tX\tFW\t_\t\(head)\tdep\t_\t\(note())\n"
            for empty in 1..<(1 + max(1, pick(6)) / 4 * 2) { text += "\(word).\(empty)\tx\t_\t_\t_\t_\t_\t_\t1:dep\t_\n" }
        }
        return text + "\n"
    }
}
