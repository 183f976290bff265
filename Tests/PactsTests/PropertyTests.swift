import Answers
import Casus
import CasusCore
import Pacts
import Testing
import Treaties
import WhosWho

/// What must hold of every scenario, on random ones. The generator is seeded, so a failure comes again.
struct PropertyTests {
    let commitments = Case.commitments
    static let days = ["1890-05-01", "1914-08-01", "1939-09-01", "1941-07-13", "1956-10-31", "1990-08-02", "2016-01-01", "2025-03-01"].map {
        Day(iso: $0)!
    }

    func states(on day: Day) -> [String] { commitments.who.states.filter { $0.exists(on: day) }.map(\.code) }

    func randomActs(_ count: Int, on day: Day, using generator: inout SplitMix64) -> [Act] {
        let states = states(on: day)
        let kinds: [Act.Kind] = [.attack, .attack, .attack, .war, .threat, .blockade, .subversion, .mobilisation, .help, .peace]
        var acts: [Act] = []
        while acts.count < count {
            let (a, b) = (states.randomElement(using: &generator)!, states.randomElement(using: &generator)!)
            if a == b { continue }
            let kind = kinds.randomElement(using: &generator)!
            let helped = kind == .help ? states.filter { $0 != a && $0 != b }.randomElement(using: &generator) : nil
            acts.append(Act(kind, by: [.state(a)], against: b, on: day.adding(days: acts.count), helps: helped))
        }
        return acts
    }

    @Test func theOrderOfFilesAndPartiesChangesNothing() {
        var generator = SplitMix64(seed: 1)
        let shuffled = commitments.book.treaties.shuffled(using: &generator).map { treaty in
            var treaty = treaty
            treaty.parties.shuffle(using: &generator)
            return treaty
        }
        let other = TreatyBook(
            shuffled, atlas: commitments.book.atlas, conditions: commitments.book.conditions, coverage: commitments.book.coverage)
        for day in Self.days {
            for act in randomActs(40, on: day, using: &generator) {
                let scenario = Scenario(acts: [act])
                #expect(signature(scenario.outcome(in: commitments.book)) == signature(scenario.outcome(in: other)))
            }
        }
    }

    /// Duties of one kind to one state, in the order shown.
    private func signature(_ outcome: Outcome) -> [String] {
        outcome.answers.map { "\($0.verdict) \($0.duty.kind) \($0.treaty.id) \($0.duty.article ?? "") \($0.state) \($0.dependsOn)" }
            + outcome.misses.map { "\($0.state)" }
            + outcome.conflicts.map { "\($0.kind) \($0.state) \($0.towards) \($0.bonds.map(\.treaty.id))" }
    }

    @Test func aFactChangesOnlyWhatNamesIt() {
        var generator = SplitMix64(seed: 2)
        let known = commitments.book.conditions.names
        for day in Self.days {
            for act in randomActs(60, on: day, using: &generator) {
                let plain = Scenario(acts: [act]).outcome(in: commitments.book)
                let name = known.randomElement(using: &generator)!
                let value = [Truth.yes, .no].randomElement(using: &generator)!
                var with = act
                with.facts.set(name, value)
                let told = Scenario(acts: [with]).outcome(in: commitments.book)
                let after = Dictionary(told.answers.map { (key($0), $0.verdict) }) { first, _ in first }
                for answer in plain.answers where answer.verdict == .bound && after[key(answer)] != .bound {
                    #expect(names(answer).contains(name), "\(name)=\(value) changed \(key(answer))")
                }
            }
        }
    }

    private func key(_ answer: Answer) -> String {
        "\(answer.state) \(answer.to) \(answer.treaty.id) \(answer.duty.article ?? "") \(answer.duty.gist)"
    }

    /// The facts that a duty asks about.
    private func names(_ answer: Answer) -> Set<String> {
        var names = Set((answer.duty.trigger?.conditions ?? []).map(\.name) + answer.duty.exceptions.compactMap { $0.condition?.name })
        if answer.duty.isConstitutional { names.insert("constitutional-process") }
        return names
    }

    @Test func everySourceOfEveryProofResolves() {
        var generator = SplitMix64(seed: 3)
        let gazetteer = Case.gazetteer
        for day in Self.days {
            let outcome = Scenario(acts: randomActs(12, on: day, using: &generator)).outcome(in: commitments.book)
            let answer = ScenarioAnswer(outcome, gazetteer: gazetteer)
            for reference in answer.references {
                #expect(gazetteer.work(reference) != nil, "\(reference)")
            }
        }
    }

    @Test func verdictsAreWhatTheirProofsSay() {
        var generator = SplitMix64(seed: 4)
        for day in Self.days {
            let outcome = Scenario(acts: randomActs(12, on: day, using: &generator)).outcome(in: commitments.book)
            for answer in outcome.answers {
                switch answer.proof.map(\.holds).all {
                case .yes: #expect(answer.verdict == (answer.treaty.force.binds ? .bound : .pledged))
                case .unknown:
                    #expect(answer.verdict == (answer.treaty.force.binds ? .depends : .pledged))
                    #expect(!answer.dependsOn.isEmpty)
                case .no:
                    #expect(answer.verdict == .excused)
                    #expect(!answer.failures.contains { !$0.excuses })
                }
            }
            // Nobody is both: a state that owes help, or is freed from it, is not told not to be bound.
            for (index, act) in outcome.acts.enumerated() {
                let owing = Set(outcome.answers.filter { $0.act == index && $0.duty.kind.isHelp && $0.to == act.victim }.map(\.state))
                #expect(owing.isDisjoint(with: outcome.misses.filter { $0.act == index }.map(\.state)))
            }
        }
    }

    @Test func consultationIsNeverHelp() {
        var generator = SplitMix64(seed: 5)
        let consultOnly = commitments.book.treaties.filter { treaty in treaty.duties.allSatisfy { !$0.kind.isHelp } }.map(\.id)
        #expect(consultOnly.count > 20)
        for day in Self.days {
            let outcome = Scenario(acts: randomActs(20, on: day, using: &generator)).outcome(in: commitments.book)
            #expect(!outcome.answers.contains { $0.duty.kind.isHelp && consultOnly.contains($0.treaty.id) })
        }
    }

    @Test(arguments: 0..<100)
    func everyWhatIfEnds(_ seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed) + 100)
        let day = Self.days.randomElement(using: &generator)!
        let acts = randomActs(Int.random(in: 1...4, using: &generator), on: day, using: &generator)
        let outcome = Scenario(acts: acts, escalates: true).outcome(in: commitments.book)
        // Each attacker strikes each state at most once beside what was given.
        let strikes = outcome.acts.filter(\.isEscalation).map { "\($0.attackingStates) \($0.victim)" }
        #expect(Set(strikes).count == strikes.count)
        #expect(outcome.acts.count <= acts.count + acts.count * commitments.who.states.count)
    }
}
