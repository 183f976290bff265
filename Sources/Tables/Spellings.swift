/// A row in which a text's words were found, and how much of the text they are.
package struct SpellingMatch: Sendable {
    /// Where the spelling ends in the text.
    package var end: Int
    /// The place in the compiled list of spellings.
    package var spelling: Int
}

/// A row of one of the tables whose spellings are indexed.
package struct Posting: Hashable, Sendable {
    package var table: TableName
    package var row: Int
}

extension Tables {
    /// Walks the spellings that the text from `start` on begins with, ignoring case, and hands over each, the shortest first.
    package func eachSpelling(in text: UnsafeRawBufferPointer, at start: Int, _ found: (SpellingMatch) -> Void) {
        guard var range = spellings(withFirstWordOf: text, at: start) else { return }
        var (index, depth) = (start, 0)
        while index < text.count {
            let plain = PlainBytes(text, at: index)
            if plain.count > 0 {
                range = narrow(range, depth, lowercased(plain.first))
                depth += 1
                if plain.count > 1, !range.isEmpty {
                    range = narrow(range, depth, lowercased(plain.second))
                    depth += 1
                }
            }
            if range.isEmpty { return }
            index = plain.next
            // The shorter stands before the longer ones that begin with it.
            if blob.bytes(of: blob.spellings[range.lowerBound]).count == depth {
                found(SpellingMatch(end: index, spelling: range.lowerBound))
            }
        }
    }

    /// The rows that bear a spelling, in one case or another.
    package func postings(of match: SpellingMatch) -> [Posting] {
        let (first, end) = (Int(blob.postingStarts[match.spelling]), Int(blob.postingStarts[match.spelling + 1]))
        return (first..<end).map {
            Posting(table: TableName.allCases[Int(blob.postings[$0] >> 24)], row: Int(blob.postings[$0] & 0xFF_FFFF))
        }
    }

    /// The spelling of a row, as the data write it.
    package func spelling(of posting: Posting) -> UnsafeRawBufferPointer {
        bytes(self[posting.table].id(posting.row, Schema.indexedColumns[posting.table.index]!))
    }

    /// The spellings whose byte at `depth` is the one asked for, among some that are alike up to there.
    private func narrow(_ range: Range<Int>, _ depth: Int, _ byte: UInt8) -> Range<Int> {
        @inline(__always) func byteAt(_ spelling: Int) -> Int {
            let bytes = blob.bytes(of: blob.spellings[spelling])
            return depth < bytes.count ? Int(bytes[depth]) : -1
        }
        @inline(__always) func bound(_ target: Int, from first: Int) -> Int {
            var (low, high) = (first, range.upperBound)
            while low < high {
                let middle = (low + high) / 2
                if byteAt(middle) < target { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let first = bound(Int(byte), from: range.lowerBound)
        if first == range.upperBound || byteAt(first) != Int(byte) { return first..<first }
        if byteAt(range.upperBound - 1) == Int(byte) { return first..<range.upperBound }
        return first..<bound(Int(byte) + 1, from: first)
    }

    private func spellings(withFirstWordOf text: UnsafeRawBufferPointer, at start: Int) -> Range<Int>? {
        var hash = WordHash()
        var index = start
        while index < text.count {
            let plain = PlainBytes(text, at: index)
            let first = lowercased(plain.first)
            if plain.count > 0 {
                if !isWordByte(first) { break }
                hash.add(first)
                if plain.count > 1 { hash.add(lowercased(plain.second)) }
            }
            index = plain.next
        }
        var slot = Int(hash.value) & (blob.wordSlots - 1)
        while blob.wordRanges[slot * 3 + 2] != 0 {
            if blob.wordRanges[slot * 3] == hash.value { return Int(blob.wordRanges[slot * 3 + 1])..<Int(blob.wordRanges[slot * 3 + 2]) }
            slot = (slot + 1) & (blob.wordSlots - 1)
        }
        return nil
    }
}

/// FNV-1a in 32 bits, folded bytes at a time.
struct WordHash {
    private(set) var state: UInt32 = 0x811c_9dc5

    var value: UInt32 { state ^ (state >> 15) }

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 0x0100_0193 }
}

/// Letters and digits of folded text: what the first word of a spelling is made of.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
}
