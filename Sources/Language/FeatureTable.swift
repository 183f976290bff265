/// Weights of hashed features, read where they lie in the model.
///
/// `slots` is an open hash table of 32-bit words: the low 8 bits are a fingerprint, the rest is 1 + the place of the row in units of two
/// bytes; 0 is empty. A row is a 16-bit check, `dense` weights of the classes 0..<dense, a count, and that many pairs (class, weight),
/// all weights signed bytes.
package struct FeatureTable {
    private let slots: UnsafePointer<UInt32>
    private let count: Int
    private let rows: UnsafePointer<UInt8>

    init(slots: UnsafeRawBufferPointer, rows: UnsafeRawBufferPointer) {
        self.slots = slots.baseAddress!.assumingMemoryBound(to: UInt32.self)
        self.count = slots.count / 4
        self.rows = rows.baseAddress!.assumingMemoryBound(to: UInt8.self)
    }

    /// Where a feature is looked for first in a table of `count` slots, its fingerprint and its check.
    @inline(__always)
    package static func address(of key: UInt64, count: Int) -> (slot: Int, fingerprint: UInt32, check: UInt16) {
        let slot = Int(truncatingIfNeeded: ((key >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
        return (slot, UInt32(truncatingIfNeeded: key) & 0xFF, UInt16(truncatingIfNeeded: key >> 8))
    }

    /// Finds the rows of the features that have weights.
    ///
    /// All slots are read before any is judged, so that the reads overlap: they are what the time goes into.
    /// - Parameters:
    ///   - entries: room for `count` slots.
    ///   - rows: room for `count` rows; on return the found ones, each behind its check.
    /// - Returns: how many rows were found.
    func find(
        _ keys: UnsafePointer<UInt64>, _ keyCount: Int, entries: UnsafeMutablePointer<UInt32>,
        rows found: UnsafeMutablePointer<UnsafePointer<UInt8>>
    ) -> Int {
        for index in 0..<keyCount { entries[index] = slots[Self.address(of: keys[index], count: count).slot] }
        var foundCount = 0
        for index in 0..<keyCount {
            var entry = entries[index]
            if entry == 0 { continue }
            let (first, fingerprint, check) = Self.address(of: keys[index], count: count)
            var slot = first
            while entry != 0 {
                if entry & 0xFF == fingerprint {
                    let row = rows + (Int(entry >> 8) - 1) * 2
                    if UInt16(row[0]) | UInt16(row[1]) << 8 == check {
                        found[foundCount] = row + 2
                        foundCount += 1
                        break
                    }
                }
                slot += 1
                if slot == count { slot = 0 }
                entry = slots[slot]
            }
        }
        return foundCount
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
