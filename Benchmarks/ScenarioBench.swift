import Casus
import CasusCore
import Foundation
import Pacts
import Treaties
import WhosWho

/// `bench scenarios [--on DATE]`: one attack for each ordered pair of states of a day, one scenario each, on one thread.
///
/// Every answer is evaluated with its proof, every state that is not bound with its reason, and every conflict; nothing is printed of them but
/// counts. Opening what Casus knows of treaties is told apart.
enum ScenarioBench {
    static func run(_ arguments: [String]) throws {
        var day = Day(iso: "2025-01-01")!
        if let flag = arguments.firstIndex(of: "--on"), flag + 1 < arguments.count, let given = Day(iso: arguments[flag + 1]) {
            day = given
        }
        let clock = ContinuousClock()
        let began = clock.now
        let commitments = try Commitments()
        let opened = clock.now
        let states = commitments.who.states.filter { $0.exists(on: day) }.map(\.code)
        let bonds = Bonds(commitments.book, on: day)
        let ready = clock.now
        var tally: [Verdict: Int] = [:]
        var (scenarios, answers, misses, conflicts, steps) = (0, 0, 0, 0, 0)
        for attacker in states {
            for victim in states where victim != attacker {
                let act = Act(by: [.state(attacker)], against: victim, on: day)
                let outcome = Scenario(acts: [act]).outcome { _ in bonds }
                scenarios += 1
                answers += outcome.answers.count
                misses += outcome.misses.count
                conflicts += outcome.conflicts.count
                for verdict in Verdict.allCases { tally[verdict, default: 0] += outcome.answers.count { $0.verdict == verdict } }
                steps += outcome.answers.first?.proof.count ?? 0
            }
        }
        let done = clock.now
        print("\(commitments.book.treaties.count) instruments, \(states.count) states on \(day), \(scenarios) scenarios")
        print("opening: \(milliseconds(began, opened)) ms; the day's duties: \(milliseconds(opened, ready)) ms")
        print(
            "all pairs: \(milliseconds(ready, done)) ms on one thread, \(milliseconds(ready, done, by: scenarios, scale: 1000)) µs a scenario"
        )
        let verdicts = Verdict.allCases.filter { $0 != .notBound }.map { "\($0.rawValue) \(tally[$0] ?? 0)" }
        print(
            "\(answers) answers (\(verdicts.joined(separator: ", "))), \(misses) not bound, \(conflicts) conflicts, \(steps) steps of first proofs"
        )
    }

    private static func milliseconds(
        _ from: ContinuousClock.Instant, _ to: ContinuousClock.Instant, by count: Int = 1, scale: Double = 1
    ) -> String {
        String(format: "%.1f", (to - from) / .milliseconds(1) / Double(count) * scale)
    }
}
