/// A set of short lower-case words, asked with bytes.
///
/// Words are told apart by their hash alone, in a table with many empty slots.
struct WordSet: Sendable {
    private let slots: [UInt64]
    private let mask: Int

    init(_ words: String) {
        let hashes = Set(words.split { $0 == " " || $0 == "\n" }.map { word in Array(word.utf8).withUnsafeBufferPointer { hash($0) } })
        var size = 16
        while size < hashes.count * 4 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for hash in hashes {
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash
        }
        self.slots = slots
        mask = size - 1
    }

    /// Whether the bytes of `range`, with ASCII capitals made small, are in the set.
    func contains(_ text: Characters, _ range: Range<Int>) -> Bool {
        if range.count > 24 { return false }
        text.visited(range.count)
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in range {
            let byte = text.byte(index)
            value = (value ^ UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
        }
        value = mixed(value)
        var slot = Int(truncatingIfNeeded: value) & mask
        while slots[slot] != 0 {
            if slots[slot] == value { return true }
            slot = (slot + 1) & mask
        }
        return false
    }
}
