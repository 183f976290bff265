import Answers
import CasusCore
import Ledger

/// `casus info`: what a ledger holds, and what Casus itself knows.
enum InfoCommand {
    static let documents = Flag(switch: "documents", help: "list the documents instead")

    static let verb = Verb(
        name: Inquiry.info.name, words: "[LEDGER]", summary: Inquiry.info.summary,
        rules: [LedgerFlags.ledger.rule, documents.rule, AnswerFormat.flag.rule, OverlayFolder.flag.rule]
    ) { parsed, console throws(Problem) in
        let path = try oneLedger(parsed)
        let ledger = try console.open(path, .reading)
        if parsed.has(documents) { return console.print(DocumentsAnswer(try ledger.publications(named: nil)), parsed) }
        let setting = Desk.Setting(ledger: path, version: version, overlay: OverlayFolder.named(parsed, console))
        return console.print(InfoAnswer(try ledger.inventory(), setting), parsed)
    }
}

/// `casus verify`: whether everything in a ledger holds together.
enum VerifyCommand {
    static let verb = Verb(
        name: "verify", words: "[LEDGER]", summary: "Checks a ledger: hashes, quotes, links, dates, counts; brings an older form forward.",
        rules: [LedgerFlags.ledger.rule]
    ) { parsed, console throws(Problem) in
        let path = try oneLedger(parsed)
        // Who may not write can still check; only the index of words is then left out.
        let ledger: SQLiteLedger
        do throws(Problem) {
            ledger = try console.open(path, .changing)
        } catch {
            ledger = try console.open(path, .reading)
            console.say("note: \(error.what), so the index of words is not checked")
        }
        let terminal = console
        let faults = try ledger.faults { done, all in
            var terminal = terminal
            terminal.progress("\(done) of \(all) documents")
        }
        console.progress("")
        for fault in faults { console.say(fault) }
        let inventory = try ledger.inventory()
        let held = inventory.held.reduce(0) { $0 + $1.count }
        if faults.isEmpty {
            console.output.write("\(path): \(counted(inventory.documents, "document")), \(counted(held, "statement")), no faults\n")
            return 0
        }
        console.output.write("\(path): \(counted(faults.count, "fault"))\n")
        return Problem.Kind.storage.exitStatus
    }
}

/// `casus forget`: a document and everything that came from it, removed for ever.
enum ForgetCommand {
    static let undo = Flag(switch: "undo", help: "let a document that was forgotten be read again")

    static let verb = Verb(
        name: "forget", words: "DOCUMENT...", summary: "Removes documents, their text and all that was read in them, for ever.",
        rules: [LedgerFlags.ledger.rule, undo.rule]
    ) { parsed, console throws(Problem) in
        if parsed.words.isEmpty { throw Problem(.usage, "forget which document?", mend: "casus info --documents lists them") }
        let ledger = try console.ledger(parsed, .changing)
        let now = try console.now()
        for word in parsed.words {
            if parsed.has(undo) {
                guard try ledger.unforget(word) else {
                    throw Problem(.usage, "was not forgotten", at: word, mend: "give the document's whole key")
                }
                console.output.write("\(word) may be read again\n")
                continue
            }
            let found = try ledger.publications(named: word)
            guard let publication = found.first else {
                throw Problem(.usage, "no such document", at: word, mend: "casus info --documents lists them")
            }
            if found.count > 1 {
                throw Problem(
                    .usage, "is the name of \(found.count) documents", at: word,
                    mend: "give a key: " + found.prefix(5).map(\.key).joined(separator: ", "))
            }
            try ledger.forget(publication.key, at: now)
            console.output.write("forgotten: \(publication.key)\(publication.title.map { " (" + $0 + ")" } ?? "")\n")
        }
        return 0
    }
}

/// The ledger named by `--ledger` or as the one word.
func oneLedger(_ parsed: Parsed) throws(Problem) -> String {
    if parsed.words.count > 1 { throw Problem(.usage, "what is this word for?", at: parsed.words[1], mend: "give one ledger") }
    if let word = parsed.words.first, parsed[LedgerFlags.ledger] != nil {
        throw Problem(.usage, "names a second ledger", at: word, mend: "give one of the two")
    }
    return parsed.words.first ?? parsed[LedgerFlags.ledger] ?? LedgerFlags.standard
}
