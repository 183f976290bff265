import Casus
import CasusCore
import Foundation
import Intake

@testable import Answers

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
let reports = ["pyongyang-2024", "new-start-2023", "vilnius-2013", "shusha-2021"]

/// A report of Examples/, as Casus reads it.
struct Example {
    let document: Document
    let statements: [Statement]
    let brief: Brief
    /// The names of the states of its actors.
    let states: [String]

    private static let knowledge = Result { () throws(Problem) in try Knowledge() }

    init(_ name: String) throws {
        let path = root.appending(path: "Examples/" + name + ".txt").path
        var documents = Documents([path], settings: Documents.Settings(encoding: .utf8, published: nil, publisher: nil))
        guard case .document(let document, _) = documents.next() else { throw Problem(.input, "no document", at: path) }
        let knowledge = try Self.knowledge.get()
        var reader = knowledge.reader()
        self.document = document
        statements = reader.read(document)
        var states: [String] = []
        brief = Brief(of: statements, in: document) { code in
            let name = knowledge.name(ofState: code, on: document.published)
            states += [name ?? code]
            return name
        }
        self.states = states
    }
}

extension Brief {
    /// All lines, each before its details.
    var lines: [Line] {
        func all(_ line: Line) -> [Line] { [line] + line.details.flatMap(all) }
        return sections.flatMap { $0.lines.flatMap(all) }
    }
}

// MARK: Made-up statements

let russia = Actor(code: "RUS", name: "Russia", cow: 365, text: "Moscow")
let ukraine = Actor(code: "UKR", name: "Ukraine", cow: 369, text: "Kyiv")
let putin = Actor(code: "RUS", sector: "GOV", name: "Vladimir Putin", cow: 365, text: "Putin")
let kim = Actor(code: "PRK", sector: "GOV", name: "Kim Jong Un", cow: 731, text: "Kim")

func origin(_ id: String, sentence: Int = 1, rule: String = "test") -> Origin {
    var origin = Origin(sentence: sentence, span: Span(0, 9), quote: "The words", rule: rule, confidence: 1)
    origin.id = id
    return origin
}

func event(
    _ id: String, _ type: EventType, mode: String? = nil, by actors: [Actor], to recipients: [Actor] = [], _ status: Status = .actual,
    rule: String = "test", cameo: String? = nil, about: [String] = [], claims: [String] = []
) -> Statement {
    var event = Event(
        origin: origin(id, rule: rule), type: type, mode: mode, cameo: cameo, actors: actors, recipients: recipients, status: status)
    event.about = about
    event.claims = claims
    return .event(event)
}

func claim(_ id: String, by speaker: Actor?, _ stance: Stance) -> Statement {
    var claim = Claim(origin: origin(id), speaker: speaker, stance: stance, direct: false)
    claim.contentSpan = Span(4, 9)
    if speaker != nil { claim.speakerSpan = Span(0, 3) }
    return .claim(claim)
}

func brief(_ statements: [Statement], published: Day? = nil) -> Brief {
    Brief(of: statements, in: Document(text: Text("The words"), published: published)) { ["RUS": "Russia", "PRK": "North Korea"][$0] }
}
