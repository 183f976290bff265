import Casus
import CasusCore
import Foundation
import Glibc

/// `bench serve [--statements N] [--folder DIR] [--minutes M] [--program FILE]`: `casus serve` on a made ledger, which is kept from run to
/// run, asked by wrk and by visitors of our own; beside it nginx with the same page as a file.
enum ServeBench {
    static func run(_ arguments: [String]) throws {
        func value(_ flag: String) -> String? {
            arguments.firstIndex(of: flag).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        let count = value("--statements").flatMap { Int($0) } ?? 1_000_000
        let minutes = value("--minutes").flatMap { Int($0) } ?? 10
        let folder = value("--folder") ?? FileManager.default.temporaryDirectory.path + "/casus-bench-serve"
        let program = value("--program") ?? ".build/release/casus"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/\(count).db"
        let maker = LedgerBench.maker(try Commitments())
        if !FileManager.default.fileExists(atPath: path) {
            let half = path + ".half"
            try? FileManager.default.removeItem(atPath: half)
            _ = try LedgerBench.fill(half, maker, count / LedgerMaker.perDocument)
            try FileManager.default.moveItem(atPath: half, toPath: path)
        }
        let bench = ServeMeasures(folder: folder, ledger: path, program: program, mix: PageMix(maker))
        print("\(count) statements in \(path)\n")
        try bench.rates(hasPeer: !arguments.contains("--no-peer"))
        try bench.latencies()
        try bench.crowd()
        if minutes > 0 { try bench.memory(minutes: minutes) }
    }
}

/// A program that serves until it is told to end.
final class ServingChild {
    private(set) var process: pid_t = 0
    private(set) var port = 0

    /// - Parameter words: a program, looked for where the shell does, that prints its address first.
    init(_ words: [String], port fixed: Int? = nil) throws(Problem) {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
            throw Problem(.input, "cannot be run", at: words[0], mend: "install it, or build it")
        }
        close(ends[1])
        defer { close(ends[0]) }
        if let fixed {
            port = fixed
            usleep(500_000)
            return
        }
        var (line, byte) = ("", UInt8(0))
        while read(ends[0], &byte, 1) == 1, byte != 10 { line.unicodeScalars.append(UnicodeScalar(byte)) }
        guard let port = line.split(separator: ":").last.flatMap({ Int($0.filter(\.isNumber)) }) else {
            throw Problem(.input, "does not serve", at: words.joined(separator: " "), mend: "run it by hand and see")
        }
        self.port = port
    }

    /// What it holds, in MB: its own, and of files that the system would take back.
    var memory: (own: Double, files: Double) {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        func size(_ name: String) -> Double {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
            return Double(line.filter(\.isNumber)).map { $0 / 1024 } ?? 0
        }
        return (size("RssAnon"), size("RssFile"))
    }

    deinit {
        kill(process, SIGTERM)
        waitpid(process, nil, 0)
    }
}

/// Addresses as visitors ask for them, no two alike.
struct PageMix: Sendable {
    static let kinds = [
        "home", "treaty", "treaties", "pair", "actor", "actors", "timeline of two", "timeline of one", "timeline", "claims", "questions",
        "search", "documents", "document", "statement", "scenario",
    ]

    let maker: LedgerMaker

    init(_ maker: LedgerMaker) { self.maker = maker }

    /// - Parameter number: decides which; another number is another page, or the same for another day.
    func address(_ kind: String, _ number: Int) -> String {
        var random = SplitMix64(seed: UInt64(number) &* 31 &+ UInt64(kind.utf8.reduce(7) { $0 &* 33 &+ Int($1) }))
        let (a, b) = maker.pair(&random)
        let (one, other) = (maker.code(a), maker.code(b))
        // The days of more than twenty years, each once.
        let day = Day(iso: "2002-01-01")!.adding(days: number * 7919 % 8000)
        let days = "on=\(day)"
        switch kind {
        case "home": return "/?\(days)"
        case "treaty": return "/treaty/north-atlantic-1949?\(days)"
        case "treaties": return "/treaties?\(days)"
        case "pair": return "/pair/\(one)-\(other)?\(days)"
        case "actor": return "/actor/\(one)?\(days)"
        case "actors": return "/actors?\(days)"
        case "timeline of two": return "/timeline?state=\(one)&state=\(other)&\(days)"
        case "timeline of one": return "/timeline?state=\(one)&\(days)"
        case "timeline": return "/timeline?\(days)"
        case "claims": return "/claims?state=\(one)&\(days)"
        case "questions": return "/questions?state=\(one)&\(days)"
        case "search": return "/search?words=\(maker.word(&random))&\(days)"
        case "documents": return "/documents?n=\(number)"
        case "document": return "/document/" + maker.document(number).document.key
        case "statement": return "/statement/" + maker.document(number).statements[number % LedgerMaker.perDocument].id
        default: return "/scenario?acts=\(one)%20attacks%20\(other)&\(days)"
        }
    }
}
