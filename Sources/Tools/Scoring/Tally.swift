/// Counts of one kind of statement, added up over reports.
package struct Tally: Sendable, Equatable {
    package var found = 0
    package var missed = 0
    package var wrong = 0
    /// Wrong ones that an expected file forbids by name; counted in `wrong` too.
    package var forbidden = 0
    package var welcome = 0
    package var rightDetails = 0
    package var details = 0

    package init() {}

    /// Right statements among all; nil when there are none.
    package var precision: Double? {
        let all = found + welcome + wrong
        return all == 0 ? nil : Double(found + welcome) / Double(all)
    }

    /// Required records found among all; nil when there are none.
    package var recall: Double? {
        let all = found + missed
        return all == 0 ? nil : Double(found) / Double(all)
    }

    package static func += (sum: inout Tally, other: Tally) {
        sum.found += other.found
        sum.missed += other.missed
        sum.wrong += other.wrong
        sum.forbidden += other.forbidden
        sum.welcome += other.welcome
        sum.rightDetails += other.rightDetails
        sum.details += other.details
    }
}

extension Score {
    package static let kinds = ["event", "agreement", "claim", "question"]

    /// The counts of one kind, or of all.
    package func tally(_ kind: String? = nil) -> Tally {
        func counts(_ other: String) -> Bool { kind == nil || kind == other }
        var tally = Tally()
        let kept = matches.filter { counts($0.expected.kind) }
        tally.found = kept.count
        tally.missed = missed.count { counts($0.kind) }
        tally.wrong = wrong.count { counts($0.found.kind) }
        tally.forbidden = wrong.count { counts($0.found.kind) && $0.forbidden != nil }
        tally.welcome = welcome.count { counts($0.kind) }
        let details = kept.flatMap(\.details)
        tally.details = details.count
        tally.rightDetails = details.count(where: \.right)
        return tally
    }
}
