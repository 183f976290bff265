import Answers
import CasusCore

/// A verb of the command line. Help, docs and the parser all derive from its table.
struct Verb: Sendable {
    var name: String
    /// What words follow it: `FILE|DIR|-...`
    var words: String
    var summary: String
    var rules: [Rule]
    var run: @Sendable (Parsed, inout Console) async throws(Problem) -> Int32

    static let all: [Verb] = [
        [ReadCommand.verb, TreatyVerbs.bound, TreatyVerbs.scenario, PactsCommand.verb], LedgerVerbs.all,
        [
            InfoCommand.verb, VerifyCommand.verb, CorrectCommand.verb, ForgetCommand.verb, ExportCommand.verb, ImportCommand.verb,
            ServeCommand.verb, ParseCommand.verb, ExplainCommand.verb,
        ],
    ].flatMap(\.self)

    /// The flags of a verb that asks something: the parameters of the questions, and the command line's own.
    ///
    /// - Parameter order: names in the order of the help; what is not in there comes last.
    static func rules(of inquiries: [Inquiry], and own: [Rule], order: [String]) -> [Rule] {
        let rules = own + inquiries.parameters.map { Rule($0) }
        return order.flatMap { name in rules.filter { $0.name == name } } + rules.filter { !order.contains($0.name) }
    }

    static func named(_ name: String) throws(Problem) -> Verb {
        if let verb = all.first(where: { $0.name == name }) { return verb }
        throw unknown(name, kind: "verb", among: all.map(\.name) + ["help"], verb: nil)
    }

    /// What `casus --help` prints.
    static var overview: String {
        """
        casus reads diplomatic news into a sourced ledger of who did, said and promised what to whom, and works out who is bound by treaty.

        \(table(all.map { ("casus \($0.name) \($0.words)", $0.summary) }))
        casus VERB --help shows a verb's flags; casus --version the version.

        """
    }

    /// What `casus VERB --help` prints.
    var help: String {
        """
        casus \(name) \(words) [FLAG...]

        \(summary)

        \(Verb.table(rules.map { ($0.title, $0.help) }))
        """
    }

    /// The rows of the verb's flags in docs/cli.md.
    var markdown: [String] {
        rules.map { "| `\($0.title.replacing("|", with: "\\|"))` | \($0.help) |" }
    }

    /// Two columns; what does not fit beside a long left side goes below it.
    private static func table(_ rows: [(left: String, right: String)]) -> String {
        let width = min(30, rows.map(\.left.count).max() ?? 0)
        return rows.map { left, right in
            let gap =
                left.count <= width ? String(repeating: " ", count: width - left.count) : "\n" + String(repeating: " ", count: width + 2)
            return "  \(left)\(gap)  \(right)\n"
        }.joined()
    }
}

extension [Inquiry] {
    /// What they take, each once.
    var parameters: [Parameter] {
        var seen: Set<String> = []
        return flatMap(\.takes).filter { seen.insert($0.name).inserted }
    }
}
