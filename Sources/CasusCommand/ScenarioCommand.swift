import Answers
import Casus
import CasusCore
import Pacts
import Treaties

/// `casus scenario`: acts in order, and who is bound after each.
enum ScenarioCommand {
    static let fact = Flag<String>(
        "fact", value: "K=V", expects: "a fact, such as request=yes", repeats: true,
        help: "a condition that holds or does not: request=yes, unprovoked=no"
    ) { $0.isEmpty ? nil : $0 }
    static let escalate = Flag(switch: "escalate", help: "the attacker then strikes every helper that is bound, step by step")
    static let source = Flag<Source>("source", help: "whose record of treaties; curated, and with --ledger also the ledger's, unless given")

    enum Source: String, CaseIterable, Sendable { case curated, ledger }

    static let shared = [
        AnswerFormat.flag.rule, AnswerFormat.proof.rule, AnswerFormat.on.rule, fact.rule, source.rule, LedgerFlags.optional.rule,
        OverlayFolder.flag.rule,
        AnswerFormat.exitStatus.rule,
    ]

    static let verb = Verb(
        name: "scenario", words: "\"RUS attacks EST on 2025-03-01; ...\"",
        summary: "Who is bound to help, who only to consult, who is excused, and why, act by act.", rules: shared + [escalate.rule]
    ) { parsed, console throws(Problem) in
        if parsed.words.isEmpty { throw Problem(.usage, "no scenario", mend: "write \"RUS attacks EST on 2025-03-01\"") }
        return try run(parsed, on: &console) { text throws(Problem) in try text.acts(parsed.words.joined(separator: "; ")) }
    }

    /// - Parameter acts: the acts that the command line gives.
    static func run(
        _ parsed: Parsed, on console: inout Console, acts: (ScenarioText) throws(Problem) -> [Act]
    ) throws(Problem) -> Int32 {
        let commitments = try Commitments(overlay: OverlayFolder.named(parsed, console)).asked(parsed, console)
        let gazetteer = Gazetteer(who: commitments.who, book: commitments.book)
        let today = gazetteer.today(parsed[AnswerFormat.on])
        var facts = Facts()
        for text in parsed.all(fact) {
            let (key, value) = try gazetteer.fact(text)
            facts.set(key, value)
        }
        let text = ScenarioText(gazetteer: gazetteer, day: today.day, isDayAssumed: today.isAssumed, facts: facts)
        let scenario = Scenario(acts: try acts(text), escalates: parsed.has(escalate))
        let answer = ScenarioAnswer(scenario.outcome(in: commitments.book), gazetteer: gazetteer)
        for key in facts.keys where !scenario.heeds(key, in: commitments.book, outcome: answer.outcome) {
            console.say("note: the fact \(key) changes nothing here")
        }
        return console.print(answer, parsed)
    }
}

extension Gazetteer {
    /// The day asked about: the one given, else today, or the last day that the treaties cover.
    func today(_ given: Day?) -> (day: Day, isAssumed: Bool) {
        if let given { return (given, false) }
        return (min(Day.today(), book.coverage.upperBound), true)
    }
}
