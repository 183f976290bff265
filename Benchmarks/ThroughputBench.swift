import Casus
import CasusCore
import Foundation
import Intake
import Synchronization

/// `bench throughput FILE|DIR... [--program FILE]`: how fast documents are read, and how fast the program starts.
///
/// Opening what Casus knows and reading all documents, on one thread and on as many as there are processors; then the program, as a process
/// of its own, on one report of Examples/. Times are those of the wall.
enum ThroughputBench {
    static func run(_ arguments: [String]) throws {
        var paths = arguments
        var program = ".build/release/casus"
        if let flag = paths.firstIndex(of: "--program"), flag + 1 < paths.count {
            program = paths[flag + 1]
            paths.removeSubrange(flag...flag + 1)
        }
        if paths.isEmpty { throw Problem(.usage, "nothing to read", mend: "give a file or a folder") }
        let documents = try documents(paths)
        // Words as wc(1) counts them, so that other programs can be measured on the same figure.
        let count = documents.reduce(0) { $0 + $1.text.string.split(whereSeparator: \.isWhitespace).count }
        print("\(documents.count) documents, \(count) words")
        for jobs in Set([1, ProcessInfo.processInfo.activeProcessorCount]).sorted() {
            let opened = ContinuousClock().now
            let knowledge = try Knowledge.here()
            let started = ContinuousClock().now
            let statements = read(documents, knowledge, jobs: jobs)
            let seconds = (ContinuousClock().now - opened) / .seconds(1)
            print(
                "\(jobs) thread\(jobs == 1 ? "" : "s"): \(text(seconds)) s, \(Int(Double(count) / seconds)) words/s, \(statements) statements"
                    + " (of these \(text((started - opened) / .seconds(1) * 1000)) ms to open)")
        }
        try start(program, on: "Examples/pyongyang-2024.txt")
    }

    private static func documents(_ paths: [String]) throws -> [Document] {
        var arrivals = Documents(paths, settings: Documents.Settings(encoding: .utf8, published: nil, publisher: nil))
        var documents: [Document] = []
        var refused = 0
        while let arrival = arrivals.next() {
            switch arrival {
            case .document(let document, _): documents.append(document)
            case .problem: refused += 1
            case .note: continue
            }
        }
        if refused > 0 { print("\(refused) documents left out: they are not UTF-8 text") }
        return documents
    }

    /// Reads all documents; gives the number of statements.
    private static func read(_ documents: [Document], _ knowledge: Knowledge, jobs: Int) -> Int {
        let next = Atomic(0)
        let statements = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            var reader = knowledge.reader()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < documents.count else { return }
                statements.add(reader.read(documents[index]).count, ordering: .relaxed)
            }
        }
        return statements.load(ordering: .relaxed)
    }

    /// The median of eleven runs of the program.
    private static func start(_ program: String, on file: String) throws {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            return print("\(program): not built, so its start was not measured; swift build -c release --product casus")
        }
        let median = try Child.median(of: 11, [program, "read", file, "--format", "ndjson"])
        print("\(program) read \(file): \(text(median)) ms from start to end, median of 11")
    }

    private static func text(_ number: Double) -> String { String(format: "%.2f", number) }
}
