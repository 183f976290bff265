import Casus
import CasusCore
import Intake

/// `casus parse`: the trees of a text, for checking the language layer.
enum ParseCommand {
    static let verb = Verb(
        name: "parse", words: "FILE|DIR|-...", summary: "Prints the sentences, tags and trees of documents in CoNLL-U.",
        rules: [ReadCommand.encoding.rule]
    ) { parsed, console throws(Problem) in
        if parsed.words.isEmpty { throw Problem(.usage, "nothing to parse", mend: "give a file, a folder, or - for standard input") }
        let knowledge = try Knowledge()
        var documents = Documents(
            parsed.words, settings: Documents.Settings(encoding: parsed[ReadCommand.encoding] ?? .utf8, published: nil, publisher: nil),
            standardInput: console.input)
        var status: Int32 = 0
        while let arrival = documents.next() {
            switch arrival {
            case .document(let document, _): console.output.write(knowledge.trees(of: document))
            case .problem(let problem):
                console.say(problem.description)
                status = problem.kind.exitStatus
            case .note(let note): console.say("note: " + note)
            }
        }
        return status
    }
}
