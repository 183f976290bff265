/// A number for some of the tokens of a document, -1 for none: looked up far more often than set.
struct TokenMap {
    private var numbers: [Int32] = []

    subscript(token: Int) -> Int? {
        guard token < numbers.count, numbers[token] >= 0 else { return nil }
        return Int(numbers[token])
    }

    mutating func set(_ tokens: Range<Int>, to number: Int) {
        if tokens.upperBound > numbers.count {
            numbers.append(contentsOf: repeatElement(-1, count: tokens.upperBound - numbers.count))
        }
        for token in tokens { numbers[token] = Int32(number) }
    }
}
