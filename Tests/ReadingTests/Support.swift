import Casus
import Foundation
import Testing

/// What Casus knows, opened once for all tests of the room.
enum Shared {
    static let knowledge = Result { try Knowledge() }
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// Texts that are not part of the project: beside the package, or where `CASUS_SHARED` says.
    static let beside: URL =
        ProcessInfo.processInfo.environment["CASUS_SHARED"].map { URL(filePath: $0) }
        ?? root.deletingLastPathComponent().appending(path: "shared")
}

/// The statements of a text published on a day; Thursday 20 June 2024 unless said otherwise.
func read(_ text: String, published: String? = "2024-06-20") throws -> [Statement] {
    var reader = try Shared.knowledge.get().reader()
    return reader.read(Document(text: Text(text), published: published.flatMap { Day(iso: $0) }))
}

/// A short text, and what a careful reader finds in it; written from the text, not from what the program says.
struct Sample: Sendable, CustomTestStringConvertible {
    var text: String
    /// Records in the short form of `Statement.short`, each of which must be there.
    var says: [String]
    /// Records that must not be there.
    var never: [String]
    var published: String?
    /// Why the program does not get it right yet.
    var known: Comment?

    init(_ text: String, _ says: String..., never: [String] = [], published: String? = "2024-06-20", known: Comment? = nil) {
        (self.text, self.says, self.never, self.published, self.known) = (text, says, never, published, known)
    }

    var testDescription: String { text }

    func read() throws -> [Statement] { try ReadingTests.read(text, published: published) }

    /// That what must be there is among the short forms found, and nothing that must not be.
    func expect(in found: [String]) throws {
        try check(known) {
            for wanted in says { #expect(found.contains(wanted), "found \(found)") }
            for unwanted in never { #expect(!found.contains(unwanted), "found \(found)") }
        }
    }
}

/// Runs a check that must fail where a sample is known to be read wrongly, and pass elsewhere.
func check(_ known: Comment?, _ body: () throws -> Void) throws {
    if let known { withKnownIssue(known) { try body() } } else { try body() }
}

extension Array where Element == Statement {
    var events: [Event] { compactMap { if case .event(let it) = $0 { it } else { nil } } }
    var agreements: [Agreement] { compactMap { if case .agreement(let it) = $0 { it } else { nil } } }
    var claims: [Claim] { compactMap { if case .claim(let it) = $0 { it } else { nil } } }
    var questions: [Question] { compactMap { if case .question(let it) = $0 { it } else { nil } } }

    /// Every actor in every place of every statement.
    var actors: [Actor] {
        events.flatMap { $0.actors + $0.recipients } + agreements.flatMap(\.parties) + claims.compactMap(\.speaker)
            + questions.flatMap { $0.about + [$0.raisedBy].compactMap(\.self) }
    }

    var codes: Set<String> { Set(actors.compactMap(\.code)) }
}

/// The codes of a list of actors in the order of the alphabet, a name where there is none: "PRK+RUS".
func side(_ actors: [Actor]) -> String {
    Set(actors.map { $0.code ?? $0.name }).sorted().joined(separator: "+")
}

extension Event {
    /// "AID planned POL>UKR"
    var short: String { "\(type.rawValue) \(status.rawValue) \(parties)" }
    var parties: String { side(actors) + (recipients.isEmpty ? "" : ">" + side(recipients)) }
}

extension Agreement {
    /// "signed actual PRK+RUS"
    var short: String { "\(stage?.rawValue ?? "none") \(status.rawValue) \(side(parties))" }
}

extension Claim {
    /// "RUS denies"
    var short: String { "\(speaker.map { side([$0]) } ?? "null") \(stance.rawValue)" }
}

extension Text {
    /// The text of a span of code points.
    func string(_ span: Span) -> String {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: Array(string.unicodeScalars)[span.start..<span.end])
        return String(part)
    }
}
