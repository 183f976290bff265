import Casus
import CasusCore
import Foundation
import Language

/// `bench language [--ud DIR] [--test] [--errors] [--text FILE|DIR] [--casus PATH] [--python PATH] [--conllu FILE] [--model FILE]`:
/// accuracy on the treebanks of a folder, speed on plain text, and beside each the peer, where there is one.
///
/// Tables come out as Markdown. `--test` scores the test parts, `--errors` lists what is wrong, `--conllu` prints the trees of a text;
/// `--model` takes another model for all but the speed, which is that of the program `--casus` with what it embeds. `--python` is a
/// Python that can import spaCy and its small English model.
struct LanguageBench {
    private var ud: String?
    private var text: String?
    private var model: String?
    private var part = "dev"
    private var conllu: String?
    private var showsErrors = false
    private var program = ".build/release/casus"
    private var peer: SpacyPeer?

    init(arguments: [String]) throws {
        var rest = arguments[...]
        func value(_ flag: String) throws(Problem) -> String {
            guard let value = rest.popFirst() else { throw Problem(.usage, "has no value", at: flag) }
            return value
        }
        while let flag = rest.popFirst() {
            switch flag {
            case "--test": part = "test"
            case "--errors": showsErrors = true
            case "--conllu": conllu = try value(flag)
            case "--ud": ud = try value(flag)
            case "--text": text = try value(flag)
            case "--model": model = try value(flag)
            case "--casus": program = try value(flag)
            case "--python": peer = SpacyPeer(python: try value(flag))
            default: throw Problem(.usage, "unknown flag", at: flag)
            }
        }
    }

    func run() throws {
        if ud == nil, text == nil, conllu == nil {
            throw Problem(.usage, "nothing to measure", mend: "give --ud DIR, --text FILE|DIR or --conllu FILE")
        }
        let model = try loaded()
        if let ud { try accuracy(ud, model) }
        if let conllu {
            var analyser = Analyser(model: model)
            let trees = analyser.analyse(Text(try String(contentsOfFile: conllu, encoding: .utf8)), features: true).conllu()
            print(String(decoding: trees, as: UTF8.self), terminator: "")
        }
        if let text { try LanguageSpeed(text, program: program, peer: peer).run() }
    }

    private func loaded() throws -> LanguageModel {
        guard let model else { return try LanguageModel.embedded() }
        let data = try Data(contentsOf: URL(fileURLWithPath: model))
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 64)
        copy.copyBytes(from: data)
        return try LanguageModel(bytes: UnsafeRawBufferPointer(copy))
    }

    private func accuracy(_ folder: String, _ model: LanguageModel) throws {
        var accuracy = LanguageAccuracy(model)
        for part in try TreebankPart.all(of: part, in: folder) { try accuracy.measure(part, peer: peer, showsErrors: showsErrors) }
        accuracy.show()
    }
}
