package import CasusCore
import FoundationEssentials

/// Tables in the making: rows read from files, or taken from compiled tables, before they are laid out.
package struct Draft {
    struct Row {
        /// String numbers, one a column of the schema.
        var cells: [UInt32]
        /// The line of its file; 0 for a row of compiled tables.
        var line: Int
    }

    var pool = StringPool()
    /// A list of rows for each table, in the order of `TableName`.
    var rows = [[Row]](repeating: [], count: TableName.allCases.count)

    package init() {}

    /// The rows of compiled tables.
    init(_ tables: Tables) {
        let numbers = (0..<UInt32(tables.blob.stringCount)).map { pool.number(of: tables.blob.bytes(of: $0)) }
        for name in TableName.allCases {
            let table = tables[name]
            rows[name.index] = (0..<table.count).map { row in
                Row(cells: (0..<table.columnCount).map { numbers[Int(table.id(row, $0).number)] }, line: 0)
            }
        }
    }

    func cell(_ row: Row, _ column: Int) -> String { pool.string(row.cells[column]) }

    /// Reads every table that the folder has; problems are collected, one a malformed file or row.
    package mutating func read(folder: String) -> [Problem] {
        var problems: [Problem] = []
        for path in Draft.tableFiles(in: folder) {
            guard let name = TableName.allCases.first(where: { $0.file == path }) else {
                let near = closest(to: path, in: TableName.allCases.map(\.file))
                problems.append(
                    Problem(
                        .data, "no such table", at: path, mend: near.map { "did you mean \($0)?" } ?? "see Data/README.md for the tables"))
                continue
            }
            do throws(Problem) {
                guard let content = FileManager.default.contents(atPath: folder + "/" + path) else {
                    throw Problem(.data, "cannot be read", at: path, mend: "check its permissions")
                }
                problems += try add(Array(content), to: name)
            } catch {
                problems.append(error)
            }
        }
        return problems
    }

    /// Adds the rows of a CSV file; a row with the key of one that came from elsewhere takes its place.
    package mutating func add(_ csv: [UInt8], to name: TableName) throws(Problem) -> [Problem] {
        let schema = Schema.of(name)
        guard let text = String(validating: csv, as: UTF8.self) else {
            throw Problem(.data, "not UTF-8", at: name.file, mend: "save it as UTF-8")
        }
        let records = try CSV.read(Array(text.utf8), file: name.file)
        guard let header = records.first else {
            throw Problem(.data, "no header row", at: name.file, mend: "begin with " + schema.columns.map(\.name).joined(separator: ","))
        }
        let columns = try Draft.columns(header, of: schema)

        var problems: [Problem] = []
        var known: [[UInt32]: Int] = [:]
        for (index, row) in rows[name.index].enumerated() { known[Array(row.cells.prefix(schema.keys))] = index }
        for record in records.dropFirst() {
            guard record.fields.count == columns.count else {
                problems.append(
                    Problem(
                        .data, "\(record.fields.count) fields where the header has \(columns.count)", at: "\(name.file):\(record.line)",
                        mend: "quote fields that hold commas, and write every comma"))
                continue
            }
            var row = Row(cells: [UInt32](repeating: 0, count: schema.columns.count), line: record.line)
            for (field, column) in zip(record.fields, columns) { row.cells[column] = pool.number(of: field) }
            let key = Array(row.cells.prefix(schema.keys))
            if let old = known[key], rows[name.index][old].line == 0 {
                rows[name.index][old] = row
            } else if let old = known[key] {
                problems.append(
                    Problem(
                        .data, "the same \(schema.keyNames) as in line \(rows[name.index][old].line)", at: "\(name.file):\(record.line)",
                        mend: "keep one of the two rows"))
            } else {
                known[key] = rows[name.index].count
                rows[name.index].append(row)
            }
        }
        return problems
    }

    /// The place in the schema of each column of a header.
    private static func columns(_ header: CSVRecord, of schema: Schema) throws(Problem) -> [Int] {
        var columns: [Int] = []
        for field in header.fields {
            let name = String(decoding: field, as: UTF8.self)
            guard let column = schema.column(name), !columns.contains(column) else {
                let near = closest(to: name, in: schema.columns.map(\.name))
                throw Problem(
                    .data, schema.column(name) == nil ? "no such column: \(name)" : "column \(name) twice", at: "\(schema.name.file):1",
                    mend: near.map { "did you mean \($0)?" } ?? "its columns are " + schema.columns.map(\.name).joined(separator: ","))
            }
            columns.append(column)
        }
        for (index, column) in schema.columns.enumerated() where !columns.contains(index) && (index < schema.keys || column.isRequired) {
            if column.name == "source" { continue }  // Said of each row, where an overlay may leave it out.
            throw Problem(.data, "no column \(column.name)", at: "\(schema.name.file):1", mend: "add it to the header and to each row")
        }
        return columns
    }

    /// The CSV files in a folder and in the folders of tables, as paths below it, in order.
    private static func tableFiles(in folder: String) -> [String] {
        let folders = Set(TableName.allCases.map { $0.file.split(separator: "/").dropLast().joined(separator: "/") })
        return folders.flatMap { sub in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + sub)) ?? []
            return names.filter { $0.hasSuffix(".csv") }.map { sub.isEmpty ? $0 : sub + "/" + $0 }
        }.sorted()
    }
}

extension Schema {
    var keyNames: String { columns.prefix(keys).map(\.name).joined(separator: ", ") }
}
