import Answers
import Casus
import CasusCore
import Foundation
import Treaties
import WhosWho

/// `casus pacts`: the treaties themselves.
enum PactsCommand {
    static let verb = Verb(
        name: "pacts", words: "[STATE...] | show ID | check [FILE|DIR...] | changed FROM..TO",
        summary: "The treaties of states on a day; one treaty in full; a check of treaty files; what changed.",
        rules: [
            AnswerFormat.flag.rule, AnswerFormat.on.rule, LedgerFlags.optional.rule, ScenarioCommand.source.rule, OverlayFolder.flag.rule,
            AnswerFormat.exitStatus.rule,
        ]
    ) { parsed, console throws(Problem) in
        if parsed.words.first == "check" { return try check(Array(parsed.words.dropFirst()), parsed, on: &console) }
        let commitments = try Commitments(overlay: OverlayFolder.named(parsed, console)).asked(parsed, console)
        let gazetteer = Gazetteer(who: commitments.who, book: commitments.book)
        let day = gazetteer.today(parsed[AnswerFormat.on]).day
        switch parsed.words.first {
        case let word?
        where meant(by: word, among: ["show", "check", "changed"]) != nil && !["show", "changed"].contains(word)
            && !gazetteer.isState(word, on: day):
            throw Problem(
                .usage, "no such state", at: word,
                mend: meant(by: word, among: ["show", "check", "changed"]).map { "did you mean casus pacts \($0)?" })
        case "show": return try show(parsed, on: day, gazetteer, &console)
        case "changed": return try changed(parsed, gazetteer, &console)
        default:
            try gazetteer.covered(day)
            var states: [String] = []
            for word in parsed.words {
                let state = try gazetteer.state(word, on: day)
                if states.contains(state) { throw Problem(.usage, "is named twice", at: word, mend: "name each state once") }
                states.append(state)
            }
            let answer = PactsAnswer(states: states, on: day, gazetteer: gazetteer) { commitments.codes(of: $0) }
            return console.print(answer, parsed)
        }
    }

    private static func show(_ parsed: Parsed, on day: Day, _ gazetteer: Gazetteer, _ console: inout Console) throws(Problem) -> Int32 {
        guard parsed.words.count == 2 else {
            throw Problem(.usage, "show which treaty?", mend: "write casus pacts show north-atlantic-1949")
        }
        let answer = try TreatyAnswer(parsed.words[1], on: day, gazetteer: gazetteer)
        switch parsed[AnswerFormat.flag] ?? .words {
        case .words: console.output.write(answer.words(console.style(parsed)))
        case .json, .ndjson: console.write { answer.write(to: &$0) }
        default: throw Problem(.usage, "one treaty is no table", at: "--format", mend: "give words or json")
        }
        return 0
    }

    private static func changed(_ parsed: Parsed, _ gazetteer: Gazetteer, _ console: inout Console) throws(Problem) -> Int32 {
        let form = "write casus pacts changed 2024-01-01..2024-12-31"
        guard parsed.words.count == 2 else { throw Problem(.usage, "changed when?", mend: form) }
        let ends = parsed.words[1].components(separatedBy: "..")
        guard ends.count == 2, let first = EDTF(ends[0])?.earliest, let last = EDTF(ends[1])?.latest,
            first <= last
        else { throw Problem(.usage, "is no time from one day to another", at: parsed.words[1], mend: form) }
        try gazetteer.covered(first)
        try gazetteer.covered(last)
        let answer = ChangesAnswer(in: first...last, gazetteer: gazetteer)
        return console.print(answer, parsed)
    }

    /// Checks files against the form, the codes that there are, and one another; one line a fault.
    private static func check(_ paths: [String], _ parsed: Parsed, on console: inout Console) throws(Problem) -> Int32 {
        let unsaid = [
            AnswerFormat.flag.rule.name, AnswerFormat.on.rule.name, LedgerFlags.optional.rule.name, ScenarioCommand.source.rule.name,
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
