import Answers
import CasusCore
import Exchange

/// Turns the statements of a document into bytes of the format asked for.
struct Printer: Sendable {
    var format: ReadCommand.Format
    /// In the brief: the text's own words below each line.
    var quotes: Bool
    /// In the brief: a citation below each line.
    var cites: Bool
    var colours: Bool
    /// Characters a line of the brief.
    var width = 100
    /// The usual name of a state on a day, by its code.
    var stateName: @Sendable (String, Day?) -> String? = { _, _ in nil }

    /// What stands before the first document.
    var head: [UInt8] {
        format == .csv ? Array(StatementCSV.header.utf8) : []
    }

    func print(_ statements: [Statement], of document: Document) -> [UInt8] {
        switch format {
        case .ndjson: return Array(statements.map { $0.json + "\n" }.joined().utf8)
        case .csv: return Array(statements.map { StatementCSV.row($0) }.joined().utf8)
        case .brief:
            let options = Brief.Options(quotes: quotes, citations: cites, colours: colours, width: width)
            return Array(Brief(of: statements, in: document) { stateName($0, document.published) }.words(options).utf8)
        }
    }
}
