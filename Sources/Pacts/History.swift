import CasusCore
import Treaties

/// The acts of a scenario up to one of them: who began, who struck back, who came to whose aid.
struct History: Sendable {
    /// An act and how it stood to those before.
    struct Entry: Sendable {
        var act: Act
        var nature: Nature
        /// Whether the nature follows from what is said; else it is asked for.
        var isCertain = true
        /// Attackers that began a fight with it.
        var aggressors: [String] = []
    }

    /// Fights that no peace has ended.
    private(set) var entries: [Entry] = []

    /// After so many days without fighting, it is no longer taken for granted that who attacks an aggressor comes to its victim's aid.
    private static let memory: Int32 = 365

    /// Adds an act; gives its nature, and the act with what was assumed about it.
    mutating func add(_ given: Act) -> Entry {
        var entry = Entry(act: given, nature: .aggression)
        if given.kind == .peace {
            end(between: Set(given.attackingStates + [given.victim]))
            return entry
        }
        var natures: [(nature: Nature, isCertain: Bool)] = []
        for participant in given.attackers {
            let own = nature(of: participant, in: given)
            natures.append(own)
            if own.nature == .aggression, given.isFighting, let state = participant.state { entry.aggressors.append(state) }
        }
        // One that begins makes the act an attack, whatever the others do in it.
        if let told = natures.first(where: { $0.nature == .aggression }) ?? natures.first(where: { !$0.isCertain }) ?? natures.first {
            (entry.nature, entry.isCertain) = told
        }
        for case (.aid(let helped), _) in natures where given.helps == nil && entry.act.helps == nil {
            entry.act.helps = helped
            entry.act.assumed.append(.helps)
        }
        entries.append(entry)
        return entry
    }

    private func nature(of attacker: Act.Participant, in act: Act) -> (nature: Nature, isCertain: Bool) {
        guard let attacker = attacker.state else { return (.aggression, true) }
        if hasAttacked(act.victim, attacker) { return (.selfDefence, true) }
        if let told = act.facts[.inAid], told == .no { return (.aggression, true) }
        if let helped = act.helps {
            // Help to one that itself began against the other is no help to an attacked; where nothing tells who began, it is asked for.
            if hasAttacked(act.victim, helped) { return (.aid(helped), true) }
            if hasAttacked(helped, act.victim) { return (.aggression, true) }
            return (.aid(helped), act.facts[.inAid] == .yes)
        }
        for entry in entries where entry.aggressors.contains(act.victim) && !hasAttacked(attacker, entry.act.victim) {
            let last = entries.last { $0.act.isFighting && $0.concerns(act.victim) }?.act.on ?? entry.act.on
            return (.aid(entry.act.victim), act.on.number - last.number <= History.memory || act.facts[.inAid] == .yes)
        }
        return (.aggression, true)
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
        entries.contains { $0.act.stands(helper, with: state, against: opponents) }
    }

    /// States make peace: what lies between them is over, of a joint attack their part of it.
    private mutating func end(between states: Set<String>) {
        for index in entries.indices where states.contains(entries[index].act.victim) {
            entries[index].aggressors.removeAll(where: states.contains)
            entries[index].act.attackers.removeAll { $0.state.map(states.contains) ?? false }
        }
        entries.removeAll { $0.act.attackers.isEmpty && states.contains($0.act.victim) }
    }
}

extension History.Entry {
    fileprivate func concerns(_ state: String) -> Bool { act.victim == state || act.attackingStates.contains(state) }
}

extension Act {
    /// Whether by it a state fights on the side of another against some third.
    func stands(_ helper: String, with state: String, against opponents: [String]) -> Bool {
        isFighting && attackingStates.contains(helper) && (helps == state || opponents.contains(victim))
    }
}
