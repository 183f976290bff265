import CasusCore
import Treaties

/// One act, put to every duty that could be due.
struct Step {
    let index: Int
    let bonds: Bonds
    let entry: History.Entry
    let before: History
    let whole: History
    var answers: [Answer]

    struct Result {
        var act: Act
        var nature: Nature
        var answers: [Answer]
        var misses: [Miss]
        var conflicts: [Conflict]
    }

    private var act: Act { entry.act }

    func evaluated() -> Result {
        var step = self
        if act.kind != .peace {
            step.evaluate(creditor: act.victim)
            for attacker in act.attackingStates { step.evaluate(creditor: attacker) }
        }
        let all = step.answers
        var shown = all.filter(\.isShown)
        shown.sort()
        var result = Result(
            act: act, nature: entry.nature, answers: shown, misses: step.misses(all), conflicts: step.conflicts(all))
        if shown.contains(where: { $0.duty.isConstitutional }), act.facts[.constitutionalProcess] == nil {
            result.act.assumed.append(.constitutionalProcess)
        }
        return result
    }

    /// Puts the act to the duties owed to one state.
    private mutating func evaluate(creditor: String) {
        let isVictim = creditor == act.victim
        let trigger = TriggerEvaluation(bonds: bonds, entry: entry, before: before, whole: whole)
        for number in bonds.bonds(to: creditor) {
            let bond = bonds.bonds[number]
            guard let asked = bond.duty.trigger, isVictim ? asked.looksAtVictim : asked.looksAtAttacker else { continue }
            guard let owed = bond.creditors.first(where: { $0.state == creditor }) else { continue }
            let triggered = trigger.checks(bond, creditor: creditor)
            let shared = settled(bond.shared + owed.checks)
            for debtor in bond.debtors where debtor.state != creditor {
                if isEnemy(debtor.state, of: creditor) { continue }
                let own = settled(debtor.checks) + dynamic(bond, debtor, owed, trigger)
                answers.append(
                    Answer(act: index, state: debtor.state, to: creditor, bond: bond, shared: shared, triggered: triggered, own: own))
            }
        }
    }

    /// Whether a state fights a creditor itself: it is asked for no help then.
    private func isEnemy(_ state: String, of creditor: String) -> Bool {
        creditor == act.victim ? act.attackingStates.contains(state) : state == act.victim
    }

    /// Steps that the facts of the scenario settle.
    private func settled(_ checks: [Check]) -> [Check] {
        if act.facts.isEmpty { return checks }
        return checks.map { check in
            guard check.holds == .unknown, let asks = check.asks, let given = act.facts[asks], given != .unknown else { return check }
            var settled = check
            (settled.holds, settled.asks) = (given, nil)
            return settled
        }
    }

    /// Legs between the two, the debtor's own reading, and the form of its duty.
    private func dynamic(
        _ bond: Bonds.Bond, _ debtor: Bonds.Member, _ creditor: Bonds.Member, _ trigger: TriggerEvaluation
    ) -> [Check] {
        var checks: [Check] = []
        for (leg, other) in debtor.legs.map({ ($0, creditor.state) }) + creditor.legs.map({ ($0, debtor.state) })
        where leg.with.isEmpty || leg.with.contains(other) {
            let suspends = leg.is == .suspended && leg.covers(act.on) == .yes
            let asks = Condition.holds(bond.treaty)
            let holds: Truth = suspends ? .no : act.facts[asks] ?? .unknown
            checks.append(Check(.leg(leg), holds, asks: holds == .unknown ? asks : nil, excuses: suspends, source: leg.source))
        }
        for exception in bond.duty.exceptions where exception.states.contains(debtor.state) && exception.covers(act.on) {
            switch exception.effect {
            case .excused: checks.append(Check(.exception(exception), .no, excuses: true, source: exception.source))
            case .limits: checks.append(Check(.exception(exception), .yes, source: exception.source))
            case .condition:
                let condition = trigger.check(exception.condition!, source: exception.source)
                checks.append(
                    Check(
                        .exception(exception), condition.holds, asks: condition.asks, isAssumed: condition.isAssumed,
                        excuses: condition.excuses, source: exception.source))
            }
        }
        if bond.duty.isConstitutional {
            let given = act.facts[.constitutionalProcess]
            checks.append(
                Check(
                    .process, given ?? .yes, asks: given == .unknown ? .constitutionalProcess : nil, isAssumed: given == nil,
                    excuses: true, source: bond.duty.source))
        }
        if bond.duty.modality == .right { checks.append(Check(.right, .no, source: bond.duty.source)) }
        return checks
    }
}

extension Answer {
    fileprivate init(act: Int, state: String, to creditor: String, bond: Bonds.Bond, shared: [Check], triggered: [Check], own: [Check]) {
        var holds = Truth.yes
        var isExcused = true
        var asks: [Condition] = []
        for part in [shared, own, triggered] {
            for check in part where check.holds != .yes {
                holds = min(holds, check.holds)
                if check.holds == .no, !check.excuses { isExcused = false }
                if let fact = check.asks, !asks.contains(fact) { asks.append(fact) }
            }
        }
        let verdict: Verdict =
            switch holds {
            case .no: isExcused ? .excused : .notBound
            case .unknown: bond.treaty.force.binds ? .depends : .pledged
            case .yes: bond.treaty.force.binds ? .bound : .pledged
            }
        self.init(
            act: act, state: state, to: creditor, treaty: bond.treaty, duty: bond.duty, verdict: verdict,
            dependsOn: holds == .unknown ? asks : [], shared: shared, triggered: triggered, own: own)
    }

    /// Whether it stands among the answers; the others tell why somebody is not bound.
    var isShown: Bool {
        switch verdict {
        case .notBound: false
        case .excused: duty.kind.isHelp
        case .bound, .depends, .pledged: true
        }
    }
}

extension [Answer] {
    /// By strength of the verdict, kind of duty, state, treaty, article: the same for the same answers in any order.
    fileprivate mutating func sort() {
        sort { $0.rank < $1.rank }
    }
}

extension Answer {
    private static let verdicts = Dictionary(uniqueKeysWithValues: Verdict.allCases.enumerated().map { ($1, $0) })
    private static let kinds = Dictionary(uniqueKeysWithValues: DutyKind.allCases.enumerated().map { ($1, $0) })

    fileprivate var rank: (Int, Int, String, String, String) {
        (Answer.verdicts[verdict]! * 16 + Answer.kinds[duty.kind]!, 0, state, treaty.id, duty.article ?? "")
    }
}
