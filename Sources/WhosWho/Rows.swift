package import CasusCore
package import Tables

/// Where a name or an office stands in the tables: asked only to explain, since looking it up again takes its time.
extension WhosWho {
    /// The row by which a stretch of text stands for a candidate.
    package func row(of candidate: Candidate, spelled text: String) -> (table: TableName, row: Int)? {
        let name: TableName
        let rows: Range<Int>
        switch candidate.kind {
        case .state(let use):
            let found = tables[.stateNames].rows(key: candidate.id).filter { tables[.stateNames][$0, "use"] == use.rawValue }
            return found.first { isSpelled(tables[.stateNames][$0, "text"], text) }.map { (.stateNames, $0) }
        case .organisation: (name, rows) = (.organisationNames, tables[.organisationNames].rows(key: candidate.id))
        case .person: (name, rows) = (.personNames, tables[.personNames].rows(key: candidate.id))
        case .outlet: return tables[.outlets].rows(key: text).first.map { (.outlets, $0) }
        case .place: return tables[.places].rows(key: candidate.id).first.map { (.places, $0) }
        case .other: return nil
        }
        return rows.first { isSpelled(tables[name][$0, "text"], text) }.map { (name, $0) }
    }

    /// The row that gives a person an office on a day; the first, where no office is named.
    package func officeRow(of person: String, office: String? = nil, on day: Day) -> Int? {
        let table = tables[.offices]
        let (from, to) = (table.column("from"), table.column("to"))
        return table.rows(key: person).first { row in
            (office == nil || table[row, "office"] == office) && table.period(row, from: from, to: to).contains(day)
        }
    }

    package func titleRow(_ words: String) -> Int? { tables[.titles].rows(key: words).first }

    package func groupRow(_ lemma: String) -> Int? { tables[.groups].rows(key: lemma).first }

    private func isSpelled(_ name: String, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { folds($0[...], to: name) }
    }
}
