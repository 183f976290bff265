import CasusCore
import Glibc

@main
enum Main {
    static func main() async {
        // A reader that goes away (`casus read x | head`) shall end us quietly, by an error of write(2).
        signal(SIGPIPE, SIG_IGN)
        var console = Console.standard()
        let status = await run(Array(CommandLine.arguments.dropFirst()), on: &console)
        exit(status)
    }
}

let version = "0.1.0"

/// Runs a command line, from its arguments to its exit status.
func run(_ arguments: [String], on console: inout Console) async -> Int32 {
    var status: Int32
    do throws(Problem) {
        status = try await dispatch(arguments, on: &console)
    } catch {
        console.say(error.description)
        status = error.kind.exitStatus
    }
    console.output.flush()
    if let failure = console.output.failure {
        console.say("the output cannot be written: " + failure)
        status = Problem.Kind.storage.exitStatus
    }
    console.errors.flush()
    return status
}

private func dispatch(_ arguments: [String], on console: inout Console) async throws(Problem) -> Int32 {
    let flags = arguments.prefix { $0 != "--" }
    let asksHelp = flags.contains("--help") || flags.contains("-h")
    guard let (name, rest) = splitVerb(from: arguments, rules: Verb.all.flatMap(\.rules)) else {
        if flags.contains("--version") {
            console.output.write("casus \(version)\n")
            return 0
        }
        if asksHelp {
            console.output.write(Verb.overview)
            return 0
        }
        if let flag = flags.first { throw unknown(flag, kind: "flag", among: ["--help", "--version"], verb: nil) }
        console.errors.write(Verb.overview)
        return Problem.Kind.usage.exitStatus
    }
    if name == "help" {
        let verb = try rest.first.map { word throws(Problem) in try Verb.named(word) }
        console.output.write(verb?.help ?? Verb.overview)
        return 0
    }
    let verb = try Verb.named(name)
    if asksHelp {
        console.output.write(verb.help)
        return 0
    }
    return try await verb.run(try Parsed(rest, for: verb), &console)
}
