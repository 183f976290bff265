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

    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 10 }

    @inline(__always)
    func kind(_ index: Int) -> CharacterKind {
        let byte = byte(index)
        return byte < 0x80 ? Self.ascii[Int(byte)] : wideKind(index)
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

    private static let ascii: [CharacterKind] = (0..<128).map { byte in
        switch UInt8(byte) {
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

/// A set of short lower-case words, asked with bytes.
struct WordSet: Sendable {
    private let words: Set<UInt64>

    init(_ words: String) {
        self.words = Set(words.split { $0 == " " || $0 == "\n" }.map { word in Array(word.utf8).withUnsafeBufferPointer { hash($0) } })
    }

    /// Whether the bytes of `range`, with ASCII capitals made small, are in the set.
    func contains(_ text: Characters, _ range: Range<Int>) -> Bool {
        if range.count > 24 { return false }
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in range {
            let byte = text.byte(index)
            value = (value ^ UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
        }
        return words.contains(mixed(value))
    }
}
