import CasusCore
import Foundation
import Language

/// Sentences that are scored together: a part of a treebank, or only its news.
struct TreebankPart {
    var name: String
    var treebank: Treebank
    /// Which of the sentences count.
    var isCounted: (Treebank.Sentence) -> Bool = { _ in true }

    /// The parts of a folder, `dev` or `test`.
    static func all(of part: String, in folder: String) throws(Problem) -> [TreebankPart] {
        var parts: [TreebankPart] = []
        for (file, name) in [("en_ewt", "EWT"), ("en_gum_free", "GUM (free)")] {
            let plain = "\(folder)/\(file)-\(part).conllu"
            let treebank = try Treebank(path: FileManager.default.fileExists(atPath: plain) ? plain : plain + ".xz")
            parts.append(TreebankPart(name: "\(name) \(part)", treebank: treebank))
        }
        // What stands in EWT under "newsgroup" are letters to a forum, no news.
        let isNews: (Treebank.Sentence) -> Bool = { $0.id.hasPrefix("GUM_news_") }
        for part in parts where part.treebank.sentences.contains(where: isNews) {
            parts.append(TreebankPart(name: part.name.replacing("(free)", with: "news"), treebank: part.treebank, isCounted: isNews))
        }
        return parts
    }

    /// The sentences that count, as a treebank of their own.
    var counted: Treebank {
        var counted = Treebank()
        counted.sentences = treebank.sentences.filter(isCounted)
        return counted
    }
}
