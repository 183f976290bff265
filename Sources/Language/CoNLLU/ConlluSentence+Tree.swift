extension ConlluSentence {
    /// What keeps the heads from being a tree, and in which row. A sentence none of whose words has a head is one that waits for
    /// its tree, and is in order.
    package func problemOfTree() -> (row: Int, what: String, mend: String)? {
        var heads: [(row: Int, head: Int?)] = []
        for (index, row) in rows.enumerated() {
            guard case .word = row.id else { continue }
            let field = row[.head]
            let head = field.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int(field) : nil
            if head == nil, field != "_" {
                return (index, "the head \"\(field.prefix(20))\" is no number", "give the number of a word, or 0 for the root")
            }
            heads.append((index, head))
        }
        if heads.allSatisfy({ $0.head == nil }) { return nil }
        var root: Int?
        for (offset, (row, head)) in heads.enumerated() {
            guard let head else { return (row, "word \(offset + 1) has no head", "give a head to all words of the sentence, or to none") }
            if head > heads.count {
                return (row, "the head \(head) is none of the \(heads.count) words", "give the number of a word, or 0 for the root")
            }
            if head == 0 {
                if let root { return (row, "two roots, words \(root) and \(offset + 1)", "hang one of them on the other") }
                root = offset + 1
            }
        }
        if root == nil { return (heads[0].row, "a sentence without a root", "give one of its words the head 0") }
        return circle(heads.map { $0.head ?? 0 }).map { circle in
            let words = circle.map(String.init).joined(separator: ", ")
            let what = circle.count == 1 ? "word \(words) hangs on itself" : "the words \(words) hang on each other in a circle"
            return (heads[circle[0] - 1].row, what, "hang \(circle.count == 1 ? "it" : "one of them") on another word")
        }
    }

    /// The words of the first circle, nil where there is none.
    private func circle(_ heads: [Int]) -> [Int]? {
        // The walk on which each word was met; a word met twice on one walk closes a circle.
        var walks = [Int](repeating: 0, count: heads.count + 1)
        for start in 1...heads.count {
            var word = start
            while word != 0, walks[word] == 0 {
                walks[word] = start
                word = heads[word - 1]
            }
            guard word != 0, walks[word] == start else { continue }
            var circle = [word]
            while heads[circle[circle.count - 1] - 1] != word { circle.append(heads[circle[circle.count - 1] - 1]) }
            return circle.sorted()
        }
        return nil
    }
}
