/// One record of CSV (RFC 4180), for every table that is written.
package enum CSVLine {
    /// The cells, quoted where they need it, with the line's end.
    package static func text(_ cells: [String]) -> String {
        cells.map { cell in
            // Bytes, not characters: CR LF is one character, and none of these.
            let needsQuotes = cell.utf8.contains {
                [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0)
            }
            return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",") + "\n"
    }
}
