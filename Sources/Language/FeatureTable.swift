/// Weights of hashed features, read where they lie in the model.
///
/// `slots` is an open hash table of 32-bit words: the low 8 bits are a fingerprint, the rest is 1 + the place of the row in units of two
/// bytes; 0 is empty. A row is a 16-bit check, `dense` weights of the classes 0..<dense, a count, and that many pairs (class, weight),
/// all weights signed bytes.
package struct FeatureTable {
    private let slots: UnsafePointer<UInt32>
    private let mask: Int
    private let rows: UnsafePointer<UInt8>

    init(slots: UnsafeRawBufferPointer, rows: UnsafeRawBufferPointer) {
        self.slots = slots.baseAddress!.assumingMemoryBound(to: UInt32.self)
        self.mask = slots.count / 4 - 1
        self.rows = rows.baseAddress!.assumingMemoryBound(to: UInt8.self)
    }

    /// Where a feature is looked for first, its fingerprint and its check.
    package static func address(of key: UInt64) -> (slot: Int, fingerprint: UInt32, check: UInt16) {
        (Int(truncatingIfNeeded: key >> 24), UInt32(truncatingIfNeeded: key) & 0xFF, UInt16(truncatingIfNeeded: key >> 8))
    }

    /// The row of a feature behind its check, nil for a feature without weights.
    @inline(__always)
    func row(_ key: UInt64) -> UnsafePointer<UInt8>? {
        let (first, fingerprint, check) = Self.address(of: key)
        var slot = first & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if entry & 0xFF == fingerprint {
                let row = rows + (Int(entry >> 8) - 1) * 2
                if UInt16(row[0]) | UInt16(row[1]) << 8 == check { return row + 2 }
            }
            slot = (slot + 1) & mask
        }
    }

    /// Adds the weights of the pairs of a row, which begin at `pairs` with their count.
    @inline(__always)
    static func add(_ pairs: UnsafePointer<UInt8>, to scores: UnsafeMutablePointer<Int32>) {
        var pair = pairs + 1
        let end = pair + Int(pairs[0]) * 2
        while pair < end {
            scores[Int(pair[0])] &+= Int32(Int8(bitPattern: pair[1]))
            pair += 2
        }
    }
}
