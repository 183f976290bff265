/// Lines of prose, broken at a width, with bold headings on terminals.
struct Sheet {
    let style: AnswerStyle
    private(set) var text = ""

    init(style: AnswerStyle) { self.style = style }

    mutating func gap() { text += "\n" }

    mutating func title(_ words: String) { text += bold(words) + "\n" }

    mutating func heading(_ words: String) { text += "\n" + bold(words) + "\n" }

    /// - Parameter indent: of the first line; what follows stands four further in.
    mutating func line(_ words: String, indent: Int) {
        var line = String(repeating: " ", count: indent)
        var length = indent
        var isEmpty = true
        for word in words.split(separator: " ", omittingEmptySubsequences: false) {
            if !isEmpty, length + 1 + word.count > style.width {
                text += line + "\n"
                line = String(repeating: " ", count: indent == 0 ? 0 : indent + 4) + word
                length = line.count
            } else {
                line += (isEmpty ? "" : " ") + word
                length += (isEmpty ? 0 : 1) + word.count
            }
            isEmpty = false
        }
        text += line + "\n"
    }

    private func bold(_ words: String) -> String { style.colours ? "\u{1B}[1m\(words)\u{1B}[0m" : words }
}
