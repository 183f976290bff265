import Casus
import CasusCore
import Language
import Testing

struct WrittenAnalysisTests {
    private func written(_ text: String, name: String? = nil) throws -> String {
        var analyser = Analyser(model: try .embedded())
        return String(decoding: analyser.analyse(Text(text)).conllu(name: name), as: UTF8.self)
    }

    @Test("Words written as one get a range, as in EWT")
    func ranges() throws {
        let text = "They don't say that Iran's envoy cannot sign the 15-year pact (it's long); I'm sure they’d’ve gone at 10am."
        let ranges = try conlluSentences(written(text)).flatMap(\.rows).filter { if case .range = $0.id { true } else { false } }
        #expect(ranges.map { $0[.form] } == ["don't", "Iran's", "cannot", "it's", "I'm", "they’d’ve"])
        #expect(ranges[0].fields == ["2-3", "don't", "_", "_", "_", "_", "_", "_", "_", "_"])
    }

    @Test("Only a range says that no space follows")
    func spaces() throws {
        let rows = try conlluSentences(written("We can't. He  said: \"It's\"."))
        #expect(rows.map { $0.value(of: "text") } == ["We can't.", "He said: \"It's\"."])
        #expect(rows[0].rows.map(\.isJoined) == [false, true, false, false, false])
        #expect(rows[1].rows.map(\.isJoined) == [false, true, false, true, true, false, false, true, false])
    }

    @Test("Documents, paragraphs and sentences are named")
    func names() throws {
        let lines = try written("They met.\n\nThey left. He stayed.", name: "a/b.txt").split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(
            lines == [
                "# newdoc id = a/b.txt", "# newpar", "# sent_id = a_b.txt-1", "# text = They met.", "# newpar", "# sent_id = a_b.txt-2",
                "# text = They left.", "# sent_id = a_b.txt-3", "# text = He stayed.",
            ])
    }

    @Test("What is written of any text can be read again, and its words spell its sentences", arguments: 0..<25 as Range<UInt64>)
    func anything(_ seed: UInt64) throws {
        let text = PropertyTests.text(seed: seed, length: 300)
        var analyser = Analyser(model: try .embedded())
        let analysis = analyser.analyse(text)
        let blocks = try conlluSentences(String(decoding: analysis.conllu(name: "x"), as: UTF8.self))
        #expect(blocks.flatMap(\.forms) == analysis.tokens.indices.map(analysis.word))
        for block in blocks { #expect(block.spelled == block.value(of: "text")) }
        #expect(try Treebank(conllu: String(decoding: analysis.conllu(), as: UTF8.self)).sentences.count == analysis.sentences.count)
    }
}

extension ConlluSentence {
    /// The text that forms, ranges and notes on spaces spell.
    fileprivate var spelled: String {
        var text = ""
        var covered = 0
        for row in rows {
            switch row.id {
            case .range(_, let last): covered = last
            case .word(let number) where number > covered: break
            default: continue
            }
            text += row[.form] + (row.isJoined ? "" : " ")
        }
        // What follows the last word is not the sentence's.
        return text.hasSuffix(" ") ? String(text.dropLast()) : text
    }
}
