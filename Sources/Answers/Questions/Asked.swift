package import CasusCore
package import Ledger

/// The words and parameters of a question.
package struct Asked: Sendable {
    package var words: [String] = []
    package var on: Day?
    package var knownBy: Day?
    package var from: Day?
    package var to: Day?
    package var sources: [String] = []
    package var statuses: [Status] = []
    package var kinds: [String] = []
    package var limit: Int?
    /// Where an answer before broke off.
    package var cursor: String?
    package var isMatrix = false
    package var isAll = false

    // Of scenarios.
    package var attacked: String?
    package var by: [String] = []
    package var at: String?
    package var facts: [String] = []
    package var escalates = false

    /// Whose record of treaties is asked.
    package var treaties: TreatySource?

    /// Names of parameters that were taken and may not be given again.
    private var given: Set<String> = []

    package init() {}

    /// Takes the text of a value.
    ///
    /// - Throws: `Problem(.usage)` at the parameter's name, with what was probably meant.
    package mutating func take(_ parameter: Parameter, _ text: String) throws(Problem) {
        if !parameter.repeats, !given.insert(parameter.name).inserted {
            throw Problem(.usage, "is given twice", at: parameter.name, mend: "give it once")
        }
        guard parameter.set(&self, text) else {
            throw refused(text, expects: parameter.expects, among: parameter.choices, at: parameter.name)
        }
    }

    /// The day by which the ledger is asked about: that of `--on`, else of `--known-by`, else today.
    package func day(_ desk: Desk) -> Day { on ?? knownBy ?? desk.today }

    /// Whether only a part of what concerns the sides is asked for.
    package var isNarrowed: Bool {
        from != nil || to != nil || !sources.isEmpty || !statuses.isEmpty || !kinds.isEmpty || limit != nil || cursor != nil || on != nil
    }

    /// - Parameter sides: who must be involved.
    package func query(_ sides: [AskedSide]) throws(Problem) -> StatementQuery {
        if sides.count == 2, sides[0].codes == sides[1].codes {
            throw Problem(.usage, "is named twice", at: words.last, mend: "name two")
        }
        if let from, let to, to < from { throw Problem(.usage, "ends before it begins", at: "--to \(to)", mend: "give --from before --to") }
        var query = StatementQuery()
        query.sides = sides.map(\.codes)
        query.knownBy = knownBy.map { Instant(endOf: $0) }
        query.from = from
        query.to = to
        query.sources = sources
        query.statuses = Set(statuses)
        query.kinds = Set(kinds)
        query.limit = limit
        if let cursor {
            guard let place = StatementPlace(cursor) else { throw noCursor }
            query.before = place
        }
        return query
    }

    /// For answers that go on by number.
    func without(cursor: Bool) -> Asked {
        var asked = self
        if cursor { asked.cursor = nil }
        return asked
    }

    /// How many are passed over, where an answer goes on by number.
    func offset() throws(Problem) -> Int {
        guard let cursor else { return 0 }
        guard let number = Int(cursor), number >= 0 else { throw noCursor }
        return number
    }

    private var noCursor: Problem {
        Problem(.usage, "\"\((cursor ?? "").prefix(40))\" is no cursor", at: "cursor", mend: "give the \"next\" of the answer before")
    }
}

/// The message about a value that is none, with the one that was probably meant.
package func refused(_ text: String, expects: String, among choices: [String], at place: String) -> Problem {
    let mend = meant(by: text, among: choices)
    return Problem(.usage, "\"\(text)\" is not \(expects)", at: place, mend: mend.map { "did you mean \($0)?" })
}
