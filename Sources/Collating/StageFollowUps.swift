import CasusCore

/// What became of planned signings, ratifications, negotiations.
struct StageFollowUps {
    private let reports: Reports
    private let later: Later
    private let day: Day
    /// Every agreement record by its parties, in the order of publication.
    private var byParties: [[String]: [Paper]] = [:]

    init(_ reports: Reports, _ later: Later, on day: Day) {
        (self.reports, self.later, self.day) = (reports, later, day)
        for (index, kept) in reports.all.enumerated() {
            guard let agreement = kept.agreement, kept.published != nil else { continue }
            let paper = Paper(agreement, at: index, in: kept.publication, offices: reports.offices)
            byParties[paper.parties, default: []].append(paper)
        }
        for (parties, papers) in byParties {
            byParties[parties] = papers.sorted {
                ($0.published!.number, reports.all[$0.index].id) < ($1.published!.number, reports.all[$1.index].id)
            }
        }
    }

    /// One for each planned stage of an instrument: the record that was published first stands for the plan.
    func followUps(of instrument: Instrument) -> [FollowUp] {
        let plans = instrument.statements.filter { $0.agreement?.status == .planned && $0.published != nil }
        return plans.compactMap { kept in
            reports.index(of: kept.id).flatMap { followUp(of: kept, at: $0, instrument) }
        }
    }

    private func followUp(of kept: Kept, at index: Int, _ instrument: Instrument) -> FollowUp? {
        guard let agreement = kept.agreement, let published = kept.published else { return nil }
        let plan = Paper(agreement, at: index, in: kept.publication, offices: reports.offices)
        guard plan.parties.count > 1 else { return nil }
        let siblings = Set(instrument.statements.map(\.id))
        let goal = plan.stage.map { $0.rank <= Stage.signed.rank ? Stage.signed : $0 } ?? .signed
        let others = (byParties[plan.parties] ?? []).filter { other in
            guard other.document != plan.document, other.published! >= published else { return false }
            return siblings.contains(reports.all[other.index].id) || isOf(plan, other)
        }
        let reached = others.first { $0.status == .actual && reaches($0, goal) && isNotBefore($0, plan) }
        if let reached {
            let what =
                reached.stage == .ratified
                ? "tells of its ratification" : reached.stage == .inForce ? "says that it is in force" : "tells of its signing"
            return FollowUp(of: kept.id, .stage, .kept, by: reports.all[reached.index], telling: what)
        }
        if let broken = others.first(where: { $0.status == .negated && ($0.stage == nil || $0.stage == goal) }) {
            return FollowUp(of: kept.id, .stage, .broken, by: reports.all[broken.index], telling: "says that it did not happen")
        }
        return FollowUp(of: kept.id, .stage, until: agreement.signed?.latest, plan.parties, in: later, on: day)
    }

    /// Whether a later record may be of the planned instrument: of the same parties, with a name and a time that agree.
    private func isOf(_ plan: Paper, _ other: Paper) -> Bool {
        guard plan.mayBe(other) else { return false }
        if plan.signed != nil, other.signed != nil { return true }
        return !plan.descriptors.isEmpty && plan.descriptors.contains { other.descriptors.contains($0) }
            || other.published!.number - plan.published!.number <= 92
    }

    private func reaches(_ paper: Paper, _ goal: Stage) -> Bool {
        guard let stage = paper.stage else { return false }
        return (goal.rank...Stage.inForce.rank).contains(stage.rank)
    }

    private func isNotBefore(_ other: Paper, _ plan: Paper) -> Bool {
        guard let last = other.signed?.latest else { return true }
        return other.stage != .signed || last >= plan.published!
    }
}
