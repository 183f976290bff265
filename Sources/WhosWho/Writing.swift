import Tables

/// Whether a stretch of text stands in capitals as headlines have them, so that its own case is lost.
func isInCapitals(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let letters = letters(bytes, range)
    guard letters.lower == 0, letters.upper > 1 else { return false }
    // "XI" may be a numeral and "MAY" an abbreviation: short words need a neighbour in capitals.
    return letters.upper > 3 || isCapitals(bytes, wordAfter: range.upperBound) || isCapitals(bytes, wordBefore: range.lowerBound)
}

private func letters(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> (lower: Int, upper: Int) {
    var (lower, upper) = (0, 0)
    var index = range.lowerBound
    while index < range.upperBound {
        let plain = PlainBytes(bytes, at: index)
        if plain.first &- 0x61 < 26 { lower += 1 } else if plain.first &- 0x41 < 26 { upper += 1 }
        index = plain.next
    }
    return (lower, upper)
}

private func isCapitals(_ bytes: UnsafeRawBufferPointer, wordAfter end: Int) -> Bool {
    var start = end
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    var stop = start
    while stop < bytes.count, bytes[stop] | 0x20 &- 0x61 < 26 { stop += 1 }
    let letters = letters(bytes, start..<stop)
    return letters.lower == 0 && letters.upper > 3
}

private func isCapitals(_ bytes: UnsafeRawBufferPointer, wordBefore start: Int) -> Bool {
    var end = start
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var first = end
    while first > 0, bytes[first - 1] | 0x20 &- 0x61 < 26 { first -= 1 }
    let letters = letters(bytes, first..<end)
    return letters.lower == 0 && letters.upper > 3
}

/// Whether a stretch of text is written as a spelling is, where the first letter may be a capital and a first "the" may not.
func isWritten(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, as spelling: UnsafeRawBufferPointer) -> Bool {
    var text = PlainReader(bytes, range)
    var name = PlainReader(spelling, 0..<spelling.count)
    var isFirst = true
    while let wanted = name.next() {
        guard let byte = text.next() else { return false }
        if byte != wanted {
            let isCapitalised = isFirst && wanted &- 0x61 < 26 && byte == wanted & 0xDF
            let isLowerThe = isFirst && byte == UInt8(ascii: "t") && wanted == UInt8(ascii: "T") && startsWithArticle(spelling)
            if !isCapitalised && !isLowerThe { return false }
        }
        isFirst = false
    }
    return text.next() == nil
}

private func startsWithArticle(_ spelling: UnsafeRawBufferPointer) -> Bool {
    spelling.starts(with: Array("The ".utf8))
}

/// The plain bytes of a stretch of text, one by one.
private struct PlainReader {
    private let bytes: UnsafeRawBufferPointer
    private var index: Int
    private let end: Int
    private var second: UInt8?

    init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        (self.bytes, index, end) = (bytes, range.lowerBound, range.upperBound)
    }

    mutating func next() -> UInt8? {
        if let byte = second {
            second = nil
            return byte
        }
        while index < end {
            let plain = PlainBytes(bytes, at: index)
            index = plain.next
            if plain.count > 1 { second = plain.second }
            if plain.count > 0 { return plain.first }
        }
        return nil
    }
}

/// Whether bytes of a text are the same as a string but for case, accents and white space.
func folds(_ bytes: Slice<UnsafeRawBufferPointer>, to string: String) -> Bool {
    var string = string
    return string.withUTF8 { string in
        let string = UnsafeRawBufferPointer(string)
        var (a, b) = (PlainReader(bytes.base, bytes.startIndex..<bytes.endIndex), PlainReader(string, 0..<string.count))
        while let byte = a.next() {
            guard let other = b.next(), lowercased(byte) == lowercased(other) else { return false }
        }
        return b.next() == nil
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
