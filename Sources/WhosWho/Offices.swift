package import CasusCore
import Tables

/// An office of a body: foreign-minister of RUS.
package struct Office: Hashable, Sendable {
    package var office: String
    /// A state or organisation code.
    package var body: String
    package var period: Period
}

/// Who held an office of a body, and when.
package struct Officer: Hashable, Sendable {
    package var office: String
    package var person: Person
    package var period: Period
}

extension WhosWho {
    /// Those who held an office on a day: more than one where there are more, or where the day of a change is not known.
    ///
    /// - Parameters:
    ///   - office: a word of offices.csv: `foreign-minister`.
    ///   - body: a state or organisation code.
    package func holders(of office: String, body: String, on day: Day) -> [Person] {
        let table = tables[.offices]
        let (from, to) = (table.column("from"), table.column("to"))
        var found: [StringID] = []
        for row in table.rows(lookup: office, body) where table.period(row, from: from, to: to).contains(day) {
            let person = table.id(row, 0)
            if found.last != person { found.append(person) }
        }
        return found.compactMap { person(tables.string($0)) }
    }

    /// Everybody known to have held an office of a state or organisation, in the order of offices, the highest first, then of times.
    package func officers(of body: String) -> [Officer] {
        let table = tables[.offices]
        guard let code = tables.id(body) else { return [] }
        func rank(_ office: String) -> Int { Words.offices.firstIndex(of: office) ?? Words.offices.count }
        let (office, bodies, from, to) = (table.column("office"), table.column("body"), table.column("from"), table.column("to"))
        return table.rows.filter { table.id($0, bodies) == code }.compactMap { row in
            person(tables.string(table.id(row, 0))).map {
                Officer(office: table[row, office], person: $0, period: table.period(row, from: from, to: to))
            }
        }.sorted {
            (rank($0.office), $0.period.from?.number ?? .min, $0.person.id) < (
                rank($1.office), $1.period.from?.number ?? .min, $1.person.id
            )
        }
    }

    /// The offices that a person held on a day.
    package func offices(of person: String, on day: Day) -> [Office] {
        offices(of: person).filter { $0.period.contains(day) }
    }

    /// All offices of a person, in the order of their names.
    package func offices(of person: String) -> [Office] {
        let table = tables[.offices]
        let (from, to) = (table.column("from"), table.column("to"))
        return table.rows(key: person).map { row in
            Office(office: table[row, "office"], body: table[row, "body"], period: table.period(row, from: from, to: to))
        }
    }
}
