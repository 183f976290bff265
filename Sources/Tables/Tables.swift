package import CasusCore
import Foundation

/// What Casus knows, as tables that are looked up without parsing. See `Data/README.md` for the tables and columns.
package struct Tables: Sendable {
    let blob: Blob

    /// Opens compiled tables in place.
    ///
    /// - Parameter bytes: aligned to 4 bytes, and never changed or freed.
    package init(embedded bytes: UnsafeRawBufferPointer) throws(Problem) {
        blob = try Blob(embedded: bytes)
    }

    /// Opens a copy of compiled tables.
    package init(compiled bytes: [UInt8]) throws(Problem) {
        blob = try Blob(bytes)
    }

    /// Compiles rows in memory.
    package init(_ draft: Draft) {
        do {
            blob = try Blob(draft.compiled())
        } catch {
            preconditionFailure("the compiled form is not what it should be: \(error)")
        }
    }

    /// Other tables with a folder of CSV files laid over them: a row with a known key replaces theirs, others are added.
    ///
    /// - Throws: `Problem(.input)` where there is no such folder, `Problem(.data)` with the file and line of what is wrong in it.
    package init(base: Tables, overlay folder: String) throws(Problem) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Problem(.input, "no such folder", at: folder, mend: "check the path of --data or CASUS_DATA")
        }
        var draft = Draft(base)
        var problems = draft.read(folder: folder)
        if problems.isEmpty { problems = draft.problems(needSources: false) }
        if var problem = problems.first {
            if problems.count > 1 { problem.what += " (and \(problems.count - 1) more such)" }
            throw problem
        }
        self.init(draft)
    }

    /// Tells these tables from others, whatever way they came together.
    package var fingerprint: String { Fingerprint.of(blob.bytes) }

    package subscript(name: TableName) -> Table {
        Table(blob: blob, name: name)
    }

    /// The rows of a table.
    package func rows(of name: TableName) -> LazyMapSequence<Range<Int>, Row> {
        let table = self[name]
        return table.rows.lazy.map { Row(table: table, index: $0) }
    }

    /// The number of a string; nil when no table holds it.
    package func id(_ string: String) -> StringID? {
        var string = string
        return string.withUTF8 { blob.number(of: UnsafeRawBufferPointer($0)) }.map(StringID.init)
    }

    package func string(_ id: StringID) -> String { blob.string(id.number) }

    /// The bytes of a string; they are never freed.
    package func bytes(_ id: StringID) -> UnsafeRawBufferPointer { blob.bytes(of: id.number) }
}

/// A string of the tables: equal strings have equal numbers, and their order is that of their bytes.
package struct StringID: Hashable, Comparable, Sendable {
    package var number: UInt32

    /// The empty string: an empty cell.
    package static let none = StringID(number: 0)

    package static func < (a: StringID, b: StringID) -> Bool { a.number < b.number }
}

/// One row of a table.
package struct Row: Sendable {
    package let table: Table
    package let index: Int

    /// The cell of a column; empty for none.
    package subscript(column: String) -> String { table[index, column] }
}

/// One table: rows, sorted by the bytes of their key columns.
package struct Table: Sendable {
    let blob: Blob
    package let name: TableName
    /// The number of rows.
    package let count: Int
    package let columnCount: Int
    /// Where its cells and its order by lookup columns begin in the blob, in words.
    private let start: Int
    private let order: Int

    init(blob: Blob, name: TableName) {
        self.blob = blob
        self.name = name
        let entry = blob.tables + 3 * name.index
        count = Int(entry[0])
        columnCount = Schema.of(name).columns.count
        start = Int(entry[1]) / 4
        order = Int(entry[2]) / 4
    }

    package var rows: Range<Int> { 0..<count }

    /// The place of a column, for loops that read many cells. The column must be one of the schema's.
    package func column(_ name: String) -> Int {
        guard let column = Schema.of(self.name).column(name) else { preconditionFailure("\(self.name.file) has no column \(name)") }
        return column
    }

    package func id(_ row: Int, _ column: Int) -> StringID {
        precondition(row < count && column < columnCount)
        return StringID(number: blob.words[start + row * columnCount + column])
    }

    /// The bytes of a string; they are never freed.
    package func bytes(_ id: StringID) -> UnsafeRawBufferPointer { blob.bytes(of: id.number) }

    package subscript(row: Int, column: Int) -> String { blob.string(id(row, column).number) }

    package subscript(row: Int, column: String) -> String { self[row, self.column(column)] }

    /// The rows whose first key columns hold these values.
    package func rows(key values: String...) -> Range<Int> {
        precondition(values.count <= Schema.of(name).keys)
        var range = rows
        for (column, value) in values.enumerated() {
            var value = value
            guard let number = value.withUTF8({ blob.number(of: UnsafeRawBufferPointer($0)) }) else { return 0..<0 }
            range = rows(in: range, column, StringID(number: number))
        }
        return range
    }

    /// The rows whose first key column holds a value.
    package func rows(where column: String, equals value: String) -> Range<Int> {
        precondition(self.column(column) == 0, "\(column) is not the first key column of \(name.file)")
        return rows(key: value)
    }

    /// The rows whose first key column holds a string.
    package func rows(key id: StringID) -> Range<Int> { rows(in: rows, 0, id) }

    /// The rows whose lookup columns hold these values: of offices, `office` and `body`.
    package func rows(lookup values: String...) -> [Int] {
        let columns = Schema.of(name).lookup
        precondition(values.count == columns.count)
        var range = rows
        for (column, value) in zip(columns, values) {
            var value = value
            guard let number = value.withUTF8({ blob.number(of: UnsafeRawBufferPointer($0)) }) else { return [] }
            range = equalRange(range, StringID(number: number)) { id(Int(blob.words[order + $0]), column) }
        }
        return range.map { Int(blob.words[order + $0]) }
    }

    private func rows(in range: Range<Int>, _ column: Int, _ id: StringID) -> Range<Int> {
        equalRange(range, id) { self.id($0, column) }
    }
}

/// The part of a sorted range that holds a value.
private func equalRange(_ range: Range<Int>, _ wanted: StringID, _ value: (Int) -> StringID) -> Range<Int> {
    func bound(_ isBefore: (StringID) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(value(middle)) { low = middle + 1 } else { high = middle }
        }
        return low
    }
    return bound { $0 < wanted }..<bound { $0 <= wanted }
}
