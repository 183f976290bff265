import CasusCore
import Language

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One run of the trainer: treebanks in, model out, with its accuracy on the development parts.
struct Training {
    private static let beside = "../shared/reference/language/ud"
    private var ud = ""
    private var texts: [String] = []
    private var out = "Sources/CLanguageModel/model.bin"
    private var epochs = 8
    private var test = false

    init(arguments: [String]) throws(Problem) {
        var rest = arguments[...]
        while let flag = rest.popFirst() {
            if flag == "--test" {
                test = true
                continue
            }
            guard let value = rest.popFirst() else { throw Problem(.usage, "\(flag) needs a value") }
            switch flag {
            case "--ud": ud = value
            case "--text": texts.append(value)
            case "--out": out = value
            case "--epochs": epochs = Int(value) ?? epochs
            default:
                throw Problem(.usage, "unknown flag \(flag)", mend: "train --ud DIR [--text DIR]... [--out FILE] [--epochs N] [--test]")
            }
        }
        // Without a folder, the one that lies beside the package.
        if ud.isEmpty, access(Self.beside, R_OK) == 0 { ud = Self.beside }
        if ud.isEmpty { throw Problem(.usage, "no treebanks", mend: "give --ud DIR") }
    }

    func run() throws(Problem) {
        let corpora = ["en_ewt", "en_gum_free"]
        var train = Treebank()
        for corpus in corpora { train.sentences += try load("\(corpus)-train").sentences }
        print("\(train.sentences.count) sentences, \(train.sentences.reduce(0) { $0 + $1.words.count }) words")
        let clusters = try Clusters(texts: texts, treebank: train)
        let tags = tagClasses(train)
        var examples = train.sentences.map { example($0, tags: tags, clusters: clusters.table) }
        let lemmas = LemmaTraining(train)
        print("\(tags.count) tag classes, \(lemmas.table.count) lemma entries, \(clusters.table.count) words in clusters")
        var model = ModelFile(tags: tags, lemmas: lemmas, clusters: clusters.entries)

        let folds = 4
        for fold in 0..<folds {
            let part = examples.indices.filter { $0 / 50 % folds != fold }.map { examples[$0] }
            let tagger = TaggerTraining(part, order: UInt64(fold) + 1, classes: tags.count, epochs: 4, threshold: 3)
            let language = try model.with(tagger: tagger).loaded()
            let decoder = GoldAnalyser(language)
            var right = 0
            var total = 0
            for index in examples.indices where index / 50 % folds == fold {
                examples[index].shown = decoder.classes(examples[index].words)
                for (a, b) in zip(examples[index].shown, examples[index].gold) where b != 255 {
                    total += 1
                    if a == b { right += 1 }
                }
            }
            print("fold \(fold + 1) of \(folds): tags \(percent(right, total))")
            fflush(nil)
        }
        let tagger = TaggerTraining(examples, order: 99, classes: tags.count, epochs: 6, threshold: 3)
        model = model.with(tagger: tagger)
        print("tagger \(model.size) bytes so far")
        let further =
            texts.isEmpty ? [] : try Agreement(gold: examples, tags: tags, model: model).examples(in: texts, clusters: clusters.table)
        let parser = ParserTraining(examples, further: further, tags: tags, epochs: epochs, exploration: 0.9, threshold: 5) { epoch in
            print("parser epoch \(epoch)")
            fflush(nil)
        }
        model = model.with(parser: parser)
        print("\(model.size) bytes")
        try model.write(to: out)
        let language = try model.loaded()
        for corpus in corpora {
            for part in test ? ["dev", "test"] : ["dev"] {
                let score = GoldAnalyser(language).score(try load("\(corpus)-\(part)"))
                print("\(corpus)-\(part): \(score)")
            }
        }
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
        let tenths = whole == 0 ? 0 : (part * 10_000 + whole / 2) / whole
        return "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100)"
    }

    private func load(_ name: String) throws(Problem) -> Treebank {
        let plain = "\(ud)/\(name).conllu"
        return try Treebank(path: access(plain, R_OK) == 0 ? plain : plain + ".xz")
    }

    /// The pairs of tags that occur more than twice, commonest first.
    private func tagClasses(_ treebank: Treebank) -> [Tags] {
        var counts: [Tags: Int] = [:]
        for sentence in treebank.sentences { for word in sentence.words { counts[word.tags, default: 0] += 1 } }
        return counts.filter { $0.value > 2 }
            .sorted { ($1.value, $0.key.upos.rawValue, $0.key.xpos.rawValue) < ($0.value, $1.key.upos.rawValue, $1.key.xpos.rawValue) }
            .prefix(250).map(\.key)
    }

    private func example(_ sentence: Treebank.Sentence, tags: [Tags], clusters: [UInt64: UInt16]) -> Example {
        let words = wordForms(sentence.words.map { Array($0.form.utf8) }, clusters: clusters)
        let numbers = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, UInt8($0)) })
        let heads = projective(sentence.words.map { $0.head < 0 ? sentence.words.count : $0.head })
        let gold = sentence.words.map { numbers[$0.tags] ?? 255 }
        return Example(
            words: words, gold: gold, shown: gold.map { $0 == 255 ? 0 : $0 }, heads: heads,
            labels: sentence.words.map { $0.relation.rawValue })
    }
}
