import CasusCore
import Language
import Testing

struct BrokenConlluTests {
    private static func row(_ id: String, _ head: String) -> String { "\(id)\ta\ta\tX\tFW\t_\t\(head)\tdep\t_\t_" }

    /// The rows of a sentence under one comment, the line of the fault, and what is said of it.
    @Test(
        "A broken sentence is refused with its line and the mend",
        arguments: [
            (["1\ta\tb"], 2, "3 fields, not ten; put tabs between them, and _ for one without a value"),
            (["1 a a X FW _ 0 root _ _"], 2, "1 field, not ten; put tabs between them, and _ for one without a value"),
            (["1\ta\t\tX\tFW\t_\t0\tdep\t_\t_"], 2, "LEMMA is empty; write _"),
            ([row("x", "0")], 2, "\"x\" is no number of a word; write 3; or 3-4 for words written as one, 3.1 for an empty node"),
            ([row("-1", "0")], 2, "\"-1\" is no number of a word; write 3; or 3-4 for words written as one, 3.1 for an empty node"),
            ([row("2", "0")], 2, "the first word has the number 2; number the words 1, 2, 3 in their order"),
            ([row("1", "0"), row("3", "1")], 3, "word 3 follows word 1; number the words 1, 2, 3 in their order"),
            ([row("1", "0"), row("1", "1")], 3, "word 1 follows word 1; number the words 1, 2, 3 in their order"),
            ([row("1", "x")], 2, "the head \"x\" is no number; give the number of a word, or 0 for the root"),
            ([row("1", "0"), row("2", "3")], 3, "the head 3 is none of the 2 words; give the number of a word, or 0 for the root"),
            ([row("1", "0"), row("2", "_")], 3, "word 2 has no head; give a head to all words of the sentence, or to none"),
            ([row("1", "2"), row("2", "1")], 2, "a sentence without a root; give one of its words the head 0"),
            ([row("1", "0"), row("2", "0")], 3, "two roots, words 1 and 2; hang one of them on the other"),
            ([row("1", "0"), row("2", "2")], 3, "word 2 hangs on itself; hang it on another word"),
            (
                [row("1", "0"), row("2", "4"), row("3", "2"), row("4", "3"), row("5", "4")], 3,
                "the words 2, 3, 4 hang on each other in a circle; hang one of them on another word"
            ),
            ([row("2-3", "_"), row("1", "0")], 2, "the range 2-3 does not stand in front of its first word; put it in front of word 2"),
            ([row("1-1", "_"), row("1", "0")], 2, "the range 1-1 is shorter than two words; leave it out"),
            ([row("1-3", "_"), row("1", "0")], 2, "a range ends with word 3, and the last word is 1; end it with a word of the sentence"),
            ([row("1", "0"), row("2.1", "_")], 3, "the empty node 2.1 does not stand in its place; here the next one is 1.1"),
            ([row("1", "0"), "# text = a"], 3, "a comment between words; put it in front of the sentence, and an empty line before that"),
            ([], 1, "comments without a sentence; put them in front of one"),
        ] as [([String], Int, String)])
    func refused(_ rows: [String], _ line: Int, _ words: String) throws {
        let text = (["# text = a"] + rows).joined(separator: "\n") + "\n\n"
        let error = #expect(throws: Problem.self) { try conlluSentences(text) }
        #expect(error?.description == "x:\(line): \(words)")
        #expect(error?.kind.exitStatus == 2)
    }

    @Test("After a broken sentence the next can be read")
    func goesOn() throws {
        var reader = ConlluReader(name: "x")
        let rows = ["# text = a", Self.row("2", "0"), Self.row("9", "9"), "", Self.row("1", "0"), ""]
        var found: [ConlluSentence] = []
        var problems: [Problem] = []
        for row in rows {
            do throws(Problem) {
                if let sentence = try reader.take(row) { found.append(sentence) }
            } catch { problems.append(error) }
        }
        #expect(problems.map(\.place) == ["x:2"])
        #expect(found.map(\.line) == [5])
    }

    @Test("Words that wait for their tree are in order")
    func treeless() throws {
        #expect(try conlluSentences([Self.row("1", "_"), Self.row("2", "_")].joined(separator: "\n")).count == 1)
    }

    @Test(
        "Rows that are CoNLL-U but not English UD are refused with their line",
        arguments: ["NOPE\tNN\t_\t0\troot", "NOUN\tNN\t_\t0\tnope", "NOUN\tNN\t_\t_\troot"])
    func notEnglish(_ tags: String) {
        let error = #expect(throws: Problem.self) { try Treebank(conllu: "# text = a\n1\ta\ta\t\(tags)\t_\t_\n\n", name: "x") }
        #expect(error?.place == "x:2")
    }
}
