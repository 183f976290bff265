import CasusCore

/// A happening that is planned, and what would fulfil it.
struct Plan {
    let lead: Deed
    /// Words, sides and objects of all records of the plan.
    private let deeds: [Deed]
    let published: Day
    /// When it is to happen, as exactly as a record says.
    let date: EDTF?
    private let isTimed: Bool
    /// The documents that tell of the plan: they are no later report of it.
    private let documents: Set<String>

    /// Nil where nobody knows when it was published.
    init?(_ deeds: [Deed], in reports: Reports) {
        let published = deeds.compactMap(\.published).min()
        guard let published, let lead = deeds.first else { return nil }
        (self.lead, self.deeds, self.published) = (lead, deeds, published)
        date = deeds.compactMap(\.date).min { ($0.width, $0.description) < ($1.width, $1.description) }
        isTimed = deeds.contains { reports.all[$0.index].event?.dateText != nil }
        documents = Set(deeds.map(\.document))
    }

    var sides: [String] { lead.sides.keys }

    /// Whether a later act is the planned one: same kind, sides and direction, not before it was planned, and in its time.
    func isFulfilled(by deed: Deed) -> Bool {
        isSameAct(deed) && isInTime(deed)
    }

    /// Whether a record is of the same act, whenever that was.
    func isSameAct(_ deed: Deed) -> Bool {
        guard !documents.contains(deed.document), deed.type == lead.type, !deed.isAtHome, !lead.isAtHome else { return false }
        // Who travels is a person or not: that somebody of a government goes does not say who.
        if lead.isVisit, areNamed(lead.doers) != areNamed(deed.doers) { return false }
        return deeds.allSatisfy { plan in agreeInMode(deed, plan) && agreeInSides(deed, plan) && agreeInPlace(deed, plan) }
    }

    /// Whether a record was published after the plan and tells of a time in which the planned act may be.
    func isInTime(_ deed: Deed) -> Bool {
        guard let told = deed.published, told >= published, let first = deed.first, let last = deed.last, deed.dating != .coarse else {
            return false
        }
        if last < published || (deed.dating == .undated && told == published) { return false }
        if let date {
            if let own = deed.date { return own.overlaps(date) }
            return !(date.latest.map { $0 < first } ?? false) && !(date.earliest.map { last < $0 } ?? false)
        }
        // A visit by a person who is named, to the same country, is the one that was announced also after a long time.
        let reach: Int32 = lead.isVisit && areNamed(lead.doers) && areNamed(deed.doers) ? 731 : isTimed ? 366 : 183
        return last.number - published.number <= reach
    }

    private func agreeInMode(_ deed: Deed, _ plan: Deed) -> Bool {
        if deed.mode == plan.mode { return true }
        if deed.isVisit != plan.isVisit {
            if deed.dating == .day, plan.dating == .day, deed.date == plan.date { return true }
            // Whom one receives one meets.
            return deed.cameo == "043" && plan.mode == nil && areNamed(deed) && areNamed(plan)
        }
        return deed.mode == nil || plan.mode == nil
    }

    private func areNamed(_ who: Who) -> Bool { who.parties.allSatisfy { !$0.people.isEmpty } }
    private func areNamed(_ deed: Deed) -> Bool { deed.sides.parties.allSatisfy { !$0.people.isEmpty } }

    private func agreeInSides(_ deed: Deed, _ plan: Deed) -> Bool {
        guard deed.sides.mayBe(plan.sides) else { return false }
        if !plan.isDirected || (plan.targets.isEmpty && plan.sides.parties.count > 1) { return deed.sides.hasSameKeys(as: plan.sides) }
        guard !plan.targets.isEmpty, !deed.targets.isEmpty else { return false }
        if !deed.isDirected { return deed.sides.hasSameKeys(as: plan.sides) }
        return deed.doers.hasSameKeys(as: plan.doers) && deed.targets.hasSameKeys(as: plan.targets)
    }

    private func agreeInPlace(_ deed: Deed, _ plan: Deed) -> Bool {
        guard let here = deed.place, let there = plan.place else { return true }
        return here == there || here.hasPrefix(there) || there.hasPrefix(here)
    }
}
