/// Words as small numbers: a word met before costs a hash and a comparison, no allocation.
struct Interner {
    private(set) var strings: [String] = []
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [UInt32]

    init() {
        slots = [UInt32](repeating: 0, count: 1 << 12)
    }

    var count: Int { strings.count }

    mutating func symbol(for word: UnsafeBufferPointer<UInt8>) -> Symbol {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash(word) >> 20) & mask
        while slots[slot] != 0 {
            let candidate = Int(slots[slot]) - 1
            if isEqual(candidate, word) { return Symbol(rawValue: UInt32(candidate)) }
            slot = (slot + 1) & mask
        }
        let new = strings.count
        strings.append(String(decoding: word, as: UTF8.self))
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        slots[slot] = UInt32(new + 1)
        if new * 2 > slots.count { grow() }
        return Symbol(rawValue: UInt32(new))
    }

    private func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    private func isEqual(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(index)
        guard range.count == word.count else { return false }
        for offset in 0..<word.count where bytes[range.lowerBound + offset] != word[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        bytes.withUnsafeBufferPointer { bytes in
            for index in strings.indices {
                var slot = Int(truncatingIfNeeded: hash(UnsafeBufferPointer(rebasing: bytes[range(index)])) >> 20) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = UInt32(index + 1)
            }
        }
    }
}
