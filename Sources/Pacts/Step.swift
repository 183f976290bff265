import CasusCore
import Treaties

/// One act, put to every duty that could be due.
struct Step {
    let index: Int
    let bonds: Bonds
    let entry: History.Entry
    let trigger: TriggerEvaluation

    struct Result {
        var act: Act
        var nature: Nature
        var isCertain: Bool
        var answers: [Answer]
        var misses: [Miss]
        var conflicts: [Conflict]
    }

    private var act: Act { entry.act }

    init(index: Int, bonds: Bonds, entry: History.Entry, before: History, following: ArraySlice<Act>) {
        (self.index, self.bonds, self.entry) = (index, bonds, entry)
        trigger = TriggerEvaluation(bonds: bonds, entry: entry, before: before, following: following)
    }

    func evaluated() -> Result {
        var all: [Answer] = []
        if act.kind != .peace {
            evaluate(creditor: act.victim, into: &all)
            for attacker in act.attackingStates { evaluate(creditor: attacker, into: &all) }
        }
        let shown = Step.ordered(all)
        var result = Result(
            act: act, nature: entry.nature, isCertain: entry.isCertain, answers: shown, misses: misses(all), conflicts: conflicts(all))
        if act.facts[.constitutionalProcess] == nil, shown.contains(where: { $0.bond.duty.isConstitutional }) {
            result.act.assumed.append(.constitutionalProcess)
        }
        return result
    }

    /// Puts the act to the duties owed to one state.
    private func evaluate(creditor: String, into answers: inout [Answer]) {
        let isVictim = creditor == act.victim
        // A state that fights the creditor is asked for no help to it.
        let enemies = enemies(of: creditor).compactMap { bonds.index($0) }
        for number in bonds.bonds(to: creditor) {
            let bond = bonds.bonds[number]
            guard let fires = bond.duty.trigger, isVictim ? fires.looksAtVictim : fires.looksAtAttacker else { continue }
            guard let owed = bond.creditors.first(where: { $0.state == creditor }) else { continue }
            let asked = trigger.checks(bond, creditor: creditor)
            let triggered = Steps(act.facts.isEmpty ? asked : asked.map(settled))
            let shared = settled(owed.steps)
            for debtor in bond.debtors where debtor.index != owed.index && !enemies.contains(debtor.index) {
                let own = debtor.isPlain && owed.legs.isEmpty ? settled(debtor.steps) : steps(bond, debtor, owed)
                answers.append(
                    Answer(act: index, bond: bond, debtor: debtor, creditor: owed, triggered: triggered, shared: shared, own: own))
            }
        }
    }

    /// Those who fight a state by the act, or did before it, or fight on its side already.
    func enemies(of state: String) -> [String] {
        (state == act.victim ? [] : [act.victim]) + act.attackingStates + trigger.before.opponents(of: state)
    }

    /// Steps with what the facts of the scenario settle of them; nil where there are no facts.
    private func settled(_ steps: Steps) -> Steps? {
        act.facts.isEmpty ? nil : Steps(steps.checks.map(settled))
    }

    private func settled(_ check: Check) -> Check {
        var settled = check
        if case .process = check.subject, let given = act.facts[.constitutionalProcess] {
            (settled.holds, settled.isAssumed) = (given, false)
            settled.asks = given == .unknown ? .constitutionalProcess : nil
        } else if check.holds == .unknown, let asks = check.asks, let given = act.facts[asks], given != .unknown {
            (settled.holds, settled.asks) = (given, nil)
        }
        return settled
    }

    /// The steps of a debtor with legs between the two and its own conditions.
    private func steps(_ bond: Bond, _ debtor: Bond.Seat, _ creditor: Bond.Seat) -> Steps {
        var checks = debtor.steps.checks
        checks += debtor.legs.filter { $0.with.contains(creditor.state) }.map {
            Check($0, of: debtor.state, in: bond.treaty, on: act.on)
        }
        checks += creditor.legs.filter { $0.with.contains(debtor.state) }.map {
            Check($0, of: creditor.state, in: bond.treaty, on: act.on)
        }
        for exception in debtor.conditions {
            guard let asked = exception.condition else { continue }
            let condition = trigger.check(asked, source: exception.source)
            checks.append(
                Check(
                    .exception(exception), condition.holds, asks: condition.asks, isAssumed: condition.isAssumed,
                    excuses: condition.excuses, source: exception.source))
        }
        return Steps(checks.map(settled))
    }

    /// What is shown, by strength of the verdict, then kind of duty, then treaty, article and state: the order in which bonds stand.
    private static func ordered(_ all: [Answer]) -> [Answer] {
        let kinds = DutyKind.allCases.count
        var counts = [Int](repeating: 0, count: Verdict.allCases.count * kinds + 1)
        func place(_ answer: Answer) -> Int { answer.verdict.place * kinds + answer.bond.kindPlace }
        var shown = 0
        for answer in all where answer.isShown {
            counts[place(answer) + 1] += 1
            shown += 1
        }
        for index in 1..<counts.count { counts[index] += counts[index - 1] }
        var order = [Int](repeating: 0, count: shown)
        for (number, answer) in all.enumerated() where answer.isShown {
            order[counts[place(answer)]] = number
            counts[place(answer)] += 1
        }
        return order.map { all[$0] }
    }
}

extension Verdict {
    /// From the strongest, 0.
    fileprivate var place: Int {
        switch self {
        case .bound: 0
        case .depends: 1
        case .pledged: 2
        case .excused: 3
        case .notBound: 4
        }
    }
}
