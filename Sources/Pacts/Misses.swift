import CasusCore
import Treaties

extension Step {
    /// States that owe the attacked no help, though a promise, or a common mistake, might make one think so: one reason each, and a common
    /// mistake beside it.
    func misses(_ all: [Answer]) -> [Miss] {
        let act = entry.act
        guard act.kind != .peace else { return [] }
        let victim = act.victim
        var reasons = Reasons(count: bonds.states.count)
        for state in enemies(of: victim) + act.attackingStates + [victim] { bonds.index(state).map { reasons.settle($0) } }
        for answer in all where answer.bond.isHelp && answer.verdict != .notBound { reasons.settle(answer.debtor.index) }
        for answer in all where !reasons.isSettled(answer.debtor.index) && answer.to == victim {
            if answer.verdict == .notBound, answer.bond.isHelp {
                reasons.offer(answer.debtor.index, 10 + answer.distance, .failed(answer))
            } else if !answer.bond.isHelp, answer.isShown {
                reasons.offer(answer.debtor.index, 100, .lesser(answer))
            }
        }
        for dormant in bonds.dormant(towards: victim) {
            for debtor in dormant.debtors { reasons.offer(debtor, dormant.rank, .outOfForce(dormant)) }
        }
        if entry.nature == .aggression, act.isFighting { alliesOfAttackers(&reasons) }
        // A common mistake is told beside the duty that comes nearest, not in its place; an attacker's ally needs no second reason.
        var mistakes = reasons.cleared
        for mistake in bonds.mistakes(about: victim) {
            for debtor in mistake.debtors { mistakes.offer(debtor, 0, .assumed(mistake)) }
        }
        var misses: [Miss] = []
        for state in bonds.states.indices {
            let mistake = mistakes.reason(for: state)
            if let mistake { misses.append(Miss(act: index, state: bonds.states[state], to: victim, reason: mistake)) }
            if let reason = reasons.reason(for: state), mistake.map({ !$0.says(as: reason) }) ?? true {
                misses.append(Miss(act: index, state: bonds.states[state], to: victim, reason: reason))
            }
        }
        return misses
    }

    /// Those who promised to stand by an attacker if it is attacked.
    private func alliesOfAttackers(_ reasons: inout Reasons) {
        for attacker in entry.act.attackingStates.sorted() {
            for number in bonds.bonds(to: attacker) {
                let bond = bonds.bonds[number]
                guard bond.isHelp, bond.duty.modality == .duty, bond.duty.trigger?.looksAtAttacker == false else { continue }
                for debtor in bond.debtors where debtor.state != attacker {
                    reasons.offer(debtor.index, Reasons.ally, .attackersAlly(bond, ally: attacker))
                }
            }
        }
    }
}

extension Miss.Reason {
    /// Whether a common mistake, told already, leaves nothing to say: of the attacker's ally, or of what its own instrument promises instead.
    fileprivate func says(as other: Miss.Reason) -> Bool {
        switch (self, other) {
        case (_, .attackersAlly): true
        case (.assumed(let mistake), .lesser(let answer)): mistake.treaty.id == answer.treaty.id
        default: false
        }
    }
}

/// The most telling reason for each state; of equally telling ones the first.
private struct Reasons {
    private var ranks: [Int32]
    private var places: [Int32]
    private var reasons: [Miss.Reason] = []

    private static let settled: Int32 = -1
    private static let none = Int32.max
    /// The rank of the least telling reason.
    static let ally = 200

    init(count: Int) {
        ranks = [Int32](repeating: Reasons.none, count: count)
        places = [Int32](repeating: 0, count: count)
    }

    /// Asks for no reason for a state.
    mutating func settle(_ state: Int) { ranks[state] = Reasons.settled }

    func isSettled(_ state: Int) -> Bool { ranks[state] == Reasons.settled }

    mutating func offer(_ state: Int, _ rank: Int, _ reason: @autoclosure () -> Miss.Reason) {
        guard Int32(rank) < ranks[state] else { return }
        if ranks[state] == Reasons.none {
            places[state] = Int32(reasons.count)
            reasons.append(reason())
        } else {
            reasons[Int(places[state])] = reason()
        }
        ranks[state] = Int32(rank)
    }

    /// The same states settled, and no reasons.
    var cleared: Reasons {
        var other = Reasons(count: ranks.count)
        for state in ranks.indices where ranks[state] == Reasons.settled { other.settle(state) }
        return other
    }

    /// The reason for a state; nil where there is none, or none is asked for.
    func reason(for state: Int) -> Miss.Reason? {
        ranks[state] == Reasons.none || ranks[state] == Reasons.settled ? nil : reasons[Int(places[state])]
    }
}
