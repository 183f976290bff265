/// What must happen for a duty to be due: data, evaluated in Kleene's three values against the facts of a scenario.
public struct Trigger: Sendable, Hashable {
    /// What fires it.
    public enum Act: String, Sendable, CaseIterable {
        /// The creditor is attacked.
        case attack
        /// War is declared on the creditor.
        case war
        /// A further state joins a war against the creditor.
        case joins
        /// Force is threatened against the creditor; an attack fires it as well.
        case threat
        case mobilisation, blockade
        /// The creditor's order or independence is overthrown from outside without open attack.
        case subversion
        /// The creditor itself attacks.
        case ownAttack = "own-attack"
        /// The creditor is at war, whoever began.
        case hostilities
    }

    /// What of the creditor's is attacked.
    public enum Object: String, Sendable, CaseIterable { case territory, forces, vessels, aircraft }

    /// Who must be on the other side.
    public enum Opponent: Sendable, Hashable {
        /// Whoever, a fellow party included.
        case any
        /// A state that is no party.
        case outside
        /// The text does not say whether a fellow party counts.
        case unstated
        case states(States)
    }

    /// A choice of states.
    public struct States: Sendable, Hashable {
        /// One of these; empty: any.
        public var named: [String]
        /// None of these.
        public var not: [String]
        /// No party.
        public var outside: Bool
        /// So many of them together.
        public var atLeast: Int
        /// Only if one of these helps it or attacks as well; empty: in any case.
        public var supportedBy: [String]
    }

    /// What fires it, any of these.
    public var acts: [Act]
    /// Who must be on the other side.
    public var opponent: Opponent
    /// Empty: whatever is the creditor's.
    public var objects: [Object]
    /// A key of the atlas; nil: anywhere.
    public var area: String?
    /// All must hold.
    public var conditions: [Condition]

    /// Whether it can be due to a state that is attacked (or threatened, or joined against).
    public var looksAtVictim: Bool { acts.contains { $0 != .ownAttack } }
    /// Whether it can be due to a state that attacks.
    public var looksAtAttacker: Bool { acts.contains { $0 == .ownAttack || $0 == .hostilities } }
}

/// A further condition of a trigger: a key of conditions.csv, with what it asks about where that is one of several:
/// `request`, `assists:FRA`, `text:saudi-pakistan-2025`.
public struct Condition: Sendable, Hashable, CustomStringConvertible {
    /// Its name.
    public var name: String
    /// A state, a territory or a treaty.
    public var of: String?

    /// Every part given.
    public init(_ name: String, of: String? = nil) {
        (self.name, self.of) = (name, of)
    }

    /// Reads `request` or `assists:FRA`.
    public init(key: String) {
        let halves = key.split(separator: ":", maxSplits: 1).map(String.init)
        self.init(halves.first ?? key, of: halves.count == 2 ? halves[1] : nil)
    }

    public var description: String { name + (of.map { ":" + $0 } ?? "") }
}
