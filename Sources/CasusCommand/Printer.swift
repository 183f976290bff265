import CasusCore

/// Turns the statements of a document into bytes of the format asked for.
struct Printer: Sendable {
    var format: ReadCommand.Format
    /// In the brief: the text's own words below each line.
    var quotes: Bool
    /// In the brief: document and span behind each line.
    var cites: Bool
    var colours: Bool

    /// What stands before the first document.
    var head: [UInt8] {
        format == .csv ? Array("document,kind,start,end,rule,confidence,quote\n".utf8) : []
    }

    func print(_ statements: [Statement], of document: Document) -> [UInt8] {
        switch format {
        case .ndjson: Array(statements.map { $0.json + "\n" }.joined().utf8)
        case .csv: Array(statements.map { row($0) + "\n" }.joined().utf8)
        case .brief: Array(statements.map(brief).joined().utf8)
        }
    }

    private func brief(_ statement: Statement) -> String {
        let origin = statement.origin
        return statement.kind + (cites ? " [\(origin.document) \(origin.span.start)-\(origin.span.end)]" : "") + "\n"
            + (quotes ? "    \"\(origin.quote)\"\n" : "")
    }

    private func row(_ statement: Statement) -> String {
        let origin = statement.origin
        let cells = [
            origin.document, statement.kind, String(origin.span.start), String(origin.span.end), origin.rule, String(origin.confidence),
            origin.quote,
        ]
        return cells.map { $0.contains { ",\"\n".contains($0) } ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }.joined(
            separator: ",")
    }
}
