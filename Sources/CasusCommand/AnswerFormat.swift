import Answers
import CasusCore
import FoundationEssentials

/// How answers are printed: in words for people, or as data.
enum AnswerFormat: String, CaseIterable, Sendable {
    case words, table, json, ndjson, csv, tsv

    static let flag = Flag<AnswerFormat>("format", help: "in words (the default), as a table, or as data")
    static let proof = Flag(switch: "proof", help: "in words, every step of every proof")
    static let exitStatus = Flag(switch: "exit-status", short: "e", help: "exit with 1 when nothing was found")
}

extension Console {
    /// Prints an answer in one of its forms; gives the exit status.
    mutating func print(_ answer: some AnswerForms, _ parsed: Parsed) -> Int32 {
        for note in answer.notes { say("note: " + note) }
        let format = parsed[AnswerFormat.flag] ?? .words
        switch format {
        case .words: output.write(answer.words(style(parsed)))
        case .table: output.write(answer.table.text(.table))
        case .csv: output.write(answer.rows.text(.csv))
        case .tsv: output.write(answer.rows.text(.tsv))
        case .ndjson: output.write(answer.lines())
        case .json: write { answer.write(to: &$0) }
        }
        return answer.isEmpty && parsed.has(AnswerFormat.exitStatus) ? 1 : 0
    }

    /// One JSON value in a line.
    mutating func write(_ json: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        json(&writer)
        output.write(writer.bytes + [UInt8(ascii: "\n")])
    }

    func style(_ parsed: Parsed) -> AnswerStyle {
        AnswerStyle(proof: parsed.has(AnswerFormat.proof), colours: colours, width: output.width)
    }
}

extension Day {
    /// The day by the clock of the machine, in UTC.
    static func today() -> Day {
        Day(number: Int32((Date().timeIntervalSince1970 / 86400).rounded(.down)))
    }
}
