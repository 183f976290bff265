/// Recognises the time that opens an entry of a running report: "18:35 The council", "9.05pm", "12.45 GMT BREAKING:", "[14:20]".
struct ClockMark {
    let text: Characters
    let pieces: UnsafeBufferPointer<Piece>

    /// The number of tokens of the time and the label behind it, 0 if no time opens the block or nothing follows it.
    func length(in block: Range<Int>) -> Int {
        var at = block.lowerBound
        let isBracketed = at < block.upperBound && pieces[at].kind == .openBracket
        if isBracketed { at += 1 }
        guard at < block.upperBound, pieces[at].kind == .digit, let hour = hour(pieces[at].range) else { return 0 }
        at += 1
        var isMarked = isBracketed
        if at < block.upperBound, pieces[at].kind == .letter {
            if hour < 13, Self.halves.contains(text, pieces[at].range) {
                isMarked = true
                at += 1
            }
            if at < block.upperBound, Self.zones.contains(text, pieces[at].range), isCapitals(pieces[at].range) {
                isMarked = true
                at += 1
            }
        }
        if isBracketed {
            guard at < block.upperBound, pieces[at].kind == .closeBracket else { return 0 }
            at += 1
        }
        if at < block.upperBound, pieces[at].kind == .hyphen || pieces[at].kind == .dash || text.byte(Int(pieces[at].start)) == Self.colon {
            isMarked = true
            at += 1
        }
        guard at < block.upperBound else { return 0 }
        // "10.50 per cent", "12:30 trains": a bare time is one only in front of what can open a sentence.
        let next = pieces[at]
        guard next.spaceBefore || isMarked, isMarked || next.kind == .quote || next.kind == .openQuote || text.isUpper(Int(next.start))
        else { return 0 }
        return label(at, block.upperBound) - block.lowerBound
    }

    /// Behind a label in capitals and its colon: "BREAKING:".
    private func label(_ at: Int, _ end: Int) -> Int {
        guard at + 2 < end, pieces[at].kind == .letter, Self.labels.contains(text, pieces[at].range), isCapitals(pieces[at].range),
            text.byte(Int(pieces[at + 1].start)) == Self.colon
        else { return at }
        return at + 2
    }

    /// The hour of "18:35", "9.05" or "18h35".
    private func hour(_ range: Range<Int>) -> Int? {
        text.visited(range.count)
        guard range.count == 4 || range.count == 5 else { return nil }
        func digit(_ index: Int) -> Int? {
            let byte = text.byte(index)
            return byte >= 48 && byte < 58 ? Int(byte - 48) : nil
        }
        let sign = range.upperBound - 3
        guard [UInt8(ascii: "."), Self.colon, UInt8(ascii: "h")].contains(text.byte(sign)), let ten = digit(sign + 1),
            digit(sign + 2) != nil,
            ten < 6, let one = digit(sign - 1)
        else { return nil }
        guard range.count == 5 else { return one }
        return digit(range.lowerBound).map { $0 * 10 + one }.flatMap { $0 < 24 ? $0 : nil }
    }

    private func isCapitals(_ range: Range<Int>) -> Bool {
        text.visited(range.count)
        return range.allSatisfy { !text.isLower($0) }
    }

    private static let colon = UInt8(ascii: ":")
    private static let halves = WordSet("am pm a.m. p.m.")
    private static let zones = WordSet("gmt utc bst cet cest eet eest est edt et pst pdt ist jst msk")
    private static let labels = WordSet("breaking update latest alert summary urgent")
}
