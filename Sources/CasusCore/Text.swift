/// The text of a document: UTF-8 bytes, with positions given in Unicode code points to the world outside.
///
/// Inside Casus positions are byte offsets, which are cheap; a `Span`, which a reader may quote, counts code points,
/// as Python's `text[a:b]` does. Bytes are valid UTF-8 and lines end in LF alone.
public struct Text: Sendable {
    public let bytes: [UInt8]
    /// Code points before each block of `Self.block` bytes.
    private let before: [Int32]
    private static let block = 256

    /// - Parameter bytes: valid UTF-8; CR LF and CR are already LF.
    public init(utf8 bytes: [UInt8]) {
        self.bytes = bytes
        var before: [Int32] = []
        before.reserveCapacity(bytes.count / Self.block + 1)
        var count: Int32 = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.block == 0 { before.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        self.before = before
    }

    public init(_ string: String) {
        self.init(utf8: Array(string.utf8))
    }

    /// The number of code points in front of a byte offset.
    public func codePoints(before byte: Int) -> Int {
        if bytes.isEmpty { return 0 }
        let block = min(byte / Self.block, before.count - 1)
        var count = Int(before[block])
        for index in (block * Self.block)..<byte where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The code-point span of a range of bytes.
    public func span(_ range: Range<Int>) -> Span {
        Span(codePoints(before: range.lowerBound), codePoints(before: range.upperBound))
    }

    /// The text of a range of bytes.
    public func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    public var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// A half-open range of a document's text in Unicode code points: Python's `text[start:end]`.
public struct Span: Hashable, Sendable, Comparable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public static func < (a: Span, b: Span) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}
