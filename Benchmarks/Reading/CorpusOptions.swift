import CasusCore

/// What `bench reading` is told about a corpus that others have marked, or that should be quiet.
struct CorpusOptions {
    /// The file or folder behind the flag that names the corpus.
    var path: String
    /// Whether sentences are listed. They are other people's text: to be looked at, never kept.
    var lists = false
    /// Whether claims are compared as they stand, without the habits of those who marked the corpus.
    var isUnmapped = false
    /// How many sentences are drawn, and from which point of chance.
    var sample = 0
    var seed: UInt64 = 1
    /// The kind of statement that a drawn sentence must have (`event`, `claim`), or nil for any.
    var kind: String?

    /// - Parameter corpus: the flag that names the corpus: `--plover`.
    init(_ arguments: [String], corpus: String) throws(Problem) {
        path = ""
        var rest = arguments[...]
        while let word = rest.popFirst() {
            func value() throws(Problem) -> String {
                guard let value = rest.popFirst() else { throw Problem(.usage, "no value", at: word) }
                return value
            }
            func number() throws(Problem) -> Int {
                let text = try value()
                guard let number = Int(text), number >= 0 else { throw Problem(.usage, "not a number", at: text) }
                return number
            }
            switch word {
            case corpus: path = try value()
            case "--errors": lists = true
            case "--unmapped": isUnmapped = true
            case "--sample": sample = try number()
            case "--kind": kind = try value()
            case "--seed": seed = UInt64(try number())
            default: throw Problem(.usage, "does not go with \(corpus)", at: word)
            }
        }
    }
}

/// A share in percent with one digit: "63.1"; "-" where there is nothing to share.
func percent(_ share: Double?) -> String {
    guard let share else { return "-" }
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}

func percent(_ part: Int, of whole: Int) -> String { percent(whole == 0 ? nil : Double(part) / Double(whole)) }
