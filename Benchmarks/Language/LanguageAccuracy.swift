import Casus
import CasusCore
import Language

/// The tables of how right the language layer is, part by part: on words that are given, on pairs of verb and name, from raw text.
struct LanguageAccuracy {
    private let model: LanguageModel
    private var words = MarkdownTable(["words given"] + TokenScore().shares.map(\.name))
    private var pairs = MarkdownTable(["pairs, words given", "by", "verb-subject F1", "of", "verb-object F1", "of", "UPOS"])
    private var raw = MarkdownTable(["raw text", "words F1", "sentences F1", "LAS F1"])
    private var progress = Progress()

    init(_ model: LanguageModel) { self.model = model }

    /// - Parameter showsErrors: whether to list wrong words, sentences and lemmas.
    mutating func measure(_ part: TreebankPart, peer: SpacyPeer?, showsErrors: Bool) throws {
        let treebank = part.counted
        let analyser = GoldAnalyser(model)
        var score = TokenScore()
        var ours = PairScore()
        for (number, sentence) in treebank.sentences.enumerated() {
            let found = analyser.analyse(words: sentence.words.map(\.form))
            score.add(found, sentence.words)
            ours.add(found.map { ($0.head, Argument($0.relation)) }, sentence.words)
            if showsErrors { LanguageAccuracy.list(found, sentence.words) }
            progress.say("\(part.name): \(number) of \(treebank.sentences.count) sentences")
        }
        progress.end()
        words.add([part.name] + score.shares.map { fixed($0.percent) })
        add(ours, of: part.name, by: "Casus", upos: fixed(score.percent(score.upos)))
        if let peer {
            let found = try peer.sentences(of: treebank)
            var theirs = PairScore()
            var upos = (right: 0, all: 0)
            for (found, gold) in zip(found, treebank.sentences) {
                theirs.add(found.arcs, gold.words)
                upos.right += zip(found.upos, gold.words).count { $0 == $1.tags.upos.name }
                upos.all += gold.words.count
            }
            add(theirs, of: part.name, by: "spaCy", upos: fixed(100 * Double(upos.right) / Double(max(1, upos.all))))
        }
        var fromText = RawScore()
        var reader = Analyser(model: model)
        fromText.add(treebank, &reader)
        raw.add([part.name, fixed(fromText.wordF1), fixed(fromText.sentenceF1), fixed(fromText.universalF1)])
        if showsErrors { for error in fromText.errors { print(error) } }
    }

    func show() {
        for table in [words, pairs, raw] { print(table) }
    }

    private mutating func add(_ score: PairScore, of part: String, by name: String, upos: String) {
        pairs.add([
            part, name, fixed(score.f1(.subject)), String(score.gold(.subject)), fixed(score.f1(.object)), String(score.gold(.object)),
            upos,
        ])
    }

    private static func list(_ found: [Treebank.Word], _ gold: [Treebank.Word]) {
        for (found, right) in zip(found, gold) where found.lemma != right.lemma {
            print("L \(right.form) \(found.tags.xpos.name) \(found.lemma), not \(right.tags.xpos.name) \(right.lemma)")
        }
    }
}
