package import CasusCore
package import Collating
import Ledger
package import Treaties

/// The answer to "what is there between these two?": pact and duties on a day, what was done in each sphere, visits, gifts, accusations
/// and denials, what is open, what is planned; each line with its sentence.
package struct DossierAnswer: LedgerQuestion {
    package static let name = "dossier"
    package static let words: AskedWords? = AskedWords(.state, least: 2, most: 2)
    package static let summary =
        "The whole relationship of two states: pact, duties, acts by sphere, visits, gifts, disputes, what is open."
    package static let takes: [Parameter] = [.on, .knownBy, .from, .to, .source, .status, .limit, .cursor]

    /// So many statements, the newest, are told together unless more are asked for.
    package static let usual = 300

    /// Lines of one kind.
    package struct Section {
        /// In JSON: `visits`, `spheres.security`.
        package var key: String
        package var title: String
        package var entries: [TimelineAnswer.Entry]
    }

    package let sides: [AskedSide]
    package let day: Day
    package let pacts: PactsAnswer
    /// Whether both are states, and the day lies in what the treaties cover.
    package let areTreatiesKnown: Bool
    package let duties: [PairDuty]
    package let instruments: [Instrument]
    package let sections: [Section]
    package let shown: Int
    package let total: Int
    /// Where those begin that were left out.
    package let next: String?
    package let isTotalExact: Bool
    package let collation: Collation
    package let desk: Desk
    package let knownBy: Day?

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        guard asked.words.count == 2 else { throw Problem(.usage, "a dossier is about two", mend: "write casus dossier RUS PRK") }
        day = asked.day(desk)
        let covered = desk.gazetteer.book.coverage
        let pactDay = desk.coveredDay(day)
        let sides = try desk.sides(of: asked, on: pactDay)
        if sides[0].code == sides[1].code { throw Problem(.usage, "is named twice", at: asked.words[1], mend: "name two states") }
        let states = sides.filter(\.isState).map(\.code)
        areTreatiesKnown = covered.contains(pactDay) && states.count == 2
        pacts = PactsAnswer(states: states.count == 2 ? states : ["", ""], on: pactDay, gazetteer: desk.gazetteer, codes: desk.codes)
        duties = states.count == 2 && areTreatiesKnown ? PairDuty.all(between: states[0], states[1], on: pactDay, desk.gazetteer) : []

        var query = try asked.query(sides)
        query.limit = asked.limit ?? DossierAnswer.usual
        // Of a past day the newest statements of then, not of now.
        query.toldBy = asked.on
        let (found, context) = try desk.gather(query, asked)
        let on = asked.on
        let kept = found.kept.filter { on == nil || DossierAnswer.isTold($0, by: on!) }
        let collation = Collation(context.filter { on == nil || DossierAnswer.isTold($0, by: on!) }, book: desk.gazetteer.book, on: day)
        self.desk = desk
        knownBy = asked.knownBy
        self.collation = collation
        let codes = (sides[0].codes, sides[1].codes)
        instruments = collation.instruments.filter { it in
            it.parties.contains { codes.0.contains($0) } && it.parties.contains { codes.1.contains($0) } && it.stage != nil
        }
        sections = Dossier(kept, collation, desk, on: day).sections
        self.sides = sides
        (shown, total, isTotalExact) = (found.kept.count, found.total, found.isTotalExact)
        next = found.next?.description
    }

    /// Whether something had happened, or been reported, by a day.
    private static func isTold(_ kept: Kept, by day: Day) -> Bool {
        if let happened = kept.statement.happened?.latest, kept.statement.status == .actual { return happened <= day }
        return kept.publication.published.map { $0 <= day } ?? (kept.statement.happened == nil)
    }

    package var isEmpty: Bool { sections.isEmpty && pacts.isEmpty && instruments.isEmpty }

    package var gazetteer: Gazetteer { desk.gazetteer }

    /// What both sides are called.
    package var title: String { ActWords.listed(sides.map(\.name)) }
}

/// A promise that one of a pair owes the other on a day.
package struct PairDuty {
    package var debtor: String
    package var creditor: String
    package var treaty: Treaty
    package var duty: Duty

    /// In the order of treaties; those that both owe each other once for each direction.
    package static func all(between a: String, _ b: String, on day: Day, _ gazetteer: Gazetteer) -> [PairDuty] {
        gazetteer.book.treaties(of: [a, b], on: day).flatMap { treaty in
            let parties = treaty.parties(on: day)
            return treaty.duties.filter { $0.standing(on: day).map { $0.holds != .no } ?? true }.flatMap { duty in
                [(a, b), (b, a)].compactMap { debtor, creditor in
                    names(duty.debtors, debtor, parties) && names(duty.creditors, creditor, parties)
                        ? PairDuty(debtor: debtor, creditor: creditor, treaty: treaty, duty: duty) : nil
                }
            }
        }
    }

    private static func names(_ side: Treaties.Side, _ state: String, _ parties: [String]) -> Bool {
        switch side {
        case .parties: parties.contains(state)
        case .states(let states): states.contains(state)
        }
    }
}
