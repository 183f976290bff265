import Casus
import CasusCore
import Intake
import Scoring

/// `bench reading --quiet DIR [--errors] [--sample N --seed S [--kind K]]`: how often an event is read where hardly any should be, such as in news of
/// sport.
///
/// `--errors` lists the sentences with an event. `--sample` draws sentences that have a statement (of the kind `--kind`, where that is
/// given), the same ones for a seed, and prints what was read from them, to be judged by hand.
struct QuietBench {
    private struct Sentence {
        var text: String
        var statements: [Statement] = []
        var hasEvent: Bool { statements.contains { $0.kind == "event" } }
    }

    private let options: CorpusOptions

    init(_ arguments: [String]) throws { options = try CorpusOptions(arguments, corpus: "--quiet") }

    func run() throws {
        var reader = try Knowledge.here().reader()
        var documents = Documents([options.path], settings: Documents.Settings(encoding: .utf8, published: nil, publisher: nil))
        var counts = (documents: 0, refused: 0, sentences: 0, events: 0, claims: 0)
        var types: [String: Int] = [:]
        var read: [Sentence] = []
        while let arrival = documents.next() {
            guard case .document(let document, _) = arrival else {
                if case .problem = arrival { counts.refused += 1 }
                continue
            }
            counts.documents += 1
            let report = Report(document.text.string)
            var sentences: [Int: Sentence] = [:]
            for statement in reader.read(document) {
                guard let number = report.sentence(at: statement.origin.span) else { continue }
                sentences[number, default: Sentence(text: report.sentence(number))].statements.append(statement)
                if case .event(let event) = statement { types[event.type.rawValue, default: 0] += 1 }
            }
            counts.sentences += report.sentences.count
            counts.events += sentences.values.count(where: \.hasEvent)
            counts.claims += sentences.values.count { $0.statements.contains { $0.kind == "claim" } }
            read += sentences.sorted { $0.key < $1.key }.map(\.value)
        }
        if options.lists { read.filter(\.hasEvent).forEach { list($0, only: "event") } }
        sample(read).forEach { list($0, only: nil) }
        print("\(counts.documents) documents, \(counts.refused) left out, \(counts.sentences) sentences")
        print("with an event: \(counts.events) (\(percent(counts.events, of: counts.sentences)) %)")
        print("with a claim: \(counts.claims) (\(percent(counts.claims, of: counts.sentences)) %)\n")
        var table = MarkdownTable(["type", "events"])
        for (type, count) in types.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { table.add([type, "\(count)"]) }
        print(table)
    }

    /// Drawn without putting back, in the order of the text.
    private func sample(_ read: [Sentence]) -> [Sentence] {
        let sentences = read.filter { sentence in options.kind.map { kind in sentence.statements.contains { $0.kind == kind } } ?? true }
        var chance = SplitMix64(seed: options.seed)
        return sentences.indices.shuffled(using: &chance).prefix(options.sample).sorted().map { sentences[$0] }
    }

    private func list(_ sentence: Sentence, only kind: String?) {
        print(sentence.text)
        for statement in sentence.statements where kind == nil || statement.kind == kind {
            print("    \((try? Found(line: statement.json))?.description ?? "") (\(statement.origin.rule))")
        }
        print("")
    }
}
