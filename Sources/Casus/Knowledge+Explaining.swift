import CasusCore
package import Reading
package import Tables

/// Why a document is read as it is.
extension Knowledge {
    package func explain(_ document: Document) -> Explanation {
        var reader = reader()
        return reader.explain(document)
    }

    /// A row as an editor finds it.
    package func place(of source: Source) -> DataPlace {
        let schema = Schema.of(source.table)
        let table = tables[source.table]
        let cells = schema.columns.indices.map { table[source.row, $0] }
        let keys = cells.prefix(schema.keys).filter { !$0.isEmpty }
        return DataPlace(file: source.table.file, line: line(of: cells, in: source.table), key: Array(keys))
    }

    /// The line of a row in the file under `Data/`: known where the file has the order of the table, and for rows that no other folder
    /// has laid over ours.
    private func line(of cells: [String], in name: TableName) -> Int? {
        guard DataPlace.inOrder.contains(name) else { return nil }
        let table = Tables.embedded()[name]
        let row = table.rows(key: cells[0]).first { row in cells.indices.allSatisfy { table[row, $0] == cells[$0] } }
        // The header is line 1.
        return row.map { $0 + 2 }
    }
}

/// Where in what Casus knows a finding comes from.
package struct DataPlace: Equatable, Sendable {
    /// The file under `Data/`: `verbs/frames.csv`.
    package var file: String
    package var line: Int?
    /// What tells the row from others.
    package var key: [String]

    /// Tables whose files have their order, a row a line; a test holds them to it.
    package static let inOrder: Set<TableName> = [
        .organisationNames, .outlets, .personNames, .titles, .groups, .frames, .nouns, .lightVerbs, .cues, .embedding, .stages,
    ]
}
