import CasusCore

/// The compiled form of all tables: one run of little-endian 32-bit words and the bytes of the strings.
///
///     magic fingerprint size                       then, for each section, where it begins (in bytes) and its length
///     strings    count + 1 starts, into `text`     sorted by bytes: a smaller number is a smaller string; 0 is ""
///     text       the bytes of the strings
///     tables     rows, begin of cells, of order    for each table; a cell is a string number, rows lie one after another;
///                                                  the order is that of rows by their lookup columns
///     spellings  string numbers, sorted            folded spellings of the indexed columns
///     postings   count + 1 starts, then postings   for each spelling: table << 24 | row, sorted
///     words      (hash, first, end) slots          first word of a spelling -> range of spellings; end 0 is an empty slot
///
/// Nothing is parsed on opening. The bytes are never freed: tables are opened once a run and asked until its end, and so a
/// blob is no more than pointers.
struct Blob: @unchecked Sendable {  // Never written after it is made.
    static let magic: UInt32 = 0x5355_5343  // "CSUS"

    enum Section: Int, CaseIterable {
        case strings, text, tables, spellings, postingStarts, postings, words
    }

    static let headerWords = 3 + 2 * Section.allCases.count

    let bytes: UnsafeRawBufferPointer

    /// All of it, as words.
    let words: UnsafePointer<UInt32>
    // Where the sections begin.
    let strings: UnsafePointer<UInt32>
    let text: UnsafeRawPointer
    let tables: UnsafePointer<UInt32>
    let spellings: UnsafePointer<UInt32>
    let postingStarts: UnsafePointer<UInt32>
    let postings: UnsafePointer<UInt32>
    let wordRanges: UnsafePointer<UInt32>
    let stringCount: Int
    let spellingCount: Int
    /// A power of two.
    let wordSlots: Int

    /// Copies bytes.
    init(_ bytes: [UInt8]) throws(Problem) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        try self.init(embedded: UnsafeRawBufferPointer(copy))
    }

    /// Opens bytes that are aligned to 4 bytes, never changed and never freed.
    init(embedded bytes: UnsafeRawBufferPointer) throws(Problem) {
        guard bytes.count >= Blob.headerWords * 4, bytes.load(as: UInt32.self) == Blob.magic,
            bytes.load(fromByteOffset: 4, as: UInt32.self) == Schema.fingerprint,
            Int(bytes.load(fromByteOffset: 8, as: UInt32.self)) == bytes.count
        else { throw Problem(.data, "compiled tables that are not of this program", mend: "run `swift run compile-data`") }
        let start = bytes.baseAddress!
        func section(_ section: Section) -> (start: UnsafeRawPointer, length: Int) {
            let at = (3 + 2 * section.rawValue) * 4
            return (
                start + Int(bytes.load(fromByteOffset: at, as: UInt32.self)), Int(bytes.load(fromByteOffset: at + 4, as: UInt32.self))
            )
        }
        func words(_ name: Section) -> UnsafePointer<UInt32> { section(name).start.assumingMemoryBound(to: UInt32.self) }
        self.bytes = bytes
        strings = words(.strings)
        text = section(.text).start
        tables = words(.tables)
        spellings = words(.spellings)
        postingStarts = words(.postingStarts)
        postings = words(.postings)
        self.words = start.assumingMemoryBound(to: UInt32.self)
        wordRanges = words(.words)
        stringCount = section(.strings).length - 1
        spellingCount = section(.spellings).length
        wordSlots = section(.words).length / 3
    }

    /// The bytes of a string.
    @inline(__always)
    func bytes(of number: UInt32) -> UnsafeRawBufferPointer {
        let start = Int(strings[Int(number)])
        return UnsafeRawBufferPointer(start: text + start, count: Int(strings[Int(number) + 1]) - start)
    }

    func string(_ number: UInt32) -> String {
        String(decoding: bytes(of: number), as: UTF8.self)
    }

    /// The number of a string; nil when no table holds it.
    func number(of string: UnsafeRawBufferPointer) -> UInt32? {
        var (low, high) = (0, stringCount)
        while low < high {
            let middle = (low + high) / 2
            if precedes(bytes(of: UInt32(middle)), string) { low = middle + 1 } else { high = middle }
        }
        guard low < stringCount, bytes(of: UInt32(low)).elementsEqual(string) else { return nil }
        return UInt32(low)
    }
}
