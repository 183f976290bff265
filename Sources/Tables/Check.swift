package import CasusCore

extension Draft {
    /// What is wrong with the rows that were read from files, in the order of tables and lines.
    ///
    /// - Parameter needSources: whether each row must name a source, as ours do; a user's own may leave it out.
    package func problems(needSources: Bool = true) -> [Problem] {
        let keys = TableName.allCases.map { name in Set(rows[name.index].map { $0.cells[0] }) }
        return Schema.all.flatMap { schema in
            rows[schema.name.index].filter { $0.line > 0 }.flatMap { row in
                var problems: [Problem] = []
                for (index, column) in schema.columns.enumerated() {
                    if column.name == "source", row.cells[index] == 0, !needSources { continue }
                    if let fault = fault(row.cells[index], column, keys) {
                        problems.append(
                            Problem(
                                .data, "\(column.name): \(fault.what)", at: "\(schema.name.file):\(row.line)", mend: fault.mend))
                    }
                }
                if let fault = datesFault(row, schema) {
                    problems.append(Problem(.data, fault.what, at: "\(schema.name.file):\(row.line)", mend: fault.mend))
                }
                return problems
            }
        }
    }

    private typealias Fault = (what: String, mend: String)

    private func fault(_ cell: UInt32, _ column: Column, _ keys: [Set<UInt32>]) -> Fault? {
        if cell == 0 {
            return column.isRequired ? ("is empty", "fill it in") : nil
        }
        let bytes = pool[cell]
        if bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ") { return ("has a space at an end", "remove it") }
        if column.isList, bytes.contains(UInt8(ascii: "|")) {
            for value in bytes.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
                if value.isEmpty { return ("has nothing between two | or at an end", "remove one |") }
                if let fault = fault(String(decoding: value, as: UTF8.self), column.rule, keys) { return fault }
            }
            return nil
        }
        if case .key(let tables) = column.rule, tables.contains(where: { keys[$0.index].contains(cell) }) { return nil }
        return fault(pool.string(cell), column.rule, keys)
    }

    private func fault(_ value: String, _ rule: Column.Rule, _ keys: [Set<UInt32>]) -> Fault? {
        switch rule {
        case .text: return nil
        case .spelling:
            return value.contains("  ") ? ("two spaces in \"\(value)\"", "keep one") : nil
        case .date:
            return EDTF(value) == nil ? ("\(value) is no EDTF date", "write 2024-06-19, 2024-06, 1961 or 1961~") : nil
        case .number:
            return value.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? nil : ("\(value) is no number", "write digits only")
        case .words(let words):
            if words.contains(value) { return nil }
            let near = closest(to: value, in: words)
            return ("no such word: \(value)", near.map { "did you mean \($0)?" } ?? "one of " + words.joined(separator: ", "))
        case .key(let tables):
            if let known = pool.known(value), tables.contains(where: { keys[$0.index].contains(known) }) { return nil }
            let near = closest(to: value, in: tables.flatMap { keys[$0.index].map { pool.string($0) }.sorted() })
            let files = tables.map(\.file).joined(separator: " or ")
            return ("\(value) is not in \(files)", near.map { "did you mean \($0)?" } ?? "add it there, or name one that is")
        case .classes:
            if value == "-" { return nil }
            let classes = keys[TableName.classes.index]
            return value.split(separator: "|").lazy.compactMap { part in
                part.contains(":") ? positionFault(String(part), classes) : classFault(String(part), classes)
            }.first
        case .position:
            return positionFault(value, keys[TableName.classes.index])
        }
    }

    /// `subj|obj`, `subj+with`, `on!`, `in?`, `to:person`.
    private func positionFault(_ value: String, _ classes: Set<UInt32>) -> Fault? {
        for part in value.split(whereSeparator: { $0 == "|" || $0 == "+" }) {
            let halves = part.filter { $0 != "!" && $0 != "?" && $0 != " " }.split(separator: ":", maxSplits: 1).map(String.init)
            guard let position = halves.first, Words.positions.contains(position) else {
                let near = closest(to: halves.first ?? "", in: Words.positions.sorted())
                return ("no such position: \(part)", near.map { "did you mean \($0)?" } ?? "see Data/README.md for the positions")
            }
            if halves.count == 2, let fault = classFault(halves[1], classes) { return fault }
        }
        return nil
    }

    private func classFault(_ name: String, _ classes: Set<UInt32>) -> Fault? {
        if Words.builtInClasses.contains(name) || pool.known(name).map(classes.contains) ?? false { return nil }
        let near = closest(to: name, in: classes.map { pool.string($0) }.sorted())
        return (
            "\(name) is not in \(TableName.classes.file)", near.map { "did you mean \($0)?" } ?? "add the class there, or name one that is"
        )
    }

    /// An end before its beginning.
    private func datesFault(_ row: Row, _ schema: Schema) -> Fault? {
        guard let from = schema.column("from"), let to = schema.column("to"),
            let start = EDTF(cell(row, from))?.earliest, let end = EDTF(cell(row, to))?.latest, end < start
        else { return nil }
        return ("ends (\(cell(row, to))) before it begins (\(cell(row, from)))", "swap or mend the dates")
    }
}
