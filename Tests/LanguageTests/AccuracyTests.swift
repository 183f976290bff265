import Casus
import CasusCore
import Foundation
import Language
import Testing

/// Where the treebanks are, if they are: beside the package, or under `CASUS_SHARED`.
let treebankFolder: URL = {
    let shared =
        ProcessInfo.processInfo.environment["CASUS_SHARED"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared")
    return shared.appendingPathComponent("reference/language/ud")
}()

struct AccuracyTests {
    @Test("Sentences of our own, as a careful reader would analyse them")
    func own() throws {
        let treebank = try Treebank(conllu: ownSentences)
        let score = GoldAnalyser(try .embedded()).score(treebank)
        #expect(score.words == treebank.sentences.reduce(0) { $0 + $1.words.count } && score.words > 150)
        #expect(score.percent(score.upos) >= 95)
        #expect(score.percent(score.labelled) >= 85)
        #expect(score.percent(score.lemma) >= 96)
    }

    @Test(
        "The treebanks' development parts", .enabled(if: FileManager.default.fileExists(atPath: treebankFolder.path), "no reference data"),
        arguments: [("en_ewt-dev", 95.0, 80.0, 98.5, 89.8), ("en_gum_free-dev", 96.0, 79.5, 99.5, 96.2)])
    func treebanks(_ name: String, upos: Double, las: Double, words: Double, sentences: Double) throws {
        let treebank = try Treebank(path: treebankFolder.appendingPathComponent(name + ".conllu.xz").path)
        let model = try LanguageModel.embedded()
        let score = GoldAnalyser(model).score(treebank)
        #expect(score.percent(score.upos) >= upos)
        #expect(score.percent(score.labelled) >= las)
        var raw = RawScore()
        var analyser = Analyser(model: model)
        raw.add(treebank, &analyser)
        #expect(raw.wordF1 >= words)
        #expect(raw.sentenceF1 >= sentences)
    }
}

struct TreebankTests {
    @Test(
        "Rows that are not CoNLL-U are refused with their line",
        arguments: ["1\ta\tb", "1\ta\ta\tNOPE\tNN\t_\t0\troot\t_\t_", "2\ta\ta\tNOUN\tNN\t_\t0\troot\t_\t_"])
    func refused(_ row: String) {
        let error = #expect(throws: Problem.self) { try Treebank(conllu: "# text = a\n" + row + "\n\n", name: "x") }
        #expect(error?.place == "x:2")
    }
}
