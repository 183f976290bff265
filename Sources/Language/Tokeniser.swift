/// Cuts text into the words of English UD: "don't" is two, "15-year" three, "U.S." one.
struct Tokeniser {
    let text: Characters
    private(set) var pieces: [Piece]
    private var space = true
    private var quoted = false
    var addresses = Addresses()

    /// - Parameter room: an empty array whose capacity is used again.
    init(_ text: Characters, room: consuming [Piece]) {
        self.text = text
        pieces = room
    }

    /// No token is longer, whatever the text.
    private static let longest = 1024
    /// So many signs alike, in bytes, draw a line.
    private static let shortestRule = 5

    /// The tokens, given away without a copy.
    consuming func takePieces() -> [Piece] { pieces }

    /// Puts the tokens of a block in the place of those before.
    mutating func tokenise(_ range: Range<Int>) {
        pieces.removeAll(keepingCapacity: true)
        var index = range.lowerBound
        space = true
        quoted = false
        while index < range.upperBound {
            let kind = text.kind(index)
            if kind == .space || kind == .newline {
                index += text.length(index)
                space = true
                continue
            }
            let limit = min(range.upperBound, index + Self.longest)
            let letters = text.endOfLetters(index, limit)
            // Most words are letters between two spaces.
            if letters > index, letters == limit || Self.isBlank(text.byte(letters)) {
                split(index, letters, kind: .letter, form: .plain)
                index = letters
                continue
            }
            let end = endOfChunk(index, letters, limit: limit, range)
            chunk(index..<end)
            index = end
        }
        text.visited(range.count)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 }

    /// Where the next space is, or the longest token ends; on the way, whether there may be an address.
    @inline(__always)
    private mutating func endOfChunk(_ start: Int, _ letters: Int, limit: Int, _ range: Range<Int>) -> Int {
        var end = letters
        var looksLikeAddress = false
        while end < limit {
            let kind = text.kind(end)
            switch kind {
            case .space, .newline:
                addresses.begin(if: looksLikeAddress)
                return end
            case .letter, .digit: break
            default:
                let byte = text.byte(end)
                if byte == UInt8(ascii: "@") || (byte == UInt8(ascii: "/") && text.byte(end + 1) == byte)
                    || (byte == UInt8(ascii: ".") && end - start >= 3 && matches("www", at: end - 3))
                {
                    looksLikeAddress = true
                }
            }
            end += text.length(end)
        }
        addresses.begin(if: looksLikeAddress)
        return min(end, range.upperBound)
    }

    @inline(__always)
    private mutating func emit(_ start: Int, _ end: Int, kind: CharacterKind, form: Piece.Form = .plain) {
        pieces.append(
            Piece(start: Int32(start), end: Int32(end), kind: kind, spaceBefore: space, form: form, quoted: quoted))
        space = false
        if kind == .quote { quoted.toggle() }
    }

    func matches(_ word: StaticString, at index: Int) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = text.byte(index + offset)
            if (byte &- 65 < 26 ? byte | 0x20 : byte) != word.utf8Start[offset] { return false }
        }
        return true
    }

    /// Cuts up what stands between two spaces.
    private mutating func chunk(_ chunk: Range<Int>) {
        var index = chunk.lowerBound
        text.visited(chunk.count)
        while index < chunk.upperBound {
            let kind = text.kind(index)
            if addresses.arePossible, let end = address(index, chunk.upperBound) {
                emit(index, end, kind: kind, form: .address)
                index = end
                continue
            }
            if index == chunk.lowerBound, let end = emoticon(chunk) {
                emit(index, end, kind: kind, form: .emoticon)
                index = end
                continue
            }
            switch kind {
            case .letter, .digit:
                index = word(index, chunk.upperBound, kind)
            case .dot:
                if text.byte(index) == UInt8(ascii: "."), text.kind(index + 1) == .digit, index == chunk.lowerBound {
                    index = word(index, chunk.upperBound, kind)
                } else {
                    index = run(index, chunk.upperBound, kind) { $0 == .dot || $0 == .mark }
                }
            case .mark: index = run(index, chunk.upperBound, kind) { $0 == .mark || $0 == .dot }
            case .hyphen: index = run(index, chunk.upperBound, kind) { $0 == .hyphen }
            case .apostrophe: index = apostrophe(index, chunk.upperBound)
            case .rule:
                let byte = text.byte(index)
                var end = index
                while end < chunk.upperBound, text.byte(end) == byte { end += 1 }
                emit(index, end, kind: kind, form: end - index >= Self.shortestRule ? .rule : .plain)
                index = end
            default:
                let end = min(chunk.upperBound, index + text.length(index))
                emit(index, end, kind: kind)
                index = end
            }
        }
    }

    @inline(__always)
    private mutating func run(_ start: Int, _ limit: Int, _ kind: CharacterKind, of kinds: (CharacterKind) -> Bool) -> Int {
        var end = start
        while end < limit, kinds(text.kind(end)) { end += text.length(end) }
        end = min(end, limit)
        emit(start, end, kind: kind, form: kind == .hyphen && end - start >= Self.shortestRule ? .rule : .plain)
        return end
    }

    /// An apostrophe that no word swallowed: 's, '90s, 'em, '' or a mark of quotation.
    private mutating func apostrophe(_ start: Int, _ limit: Int) -> Int {
        let after = start + text.length(start)
        if after < limit, text.byte(start) == text.byte(after), text.kind(after) == .apostrophe, text.length(start) == 1 {
            emit(start, after + 1, kind: .apostrophe)
            return after + 1
        }
        var end = after
        while end < limit, text.isWord(end) { end += text.length(end) }
        if end > after, Self.clitics.contains(text, after..<end) || text.kind(after) == .digit && end - after <= 3 && end - after >= 2 {
            emit(start, end, kind: .apostrophe)
            return end
        }
        emit(start, min(after, limit), kind: .apostrophe)
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
    private mutating func word(_ start: Int, _ limit: Int, _ kind: CharacterKind) -> Int {
        var end = text.endOfLetters(start, limit)
        var dotted = false
        var form = Piece.Form.plain
        scan: while end < limit {
            switch text.kind(end) {
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
                    form = .abbreviated
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
        text.visited(end - start)
        if end == start { end = min(limit, start + text.length(start)) }
        if text.byte(end) == UInt8(ascii: "$"), end < limit, Self.dollars.contains(text, start..<end), text.isUpper(start) {
            emit(start, end + 1, kind: kind)
            return end + 1
        }
        split(start, end, kind: kind, form: form)
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
            text.visited(next - dot)
            if text.kind(next) == .digit { return true }
            return Abbreviations.closing.contains(text, range) && text.isUpper(start) && text.isUpper(next) && text.byte(dot + 1) == 32
        }
        if dot + 1 < limit, text.kind(dot + 1) == .dot { return false }
        return true
    }

    /// Single letters, or up to three, between full stops: U.S, a.m, Ph.D.
    private func isAcronym(_ range: Range<Int>) -> Bool {
        text.visited(range.count)
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
        text.visited(index - start)
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
    @inline(__always)
    private mutating func split(_ start: Int, _ end: Int, kind: CharacterKind, form: Piece.Form) {
        guard end - start > 1, let cut = cut(start, end, kind), cut > start, cut < end else {
            return emit(start, end, kind: kind, form: form)
        }
        emit(start, cut, kind: kind)
        emit(cut, end, kind: text.kind(cut), form: form)
    }
}
