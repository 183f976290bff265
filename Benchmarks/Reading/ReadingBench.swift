import Casus
import CasusCore
import Foundation
import Intake
import Scoring

/// `bench reading [FILE...]`: what was read from each report against its expected records, with every missed and every wrong one.
///
/// Without files, the reports of Examples/ that are not held out. The records of `X.txt` stand in `X.expected.jsonl` beside it, or in the
/// file after `--expected`; `--published DATE` dates a report without metadata; `--statements FILE` scores NDJSON read before; `--brief`
/// prints the figures alone.
///
/// With `--plover`, `--polnear` or `--quiet` other people's data take the place of the reports: see the types of these names.
enum ReadingBench {
    static func run(_ arguments: [String]) {
        do {
            if arguments.contains("--plover") {
                try PloverBench(arguments).run()
            } else if arguments.contains("--polnear") {
                try PolnearBench(arguments).run()
            } else if arguments.contains("--quiet") {
                try QuietBench(arguments).run()
            } else {
                try score(Options(arguments))
            }
        } catch let problem as Problem {
            FileHandle.standardError.write(Data("\(problem)\n".utf8))
            exit(problem.kind.exitStatus)
        } catch {
            FileHandle.standardError.write(Data("\(error.localizedDescription)\n".utf8))
            exit(2)
        }
    }

    private static func score(_ options: Options) throws {
        var sums: [String: Tally] = [:]
        for file in options.files {
            let report = Report(try String(contentsOfFile: file, encoding: .utf8))
            let beside = file.hasSuffix(".txt") ? String(file.dropLast(4)) : file
            let expected = try Expected.list(String(contentsOfFile: options.expected ?? beside + ".expected.jsonl", encoding: .utf8))
            let lines = try statements(of: file, options)
            let score = Score(try lines.map { try Found(line: $0) }, against: expected, in: report)
            print(file)
            for kind in Score.kinds {
                sums[kind, default: Tally()] += score.tally(kind)
                row(kind, score.tally(kind))
            }
            row("all", score.tally())
            if !options.brief { list(score, report) }
            print("")
        }
        if options.files.count > 1 {
            print("all reports")
            var sum = Tally()
            for kind in Score.kinds {
                row(kind, sums[kind] ?? Tally())
                sum += sums[kind] ?? Tally()
            }
            row("all", sum)
        }
    }

    /// The statements of a report as NDJSON lines: those given, or those that Casus reads.
    private static func statements(of file: String, _ options: Options) throws -> [String] {
        if let given = options.statements {
            return try String(contentsOfFile: given, encoding: .utf8).split(separator: "\n").map(String.init)
        }
        var documents = Documents(
            [file], settings: Documents.Settings(encoding: .utf8, published: options.published.flatMap { Day(iso: $0) }, publisher: nil))
        var reader = try Knowledge.here().reader()
        while let arrival = documents.next() {
            switch arrival {
            case .document(let document, _): return reader.read(document).map(\.json)
            case .problem(let problem): throw problem
            case .note: continue
            }
        }
        return []
    }

    private static func row(_ name: String, _ tally: Tally) {
        func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded())) %" } ?? "-" }
        let padded = name.padding(toLength: 10, withPad: " ", startingAt: 0)
        print(
            "  \(padded) found \(tally.found)  missed \(tally.missed)  false \(tally.wrong) (forbidden \(tally.forbidden))  welcome \(tally.welcome)"
                + "  recall \(percent(tally.recall))  precision \(percent(tally.precision))  details \(tally.rightDetails)/\(tally.details)"
        )
    }

    private static func list(_ score: Score, _ report: Report) {
        for record in score.missed {
            print("  missed  \(record.line)\n          \(record.sentence): \(report.sentence(record.sentence))")
        }
        for (found, forbidden) in score.wrong {
            let number = report.sentence(at: found.span) ?? 0
            print("  false   \(found)\n          \(number): \(report.sentence(number))")
            if let forbidden { print("          forbidden: \(forbidden.why ?? forbidden.line)") }
        }
        for match in score.matches {
            for detail in match.details where !detail.right {
                print("  detail  \(detail.field) is \(detail.found ?? "null"), not \(detail.wanted): \(match.expected.line)")
            }
        }
    }
}

private struct Options {
    var files: [String] = []
    var expected: String?
    var statements: String?
    var published: String?
    var brief = false

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            func value() throws -> String {
                guard let value = rest.popFirst() else { throw Problem(.usage, "no value", at: word) }
                return value
            }
            switch word {
            case "--expected": expected = try value()
            case "--statements": statements = try value()
            case "--published": published = try value()
            case "--brief": brief = true
            case _ where word.hasPrefix("-"): throw Problem(.usage, "unknown flag", at: word)
            default: files.append(word)
            }
        }
        if files.isEmpty {
            files = try FileManager.default.contentsOfDirectory(atPath: "Examples").filter { $0.hasSuffix(".txt") }.sorted()
                .map { "Examples/" + $0 }
        }
        if files.count > 1, expected != nil || statements != nil {
            throw Problem(.usage, "--expected and --statements go with one report", mend: "name one file")
        }
    }
}
