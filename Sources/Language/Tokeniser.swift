/// One token and what stands before it.
struct Piece {
    var start: Int32
    var end: Int32
    /// Whether white space or the start of the text stands before it.
    var spaceBefore: Bool
    /// Whether it is a word with a full stop of its own, such as "U.S." or "Sept."
    var abbreviated = false

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// Cuts text into the words of English UD: "don't" is two, "15-year" three, "U.S." one.
struct Tokeniser {
    let text: Characters
    private(set) var pieces: [Piece]
    private var space = true

    /// - Parameter room: an empty array whose capacity is used again.
    init(_ text: Characters, room: [Piece]) {
        self.text = text
        pieces = room
    }

    /// No token is longer, whatever the text.
    private static let longest = 1024

    /// The tokens, given away without a copy.
    mutating func takePieces() -> [Piece] {
        defer { pieces = [] }
        return pieces
    }

    mutating func tokenise(_ range: Range<Int>) {
        var index = range.lowerBound
        space = true
        while index < range.upperBound {
            switch text.kind(index) {
            case .space, .newline:
                index += text.length(index)
                space = true
            default:
                var end = index
                let limit = min(range.upperBound, index + Self.longest)
                var looksLikeAddress = false
                while end < limit {
                    let kind = text.kind(end)
                    if kind == .space || kind == .newline { break }
                    let byte = text.byte(end)
                    if byte == UInt8(ascii: "@") || (byte == UInt8(ascii: "/") && text.byte(end + 1) == byte)
                        || (byte | 0x20 == UInt8(ascii: "w") && matches("www.", at: end))
                    {
                        looksLikeAddress = true
                    }
                    end += text.length(end)
                }
                end = min(end, range.upperBound)
                chunk(index..<end, looksLikeAddress: looksLikeAddress)
                index = end
            }
        }
    }

    private mutating func emit(_ start: Int, _ end: Int, abbreviated: Bool = false) {
        pieces.append(Piece(start: Int32(start), end: Int32(end), spaceBefore: space, abbreviated: abbreviated))
        space = false
    }

