package import CasusCore

/// The lines of a stream, one at a time; memory is that of the longest line.
package struct LineReader {
    private let stream: ByteStream
    private let limit: Int
    private var piece: ArraySlice<UInt8> = []
    /// The number of the line last given, from 1.
    package private(set) var number = 0

    package init(_ stream: ByteStream, limit: Int) {
        self.stream = stream
        self.limit = limit
    }

    /// The next line without its LF; nil at the end.
    /// - Throws: when the stream fails, and for a line longer than the limit, after which the next line can be read.
    package mutating func next() throws(Problem) -> [UInt8]? {
        var line: [UInt8] = []
        var tooLong = false
        var started = false
        while true {
            if piece.isEmpty {
                piece = try stream.read()
                if piece.isEmpty {
                    if !started { return nil }
                    break
                }
            }
            if !started { number += 1 }
            started = true
            let end = piece.firstIndex(of: UInt8(ascii: "\n"))
            let part = piece[..<(end ?? piece.endIndex)]
            tooLong = tooLong || line.count + part.count > limit
            if tooLong { line = [] } else { line += part }
            piece = end.map { piece[($0 + 1)...] } ?? []
            if end != nil { break }
        }
        if tooLong { throw .tooLong(limit) }
        return line
    }
}
