import CasusCore

extension Analysis {
    /// The analysis as CoNLL-U, a block a sentence.
    ///
    /// - Parameter name: the document's name; its sentences are named after it, else by their number alone.
    package func conllu(name: String? = nil) -> [UInt8] {
        var writer = ConlluWriter(analysis: self, room: text.bytes.count * 8)
        writer.write(name: name)
        return writer.bytes
    }
}

/// Writes an analysis as CoNLL-U.
private struct ConlluWriter {
    let analysis: Analysis
    private(set) var bytes: [UInt8] = []

    init(analysis: Analysis, room: Int) {
        self.analysis = analysis
        bytes.reserveCapacity(room)
    }

    mutating func write(name: String?) {
        // A line break would end the comment; a slash is forbidden in the names of sentences.
        let document = name.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let prefix = document.map { $0.replacing("/", with: "_") + "-" } ?? ""
        var paragraph = -1
        for (number, sentence) in analysis.sentences.enumerated() {
            if number == 0, let document { add("# newdoc id = ", document, "\n") }
            if sentence.paragraph != paragraph { add("# newpar\n") }
            paragraph = sentence.paragraph
            add("# sent_id = ", prefix, String(number + 1), "\n# text = ")
            write(text: sentence)
            write(rows: sentence)
            add("\n")
        }
    }

    /// The words with one space where the text has any.
    private mutating func write(text sentence: Sentence) {
        for index in sentence.tokens {
            addWord(index..<index + 1)
            if index + 1 < sentence.tokens.upperBound, !isJoined(index) { add(" ") }
        }
        add("\n")
    }

    private mutating func write(rows sentence: Sentence) {
        let first = sentence.tokens.lowerBound
        var joined = analysis.joinedWords(of: sentence)[...]
        var current = first..<first
        for index in sentence.tokens {
            if joined.first?.lowerBound == index {
                current = joined.removeFirst()
                add(String(index - first + 1), "-", String(current.upperBound - first), "\t")
                addWord(current)
                add("\t_\t_\t_\t_\t_\t_\t_\t", isJoined(current.upperBound - 1) ? "SpaceAfter=No\n" : "_\n")
            }
            let token = analysis.tokens[index]
            add(String(index - first + 1), "\t")
            addWord(index..<index + 1)
            let lemma = analysis.lemma(index)
            add("\t", lemma.isEmpty ? "_" : lemma, "\t", token.upos.name, "\t", token.xpos.name, "\t", analysis.features(index), "\t")
            add(token.head < 0 ? "0" : String(Int(token.head) - first + 1), "\t", token.relation.name, "\t_\t")
            // Of words written as one only their range says what follows.
            add(!current.contains(index) && isJoined(index) ? "SpaceAfter=No\n" : "_\n")
        }
    }

    /// Whether the next token, be it of the next sentence, follows without a space.
    private func isJoined(_ index: Int) -> Bool {
        index + 1 < analysis.tokens.count && analysis.tokens[index + 1].start == analysis.tokens[index].end
    }

    private mutating func addWord(_ tokens: Range<Int>) {
        bytes += analysis.text.bytes[Int(analysis.tokens[tokens.lowerBound].start)..<Int(analysis.tokens[tokens.upperBound - 1].end)]
    }

    private mutating func add(_ parts: String...) {
        for part in parts { bytes += part.utf8 }
    }
}
