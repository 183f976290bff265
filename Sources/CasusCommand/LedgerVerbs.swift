import Answers
import CasusCore
import Ledger

/// The verbs that ask a ledger, made from the questions that there are.
enum LedgerVerbs {
    static let all: [Verb] = ledgerQuestions.map { verb(of: Inquiry($0)) }

    private static func verb(of inquiry: Inquiry) -> Verb {
        Verb(
            name: inquiry.name, words: inquiry.usage, summary: inquiry.summary,
            rules: inquiry.takes.map { Rule($0) } + [
                LedgerFlags.ledger.rule, AnswerFormat.flag.rule, OverlayFolder.flag.rule, AnswerFormat.exitStatus.rule,
            ]
        ) { parsed, console throws(Problem) in
            let ledger = try console.ledger(parsed, .reading)
            let desk = try Desk(ledger, parsed, console)
            return console.print(try inquiry.answer(try parsed.asked(inquiry.takes), at: desk), parsed)
        }
    }
}
