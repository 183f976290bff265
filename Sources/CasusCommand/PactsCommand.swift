import Answers
import Casus
import CasusCore
import Treaties
import WhosWho

/// `casus pacts`: the treaties themselves.
enum PactsCommand {
    static let verb = Verb(
        name: "pacts", words: "[STATE...] | show ID | check [FILE|DIR...] | changed FROM..TO",
        summary: "The treaties of states on a day; one treaty in full; a check of treaty files; what changed.",
        rules: [AnswerFormat.flag.rule, AnswerFormat.on.rule, AnswerFormat.data.rule, AnswerFormat.exitStatus.rule]
    ) { parsed, console throws(Problem) in
        if parsed.words.first == "check" { return try check(Array(parsed.words.dropFirst()), parsed, on: &console) }
        let commitments = try Commitments(overlay: parsed[AnswerFormat.data] ?? console.environment["CASUS_DATA"])
        let gazetteer = Gazetteer(who: commitments.who, book: commitments.book)
        let day = gazetteer.today(parsed[AnswerFormat.on]).day
        switch parsed.words.first {
        case "show": return try show(parsed, on: day, gazetteer, &console)
        case "changed": return try changed(parsed, gazetteer, &console)
        default:
            try gazetteer.covered(day)
            var states: [String] = []
            for word in parsed.words { states.append(try gazetteer.state(word, on: day)) }
            let answer = PactsAnswer(states: states, on: day, gazetteer: gazetteer) { commitments.codes(of: $0) }
            let style = console.style
            console.print(parsed[AnswerFormat.flag] ?? .words) {
                answer.words(style)
            } rows: {
                answer.rows
            } json: {
                answer.write(to: &$0)
            } lines: {
                answer.lines()
            }
            return answer.isEmpty && parsed.has(AnswerFormat.exitStatus) ? 1 : 0
        }
    }

    private static func show(_ parsed: Parsed, on day: Day, _ gazetteer: Gazetteer, _ console: inout Console) throws(Problem) -> Int32 {
        guard parsed.words.count == 2 else {
            throw Problem(.usage, "show which treaty?", mend: "write casus pacts show north-atlantic-1949")
        }
        let answer = try TreatyAnswer(parsed.words[1], on: day, gazetteer: gazetteer)
        let style = console.style
        let format = parsed[AnswerFormat.flag] ?? .words
        guard format == .words || format == .json || format == .ndjson else {
            throw Problem(.usage, "one treaty is no table", at: "--format", mend: "give words or json")
        }
        console.print(format) {
            answer.words(style)
        } rows: {
            Rows([])
        } json: {
            answer.write(to: &$0)
        } lines: {
            var json = JSONWriter()
            answer.write(to: &json)
            return json.string + "\n"
        }
        return 0
    }

    private static func changed(_ parsed: Parsed, _ gazetteer: Gazetteer, _ console: inout Console) throws(Problem) -> Int32 {
        let form = "write casus pacts changed 2024-01-01..2024-12-31"
        guard parsed.words.count == 2 else { throw Problem(.usage, "changed when?", mend: form) }
        let ends = parsed.words[1].split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard ends.count == 2, parsed.words[1].contains(".."), let first = EDTF(ends[0])?.earliest, let last = EDTF(ends[1])?.latest,
            first <= last
        else { throw Problem(.usage, "is no time from one day to another", at: parsed.words[1], mend: form) }
        let answer = ChangesAnswer(in: first...last, gazetteer: gazetteer)
        let style = console.style
        console.print(parsed[AnswerFormat.flag] ?? .words) {
            answer.words(style)
        } rows: {
            answer.rows
        } json: {
            answer.write(to: &$0)
        } lines: {
            answer.lines()
        }
        return answer.isEmpty && parsed.has(AnswerFormat.exitStatus) ? 1 : 0
    }

    /// Checks files against the form, the codes that there are, and one another; one line a fault.
    private static func check(_ paths: [String], _ parsed: Parsed, on console: inout Console) throws(Problem) -> Int32 {
        let commitments = try Commitments()
        var given = paths
        if let data = parsed[AnswerFormat.data] { given.append(data + "/treaties") }
        var files: [(treaty: Treaty, path: String)] = []
        var problems: [Problem] = []
        for path in given {
            let read = TreatyFolder.read(path)
            files += read.treaties
            problems += read.problems
        }
        // Files are checked beside the treaties of the program, so that links to them resolve; without any, those themselves.
        let paths = Dictionary(files.map { ($0.treaty.id, $0.path) }) { $1 }
        let book = commitments.book.adding(files.map(\.treaty))
        let found = book.problems(states: Set(commitments.who.states.map(\.code))) { paths[$0.id] ?? $0.id }
        problems += given.isEmpty ? found : found.filter { problem in paths.values.contains { problem.place == $0 } }
        for (first, second) in zip(files.dropLast(), files.dropFirst()) where first.treaty.id == second.treaty.id {
            problems.append(Problem(.data, "id: \(first.treaty.id) is that of \(first.path) too", at: second.path, mend: "give it another"))
        }
        for problem in problems { console.say(problem.description) }
        let count = given.isEmpty ? commitments.book.treaties.count : files.count
        if problems.isEmpty { console.output.write("\(count) treaties, no problems\n") }
        return problems.first?.kind.exitStatus ?? 0
    }
}
