/// The words of a question, which stand alone: two states, the id of a statement.
package struct AskedWords: Sendable {
    /// What each word is. Where words have names, as in an API, they are its values.
    package let parameter: Parameter
    package let least: Int
    /// Nil: any number.
    package let most: Int?
    /// `[STATE [STATE]]`: as a help has them.
    package let usage: String

    /// - Parameter usage: where the help has them in another form.
    package init(_ parameter: Parameter, least: Int, most: Int?, usage: String? = nil) {
        (self.parameter, self.least, self.most) = (parameter, least, most)
        self.usage = usage ?? AskedWords.usage(parameter.placeholder ?? parameter.name, least, most)
    }

    private static func usage(_ word: String, _ least: Int, _ most: Int?) -> String {
        guard let most else { return least == 0 ? "[\(word)...]" : word + "..." }
        let optional = (least..<most).reduce("") { inner, _ in "[" + word + (inner.isEmpty ? "" : " " + inner) + "]" }
        return (Array(repeating: word, count: least) + (optional.isEmpty ? [] : [optional])).joined(separator: " ")
    }
}
