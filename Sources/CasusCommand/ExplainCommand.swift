import Casus
import CasusCore
import Intake

/// `casus explain`: why a sentence is read as it is, and what in it gives no record.
enum ExplainCommand {
    enum Format: String, CaseIterable, Sendable { case brief, json }

    static let at = Flag<Range<Int>>(
        "at", value: "A,B", expects: "two numbers in order, such as 120,180",
        help: "the sentences that characters A to B touch, as in a span", read: offsets)
    static let bytes = Flag(switch: "bytes", help: "the numbers of --at count bytes of the text, not characters")
    static let sentence = Flag(
        "sentence", value: "TEXT", help: "the sentences that hold these words; without FILE, the text itself is read")
    static let format = Flag<Format>("format", help: "for people (brief, the default), or one JSON object a sentence")

    static let verb = Verb(
        name: "explain", words: "[FILE]", summary: "Tells why a sentence is read as it is, and what in it gives no record.",
        rules: [
            at.rule, bytes.rule, sentence.rule, format.rule, ReadCommand.published.rule, ReadCommand.publisher.rule,
            ReadCommand.encoding.rule, ReadCommand.data.rule,
        ]
    ) { parsed, console throws(Problem) in
        let request = try Request(parsed)
        let documents = try documents(of: request, parsed, &console)
        let knowledge = try Knowledge(overlay: parsed[ReadCommand.data] ?? console.environment["CASUS_DATA"])
        var found = 0
        for document in documents {
            let explanation = knowledge.explain(document)
            let sentences = try request.choose(from: explanation, of: document)
            found += sentences.count
            for sentence in sentences {
                switch parsed[format] ?? .brief {
                case .json:
                    console.write { ExplanationJSON(knowledge: knowledge, document: document).write(sentence, to: &$0) }
                case .brief:
                    let words = ExplanationWords(
                        knowledge: knowledge, document: document, statements: explanation.statements, width: console.output.width)
                    console.output.write(words.text(of: sentence))
                }
            }
        }
        if found == 0, let words = parsed[sentence] { throw request.notFound(words) }
        return 0
    }

    private static func documents(of request: Request, _ parsed: Parsed, _ console: inout Console) throws(Problem) -> [Document] {
        var found: [Document] = []
        if let file = request.file {
            let settings = Documents.Settings(
                encoding: parsed[ReadCommand.encoding] ?? .utf8, published: parsed[ReadCommand.published],
                publisher: parsed[ReadCommand.publisher])
            var documents = Documents([file], settings: settings, standardInput: console.input)
            while let arrival = documents.next() {
                switch arrival {
                case .document(let document, _): found.append(document)
                case .problem(let problem): throw problem
                case .note(let note): console.say("note: " + note)
                }
            }
        } else if let text = parsed[sentence] {
            found = [Document(text: Text(text), published: parsed[ReadCommand.published], publisher: parsed[ReadCommand.publisher])]
        }
        if found.count > 1, parsed[at] != nil {
            throw Problem(
                .usage, "is a place in one document, and \(request.file ?? "this") holds \(found.count)", at: "--at",
                mend: "give --sentence")
        }
        if found.contains(where: { $0.published == nil }) {
            console.say("note: no date of publication, so relative dates and offices stay unresolved; give --published or a Date: line")
        }
        return found
    }

    /// "120,180"
    private static func offsets(_ text: String) -> Range<Int>? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let start = numbers[0], let end = numbers[1], start >= 0, end >= start else { return nil }
        return start..<end
    }
}

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

        func notFound(_ words: String) -> Problem {
            Problem(
                .usage, "no sentence of \(file ?? "the text") holds \"\(words)\"", at: "--sentence",
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
