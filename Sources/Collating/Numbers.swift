/// Numbers and months in words.
enum Numbers {
    /// "one" to "thirty", "dozen", and figures.
    static func value(_ word: String) -> Int? { Int(word) ?? small(word) }

    static func small(_ word: String) -> Int? {
        names.firstIndex(of: word).map { $0 + 1 } ?? (word == "thirty" ? 30 : word == "dozen" ? 12 : nil)
    }

    /// 1 to 12.
    static func month(_ word: String) -> Int? { months.firstIndex(of: word).map { $0 + 1 } }

    private static let names = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
}
