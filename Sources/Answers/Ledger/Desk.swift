package import CasusCore
package import Ledger
import Treaties
import WhosWho

/// Where questions are answered: what Casus knows, and a ledger beside it where there is one.
package struct Desk {
    private let ledger: (any LedgerStore)?
    package let shelves: Shelves
    /// All codes that a state bore in its times: of RUS also SUN.
    package let codes: (String) -> Set<String>
    /// In which sphere of relations an act belongs.
    package let spheres: Spheres
    /// Asked at every question: a desk may be open for days.
    private let clock: () -> Day
    /// What it is all called.
    package var setting: Setting

    /// How what a desk has is called in answers.
    package struct Setting: Sendable {
        /// The ledger: its path.
        package var ledger: String
        /// Of Casus.
        package var version: String
        /// The folder laid over what Casus knows.
        package var overlay: String?
        /// So many statements, the newest, are looked at by a question that would look at all; nil: all are.
        package var reach: Int?
        /// So many statements of the same sides, the newest, are looked at beside those asked for, to work out what came of them.
        package var context = 1000

        package init(ledger: String = "the ledger", version: String = "", overlay: String? = nil) {
            (self.ledger, self.version, self.overlay) = (ledger, version, overlay)
        }
    }

    /// - Parameter today: the day of the clock, whenever it is asked.
    package init(
        store: (any LedgerStore)?, shelves: Shelves, spheres: Spheres, today: @autoclosure @escaping () -> Day,
        setting: Setting = Setting(), codes: @escaping (String) -> Set<String>
    ) {
        (ledger, self.shelves, self.spheres, clock) = (store, shelves, spheres, today)
        (self.setting, self.codes) = (setting, codes)
    }

    /// - Parameter gazetteer: as it is, without treaties of the ledger.
    package init(
        store: (any LedgerStore)?, gazetteer: Gazetteer, spheres: Spheres, today: @autoclosure @escaping () -> Day,
        codes: @escaping (String) -> Set<String>
    ) {
        self.init(store: store, shelves: Shelves(gazetteer), spheres: spheres, today: today(), codes: codes)
    }

    /// The day of the clock.
    package var today: Day { clock() }

    /// The day for which treaties are told: of a day behind the last that they cover, which is not yet to come, that last one.
    package func coveredDay(_ day: Day) -> Day {
        let last = gazetteer.book.coverage.upperBound
        return day > last && day <= today ? last : day
    }

    /// What Casus knows, with the user's own treaties of the ledger.
    package var gazetteer: Gazetteer { shelves.own }

    /// The ledger.
    ///
    /// - Throws: `Problem(.usage)` where there is none.
    package var store: any LedgerStore {
        get throws(Problem) {
            guard let ledger else { throw Problem(.usage, "which ledger?", mend: "give --ledger LEDGER") }
            return ledger
        }
    }

    /// What a question about treaties is asked of.
    package func treaties(_ asked: Asked) throws(Problem) -> Gazetteer {
        try shelves.asked(asked.treaties, ledger, called: setting.ledger, on: today)
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
            (wide.sides, wide.knownBy, wide.limit) = (query.sides, query.knownBy, setting.context)
            (wide.publishedBy, wide.toldBy) = (query.publishedBy, query.toldBy)
            add(try store.statements(wide).kept)
        }
        return (found, context)
    }

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
