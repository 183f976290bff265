/// The leading block of `Date:`, `Source:`, `Title:`, `Author:`, `URL:` lines of a text.
struct Metadata: Equatable {
    /// The first byte after the block and the blank line that ends it; 0 without a block.
    private(set) var end = 0
    private var values: [String: String] = [:]

    var date: String? { values["Date"] }
    var source: String? { values["Source"] }
    var title: String? { values["Title"] }
    var author: String? { values["Author"] }
    var url: String? { values["URL"] }

    private static let names = ["Date", "Source", "Title", "Author", "URL"]

    /// - Parameter bytes: the text in UTF-8, lines ending in LF. Unless every line up to the first blank one is such a line, there
    ///   is no block. Of a line given twice the first counts.
    init(of bytes: [UInt8]) {
        var values: [String: String] = [:]
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[start..<end]
            if isBlank(line), start == 0 { return }
            start = min(end + 1, bytes.count)
            if isBlank(line) { break }
            guard let name = Metadata.names.first(where: { line.starts(with: ($0 + ":").utf8) }) else { return }
            let value = trimmed(line.dropFirst(name.utf8.count + 1))
            if values[name] == nil, !value.isEmpty { values[name] = String(decoding: value, as: UTF8.self) }
        }
        self.values = values
        end = start
    }
}

/// Without the white space of ASCII at both ends.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
}
