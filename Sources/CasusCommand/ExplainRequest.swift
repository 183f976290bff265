import Casus
import CasusCore

extension ExplainCommand {
    /// Which sentences are asked about.
    struct Request {
        var file: String?
        private var place: Range<Int>?
        private var isInBytes = false
        private var words: String?

        init(_ parsed: Parsed) throws(Problem) {
            file = parsed.words.first
            place = parsed[at]
            isInBytes = parsed.has(bytes)
            words = parsed[sentence]
            if parsed.words.count > 1 {
                throw Problem(.usage, "a second file", at: parsed.words[1], mend: "explain one at a time, and words in quotation marks")
            }
            if file == nil, place != nil { throw Problem(.usage, "says nothing without a file", at: "--at", mend: "give FILE") }
            if file == nil, words == nil {
                throw Problem(.usage, "nothing to explain", mend: "give a file, or --sentence \"A whole sentence.\"")
            }
            if place != nil, words != nil { throw Problem(.usage, "stands beside --sentence", at: "--at", mend: "give one of them") }
            if isInBytes, place == nil { throw Problem(.usage, "says nothing without --at", at: "--bytes", mend: "leave it out") }
        }

        /// - Throws: `Problem(.usage)` where a place is outside the text or between its sentences.
        func choose(from explanation: Explanation, of document: Document) throws(Problem) -> [ExplainedSentence] {
            if let place { return try touched(by: place, explanation.sentences, document.text) }
            guard file != nil, let words else { return explanation.sentences }
            let wanted = plain(words)
            return explanation.sentences.filter { plain($0.text).contains(wanted) }
        }

        var isPlace: Bool { place != nil }

        /// The file, for messages.
        var name: String { file == "-" ? "standard input" : file ?? "the text" }

        /// What to say where no sentence holds the words; nil where none were asked for.
        var notFound: Problem? {
            guard let words else { return nil }
            if file == nil { return Problem(.usage, "no sentence in \"\(words)\"", at: "--sentence", mend: "give a whole sentence") }
            return Problem(
                .usage, "no sentence of \(name) holds \"\(words)\"", at: "--sentence",
                mend: "give words of one sentence as they stand, or --at A,B")
        }

        private func touched(by place: Range<Int>, _ sentences: [ExplainedSentence], _ text: Text) throws(Problem) -> [ExplainedSentence] {
            let unit = isInBytes ? "bytes" : "characters"
            let length = isInBytes ? text.bytes.count : text.codePoints(before: text.bytes.count)
            let given = "\(place.lowerBound),\(place.upperBound)"
            guard place.upperBound <= length else {
                throw Problem(
                    .usage, "\(given) is outside the text, which has \(length) \(unit)", at: "--at",
                    mend: "give two numbers up to \(length)")
            }
            // A place of no length is that of the character behind it.
            let reach = place.isEmpty ? place.lowerBound..<place.lowerBound + 1 : place
            let found = sentences.filter { self.range(of: $0).overlaps(reach) }
            if found.isEmpty {
                let near = sentences.first { self.range(of: $0).lowerBound >= place.lowerBound } ?? sentences.last
                let mend = near.map { "the nearest is \(range(of: $0).lowerBound),\(range(of: $0).upperBound)" }
                throw Problem(.usage, "no sentence stands at \(given)", at: "--at", mend: mend)
            }
            return found
        }

        private func range(of sentence: ExplainedSentence) -> Range<Int> {
            isInBytes ? sentence.bytes : sentence.span.start..<sentence.span.end
        }

        /// Without regard to case, white space and the shape of quotation marks.
        private func plain(_ text: String) -> String {
            let marks: [Character: Character] = ["“": "\"", "”": "\"", "‘": "'", "’": "'"]
            return String(text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ").map { marks[$0] ?? $0 })
        }
    }
}
