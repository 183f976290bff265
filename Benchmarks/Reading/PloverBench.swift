import Casus
import CasusCore
import Foundation
import Scoring

/// `bench reading --plover FILE.jsonl [--errors]`: the types of the events in sentences that others marked.
///
/// Each sentence is read alone, as raw text. Its set of types is compared with the marked set, once with the types as they stand and once in
/// the coding of PLOVER's manual; the tables by type are in the latter. A marked sentence often tells of more than was marked, so that
/// precision is a lower bound.
struct PloverBench {
    private let sentences: [PloverSentence]
    private let options: CorpusOptions
    /// Whether the marks know one class for CONCEDE and RETREAT.
    private let merges: Bool

    init(_ arguments: [String]) throws {
        options = try CorpusOptions(arguments, corpus: "--plover")
        sentences = try PloverSentence.list(String(contentsOfFile: options.path, encoding: .utf8))
        merges = sentences.contains { $0.types.contains("YIELD") }
    }

    func run() throws {
        var reader = try Knowledge.here().reader()
        var plain = TypeScore()
        var manual = TypeScore()
        var actors = Actors()
        for sentence in sentences {
            let statements = reader.read(Document(text: Text(sentence.text)))
            let told = told(statements, .manual)
            let found = Set(told.map(\.type))
            plain.add(wanted: sentence.types, found: Set(self.told(statements, .plain).map(\.type)))
            manual.add(wanted: sentence.types, found: found)
            actors.add(sentence, told)
            if options.lists { list(sentence, found, statements) }
        }
        report(plain, manual, actors)
    }

    private func told(_ statements: [Statement], _ coding: PloverCoding) -> [(statement: Statement, type: String)] {
        coding.told(statements).map { ($0.statement, merges ? PloverCoding.merged($0.type) : $0.type) }
    }

    private func report(_ plain: TypeScore, _ manual: TypeScore, _ actors: Actors) {
        print("\(sentences.count) sentences, \(manual.quiet) of them without an event")
        if manual.quiet > 0 { print("events found in \(manual.alarms) of these (\(percent(manual.alarms, of: manual.quiet)) %)") }
        print("")
        var micro = MarkdownTable(["types", "marked", "found", "missed", "false", "precision", "recall", "F1"])
        micro.add(row("as they stand", plain.all))
        micro.add(row("as the manual has them", manual.all))
        micro.add(row("of the marked actor, as the manual has them", actors.ofActor.all))
        print(micro)
        var table = MarkdownTable(["type", "marked", "found", "missed", "false", "precision", "recall", "F1"])
        for (type, tally) in manual.byType.sorted(by: { $0.key < $1.key }) { table.add(row(type, tally)) }
        print(table)
        print("actor right in \(actors.right) of \(actors.all) types found (\(percent(actors.right, of: actors.all)) %)\n")
        var confusions = MarkdownTable(["marked", "read as", "times"])
        let order = manual.confusions.sorted { a, b in
            (b.value, a.key.wanted, a.key.found ?? "") < (a.value, b.key.wanted, b.key.found ?? "")
        }
        for (confusion, times) in order { confusions.add([confusion.wanted, confusion.found ?? "nothing", "\(times)"]) }
        print(confusions)
    }

    private func row(_ name: String, _ tally: Tally) -> [String] {
        [name, "\(tally.found + tally.missed)", "\(tally.found)", "\(tally.missed)", "\(tally.wrong)"]
            + [tally.precision, tally.recall, tally.f1].map { percent($0) }
    }

    private func list(_ sentence: PloverSentence, _ found: Set<String>, _ statements: [Statement]) {
        guard found != sentence.types else { return }
        let missed = sentence.types.subtracting(found).sorted().map { "missed \($0)" }
        let wrong = found.subtracting(sentence.types).sorted().map { "false \($0)" }
        print("\((missed + wrong).joined(separator: ", ")): \(sentence.text)")
        for statement in statements where statement.kind == "event" || statement.kind == "agreement" {
            print("    \((try? Found(line: statement.json))?.description ?? "") (\(statement.origin.rule))")
        }
        print("    \(sentence.actors.values.joined().map { Report(sentence.text).string($0.start..<$0.end) }.joined(separator: "; "))")
    }
}

/// Whether those act who should.
private struct Actors {
    var all = 0
    var right = 0
    /// The types compared where only events count whose actor is the marked one, as those who marked looked at it alone.
    var ofActor = TypeScore()

    mutating func add(_ sentence: PloverSentence, _ told: [(statement: Statement, type: String)]) {
        let marked = Array(sentence.actors.values.joined())
        for wanted in sentence.types.intersection(told.map(\.type)) {
            guard let spans = sentence.actors[wanted], !spans.isEmpty else { continue }
            all += 1
            if told.contains(where: { $0.type == wanted && isOf($0.statement, spans, sentence.text) }) { right += 1 }
        }
        ofActor.add(wanted: sentence.types, found: Set(told.filter { isOf($0.statement, marked, sentence.text) }.map(\.type)))
    }

    private func isOf(_ statement: Statement, _ spans: [Span], _ text: String) -> Bool {
        let sides =
            switch statement {
            case .event(let event): event.actors
            case .agreement(let agreement): agreement.parties
            default: [Actor]()
            }
        return sides.contains { ActorHead.isInside(spans, words: $0.text, of: text) }
    }
}
