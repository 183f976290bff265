import CasusCore
package import Tables

/// Names, codes, and who held which office when. It knows no events, and chooses between candidates by nothing but the day.
package struct WhosWho: Sendable {
    package let tables: Tables

    /// Nothing is read or built: lookups go to the tables.
    package init(tables: Tables) {
        self.tables = tables
    }

    /// A person by the key of people.csv.
    package func person(_ id: String) -> Person? {
        let people = tables[.people]
        return people.rows(key: id).first.map { row in
            Person(id: id, name: people[row, "name"], state: people[row, "state"], gender: people[row, "gender"])
        }
    }

    /// An organisation by its code: NATO, EU.
    package func organisation(_ code: String) -> Organisation? {
        let table = tables[.organisations]
        return table.rows(key: code).first.map { row in
            Organisation(
                code: code, name: table[row, "name"], kind: table[row, "kind"], sector: table[row, "sector"],
                state: table[row, "state"].nonEmpty, parent: table[row, "parent"].nonEmpty,
                period: table.period(row, from: table.column("from"), to: table.column("to")))
        }
    }

    /// An outlet by one of its spellings.
    package func outlet(_ text: String) -> Outlet? {
        let table = tables[.outlets]
        return table.rows(key: text).first.map { row in
            Outlet(
                name: table[row, "name"], kind: table[row, "kind"], state: table[row, "state"].nonEmpty,
                ownership: table[row, "ownership"].nonEmpty)
        }
    }

    /// What a title means.
    ///
    /// - Parameter words: in lower case, with single spaces: "foreign minister".
    package func title(_ words: String) -> Title? {
        let table = tables[.titles]
        return table.rows(key: words).first.map { Title(office: table[$0, "office"], sector: table[$0, "sector"]) }
    }

    /// What a common noun for organs, forces and crowds means: "army", "protester".
    package func group(_ lemma: String) -> Group? {
        let table = tables[.groups]
        return table.rows(key: lemma).first.map { Group(sector: table[$0, "sector"], isPublic: table[$0, "public"] == "yes") }
    }
}

package struct Person: Hashable, Sendable {
    package var id: String
    package var name: String
    /// Code of the state; empty for none.
    package var state: String
    /// `female`, `male`, `other`; empty where it is not known.
    package var gender: String
}

package struct Organisation: Hashable, Sendable {
    package var code: String
    package var name: String
    /// A word of organisations.csv: `igo`, `armed-group` ...
    package var kind: String
    /// PLOVER's sector; empty for none.
    package var sector: String
    /// Code of the state it belongs to.
    package var state: String?
    /// The organisation it is an organ of.
    package var parent: String?
    package var period: Period
}

package struct Outlet: Hashable, Sendable {
    package var name: String
    package var kind: String
    package var state: String?
    package var ownership: String?
}

package struct Title: Hashable, Sendable {
    /// Empty for a title of no office: "activist".
    package var office: String
    /// PLOVER's sector; empty for none.
    package var sector: String

    package init(office: String, sector: String) {
        (self.office, self.sector) = (office, sector)
    }
}

package struct Group: Hashable, Sendable {
    /// PLOVER's sector.
    package var sector: String
    /// Whether it can act in public.
    package var isPublic: Bool

    package init(sector: String, isPublic: Bool) {
        (self.sector, self.isPublic) = (sector, isPublic)
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}
