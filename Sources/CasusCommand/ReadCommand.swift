import CasusCore
import FoundationEssentials
import Intake
import Ledger

/// `casus read`: documents to statements.
enum ReadCommand {
    enum Format: String, CaseIterable, Sendable { case brief, ndjson, csv }

    static let format = Flag<Format>("format", help: "for people (brief, the default), one statement a line, or one a row")
    static let published = Flag(day: "published", help: "the day of publication; relative dates are resolved against it")
    static let publisher = Flag("publisher", value: "NAME", help: "who published it")
    static let encoding = Flag<Intake.Encoding>("encoding", help: "how the bytes are to be read; utf8 unless given")
    static let quotes = Flag(switch: "quotes", help: "in the brief, the text's own words below each line")
    static let cite = Flag(switch: "cite", help: "in the brief, document and span behind each line")
    static let jobs = Flag("jobs", 1...256, help: "documents read at once; as many as there are processors unless given")
    static let exitStatus = Flag(switch: "exit-status", short: "e", help: "exit with 1 when nothing was found")

    static let verb = Verb(
        name: "read", words: "FILE|DIR|-...", summary: "Reads documents and prints the events, agreements, claims and questions in them.",
        rules: [
            format.rule, published.rule, publisher.rule, encoding.rule, quotes.rule, cite.rule, jobs.rule, OverlayFolder.flag.rule,
            exitStatus.rule,
            LedgerFlags.into.rule,
        ]
    ) { parsed, console throws(Problem) in
        if parsed.words.isEmpty {
            throw Problem(.usage, "nothing to read", mend: "give a file, a folder, or - for standard input")
        }
        let reader = try DocumentReader(data: OverlayFolder.named(parsed, console))
        if let path = parsed[LedgerFlags.into] {
            let ledger = try console.open(path, .writing)
            let into = ReadInto(ledger, path: path, rules: reader.ruleSet, now: try console.now())
            return try await run(parsed, into: into, on: &console) { reader.read($0) }
        }
        return await run(parsed, on: &console, stateName: { reader.name(ofState: $0, on: $1) }) { reader.read($0) }
    }

    /// - Parameters:
    ///   - stateName: the usual name of a state on a day, by its code.
    ///   - read: what a document states.
    static func run(
        _ parsed: Parsed, on console: inout Console, stateName: @escaping @Sendable (String, Day?) -> String? = { _, _ in nil },
        read: @escaping @Sendable (Document) -> [Statement]
    ) async -> Int32 {
        var documents = documents(parsed, console)
        let printer = Printer(
            format: parsed[format] ?? .brief, quotes: parsed.has(quotes), cites: parsed.has(cite), colours: console.colours,
            width: console.output.width, stateName: stateName)
        var tally = Tally()
        console.output.write(printer.head)
        await inOrder(jobs: parsed[jobs] ?? ProcessInfo.processInfo.activeProcessorCount) {
            tally.nextDocument(of: &documents, on: &console)
        } work: { document in
            let statements = read(document)
            return (statements.count, printer.print(statements, of: document))
        } give: { count, bytes in
            tally.statements += count
            tally.read += 1
            console.output.write(bytes)
            console.progress("\(tally.read) documents, \(tally.statements) statements")
            return console.output.isOpen
        }
        console.progress("")
        tally.close(on: &console)
        if tally.failures > 0 { return Problem.Kind.input.exitStatus }
        return tally.statements == 0 && parsed.has(exitStatus) ? 1 : 0
    }
}

extension ReadCommand {
    private static func documents(_ parsed: Parsed, _ console: Console) -> Documents {
        let settings = Documents.Settings(
            encoding: parsed[encoding] ?? .utf8, published: parsed[published], publisher: parsed[publisher])
        return Documents(parsed.words, settings: settings, standardInput: console.input)
    }

    /// Reads on all processors, and keeps what is found in the order of the input.
    static func run(
        _ parsed: Parsed, into: ReadInto, on console: inout Console, read: @escaping @Sendable (Document) -> [Statement]
    ) async throws(Problem) -> Int32 {
        if let flag = [format.rule, quotes.rule, cite.rule, exitStatus.rule].first(where: { parsed.has($0.name) }) {
            throw Problem(.usage, "says nothing to --into", at: "--" + flag.name, mend: "ask the ledger: casus timeline, casus search")
        }
        var into = into
        var documents = documents(parsed, console)
        var tally = Tally()
        await inOrder(jobs: parsed[jobs] ?? ProcessInfo.processInfo.activeProcessorCount) { () -> (Document, Publication)? in
            while into.failure == nil, var document = tally.nextDocument(of: &documents, on: &console) {
                document.name(from: tally.place)
                let publication = Publication(document)
                if into.wants(publication) { return (document, publication) }
            }
            return nil
        } work: { [rules = into.rules, now = into.now] document, publication in
            DocumentReading(of: document, as: publication, statements: read(document), rules: rules, finished: now)
        } give: { reading in
            into.keep(reading)
            tally.statements += reading.statements.count
            tally.read += 1
            console.progress("\(tally.read) documents, \(tally.statements) statements")
            return into.failure == nil
        }
        console.progress("")
        for note in into.notes { console.say(note) }
        tally.close(on: &console)
        var failure = into.failure
        do throws(Problem) { try into.ledger.settle() } catch { failure = failure ?? error }
        console.output.write(into.summary(skipped: tally.failures))
        if let failure { throw failure }
        return tally.failures > 0 ? Problem.Kind.input.exitStatus : 0
    }
}

/// What a run of `casus read` has met so far.
private struct Tally {
    var read = 0
    var statements = 0
    var failures = 0
    private var documents = 0
    private var undated = 0
    /// Where the last document came from.
    private(set) var place = ""

    /// The next document; what stands before it that is none gets its line.
    mutating func nextDocument(of arrivals: inout Documents, on console: inout Console) -> Document? {
        while let arrival = arrivals.next() {
            switch arrival {
            case .document(let document, let place):
                documents += 1
                self.place = place
                if document.published == nil { undated += 1 }
                return document
            case .problem(let problem):
                failures += 1
                console.say(problem.description)
            case .note(let note):
                console.say("note: " + note)
            }
        }
        return nil
    }

    func close(on console: inout Console) {
        guard undated > 0 else { return }
        let which =
            documents == 1 ? "the document has" : undated == documents ? "the documents have" : "\(undated) of \(documents) documents have"
        console.say("note: \(which) no date of publication, so relative dates stay unresolved; give --published or a Date: line")
    }
}
