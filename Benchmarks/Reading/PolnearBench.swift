import Casus
import CasusCore
import Foundation
import Scoring

/// `bench reading --polnear DIR [--errors] [--unmapped]`: who says what, in news articles in which others marked source, cue and content.
///
/// The folder holds `text/X.txt` and `attributions/X.ann` (BRAT's standoff form, offsets in code points), as a part of PolNeAR does.
struct PolnearBench {
    private let options: CorpusOptions

    init(_ arguments: [String]) throws { options = try CorpusOptions(arguments, corpus: "--polnear") }

    func run() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: options.path + "/attributions").filter { $0.hasSuffix(".ann") }
            .sorted()
        var reader = try Knowledge.here().reader()
        var score = SpanScore()
        var counts = (marked: 0, found: 0)
        for file in files {
            let name = String(file.dropLast(4))
            let text = try String(contentsOfFile: "\(options.path)/text/\(name).txt", encoding: .utf8)
            let habits = PolnearHabits(text: text)
            let listed = try Attribution.list(standoff: String(contentsOfFile: "\(options.path)/attributions/\(file)", encoding: .utf8))
            let marked = options.isUnmapped ? listed : habits.settled(listed)
            let claims = reader.read(Document(text: Text(text))).compactMap { statement -> Claim? in
                if case .claim(let claim) = statement { claim } else { nil }
            }
            let found = options.isUnmapped ? claims.compactMap(Attribution.init) : habits.attributions(claims)
            counts = (counts.marked + marked.count, counts.found + Set(found).count)
            let (missed, wrong) = score.add(wanted: marked, found: found)
            if options.lists {
                let scalars = Array(text.unicodeScalars)
                for attribution in missed { print("missed " + words(of: attribution, scalars)) }
                for attribution in wrong { print("false  " + words(of: attribution, scalars)) }
            }
        }
        print("\(files.count) articles, \(counts.marked) attributions marked, \(counts.found) found\n")
        report(score)
    }

    private func report(_ score: SpanScore) {
        var table = MarkdownTable(["part", "marked", "exact: precision", "recall", "F1", "overlap: precision", "recall", "F1"])
        for part in Attribution.Part.allCases {
            table.add(row(part.rawValue, score.exact[part] ?? Tally(), score.overlap[part] ?? Tally()))
        }
        table.add(row("all three", score.whole, score.wholeOverlap))
        print(table)
    }

    private func row(_ name: String, _ exact: Tally, _ overlap: Tally) -> [String] {
        [name, "\(exact.found + exact.missed)"]
            + [exact.precision, exact.recall, exact.f1, overlap.precision, overlap.recall, overlap.f1].map { percent($0) }
    }

    private func words(of attribution: Attribution, _ text: [Unicode.Scalar]) -> String {
        Attribution.Part.allCases.map { part in
            let pieces = (attribution.pieces[part] ?? []).map { span in
                var view = String.UnicodeScalarView()
                view.append(contentsOf: text[(span.start..<span.end).clamped(to: text.indices)])
                return String(view)
            }
            return "[\(pieces.joined(separator: " ... "))]"
        }.joined(separator: " ")
    }
}
