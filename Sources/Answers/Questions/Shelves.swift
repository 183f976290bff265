package import CasusCore
package import Ledger
import Synchronization
import Treaties

/// The treaties that questions are asked of: those that Casus knows, and with them, or alone, those that a ledger adds.
///
/// Making them of a large ledger takes time. What is gathered once holds as long as the ledger does not change; may be shared by threads.
package struct Shelves: Sendable {
    /// What Casus knows.
    package let curated: Gazetteer
    /// With the user's own treaties of the ledger: what questions about a ledger are answered by.
    package let own: Gazetteer
    private let gathered: Gathered?
    /// Where what is gathered for one question is kept for the next.
    private let memory: Memory?

    /// One thread gathers, others wait for it.
    private final class Memory: Sendable {
        let gathered = Mutex<Gathered?>(nil)
        /// So many reports of treaties are looked at, the newest; nil: all.
        let reach: Int?

        init(reach: Int?) { self.reach = reach }
    }

    private struct Gathered: Sendable {
        /// With the user's own and those that reports tell of.
        let all: Gazetteer
        /// Nil where the ledger holds none.
        let alone: Gazetteer?
        /// Whether there are more reports than were looked at.
        let isCut: Bool
    }

    /// Without a ledger, or before it is looked at.
    package init(_ curated: Gazetteer) { (self.curated, own, gathered, memory) = (curated, curated, nil, nil) }

    /// With the user's own treaties; those that reports tell of are looked for by each question that asks for them.
    package init(_ curated: Gazetteer, with store: any LedgerStore) throws(Problem) {
        (self.curated, own, gathered, memory) = (curated, curated.adding(try LedgerTreaties.own(store)), nil, nil)
    }

    /// With the user's own treaties; the first question that asks for those that reports tell of gathers them for all that follow.
    ///
    /// - Parameter reach: so many reports of treaties are looked at, the newest; nil: all.
    package init(_ curated: Gazetteer, remembering store: any LedgerStore, reach: Int? = nil) throws(Problem) {
        (self.curated, own, gathered, memory) = (curated, curated.adding(try LedgerTreaties.own(store)), nil, Memory(reach: reach))
    }

    /// Of how many reports, the newest, the treaties that reports tell of were gathered; nil where all were looked at, or none yet.
    package var reach: Int? { memory.flatMap { memory in memory.gathered.withLock { $0?.isCut == true ? memory.reach : nil } } }

    /// Whether what reports tell of is at hand already.
    package var isGathered: Bool { gathered != nil || memory?.gathered.withLock { $0 != nil } ?? false }

    /// Everything at hand, for many questions.
    package init(gathering store: any LedgerStore, beside curated: Gazetteer, on day: Day) throws(Problem) {
        (self.curated, own, memory) = (curated, curated.adding(try LedgerTreaties.own(store)), nil)
        gathered = try Shelves.gather(store, beside: curated, on: day, reach: nil)
    }

    private static func gather(
        _ store: any LedgerStore, beside curated: Gazetteer, on day: Day, reach: Int?
    ) throws(Problem) -> Gathered {
        let own = try LedgerTreaties.own(store)
        let reports = try LedgerTreaties.reports(store, reach: reach)
        let beside = LedgerTreaties.reported(reports, beside: curated.book, on: day)
        let alone = own + LedgerTreaties.reported(reports, beside: nil, on: day)
        return Gathered(all: curated.adding(own + beside), alone: alone.isEmpty ? nil : curated.only(alone), isCut: reports.count == reach)
    }

    /// What a question about treaties is asked of: both unless it says which.
    ///
    /// - Parameters:
    ///   - ledger: how the store is called, for messages.
    ///   - day: of the question.
    func asked(_ source: TreatySource?, _ store: (any LedgerStore)?, called ledger: String, on day: Day) throws(Problem) -> Gazetteer {
        guard let store else {
            if source == .ledger { throw Problem(.usage, "which ledger?", at: "--source ledger", mend: "give --ledger LEDGER") }
            return curated
        }
        func added(beside book: TreatyBook?) throws(Problem) -> [Treaty] {
            try LedgerTreaties.own(store) + LedgerTreaties.reported(LedgerTreaties.reports(store), beside: book, on: day)
        }
        if source == .curated { return curated }
        var gathered = gathered
        if let memory {
            gathered = try memory.gathered.withLock { known throws(Problem) in
                if known == nil { known = try Shelves.gather(store, beside: curated, on: day, reach: memory.reach) }
                return known
            }
        }
        switch source {
        case .curated: return curated
        case nil:
            if let gathered { return gathered.all }
            return curated.adding(try added(beside: curated.book))
        case .ledger:
            // Asked alone, the ledger also answers with what we know better from the text.
            let theirs = gathered == nil ? try added(beside: nil) : []
            guard let alone = gathered?.alone ?? (theirs.isEmpty ? nil : curated.only(theirs)) else {
                throw Problem(
                    .input, "unknown: the ledger holds no treaty", at: ledger, mend: "leave out --source to ask the curated treaties")
            }
            return alone
        }
    }
}
