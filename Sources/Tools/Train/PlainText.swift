import CasusCore
import Foundation
import Language

/// The words of every sentence of prose in the `.txt` files of a folder, in the order of their names.
func plainSentences(in folder: String) throws(Problem) -> [[[UInt8]]] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
        throw Problem(.input, "cannot be read", at: folder)
    }
    var result: [[[UInt8]]] = []
    var segmenter = Segmenter()
    for name in names.sorted() where name.hasSuffix(".txt") {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
        let text = Text(String(decoding: data, as: UTF8.self))
        let (sentences, tokens) = segmenter.segment(text)
        for sentence in sentences {
            result.append(tokens[sentence.tokens].map { Array(text.bytes[Int($0.start)..<Int($0.end)]) })
        }
    }
    return result
}
