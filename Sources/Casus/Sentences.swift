package import CasusCore
import Language

extension Document {
    /// The sentences of its text, in order, as readers number them from 1: byte ranges.
    package var sentences: [Range<Int>] {
        var segmenter = Segmenter()
        return segmenter.segment(text, from: bodyStart).sentences.map { $0.start..<$0.end }
    }
}
