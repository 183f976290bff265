/// A table of Markdown, its columns aligned, that can be put into the docs as it is printed.
struct MarkdownTable: CustomStringConvertible {
    private var rows: [[String]]

    init(_ head: [String]) { rows = [head] }

    mutating func add(_ row: [String]) { rows.append(row) }

    var isEmpty: Bool { rows.count == 1 }

    var description: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            let padded = zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
            return "| " + padded.joined(separator: " | ") + " |\n"
        }
        return line(rows[0]) + "|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined() + "\n"
            + rows.dropFirst().map(line).joined()
    }
}
