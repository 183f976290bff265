import Casus
import CasusCore

@testable import Collating

/// A ledger made by hand: "a", "2024-06-20", then what the document says.
struct Desk {
    private(set) var kept: [Kept] = []
    private var count = 0

    /// Adds an event and gives its id.
    @discardableResult
    mutating func event(
        _ document: String, _ published: String?, _ type: EventType, _ mode: String? = nil, _ actors: [Actor], _ recipients: [Actor] = [],
        _ status: Status = .actual, on date: String? = nil, quote: String = "", place: String? = nil, objects: [String] = [],
        cameo: String? = nil, rule: String = "frame:do", about: [String] = [], claims: [String] = [], sameAs: [String] = [],
        publisher: String? = nil, dateText: String? = nil, sha: String? = nil
    ) -> String {
        var event = Event(
            origin: origin(document, quote, rule), type: type, mode: mode, cameo: cameo, actors: actors, recipients: recipients,
            status: status)
        event.date = date.flatMap { EDTF($0) }
        (event.place, event.objects, event.about, event.claims, event.sameAs) = (place, objects, about, claims, sameAs)
        event.dateText = dateText
        return keep(.event(event), document, published, publisher, sha)
    }

    @discardableResult
    mutating func agreement(
        _ document: String, _ published: String?, _ name: String, _ parties: [Actor], _ stage: Stage?, _ status: Status = .actual,
        signed: String? = nil, duties: [Agreement.Duty] = [], replaces: [Agreement.Replaced] = []
    ) -> String {
        var agreement = Agreement(origin: origin(document, name, "stage:sign"), name: name, parties: parties, stage: stage, status: status)
        agreement.signed = signed.flatMap { EDTF($0) }
        (agreement.duties, agreement.replaces) = (duties, replaces)
        return keep(.agreement(agreement), document, published, nil, nil)
    }

    @discardableResult
    mutating func claim(_ document: String, _ published: String?, _ speaker: Actor?, _ stance: Stance, quote: String, via: [String] = [])
        -> String
    {
        var claim = Claim(origin: origin(document, quote, "cue:say"), speaker: speaker, stance: stance, direct: false)
        claim.via = via
        return keep(.claim(claim), document, published, nil, nil)
    }

    @discardableResult
    mutating func question(_ document: String, _ published: String?, _ asks: String, about: [Actor], unspecified: Bool = false) -> String {
        keep(
            .question(
                Question(
                    origin: origin(document, asks, "question:whether"), asks: asks, about: about, raisedBy: nil, unspecified: unspecified)),
            document, published, nil, nil)
    }

    func collate(on day: String = "2024-12-31") -> Collation { Collation(kept, on: Day(iso: day)!) }

    private mutating func origin(_ document: String, _ quote: String, _ rule: String) -> Origin {
        count += 1
        var origin = Origin(
            sentence: count, span: Span(count * 1000, count * 1000 + 10), quote: quote.isEmpty ? "words \(count)" : quote, rule: rule,
            confidence: 1)
        origin.id = document + String(1000 + count)
        origin.document = document
        return origin
    }

    private mutating func keep(
        _ statement: Statement, _ document: String, _ published: String?, _ publisher: String?, _ sha: String?
    ) -> String {
        let publication = Publication(
            key: document, id: document, sha: sha ?? document, published: published.flatMap { Day(iso: $0) },
            publisher: publisher ?? document)
        kept.append(Kept(statement, in: publication, recorded: Instant(seconds: 0)))
        return statement.id
    }
}

extension Collation {
    func areOne(_ a: String, _ b: String) -> Bool { happening(of: a)!.id == happening(of: b)!.id }
}

let russia = Actor(code: "RUS", name: "Russia", cow: 365, text: "Russia")
let korea = Actor(code: "PRK", name: "North Korea", cow: 731, text: "North Korea")
let ukraine = Actor(code: "UKR", name: "Ukraine", cow: 369, text: "Ukraine")
let states = Actor(code: "USA", name: "United States", cow: 2, text: "Washington")
let rebels = Actor(code: "RUS", sector: "REB", name: "rebels", cow: 365, text: "rebels")
let putin = Actor(code: "RUS", sector: "GOV", name: "Vladimir Putin", cow: 365, text: "Russian President Vladimir Putin")
let lavrov = Actor(code: "RUS", sector: "GOV", name: "Sergei Lavrov", cow: 365, text: "Foreign Minister Sergei Lavrov")
let kim = Actor(code: "PRK", sector: "GOV", name: "Kim Jong Un", cow: 731, text: "Kim Jong Un")
