public import CasusCore
public import Treaties

/// A sequence of acts, and what follows from it: who is bound, who is not and why, and where duties collide.
///
/// ```swift
/// let scenario = Scenario(acts: [Act(by: [.state("RUS")], against: "EST", on: Day(iso: "2025-03-01")!)])
/// for answer in scenario.outcome(in: book).answers where answer.verdict == .bound { print(answer.state, answer.treaty.title) }
/// ```
///
/// Acts are a closed world: nobody attacks but those named. Facts are open: what is not given is unknown, and makes a
/// verdict depend on it. What is taken as given stands in `assumed` of the act.
public struct Scenario: Sendable {
    /// In the order of their days; of one day, as given.
    public var acts: [Act]
    /// The attacker strikes every helper that is bound, step by step.
    public var escalates: Bool

    /// Every part given.
    public init(acts: [Act], escalates: Bool = false) {
        self.acts = acts.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
        self.escalates = escalates
    }

    /// Whether a fact makes a difference: without it some verdict, or what one depends on, would be another.
    package func heeds(_ fact: String, in book: TreatyBook, outcome: Outcome) -> Bool {
        var other = self
        for index in other.acts.indices { other.acts[index].facts.remove(fact) }
        func signature(_ outcome: Outcome) -> [String] {
            outcome.answers.map { "\($0.act) \($0.state) \($0.to) \($0.treaty.id) \($0.duty.gist) \($0.verdict) \($0.dependsOn)" }
        }
        return signature(other.outcome(in: book)) != signature(outcome)
    }

    /// What follows. It always ends: of an escalation, every state is struck at most once by each attacker.
    public func outcome(in book: TreatyBook) -> Outcome {
        var bonds: [Day: Bonds] = [:]
        return outcome { day in
            if let known = bonds[day] { return known }
            let made = Bonds(book, on: day)
            bonds[day] = made
            return made
        }
    }

    /// The same with bonds at hand, for many scenarios on the same days.
    public func outcome(bonds: (Day) -> Bonds) -> Outcome {
        var history = History()
        var outcome = Outcome()
        var pending = acts[...]
        while let act = pending.popFirst() {
            let before = history
            let entry = history.add(act)
            let step = Step(
                index: outcome.acts.count, bonds: bonds(act.on), entry: entry, before: before,
                following: pending.isEmpty ? [act] : [act] + pending)
            outcome.add(step.evaluated())
            if escalates, pending.isEmpty {
                pending += outcome.strikes(after: history)
            }
        }
        return outcome
    }
}

/// What follows from a scenario.
public struct Outcome: Sendable {
    /// The acts as they were evaluated, with what was assumed, and those that escalation added.
    public var acts: [Act] = []
    /// How each act stands to those before.
    public var natures: [Nature] = []
    /// Whether the nature of each act follows from what is said; else the fact `in-aid` settles it.
    public var isCertain: [Bool] = []
    /// What is due or might be, and help that is excused: by act, strength of the verdict, kind of duty, treaty, state.
    public var answers: [Answer] = []
    /// States that owe no help although one might think so.
    public var misses: [Miss] = []
    /// Duties that pull two ways, and promises broken.
    public var conflicts: [Conflict] = []

    mutating func add(_ step: Step.Result) {
        acts.append(step.act)
        natures.append(step.nature)
        isCertain.append(step.isCertain)
        // The first act is most often the only one: its lists are taken over as they are.
        if answers.isEmpty { answers = step.answers } else { answers += step.answers }
        if misses.isEmpty { misses = step.misses } else { misses += step.misses }
        if conflicts.isEmpty { conflicts = step.conflicts } else { conflicts += step.conflicts }
    }

    /// The next blows of an escalation: in a fight that goes on, each attacker strikes those bound to help its victims, unless it fights them
    /// already or has struck them before.
    func strikes(after history: History) -> [Act] {
        var strikes: [Act] = []
        var fought: Set<[String]> = []
        for act in history.entries.map(\.act) + acts.filter(\.isEscalation) where act.isFighting {
            for attacker in act.attackingStates { fought.formUnion([[attacker, act.victim], [act.victim, attacker]]) }
        }
        for answer in answers where answer.verdict == .bound && answer.bond.isHelp {
            let cause = acts[answer.act]
            guard cause.isFighting, answer.to == cause.victim, natures[answer.act] == .aggression else { continue }
            for attacker in cause.attackingStates
            where attacker != answer.state && history.hasAttacked(attacker, cause.victim)
                && fought.insert([attacker, answer.state]).inserted
            {
                strikes.append(
                    Act(
                        .attack, by: [.state(attacker)], against: answer.state, on: acts.last?.on ?? cause.on, facts: cause.facts,
                        isEscalation: true))
            }
        }
        return strikes
    }
}
