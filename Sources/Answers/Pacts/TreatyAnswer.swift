package import CasusCore
package import Treaties

/// One treaty in full.
package struct TreatyAnswer: AnswerForms {
    package let treaty: Treaty
    package let day: Day
    package let gazetteer: Gazetteer

    /// - Parameter id: an id, or another name of the treaty.
    package init(_ id: String, on day: Day, gazetteer: Gazetteer) throws(Problem) {
        let book = gazetteer.book
        let wanted = id.lowercased()
        func named() -> Treaty? {
            book.treaties.first { treaty in
                treaty.title.lowercased() == wanted || treaty.also.contains { $0.lowercased() == wanted }
            }
        }
        guard let treaty = book[wanted] ?? named() else {
            let near = book.treaties.filter {
                ($0.also + [$0.title, $0.id]).contains { wanted.count > 2 && $0.lowercased().contains(wanted) }
            }.map(\.id)
            let mend = near.isEmpty ? meant(by: wanted, among: book.treaties.map(\.id)).map { [$0] } ?? [] : Array(near.prefix(4))
            throw Problem(
                .usage, "no such treaty", at: id,
                mend: mend.isEmpty ? "casus pacts lists those in force on a day" : "did you mean \(mend.joined(separator: ", "))?")
        }
        (self.treaty, self.day, self.gazetteer) = (treaty, day, gazetteer)
    }

    /// Asks for the treaty that the word names.
    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        let gazetteer = try desk.treaties(asked)
        guard asked.words.count == 1 else {
            throw Problem(.usage, "show which treaty?", mend: "write casus pacts show north-atlantic-1949")
        }
        try self.init(asked.words[0], on: gazetteer.day(asked.on, at: desk).day, gazetteer: gazetteer)
    }

    package var isEmpty: Bool { false }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        TreatyWords(gazetteer: gazetteer, day: day).show(treaty, in: &sheet)
        return sheet.text
    }

    package func write(to json: inout JSONWriter) { treaty.write(to: &json, on: day, gazetteer: gazetteer) }

    package func lines() -> String { JSONWriter.line { write(to: &$0) } }

    /// A row a party, then a row a duty.
    package var rows: Rows {
        let words = TreatyWords(gazetteer: gazetteer, day: day)
        let parties = treaty.parties.map { party in
            [
                treaty.id, "party", party.state, gazetteer.name(party.state, on: day), (party.from ?? treaty.inForce)?.description ?? "",
                party.to?.description ?? "", "", "", "", party.legs.map(\.gist).joined(separator: "; "), "", party.doubt ?? "",
                party.source.joined(separator: " "),
            ]
        }
        let duties = treaty.duties.map { duty in
            let debtors = duty.debtors.codes
            return [
                treaty.id, "duty", debtors.joined(separator: " "), debtors.map { gazetteer.name($0, on: day) }.joined(separator: "; "),
                duty.from?.description ?? "", duty.to?.description ?? "", duty.kind.rawValue, duty.article ?? "",
                duty.creditors.codes.joined(separator: " "), duty.gist, duty.trigger.map { words.words($0) } ?? "", duty.doubt ?? "",
                duty.source.joined(separator: " "),
            ]
        }
        return Rows(
            ["treaty", "what", "state", "name", "from", "to", "duty", "article", "owed_to", "gist", "trigger", "doubt", "source"],
            parties + duties)
    }

    /// Without the longer texts.
    package var table: Rows {
        let wide = rows
        let columns = wide.header.indices.dropFirst().prefix(8)
        return Rows(columns.map { wide.header[$0] }, wide.rows.map { row in columns.map { row[$0] } })
    }
}

extension Side {
    /// Empty of all parties.
    fileprivate var codes: [String] {
        switch self {
        case .parties: []
        case .states(let states): states
        }
    }
}
