package import CasusCore

/// An answer that can be told in every form: in words, as rows, as JSON.
package protocol AnswerForms {
    /// Whether there is nothing to tell.
    var isEmpty: Bool { get }
    var rows: Rows { get }
    /// Rows narrow enough for a terminal.
    var table: Rows { get }
    func words(_ style: AnswerStyle) -> String
    /// All of it, as one JSON value.
    func write(to json: inout JSONWriter)
    /// One row a line, as JSON.
    func lines() -> String
    /// What is said beside the answer: that a fact changes nothing.
    var notes: [String] { get }
}

extension AnswerForms {
    package var table: Rows { rows }
    package var notes: [String] { [] }
}

/// How an answer is told in words.
package struct AnswerStyle: Sendable {
    /// Every step of every proof.
    package var proof = false
    package var colours = false
    /// Characters a line.
    package var width = 100

    package init(proof: Bool = false, colours: Bool = false, width: Int = 100) {
        (self.proof, self.colours, self.width) = (proof, colours, width)
    }
}
