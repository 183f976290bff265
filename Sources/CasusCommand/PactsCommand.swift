import Answers
import Casus
import CasusCore
import Treaties
import WhosWho

/// `casus pacts`: the treaties themselves.
enum PactsCommand {
    /// The questions behind the verb; `show` and `changed` are told by the word that follows it.
    static let asks: [Inquiry] = [.pacts, .treaty, .changes]

    static let verb = Verb(
        name: Inquiry.pacts.name, words: "[STATE...] | show ID | check [FILE|DIR...] | changed FROM..TO",
        summary: "The treaties of states on a day; one treaty in full; a check of treaty files; what changed.",
        rules: Verb.rules(
            of: asks,
            and: [AnswerFormat.flag.rule, LedgerFlags.optional.rule, OverlayFolder.flag.rule, AnswerFormat.exitStatus.rule],
            order: ["format", "on", "ledger", "source", "data", "exit-status"])
    ) { parsed, console throws(Problem) in
        if parsed.words.first == "check" { return try check(Array(parsed.words.dropFirst()), parsed, on: &console) }
        let inquiry = asks.first { $0.name == Inquiry.pacts.name + " " + (parsed.words.first ?? "") } ?? .pacts
        var asked = try parsed.asked(asks.parameters)
        let desk = try Desk(forTreaties: asked, parsed, console)
        if inquiry.name != Inquiry.pacts.name { asked.words.removeFirst() } else { try misspelt(asked, desk) }
        let answer = try inquiry.answer(asked, at: desk)
        if inquiry.name == Inquiry.treaty.name, let format = parsed[AnswerFormat.flag], ![.words, .json, .ndjson].contains(format) {
            throw Problem(.usage, "one treaty is no table", at: "--format", mend: "give words or json")
        }
        return console.print(answer, parsed)
    }

    /// Finds a word that is probably meant for a part of the verb.
    private static func misspelt(_ asked: Asked, _ desk: Desk) throws(Problem) {
        guard let word = asked.words.first, let part = meant(by: word, among: ["show", "check", "changed"]) else { return }
        let gazetteer = try desk.treaties(asked)
        if gazetteer.isState(word, on: gazetteer.day(asked.on, at: desk).day) { return }
        throw Problem(.usage, "no such state", at: word, mend: "did you mean casus pacts \(part)?")
    }

    /// Checks files against the form, the codes that there are, and one another; one line a fault.
    private static func check(_ paths: [String], _ parsed: Parsed, on console: inout Console) throws(Problem) -> Int32 {
        let unsaid = [
            AnswerFormat.flag.rule.name, Parameter.dayAsked.name, LedgerFlags.optional.rule.name, Parameter.treaties.name,
        ]
        if let flag = unsaid.first(where: parsed.has) {
            throw Problem(.usage, "says nothing to a check", at: "--" + flag, mend: "leave it out")
        }
        let folder = OverlayFolder.named(parsed, console)
        let given = paths.isEmpty ? folder.map { [$0 + "/treaties"] } ?? [] : paths
        // Only the geography and the conditions of the folder are laid over ours: its treaties are what is checked.
        let commitments = try Commitments(overlay: folder, withTreaties: false)
        var files: [(treaty: Treaty, path: String)] = []
        var problems: [Problem] = []
        for path in given {
            if path.isEmpty { throw Problem(.usage, "a file without a name", mend: "give a file or a folder") }
            let read = TreatyFolder.read(path)
            files += read.treaties
            problems += read.problems
        }
        if !given.isEmpty, files.isEmpty, problems.isEmpty {
            throw Problem(.input, "no treaty files", at: given.joined(separator: " "), mend: "check the path")
        }
        problems += faults(of: files, beside: commitments, all: given.isEmpty)
        for problem in problems { console.say(problem.description) }
        let count = given.isEmpty ? commitments.book.treaties.count : files.count
        if problems.isEmpty { console.output.write("\(count) treat\(count == 1 ? "y" : "ies"), no problems\n") }
        return problems.first?.kind.exitStatus ?? 0
    }

    /// Each file is checked beside the others and the treaties of the program, so that links resolve; without files, those themselves.
    private static func faults(of files: [(treaty: Treaty, path: String)], beside commitments: Commitments, all: Bool) -> [Problem] {
        let states = Set(commitments.who.states.map(\.code))
        if all { return commitments.book.problems(states: states) { $0.id } }
        var problems: [Problem] = []
        let book = commitments.book.adding(files.map(\.treaty))
        for (number, file) in files.enumerated() {
            if let twin = files[..<number].first(where: { $0.treaty.id == file.treaty.id }) {
                problems.append(Problem(.data, "id: \(file.treaty.id) is that of \(twin.path) too", at: file.path, mend: "give it another"))
            }
            problems += book.adding([file.treaty]).problems(of: file.treaty, states: states, place: file.path)
        }
        let paths = Dictionary(files.map { ($0.treaty.id, $0.path) }) { $1 }
        return problems + book.cycles { paths[$0.id] ?? $0.id }.filter { problem in paths.values.contains { $0 == problem.place } }
    }
}
