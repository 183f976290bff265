package import CasusCore
package import Ledger
import Treaties
import WhosWho

/// Where questions about a ledger are answered: the ledger, and what Casus knows beside it.
package struct Desk {
    package let store: any LedgerStore
    package let gazetteer: Gazetteer
    /// The day of the clock.
    package let today: Day
    /// All codes that a state bore in its times: of RUS also SUN.
    package let codes: (String) -> Set<String>
    /// In which sphere of relations an act belongs.
    package let spheres: Spheres

    package init(
        store: any LedgerStore, gazetteer: Gazetteer, spheres: Spheres, today: Day, codes: @escaping (String) -> Set<String>
    ) {
        (self.store, self.gazetteer, self.spheres, self.today, self.codes) = (store, gazetteer, spheres, today, codes)
    }

    /// The actor that a word names: a state with all its codes, else an organisation or a name as the ledger has it.
    package func side(_ word: String, on day: Day) throws(Problem) -> AskedSide {
        if gazetteer.isState(word, on: day), let state = try? gazetteer.state(word, on: day) {
            return AskedSide(code: state, codes: codes(state), name: gazetteer.named(state, on: day), isState: true)
        }
        let known = try store.names(like: word)
        guard let code = known.first else {
            // What names no state and nobody of the ledger gets the gazetteer's message, with what was probably meant.
            _ = try gazetteer.state(word, on: day)
            throw Problem(.usage, "nobody of that name in the ledger", at: word, mend: "casus actors lists who there is")
        }
        return AskedSide(code: code, codes: [code], name: code, isState: false)
    }

    /// The sides that a question names, two at most.
    package func sides(of asked: Asked, on day: Day) throws(Problem) -> [AskedSide] {
        if asked.words.count > 2 {
            throw Problem(.usage, "what is this word for?", at: asked.words[2], mend: "name one state or two")
        }
        var sides: [AskedSide] = []
        for word in asked.words { sides.append(try side(word, on: day)) }
        return sides
    }

    /// What a question asks for, and beside it what its outcomes are worked out on: all that the ledger holds of the same sides, whatever
    /// time, source or number of lines is asked for.
    package func gather(_ query: StatementQuery, _ asked: Asked) throws(Problem) -> (found: Found, context: [Kept]) {
        for source in asked.sources where try !store.knows(source: source) {
            throw Problem(
                .usage, "no publisher and no document of that name", at: source, mend: "casus info lists publishers and documents")
        }
        let found = try store.statements(query)
        var context = found.kept
        var known = Set(context.map(\.id))
        func add(_ more: [Kept]) { for kept in more where known.insert(kept.id).inserted { context.append(kept) } }
        add(try store.linked(to: context.map(\.id), knownBy: query.knownBy))
        if asked.isNarrowed {
            var wide = StatementQuery()
            (wide.sides, wide.knownBy, wide.limit) = (query.sides, query.knownBy, Desk.context)
            add(try store.statements(wide).kept)
        }
        return (found, context)
    }

    /// Statements beside those asked for that outcomes are worked out on.
    private static let context = 1000

    /// What is said where an answer is empty.
    package func nothing(about what: String, knownBy: Day?) -> String {
        let first = try? store.firstReading()
        if let knownBy, let first, first.day > knownBy {
            return "By \(knownBy) the ledger held nothing: its first reading is of \(first.day)."
        }
        return "The ledger holds nothing on \(what)."
    }

    /// The text of a document, for its sentences.
    package func text(_ key: String) -> Text? { (try? store.document(key))??.text }

    package func name(ofState code: String, on day: Day?) -> String { gazetteer.name(code, on: day ?? today) }

    /// The words of statements, with states named as of a day.
    package func phrases(_ kept: [Kept], on day: Day) -> StatementWords {
        StatementWords(kept.map(\.statement)) { gazetteer.who.state($0) == nil ? nil : name(ofState: $0, on: day) }
    }
}

/// One of the sides of a question.
package struct AskedSide {
    package var code: String
    package var codes: Set<String>
    package var name: String
    package var isState: Bool
}

/// What can be asked of every question about a ledger.
package enum Parameter: String, CaseIterable, Sendable {
    case on
    case knownBy = "known-by"
    case from, to, source, status, kind, limit, matrix, all
}

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
    package var isMatrix = false
    package var isAll = false

    package init() {}

    /// The day by which the ledger is asked about: that of `--on`, else of `--known-by`, else today.
    package func day(_ desk: Desk) -> Day { on ?? knownBy ?? desk.today }

    /// Whether only a part of what concerns the sides is asked for.
    package var isNarrowed: Bool {
        from != nil || to != nil || !sources.isEmpty || !statuses.isEmpty || !kinds.isEmpty || limit != nil || on != nil
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
        return query
    }
}

/// A question about a ledger. The command line, its help and its docs derive from it.
package protocol LedgerQuestion: AnswerForms, SendableMetatype {
    /// The verb: `timeline`.
    static var name: String { get }
    /// What words follow it: `[STATE [STATE]]`.
    static var words: String { get }
    static var summary: String { get }
    static var takes: [Parameter] { get }

    /// Asks it.
    ///
    /// - Throws: a word that means nothing, with what was probably meant; what is wrong with the ledger.
    init(_ asked: Asked, at desk: Desk) throws(Problem)
}

/// Every question about a ledger, in the order of the help.
package let ledgerQuestions: [any LedgerQuestion.Type] = [
    DossierAnswer.self, TimelineAnswer.self, ClaimsAnswer.self, QuestionsAnswer.self, ActorsAnswer.self, SearchAnswer.self, ShowAnswer.self,
]
