import Language

/// Packs averaged weights as a `FeatureTable` reads them.
struct TableWriter {
    var slots: [UInt8] = []
    var rows: [UInt8] = []
    private(set) var features = 0
    private(set) var weightCount = 0

    /// - Parameters:
    ///   - dense: how many of the first classes every row holds.
    ///   - scale: units of a byte a unit of weight.
    ///   - floor: smaller weights are dropped.
    ///   - limit: at most so many features stay, those with the largest weights.
    init(
        _ weights: [(key: UInt64, weights: [(label: Int, weight: Double)])], dense: Int, scale: Double, floor: Double, limit: Int = .max
    ) {
        var places: [(key: UInt64, place: Int)] = []
        let strongest = weights.map { $0.weights.reduce(0) { max($0, abs($1.weight)) } }
        let least = weights.count > limit ? strongest.sorted(by: >)[limit] : 0
        for (index, (key, row)) in weights.enumerated() where strongest[index] > least {
            var front = [Int8](repeating: 0, count: dense)
            var pairs: [(Int, Int8)] = []
            for (label, weight) in row where abs(weight) >= floor {
                let byte = Int8(max(-127, min(127, (weight * scale).rounded())))
                if byte == 0 { continue }
                if label < dense { front[label] = byte } else { pairs.append((label - dense, byte)) }
            }
            if pairs.isEmpty && front.allSatisfy({ $0 == 0 }) { continue }
            if rows.count % 2 == 1 { rows.append(0) }
            places.append((key, rows.count / 2))
            let check = FeatureTable.address(of: key, count: 1).check
            rows.append(UInt8(check & 0xFF))
            rows.append(UInt8(check >> 8))
            rows.append(contentsOf: front.map { UInt8(bitPattern: $0) })
            rows.append(UInt8(pairs.count))
            for (label, byte) in pairs {
                rows.append(UInt8(label))
                rows.append(UInt8(bitPattern: byte))
            }
            features += 1
            weightCount += pairs.count + dense
        }
        let size = max(16, places.count * 5 / 3)
        var table = [UInt32](repeating: 0, count: size)
        for (key, place) in places {
            let address = FeatureTable.address(of: key, count: size)
            var slot = address.slot
            while table[slot] != 0 { slot = (slot + 1) % size }
            table[slot] = UInt32(place + 1) << 8 | address.fingerprint
        }
        slots.reserveCapacity(size * 4)
        for entry in table { slots.append(contentsOf: littleEndianBytes(entry)) }
    }
}

func littleEndianBytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
}

/// Packs 16-bit values under 64-bit keys as `ClusterTable` and `Lemmatiser` read them: 32 bits of the key, then the value.
func packed(_ values: [(key: UInt64, value: UInt16)]) -> [UInt8] {
    var size = 16
    while Double(values.count) > Double(size) * 0.7 { size *= 2 }
    var table = [(UInt32, UInt16)](repeating: (0, 0), count: size)
    for (key, value) in values {
        var slot = Int(truncatingIfNeeded: key >> 32) & (size - 1)
        while table[slot].1 != 0 { slot = (slot + 1) & (size - 1) }
        table[slot] = (UInt32(truncatingIfNeeded: key), value)
    }
    return table.flatMap { littleEndianBytes($0.0) + littleEndianBytes($0.1) }
}
