import Language

/// An averaged perceptron over hashed features, each with weights for the few classes that it was ever corrected for.
struct Perceptron {
    private struct Row {
        /// Where its entries begin in the arena, how many, and how many fit.
        var start: Int32 = 0
        var count: UInt16 = 0
        var capacity: UInt16 = 0
        /// How often it was corrected.
        var corrections: UInt32 = 0
    }

    private struct Entry {
        var label: UInt32
        var weight: Float
        /// Sum over corrections of step x change, for the average.
        var total: Float64
    }

    private var keys: [UInt64]
    private var rowOf: [Int32]
    private var rows: [Row] = []
    private var rowKeys: [UInt64] = []
    private var entries: [Entry] = []
    private var step: Float64 = 1
    /// A row counts only after this many corrections: rare features are noise.
    let threshold: UInt32

    init(threshold: UInt32) {
        self.threshold = threshold
        keys = [UInt64](repeating: 0, count: 1 << 20)
        rowOf = [Int32](repeating: -1, count: 1 << 20)
    }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key >> 24) & mask
        while rowOf[slot] >= 0 && keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    /// Adds up the weights of all classes.
    func score(_ features: UnsafeMutablePointer<UInt64>, _ count: Int, into scores: UnsafeMutablePointer<Float>) {
        entries.withUnsafeBufferPointer { entries in
            for feature in 0..<count {
                let index = rowOf[slot(features[feature])]
                if index < 0 { continue }
                let row = rows[Int(index)]
                if row.corrections < threshold { continue }
                let start = Int(row.start)
                for entry in start..<(start + Int(row.count)) { scores[Int(entries[entry].label)] += entries[entry].weight }
            }
        }
    }

    /// Counts one decision, right or wrong, towards the average.
    mutating func tick() { step += 1 }

    /// Moves weight from the class wrongly chosen to the right one.
    mutating func correct(_ features: UnsafeMutablePointer<UInt64>, _ count: Int, right: Int, wrong: Int) {
        for feature in 0..<count {
            let row = row(features[feature])
            rows[row].corrections += 1
            change(row, right, 1)
            change(row, wrong, -1)
        }
    }

    private mutating func row(_ key: UInt64) -> Int {
        var place = slot(key)
        if rowOf[place] >= 0 { return Int(rowOf[place]) }
        if rows.count * 2 > keys.count {
            keys = [UInt64](repeating: 0, count: keys.count * 2)
            rowOf = [Int32](repeating: -1, count: keys.count)
            for (index, key) in rowKeys.enumerated() {
                let place = slot(key)
                keys[place] = key
                rowOf[place] = Int32(index)
            }
            place = slot(key)
        }
        keys[place] = key
        rowOf[place] = Int32(rows.count)
        rows.append(Row())
        rowKeys.append(key)
        return rows.count - 1
    }

    private mutating func change(_ row: Int, _ label: Int, _ delta: Float) {
        let start = Int(rows[row].start)
        for entry in start..<(start + Int(rows[row].count)) where entries[entry].label == UInt32(label) {
            entries[entry].weight += delta
            entries[entry].total += Float64(delta) * step
            return
        }
        if rows[row].count == rows[row].capacity {
            let capacity = max(2, rows[row].capacity * 2)
            let new = entries.count
            for entry in start..<(start + Int(rows[row].count)) { entries.append(entries[entry]) }
            for _ in Int(rows[row].count)..<Int(capacity) { entries.append(Entry(label: 0, weight: 0, total: 0)) }
            rows[row].start = Int32(new)
            rows[row].capacity = capacity
        }
        entries[Int(rows[row].start) + Int(rows[row].count)] = Entry(label: UInt32(label), weight: delta, total: Float64(delta) * step)
        rows[row].count += 1
    }

    /// The averaged weights of each feature, in an order that does not depend on chance.
    func averaged() -> [(key: UInt64, weights: [(label: Int, weight: Double)])] {
        var result: [(key: UInt64, weights: [(label: Int, weight: Double)])] = []
        for (index, row) in rows.enumerated() where row.corrections >= threshold {
            var weights: [(label: Int, weight: Double)] = []
            for entry in Int(row.start)..<(Int(row.start) + Int(row.count)) {
                weights.append((Int(entries[entry].label), Double(entries[entry].weight) - entries[entry].total / step))
            }
            weights.sort { $0.label < $1.label }
            result.append((rowKeys[index], weights))
        }
        return result
    }
}
