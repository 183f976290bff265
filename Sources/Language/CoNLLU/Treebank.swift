package import CasusCore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sentences with their trees, read from CoNLL-U.
package struct Treebank: Sendable {
    package struct Word: Sendable {
        package var form: String
        package var lemma: String
        package var tags: Tags
        /// Index in the sentence, -1 for the root.
        package var head: Int
        package var relation: Relation
        package var spaceAfter: Bool
        /// The morphological features as CoNLL-U has them, `Case=Nom|Number=Sing`; `_` for none.
        package var features = "_"
    }

    package struct Sentence: Sendable {
        package var id = ""
        package var words: [Word] = []
        package var text = ""
        package var opensParagraph = false
        package var opensDocument = false
    }

    package var sentences: [Sentence] = []

    package init() {}

    /// Reads a `.conllu` file, or with `xz` on the path a `.conllu.xz` file.
    package init(path: String) throws(Problem) {
        try self.init(conllu: Treebank.text(of: path), name: path)
    }

    /// - Parameter name: the file's name, for errors.
    package init(conllu: String, name: String = "CoNLL-U") throws(Problem) {
        var reader = ConlluReader(name: name)
        for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
            if let sentence = try reader.take(String(line)) { sentences.append(try Sentence(sentence, file: name)) }
        }
        if let sentence = try reader.finish() { sentences.append(try Sentence(sentence, file: name)) }
    }

    /// The text of a `.conllu` or `.conllu.xz` file.
    package static func text(of path: String) throws(Problem) -> String {
        let packed = path.hasSuffix(".xz")
        let quoted = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        guard access(path, R_OK) == 0, let file = packed ? popen("xz -dc " + quoted, "r") : fopen(path, "r") else {
            throw Problem(.input, "cannot be read", at: path)
        }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let size = fread(&block, 1, block.count, file)
            if size == 0 { break }
            bytes.append(contentsOf: block[..<size])
        }
        let status = packed ? pclose(file) : fclose(file)
        guard status == 0 else { throw Problem(.input, "cannot be unpacked", at: path, mend: "is xz installed?") }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Treebank.Sentence {
    /// - Throws: where a tag or relation is none of English UD, or the tree is missing.
    fileprivate init(_ sentence: ConlluSentence, file: String) throws(Problem) {
        id = sentence.value(of: "sent_id") ?? ""
        text = sentence.value(of: "text") ?? ""
        opensDocument = sentence.comments.contains { $0.hasPrefix("# newdoc") }
        opensParagraph = opensDocument || sentence.comments.contains { $0.hasPrefix("# newpar") }
        var joinedUntil = 0
        var joinedSpace = true
        for (index, row) in sentence.rows.enumerated() {
            switch row.id {
            case .empty: continue
            case .range(_, let last): (joinedUntil, joinedSpace) = (last, !row.isJoined)
            case .word(let number):
                guard let head = Int(row[.head]), let upos = UPOS(name: row[.upos]), let xpos = XPOS(name: row[.xpos]),
                    let relation = Relation(name: row[.deprel])
                else {
                    let line = sentence.line + sentence.comments.count + index
                    let what = "a row that is not English UD: \(row.fields.joined(separator: " "))"
                    throw Problem(.input, what, at: "\(file):\(line)", mend: "give UPOS, XPOS, HEAD and DEPREL as UD 2.16 has them")
                }
                words.append(
                    Treebank.Word(
                        form: row[.form], lemma: row[.lemma], tags: Tags(upos, xpos), head: head - 1, relation: relation,
                        spaceAfter: number < joinedUntil ? false : number == joinedUntil ? joinedSpace : !row.isJoined,
                        features: row[.feats]))
            }
        }
    }
}
