package import CasusCore

/// What a report says, in short: what was agreed, what happened, who accuses and who denies, what is open.
///
/// Every line names its sentence; nothing stands in it that no statement holds.
package struct Brief: Sendable {
    /// One line, or a heading of its own with lines under it.
    package struct Line: Sendable {
        package var text: String
        /// The statement it comes from.
        package var origin: Origin
        /// The numbers of other sentences that say the same.
        package var also: [Int] = []
        /// Lines that belong under it.
        package var details: [Line] = []
    }

    package struct Section: Sendable {
        package var title: String
        package var lines: [Line]
    }

    package let document: Document
    package let sections: [Section]
    /// How many statements it was made from.
    package let count: Int

    /// - Parameter stateName: the usual name of a state, by its code; without it the code stands.
    package init(of statements: [Statement], in document: Document, stateName: (String) -> String? = { _ in nil }) {
        self.document = document
        count = statements.count
        let writer = BriefWriter(statements: statements, stateName: stateName)
        sections = [
            Section(title: "Agreements", lines: writer.agreements()),
            Section(title: "Happened", lines: writer.events { $0.status == .actual && !writer.isDispute($0) }),
            Section(title: "Planned", lines: writer.events { $0.status == .planned }),
            Section(title: "Possible, hoped or feared", lines: writer.events { $0.status == .possible }),
            Section(title: "Reported not to have happened", lines: writer.events { $0.status == .negated }),
            Section(title: "Accused and denied", lines: writer.disputes()),
            Section(title: "Said", lines: writer.claims()),
            Section(title: "The report in its own voice", lines: writer.ownVoice()),
            Section(title: "Open", lines: writer.questions()),
        ].filter { !$0.lines.isEmpty }
    }
}
