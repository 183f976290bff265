import Answers
import CasusCore

/// What a page tells, as data.
struct Twin {
    private let answer: any AnswerForms

    init(_ answer: any AnswerForms) { self.answer = answer }

    func rows() -> Rows { answer.rows }

    var json: String {
        var json = JSONWriter()
        answer.write(to: &json)
        return json.string + "\n"
    }

    /// One row a line, then how many there were: whoever reads a stream knows whether it broke off.
    var linesWithEnd: String {
        let lines = answer.lines()
        let count = lines.utf8.count { $0 == UInt8(ascii: "\n") }
        return lines + "{\"kind\":\"end\",\"rows\":\(count)}\n"
    }
}
