package import CasusCore
package import Tables

extension TreatyBook {
    /// A book over the tables of geography, conditions and coverage.
    package init(_ treaties: [Treaty], tables: Tables) throws(Problem) {
        guard let row = tables.rows(of: .coverage).first, let first = EDTF(row["from"])?.earliest, let last = EDTF(row["to"])?.latest
        else {
            throw Problem(.data, "no days that are covered", at: TableName.coverage.file, mend: "add a row with from and to")
        }
        self.init(treaties, atlas: Atlas(tables), conditions: ConditionWords(tables), coverage: first...max(first, last))
    }
}

extension Atlas {
    package init(_ tables: Tables) {
        self.init(
            holdings: tables.rows(of: .territories).map { row in
                Holding(
                    territory: row["territory"], name: row["name"], kind: row["kind"], holder: row["holder"].orNil, from: EDTF(row["from"]),
                    to: EDTF(row["to"]), claimedBy: row["claimed_by"].split(separator: "|").map(String.init), note: row["note"].orNil,
                    source: [row["source"]])
            },
            members: tables.rows(of: .areas).map { row in
                Member(
                    area: row["area"], territory: row["member"], from: EDTF(row["from"]), to: EDTF(row["to"]),
                    holds: row["holds"] == "yes" ? .yes : row["holds"] == "no" ? .no : .unknown, note: row["note"].orNil,
                    source: [row["source"]])
            },
            names: tables.rows(of: .territoryNames).map { ($0["text"], $0["territory"]) })
    }
}

extension ConditionWords {
    package init(_ tables: Tables) {
        self.init(
            tables.rows(of: .conditions).map { row in
                Entry(
                    name: row["condition"], question: row["question"], whenNo: row["when_no"], isPresumed: row["presumed"] == "yes",
                    excuses: row["verdict"] == "excused")
            })
    }
}

extension String {
    fileprivate var orNil: String? { isEmpty ? nil : self }
}
