import Casus
import CasusCore
import Foundation
import Language

/// `bench language [--ud DIR] [--text FILE|DIR] [--conllu FILE] [--model FILE] [--test] [--errors]`: accuracy on the treebanks, words a second on plain text.
struct LanguageBench {
    private var ud: String?
    private var text: String?
    private var model: String?
    private var parts = ["dev"]
    private var conllu: String?
    private var showsErrors = false

    init(arguments: [String]) throws {
        var rest = arguments[...]
        while let flag = rest.popFirst() {
            switch flag {
            case "--test": parts = ["test"]
            case "--errors": showsErrors = true
            case "--conllu": conllu = rest.popFirst()
            case "--ud": ud = rest.popFirst()
            case "--text": text = rest.popFirst()
            case "--model": model = rest.popFirst()
            default: throw Problem(.usage, "unknown flag \(flag)")
            }
        }
    }

    func run() throws {
        let model = try loaded()
        if let ud {
            for corpus in ["en_ewt", "en_gum_free"] {
                for part in parts { try measure("\(corpus)-\(part)", in: ud, model) }
            }
        }
        if let conllu {
            var analyser = Analyser(model: model)
            print(String(decoding: analyser.analyse(Text(try String(contentsOfFile: conllu, encoding: .utf8))).conllu(), as: UTF8.self))
        }
        if let text { try time(text, model) }
    }

    private func loaded() throws -> LanguageModel {
        guard let model else { return try LanguageModel.embedded() }
        let data = try Data(contentsOf: URL(fileURLWithPath: model))
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 64)
        copy.copyBytes(from: data)
        return try LanguageModel(bytes: UnsafeRawBufferPointer(copy))
    }

    private func measure(_ name: String, in folder: String, _ model: LanguageModel) throws {
        let plain = "\(folder)/\(name).conllu"
        let treebank = try Treebank(path: FileManager.default.fileExists(atPath: plain) ? plain : plain + ".xz")
        print("\(name), gold tokens: \(GoldAnalyser(model).score(treebank))")
        var raw = RawScore()
        var analyser = Analyser(model: model)
        raw.add(treebank, &analyser)
        func shown(_ value: Double) -> String { String(format: "%.2f", value) }
        print("\(name), raw text: words F1 \(shown(raw.wordF1)) sentences F1 \(shown(raw.sentenceF1)) LAS \(shown(raw.labelledF1))")
        guard showsErrors else { return }
        for error in raw.errors { print(error) }
        let gold = GoldAnalyser(model)
        for sentence in treebank.sentences {
            for (found, right) in zip(gold.analyse(words: sentence.words.map(\.form)), sentence.words) where found.lemma != right.lemma {
                print("L \(right.form) \(found.tags.xpos.name) \(found.lemma), not \(right.tags.xpos.name) \(right.lemma)")
            }
        }
    }

    private func time(_ path: String, _ model: LanguageModel) throws {
        var texts: [Text] = []
        for file in try files(path) {
            let bytes = [UInt8](try Data(contentsOf: file))
            // Files that are not UTF-8 are repaired: this measures speed.
            texts.append(Text(String(decoding: bytes, as: UTF8.self)))
        }
        var analyser = Analyser(model: model)
        var words = 0
        var sentences = 0
        // Time of this process, not of the wall: other work on the machine does not count.
        let start = clock()
        for text in texts {
            let analysis = analyser.analyse(text)
            words += analysis.tokens.count
            sentences += analysis.sentences.count
        }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        let speed = Int(Double(words) / max(seconds, 1e-6))
        print(
            "\(texts.count) texts, \(sentences) sentences, \(words) words in \(String(format: "%.2f", seconds)) s: \(speed) words/s on one core"
        )
    }

    private func files(_ path: String) throws -> [URL] {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard isFolder.boolValue else { return [URL(fileURLWithPath: path)] }
        let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".txt") }.sorted()
        return names.map { URL(fileURLWithPath: path).appendingPathComponent($0) }
    }
}
