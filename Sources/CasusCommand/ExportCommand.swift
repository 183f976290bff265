import Casus
import CasusCore
import Exchange
import FoundationEssentials
import Glibc
import Ledger

/// `casus export`: a ledger in other people's formats.
enum ExportCommand {
    enum Format: String, CaseIterable, Sendable { case ndjson, csv, ftm, jsonld }

    static let table = Flag<LongTables.Table>("table", help: "csv: which table is printed; statements unless given")
    static let to = Flag("to", value: "DIR", help: "csv: a folder for all the tables, a file each")

    static let verb = Verb(
        name: "export", words: "ndjson|csv|ftm|jsonld",
        summary: "Writes a ledger out: whole, as JSON lines that import takes in again; as tables; as FollowTheMoney; as JSON-LD.",
        rules: [LedgerFlags.ledger.rule, table.rule, to.rule, OverlayFolder.flag.rule]
    ) { parsed, console throws(Problem) in
        let words = Format.allCases.map(\.rawValue).joined(separator: ", ")
        guard parsed.words.count == 1, let format = Format(rawValue: parsed.words[0]) else {
            let near = parsed.words.first.flatMap { meant(by: $0, among: Format.allCases.map(\.rawValue)) }.map { "did you mean \($0)?" }
            throw Problem(.usage, "export in which form?", at: parsed.words.first, mend: near ?? "give one of " + words)
        }
        if format != .csv, let flag = [table.rule, to.rule].first(where: { parsed.has($0.name) }) {
            throw Problem(.usage, "belongs to csv", at: "--" + flag.name, mend: "leave it out")
        }
        let ledger = try console.ledger(parsed, .reading)
        switch format {
        case .ndjson: try lines(of: ledger, on: &console)
        case .csv: try tables(of: ledger, parsed, on: &console)
        case .jsonld:
            try each(of: ledger, on: &console) { publication, kept, console in console.output.write(JSONLD.line(publication, kept) + "\n") }
        case .ftm:
            let commitments = try Commitments(overlay: OverlayFolder.named(parsed, console), withTreaties: false)
            let codes = commitments.alpha2
            let writer = FollowTheMoney { codes[$0] }
            try each(of: ledger, on: &console) { publication, kept, console in console.output.write(writer.lines(publication, kept)) }
        }
        return 0
    }

    /// Everything, with a last line that counts the others.
    private static func lines(of ledger: SQLiteLedger, on console: inout Console) throws(Problem) {
        var rows = 0
        var output = console.output
        do throws(Problem) {
            try ledger.everything { part throws(Problem) in
                // Nobody reads on: what is left need not be made, and the last line must not say that it was.
                guard output.isOpen else { throw Problem(.storage, ExportCommand.gone) }
                output.write(LedgerLines.line(part))
                rows += 1
            }
        } catch {
            if error.what != ExportCommand.gone { throw error }
        }
        if output.isOpen { output.write(LedgerLines.end(rows: rows)) }
        console.output = output
    }

    private static let gone = "the reader has gone away"

    private static func each(
        of ledger: SQLiteLedger, on console: inout Console, _ write: (Publication, [Kept], inout Console) throws(Problem) -> Void
    ) throws(Problem) {
        let publications = try ledger.publications(named: nil)
        for (index, publication) in publications.enumerated() where console.output.isOpen {
            var query = StatementQuery()
            query.document = publication.key
            query.keepsTakenBack = true
            let kept = try ledger.statements(query).kept.sorted { ($0.statement.origin.span, $0.id) < ($1.statement.origin.span, $1.id) }
            try write(publication, kept, &console)
            if index % 100 == 0, !console.output.isTerminal { console.progress("\(index) of \(publications.count) documents") }
        }
        console.progress("")
    }

    private static func tables(of ledger: SQLiteLedger, _ parsed: Parsed, on console: inout Console) throws(Problem) {
        guard let folder = parsed[to] else {
            let table = parsed[self.table] ?? .statements
            console.output.write(LongTables.header(table))
            try each(of: ledger, on: &console) { publication, kept, console in
                console.output.write(LongTables.rows(table, publication, kept))
            }
            return
        }
        if parsed[table] != nil { throw Problem(.usage, "a folder takes all tables", at: "--table", mend: "leave out one of the two") }
        mkdir(folder, 0o755)
        var files: [(LongTables.Table, Output)] = []
        for table in LongTables.Table.allCases {
            let path = folder + "/" + table.rawValue + ".csv"
            let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else {
                throw Problem(
                    .storage, "cannot be written (\(String(cString: strerror(errno))))", at: path, mend: "give a folder that is yours")
            }
            var output = Output(descriptor: descriptor)
            output.write(LongTables.header(table))
            files.append((table, output))
        }
        try each(of: ledger, on: &console) { publication, kept, _ in
            for index in files.indices { files[index].1.write(LongTables.rows(files[index].0, publication, kept)) }
        }
        for index in files.indices {
            files[index].1.flush()
            if let failure = files[index].1.failure {
                throw Problem(.storage, "cannot be written (\(failure))", at: folder, mend: "make room")
            }
        }
        let names = files.map { $0.0.rawValue + ".csv" }.joined(separator: ", ")
        console.output.write("\(folder): \(names)\n")
    }
}
