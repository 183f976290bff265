/// Shapes that the tokeniser looks for as a whole.
extension Tokeniser {
    private static let units = WordSet(
        "am pm bn mn tn m km kg cm mm ft lb lbs mph kph kb mb gb tb mw gw kw hp nm mg ml min mins hrs yrs p k")

    /// ":)" and its like, standing alone.
    func emoticon(_ chunk: Range<Int>) -> Int? {
        let start = chunk.lowerBound
        switch text.byte(start) {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): break
        default: return nil
        }
        var end = start + 1
        if text.byte(end) == UInt8(ascii: "-") { end += 1 }
        guard end < chunk.upperBound, ")(DPp/|".utf8.contains(text.byte(end)) else { return nil }
        end += 1
        return end == chunk.upperBound || text.kind(end) == .dot ? end : nil
    }

    /// Where a clitic or a unit begins, if the word has one.
    @inline(__always)
    func cut(_ start: Int, _ end: Int, _ kind: CharacterKind) -> Int? {
        let (last, before) = (text.byte(end - 2), text.byte(end - 3))
        let apostrophe = UInt8(ascii: "'")
        if last == apostrophe || before == apostrophe || last == 0x99 || before == 0x99, let mark = clitic(start, end) { return mark }
        if kind == .digit { return unit(start, end) }
        switch (end - start, text.byte(start) | 0x20) {
        case (5, UInt8(ascii: "g")):
            return matches("gonna", at: start) || matches("gotta", at: start) || matches("gimme", at: start) ? start + 3 : nil
        case (5, UInt8(ascii: "w")): return matches("wanna", at: start) ? start + 3 : nil
        case (5, UInt8(ascii: "l")): return matches("lemme", at: start) ? start + 3 : nil
        case (6, UInt8(ascii: "c")): return matches("cannot", at: start) ? start + 3 : nil
        default: return nil
        }
    }

    /// Back to an apostrophe: at most three bytes of it and two letters after it.
    private func clitic(_ start: Int, _ end: Int) -> Int? {
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
        return nil
    }

    private func unit(_ start: Int, _ end: Int) -> Int? {
        var index = start
        loop: while index < end {
            switch text.byte(index) {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"): index += 1
            default: break loop
            }
        }
        text.visited(index - start)
        return index < end && Self.units.contains(text, index..<end) ? index : nil
    }
}
