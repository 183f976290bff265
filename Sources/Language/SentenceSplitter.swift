/// Finds where sentences end among the tokens of a block.
struct SentenceSplitter {
    let text: Characters
    let pieces: UnsafeBufferPointer<Piece>

    /// No sentence is longer, in tokens.
    static let longest = 400
    /// What the first tokens of the block, the marker of a list item, leave of that.
    let room: Int

    init(text: Characters, pieces: UnsafeBufferPointer<Piece>, marker: Int) {
        self.text = text
        self.pieces = pieces
        room = Self.longest - marker
    }

    /// Calls `body` with the range of pieces of each sentence, in order.
    func forEachSentence(in block: Range<Int>, body: (Range<Int>) -> Void) {
        var start = block.lowerBound
        var index = start
        while index < block.upperBound {
            let piece = pieces[index]
            if piece.kind == .dot || piece.kind == .mark || piece.abbreviated,
                let end = boundary(after: index, of: start, block)
            {
                body(start..<end)
                start = end
                index = end
                continue
            }
            if endsUnmarked(index, of: start, block) {
                body(start..<(index + 1))
                start = index + 1
                index += 1
                continue
            }
            if index - start + 1 >= room {
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

    func kind(_ index: Int) -> CharacterKind { pieces[index].kind }
    func isUpper(_ index: Int) -> Bool { text.isUpper(Int(pieces[index].start)) }
    func isLower(_ index: Int) -> Bool { text.isLower(Int(pieces[index].start)) }

    /// Where the next sentence begins if one ends with this token and the quotes and brackets that close it.
    ///
    /// - Parameter start: where the sentence began. If that was without a capital, the next one may begin so too.
    private func boundary(after index: Int, of start: Int, _ block: Range<Int>) -> Int? {
        let piece = pieces[index]
        let kind = kind(index)
        let stops = kind == .dot && isBare(index) || kind == .mark
        guard stops || piece.abbreviated else { return nil }
        if index == block.lowerBound && stops { return nil }
        var next = index + 1
        var closed = false
        var smiles = false
        // Not even closing brackets make a sentence longer than may be.
        let limit = min(block.upperBound, start + room)
        while next < limit {
            if closes(next, block) {
                closed = true
                next += 1
            } else if next + 3 <= limit, isNote(next, block) {
                next += 3
            } else if !piece.abbreviated, isNoteNumber(next, block) {
                next += 1
            } else if pieces[next].form == .emoticon {
                smiles = true
                next += 1
            } else {
                break
            }
        }
        guard next < block.upperBound else { return nil }
        var word = next
        while word + 1 < block.upperBound, opens(word) { word += 1 }
        text.visited(word - index)
        if piece.abbreviated { return abbreviationEnds(index, word: word, closed: closed, quoted: word > next) ? next : nil }
        if !pieces[next].spaceBefore && !closed && !isUpper(next) && !(kind == .mark && isLower(next)) { return nil }
        let isEllipsis = piece.end - piece.start > 1 && kind == .dot
        if smiles || pieces[word].form == .address { return next }
        if isLower(word) { return !closed && !isEllipsis && mayBegin(word, after: index, start) ? next : nil }
        switch self.kind(word) {
        case .letter:
            if isUpper(word) {
                return closed && kind == .mark && isSpeech(word + 1, block) ? nil : next
            }
            return isEllipsis ? nil : next
        case .digit: return isEllipsis && word == next ? nil : next
        case .dot, .mark: return word > next ? next : nil
        case .closeBracket: return nil
        case .dash: return nil
        case .sign: return text.byte(Int(pieces[word].start)) == UInt8(ascii: ",") ? nil : next
        default: return next
        }
    }

    /// Whether a sentence may begin with a small letter after this stop: where the one before did, after a question, with a
    /// pronoun, and after a word that can hardly be cut short.
    private func mayBegin(_ word: Int, after stop: Int, _ start: Int) -> Bool {
        if isLower(start) || text.byte(Int(pieces[stop].end) - 1) == UInt8(ascii: "?") { return true }
        guard stop > start else { return false }
        if kind(stop - 1) != .digit, Abbreviations.pronouns.contains(text, pieces[word].range) { return true }
        guard pieces[stop].kind == .dot, pieces[stop].end - pieces[stop].start == 1 else { return false }
        let before = pieces[stop - 1]
        return before.end - before.start >= 4 && isLower(stop - 1)
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

    func isStarter(_ index: Int) -> Bool { Abbreviations.starters.contains(text, pieces[index].range) }

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
        return pieces[index].quoted != pieces[max(block.lowerBound, index - Self.longest)].quoted
    }

    /// "[6]" after a full stop points to a note on the sentence before.
    private func isNote(_ index: Int, _ block: Range<Int>) -> Bool {
        index + 2 < block.upperBound && text.byte(Int(pieces[index].start)) == UInt8(ascii: "[") && kind(index + 1) == .digit
            && text.byte(Int(pieces[index + 2].start)) == UInt8(ascii: "]")
    }

    /// A small figure between a full stop and "The" is the number of a note.
    private func isNoteNumber(_ index: Int, _ block: Range<Int>) -> Bool {
        index + 1 < block.upperBound && kind(index) == .digit && pieces[index].end - pieces[index].start <= 2
            && pieces[index + 1].spaceBefore && isUpper(index + 1) && isStarter(index + 1)
    }

    func opens(_ index: Int) -> Bool {
        switch kind(index) {
        case .openQuote, .openBracket, .quote: true
        case .apostrophe: isBare(index)
        default: false
        }
    }
}
