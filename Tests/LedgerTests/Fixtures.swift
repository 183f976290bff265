import CasusCore
import Foundation
import Testing

@testable import Ledger

/// Hours after the beginning of 2024: when something is recorded.
func hour(_ number: Int) -> Instant { Instant(seconds: 1_704_067_200 + Int64(number) * 3600) }

func newLedger() throws -> SQLiteLedger { try SQLiteLedger(SQLiteLedger.inMemory, .writing) }

let russia = Actor(code: "RUS", name: "Russia", text: "Russia")
let korea = Actor(code: "PRK", name: "North Korea", text: "North Korea")
let france = Actor(code: "FRA", name: "France", text: "France")

func article(
    _ text: String = "Russia armed North Korea. France said so.", id: String? = nil, published: String = "2024-06-20",
    publisher: String? = "Reuters"
) -> Document {
    Document(id: id, text: Text(text), published: Day(iso: published), publisher: publisher)
}

extension Document {
    /// Where some words of the text stand.
    func origin(_ words: String, rule: String = "frame:arm", confidence: Double = 0.9, sentence: Int = 1) -> Origin {
        let before = text.string.range(of: words)!.lowerBound
        let start = text.string[..<before].unicodeScalars.count
        return Origin(
            sentence: sentence, span: Span(start, start + words.unicodeScalars.count), quote: words, rule: rule, confidence: confidence)
    }

    func named(_ statement: Statement) -> Statement { statement.identified(in: self, key: key) }

    func event(
        _ words: String = "Russia armed North Korea", _ type: EventType = .aid, by actors: [Actor] = [russia],
        to recipients: [Actor] = [korea],
        _ status: Status = .actual, on date: String? = nil, rule: String = "frame:arm", confidence: Double = 0.9, sentence: Int = 1
    ) -> Statement {
        var event = Event(
            origin: origin(words, rule: rule, confidence: confidence, sentence: sentence), type: type, mode: nil, cameo: nil,
            actors: actors,
            recipients: recipients, status: status)
        event.date = date.flatMap { EDTF($0) }
        return named(.event(event))
    }

    func claim(_ words: String = "France said so", by speaker: Actor? = france, _ stance: Stance = .asserts) -> Statement {
        named(.claim(Claim(origin: origin(words, rule: "cue:say"), speaker: speaker, stance: stance, direct: false)))
    }

    func read(_ statements: [Statement], by rules: String = "first", at finished: Instant = hour(1)) -> DocumentReading {
        DocumentReading(of: self, statements: statements, rules: rules, finished: finished)
    }
}

extension Statement {
    func linked(_ relation: LinkKind, to others: Statement...) -> Statement {
        var copy = self
        copy[relation] = others.map(\.id)
        return copy
    }
}

extension SQLiteLedger {
    static let tables = [
        "text", "search", "document", "rule_set", "reading", "statement", "held", "link", "actor", "party", "involved", "dyad", "dated",
        "correction",
        "forgotten", "treaty", "duty",
    ]

    func rows(of table: String) throws -> Int { try connection.number("SELECT count(*) FROM \(table)") ?? 0 }

    /// How many rows every table has.
    func sizes() throws -> [String] { try SQLiteLedger.tables.map { "\($0) \(try rows(of: $0))" } }

    /// All that was held at a time, as lines of JSON.
    func held(knownBy: Instant? = nil) throws -> [String] {
        var query = StatementQuery()
        query.knownBy = knownBy
        return try statements(query).kept.map(\.statement.json)
    }

    func faults() throws -> [String] { try faults { _, _ in } }

    /// Everything, as text: the same for the same ledgers.
    func dump() throws -> [String] {
        var lines: [String] = []
        try everything { part throws(Problem) in lines.append(part.line) }
        return lines
    }

    func archive() throws -> [Archived] {
        var parts: [Archived] = []
        try everything { part throws(Problem) in parts.append(part) }
        return parts
    }
}

extension Archived {
    var line: String {
        switch self {
        case .document(let document, let publication):
            "document \(publication) \(document.name) \(document.bodyStart) \(document.text.string)"
        case .statement(let statement, let holdings, let links): "statement \(statement.json) \(holdings) \(links)"
        default: "\(self)"
        }
    }
}

/// A folder that goes when the test is done.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/casus-ledger-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String = "casus.db") -> String { path + "/" + name }

    func bytes(_ name: String = "casus.db") throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    func write(_ text: String, _ name: String = "casus.db") throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    }
}

/// The problem that some work ends with.
func problem(_ work: () throws -> Void) throws -> Problem {
    try #require(throws: Problem.self, performing: work)
}
