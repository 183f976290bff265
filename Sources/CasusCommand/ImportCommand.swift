import Casus
import CasusCore
import Exchange
import Glibc
import Intake
import Ledger
import Treaties
import WhosWho

/// `casus import`: into a ledger, what an export wrote or treaties of one's own.
enum ImportCommand {
    static let verb = Verb(
        name: "import", words: "ndjson FILE|- | treaties FILE|DIR...",
        summary: "Makes a ledger of what casus export ndjson wrote; or keeps treaties of your own in a ledger.",
        rules: [LedgerFlags.into.rule, OverlayFolder.flag.rule]
    ) { parsed, console throws(Problem) in
        let form = "write casus import ndjson FILE --into LEDGER, or casus import treaties DIR --into LEDGER"
        guard let what = parsed.words.first, parsed.words.count > 1 else { throw Problem(.usage, "import what?", mend: form) }
        guard let path = parsed[LedgerFlags.into] else { throw Problem(.usage, "into which ledger?", mend: "give --into LEDGER") }
        switch what {
        case "ndjson":
            guard parsed.words.count == 2 else { throw Problem(.usage, "one file makes one ledger", at: parsed.words[2], mend: form) }
            return try lines(parsed.words[1], into: path, on: &console)
        case "treaties": return try treaties(Array(parsed.words.dropFirst()), into: path, parsed, on: &console)
        default:
            throw Problem(
                .usage, "cannot be imported", at: what,
                mend: meant(by: what, among: ["ndjson", "treaties"]).map { "did you mean \($0)?" } ?? form)
        }
    }

    /// Documents that are kept in one transaction.
    private static let batch = 256

    /// Built beside its place, and put there when it is whole: a file that breaks off leaves no half ledger.
    private static func lines(_ file: String, into path: String, on console: inout Console) throws(Problem) -> Int32 {
        if access(path, F_OK) == 0 {
            throw Problem(.storage, "is there already", at: path, mend: "give a new file: two histories cannot be laid one into the other")
        }
        let stream = file == "-" ? console.input : try Files.open(file).stream
        let place = file == "-" ? "standard input" : file
        let part = path + ".part"
        defer { for end in ["", "-wal", "-shm", "-writer"] { unlink(part + end) } }
        unlink(part)
        var ledger: SQLiteLedger? = try SQLiteLedger(part, .writing)
        var reader = LineReader(stream, limit: 1 << 30)
        var waiting: [Archived] = []
        var (rows, documents) = (0, 0)
        var isWhole = false
        while let line = try reader.next() {
            if line.allSatisfy({ $0 == 0x20 }) { continue }
            let at = "\(place):\(reader.number)"
            if isWhole { throw Problem(.input, "something behind the last line", at: at, mend: "export it anew") }
            switch try LedgerLines.read(line, at: place + ", line \(reader.number)") {
            case .end(let count):
                if count != rows {
                    throw Problem(.input, "its last line counts \(count) rows, and there are \(rows)", at: at, mend: "export it anew")
                }
                isWhole = true
            case .part(let part):
                rows += 1
                if case .document = part {
                    documents += 1
                    if documents % batch == 0 {
                        try ledger!.take(waiting)
                        waiting = []
                        console.progress("\(documents) documents")
                    }
                }
                waiting.append(part)
            }
        }
        if !isWhole { throw Problem(.input, "breaks off: its last line is missing", at: place, mend: "export it anew") }
        try ledger!.take(waiting)
        try ledger!.settle()
        ledger = nil
        console.progress("")
        guard rename(part, path) == 0 else {
            throw Problem(.storage, "cannot be written (\(String(cString: strerror(errno))))", at: path, mend: "check the path")
        }
        console.output.write("\(path): \(counted(documents, "document")), \(counted(rows, "row"))\n")
        return 0
    }

    /// Checked as `casus pacts check` does, and kept as the files are.
    private static func treaties(
        _ paths: [String], into path: String, _ parsed: Parsed, on console: inout Console
    ) throws(Problem) -> Int32 {
        let commitments = try Commitments(overlay: OverlayFolder.named(parsed, console))
        let states = Set(commitments.who.states.map(\.code))
        var stored: [StoredTreaty] = []
        var problems: [Problem] = []
        for given in paths {
            let read = TreatyFolder.read(given)
            problems += read.problems
            let book = commitments.book.adding(read.treaties.map(\.treaty))
            for (treaty, file) in read.treaties {
                problems += book.problems(of: treaty, states: states, place: file)
                stored.append(try kept(treaty, file))
            }
        }
        if stored.isEmpty, problems.isEmpty {
            throw Problem(.input, "no treaty files", at: paths.joined(separator: " "), mend: "check the path")
        }
        for problem in problems { console.say(problem.description) }
        if let first = problems.first { return first.kind.exitStatus }
        let ledger = try console.open(path, .writing)
        try ledger.keep(stored)
        try ledger.settle()
        console.output.write("\(path): \(stored.count == 1 ? "1 treaty" : "\(stored.count) treaties") kept\n")
        return 0
    }

    private static func kept(_ treaty: Treaty, _ file: String) throws(Problem) -> StoredTreaty {
        let bytes = try Files.open(file).stream.readAll(expected: 0, limit: 16_000_000)
        func named(_ side: Treaties.Side) -> String {
            switch side {
            case .parties: "parties"
            case .states(let states): states.joined(separator: " ")
            }
        }
        return StoredTreaty(
            id: treaty.id, title: treaty.title, signed: treaty.signed.description, json: String(decoding: bytes, as: UTF8.self),
            duties: treaty.duties.map { [named($0.debtors), named($0.creditors), $0.kind.rawValue, $0.article ?? ""] })
    }
}
