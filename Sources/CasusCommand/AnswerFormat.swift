import Answers
import CasusCore
import FoundationEssentials

/// How answers are printed: in words for people, or as data.
enum AnswerFormat: String, CaseIterable, Sendable {
    case words, table, json, ndjson, csv, tsv

    static let flag = Flag<AnswerFormat>("format", help: "in words (the default), as a table, or as data")
    static let proof = Flag(switch: "proof", help: "in words, every step of every proof")
    static let data = Flag("data", value: "DIR", help: "a folder laid over what Casus knows; also $CASUS_DATA")
    static let exitStatus = Flag(switch: "exit-status", short: "e", help: "exit with 1 when nothing was found")
    static let on = Flag(day: "on", help: "the day asked about; today unless given")

    /// The form of rows; nil for the others.
    var rows: Rows.Form? {
        switch self {
        case .table: .table
        case .csv: .csv
        case .tsv: .tsv
        default: nil
        }
    }
}

extension Console {
    var style: AnswerStyle { AnswerStyle(colours: colours, width: output.width) }

    /// Prints one of the forms of an answer.
    mutating func print(
        _ format: AnswerFormat, words: () -> String, rows: () -> Rows, json: (inout JSONWriter) -> Void, lines: () -> String
    ) {
        if let form = format.rows { return output.write(rows().text(form)) }
        switch format {
        case .json:
            var writer = JSONWriter()
            json(&writer)
            output.write(writer.bytes + [UInt8(ascii: "\n")])
        case .ndjson: output.write(lines())
        default: output.write(words())
        }
    }
}

extension Day {
    /// The day by the clock of the machine, in UTC.
    static func today() -> Day {
        Day(number: Int32((Date().timeIntervalSince1970 / 86400).rounded(.down)))
    }
}
