package import CasusCore

/// Puts the lines of CoNLL-U together to sentences, one at a time. A sentence that is broken is refused as a whole, with the
/// place and the mend; the next one can be read.
package struct ConlluReader {
    private let name: String
    private var number = 0
    private var sentence = ConlluSentence()
    /// The lines that are left of a broken sentence are passed over.
    private var isBroken = false
    private var numbering = Numbering()

    /// - Parameter name: the file's name, for errors.
    package init(name: String) { self.name = name }

    /// Takes the next line, without its line feed; gives the sentence that it ends.
    package mutating func take(_ line: String) throws(Problem) -> ConlluSentence? {
        number += 1
        if line.isEmpty { return try finish() }
        if isBroken { return nil }
        do throws(Problem) {
            try read(line)
        } catch {
            isBroken = true
            throw error
        }
        return nil
    }

    /// Refuses the sentence of the line that comes next, which cannot be read at all.
    package mutating func refuse(_ problem: Problem) -> Problem {
        number += 1
        isBroken = true
        return Problem(problem.kind, problem.what, at: place(number), mend: problem.mend)
    }

    /// Gives the sentence that the end of the file ends.
    package mutating func finish() throws(Problem) -> ConlluSentence? {
        defer {
            sentence = ConlluSentence()
            numbering = Numbering()
            isBroken = false
        }
        if isBroken || sentence.comments.isEmpty && sentence.rows.isEmpty { return nil }
        if numbering.words == 0 { throw problem("comments without a sentence", at: sentence.line, mend: "put them in front of one") }
        if let problem = numbering.problemAtEnd ?? sentence.problemOfTree() {
            throw self.problem(problem.what, at: sentence.line + sentence.comments.count + problem.row, mend: problem.mend)
        }
        return sentence
    }

    private mutating func read(_ line: String) throws(Problem) {
        if sentence.comments.isEmpty && sentence.rows.isEmpty { sentence.line = number }
        if line.hasPrefix("#") {
            if !sentence.rows.isEmpty {
                throw problem("a comment between words", mend: "put it in front of the sentence, and an empty line before that")
            }
            sentence.comments.append(line)
            return
        }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let names = ConlluSentence.Field.allCases
        if fields.count != names.count {
            throw problem(
                "\(fields.count == 1 ? "1 field" : "\(fields.count) fields"), not ten",
                mend: "put tabs between them, and _ for one without a value")
        }
        if let empty = names.first(where: { fields[$0.rawValue].isEmpty }) {
            throw problem("\("\(empty)".uppercased()) is empty", mend: "write _")
        }
        guard let id = ConlluSentence.ID(fields[0]) else {
            throw problem(
                "\"\(fields[0].prefix(20))\" is no number of a word",
                mend: "write 3; or 3-4 for words written as one, 3.1 for an empty node")
        }
        if let wrong = numbering.take(id, row: sentence.rows.count) { throw problem(wrong.what, mend: wrong.mend) }
        sentence.rows.append(ConlluSentence.Row(id: id, fields: fields))
    }

    private func place(_ line: Int) -> String { "\(name):\(line)" }

    private func problem(_ what: String, at line: Int? = nil, mend: String) -> Problem {
        Problem(.input, what, at: place(line ?? number), mend: mend)
    }
}

extension ConlluSentence.ID {
    fileprivate init?(_ text: String) {
        func number(_ text: Substring) -> Int? {
            text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int(text) : nil
        }
        if let word = number(text[...]) {
            self = .word(word)
            return
        }
        guard let mark = text.firstIndex(where: { $0 == "-" || $0 == "." }), let first = number(text[..<mark]),
            let second = number(text[text.index(after: mark)...])
        else { return nil }
        self = text[mark] == "-" ? .range(first, second) : .empty(after: first, number: second)
    }
}

/// How the rows of one sentence are numbered so far.
private struct Numbering {
    typealias Fault = (what: String, mend: String)

    private(set) var words = 0
    private var empties = 0
    /// The last word of the range that is open, and its row.
    private var rangeEnd = 0
    private var rangeRow = 0

    /// What is wrong with a row's number, where it stands.
    mutating func take(_ id: ConlluSentence.ID, row: Int) -> Fault? {
        let mend = "number the words 1, 2, 3 in their order"
        switch id {
        case .word(let number):
            if number != words + 1 {
                return (words == 0 ? "the first word has the number \(number)" : "word \(number) follows word \(words)", mend)
            }
            words = number
            empties = 0
        case .range(let first, let last):
            if first != words + 1 || first <= rangeEnd {
                return ("the range \(first)-\(last) does not stand in front of its first word", "put it in front of word \(first)")
            }
            if last <= first { return ("the range \(first)-\(last) is shorter than two words", "leave it out") }
            (rangeEnd, rangeRow) = (last, row)
        case .empty(let word, let number):
            if word != words || number != empties + 1 {
                return ("the empty node \(word).\(number) does not stand in its place", "here the next one is \(words).\(empties + 1)")
            }
            empties = number
        }
        return nil
    }

    var problemAtEnd: (row: Int, what: String, mend: String)? {
        if rangeEnd <= words { return nil }
        return (rangeRow, "a range ends with word \(rangeEnd), and the last word is \(words)", "end it with a word of the sentence")
    }
}
