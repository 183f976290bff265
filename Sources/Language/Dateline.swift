/// Recognises what opens an agency report: "RIYADH (Reuters) -", "SEOUL, June 19 (Yonhap) --", "MOSCOW, June 19. /TASS/."
struct Dateline {
    let text: Characters
    let pieces: UnsafeBufferPointer<Piece>

    /// Longest dateline, in tokens.
    private static let longest = 22

    /// The number of tokens of the dateline that opens a block, 0 if none does.
    func length(in block: Range<Int>) -> Int {
        var capitals = false
        var agency = false
        var depth = 0
        let first = block.lowerBound
        for index in block.prefix(Self.longest) {
            text.visited(1)
            let piece = pieces[index]
            let start = Int(piece.start)
            switch piece.kind {
            case .openBracket:
                // "(Reuters) -" or after the place.
                agency = true
                depth += 1
            case .closeBracket: depth -= 1
            case .hyphen, .dash:
                guard piece.spaceBefore || text.kind(start) == .dash, index > first, index + 1 < block.upperBound else { return 0 }
                if !pieces[index + 1].spaceBefore && !piece.spaceBefore { return 0 }
                guard depth == 0 else { return 0 }
                return capitals || agency || isShort(index, in: block) ? index + 1 - first : 0
            case .letter:
                guard isName(index, depth: depth) else { return 0 }
                if depth == 0 && isCapitals(piece.range) { capitals = true }
                if index == first && !capitals && !text.isUpper(start) { return 0 }
            case .digit: if index == first { return 0 }
            case .dot:
                guard let end = slashedAgency(after: index, block) else { return 0 }
                return capitals ? end - first : 0
            case .sign:
                guard text.byte(start) == UInt8(ascii: ",") || text.byte(start) == UInt8(ascii: "/") else { return 0 }
            default: return 0
            }
        }
        return 0
    }

    /// "Phnom Penh - The court ...": a place of up to three words in front of a sentence that begins behind the dash and has no other.
    private func isShort(_ dash: Int, in block: Range<Int>) -> Bool {
        let next = dash + 1
        guard dash - block.lowerBound <= 3, block.count > 12, pieces[dash].spaceBefore, pieces[next].spaceBefore,
            (block.lowerBound..<dash).allSatisfy({ text.isUpper(Int(pieces[$0].start)) }),
            pieces[next].kind == .letter && text.isUpper(Int(pieces[next].start))
        else { return false }
        for index in next..<min(block.upperBound, next + 24) {
            text.visited(1)
            if text.kind(Int(pieces[index].start)) == .dash || pieces[index].kind == .hyphen && pieces[index].spaceBefore { return false }
        }
        return true
    }

    /// ". /TASS/." after place and day.
    private func slashedAgency(after dot: Int, _ block: Range<Int>) -> Int? {
        guard dot + 4 < block.upperBound else { return nil }
        func isByte(_ index: Int, _ byte: Character) -> Bool {
            pieces[index].end - pieces[index].start == 1 && text.byte(Int(pieces[index].start)) == byte.asciiValue
        }
        guard isByte(dot + 1, "/"), isByte(dot + 3, "/"), isByte(dot + 4, ".") else { return nil }
        return dot + 5
    }

    /// A capitalised word, a month, or a small word inside a name or a bracket.
    private func isName(_ index: Int, depth: Int) -> Bool {
        let range = pieces[index].range
        if text.isUpper(range.lowerBound) { return true }
        return depth > 0 || Self.small.contains(text, range)
    }

    private static let small = WordSet("of and the de la el al")

    private func isCapitals(_ range: Range<Int>) -> Bool {
        guard range.count > 2 else { return false }
        var index = range.lowerBound
        defer { text.visited(index - range.lowerBound) }
        while index < range.upperBound {
            if text.isLower(index) { return false }
            index += text.length(index)
        }
        return true
    }
}
