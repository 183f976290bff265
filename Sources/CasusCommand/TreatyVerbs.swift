import Answers
import Casus
import CasusCore
import Ledger

/// What the verbs about treaties have in common: they ask what Casus knows, and a ledger only where one is named.
enum TreatyVerbs {
    static let bound = verb(
        of: .bound, order: ["attacked", "by", "at", "format", "proof", "on", "fact", "source", "ledger", "data", "exit-status"])
    static let scenario = verb(
        of: .scenario, order: ["format", "proof", "on", "fact", "source", "ledger", "data", "exit-status", "escalate"])

    private static func verb(of inquiry: Inquiry, order: [String]) -> Verb {
        let own = [AnswerFormat.flag.rule, AnswerFormat.proof.rule, LedgerFlags.optional.rule, OverlayFolder.flag.rule]
        return Verb(
            name: inquiry.name, words: inquiry.usage, summary: inquiry.summary,
            rules: Verb.rules(of: [inquiry], and: own + [AnswerFormat.exitStatus.rule], order: order)
        ) { parsed, console throws(Problem) in
            let asked = try parsed.asked(inquiry.takes)
            try inquiry.check(asked)
            let desk = try Desk(forTreaties: asked, parsed, console)
            return console.print(try inquiry.answer(asked, at: desk), parsed)
        }
    }
}

extension Desk {
    /// With the treaties that a command line asks about: ours, those of a ledger, or both.
    init(forTreaties asked: Asked, _ parsed: Parsed, _ console: Console) throws(Problem) {
        let overlay = OverlayFolder.named(parsed, console)
        let commitments = try Commitments(overlay: overlay)
        var ledger: SQLiteLedger?
        let path = parsed[LedgerFlags.optional]
        if let path {
            if asked.treaties == .curated {
                throw Problem(.usage, "leaves out the ledger", at: "--source curated", mend: "leave out --ledger")
            }
            ledger = try console.open(path, .reading)
            // Nothing here depends on it; but whoever fixes the time shall hear where it is none.
            _ = try console.now()
        }
        self.init(
            store: ledger, shelves: Shelves(commitments.gazetteer), spheres: Spheres(commitments.tables), today: .today(),
            setting: Setting(ledger: path ?? "", version: version, overlay: overlay)
        ) { commitments.codes(of: $0) }
    }

    /// With the ledger that a command line asks.
    init(_ ledger: SQLiteLedger, _ parsed: Parsed, _ console: Console) throws(Problem) {
        let commitments = try Commitments(overlay: OverlayFolder.named(parsed, console))
        let shelves = try Shelves(commitments.gazetteer, with: ledger)
        let today = try console.now().day
        self.init(store: ledger, shelves: shelves, spheres: Spheres(commitments.tables), today: today) { commitments.codes(of: $0) }
    }
}

extension Commitments {
    fileprivate var gazetteer: Gazetteer { Gazetteer(who: who, book: book) }
}
