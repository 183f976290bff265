import CasusCore
import Foundation
import Tables
import Treaties

/// Checks the files of `Data/` and writes the compact form that is embedded in the program.
@main
enum Main {
    static func main() {
        do throws(Problem) {
            let options = try Options(CommandLine.arguments.dropFirst())
            var draft = Draft()
            var problems = draft.read(folder: options.data)
            problems += draft.problems()
            if problems.isEmpty { problems += treatyProblems(Tables(draft), in: options.data) }
            for problem in problems { print(problem) }
            if !problems.isEmpty {
                throw Problem(.data, "\(problems.count) problem\(problems.count == 1 ? "" : "s") in the data", at: options.data)
            }
            if options.checkOnly { return }
            try write(draft.compiled(), to: options.out + "/knowledge.bin")
            try write(TreatyFolder.compiled(options.data + "/treaties"), to: options.out + "/treaties.bin")
        } catch {
            FileHandle.standardError.write(Data("compile-data: \(error)\n".utf8))
            exit(error.kind.exitStatus)
        }
    }

    /// What is wrong in the treaty files.
    private static func treatyProblems(_ tables: Tables, in data: String) -> [Problem] {
        let (treaties, problems) = TreatyFolder.read(data + "/treaties")
        do throws(Problem) {
            let book = try TreatyBook(treaties.map(\.treaty), tables: tables)
            let paths = Dictionary(treaties.map { ($0.treaty.id, $0.path) }) { $1 }
            let states = Set(tables.rows(of: .states).map { $0["code"] })
            return problems + book.problems(states: states) { paths[$0.id] ?? $0.id }
        } catch {
            return problems + [error]
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            throw Problem(.storage, "cannot be written", at: path, mend: "run it from the package's folder, or give --out DIR")
        }
    }
}

struct Options {
    var checkOnly = false
    var data = "Data"
    /// A folder.
    var out = "Sources/CKnowledge"

    init(_ arguments: some Sequence<String>) throws(Problem) {
        let usage = "usage: compile-data [--check] [--data DIR] [--out DIR]"
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--check": checkOnly = true
            case "--data", "--out":
                guard let value = rest.popFirst() else { throw Problem(.usage, "\(argument) without a value", mend: usage) }
                if argument == "--data" { data = value } else { out = value }
            default: throw Problem(.usage, "unknown argument \(argument)", mend: usage)
            }
        }
    }
}
