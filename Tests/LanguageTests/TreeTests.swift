import Casus
import CasusCore
import Language
import Testing

/// The sentences of an analysis, asked by words.
struct Reader {
    let analysis: Analysis

    init(_ text: String) throws {
        var analyser = Analyser(model: try .embedded())
        analysis = analyser.analyse(Text(text))
    }

    func index(_ word: String) -> Int? { analysis.tokens.indices.first { analysis.word($0) == word } }

    /// "nsubj < signed": the relation of a word and its head.
    func arc(_ word: String) -> String {
        guard let index = index(word) else { return "no \(word)" }
        let token = analysis.tokens[index]
        return token.head < 0 ? "root" : token.relation.name + " < " + analysis.word(Int(token.head))
    }
}

struct TreeTests {
    /// Each text with its arcs: word, relation, head.
    private static let examples: [(String, String)] = [
        (
            "Russia and North Korea signed a treaty in Pyongyang on Wednesday.",
            "Russia nsubj signed, and cc Korea, North compound Korea, Korea conj Russia, treaty obj signed, in case Pyongyang, "
                + "Wednesday obl signed, . punct signed"
        ),
        (
            "Kim Jong Un was welcomed by the president at the airport.",
            "Kim nsubj:pass welcomed, was aux:pass welcomed, president obl:agent welcomed, airport obl welcomed"
        ),
        (
            "The two countries have agreed to help us.",
            "countries nsubj agreed, have aux agreed, help xcomp agreed, to mark help, us obj help"
        ),
        (
            "The ministry said Iran's new missiles could reach Israel within minutes.",
            "ministry nsubj said, reach ccomp said, missiles nsubj reach, 's case Iran, could aux reach, Israel obj reach, minutes obl reach"
        ),
        (
            "The agreement was signed by the leaders and replaces an earlier treaty.",
            "agreement nsubj:pass signed, leaders obl:agent signed, replaces conj signed, treaty obj replaces"
        ),
        ("The troops did not leave the town.", "troops nsubj leave, not advmod leave, did aux leave, town obj leave"),
    ]

    @Test("Who did what to whom, where and when", arguments: examples)
    func trees(_ text: String, _ arcs: String) throws {
        let reader = try Reader(text)
        for arc in arcs.split(separator: ", ") {
            let parts = arc.split(separator: " ").map(String.init)
            #expect(reader.arc(parts[0]) == parts[1] + " < " + parts[2], "\(parts[0]) in \(text)")
        }
    }

    @Test(
        "Tags of verbs",
        arguments: [
            ("The army attacked the town.", "attacked", XPOS.vbd, UPOS.verb), ("The town was attacked by rebels.", "attacked", .vbn, .verb),
            ("They have agreed on peace.", "agreed", .vbn, .verb), ("They are sending arms.", "sending", .vbg, .verb),
            ("They may send arms.", "may", .md, .aux), ("They may send arms.", "send", .vb, .verb),
            ("Moscow denies it.", "denies", .vbz, .verb), ("Moscow and Minsk deny it.", "deny", .vbp, .verb),
            ("Two envoys met in Geneva.", "envoys", .nns, .noun), ("Two envoys met in Geneva.", "Geneva", .nnp, .propn),
        ])
    func tags(_ text: String, _ word: String, _ xpos: XPOS, _ upos: UPOS) throws {
        let reader = try Reader(text)
        let index = try #require(reader.index(word))
        #expect(reader.analysis.tokens[index].xpos == xpos)
        #expect(reader.analysis.tokens[index].upos == upos)
    }

    @Test(
        "Lemmas",
        arguments: [
            ("The leaders signed treaties.", "the leader sign treaty ."), ("They didn't go.", "they do not go ."),
            ("Russia's armies were defeated.", "Russia 's army be defeat ."),
            ("He has withdrawn his forces.", "he have withdraw his force ."),
            ("She's better than others.", "she be good than other ."), ("Poland pledged help.", "Poland pledge help ."),
            ("The men fought for the women.", "the man fight for the woman ."),
            ("American officials won't come.", "American official will not come ."),
            ("It is denying the accusations.", "it be deny the accusation ."), ("They planned and stopped it.", "they plan and stop it ."),
            ("He oversaw the army.", "he oversee the army ."),
        ])
    func lemmas(_ text: String, _ expected: String) throws {
        let reader = try Reader(text)
        #expect(reader.analysis.tokens.indices.map { reader.analysis.lemma($0) }.joined(separator: " ") == expected)
    }

    @Test("Equal lemmas have equal symbols, within and across texts")
    func symbols() throws {
        var analyser = Analyser(model: try .embedded())
        let first = analyser.analyse(Text("They sign treaties. He signed one."))
        let second = analyser.analyse(Text("She signs."))
        let sign = first.tokens.indices.filter { first.lemma($0) == "sign" }
        #expect(sign.count == 2)
        #expect(first.tokens[sign[0]].lemma == first.tokens[sign[1]].lemma)
        #expect(second.tokens[1].lemma == first.tokens[sign[0]].lemma)
    }

    @Test("An empty text has no sentence", arguments: ["", " ", "\n\n\n"])
    func empty(_ text: String) throws {
        let reader = try Reader(text)
        #expect(reader.analysis.sentences.isEmpty && reader.analysis.tokens.isEmpty)
    }

    @Test("A model of another kind is refused")
    func refused() {
        for bytes in [[], Array("CASUSLM1".utf8), [UInt8](repeating: 7, count: 4096)] {
            #expect(throws: Problem.self) { try bytes.withUnsafeBytes { try LanguageModel(bytes: $0) } }
        }
    }
}
