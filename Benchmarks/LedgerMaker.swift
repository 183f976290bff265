import CasusCore
import Foundation
import Ledger

/// Makes documents with statements as a reader would find them: the same for the same seed, as many as are wanted.
///
/// Sides follow a power law, as in news: the first pairs of states have tens of thousands of statements, most pairs a few dozen.
struct LedgerMaker {
    /// Statements a document.
    static let perDocument = 25

    private let states: [(code: String, name: String, cow: Int)]
    private let words: [String]
    private let publishers = (1...40).map { "Gazette \($0)" }

    /// - Parameter states: the first ones appear most often.
    init(states: [(code: String, name: String, cow: Int)]) {
        self.states = states
        var random = SplitMix64(seed: 7)
        let syllables = ["ba", "re", "mi", "to", "ku", "lan", "ser", "vin", "dor", "pel", "gra", "sto", "ned", "chu", "ol", "ith"]
        words = (0..<20_000).map { _ in (0..<Int(2 + random.next() % 3)).map { _ in syllables[Int(random.next() % 16)] }.joined() }
    }

    /// A number below `count`, the small ones more often.
    private func skewed(_ count: Int, _ random: inout SplitMix64) -> Int {
        let u = Double(random.next() >> 11) / Double(1 << 53)
        return min(count - 1, Int(pow(Double(count), u)) - 1)
    }

    func pair(_ random: inout SplitMix64) -> (Int, Int) {
        let one = skewed(states.count, &random)
        var other = skewed(states.count, &random)
        if other == one { other = (one + 1 + Int(random.next() % 60)) % states.count }
        return (one, other)
    }

    var count: Int { states.count }
    func code(_ index: Int) -> String { states[index].code }
    func word(_ random: inout SplitMix64) -> String { words[skewed(words.count, &random)] }

    /// - Parameter number: of the document, from 0; it decides everything in it.
    func document(_ number: Int) -> (document: Document, statements: [Statement]) {
        var random = SplitMix64(seed: UInt64(number) &* 0x9E37_79B9 &+ 1)
        let published = Day(iso: "2000-01-01")!.adding(days: number % 9000)
        var text = ""
        var drafts: [(Statement, Span)] = []
        var length = 0
        let first = pair(&random)
        for sentence in 1...LedgerMaker.perDocument {
            // A report keeps to its subject, and looks aside.
            let sides = random.next() % 3 == 0 ? pair(&random) : first
            let (a, b) = (actor(sides.0), actor(sides.1))
            let filling = (0..<6).map { _ in word(&random) }.joined(separator: " ")
            let line = "\(a.name) met \(b.name) over \(filling) on \(published).\n"
            let span = Span(length, length + line.unicodeScalars.count - 2)
            let origin = Origin(sentence: sentence, span: span, quote: "", rule: "frame:meet", confidence: 0.8)
            drafts.append((statement(sentence, origin, a, b, published, &random), span))
            text += line
            length += line.unicodeScalars.count
        }
        let document = Document(
            id: "doc-\(number)", text: Text(text), published: published, publisher: publishers[number % publishers.count],
            title: "Report \(number)")
        let key = document.key
        var statements: [Statement] = []
        for (statement, _) in drafts {
            var named = statement.identified(in: document, key: key)
            if case .claim(let claim)? = statements.last, case .event = named { named[.claims] = [claim.origin.id] }
            statements.append(named)
        }
        return (document, statements)
    }

    private func actor(_ index: Int) -> Actor {
        let state = states[index]
        return Actor(
            code: state.code, sector: "GOV", name: "Minister \(state.code)", cow: state.cow, gw: state.cow, text: "Minister \(state.code)")
    }

    private func statement(
        _ number: Int, _ origin: Origin, _ a: Actor, _ b: Actor, _ published: Day, _ random: inout SplitMix64
    ) -> Statement {
        let types = EventType.allCases
        switch number % 12 {
        case 0:
            var agreement = Agreement(origin: origin, name: "treaty", parties: [a, b], stage: .signed, status: .actual)
            agreement.signed = EDTF(published)
            return .agreement(agreement)
        case 1, 3, 5, 7, 9:
            var claim = Claim(origin: origin, speaker: a, stance: number == 5 ? .accuses : .asserts, direct: false)
            claim.cue = "said"
            claim.cueSpan = Span(origin.span.start, origin.span.start + 3)
            claim.contentSpan = origin.span
            return .claim(claim)
        case 11:
            return .question(Question(origin: origin, asks: "whether they meet again", about: [a, b], raisedBy: nil, unspecified: false))
        default:
            let type = types[Int(random.next() % UInt64(types.count))]
            var event = Event(
                origin: origin, type: type, mode: type == .consult ? "visit" : nil, cameo: "04", actors: [a], recipients: [b],
                status: random.next() % 8 == 0 ? .planned : .actual)
            event.date = EDTF(published.adding(days: -Int(random.next() % 3)))
            event.dateText = "on \(published)"
            event.place = word(&random)
            return .event(event)
        }
    }
}
