import CasusCore

/// What became of planned acts and of promises.
struct PlanFollowUps {
    private let reports: Reports
    private let later: Later
    private let day: Day

    init(_ reports: Reports, _ later: Later, on day: Day) {
        (self.reports, self.later, self.day) = (reports, later, day)
    }

    /// Nil of what is neither planned nor promised.
    func followUp(of happening: Happening) -> FollowUp? {
        let deeds = happening.statements.compactMap { reports.index(of: $0.id) }.compactMap { reports.deed(at: $0) }
        guard let plan = Plan(deeds, in: reports) else { return nil }
        if happening.status == .planned {
            switch happening.type {
            case .consult, .cooperate, .mobilize: return followUp(of: plan)
            case .aid, .retreat, .sanction, .concede, .agree: return followUp(ofPromise: plan, to: happening.type)
            default: return nil
            }
        }
        // "Promised military aid": the promise is the act.
        if happening.status == .actual, happening.type == .agree, let code = plan.lead.cameo, code.hasPrefix("033") {
            return followUp(ofPromise: plan, to: .aid)
        }
        return nil
    }

    private func followUp(of plan: Plan) -> FollowUp {
        let acts = later.deeds(of: plan.sides)
        if let held = acts.first(where: { isActual($0) && plan.isFulfilled(by: $0) }) {
            return FollowUp(of: plan.lead.id, .plan, .held, by: reports.all[held.index], telling: "tells of it")
        }
        if let off = acts.first(where: { $0.phase == .negated && plan.isSameAct($0) && isOfThisPlan($0, plan) }) {
            return FollowUp(of: plan.lead.id, .plan, .calledOff, by: reports.all[off.index], telling: "says that it did not happen")
        }
        if let off = cancellation(of: plan) {
            return FollowUp(of: plan.lead.id, .plan, .calledOff, by: off, telling: "says that it was called off")
        }
        if let other = acts.first(where: { isActual($0) && plan.isSameAct($0) && isAfter($0, plan) }) {
            let when = other.date.map { " of \($0)" } ?? ""
            return FollowUp(
                of: plan.lead.id, kind: .plan, outcome: .pending, by: [],
                why: "a report tells of such an act\(when), but not that it is the one planned")
        }
        return FollowUp(of: plan.lead.id, .plan, until: plan.date?.latest, plan.sides, in: later, on: day)
    }

    private func followUp(ofPromise plan: Plan, to type: EventType) -> FollowUp {
        let lead = plan.lead
        let acts = later.deeds(of: plan.sides)
        if let kept = acts.first(where: { isActual($0) && $0.type == type && keeps($0, plan) && plan.isInTime($0) }) {
            return FollowUp(of: lead.id, .promise, .kept, by: reports.all[kept.index], telling: "tells of it")
        }
        let broken = acts.first {
            $0.phase == .negated && $0.type == type && keeps($0, plan) && isOfThisPlan($0, plan) && isOverdue($0, plan)
        }
        if let broken {
            return FollowUp(of: lead.id, .promise, .broken, by: reports.all[broken.index], telling: "says that it did not happen")
        }
        let refusal = acts.first {
            $0.type == .reject && isActual($0) && $0.mode != "meet" && $0.doers.hasSameKeys(as: lead.doers) && isOfThisPlan($0, plan)
                && namesThing($0, of: plan)
        }
        if let refusal {
            return FollowUp(of: lead.id, .promise, .broken, by: reports.all[refusal.index], telling: "says that it was refused")
        }
        return FollowUp(of: lead.id, .promise, until: plan.date?.latest, plan.sides, in: later, on: day)
    }

    private func isActual(_ deed: Deed) -> Bool { deed.status == .actual }

    /// Whether an act does, or leaves undone, just what was promised: the same things in the same direction.
    private func keeps(_ deed: Deed, _ plan: Plan) -> Bool {
        let lead = plan.lead
        guard deed.document != lead.document, deed.doers.hasSameKeys(as: lead.doers), deed.sides.mayBe(lead.sides) else { return false }
        guard deed.targets.hasSameKeys(as: lead.targets) else { return false }
        if deed.targets.isEmpty, deed.doers.parties.count < 2 { return false }
        if !lead.objects.isEmpty || !deed.objects.isEmpty {
            return !Set(lead.objects).subtracting(PlanFollowUps.vague).isDisjoint(with: deed.objects)
        }
        switch lead.type {
        case .aid: return deed.cameo == lead.cameo && deed.cameo != "070"
        case .retreat, .sanction: return lead.mode != nil && deed.mode == lead.mode
        default: return sharedWords(deed, plan) >= 2
        }
    }

    /// Before its time is over nothing is broken.
    private func isOverdue(_ deed: Deed, _ plan: Plan) -> Bool {
        guard let last = plan.date?.latest else { return true }
        return deed.published.map { $0 > last } ?? false
    }

    private func sharedWords(_ deed: Deed, _ plan: Plan) -> Int {
        let names = Set((reports.sideNames(deed.index) + reports.sideNames(plan.lead.index)).flatMap { Words.content($0) })
        let mine = Words.content(reports.all[plan.lead.index].statement.origin.quote)
        let theirs = Words.content(reports.all[deed.index].statement.origin.quote)
        return mine.count { theirs.contains($0) && !names.contains($0) }
    }

    private func namesThing(_ deed: Deed, of plan: Plan) -> Bool {
        let words = Words.content(reports.all[deed.index].statement.origin.quote)
        return plan.lead.objects.contains { words.contains($0) && !PlanFollowUps.vague.contains($0) }
    }

    /// Whether a record that something is off speaks of this plan, not of a later or an earlier one.
    private func isOfThisPlan(_ deed: Deed, _ plan: Plan) -> Bool {
        guard deed.document != plan.lead.document, let told = deed.published, told >= plan.published else { return false }
        if let last = plan.date?.latest, told.number - last.number > 7 { return false }
        return told.number - plan.published.number <= 366
    }

    private func isAfter(_ deed: Deed, _ plan: Plan) -> Bool {
        guard let told = deed.published, told >= plan.published, let last = deed.last else { return false }
        return last >= plan.published
    }

    /// A later record that some side called off, cancelled or put off what was planned.
    private func cancellation(of plan: Plan) -> Kept? {
        for side in plan.sides {
            for deed in later.refusals(by: side) where isActual(deed) && isOfThisPlan(deed, plan) {
                let kept = reports.all[deed.index]
                if Cancelling(kept.statement.origin.quote).cancels(plan, deed, in: reports) { return kept }
            }
        }
        return nil
    }

    /// Words for things given that fit any gift.
    private static let vague: Set<String> = [
        "aid", "help", "assistanc", "support", "million", "billion", "dollar", "euro", "pound", "ton", "tonn",
    ]
}
