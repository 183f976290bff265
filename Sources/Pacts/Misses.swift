import CasusCore
import Treaties

extension Step {
    /// States that owe the attacked no help, though a promise, or a common mistake, might make one think so; one reason each.
    func misses(_ all: [Answer]) -> [Miss] {
        let act = entry.act
        guard act.kind != .peace else { return [] }
        let victim = act.victim
        var settled: Set<String> = Set(act.attackingStates).union([victim])
        for answer in all where answer.duty.kind.isHelp && answer.verdict != .notBound { settled.insert(answer.state) }
        var reasons: [String: (rank: Int, reason: Miss.Reason)] = [:]
        func offer(_ state: String, _ rank: Int, _ reason: Miss.Reason) {
            if settled.contains(state) { return }
            if let known = reasons[state], known.rank <= rank { return }
            reasons[state] = (rank, reason)
        }
        for (debtors, treaty, assumption) in bonds.assumptions[victim] ?? [] {
            for debtor in debtors { offer(debtor, 0, .assumed(treaty, assumption)) }
        }
        for answer in all where answer.to == victim {
            if answer.verdict == .notBound, answer.duty.kind.isHelp {
                offer(answer.state, 10 + answer.failureCount, .failed(answer))
            } else if answer.isShown, !answer.duty.kind.isHelp {
                offer(answer.state, 100, .lesser(answer))
            }
        }
        for dormant in bonds.dormant[victim] ?? [] {
            guard let rank = dormant.rank(on: act.on) else { continue }
            for debtor in dormant.debtors { offer(debtor, rank, .outOfForce(dormant.treaty, dormant.duty, dormant.standing)) }
        }
        if entry.nature == .aggression, act.isFighting { alliesOfAttackers(offer) }
        return reasons.map { Miss(act: index, state: $0.key, to: victim, reason: $0.value.reason) }.sorted { $0.state < $1.state }
    }

    /// Those who promised to stand by an attacker if it is attacked.
    private func alliesOfAttackers(_ offer: (String, Int, Miss.Reason) -> Void) {
        for attacker in entry.act.attackingStates {
            for number in bonds.bonds(to: attacker) {
                let bond = bonds.bonds[number]
                guard bond.duty.kind.isHelp, bond.duty.modality == .duty, bond.duty.trigger?.looksAtAttacker == false else { continue }
                for debtor in bond.debtors where debtor.state != attacker {
                    offer(debtor.state, 200, .attackersAlly(bond.treaty, bond.duty, ally: attacker))
                }
            }
        }
    }
}

extension Answer {
    fileprivate var failureCount: Int { proof.count { $0.holds == .no } }
}

extension Bonds.Dormant {
    /// How telling it is that the promise did not hold: the nearer in time the more. Nil where it is too long ago, or too far ahead, to
    /// be taken for valid.
    fileprivate func rank(on day: Day) -> Int? {
        let years: (Day) -> Int = { abs(Int($0.number) - Int(day.number)) / 365 }
        switch standing.reason {
        case .ended(let end): return end.on.latest.map(years).flatMap { $0 <= 40 ? 40 + $0 : nil }
        case .left(let last, _): return last.latest.map(years).flatMap { $0 <= 40 ? 40 + $0 : nil }
        case .notYet(let first):
            // Signed on the day or before: easily taken for valid.
            guard let signed = treaty.signed.earliest, signed <= day else { return nil }
            return first.flatMap(\.earliest).map(years).map { 35 + $0 } ?? 36
        case .joinedLater(let first): return first.earliest.map(years).flatMap { $0 <= 1 ? 45 : nil }
        case .neverRatified: return 60
        default: return nil
        }
    }
}
