/// Distinct byte strings, each with a number: the strings of tables in the making. Number 0 is the empty string.
struct StringPool {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Open addressing: number + 1, or 0 for an empty slot; the count is a power of two.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    init() {
        _ = number(of: [])
    }

    var count: Int { starts.count - 1 }

    subscript(number: UInt32) -> ArraySlice<UInt8> {
        bytes[starts[Int(number)]..<starts[Int(number) + 1]]
    }

    func string(_ number: UInt32) -> String {
        String(decoding: self[number], as: UTF8.self)
    }

    /// The number of a string, new if it was not there.
    mutating func number(of string: [UInt8]) -> UInt32 {
        string.withUnsafeBytes { number(of: $0) }
    }

    mutating func number(of string: UnsafeRawBufferPointer) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash(string)) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = slots[slot] - 1
            if self[known].elementsEqual(string) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        let new = UInt32(count)
        bytes.append(contentsOf: string)
        starts.append(bytes.count)
        slots[slot] = new + 1
        if count * 2 > slots.count { grow() }
        return new
    }

    /// The number of a string that is there.
    func known(_ string: String) -> UInt32? {
        let bytes = Array(string.utf8)
        return bytes.withUnsafeBytes { bytes in
            var slot = Int(truncatingIfNeeded: hash(bytes)) & (slots.count - 1)
            while slots[slot] != 0 {
                if self[slots[slot] - 1].elementsEqual(bytes) { return slots[slot] - 1 }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<UInt32(count) {
            var slot = Int(truncatingIfNeeded: self[number].withUnsafeBytes { hash($0) }) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number + 1
        }
    }

    /// The numbers to be kept, in the order of their strings' bytes.
    func sorted(keeping isKept: (UInt32) -> Bool) -> [UInt32] {
        bytes.withUnsafeBytes { all in
            (0..<UInt32(count)).filter(isKept).sorted { a, b in
                precedes(
                    UnsafeRawBufferPointer(rebasing: all[starts[Int(a)]..<starts[Int(a) + 1]]),
                    UnsafeRawBufferPointer(rebasing: all[starts[Int(b)]..<starts[Int(b) + 1]]))
            }
        }
    }
}

/// FNV-1a: the same in every run and on every machine, as a file needs.
func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
}

/// Whether a stands before b in the order of bytes.
func precedes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    let shared = min(a.count, b.count)
    var index = 0
    while index < shared {
        if a[index] != b[index] { return a[index] < b[index] }
        index += 1
    }
    return a.count < b.count
}
