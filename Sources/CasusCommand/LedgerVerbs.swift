import Answers
import Casus
import CasusCore
import Ledger

/// The verbs that ask a ledger, made from the questions that there are.
enum LedgerVerbs {
    static let all: [Verb] = ledgerQuestions.map { verb(of: $0) }

    private static func verb(of question: any LedgerQuestion.Type) -> Verb {
        Verb(
            name: question.name, words: question.words, summary: question.summary,
            rules: question.takes.map(\.rule) + [LedgerFlags.ledger.rule] + [
                AnswerFormat.flag.rule, OverlayFolder.flag.rule, AnswerFormat.exitStatus.rule,
            ]
        ) { parsed, console throws(Problem) in try answer(question, parsed, on: &console) }
    }

    private static func answer<Q: LedgerQuestion>(_ question: Q.Type, _ parsed: Parsed, on console: inout Console) throws(Problem) -> Int32
    {
        let ledger = try console.ledger(parsed, .reading)
        let desk = try Desk(ledger, parsed, console)
        return console.print(try Q(Asked(parsed), at: desk), parsed)
    }
}

extension Desk {
    init(_ ledger: SQLiteLedger, _ parsed: Parsed, _ console: Console) throws(Problem) {
        let commitments = try Commitments(overlay: OverlayFolder.named(parsed, console)).adding(ledger)
        self.init(
            store: ledger, gazetteer: Gazetteer(who: commitments.who, book: commitments.book), spheres: Spheres(commitments.tables),
            today: try console.now().day
        ) { commitments.codes(of: $0) }
    }
}

/// The flags of the parameters of questions.
private enum ParameterFlags {
    static let on = Flag(day: "on", help: "what was so on a day; today unless given")
    static let knownBy = Flag(day: "known-by", help: "what the ledger held at the end of a day, in UTC")
    static let from = Flag(day: "from", help: "from a day on")
    static let to = Flag(day: "to", help: "up to a day")
    static let source = Flag<String>(
        "source", value: "NAME", expects: "a publisher or a document", repeats: true, help: "only what a publisher, or a document, says"
    ) { $0.isEmpty ? nil : $0 }
    static let status = Flag<Status>(
        "status", value: "STATUS", choices: Status.allCases.map(\.rawValue),
        expects: "one of " + Status.allCases.map(\.rawValue).joined(separator: ", "), repeats: true,
        help: "only acts that are actual, planned, possible, alleged, denied or negated"
    ) { Status(rawValue: $0) }
    static let kinds = ["event", "agreement", "claim", "question"]
    static let kind = Flag<String>(
        "kind", value: "KIND", choices: kinds, expects: "one of " + kinds.joined(separator: ", "), repeats: true,
        help: "only events, agreements, claims or questions"
    ) { kinds.contains($0) ? $0 : nil }
    static let limit = Flag("limit", 1...1_000_000, help: "at most so many; the answer says how many there are")
    static let matrix = Flag(switch: "matrix", help: "count accusers by accused")
    static let all = Flag(switch: "all", help: "also what is settled")
}

extension Parameter {
    fileprivate var rule: Rule {
        switch self {
        case .on: ParameterFlags.on.rule
        case .knownBy: ParameterFlags.knownBy.rule
        case .from: ParameterFlags.from.rule
        case .to: ParameterFlags.to.rule
        case .source: ParameterFlags.source.rule
        case .status: ParameterFlags.status.rule
        case .kind: ParameterFlags.kind.rule
        case .limit: ParameterFlags.limit.rule
        case .matrix: ParameterFlags.matrix.rule
        case .all: ParameterFlags.all.rule
        }
    }
}

extension Asked {
    init(_ parsed: Parsed) {
        self.init()
        words = parsed.words
        on = parsed[ParameterFlags.on]
        knownBy = parsed[ParameterFlags.knownBy]
        from = parsed[ParameterFlags.from]
        to = parsed[ParameterFlags.to]
        sources = parsed.all(ParameterFlags.source)
        statuses = parsed.all(ParameterFlags.status)
        kinds = parsed.all(ParameterFlags.kind)
        limit = parsed[ParameterFlags.limit]
        isMatrix = parsed.has(ParameterFlags.matrix)
        isAll = parsed.has(ParameterFlags.all)
    }
}
