import Exchange

/// An answer as rows of cells, for tables, CSV and TSV.
package struct Rows: Sendable {
    package enum Form: Sendable { case table, csv, tsv }

    package let header: [String]
    package var rows: [[String]]

    package init(_ header: [String], _ rows: [[String]] = []) {
        (self.header, self.rows) = (header, rows)
    }

    package func text(_ form: Form) -> String {
        switch form {
        case .table: table
        case .csv: ([header] + rows).map(CSVLine.text).joined()
        case .tsv: ([header] + rows).map { $0.map(Rows.inOneCell).joined(separator: "\t") + "\n" }.joined()
        }
    }

    /// A text that is short enough for a column of a terminal.
    static func cut(_ text: String, to width: Int) -> String { text.count > width ? String(text.prefix(width - 1)) + "…" : text }

    /// TSV has no quotes: what would end a cell or a line becomes a space.
    private static func inOneCell(_ cell: String) -> String {
        String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }

    /// Columns as wide as their widest cell, with the header above.
    private var table: String {
        if rows.isEmpty { return "" }
        let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max()! }
        return ([header] + rows).map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
