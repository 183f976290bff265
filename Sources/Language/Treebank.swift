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
    }

    package struct Sentence: Sendable {
        package var words: [Word] = []
        package var text = ""
        package var opensParagraph = false
        package var opensDocument = false
    }

    package var sentences: [Sentence] = []

    package init() {}

    /// Reads a `.conllu` file, or with `xz` on the path a `.conllu.xz` file.
    package init(path: String) throws(Problem) {
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
        try self.init(conllu: String(decoding: bytes, as: UTF8.self), name: path)
    }

    /// - Parameter name: the file's name, for errors.
    package init(conllu: String, name: String = "CoNLL-U") throws(Problem) {
        var sentence = Sentence()
        var joinedUntil = 0
        var joinedSpace = true
        for (number, line) in conllu.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty {
                if !sentence.words.isEmpty { sentences.append(sentence) }
                sentence = Sentence()
                joinedUntil = 0
            } else if line.hasPrefix("#") {
                if line.hasPrefix("# text = ") { sentence.text = String(line.dropFirst(9)) }
                if line.hasPrefix("# newpar") { sentence.opensParagraph = true }
                if line.hasPrefix("# newdoc") { (sentence.opensDocument, sentence.opensParagraph) = (true, true) }
            } else {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count == 10 else { throw Problem(.data, "a row without ten fields", at: "\(name):\(number + 1)") }
                if fields[0].contains(".") { continue }
                let space = !fields[9].split(separator: "|").contains("SpaceAfter=No")
                if let dash = fields[0].firstIndex(of: "-") {
                    joinedUntil = Int(fields[0][fields[0].index(after: dash)...]) ?? 0
                    joinedSpace = space
                    continue
                }
                guard let id = Int(fields[0]), id == sentence.words.count + 1, let head = Int(fields[6]),
                    let upos = UPOS(name: String(fields[3])), let xpos = XPOS(name: String(fields[4])),
                    let relation = Relation(name: String(fields[7]))
                else { throw Problem(.data, "a row that is not English UD: \(line)", at: "\(name):\(number + 1)") }
                sentence.words.append(
                    Word(
                        form: String(fields[1]), lemma: String(fields[2]), tags: Tags(upos, xpos), head: head - 1, relation: relation,
                        spaceAfter: id < joinedUntil ? false : id == joinedUntil ? joinedSpace : space))
            }
        }
        if !sentence.words.isEmpty { sentences.append(sentence) }
    }
}
