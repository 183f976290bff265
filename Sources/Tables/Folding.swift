/// How spellings are compared: letters without their accents, white space as one space, curly apostrophes and odd hyphens
/// as plain ones. What is left is told apart by case alone, and case is ASCII's.
package struct PlainBytes {
    /// Up to two plain bytes; `count` 0 for a combining accent, which leaves nothing.
    package var first: UInt8
    package var second: UInt8
    package var count: Int
    /// Where the next character begins.
    package var next: Int

    private init(_ first: UInt8, _ second: UInt8 = 0, count: Int, next: Int) {
        (self.first, self.second, self.count, self.next) = (first, second, count, next)
    }

    /// What a paragraph break becomes; it is in no spelling.
    package static let breakByte: UInt8 = 0x0A

    /// The plain bytes of the character (or white space) at `index` of UTF-8 text.
    package init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
        let byte = bytes[index]
        if byte > 0x20, byte < 0x80 {
            self.init(byte, count: 1, next: index + 1)
        } else if PlainBytes.spaceLength(bytes, at: index) > 0 {
            self = PlainBytes.space(bytes, at: index)
        } else if byte >= 0xC3, byte <= 0xC5, index + 1 < bytes.count {
            let plain = latin[Int(byte - 0xC3) * 64 + Int(bytes[index + 1] & 0x3F)]
            if plain == 0 {
                self.init(byte, bytes[index + 1], count: 2, next: index + 2)
            } else {
                let second = UInt8(plain >> 8)
                self.init(UInt8(plain & 0xFF), second, count: second == 0 ? 1 : 2, next: index + 2)
            }
        } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 {
            self.init(UInt8(ascii: "'"), count: 1, next: index + 3)
        } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91 {
            self.init(UInt8(ascii: "-"), count: 1, next: index + 3)
        } else if byte == 0xCA, index + 1 < bytes.count, bytes[index + 1] == 0xBC {
            self.init(UInt8(ascii: "'"), count: 1, next: index + 2)
        } else if byte == 0xCC || byte == 0xCD, index + 1 < bytes.count {
            self.init(0, count: 0, next: index + 2)
        } else {
            self.init(byte, count: 1, next: index + 1)
        }
    }

    private static func space(_ bytes: UnsafeRawBufferPointer, at index: Int) -> PlainBytes {
        var (next, lines) = (index, 0)
        while next < bytes.count {
            let length = spaceLength(bytes, at: next)
            if length == 0 { break }
            if bytes[next] == 0x0A { lines += 1 }
            next += length
        }
        return PlainBytes(lines > 1 ? breakByte : 0x20, count: 1, next: next)
    }

    /// The bytes of a space, tab, line end or no-break space at `index`; 0 when there is none.
    private static func spaceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
        default: 0
        }
    }
}

/// The plain letters of U+00C0 to U+017F, the second (if any) in the high byte; 0 for what is no letter with a plain form.
private let latin: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 192)
    func set(_ letters: String, _ plain: String) {
        let bytes = Array(plain.utf8)
        for letter in letters.unicodeScalars {
            table[Int(letter.value) - 0xC0] = UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
        }
    }
    set("ÀÁÂÃÄÅĀĂĄ", "A")
    set("àáâãäåāăą", "a")
    set("ÇĆĈĊČ", "C")
    set("çćĉċč", "c")
    set("ĎĐÐ", "D")
    set("ďđð", "d")
    set("ÈÉÊËĒĔĖĘĚ", "E")
    set("èéêëēĕėęě", "e")
    set("ĜĞĠĢ", "G")
    set("ĝğġģ", "g")
    set("ĤĦ", "H")
    set("ĥħ", "h")
    set("ÌÍÎÏĨĪĬĮİ", "I")
    set("ìíîïĩīĭįı", "i")
    set("Ĵ", "J")
    set("ĵ", "j")
    set("Ķ", "K")
    set("ķĸ", "k")
    set("ĹĻĽĿŁ", "L")
    set("ĺļľŀł", "l")
    set("ÑŃŅŇŊ", "N")
    set("ñńņňŉŋ", "n")
    set("ÒÓÔÕÖØŌŎŐ", "O")
    set("òóôõöøōŏő", "o")
    set("ŔŖŘ", "R")
    set("ŕŗř", "r")
    set("ŚŜŞŠ", "S")
    set("śŝşšſ", "s")
    set("ŢŤŦ", "T")
    set("ţťŧ", "t")
    set("ÙÚÛÜŨŪŬŮŰŲ", "U")
    set("ùúûüũūŭůűų", "u")
    set("Ŵ", "W")
    set("ŵ", "w")
    set("ÝŶŸ", "Y")
    set("ýÿŷ", "y")
    set("ŹŻŽ", "Z")
    set("źżž", "z")
    set("Æ", "AE")
    set("æ", "ae")
    set("Œ", "OE")
    set("œ", "oe")
    set("Ĳ", "IJ")
    set("ĳ", "ij")
    set("Þ", "TH")
    set("þ", "th")
    set("ß", "ss")
    return table
}()

/// A spelling in its plain form, in lower case: what spellings are sorted and searched by.
func folded(_ spelling: ArraySlice<UInt8>) -> [UInt8] {
    spelling.withUnsafeBytes { bytes in
        var folded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let plain = PlainBytes(bytes, at: index)
            if plain.count > 0 { folded.append(lowercased(plain.first)) }
            if plain.count > 1 { folded.append(lowercased(plain.second)) }
            index = plain.next
        }
        return folded
    }
}

@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}
