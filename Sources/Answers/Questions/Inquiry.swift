package import CasusCore

/// A question that can be asked: its name, what it takes, how it is answered. The verbs of the command line and the operations of an API
/// derive from it.
package struct Inquiry: Sendable {
    /// `timeline`, `pacts show`
    package let name: String
    /// Nil: it takes none.
    package let words: AskedWords?
    package let summary: String
    package let takes: [Parameter]
    /// Whether it is about a ledger; else it is also answered without one, by what Casus knows, and with the treaties of one.
    package let needsLedger: Bool
    /// Finds what is wrong with it before anything is looked up.
    package let check: @Sendable (Asked) throws(Problem) -> Void
    private let look: @Sendable (Asked, Desk) throws(Problem) -> any AnswerForms

    package init(
        _ name: String, words: AskedWords?, summary: String, takes: [Parameter], needsLedger: Bool,
        check: @escaping @Sendable (Asked) throws(Problem) -> Void = { _ throws(Problem) in },
        answer: @escaping @Sendable (Asked, Desk) throws(Problem) -> any AnswerForms
    ) {
        (self.name, self.words, self.summary, self.takes) = (name, words, summary, takes)
        (self.needsLedger, self.check, look) = (needsLedger, check, answer)
    }

    package init<Question: LedgerQuestion>(_ question: Question.Type) {
        self.init(
            question.name, words: question.words, summary: question.summary, takes: question.takes, needsLedger: true
        ) { asked, desk throws(Problem) in try Question(asked, at: desk) }
    }

    /// Answers it.
    package func answer(_ asked: Asked, at desk: Desk) throws(Problem) -> any AnswerForms {
        try check(asked)
        return try look(asked, desk)
    }

    /// Everything that has a name in it: what its words are, then what it takes.
    package var parameters: [Parameter] { (words.map { [$0.parameter] } ?? []) + takes }

    /// What follows its name: `STATE STATE`, `--attacked STATE`.
    package var usage: String {
        (takes.filter(\.isRequired).map(\.title) + (words.map { [$0.usage] } ?? [])).joined(separator: " ")
    }

    /// A question whose words and parameters are given by name, each with the text of its value.
    ///
    /// - Throws: `Problem(.usage)` at the name of what is not known or has no such value, with what was probably meant.
    package func asked(_ given: [(name: String, text: String)]) throws(Problem) -> Asked {
        var asked = Asked()
        for (name, text) in given {
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                let names = parameters.map(\.name)
                let mend = meant(by: name, among: names).map { "did you mean \($0)?" }
                throw Problem(
                    .usage, "no such parameter", at: name,
                    mend: mend ?? (names.isEmpty ? "\(self.name) takes none" : "one of " + names.joined(separator: ", ")))
            }
            try asked.take(parameter, text)
        }
        return asked
    }
}
