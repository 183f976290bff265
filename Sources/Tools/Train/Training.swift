import CasusCore
import Foundation
import Language
import Tables

/// One run: the network that `Training/` made and the treebanks in, the language model out, with its accuracy on the development parts.
struct Training {
    private static let beside = "../shared/reference/language/ud"
    private static let usage = "train --network FILE [--ud DIR] [--data DIR] [--out FILE] [--test]"
    private var ud = ""
    private var network = ""
    private var out = "Sources/CLanguageModel/model.bin"
    private var data = "Data"
    private var test = false

    init(arguments: [String]) throws(Problem) {
        var rest = arguments[...]
        while let flag = rest.popFirst() {
            if flag == "--test" {
                test = true
                continue
            }
            guard let value = rest.popFirst() else { throw Problem(.usage, "\(flag) needs a value", mend: Self.usage) }
            switch flag {
            case "--ud": ud = value
            case "--network": network = value
            case "--out": out = value
            case "--data": data = value
            default: throw Problem(.usage, "unknown flag \(flag)", mend: Self.usage)
            }
        }
        // Without a folder, the one that lies beside the package.
        if ud.isEmpty, FileManager.default.fileExists(atPath: Self.beside) { ud = Self.beside }
        if ud.isEmpty { throw Problem(.usage, "no treebanks", mend: "give --ud DIR") }
        if network.isEmpty { throw Problem(.usage, "no network", mend: "make one as Training/README.md says, and give --network FILE") }
    }

    func run() throws(Problem) {
        guard let bytes = FileManager.default.contents(atPath: network) else { throw Problem(.input, "cannot be read", at: network) }
        let corpora = ["en_ewt", "en_gum_free"]
        var train = Treebank()
        for corpus in corpora { train.sentences += try load("\(corpus)-train").sentences }
        let lemmas = LemmaTraining(train, verbs: VerbForms.known(try tables()))
        print("\(train.sentences.count) sentences, \(lemmas.table.count) lemma entries")
        let model = ModelFile(network: [UInt8](bytes), lemmas: lemmas)
        try model.write(to: out)
        print("\(model.bytes.count) bytes")
        let language = try model.loaded()
        for corpus in corpora {
            for part in test ? ["dev", "test"] : ["dev"] {
                print("\(corpus)-\(part): \(GoldAnalyser(language).score(try load("\(corpus)-\(part)")))")
            }
        }
    }

    /// The rows of `Data/`, which name verbs that a treebank may lack.
    private func tables() throws(Problem) -> Tables {
        var draft = Draft()
        if let problem = draft.read(folder: data).first { throw problem }
        return Tables(draft)
    }

    private func load(_ name: String) throws(Problem) -> Treebank {
        let plain = "\(ud)/\(name).conllu"
        return try Treebank(path: FileManager.default.fileExists(atPath: plain) ? plain : plain + ".xz")
    }
}
