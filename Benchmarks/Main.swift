import CasusCore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `bench VERB ...`: one measurement a verb.
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch arguments.first {
            case "language": try LanguageBench(arguments: Array(arguments.dropFirst())).run()
            case "reading": ReadingBench.run(Array(arguments.dropFirst()))
            case "throughput": try ThroughputBench.run(Array(arguments.dropFirst()))
            case "scenarios": try ScenarioBench.run(Array(arguments.dropFirst()))
            case "ledger": try LedgerBench.run(Array(arguments.dropFirst()))
            case "serve": try ServeBench.run(Array(arguments.dropFirst()))
            default:
                print(
                    "bench language [--ud DIR] [--test] [--errors] [--text FILE|DIR] [--casus PATH] [--python PATH] [--conllu FILE] [--model FILE]\n"
                        + "bench reading [FILE...] [--expected FILE] [--published DATE] [--brief]\n"
                        + "bench reading --plover FILE.jsonl [--errors]\nbench reading --polnear DIR [--errors] [--unmapped]\n"
                        + "bench reading --quiet DIR [--errors] [--sample N] [--seed S] [--kind K]\n"
                        + "bench throughput FILE|DIR... [--program FILE]\n"
                        + "bench scenarios [--on DATE]\nbench ledger [--statements N] [--folder DIR] [--no-peer]\n"
                        + "bench serve [--statements N] [--folder DIR] [--minutes M] [--program FILE] [--no-peer]")
                exit(64)
            }
        } catch {
            print("bench: \(error)")
            exit((error as? Problem)?.kind.exitStatus ?? 2)
        }
    }
}
