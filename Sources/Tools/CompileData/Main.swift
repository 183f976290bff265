import CasusCore
import Foundation
import Tables

/// Checks the files of `Data/` and writes the compact form that is embedded in the program.
@main
enum Main {
    static func main() {
        do throws(Problem) {
            let options = try Options(CommandLine.arguments.dropFirst())
            var draft = Draft()
            var problems = draft.read(folder: options.data)
            problems += draft.problems()
            for problem in problems { print(problem) }
            if !problems.isEmpty {
                throw Problem(.data, "\(problems.count) problem\(problems.count == 1 ? "" : "s") in the data", at: options.data)
            }
            if options.checkOnly { return }
            try write(draft.compiled(), to: options.out)
        } catch {
            FileHandle.standardError.write(Data("compile-data: \(error)\n".utf8))
            exit(error.kind.exitStatus)
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            throw Problem(.storage, "cannot be written", at: path, mend: "run it from the package's folder, or give --out FILE")
        }
    }
}

struct Options {
    var checkOnly = false
    var data = "Data"
    var out = "Sources/CKnowledge/knowledge.bin"

    init(_ arguments: some Sequence<String>) throws(Problem) {
        let usage = "usage: compile-data [--check] [--data DIR] [--out FILE]"
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
