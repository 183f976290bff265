import Answers
import Casus
import CasusCore
import Foundation
import Ledger
import WhosWho

/// `bench ledger [--statements N] [--folder DIR] [--ask]`: how fast a ledger fills, beside the `sqlite3` shell with the same rows and indexes, how
/// much room it takes, and how long questions take.
enum LedgerBench {
    static func run(_ arguments: [String]) throws {
        func value(_ flag: String) -> String? {
            arguments.firstIndex(of: flag).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        let count = value("--statements").flatMap { Int($0) } ?? 500_000
        let folder = value("--folder") ?? FileManager.default.temporaryDirectory.path + "/casus-bench-ledger"
        if arguments.contains("--ask") {
            let commitments = try Commitments()
            return try questions(folder + "/ledger.db", maker(commitments), commitments)
        }
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/ledger.db"
        let commitments = try Commitments()
        let maker = maker(commitments)
        let documents = count / LedgerMaker.perDocument
        let load = try fill(path, maker, documents)
        let rows = documents * LedgerMaker.perDocument
        let bytes = size(path)
        print("\(rows) statements in \(documents) documents")
        print("load: \(seconds(load)) s in the ledger, \(Int(Double(rows) / load)) statements/s; \(bytes / rows) bytes a statement")
        if !arguments.contains("--no-peer") {
            let peer = try shell(path, folder)
            print(
                "sqlite3 .import of the same rows, same indexes: \(seconds(peer)) s; ours took \(String(format: "%.2f", load / peer)) times as long"
            )
        }
        if !arguments.contains("--no-questions") { try questions(path, maker, commitments) }
    }

    /// The states of 2010, those first whose codes begin the alphabet of news.
    static func maker(_ commitments: Commitments) -> LedgerMaker {
        let first = ["USA", "RUS", "CHN", "GBR", "FRA", "DEU", "IRN", "ISR", "UKR", "JPN", "KOR", "PRK", "TUR", "IND", "PAK"]
        let day = Day(iso: "2010-01-01")!
        let all = commitments.who.states.filter { $0.exists(on: day) && $0.cow(on: day) != nil }
        let sorted = all.sorted { (first.firstIndex(of: $0.code) ?? 99, $0.code) < (first.firstIndex(of: $1.code) ?? 99, $1.code) }
        return LedgerMaker(states: sorted.map { ($0.code, $0.name(on: day), $0.cow(on: day)!) })
    }

    /// The time spent in the ledger; what the documents are made of is not counted.
    static func fill(_ path: String, _ maker: LedgerMaker, _ documents: Int) throws -> Double {
        let ledger = try SQLiteLedger(path, .writing)
        var spent = 0.0
        let batch = 10_000
        for start in stride(from: 0, to: documents, by: batch) {
            let readings = made(start..<min(documents, start + batch), maker)
            let began = ContinuousClock.now
            _ = try ledger.record(readings)
            spent += (ContinuousClock.now - began) / .seconds(1)
        }
        let began = ContinuousClock.now
        try ledger.settle()
        return spent + (ContinuousClock.now - began) / .seconds(1)
    }

    private static func made(_ numbers: Range<Int>, _ maker: LedgerMaker) -> [DocumentReading] {
        let cores = 2
        let parts = (0..<cores).map { core in
            numbers.lowerBound + numbers.count * core / cores..<numbers.lowerBound + numbers.count * (core + 1) / cores
        }
        nonisolated(unsafe) var results = [[DocumentReading]](repeating: [], count: cores)
        let lock = NSLock()
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            let readings = parts[core].map { number in
                let (document, statements) = maker.document(number)
                return DocumentReading(of: document, statements: statements, rules: "bench", finished: Instant(seconds: 1_700_000_000))
            }
            lock.withLock { results[core] = readings }
        }
        return results.flatMap(\.self)
    }

