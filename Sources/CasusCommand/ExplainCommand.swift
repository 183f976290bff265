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
            ReadCommand.encoding.rule, OverlayFolder.flag.rule,
        ]
    ) { parsed, console throws(Problem) in
        let request = try Request(parsed)
        let knowledge = try Knowledge(overlay: OverlayFolder.named(parsed, console))
        var telling = Telling(knowledge: knowledge, request: request, format: parsed[format] ?? .brief)
        guard let file = request.file else {
            let text = Text(parsed[sentence] ?? "")
            try telling.take(
                Document(text: text, published: parsed[ReadCommand.published], publisher: parsed[ReadCommand.publisher]), on: &console)
            return try telling.finish(on: &console)
        }
        let settings = Documents.Settings(
            encoding: parsed[ReadCommand.encoding] ?? .utf8, published: parsed[ReadCommand.published],
            publisher: parsed[ReadCommand.publisher])
        var documents = Documents([file], settings: settings, standardInput: console.input)
        while console.output.isOpen, let arrival = documents.next() {
            switch arrival {
            case .document(let document, _): try telling.take(document, on: &console)
            case .problem(let problem):
                console.say(problem.description)
                telling.status = problem.kind.exitStatus
            case .note(let note): console.say("note: " + note)
            }
        }
        return try telling.finish(on: &console)
    }

    /// "120,180"
    private static func offsets(_ text: String) -> Range<Int>? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let start = numbers[0], let end = numbers[1], start >= 0, end >= start else { return nil }
        return start..<end
    }
}

/// Documents as they come, explained one after another.
private struct Telling {
    let knowledge: Knowledge
    let request: ExplainCommand.Request
    let format: ExplainCommand.Format
    var status: Int32 = 0
    private var found = 0
    private var read = 0
    private var isUndatedSaid = false
    /// The document that a place is in: told when it is known to be the only one.
    private var first: Document?

    init(knowledge: Knowledge, request: ExplainCommand.Request, format: ExplainCommand.Format) {
        (self.knowledge, self.request, self.format) = (knowledge, request, format)
    }

    mutating func take(_ document: Document, on console: inout Console) throws(Problem) {
        read += 1
        guard request.isPlace else { return try tell(document, on: &console) }
        if first != nil {
            throw Problem(
                .usage, "is a place in one document, and \(request.name) holds more", at: "--at", mend: "give --sentence instead")
        }
        first = document
    }

    mutating func finish(on console: inout Console) throws(Problem) -> Int32 {
        if let first { try tell(first, on: &console) }
        if found == 0, read > 0, let problem = request.notFound { throw problem }
        return status
    }

    private mutating func tell(_ document: Document, on console: inout Console) throws(Problem) {
        if document.published == nil, !isUndatedSaid {
            console.say("note: no date of publication, so relative dates and offices stay unresolved; give --published or a Date: line")
            isUndatedSaid = true
        }
        let explanation = knowledge.explain(document)
        let sentences = try request.choose(from: explanation, of: document)
        found += sentences.count
        for sentence in sentences {
            switch format {
            case .json: console.write { ExplanationJSON(knowledge: knowledge, document: document).write(sentence, to: &$0) }
            case .brief:
                let words = ExplanationWords(
                    knowledge: knowledge, document: document, statements: explanation.statements, width: console.output.width)
                console.output.write(words.text(of: sentence))
            }
        }
    }
}
