import CasusCore
import Language
import Synchronization

/// Makes trees on any thread: analysers, which keep room of their own, wait in a pool until somebody needs one.
final class TreeMaker: Sendable {
    private let model: LanguageModel
    private let idle = Mutex<[Analyser]>([])

    init(model: LanguageModel) { self.model = model }

    /// The trees of a document.
    func conllu(of document: Document, name: String) -> [UInt8] {
        var analyser = idle.withLock { $0.popLast() } ?? Analyser(model: model)
        defer { idle.withLock { $0.append(analyser) } }
        return analyser.analyse(document.text, from: document.bodyStart, features: true).conllu(name: name)
    }

    /// Sentences with their words as they are, and all else made anew.
    func annotated(_ sentences: [ConlluSentence]) -> [UInt8] {
        // One of its own a batch: it must not be used by two threads at once.
        let analyser = GoldAnalyser(model)
        var bytes: [UInt8] = []
        for var sentence in sentences {
            sentence.annotate(with: analyser.analyse(words: sentence.forms))
            sentence.write(to: &bytes)
        }
        return bytes
    }
}
