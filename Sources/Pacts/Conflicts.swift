import CasusCore
import Treaties

extension Step {
    /// General renunciations of force among many leave room for collective self-defence, and make no conflict with it.
    private static let fewParties = 4

    /// Duties that pull one state two ways, and promises that the act itself breaks.
    func conflicts(_ all: [Answer]) -> [Conflict] {
        let act = entry.act
        guard act.isFighting || act.kind == .blockade || act.kind == .subversion, let victim = bonds.index(act.victim) else { return [] }
        var conflicts: [Conflict] = []
        for attacker in act.attackingStates {
            guard let index = bonds.index(attacker) else { continue }
            if entry.nature == .aggression {
                let broken = breaches(by: attacker, index, victim, into: &conflicts)
                conflicts += torn(all, between: act.victim, and: attacker, broken: broken)
            } else if case .aid = entry.nature {
                aidAgainstPromise(by: attacker, index, into: &conflicts)
            }
        }
        return conflicts
    }

    /// What the attacker has promised the attacked; gives the treaties that it breaks.
    private func breaches(by attacker: String, _ index: Int, _ victim: Int, into conflicts: inout [Conflict]) -> Set<Int> {
        var broken: Set<Int> = []
        var pacts: Set<Int> = []
        let act = entry.act
        for number in bonds.bonds(to: act.victim) {
            let bond = bonds.bonds[number]
            guard bond.owes(index) else { continue }
            let standing = bond.standing(debtor: index, creditor: victim)
            if standing == .no { continue }
            if bond.duty.kind == .nonaggression, broken.insert(bond.treatyNumber).inserted {
                conflicts.append(
                    Conflict(
                        act: self.index, kind: .breach, state: attacker, towards: act.victim, bonds: [bond], isCertain: standing == .yes))
            }
            if bond.isHelp, bond.duty.modality == .duty, bond.isOwed(index), bond.owes(victim), pacts.insert(bond.treatyNumber).inserted {
                conflicts.append(
                    Conflict(
                        act: self.index, kind: .fellowMembers, state: attacker, towards: act.victim, bonds: [bond],
                        isCertain: standing == .yes))
            }
        }
        return broken
    }

    /// A helper that promised the other side no force, or neutrality.
    private func aidAgainstPromise(by helper: String, _ index: Int, into conflicts: inout [Conflict]) {
        let act = entry.act
        for number in bonds.bonds(to: act.victim) {
            let bond = bonds.bonds[number]
            guard bond.duty.kind == .nonaggression || bond.duty.kind == .neutrality, bond.owes(index), bond.partyCount <= Step.fewParties,
                isOwedToAttacker(bond),
                !conflicts.contains(where: { $0.state == helper && $0.bonds.last?.treatyNumber == bond.treatyNumber })
            else { continue }
            let standing = bonds.index(act.victim).map { bond.standing(debtor: index, creditor: $0) } ?? .no
            if standing == .no { continue }
            conflicts.append(
                Conflict(
                    act: self.index, kind: .nonaggression, state: helper, towards: act.victim, bonds: [bond], isCertain: standing == .yes))
        }
    }

    /// Helpers that have promised the attacker something as well.
    private func torn(_ all: [Answer], between victim: String, and attacker: String, broken: Set<Int>) -> [Conflict] {
        let promises = bonds.bonds(to: attacker).map { bonds.bonds[$0] }.filter { bond in
            guard bond.canBeAgainst(victim) else { return false }
            if bond.isFirmHelp { return true }
            return (bond.duty.kind == .nonaggression || bond.duty.kind == .neutrality) && bond.partyCount <= Step.fewParties
                && !broken.contains(bond.treatyNumber) && isOwedToAttacker(bond)
        }
        if promises.isEmpty { return [] }
        var conflicts: [Conflict] = []
        var known: Set<Int> = []
        for answer in all where answer.isLiveHelp && answer.to == victim {
            let helper = answer.debtor.index
            for bond in promises where bond.owes(helper) {
                let kind: Conflict.Kind = bond.isHelp ? .bothSides : .nonaggression
                if bond.treatyNumber == answer.bond.treatyNumber { continue }
                let count = bonds.book.treaties.count
                let key = ((helper * count + answer.bond.treatyNumber) * count + bond.treatyNumber) * 2 + (bond.isHelp ? 0 : 1)
                if known.insert(key).inserted {
                    let standing = bonds.index(attacker).map { bond.standing(debtor: helper, creditor: $0) } ?? .no
                    if standing == .no { continue }
                    conflicts.append(
                        Conflict(
                            act: index, kind: kind, state: answer.state, towards: attacker, bonds: [answer.bond, bond],
                            isCertain: standing == .yes && answer.verdict != .depends))
                }
            }
        }
        return conflicts
    }

    /// Non-aggression holds at all times; neutrality is owed to one at war, and to an attacker only where the text says so.
    private func isOwedToAttacker(_ bond: Bond) -> Bool {
        bond.duty.kind == .nonaggression || bond.duty.trigger?.looksAtAttacker ?? true
    }
}

extension Bond {
    /// Whether it could be due against a state: one that its trigger names, or does not exclude; a fellow party is left aside.
    fileprivate func canBeAgainst(_ state: String) -> Bool {
        switch duty.trigger?.opponent {
        case nil, .any: true
        case .outside, .unstated: isParty(state) == .no
        case .states(let chosen):
            chosen.atLeast == 1 && chosen.supportedBy.isEmpty && (chosen.named.isEmpty || chosen.named.contains(state))
                && !chosen.not.contains(state)
                && !(chosen.outside && isParty(state) != .no)
        }
    }

    /// Whether it holds between two states, as far as is settled before anything happens.
    fileprivate func standing(debtor: Int, creditor: Int) -> Truth {
        guard let ours = debtors.first(where: { $0.index == debtor }), let theirs = creditors.first(where: { $0.index == creditor }) else {
            return .no
        }
        let legs =
            ours.legs.filter { $0.with.contains(theirs.state) }.map { Check($0, of: ours.state, in: treaty, on: day).holds }
            + theirs.legs.filter { $0.with.contains(ours.state) }.map { Check($0, of: theirs.state, in: treaty, on: day).holds }
        return ours.steps.holds && theirs.steps.holds && legs.all
    }
}
