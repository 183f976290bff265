/// What the classifiers see of a word's letters, as numbers.
package struct WordForm {
    /// Hash of the word as it stands.
    package var exact: UInt64 = 1
    /// Hash of the word in lower case, each digit read as 0.
    package var lower: UInt64 = 1
    /// Hashes of the first 1...4 and last 1...5 bytes in lower case.
    package var prefixes: (UInt64, UInt64, UInt64, UInt64) = (1, 1, 1, 1)
    package var suffixes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (1, 1, 1, 1, 1)
    /// Bits: kinds of characters, and how capitals fall.
    package var shape: UInt64 = 0
    /// The class of words of like use, 0 for a word without one.
    package var cluster: UInt64 = 0

    /// The place before the first word and after the last one.
    package static let outside = {
        var word = WordForm()
        word.shape = 1 << 12
        word.cluster = 1 << 12
        return word
    }()

    package init() {}

    /// - Parameter scratch: room for the word in lower case; its content on return.
    package init(_ word: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) {
        lowerCased(word, into: &scratch)
        var digits = 0
        for index in scratch.indices where scratch[index] &- 48 < 10 {
            scratch[index] = 48
            digits += 1
        }
        exact = hash(word)
        var forward: [4 of UInt64] = .init(repeating: 1)
        var backward: [5 of UInt64] = .init(repeating: 1)
        let count = scratch.count
        var value: UInt64 = 0x1234_5677
        for index in 0..<min(4, count) {
            value = mixed(value &+ UInt64(scratch[index]) &* 0x100_0000_01b3)
            forward[index] = value
        }
        value = 0x7654_3211
        for index in 0..<min(5, count) {
            value = mixed(value &+ UInt64(scratch[count - 1 - index]) &* 0x100_0000_01b3)
            backward[index] = value
        }
        prefixes = (forward[0], forward[1], forward[2], forward[3])
        suffixes = (backward[0], backward[1], backward[2], backward[3], backward[4])
        lower = scratch.withUnsafeBufferPointer { hash($0) }
        shape = Self.shape(word, digits: digits)
    }

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
