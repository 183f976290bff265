import CasusCore
import Treaties

extension Step {
    /// General renunciations of force among many leave room for collective self-defence, and make no conflict with it.
    private static let fewParties = 4

    /// Duties that pull one state two ways, and promises that the act itself breaks.
    func conflicts(_ all: [Answer]) -> [Conflict] {
        let act = entry.act
        guard act.isFighting || act.kind == .blockade || act.kind == .subversion, entry.nature == .aggression else { return [] }
        guard let victim = bonds.index(act.victim) else { return [] }
        var conflicts: [Conflict] = []
        for attacker in act.attackingStates {
            guard let attackerIndex = bonds.index(attacker) else { continue }
            var broken: Set<Int> = []
            var pacts: Set<Int> = []
            for number in bonds.bonds(to: act.victim) {
                let bond = bonds.bonds[number]
                guard bond.owes(attackerIndex) else { continue }
                if bond.duty.kind == .nonaggression, broken.insert(bond.treatyNumber).inserted {
                    conflicts.append(Conflict(act: index, kind: .breach, state: attacker, towards: act.victim, bonds: [bond]))
                }
                if bond.isHelp, bond.duty.modality == .duty, bond.isOwed(attackerIndex), bond.owes(victim),
                    pacts.insert(bond.treatyNumber).inserted
                {
                    conflicts.append(Conflict(act: index, kind: .fellowMembers, state: attacker, towards: act.victim, bonds: [bond]))
                }
            }
            conflicts += torn(all, between: act.victim, and: attacker, broken: broken)
        }
        return conflicts
    }

    /// Helpers that have promised the attacker something as well.
    private func torn(_ all: [Answer], between victim: String, and attacker: String, broken: Set<Int>) -> [Conflict] {
        let promises = bonds.bonds(to: attacker).map { bonds.bonds[$0] }.filter { bond in
            if bond.isFirmHelp { return true }
            return (bond.duty.kind == .nonaggression || bond.duty.kind == .neutrality) && bond.parties.count <= Step.fewParties
                && !broken.contains(bond.treatyNumber) && isOwedToAttacker(bond)
        }
        if promises.isEmpty { return [] }
        var conflicts: [Conflict] = []
        var known: Set<Int> = []
        for answer in all where answer.isLiveHelp && answer.to == victim {
            let helper = answer.debtor.index
            for bond in promises where bond.owes(helper) {
                let kind: Conflict.Kind = bond.isHelp ? .bothSides : .nonaggression
                if kind == .nonaggression, bond.treatyNumber == answer.bond.treatyNumber { continue }
                let count = bonds.book.treaties.count
                let key = ((helper * count + answer.bond.treatyNumber) * count + bond.treatyNumber) * 2 + (bond.isHelp ? 0 : 1)
                if known.insert(key).inserted {
                    conflicts.append(
                        Conflict(act: index, kind: kind, state: answer.state, towards: attacker, bonds: [answer.bond, bond]))
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
