import CasusCore
import Treaties

extension Step {
    /// Duties that pull one state two ways, and promises that the act itself breaks.
    func conflicts(_ all: [Answer]) -> [Conflict] {
        let act = entry.act
        guard act.isFighting || act.kind == .blockade || act.kind == .subversion, entry.nature == .aggression else { return [] }
        var conflicts: [Conflict] = []
        func add(_ kind: Conflict.Kind, _ state: String, _ towards: String, _ treaties: [Treaty], _ duties: [Duty]) {
            let isKnown = conflicts.contains {
                $0.kind == kind && $0.state == state && $0.towards == towards && $0.treaties.map(\.id) == treaties.map(\.id)
            }
            if !isKnown {
                conflicts.append(Conflict(act: index, kind: kind, state: state, towards: towards, treaties: treaties, duties: duties))
            }
        }
        for attacker in act.attackingStates {
            let broken = promises(of: attacker, to: act.victim)
            for bond in broken where bond.duty.kind == .nonaggression { add(.breach, attacker, act.victim, [bond.treaty], [bond.duty]) }
            for bond in broken where bond.duty.kind.isHelp && bond.duty.modality == .duty && isMutual(bond, attacker, act.victim) {
                add(.fellowMembers, attacker, act.victim, [bond.treaty], [bond.duty])
            }
            let brokenIDs = Set(broken.filter { $0.duty.kind == .nonaggression }.map(\.treaty.id))
            for answer in all where answer.isLiveHelp && answer.to == act.victim {
                for bond in promises(of: answer.state, to: attacker) {
                    if bond.duty.kind.isHelp, bond.duty.modality == .duty, bond.treaty.force.binds {
                        add(.bothSides, answer.state, attacker, [answer.treaty, bond.treaty], [answer.duty, bond.duty])
                    } else if bond.duty.kind == .nonaggression || bond.duty.kind == .neutrality, bond.treaty.id != answer.treaty.id,
                        bond.parties.count <= Step.fewParties, !brokenIDs.contains(bond.treaty.id), isOwedNeutrality(bond, act, attacker)
                    {
                        add(.nonaggression, answer.state, attacker, [answer.treaty, bond.treaty], [answer.duty, bond.duty])
                    }
                }
            }
        }
        return conflicts
    }

    /// General renunciations of force among many leave room for collective self-defence, and make no conflict with it.
    private static let fewParties = 4

    /// What a state has promised another, as in force on the day, certainly or perhaps.
    private func promises(of debtor: String, to creditor: String) -> [Bonds.Bond] {
        bonds.bonds(to: creditor).map { bonds.bonds[$0] }.filter { bond in bond.debtors.contains { $0.state == debtor } }
    }

    /// Whether the promise runs both ways, as among the members of a pact.
    private func isMutual(_ bond: Bonds.Bond, _ a: String, _ b: String) -> Bool {
        bond.creditors.contains { $0.state == a } && bond.debtors.contains { $0.state == b }
    }

    /// Non-aggression holds at all times; neutrality is owed to one at war, and to an attacker only where the text says so.
    private func isOwedNeutrality(_ bond: Bonds.Bond, _ act: Act, _ attacker: String) -> Bool {
        bond.duty.kind == .nonaggression || bond.duty.trigger?.looksAtAttacker ?? true
    }
}
