import CasusCore
package import Pacts
import Treaties

/// The answers of an act, sorted as people want them told.
extension ScenarioAnswer {
    /// Answers of one kind: those with the same duty and the same proof stand together.
    package struct Section {
        package var heading: String
        package var groups: [[Answer]]
    }

    /// Those bound first, then what depends, then lesser duties; none is empty.
    package func sections(ofAct number: Int) -> [Section] {
        let act = outcome.acts[number]
        let answers = outcome.answers.filter { $0.act == number }
        let help = answers.filter(\.duty.kind.isHelp)
        let helpers = Set(help.filter { $0.verdict == .bound }.map { $0.state + $0.treaty.id })
        let others = answers.filter { !$0.duty.kind.isHelp && !helpers.contains($0.state + $0.treaty.id) }
        let toOther = help.filter { $0.to != act.victim }
        let toVictim = help.filter { $0.to == act.victim }
        let all: [(String, [Answer])] = [
            ("Bound to help", toVictim.filter { $0.verdict == .bound }),
            ("Depends", toVictim.filter { $0.verdict == .depends }),
            ("Pledged, not binding in law", toVictim.filter { $0.verdict == .pledged }),
            ("Excused", toVictim.filter { $0.verdict == .excused }),
            ("Bound to help the attacker", toOther.filter { $0.verdict == .bound }),
            ("Pledged to the attacker, not binding in law", toOther.filter { $0.verdict == .pledged }),
            ("Excused from helping the attacker", toOther.filter { $0.verdict == .excused }),
            ("Help to the attacker depends", toOther.filter { $0.verdict == .depends }),
            ("Only to consult", others.filter { $0.duty.kind == .consultation && $0.treaty.force.binds }),
            ("To consult, not binding in law", others.filter { $0.duty.kind == .consultation && !$0.treaty.force.binds }),
            ("Only neutrality", others.filter { $0.duty.kind == .neutrality }),
            ("Other duties", others.filter { $0.duty.kind != .consultation && $0.duty.kind != .neutrality }),
        ]
        return all.filter { !$0.1.isEmpty }.map { Section(heading: $0, groups: Group.all($1, key: { key($0) })) }
    }

    /// "In short: bound to help Estonia: 35 states; depends: Cuba."
    package func summary(ofAct number: Int) -> String {
        let act = outcome.acts[number]
        let victim = gazetteer.named(act.victim, on: act.on)
        let all = outcome.answers.filter { $0.act == number && $0.duty.kind.isHelp }
        let (help, toOther) = (all.filter { $0.to == act.victim }, all.filter { $0.to != act.victim })
        var told: Set<String> = []
        var parts: [String] = []
        for (verdict, words) in [
            (Verdict.bound, "bound to help \(victim)"), (.depends, "depends"), (.pledged, "pledged"), (.excused, "excused"),
        ] {
            let answers = help.filter { $0.verdict == verdict && !told.contains($0.state) }
            if answers.isEmpty { continue }
            told.formUnion(answers.map(\.state))
            parts.append("\(words): " + names(answers))
        }
        if !help.contains(where: \.isLiveHelp) { parts.insert("no duty to help \(victim) is due", at: 0) }
        for group in Group.all(toOther.filter { $0.verdict == .bound }, key: \.to) {
            parts.append("bound to help \(gazetteer.named(group[0].to, on: act.on)), the attacker: " + names(group))
        }
        return "In short: " + parts.joined(separator: "; ") + "."
    }

    /// The states of answers, or how many there are.
    private func names(_ answers: [Answer]) -> String {
        let states = Set(answers.map { gazetteer.name($0.state, on: outcome.acts[$0.act].on) }).sorted()
        return states.count > 8 ? "\(states.count) states" : states.joined(separator: ", ")
    }

    /// "Latvia, Lithuania and Poland", of more than three with their number before.
    package func listed(_ group: [Answer]) -> String {
        let first = group[0]
        let act = outcome.acts[first.act]
        let states = group.map { gazetteer.name($0.state, on: act.on) }.sorted()
        return (states.count > 3 ? "\(states.count) states: " : "") + states.joined(separator: ", ")
            + (first.to == act.victim ? "" : ", to \(gazetteer.named(first.to, on: act.on))")
    }

    /// What answers must share to be told together.
    private func key(_ answer: Answer) -> String {
        let own = answer.proof.filter { $0.holds != .yes }.map { words(answer).detail($0) }
        return [answer.treaty.id, answer.duty.article ?? "", answer.duty.gist, answer.to].joined(separator: "|")
            + own.joined(separator: "|")
    }

    /// States that owe no help, those with the same reason together: common mistakes first. Those of the attacker's own pacts stand apart,
    /// by treaty: all have one reason.
    package func misses(ofAct number: Int) -> (own: [[Miss]], attackersAllies: [[Miss]]) {
        let misses = outcome.misses.filter { $0.act == number }
        let own = misses.filter { !$0.isAttackersAlly }.sorted { $0.weight < $1.weight }
        return (Group.all(own, key: { why($0) }), Group.all(misses.filter(\.isAttackersAlly), key: { $0.treaty.id }))
    }

    /// What many states share stands together.
    package func conflicts(ofAct number: Int) -> [[Conflict]] {
        Group.all(outcome.conflicts.filter { $0.act == number }, key: { "\($0.kind) \($0.towards) \($0.bonds.map(\.treaty.id))" })
    }
}
