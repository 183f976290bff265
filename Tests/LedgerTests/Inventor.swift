import CasusCore

@testable import Ledger

/// Makes up documents and statements: random, but such as a reader could give, and the same for a seed.
struct Inventor {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    mutating func one<T>(of items: [T]) -> T { items[number(0...items.count - 1)] }
    mutating func maybe<T>(_ items: [T]) -> T? { chance(50) ? one(of: items) : nil }

    /// Some of the items, in any order.
    mutating func some<T>(of items: [T], upTo most: Int) -> [T] {
        Array(items.shuffled(using: &random).prefix(number(0...min(most, items.count))))
    }

    static let words = [
        "Moscow", "signed", "défense", "平壌", "\"weapons\"", "said", "the", "of", "🚀", "naïve", "Türkiye", "no.\n", "drills", "a\\b", "\t—",
    ]
    static let publishers: [String?] = ["Reuters", "L'Étoile", "BBC", nil]
    static let actors = [
        Actor(code: "RUS", name: "Russia", cow: 365, gw: 365, text: "Moscow"),
        Actor(code: "RUS", sector: "GOV", name: "Vladimir Putin", cow: 365, gw: 365, text: "Putin"),
        Actor(code: "PRK", name: "North Korea", cow: 731, gw: 731, text: "平壌"),
        Actor(code: "USA", sector: "MIL", name: "United States", text: "troops", person: "a \"spokesman\""),
        Actor(code: "NATO", name: "NATO", text: "the alliance"),
        Actor(code: nil, sector: "REB", name: "Étrangers", text: "rebels"),
    ]
    static let sides = ["RUS", "PRK", "USA", "NATO", "Étrangers", "FRA"]
    static let dates = ["2024-06-19", "2024-06", "2024~", "194X", "2024-05/2024-07", "2023/..", "../2024-06-10", "2024-06-18?"]
    static let firstDay = Day(iso: "2024-06-10")!

    mutating func text() -> String { (0..<number(20...60)).map { _ in one(of: Inventor.words) }.joined(separator: " ") }

    mutating func document() -> Document {
        Document(
            id: chance(50) ? "own-\(number(0...999_999))" : nil, text: Text(text()),
            published: chance(80) ? Inventor.firstDay.adding(days: number(0...20)) : nil, publisher: one(of: Inventor.publishers),
            title: maybe(["On \"treaties\""]), author: maybe(["A. Nönymous"]), url: maybe(["https://example.org/?a=1"]),
            bodyStart: number(0...5))
    }

    /// Statements of a document without links, no two of them the same.
    mutating func statements(of document: Document, _ count: Int) -> [Statement] {
        var byID: [String: Statement] = [:]
        let key = document.key
        let scalars = Array(document.text.string.unicodeScalars)
        var statements: [Statement] = []
        for _ in 0..<count {
            let statement = statement(in: scalars).identified(in: document, key: key)
            if byID.updateValue(statement, forKey: statement.id) == nil { statements.append(statement) }
        }
        return statements
    }

    /// What one rule set finds of them: some, each with a rule, a confidence, a sentence and links of its own.
    mutating func reading(of statements: [Statement], keeping percent: Int = 70) -> [Statement] {
        var found = statements.filter { _ in chance(percent) }
        for index in found.indices {
            found[index].origin.rule = one(of: ["frame:accuse", "noun:visit"])
            found[index].origin.confidence = Double(number(0...1000)) / 1000
            found[index].origin.sentence = number(1...3)
            let others = found.filter { $0.id != found[index].id }
            for (relation, kinds) in [
                (LinkKind.claims, ["claim"]), (.about, ["event"]), (.sameAs, [found[index].kind]),
            ] where chance(60) {
                found[index][relation] = some(of: others.filter { kinds.contains($0.kind) }.map(\.id), upTo: 3)
            }
        }
        return found
    }

    private mutating func span(in scalars: [Unicode.Scalar]) -> Span {
        let start = number(0...scalars.count - 2)
        return Span(start, number(start + 1...scalars.count))
    }

    private func words(_ span: Span, in scalars: [Unicode.Scalar]) -> String {
        var words = ""
        words.unicodeScalars.append(contentsOf: scalars[span.start..<span.end])
        return words
    }

    private mutating func statement(in scalars: [Unicode.Scalar]) -> Statement {
        let place = span(in: scalars)
        let origin = Origin(sentence: 1, span: place, quote: words(place, in: scalars), rule: "frame:say", confidence: 0.5)
        switch number(1...5) {
        case 1: return .agreement(agreement(origin, scalars))
        case 2: return .claim(claim(origin, scalars))
        case 3:
            return .question(
                Question(
                    origin: origin, asks: text(), about: some(of: Inventor.actors, upTo: 3), raisedBy: maybe(Inventor.actors),
                    unspecified: chance(50)))
        default: return .event(event(origin))
        }
    }

    private mutating func event(_ origin: Origin) -> Event {
        var event = Event(
            origin: origin, type: one(of: EventType.allCases), mode: maybe(["visit", "\u{1}odd"]), cameo: maybe(["042", "1031"]),
            actors: some(of: Inventor.actors, upTo: 3), recipients: some(of: Inventor.actors, upTo: 2), status: one(of: Status.allCases))
        event.contexts = some(of: ["military", "diplomatic"], upTo: 2)
        event.date = chance(70) ? EDTF(one(of: Inventor.dates)) : nil
        event.dateText = maybe(["on Wednesday"])
        event.place = maybe(["平壌", "Paris\u{2028}"])
        event.objects = some(of: ["shells", "grain"], upTo: 2)
        return event
    }

    private mutating func agreement(_ origin: Origin, _ scalars: [Unicode.Scalar]) -> Agreement {
        var agreement = Agreement(
            origin: origin, name: "Treaty of \(number(1...9))", parties: some(of: Inventor.actors, upTo: 4), stage: maybe(Stage.allCases),
            status: one(of: Status.allCases))
        agreement.duties = some(of: DutyKind.allCases, upTo: 2).map {
            .init(kind: $0, trigger: maybe(["if attacked"]), quote: words(span(in: scalars), in: scalars))
        }
        agreement.signed = chance(60) ? EDTF(one(of: Inventor.dates)) : nil
        agreement.spheres = some(of: ["trade", "défense"], upTo: 2)
        agreement.replaces = some(of: ["the old one", "another"], upTo: 2).map {
            .init(date: maybe([EDTF("1961~")!]), treaty: maybe(["ussr-dprk-1961"]), text: $0)
        }
        return agreement
    }

    private mutating func claim(_ origin: Origin, _ scalars: [Unicode.Scalar]) -> Claim {
        var claim = Claim(
            origin: origin, speaker: chance(80) ? one(of: Inventor.actors) : nil, stance: one(of: Stance.allCases), direct: chance(50))
        claim.via = some(of: ["KCNA", "Tass"], upTo: 2)
        claim.speakerSpan = chance(50) ? span(in: scalars) : nil
        claim.cueSpan = chance(50) ? span(in: scalars) : nil
        claim.contentSpan = chance(50) ? span(in: scalars) : nil
        claim.contentPieces = chance(30) ? [span(in: scalars), span(in: scalars)] : []
        claim.cue = maybe(["said", "\\said/"])
        claim.evidence = maybe(["despite \"evidence\""])
        return claim
    }
}
