import Casus
import CasusCore
import FoundationEssentials
import Intake
import Language

/// `casus parse`: sentences, tags and trees in CoNLL-U, of a text or of words that are given.
enum ParseCommand {
    static let goldTokens = Flag(
        switch: "gold-tokens", help: "the files are CoNLL-U: keep their sentences and words, and make tags, lemmas, features and trees anew"
    )

    static let verb = Verb(
        name: "parse", words: "FILE|DIR|-...", summary: "Prints the sentences, tags and trees of documents in CoNLL-U.",
        rules: [goldTokens.rule, ReadCommand.jobs.rule, ReadCommand.encoding.rule]
    ) { parsed, console throws(Problem) in
        if parsed.words.isEmpty { throw Problem(.usage, "nothing to parse", mend: "give a file, a folder, or - for standard input") }
        let jobs = parsed[ReadCommand.jobs] ?? ProcessInfo.processInfo.activeProcessorCount
        let trees = TreeMaker(model: try .embedded())
        if parsed.has(goldTokens) {
            if parsed.has(ReadCommand.encoding.rule.name) {
                throw Problem(.usage, "says nothing to --gold-tokens", at: "--encoding", mend: "leave it out: CoNLL-U is UTF-8")
            }
            return await given(parsed.words, jobs: jobs, trees, on: &console)
        }
        let settings = Documents.Settings(encoding: parsed[ReadCommand.encoding] ?? .utf8)
        return await read(parsed.words, settings, jobs: jobs, trees, on: &console)
    }

    /// Documents, each as one block of sentences.
    private static func read(
        _ words: [String], _ settings: Documents.Settings, jobs: Int, _ trees: TreeMaker, on console: inout Console
    ) async -> Int32 {
        var documents = Documents(words, settings: settings, standardInput: console.input)
        var done = 0
        var status: Int32 = 0
        await inOrder(jobs: jobs) { () -> (Document, String)? in
            while let arrival = documents.next() {
                switch arrival {
                case .document(let document, let place): return (document, place)
                case .problem(let problem):
                    console.say(problem.description)
                    status = problem.kind.exitStatus
                case .note(let note): console.say("note: " + note)
                }
            }
            return nil
        } work: { document, place in
            trees.conllu(of: document, name: document.id ?? name(of: place, under: words))
        } give: { bytes in
            done += 1
            console.output.write(bytes)
            console.progress(counted(done, "document"))
            return console.output.isOpen
        }
        console.progress("")
        return status
    }

    /// The name of a document that has none of its own: its file's, with the folders between it and the folder that was given.
    private static func name(of place: String, under words: [String]) -> String {
        if place == "standard input" { return "stdin" }
        for word in words {
            let folder = word.hasSuffix("/") ? word : word + "/"
            if place.hasPrefix(folder) { return String(place.dropFirst(folder.count)) }
        }
        return place.split(separator: "/").last.map(String.init) ?? place
    }

    /// The words of CoNLL-U files.
    private static func given(_ words: [String], jobs: Int, _ trees: TreeMaker, on console: inout Console) async -> Int32 {
        var batches = ConlluBatches(words, standardInput: console.input)
        var done = 0
        var status: Int32 = 0
        await inOrder(jobs: jobs) { () -> [ConlluSentence]? in
            while let arrival = batches.next() {
                switch arrival {
                case .sentences(let sentences): return sentences
                case .problem(let problem):
                    console.say(problem.description)
                    status = problem.kind.exitStatus
                }
            }
            return nil
        } work: { sentences in
            (sentences.count, trees.annotated(sentences))
        } give: { count, bytes in
            done += count
            console.output.write(bytes)
            console.progress(counted(done, "sentence"))
            return console.output.isOpen
        }
        console.progress("")
        return status
    }
}
