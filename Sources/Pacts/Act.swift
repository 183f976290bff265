public import CasusCore
public import Treaties

/// One act of a scenario: who does what to whom, where and when.
public struct Act: Sendable, Hashable {
    /// Its kinds.
    public enum Kind: String, Sendable, CaseIterable {
        case attack
        /// War is declared, without an attack yet.
        case war
        case threat, mobilisation, blockade
        /// The order or independence of a state is overthrown from outside without open attack.
        case subversion
        /// Fighting the victim for somebody else's sake; `helps` says whose.
        case help
        /// The fighting between the two ends.
        case peace
    }

    /// Who acts.
    public enum Participant: Sendable, Hashable {
        /// A code of states.csv.
        case state(String)
        /// A group that is no state, by its name.
        case nonState(String)

        /// The code of the state.
        public var state: String? { if case .state(let code) = self { code } else { nil } }
    }

    /// What was not said and is taken as given.
    public enum Assumption: String, Sendable, CaseIterable {
        /// No attacker was named: a state outside every treaty of the attacked.
        case by
        /// On the attacked state's home territory.
        case `where`
        /// Its territory, or its forces where the place is not its own.
        case object
        /// No day was given: today, or the last day that the treaties cover.
        case on
        /// Fighting somebody's aggressor is taken as help to the one attacked.
        case helps
        /// A condition that is presumed met.
        case constitutionalProcess = "constitutional-process"
    }

    /// Of which kind it is.
    public var kind: Kind
    /// Empty where nobody is named.
    public var attackers: [Participant]
    /// The state acted against.
    public var victim: String
    /// The day of the act.
    public var on: Day
    /// A territory of the atlas, or the code of a state for its home territory.
    public var place: String
    /// What is attacked.
    public var object: Trigger.Object
    /// The state for whose sake the attackers fight.
    public var helps: String?
    /// What is known beside the acts.
    public var facts: Facts
    /// What was not said and is taken as given.
    public var assumed: [Assumption]
    /// Added by escalation, not given.
    public var isEscalation: Bool

    /// Attackers named twice count once; without a place the act is on the victim's home territory, which is then assumed.
    ///
    /// - Parameters:
    ///   - victim: the code of the state acted against.
    ///   - day: when it happens.
    public init(
        _ kind: Kind = .attack, by attackers: [Participant], against victim: String, on day: Day, place: String? = nil,
        object: Trigger.Object = .territory, helps: String? = nil, facts: Facts = Facts(), assumed: [Assumption] = [],
        isEscalation: Bool = false
    ) {
        self.attackers = attackers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        (self.kind, self.victim, on) = (kind, victim, day)
        self.place = place ?? victim
        (self.object, self.helps, self.facts) = (object, helps, facts)
        self.assumed = assumed
        if place == nil, !assumed.contains(.where) { self.assumed.append(.where) }
        self.isEscalation = isEscalation
    }

    /// The states among the attackers.
    public var attackingStates: [String] { attackers.compactMap(\.state) }

    /// Whether it begins, or carries on, fighting.
    public var isFighting: Bool { kind == .attack || kind == .war || kind == .help }
}

/// What is known of a scenario beside its acts: conditions that hold or do not.
public struct Facts: Sendable, Hashable {
    private var values: [String: Truth]

    /// Every part given.
    public init(_ values: [String: Truth] = [:]) { self.values = values }

    /// Whether nothing is known.
    public var isEmpty: Bool { values.isEmpty }

    /// What is said of a condition: of the very thing it asks about, else of the condition as such.
    public subscript(condition: Condition) -> Truth? {
        if values.isEmpty { return nil }
        guard let of = condition.of else { return values[condition.name] }
        if let exact = values[condition.description] { return exact }
        // holds:rio-1947:CUB, else holds:rio-1947, else holds.
        let whole = of.split(separator: ":").first.map(String.init) ?? of
        return values[condition.name + ":" + whole] ?? values[condition.name]
    }

    /// Says nothing more of a fact.
    public mutating func remove(_ key: String) { values[key] = nil }

    /// Says of a fact whether it holds.
    public mutating func set(_ key: String, _ value: Truth) { values[key] = value }

    /// The keys, in order.
    public var keys: [String] { values.keys.sorted() }

    /// The one of a name; nil where there is none.
    public subscript(key: String) -> Truth? { values[key] }
}
