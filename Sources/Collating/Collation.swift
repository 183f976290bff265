package import CasusCore
package import Treaties

/// What statements of many documents tell together, as of a day.
///
/// Nothing is added to them: every result names the statements that it rests on. Where it is not plain that two statements are of one
/// thing, they stay apart: a false link costs more than a missed one.
package struct Collation: Sendable {
    /// The day by which the time of plans is judged.
    package let day: Day
    /// In the order of their days.
    package let happenings: [Happening]
    /// In the order of their days.
    package let instruments: [Instrument]
    /// Those of happenings in their order, then those of claims that belong to none.
    package let propositions: [Proposition]
    /// Of questions, plans, promises and stages of instruments, in the order of their days.
    package let followUps: [FollowUp]
    /// In the order of their days.
    package let firsts: [First]

    let reports: Reports
    private let happeningPlaces: [String: Int]
    private let instrumentPlaces: [String: Int]
    private let followUpPlaces: [String: Int]

    package init(_ kept: [Kept], book: TreatyBook? = nil, on day: Day) {
        let reports = Reports(kept)
        let happenings = Happening.all(in: reports).map { Happening($0.map { reports.all[$0] }, in: reports) }
        let shelf = book.map { TreatyShelf($0) }
        instruments = Instrument.all(in: reports).map { Instrument($0.map { reports.all[$0] }, in: reports, shelf: shelf) }
        propositions = Proposition.all(of: happenings, in: reports)
        let later = Later(reports)
        followUps = FollowUp.all(in: reports, happenings, instruments, later, on: day)
        firsts = First.all(in: reports, happenings, later)
        (self.day, self.reports, self.happenings) = (day, reports, happenings)
        happeningPlaces = Collation.places(happenings.map(\.statements))
        instrumentPlaces = Collation.places(instruments.map(\.statements))
        followUpPlaces = Dictionary(uniqueKeysWithValues: followUps.enumerated().map { ($1.of, $0) })
    }

    /// The happening that an event statement tells of.
    package func happening(of id: String) -> Happening? { happeningPlaces[id].map { happenings[$0] } }

    /// The instrument that an agreement statement tells of.
    package func instrument(of id: String) -> Instrument? { instrumentPlaces[id].map { instruments[$0] } }

    /// What became of what a statement left open; of one of several records of a plan, what became of the plan.
    package func followUp(of id: String) -> FollowUp? {
        (followUpPlaces[id] ?? happening(of: id).flatMap { followUpPlaces[$0.id] }).map { followUps[$0] }
    }

    /// The statement of an id.
    package func statement(_ id: String) -> Kept? { reports[id] }

    private static func places(_ groups: [[Kept]]) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, group) in groups.enumerated() {
            for kept in group { places[kept.id] = place }
        }
        return places
    }
}
