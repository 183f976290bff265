import CasusCore
import Foundation

@testable import Exchange

/// Cells of the rows of a CSV text, after RFC 4180: the other half of what `CSVLine` writes.
func csvRows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text.unicodeScalars {
        switch character {
        case "\"":
            // A doubled quotation mark leaves and enters again: only the second one is a character of the cell.
            isQuoted.toggle()
            if isQuoted, rows[rows.count - 1].last?.isEmpty == false { rows[rows.count - 1][rows[rows.count - 1].count - 1] += "\"" }
        case "," where !isQuoted: rows[rows.count - 1].append("")
        case "\n" where !isQuoted: rows.append([""])
        default: rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(character)
        }
    }
    return rows.dropLast()
}

/// The objects of lines of JSON.
func objects(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
}

let recorded = Instant(iso: "2024-06-21T08:00:00Z")!

func publication(_ key: String = "0123456789abcdef0123", publisher: String? = "Casus Examples") -> Publication {
    Publication(key: key, id: "report-1", sha: String(repeating: "a", count: 64), published: Day(iso: "2024-06-20"), publisher: publisher)
}

func kept(_ statement: Statement, id: String = "e1", in publication: Publication = publication(), _ corrections: [Correction] = []) -> Kept
{
    var statement = statement
    statement.origin.id = id
    return Kept(statement, in: publication, recorded: recorded, corrections: corrections)
}

let russia = Actor(code: "RUS", name: "Russia", cow: 365, gw: 365, text: "Moscow")
let korea = Actor(code: "PRK", name: "North Korea", cow: 731, gw: 731, text: "Pyongyang")

func origin(_ quote: String) -> Origin {
    Origin(sentence: 3, span: Span(10, 10 + quote.unicodeScalars.count), quote: quote, rule: "frame:ship", confidence: 0.8)
}

/// North Korea gives something to Russia.
func delivery(_ status: Status, on date: String? = nil) -> Statement {
    var event = Event(
        origin: origin("shipped shells"), type: .aid, mode: nil, cameo: "072", actors: [korea], recipients: [russia], status: status)
    event.date = date.flatMap { EDTF($0) }
    event.objects = ["shells"]
    return .event(event)
}

func pact(_ status: Status, _ stage: Stage?, signed: String? = "2024-06-19") -> Statement {
    var pact = Agreement(origin: origin("sign pact"), name: "mutual defence pact", parties: [russia, korea], stage: stage, status: status)
    pact.signed = signed.flatMap { EDTF($0) }
    pact.duties = [
        .init(kind: .defence, trigger: "if attacked", quote: "help"), .init(kind: .consultation, trigger: nil, quote: "consult"),
    ]
    return .agreement(pact)
}

func denial(by speaker: Actor?) -> Statement {
    var claim = Claim(origin: origin("denied it"), speaker: speaker, stance: .denies, direct: false)
    claim.contentSpan = Span(17, 19)
    return .claim(claim)
}

func openPoint() -> Statement {
    .question(Question(origin: origin("not disclosed"), asks: "What was given", about: [russia], raisedBy: nil, unspecified: true))
}
