/// What the tokeniser and the splitter need to know of a character.
enum CharacterKind: UInt8 {
    case space
    case newline
    case letter
    case digit
    case dot
    case apostrophe
    case hyphen
    /// En dash, em dash, horizontal bar.
    case dash
    case openQuote
    case closeQuote
    /// " and other marks that open and close alike.
    case quote
    case openBracket
    case closeBracket
    /// ! and ?
    case mark
    /// Signs that make one token when repeated: = * _ ~ and so on.
    case rule
    /// Every other sign stands alone.
    case sign
}

/// UTF-8 text with its characters told apart. Reads past the end as a newline.
struct Characters {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The kind of each ASCII byte. Held here, because a static table is asked for with a call each time.
    private let kinds: UnsafePointer<CharacterKind>
    private let steps: UnsafeMutablePointer<Int>

    /// - Parameter steps: counts what is looked at, see `visited`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, steps: UnsafeMutablePointer<Int>) {
        self.bytes = bytes
        self.steps = steps
        kinds = Self.kinds
    }

    /// Counts characters or tokens that a loop has looked at, so that a test can show that work grows with the text alone.
    @inline(__always)
    func visited(_ count: Int) { steps.pointee &+= count }

    @inline(__always)
    func byte(_ index: Int) -> UInt8 { UInt(bitPattern: index) < UInt(bitPattern: bytes.count) ? bytes[index] : 10 }

    @inline(__always)
    func kind(_ index: Int) -> CharacterKind {
        let byte = byte(index)
        return byte < 0x80 ? kinds[Int(byte)] : wideKind(index)
    }

    /// The end of the ASCII letters that begin at `index`, no further than `limit`, which lies inside the text.
    @inline(__always)
    func endOfLetters(_ index: Int, _ limit: Int) -> Int {
        var end = index
        while end < limit, (bytes[end] | 0x20) &- 97 < 26 { end += 1 }
        return end
    }

    /// The length of the character at `index` in bytes, at least 1.
    @inline(__always)
    func length(_ index: Int) -> Int {
        switch byte(index) {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }

    func isUpper(_ index: Int) -> Bool {
        let byte = byte(index)
        if byte < 0x80 { return byte &- 65 < 26 }
        // Latin-1, Greek and Cyrillic capitals; further scripts count as small letters.
        if byte == 0xC3 { return self.byte(index + 1) < 0x9F }
        if byte == 0xCE { return self.byte(index + 1) < 0xAA }
        if byte == 0xD0 { return self.byte(index + 1) < 0xB0 }
        if byte == 0xC4 || byte == 0xC5 { return self.byte(index + 1) & 1 == 0 }
        return false
    }

    func isLower(_ index: Int) -> Bool {
        let byte = byte(index)
        return byte < 0x80 ? byte &- 97 < 26 : kind(index) == .letter && !isUpper(index)
    }

    func isWord(_ index: Int) -> Bool {
        let kind = kind(index)
        return kind == .letter || kind == .digit
    }

    private func wideKind(_ index: Int) -> CharacterKind {
        switch (byte(index), byte(index + 1), byte(index + 2)) {
        case (0xC2, 0xA0, _), (0xC2, 0x85, _), (0xC2, 0xAD, _): return .space
        case (0xC2, 0xAB, _): return .openQuote
        case (0xC2, 0xBB, _): return .closeQuote
        case (0xC2, 0xAA, _), (0xC2, 0xB5, _), (0xC2, 0xBA, _): return .letter
        case (0xC2, _, _): return .sign
        case (0xC3, 0x97, _), (0xC3, 0xB7, _): return .sign
        case (0xE2, 0x80, let last):
            switch last {
            case 0x80...0x8F, 0xA8...0xAF: return .space
            case 0x90, 0x91: return .hyphen
            case 0x92...0x95: return .dash
            case 0x98, 0x9A: return .openQuote
            case 0x99, 0x9B: return .apostrophe
            case 0x9C, 0x9E: return .openQuote
            case 0x9D, 0x9F: return .closeQuote
            case 0xA6: return .dot
            default: return .sign
            }
        case (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF), (0xE3, 0x80, 0x80): return .space
        case (0xE2, 0x81...0xAF, _): return .sign
        case (0xE3, 0x80, _): return .sign
        case (0xEF, 0xBC, _), (0xEF, 0xBD, _): return .letter
        case (0xF0, 0x9F, _): return .sign
        default: return .letter
        }
    }

    /// Never written again and never freed.
    nonisolated(unsafe) private static let kinds: UnsafePointer<CharacterKind> = {
        let kinds = UnsafeMutablePointer<CharacterKind>.allocate(capacity: 128)
        for byte in 0..<128 as Range<UInt8> { (kinds + Int(byte)).initialize(to: asciiKind(byte)) }
        return UnsafePointer(kinds)
    }()

    private static func asciiKind(_ byte: UInt8) -> CharacterKind {
        switch byte {
        case 10, 13: .newline
        case 0...32, 127: .space
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
        case UInt8(ascii: "!"), UInt8(ascii: "?"): .mark
        case UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "|"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"):
            .rule
        default: .sign
        }
    }
}
