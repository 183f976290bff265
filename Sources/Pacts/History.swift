import CasusCore
import Treaties

/// The acts of a scenario up to one of them: who began, who struck back, who came to whose aid.
struct History: Sendable {
    /// An act and how it stood to those before.
    struct Entry: Sendable {
        var act: Act
        var nature: Nature
        /// Attackers that began a fight with it.
        var aggressors: [String]
    }

    private(set) var entries: [Entry] = []

    /// Adds an act; gives its nature, and the act with what was assumed about it.
    mutating func add(_ given: Act) -> Entry {
        var act = given
        if act.kind == .peace {
            end(between: act.attackingStates + [act.victim])
            let entry = Entry(act: act, nature: .aggression, aggressors: [])
            entries.append(entry)
            return entry
        }
        var aggressors: [String] = []
        var nature: Nature?
        for participant in act.attackers {
            let own = self.nature(of: participant, against: act.victim, helping: act.helps)
            if own == .aggression {
                nature = .aggression
                if let state = participant.state { aggressors.append(state) }
            } else if nature == nil {
                nature = own
            }
        }
        if case .aid(let helped) = nature, act.helps == nil {
            act.helps = helped
            act.assumed.append(.helps)
        }
        let entry = Entry(act: act, nature: nature ?? .aggression, aggressors: act.isFighting ? aggressors : [])
        entries.append(entry)
        return entry
    }

    private func nature(of attacker: Act.Participant, against victim: String, helping helped: String?) -> Nature {
        guard let attacker = attacker.state else { return .aggression }
        if hasAttacked(victim, attacker) { return .selfDefence }
        if let helped {
            // Help to one that itself began against the other is no help to an attacked.
            return hasAttacked(helped, victim) && !hasAttacked(victim, helped) ? .aggression : .aid(helped)
        }
        for entry in entries where entry.aggressors.contains(victim) && !hasAttacked(attacker, entry.act.victim) {
            return .aid(entry.act.victim)
        }
        return .aggression
    }

    /// Whether one began a fight with another that has not ended.
    func hasAttacked(_ attacker: String, _ victim: String) -> Bool {
        entries.contains { $0.act.victim == victim && $0.aggressors.contains(attacker) }
    }

    /// The states that fight against one, whoever began, in the order in which they came in.
    func opponents(of state: String) -> [String] {
        var opponents: [String] = []
        for entry in entries where entry.act.isFighting {
            if entry.act.victim == state { opponents += entry.act.attackingStates }
            if entry.act.attackingStates.contains(state) { opponents.append(entry.act.victim) }
        }
        return opponents
    }

    /// Those that attacked a state, other than in answer or in aid of another.
    func aggressors(against state: String) -> [String] {
        entries.filter { $0.act.victim == state }.flatMap(\.aggressors)
    }

    /// Whether a state fights on the side of another against some third.
    func stands(_ helper: String, with state: String, against opponents: [String]) -> Bool {
        entries.contains { entry in
            entry.act.isFighting && entry.act.attackingStates.contains(helper)
                && (entry.act.helps == state || opponents.contains(entry.act.victim))
        }
    }

    /// Two sides make peace: what lies between them is over.
    private mutating func end(between states: [String]) {
        entries.removeAll { entry in
            states.contains(entry.act.victim) && !entry.act.attackingStates.isEmpty && entry.act.attackingStates.allSatisfy(states.contains)
        }
    }
}
