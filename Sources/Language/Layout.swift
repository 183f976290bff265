/// A stretch of text that is read as one: a paragraph, a headline, an item of a list.
struct Block {
    var range: Range<Int>
    /// Where the words begin, after the marker of a list item.
    var body: Int
    var isBullet: Bool
    /// One short line that does not end as a sentence does.
    var isHeadline: Bool
}

/// Finds the blocks of a text: a blank line always ends one; a line break ends one, except inside hard-wrapped text.
struct Layout {
    let text: Characters

    private struct Line {
        var range: Range<Int>
        /// Code points.
        var width: Int
    }

    /// Longest line, in code points, that may be part of hard-wrapped text.
    private static let widest = 100
    private static let narrowest = 45

    func forEachBlock(from start: Int, _ body: (Block) -> Void) {
        var lines: [Line] = []
        var index = start
        while index < text.bytes.count {
            var end = index
            var first = -1
            var last = index
            var width = 0
            while end < text.bytes.count, text.kind(end) != .newline {
                let length = text.length(end)
                if text.kind(end) != .space {
                    if first < 0 { first = end }
                    last = end + length
                }
                width += 1
                end += length
            }
            end = min(end, text.bytes.count)
            if first < 0 {
                flush(&lines, body)
            } else {
                lines.append(Line(range: first..<min(last, end), width: width))
            }
            index = end + 1
        }
        flush(&lines, body)
    }

    /// Joins the lines between two blank ones where they are one text cut by hand.
    private func flush(_ lines: inout [Line], _ body: (Block) -> Void) {
        defer { lines.removeAll(keepingCapacity: true) }
        let width = lines.lazy.map(\.width).max() ?? 0
        var first = 0
        while first < lines.count {
            var last = first
            while last + 1 < lines.count, goesOn(lines[last], lines[last + 1], width: width) { last += 1 }
            body(block(lines[first].range.lowerBound..<lines[last].range.upperBound, isOneLine: first == last))
            first = last + 1
        }
    }

    private func goesOn(_ line: Line, _ next: Line, width: Int) -> Bool {
        guard line.width <= Self.widest, marker(next.range) == nil else { return false }
        let ended = endsSentence(line.range)
        if text.isLower(next.range.lowerBound) && !ended { return line.width >= 30 }
        guard line.width >= Self.narrowest, width <= Self.widest else { return false }
        var word = next.range.lowerBound
        var length = 0
        while word < next.range.upperBound, text.kind(word) != .space {
            length += 1
            word += text.length(word)
        }
        // The next word would not have fitted: the break is the typesetter's.
        return line.width + 1 + length > width || (!ended && text.isLower(next.range.lowerBound))
    }

    private func block(_ range: Range<Int>, isOneLine: Bool) -> Block {
        let marker = marker(range)
        let headline = isOneLine && marker == nil && range.count <= 160 && !endsSentence(range) && !text.isLower(range.lowerBound)
        return Block(range: range, body: marker ?? range.lowerBound, isBullet: marker != nil, isHeadline: headline)
    }

    /// Whether the last sign is one that ends or breaks off a sentence.
    private func endsSentence(_ range: Range<Int>) -> Bool {
        var index = range.upperBound - 1
        while index > range.lowerBound {
            while index > range.lowerBound, text.byte(index) & 0xC0 == 0x80 { index -= 1 }
            switch text.kind(index) {
            case .quote, .closeQuote, .apostrophe, .closeBracket: index -= 1
            case .dot, .mark, .hyphen, .dash: return true
            default: return ",;:".utf8.contains(text.byte(index))
            }
        }
        return false
    }

    /// Where the words of a list item begin, nil for a line that is none.
    private func marker(_ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let byte = text.byte(index)
        if text.kind(index) == .digit {
            while index < range.upperBound, text.kind(index) == .digit { index += 1 }
            guard index - range.lowerBound <= 2, text.byte(index) == UInt8(ascii: ".") || text.byte(index) == UInt8(ascii: ")") else {
                return nil
            }
            index += 1
        } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || isBulletSign(index) {
            index += text.length(index)
        } else {
            return nil
        }
        guard text.kind(index) == .space else { return nil }
        while index < range.upperBound, text.kind(index) == .space { index += text.length(index) }
        return index < range.upperBound ? index : nil
    }

    private func isBulletSign(_ index: Int) -> Bool {
        switch (text.byte(index), text.byte(index + 1), text.byte(index + 2)) {
        case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x96, _), (0xE2, 0x97, _),
            (0xC2, 0xB7, _):
            true
        default: false
        }
    }
}
