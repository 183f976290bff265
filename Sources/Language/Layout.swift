#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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

    struct Line {
        var range: Range<Int>
        /// Code points, of which no more than `uncounted` are counted.
        var width: Int
    }

    /// Longest line, in code points, that may be part of hard-wrapped text.
    private static let widest = 100
    private static let narrowest = 45
    private static let uncounted = widest + 1

    /// - Parameter lines: empty; room for the lines between two blank ones.
    func forEachBlock(from start: Int, lines: inout [Line], _ body: (Block) -> Void) {
        var index = max(0, start)
        var feed = index - 1
        var carriage = index - 1
        while index < text.bytes.count {
            // Each kind of line end is looked for only when the last one found is behind, so that many of one cost nothing for the other.
            if feed < index { feed = find(10, from: index) }
            if carriage < index { carriage = find(13, from: index) }
            let end = min(feed, carriage)
            if let range = withoutSpace(index..<end) {
                lines.append(Line(range: range, width: width(index..<end)))
            } else if !lines.isEmpty {
                flush(&lines, body)
            }
            index = end + 1
        }
        flush(&lines, body)
    }

    private func find(_ byte: UInt8, from index: Int) -> Int {
        guard let base = text.bytes.baseAddress else { return 0 }
        let found = memchr(base + index, Int32(byte), text.bytes.count - index)
        let end = found.map { base.distance(to: UnsafePointer($0.assumingMemoryBound(to: UInt8.self))) } ?? text.bytes.count
        text.visited(end - index)
        return end
    }

    /// A line without the space at its two ends, nil if nothing is left.
    private func withoutSpace(_ line: Range<Int>) -> Range<Int>? {
        var first = line.lowerBound
        while first < line.upperBound, text.kind(first) == .space { first += text.length(first) }
        guard first < line.upperBound else {
            text.visited(line.count)
            return nil
        }
        var end = line.upperBound
        while end > first {
            // Back to where the last character begins.
            var last = end - 1
            while last > first, last > end - 4, text.byte(last) & 0xC0 == 0x80 { last -= 1 }
            guard text.kind(last) == .space, last + text.length(last) == end else { break }
            end = last
        }
        text.visited(first - line.lowerBound + line.upperBound - end)
        return first..<end
    }

    private func width(_ line: Range<Int>) -> Int {
        var width = 0
        var index = line.lowerBound
        while index < line.upperBound, width < Self.uncounted {
            if text.byte(index) & 0xC0 != 0x80 { width += 1 }
            index += 1
        }
        text.visited(index - line.lowerBound)
        return width
    }

    /// Joins the lines between two blank ones where they are one text cut by hand.
    private func flush(_ lines: inout [Line], _ body: (Block) -> Void) {
        var width = 0
        for line in lines { width = max(width, line.width) }
        var first = 0
        while first < lines.count {
            var last = first
            while last + 1 < lines.count, goesOn(lines[last], lines[last + 1], width: width) { last += 1 }
            body(block(lines[first].range.lowerBound..<lines[last].range.upperBound, isOneLine: first == last))
            first = last + 1
        }
        text.visited(2 * lines.count)
        lines.removeAll(keepingCapacity: true)
    }

    private func goesOn(_ line: Line, _ next: Line, width: Int) -> Bool {
        guard line.width <= Self.widest, marker(next.range) == nil else { return false }
        let ended = endsSentence(line.range)
        if text.isLower(next.range.lowerBound) && !ended { return line.width >= 30 }
        guard line.width >= Self.narrowest, width <= Self.widest else { return false }
        var word = next.range.lowerBound
        var length = 0
        while word < next.range.upperBound, length < Self.uncounted, text.kind(word) != .space {
            length += 1
            word += text.length(word)
        }
        text.visited(length)
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
        defer { text.visited(range.upperBound - index) }
        while index > range.lowerBound {
            while index > range.lowerBound, text.byte(index) & 0xC0 == 0x80 { index -= 1 }
            switch text.kind(index) {
            case .quote, .closeQuote, .apostrophe, .closeBracket: index -= 1
            case .dot, .mark, .hyphen, .dash: return true
            default: return Self.isPause(text.byte(index))
            }
        }
        return false
    }

    private static func isPause(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
    }

    /// Where the words of a list item begin, nil for a line that is none.
    private func marker(_ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let byte = text.byte(index)
        defer { text.visited(index - range.lowerBound + 1) }
        if text.kind(index) == .digit {
            while index < range.upperBound, index < range.lowerBound + 3, text.kind(index) == .digit { index += 1 }
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
