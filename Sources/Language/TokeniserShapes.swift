/// Shapes that the tokeniser looks for as a whole.
extension Tokeniser {
    private static let units = WordSet(
        "am pm bn mn tn m km kg cm mm ft lb lbs mph kph kb mb gb tb mw gw kw hp nm mg ml min mins hrs yrs p k")

    /// A web or mail address, or nil.
    func address(_ start: Int, _ limit: Int) -> Int? {
        var end = start
        var at = false
        var scheme = matches("www.", at: start)
        var dotAfter = false
        while end < limit {
            let byte = text.byte(end)
            switch text.kind(end) {
            case .quote, .openQuote, .closeQuote, .openBracket, .closeBracket: break
            case .apostrophe where byte != UInt8(ascii: "'"): break
            default:
                if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { break }
                if byte == UInt8(ascii: "@") { at = true }
                if byte == UInt8(ascii: ":"), text.byte(end + 1) == UInt8(ascii: "/"), text.byte(end + 2) == UInt8(ascii: "/"), end > start
                {
                    scheme = true
                }
                if (at || scheme) && byte == UInt8(ascii: ".") { dotAfter = true }
                end += text.length(end)
                continue
            }
            break
        }
        end = min(end, limit)
        while end > start, ".,;:!?'".utf8.contains(text.byte(end - 1)) { end -= 1 }
        guard text.isWord(start), dotAfter, scheme || at, end - start > 4 else { return nil }
        return end
    }

    /// ":)" and its like, standing alone.
    func emoticon(_ start: Int, _ chunk: Range<Int>) -> Int? {
        guard start == chunk.lowerBound, ":;=".utf8.contains(text.byte(start)) else { return nil }
        var end = start + 1
        if text.byte(end) == UInt8(ascii: "-") { end += 1 }
        guard end < chunk.upperBound, ")(DPp/|".utf8.contains(text.byte(end)) else { return nil }
        end += 1
        return end == chunk.upperBound || text.kind(end) == .dot ? end : nil
    }

    /// Where a clitic or a unit begins, if the word has one.
    func cut(_ start: Int, _ end: Int) -> Int? {
        // Back to an apostrophe: at most three bytes of it and two letters after it.
        for letters in 1...2 {
            let tail = end - letters
            let mark =
                text.byte(tail - 1) == UInt8(ascii: "'")
                ? tail - 1 : text.byte(tail - 1) == 0x99 && text.byte(tail - 2) == 0x80 ? tail - 3 : -1
            guard mark > start else { continue }
            if letters == 1, text.byte(tail) | 0x20 == UInt8(ascii: "t"), text.byte(mark - 1) | 0x20 == UInt8(ascii: "n"), mark - 1 > start
            {
                return mark - 1
            }
            if Self.clitics.contains(text, tail..<end) { return mark }
        }
        let count = end - start
        if text.kind(start) == .digit {
            var index = start
            while index < end, text.kind(index) == .digit || ".,:".utf8.contains(text.byte(index)) { index += 1 }
            return index < end && Self.units.contains(text, index..<end) ? index : nil
        }
        if count == 6 && matches("cannot", at: start) { return start + 3 }
        if count == 5
            && (matches("gonna", at: start) || matches("gotta", at: start) || matches("wanna", at: start) || matches("gimme", at: start)
                || matches("lemme", at: start))
        {
            return start + 3
        }
        return nil
    }
}