    func matches(_ word: StaticString, at index: Int) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = text.byte(index + offset)
            if (byte &- 65 < 26 ? byte | 0x20 : byte) != word.utf8Start[offset] { return false }
        }
        return true
    }

    /// Cuts up what stands between two spaces.
    private mutating func chunk(_ chunk: Range<Int>, looksLikeAddress: Bool) {
        var index = chunk.lowerBound
        while index < chunk.upperBound {
            let kind = text.kind(index)
            if looksLikeAddress, let end = address(index, chunk.upperBound) {
                emit(index, end)
                index = end
                continue
            }
            if let end = emoticon(index, chunk) {
                emit(index, end)
                index = end
                continue
            }
            switch kind {
            case .letter, .digit:
                index = word(index, chunk.upperBound)
            case .dot:
                if text.byte(index) == UInt8(ascii: "."), text.kind(index + 1) == .digit, index == chunk.lowerBound {
                    index = word(index, chunk.upperBound)
                } else {
                    index = run(index, chunk.upperBound) { $0 == .dot || $0 == .mark }
                }
            case .mark: index = run(index, chunk.upperBound) { $0 == .mark || $0 == .dot }
            case .hyphen: index = run(index, chunk.upperBound) { $0 == .hyphen }
            case .apostrophe: index = apostrophe(index, chunk.upperBound)
            case .rule:
                let byte = text.byte(index)
                var end = index
                while end < chunk.upperBound, text.byte(end) == byte { end += 1 }
                emit(index, end)
                index = end
            default:
                let end = min(chunk.upperBound, index + text.length(index))
                emit(index, end)
                index = end
            }
        }
    }

    private mutating func run(_ start: Int, _ limit: Int, of kinds: (CharacterKind) -> Bool) -> Int {
        var end = start
        while end < limit, kinds(text.kind(end)) { end += text.length(end) }
        end = min(end, limit)
        emit(start, end)
        return end
    }

    /// An apostrophe that no word swallowed: 's, '90s, 'em, '' or a mark of quotation.
    private mutating func apostrophe(_ start: Int, _ limit: Int) -> Int {
        let after = start + text.length(start)
        if after < limit, text.byte(start) == text.byte(after), text.kind(after) == .apostrophe, text.length(start) == 1 {
            emit(start, after + 1)
            return after + 1
        }
        var end = after
        while end < limit, text.isWord(end) { end += text.length(end) }
        if end > after, Self.clitics.contains(text, after..<end) || text.kind(after) == .digit && end - after <= 3 && end - after >= 2 {
            emit(start, end)
            return end
        }
        emit(start, min(after, limit))
        return min(after, limit)
    }

    static let clitics = WordSet("s re ve ll d m em tis twas cause til")
    private static let prefixes = WordSet(
        """
        anti co counter cross e ex extra hyper infra inter intra macro mega meta micro mid mini mono multi neo non over pan para post pre pro proto \
        pseudo quasi re semi socio sub super trans tri ultra un under uni vice
        """)
    private static let dollars = WordSet("us a c nz hk nt s r au ca")

    // MARK: Words

    /// Emits the word that begins at `start`, with its clitics, and returns where it ends.
    private mutating func word(_ start: Int, _ limit: Int) -> Int {
        var end = start
        var dotted = false
        var abbreviated = false
        scan: while end < limit {
            let kind = text.kind(end)
            switch kind {
            case .letter, .digit:
                end += text.length(end)
            case .apostrophe:
                let after = end + text.length(end)
                guard after < limit, text.kind(after) == .letter, text.byte(end) != UInt8(ascii: "`") else { break scan }
                end = after
            case .dot:
                guard text.byte(end) == UInt8(ascii: ".") else { break scan }
                if end + 1 < limit, text.isWord(end + 1) {
                    if isMissingSpace(start, end) { break scan }
                    dotted = true
                    end += 1
                } else if keepsDot(start, end, dotted: dotted, limit: limit) {
                    end += 1
                    abbreviated = true
                    break scan
                } else {
                    break scan
                }
            case .hyphen:
                guard text.byte(end) == UInt8(ascii: "-"), end + 1 < limit, text.isWord(end + 1), keepsHyphen(start, end, limit) else {
                    break scan
                }
                end += 1
            case .sign, .rule:
                guard end + 1 < limit, joins(end, start) else { break scan }
                end += 1
            default: break scan
            }
        }
        end = min(end, limit)
        if end == start { end = min(limit, start + text.length(start)) }
        if text.byte(end) == UInt8(ascii: "$"), end < limit, Self.dollars.contains(text, start..<end), text.isUpper(start) {
            emit(start, end + 1)
            return end + 1
        }
        split(start, end, abbreviated: abbreviated)
        return end
    }

    /// "end.The": a full stop between a small letter and a capitalised word.
    private func isMissingSpace(_ start: Int, _ dot: Int) -> Bool {
        dot - start > 1 && text.isLower(dot - 1) && text.isLower(dot - 2) && text.isUpper(dot + 1) && text.isLower(dot + 2)
    }

    /// Whether a full stop at the end of a word is the word's own.
    private func keepsDot(_ start: Int, _ dot: Int, dotted: Bool, limit: Int) -> Bool {
        let range = start..<dot
        if range.count == 1 && text.isUpper(start) { return true }
        if dotted && isAcronym(range) { return true }
        let known = Abbreviations.leading.contains(text, range) || Abbreviations.closing.contains(text, range)
        guard known else { return false }
        // "On the sun." ends; "Sun." in a list of days does not.
        if Abbreviations.onlyCapital.contains(text, range) && !text.isUpper(start) { return false }
        if Abbreviations.beforeFigure.contains(text, range) {
            var next = dot + 1
            while text.kind(next) == .space { next += text.length(next) }
            if text.kind(next) == .digit { return true }
            return Abbreviations.closing.contains(text, range) && text.isUpper(start) && text.isUpper(next) && text.byte(dot + 1) == 32
        }
        if dot + 1 < limit, text.kind(dot + 1) == .dot { return false }
        return true
    }

    /// Single letters, or up to three, between full stops: U.S, a.m, Ph.D.
    private func isAcronym(_ range: Range<Int>) -> Bool {
        var length = 0
        var parts = 1
        for index in range {
            if text.byte(index) == UInt8(ascii: ".") {
                if length == 0 { return false }
                length = 0
                parts += 1
            } else {
                length += 1
                if length > 2 || text.kind(index) != .letter { return false }
            }
        }
        return parts > 1 && length == 1
    }

    private func keepsHyphen(_ start: Int, _ hyphen: Int, _ limit: Int) -> Bool {
        if text.kind(start) == .letter { return Self.prefixes.contains(text, start..<hyphen) }
        // Telephone numbers and ISO dates stay whole: 555-1234, 2024-06-19.
        var groups: [4 of Int] = .init(repeating: 0)
        var group = 0
        var index = start
        while index < limit, group < 4 {
            if text.kind(index) == .digit {
                groups[group] += 1
            } else if text.byte(index) == UInt8(ascii: "-"), text.kind(index + 1) == .digit {
                group += 1
            } else {
                break
            }
            index += 1
        }
        if group == 1 { return groups[0] == 3 && groups[1] == 4 }
        if group == 2 { return (groups[1] == 3 && groups[2] == 4) || (groups[1] <= 2 && groups[2] <= 4) }
        return group == 3 && groups[0] <= 2
    }

    /// Whether a sign inside a word holds its two sides together.
    private func joins(_ index: Int, _ start: Int) -> Bool {
        guard text.isWord(index + 1), index > start else { return false }
        let digits = text.kind(index - 1) == .digit && text.kind(index + 1) == .digit
        switch text.byte(index) {
        case UInt8(ascii: ","):
            return digits && text.kind(index + 2) == .digit && text.kind(index + 3) == .digit && text.kind(index + 4) != .digit
        case UInt8(ascii: ":"): return digits
        case UInt8(ascii: "/"): return digits || (index - start == 1 && !text.isWord(index + 2))
        case UInt8(ascii: "&"): return text.isUpper(index - 1) && text.isUpper(index + 1) || index - start == 1 && !text.isWord(index + 2)
        case UInt8(ascii: "_"): return true
        default: return false
        }
    }

    /// Emits a word, its clitics apart.
    private mutating func split(_ start: Int, _ end: Int, abbreviated: Bool) {
        let count = end - start
        if count > 1, let cut = cut(start, end), cut > start, cut < end {
            emit(start, cut)
            space = false
            emit(cut, end, abbreviated: abbreviated)
            return
        }
        emit(start, end, abbreviated: abbreviated)
    }

}
