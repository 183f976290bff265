import Answers
import CasusCore

/// `casus bound`: who is bound if one state is attacked.
enum BoundCommand {
    static let attacked = Flag("attacked", value: "STATE", help: "the state that is attacked")
    static let by = Flag<String>(
        "by", value: "STATE", expects: "a state", repeats: true, help: "the attacker; a state outside every treaty unless given"
    ) { $0.isEmpty ? nil : $0 }
    static let at = Flag("at", value: "PLACE", help: "where; on its home territory unless given")

    static let verb = Verb(
        name: "bound", words: "--attacked STATE", summary: "Who is bound to help a state that is attacked, who is not, and why.",
        rules: [attacked.rule, by.rule, at.rule] + ScenarioCommand.shared
    ) { parsed, console throws(Problem) in
        if let word = parsed.words.first {
            throw Problem(.usage, "what is this word for?", at: word, mend: "write casus bound --attacked STATE --by STATE")
        }
        guard let victim = parsed[attacked] else {
            throw Problem(.usage, "who is attacked?", mend: "give --attacked STATE")
        }
        return try ScenarioCommand.run(parsed, on: &console) { text throws(Problem) in
            try text.attack(on: victim, by: parsed.all(by), at: parsed[at])
        }
    }
}