    /// The shell imports the same rows into the same tables, indexes in place, in one transaction, with the same page cache.
    private static func shell(_ path: String, _ folder: String) throws -> Double {
        let tables = [
            "text", "document", "rule_set", "reading", "statement", "held", "link", "actor", "party", "involved", "dyad", "dated",
        ]
        let dump = tables.map { ".mode csv\n.nullvalue NULL\n.once \(folder)/\($0).csv\nSELECT * FROM \($0);" }.joined(separator: "\n")
        try sqlite(path, dump)
        let schema = folder + "/schema.sql"
        // What FTS5 makes for itself comes with its own table. The shell reads no null from a file, which strict tables would refuse.
        try sqlite(
            path,
            ".once \(schema)\nSELECT replace(replace(sql, ') STRICT, WITHOUT', ') WITHOUT'), ') STRICT', ')') || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%';"
        )
        let copy = folder + "/shell.db"
        let imports = tables.map { ".import \(folder)/\($0).csv \($0)" }.joined(separator: "\n")
        try sqlite(copy, "PRAGMA journal_mode = WAL;\n.read \(schema)")
        let began = ContinuousClock.now
        try sqlite(
            copy,
            "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144;\n.mode csv\nBEGIN;\n\(imports)\nINSERT INTO search (search) VALUES ('rebuild');\nCOMMIT;\nPRAGMA wal_checkpoint(TRUNCATE);"
        )
        let spent = (ContinuousClock.now - began) / .seconds(1)
        print("  (the shell's file: \(size(copy)) bytes, ours \(size(path)))")
        for table in tables { try? FileManager.default.removeItem(atPath: "\(folder)/\(table).csv") }
        try? FileManager.default.removeItem(atPath: copy)
        return spent
    }

    private static func sqlite(_ path: String, _ commands: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-bail", path]
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        try process.run()
        pipe.fileHandleForWriting.write(Data((commands + "\n").utf8))
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        if process.terminationStatus != 0 { print("  the sqlite3 shell ended with \(process.terminationStatus)") }
    }

    /// Questions with warm knowledge and an open ledger: pairs as often as they are written about, and each pair alike.
    private static func questions(_ path: String, _ maker: LedgerMaker, _ commitments: Commitments) throws {
        let ledger = try SQLiteLedger(path, .reading)
        let desk = Desk(
            store: ledger, gazetteer: Gazetteer(who: commitments.who, book: commitments.book), spheres: Spheres(commitments.tables),
            today: Day(iso: "2024-12-31")!
        ) { commitments.codes(of: $0) }
        var random = SplitMix64(seed: 11)
        let weighted = (0..<200).map { _ in maker.pair(&random) }
        // Of states that appear at all.
        let present = try (0..<maker.count).filter { try !ledger.names(like: maker.code($0)).isEmpty }
        let alike = (0..<200).map { _ in
            let one = Int(random.next() % UInt64(present.count))
            let other = Int(random.next() % UInt64(present.count - 1))
            return (present[one], present[other >= one ? other + 1 : other])
        }
        func asked(_ words: [String]) -> Asked {
            var asked = Asked()
            asked.words = words
            return asked
        }
        func pairWords(_ pair: (Int, Int)) -> [String] { [maker.code(pair.0), maker.code(pair.1)] }
        for (name, pairs) in [("pairs as often as they are written about", weighted), ("every pair alike", alike)] {
            report(
                "timeline, \(name)",
                try pairs.map { pair in try time { _ = try TimelineAnswer(asked(pairWords(pair)), at: desk).words(AnswerStyle()) } })
            report(
                "dossier, \(name)",
                try pairs.map { pair in try time { _ = try DossierAnswer(asked(pairWords(pair)), at: desk).words(AnswerStyle()) } })
        }
        let words = (0..<200).map { index in index % 2 == 0 ? [maker.word(&random)] : [maker.word(&random), maker.word(&random)] }
        report(
            "search, one word or two",
            try words.map { words in try time { _ = try SearchAnswer(asked(words), at: desk).words(AnswerStyle()) } })
    }

    private static func time(_ work: () throws -> Void) throws -> Double {
        let began = ContinuousClock.now
        try work()
        return (ContinuousClock.now - began) / .milliseconds(1)
    }

    private static func report(_ name: String, _ times: [Double]) {
        let sorted = times.sorted()
        func at(_ part: Double) -> String { String(format: "%.1f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]) }
        print("\(name): median \(at(0.5)) ms, 95 % within \(at(0.95)) ms, longest \(at(1)) ms")
    }

    private static func size(_ path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
    }

    private static func seconds(_ value: Double) -> String { String(format: "%.1f", value) }
}
