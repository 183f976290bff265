/// What the network sees of a word's letters, as keys of vectors. `Training/words.py` makes the same.
package struct WordForm {
    /// Keys of: the word in lower case, each digit read as 0; its first 2, 3, 4 and last 1, 2, 3, 4 bytes; its shape. 0 where it is too short.
    package var keys: [9 of UInt64] = .init(repeating: 0)

    /// Hash of the word in lower case, each digit read as 0.
    package var lower: UInt64 { keys[0] }

    /// - Parameter scratch: room for the word in lower case; its content on return.
    package init(_ word: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) {
        lowerCased(word, into: &scratch)
        var digits = 0
        for index in scratch.indices where scratch[index] &- 48 < 10 {
            scratch[index] = 48
            digits += 1
        }
        let count = scratch.count
        var forward: UInt64 = 0xcbf2_9ce4_8422_2325
        var backward = forward
        for index in 0..<count {
            forward = (forward ^ UInt64(scratch[index])) &* 0x100_0000_01b3
            if index >= 1 && index < 4 { keys[index] = Self.key(forward, UInt64(index)) }
            if index < 4 {
                backward = (backward ^ UInt64(scratch[count - 1 - index])) &* 0x100_0000_01b3
                keys[4 + index] = Self.key(backward, UInt64(4 + index))
            }
        }
        keys[0] = Self.key(forward, 0)
        keys[8] = Self.key(Self.shape(word, digits: digits), 8)
    }

    @inline(__always)
    private static func key(_ state: UInt64, _ template: UInt64) -> UInt64 { mixed(state &+ template &* 0x9E37_79B9_7F4A_7C15) }

    private static func shape(_ word: UnsafeBufferPointer<UInt8>, digits: Int) -> UInt64 {
        var upper = 0, small = 0, other = 0, hyphens = 0, dots = 0
        for byte in word {
            switch byte {
            case 65...90: upper += 1
            case 97...122: small += 1
            case 45: hyphens += 1
            case 46: dots += 1
            case 128...: other += 1
            default: break
            }
        }
        var shape: UInt64 = 0
        if let first = word.first, first &- 65 < 26 || (first == 0xC3 && word.count > 1 && word[1] < 0x9F) { shape |= 1 }
        if upper > 1 { shape |= 2 }
        if small > 0 { shape |= 4 }
        if digits > 0 { shape |= 8 }
        if digits == word.count { shape |= 16 }
        if hyphens > 0 { shape |= 32 }
        if dots > 0 { shape |= 64 }
        if other > 0 { shape |= 128 }
        if upper + small + other + digits == 0 { shape |= 256 }
        shape |= UInt64(min(3, word.count / 3)) << 9
        return shape
    }
}

/// Lower case for ASCII and Latin-1 letters, in UTF-8; other letters stay as they are.
package func lowerCased(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    output.removeAll(keepingCapacity: true)
    var previous: UInt8 = 0
    for byte in word {
        if byte &- 65 < 26 {
            output.append(byte | 0x20)
        } else if previous == 0xC3, byte >= 0x80, byte < 0x9F, byte != 0x97 {
            output.append(byte + 0x20)
        } else {
            output.append(byte)
        }
        previous = byte
    }
}
