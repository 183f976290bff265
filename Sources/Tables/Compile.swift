extension Draft {
    /// The compiled form of the rows, the same for the same rows in any order. The layout is told at `Blob`.
    package func compiled() -> [UInt8] {
        // Only strings that rows hold are kept: what an overlay replaced leaves no trace.
        var pool = pool
        var isKept = [Bool](repeating: false, count: pool.count)
        isKept[0] = true
        var folds: [UInt32: UInt32] = [:]
        for schema in Schema.all {
            let indexed = Schema.indexedColumns[schema.name.index]
            for row in rows[schema.name.index] {
                for cell in row.cells { isKept[Int(cell)] = true }
                if let spelling = indexed.map({ row.cells[$0] }), folds[spelling] == nil {
                    folds[spelling] = pool.number(of: folded(pool[spelling]))
                }
            }
        }
        isKept += [Bool](repeating: false, count: pool.count - isKept.count)
        for folded in folds.values { isKept[Int(folded)] = true }
        let order = pool.sorted { isKept[Int($0)] }
        var rank = [UInt32](repeating: 0, count: pool.count)
        for (place, number) in order.enumerated() { rank[Int(number)] = UInt32(place) }

        // Rows, sorted by their cells, of which the keys come first.
        var spellings: [UInt32: [UInt32]] = [:]
        let cells: [[[UInt32]]] = Schema.all.map { schema in
            let indexed = Schema.indexedColumns[schema.name.index]
            let sorted = rows[schema.name.index].map { row in
                // The folded spelling rides along at the end.
                row.cells.map { rank[Int($0)] } + (indexed.map { [rank[Int(folds[row.cells[$0]]!)]] } ?? [])
            }.sorted { $0.lexicographicallyPrecedes($1) }
            if indexed == nil { return sorted }
            for (row, cells) in sorted.enumerated() {
                spellings[cells.last!, default: []].append(UInt32(schema.name.index) << 24 | UInt32(row))
            }
            return sorted.map { $0.dropLast() }
        }
        spellings[0] = nil

        var layout = Layout()
        var start: UInt32 = 0
        layout.begin(.strings)
        for number in order {
            layout.word(start)
            start += UInt32(pool[number].count)
        }
        layout.word(start)
        layout.begin(.text)
        for number in order { layout.bytes(pool[number]) }
        layout.pad()
        layout.begin(.tables)
        var at = UInt32(layout.count + cells.count * 12)
        for (table, schema) in zip(cells, Schema.all) {
            layout.word(UInt32(table.count))
            layout.word(at)
            at += UInt32(table.count * schema.columns.count * 4)
            layout.word(at)
            if !schema.lookup.isEmpty { at += UInt32(table.count * 4) }
        }
        for (table, schema) in zip(cells, Schema.all) {
            for row in table { row.forEach { layout.word($0) } }
            if schema.lookup.isEmpty { continue }
            let keys = table.map { row in schema.lookup.map { row[$0] } }
            for row in table.indices.sorted(by: { (keys[$0] + [UInt32($0)]).lexicographicallyPrecedes(keys[$1] + [UInt32($1)]) }) {
                layout.word(UInt32(row))
            }
        }
        let sorted = spellings.keys.sorted()
        layout.begin(.spellings)
        sorted.forEach { layout.word($0) }
        layout.begin(.postingStarts)
        start = 0
        for spelling in sorted {
            layout.word(start)
            start += UInt32(spellings[spelling]!.count)
        }
        layout.word(start)
        layout.begin(.postings)
        for spelling in sorted {
            for posting in spellings[spelling]! { layout.word(posting) }
        }
        layout.begin(.words)
        for slot in firstWords(sorted.map { pool[order[Int($0)]] }) {
            layout.word(slot.hash)
            layout.word(slot.first)
            layout.word(slot.end)
        }
        return layout.finished()
    }
}

/// Slots of an open-addressing table from the first word of a spelling to the range of spellings that begin with it.
private func firstWords(_ spellings: [ArraySlice<UInt8>]) -> [(hash: UInt32, first: UInt32, end: UInt32)] {
    // A range may hold others between: "us" and "us:x" stand on both sides of "usa". Words with one hash share a range.
    var ranges: [(hash: UInt32, first: Int, end: Int)] = []
    var known: [UInt32: Int] = [:]
    for (index, spelling) in spellings.enumerated() {
        var hash = WordHash()
        for byte in spelling {
            if !isWordByte(byte) { break }
            hash.add(byte)
        }
        if let range = known[hash.value] {
            ranges[range].end = index + 1
        } else {
            known[hash.value] = ranges.count
            ranges.append((hash.value, index, index + 1))
        }
    }
    var capacity = 16
    while capacity < ranges.count * 2 { capacity *= 2 }
    var slots = [(hash: UInt32, first: UInt32, end: UInt32)](repeating: (0, 0, 0), count: capacity)
    for range in ranges {
        var slot = Int(range.hash) & (capacity - 1)
        while slots[slot].end != 0 { slot = (slot + 1) & (capacity - 1) }
        slots[slot] = (range.hash, UInt32(range.first), UInt32(range.end))
    }
    return slots
}

/// Words and bytes laid one after another, with a header that tells where each section begins.
private struct Layout {
    private var words = [UInt8](repeating: 0, count: Blob.headerWords * 4)
    private var sections: [(section: Blob.Section, start: Int)] = []

    var count: Int { words.count }

    mutating func begin(_ section: Blob.Section) {
        sections.append((section, words.count))
    }

    mutating func word(_ word: UInt32) {
        withUnsafeBytes(of: word.littleEndian) { words.append(contentsOf: $0) }
    }

    mutating func bytes(_ bytes: ArraySlice<UInt8>) {
        words.append(contentsOf: bytes)
    }

    mutating func pad() {
        while words.count % 4 != 0 { words.append(0) }
    }

    func finished() -> [UInt8] {
        var words = words
        func set(_ index: Int, _ word: UInt32) {
            withUnsafeBytes(of: word.littleEndian) { words.replaceSubrange(index * 4..<index * 4 + 4, with: $0) }
        }
        set(0, Blob.magic)
        set(1, Schema.fingerprint)
        set(2, UInt32(words.count))
        for (index, (section, start)) in sections.enumerated() {
            let end = index + 1 < sections.count ? sections[index + 1].start : words.count
            set(3 + 2 * section.rawValue, UInt32(start))
            set(4 + 2 * section.rawValue, UInt32((end - start) / 4))
        }
        return words
    }
}
