import CasusCore
import Language

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `train --network FILE [--ud DIR] [--data DIR] [--out FILE]`: makes the language model from a network and English treebanks.
@main
enum Main {
    static func main() {
        do {
            try Training(arguments: Array(CommandLine.arguments.dropFirst())).run()
        } catch {
            let line = Array("train: \(error)\n".utf8)
            _ = write(STDERR_FILENO, line, line.count)
            exit(error.kind.exitStatus)
        }
    }
}
