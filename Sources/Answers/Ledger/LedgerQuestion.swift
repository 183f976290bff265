package import CasusCore

/// A question about a ledger. The command line, its help and its docs derive from it.
package protocol LedgerQuestion: AnswerForms, SendableMetatype {
    /// The verb: `timeline`.
    static var name: String { get }
    /// What words follow it: `[STATE [STATE]]`.
    static var words: AskedWords? { get }
    static var summary: String { get }
    static var takes: [Parameter] { get }

    /// Asks it.
    ///
    /// - Throws: a word that means nothing, with what was probably meant; what is wrong with the ledger.
    init(_ asked: Asked, at desk: Desk) throws(Problem)
}

/// Every question about a ledger, in the order of the help.
package let ledgerQuestions: [any LedgerQuestion.Type] = [
    DossierAnswer.self, TimelineAnswer.self, ClaimsAnswer.self, QuestionsAnswer.self, ActorAnswer.self, ActorsAnswer.self,
    SearchAnswer.self, ShowAnswer.self,
]
