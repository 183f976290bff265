package import CasusCore
package import Pacts
package import Treaties
import WhosWho

/// The answer to "who is bound?": what follows from a scenario, ready to be told in words, as rows, or in JSON.
package struct ScenarioAnswer: AnswerForms {
    package let outcome: Outcome
    package let gazetteer: Gazetteer
    package private(set) var notes: [String] = []

    package init(_ outcome: Outcome, gazetteer: Gazetteer) {
        // A state that is no more, or not yet, cannot be taken to be bound.
        var outcome = outcome
        outcome.misses.removeAll { miss in gazetteer.who.state(miss.state)?.exists(on: outcome.acts[miss.act].on) == false }
        (self.outcome, self.gazetteer) = (outcome, gazetteer)
    }

    /// Asks who is bound if a state is attacked, where one is; else after the acts that the words tell of.
    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let gazetteer = try desk.treaties(asked)
        let today = gazetteer.day(asked.on, at: desk)
        var facts = Facts()
        for text in asked.facts {
            let (key, value) = try gazetteer.fact(text)
            facts.set(key, value)
        }
        let text = ScenarioText(gazetteer: gazetteer, day: today.day, isDayAssumed: today.isAssumed, facts: facts)
        let acts: [Act]
        if let victim = asked.attacked {
            acts = try text.attack(on: victim, by: asked.by, at: asked.at)
        } else {
            acts = try text.acts(asked.words.joined(separator: "; "))
        }
        let scenario = Scenario(acts: acts, escalates: asked.escalates)
        self.init(scenario.outcome(in: gazetteer.book), gazetteer: gazetteer)
        for key in facts.keys where !scenario.heeds(key, in: gazetteer.book, outcome: outcome) {
            notes.append("the fact \(key) changes nothing here")
        }
    }

    /// Whether somebody owes something.
    package var isEmpty: Bool { outcome.answers.isEmpty }

    package func words(_ answer: Answer) -> CheckWords {
        CheckWords(
            gazetteer: gazetteer, act: outcome.acts[answer.act], treaty: answer.treaty, duty: answer.duty, debtor: answer.state,
            creditor: answer.to)
    }

    /// Why a state owes no help, in one sentence.
    package func why(_ miss: Miss) -> String {
        let act = outcome.acts[miss.act]
        let to = gazetteer.named(miss.to, on: act.on)
        switch miss.reason {
        case .failed(let answer):
            let words = words(answer)
            let failures = answer.failures
            let reasons = failures.map { words.detail($0) }
            return cite(answer.treaty, answer.duty) + ": " + reasons.joined(separator: "; ")
        case .lesser(let answer):
            let promise =
                switch answer.duty.kind {
                case .consultation: "promises to consult, not to help"
                case .neutrality: "promises neutrality, not help"
                default: "promises \(answer.duty.kind.rawValue), not help in a war"
                }
            return cite(answer.treaty, answer.duty) + " " + promise
        case .assumed(let mistake):
            // The name of the instrument says something only of those who stand in it.
            let isIn = mistake.treaty.concerns(miss.state, on: act.on)
            return (isIn ? mistake.treaty.title + ": " : "") + mistake.assumption.why
        case .outOfForce(let dormant):
            let whose = dormant.whose.map { gazetteer.named($0, on: act.on) + " " } ?? ""
            return cite(dormant.treaty, dormant.duty) + ": " + whose + dormant.standing.words(signed: dormant.treaty.signed)
        case .attackersAlly(let bond, let ally):
            let name = gazetteer.named(ally, on: act.on)
            return cite(bond.treaty, bond.duty) + ": due only where \(name) is attacked, and here it attacks \(to)"
        }
    }

    package func cite(_ treaty: Treaty, _ duty: Duty) -> String {
        guard let article = duty.article else { return treaty.title }
        // "article 5", "article IV"; but "secret protocol" by itself.
        let first = article.prefix { $0 != " " && $0 != "(" && $0 != "," && $0 != "-" }
        let isNumber = first.first?.isNumber == true || first.allSatisfy { "IVXLC".contains($0) }
        return treaty.title + (isNumber ? ", article " : ", ") + article
    }

    package func why(_ conflict: Conflict) -> String {
        let text = words(conflict)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func words(_ conflict: Conflict) -> String {
        let act = outcome.acts[conflict.act]
        let (state, towards) = (gazetteer.named(conflict.state, on: act.on), gazetteer.named(conflict.towards, on: act.on))
        let cites = conflict.bonds.map { cite($0.treaty, $0.duty) }
        switch conflict.kind {
        case .bothSides:
            return "\(state) has promised help to the attacked (\(cites[0])) and, where it is attacked, to \(towards) (\(cites[1]))"
        case .nonaggression:
            let promise = conflict.bonds.last.map { " (\($0.duty.gist))" } ?? ""
            if cites.count == 1 { return "\(state) fights \(towards), to which it is bound by \(cites[0])\(promise)" }
            return
                "\(state) \(conflict.isCertain ? "owes" : "may owe") help against \(towards) (\(cites[0])), to which it is bound by \(cites[1])\(promise)"
        case .fellowMembers:
            return "\(state) and \(towards) stand in one pact\(conflict.isCertain ? "" : ", if it holds between them") (\(cites[0]))"
        case .breach:
            let isCertain = conflict.isCertain ? "" : ", if it holds,"
            return "\(state)\(isCertain) breaks its promise to \(towards) (\(cites[0]): \(conflict.bonds[0].duty.gist))"
        }
    }
}
