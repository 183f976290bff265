/// Finds where sentences end among the tokens of a block.
struct SentenceSplitter {
    let text: Characters
    let pieces: [Piece]

    /// No sentence is longer, in tokens.
    static let longest = 400

    /// Calls `body` with the range of pieces of each sentence, in order.
    func forEachSentence(in block: Range<Int>, body: (Range<Int>) -> Void) {
        var start = block.lowerBound
        var index = start
        while index < block.upperBound {
            if let end = boundary(after: index, block, informal: isLower(start)) {
                body(start..<end)
                start = end
                index = end
                continue
            }
            if index - start + 1 >= Self.longest {
                let cut = lastPause(start..<(index + 1)) ?? index + 1
                body(start..<cut)
                start = cut
                index = max(index, cut - 1)
            }
            index += 1
        }
        if start < block.upperBound { body(start..<block.upperBound) }
    }

    private func lastPause(_ range: Range<Int>) -> Int? {
        for index in range.reversed().prefix(Self.longest * 3 / 4) where index + 1 < range.upperBound {
            let byte = text.byte(Int(pieces[index].start))
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { return index + 1 }
        }
        return nil
    }

    private func kind(_ index: Int) -> CharacterKind { text.kind(Int(pieces[index].start)) }
    private func isUpper(_ index: Int) -> Bool { text.isUpper(Int(pieces[index].start)) }
    private func isLower(_ index: Int) -> Bool { text.isLower(Int(pieces[index].start)) }

    /// Where the next sentence begins if one ends with this token and the quotes and brackets that close it.
    ///
    /// - Parameter informal: whether the sentence began without a capital, so that the next one may too.
    private func boundary(after index: Int, _ block: Range<Int>, informal: Bool) -> Int? {
        let piece = pieces[index]
        let kind = kind(index)
        let stops = kind == .dot && isBare(index) || kind == .mark
        guard stops || piece.abbreviated else { return nil }
        if index == block.lowerBound && stops { return nil }
        var next = index + 1
        var closed = false
        while next < block.upperBound {
            if closes(next, block) {
                closed = true
                next += 1
            } else if isNote(next, block) {
                next += 3
            } else {
                break
            }
        }
        guard next < block.upperBound else { return nil }
        var word = next
        while word + 1 < block.upperBound, opens(word) { word += 1 }
        if piece.abbreviated { return abbreviationEnds(index, word: word, closed: closed, quoted: word > next) ? next : nil }
        if !pieces[next].spaceBefore && !closed && !isUpper(next) { return nil }
        let isEllipsis = piece.end - piece.start > 1 && kind == .dot
        if isLower(word) { return !closed && !isEllipsis && (informal || text.byte(Int(piece.end) - 1) == UInt8(ascii: "?")) ? next : nil }
        switch self.kind(word) {
        case .letter:
            if isUpper(word) {
                return closed && kind == .mark && isSpeech(word + 1, block) ? nil : next
            }
            return isEllipsis ? nil : next
        case .digit: return isEllipsis && word == next ? nil : next
        case .dot, .mark, .closeBracket: return nil
        case .dash: return nil
        case .sign: return text.byte(Int(pieces[word].start)) == UInt8(ascii: ",") ? nil : next
        default: return next
        }
    }

    /// Whether a token is its sign alone, as ’ is and ’s and .5 are not.
    private func isBare(_ index: Int) -> Bool {
        let next = Int(pieces[index].start) + text.length(Int(pieces[index].start))
        return next >= Int(pieces[index].end) || !text.isWord(next)
    }

    private func isSpeech(_ index: Int, _ block: Range<Int>) -> Bool {
        index < block.upperBound && Abbreviations.speech.contains(text, pieces[index].range)
    }

    private func abbreviationEnds(_ index: Int, word: Int, closed: Bool, quoted: Bool) -> Bool {
        let range = pieces[index].range
        let bare = range.dropLast()
        if closed && isUpper(word) && isStarter(word) { return true }
        if Abbreviations.leading.contains(text, bare) { return false }
        guard isUpper(word) else { return false }
        if isTimeOfDay(range) {
            return !Abbreviations.zones.contains(text, pieces[word].range) && !Abbreviations.months.contains(text, pieces[word].range)
        }
        if quoted && range.count > 2 { return true }
        if range.count == 2 {
            // An initial: "J. The" hardly occurs, "J. A. Smith" often.
            return isStarter(word) && pieces[word].end - pieces[word].start > 1
                && !(index > 0 && isUpper(index - 1) && pieces[word].end - pieces[word].start < 3)
        }
        if text.byte(range.lowerBound) | 0x20 == UInt8(ascii: "e"), range.count == 4 { return true }
        return isStarter(word)
    }

    private func isTimeOfDay(_ range: Range<Int>) -> Bool {
        range.count == 4 && text.byte(range.lowerBound + 2) | 0x20 == UInt8(ascii: "m")
            && "ap".utf8.contains(text.byte(range.lowerBound) | 0x20)
            && text.byte(range.lowerBound + 1) == UInt8(ascii: ".")
    }

    private func isStarter(_ index: Int) -> Bool { Abbreviations.starters.contains(text, pieces[index].range) }

    /// Whether a token closes what came before: a closing quote or bracket with no space in front.
    private func closes(_ index: Int, _ block: Range<Int>) -> Bool {
        switch kind(index) {
        case .closeQuote, .closeBracket: return true
        case .apostrophe:
            return !pieces[index].spaceBefore && isBare(index)
        case .quote:
            return !pieces[index].spaceBefore || isClosingByCount(index, block)
        default: return false
        }
    }

    /// A straight quote with space on both sides closes if an odd number stands before it.
    private func isClosingByCount(_ index: Int, _ block: Range<Int>) -> Bool {
        if index + 1 < block.upperBound && !pieces[index + 1].spaceBefore { return false }
        let before = (max(block.lowerBound, index - Self.longest)..<index).count { kind($0) == .quote }
        return before % 2 == 1
    }

    /// "[6]" after a full stop points to a note on the sentence before.
    private func isNote(_ index: Int, _ block: Range<Int>) -> Bool {
        index + 2 < block.upperBound && text.byte(Int(pieces[index].start)) == UInt8(ascii: "[") && kind(index + 1) == .digit
            && text.byte(Int(pieces[index + 2].start)) == UInt8(ascii: "]")
    }

    private func opens(_ index: Int) -> Bool {
        switch kind(index) {
        case .openQuote, .openBracket, .quote: true
        case .apostrophe: isBare(index)
        default: false
        }
    }
}
