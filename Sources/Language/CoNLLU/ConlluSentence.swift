/// One sentence of CoNLL-U, line for line: what was read is written again byte for byte.
package struct ConlluSentence: Sendable {
    /// What a row is about, as its first field says.
    package enum ID: Equatable, Sendable {
        case word(Int)
        /// Words written as one: 1-2 for "don't".
        case range(Int, Int)
        /// A word of the enhanced graph that the text does not have: 8.1.
        case empty(after: Int, number: Int)
    }

    /// The ten fields of a row, after their names in the format.
    package enum Field: Int, CaseIterable, Sendable {
        case id, form, lemma, upos, xpos, feats, head, deprel, deps, misc
    }

    package struct Row: Sendable {
        package let id: ID
        package var fields: [String]

        package subscript(_ field: Field) -> String {
            get { fields[field.rawValue] }
            set { fields[field.rawValue] = newValue }
        }

        /// Whether the next word follows without a space.
        package var isJoined: Bool { self[.misc].split(separator: "|").contains("SpaceAfter=No") }
    }

    /// The lines in front of the rows, with their `#`.
    package var comments: [String] = []
    package var rows: [Row] = []
    /// The number of its first line in the file, from 1.
    package var line = 1

    package init() {}

    /// The forms of the words, of those written as one each by itself; empty nodes left out.
    package var forms: [String] {
        rows.compactMap { if case .word = $0.id { $0[.form] } else { nil } }
    }

    /// What stands behind a comment's `=`: the id of `# sent_id = id`.
    package func value(of key: String) -> String? {
        let start = "# \(key) = "
        return comments.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    }

    /// The sentence as it stands in a file, with the empty line behind it.
    package func write(to output: inout [UInt8]) {
        for comment in comments {
            output += comment.utf8
            output.append(UInt8(ascii: "\n"))
        }
        for row in rows {
            for (index, field) in row.fields.enumerated() {
                if index > 0 { output.append(UInt8(ascii: "\t")) }
                output += field.utf8
            }
            output.append(UInt8(ascii: "\n"))
        }
        output.append(UInt8(ascii: "\n"))
    }

    /// The same words, comments and notes with tags, lemmas, features and tree made anew. The enhanced graph goes, and with it the
    /// nodes that only it has: nobody makes it anew, and the old one would contradict the new tree.
    ///
    /// - Parameter words: one for each of `forms`.
    package mutating func annotate(with words: [Treebank.Word]) {
        rows.removeAll { if case .empty = $0.id { true } else { false } }
        for index in rows.indices {
            guard case .word(let number) = rows[index].id else { continue }
            let word = words[number - 1]
            rows[index][.lemma] = word.lemma.isEmpty ? "_" : word.lemma
            rows[index][.upos] = word.tags.upos.name
            rows[index][.xpos] = word.tags.xpos.name
            rows[index][.feats] = word.features
            rows[index][.head] = String(word.head + 1)
            rows[index][.deprel] = word.relation.name
            rows[index][.deps] = "_"
        }
    }
}
