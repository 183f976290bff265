package import CasusCore

extension Statement {
    /// The statement in one line of plain English, as a brief has it, with the date of an event.
    ///
    /// - Parameters:
    ///   - statements: those of the same document, so that people keep their states.
    ///   - stateName: the usual name of a state, by its code; without it the code stands.
    package func line(among statements: [Statement], stateName: (String) -> String?) -> String {
        let words = StatementWords(statements, stateName: stateName)
        if case .event(let event) = self { return words.act(event) + words.date(event) + words.place(event) }
        return words.text(self)
    }
}
