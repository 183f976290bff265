/// Where sentences end without a sign for it: in mails, posts and lists.
extension SentenceSplitter {
    /// Whether a sentence ends with this token, which is no full stop.
    @inline(__always)
    func endsUnmarked(_ index: Int, of start: Int, _ block: Range<Int>) -> Bool {
        let next = index + 1
        guard next < block.upperBound, pieces[next].spaceBefore else { return false }
        if pieces[index].form != .plain || pieces[next].form != .plain { return endsBySpecialToken(index, of: start, block) }
        if pieces[next].kind == .hyphen, pieces[next].end - pieces[next].start == 1 { return isFile(next + 1, block) }
        switch pieces[index].kind {
        case .digit: return index == block.lowerBound + 1 && isUpper(next) && Abbreviations.captions.contains(text, pieces[index - 1].range)
        case .sign: return index - start <= 3 && endsClosing(index, of: start, block)
        case .closeBracket: return isSourceInBrackets(start...index) && (isUpper(next) || opens(next))
        case .hyphen: return index == start && pieces[index].end - pieces[index].start > 1 && isUpper(next)
        case .rule: return closesAddress(index, of: start) && (isUpper(next) || isTimeStamp(next, block))
        case .letter:
            if pieces[next].kind == .digit { return isTimeStamp(next, block) && isHeader(start...index) }
            return isMeridian(index) && index - start >= 2 && isTimeStamp(index - 2, block)
        default: return false
        }
    }

    private func endsBySpecialToken(_ index: Int, of start: Int, _ block: Range<Int>) -> Bool {
        let (piece, next) = (pieces[index], pieces[index + 1])
        if piece.form == .rule { return index == start || piece.spaceBefore }
        if next.form == .rule { return index + 2 == block.upperBound || pieces[index + 2].spaceBefore }
        switch (piece.form, next.form) {
        case (.emoticon, .address): return true
        case (.emoticon, _): return isUpper(index + 1)
        case (.address, .address): return true
        case (.address, _):
            if index == start, next.kind == .letter || next.kind == .digit {
                return !Abbreviations.afterAddress.contains(text, next.range)
            }
            if next.kind == .digit { return isTimeStamp(index + 1, block) }
            return isUpper(index + 1) && isStarter(index + 1)
        default: return false
        }
    }

    /// "Kind regards," before a name; not "Thanks, Kim."
    private func endsClosing(_ comma: Int, of start: Int, _ block: Range<Int>) -> Bool {
        text.byte(Int(pieces[comma].start)) == UInt8(ascii: ",") && comma > start && isUpper(start) && isUpper(comma + 1)
            && Abbreviations.closings.contains(text, pieces[comma - 1].range)
            && (comma + 2 >= block.upperBound || pieces[comma + 2].kind != .dot)
    }

    /// "- report.doc": one of the files that hang on a mail.
    private func isFile(_ index: Int, _ block: Range<Int>) -> Bool {
        guard index < block.upperBound, pieces[index].spaceBefore, pieces[index].form == .plain, pieces[index].end - pieces[index].start > 5
        else { return false }
        let dot = Int(pieces[index].end) - 4
        return kind(index) == .letter && text.byte(dot) == UInt8(ascii: ".") && (1...3).allSatisfy { text.isLower(dot + $0) }
    }

    /// "<ann@example.org>": the end of the sender in the head of a mail.
    private func closesAddress(_ index: Int, of start: Int) -> Bool {
        index > start && text.byte(Int(pieces[index].start)) == UInt8(ascii: ">") && pieces[index - 1].form == .address
    }

    /// "(New Scientist Space)": where a passage was taken from.
    private func isSourceInBrackets(_ range: ClosedRange<Int>) -> Bool {
        guard range.count >= 3, range.count <= 8, kind(range.lowerBound) == .openBracket else { return false }
        return isUpper(range.lowerBound + 1)
            && range.dropFirst().dropLast().allSatisfy { isUpper($0) || text.byte(Int(pieces[$0].start)) == UInt8(ascii: ":") }
    }

    /// "08/16/2000 03:48 PM": when a mail was sent.
    private func isTimeStamp(_ index: Int, _ block: Range<Int>) -> Bool {
        guard index + 1 < block.upperBound, pieces[index].end - pieces[index].start >= 6, kind(index) == .digit,
            kind(index + 1) == .digit
        else { return false }
        let (day, time) = (Int(pieces[index].start), Int(pieces[index + 1].start))
        return (text.byte(day + 1) == UInt8(ascii: "/") || text.byte(day + 2) == UInt8(ascii: "/"))
            && (text.byte(time + 1) == UInt8(ascii: ":") || text.byte(time + 2) == UInt8(ascii: ":"))
    }

    private func isMeridian(_ index: Int) -> Bool {
        let start = Int(pieces[index].start)
        return pieces[index].end - pieces[index].start == 2 && text.byte(start + 1) == UInt8(ascii: "M")
            && (text.byte(start) == UInt8(ascii: "A") || text.byte(start) == UInt8(ascii: "P"))
    }

    /// A name, an address: what stands before the day in the head of a mail.
    private func isHeader(_ range: ClosedRange<Int>) -> Bool {
        range.count <= 6 && range.allSatisfy { kind($0) != .letter || isUpper($0) }
    }
}
