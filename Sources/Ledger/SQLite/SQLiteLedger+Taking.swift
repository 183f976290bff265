package import CasusCore

extension SQLiteLedger {
    /// Takes in parts of another ledger, in the order of `everything` and with the numbers of readings that they have there; a document
    /// and what belongs to it come in one call.
    ///
    /// Only an empty ledger takes in another: two histories cannot be laid one into the other without inventing a time.
    package func take(_ archived: [Archived]) throws(Problem) {
        do throws(Problem) {
            try connection.transaction { () throws(Problem) in
                for part in archived { try take(part) }
                try takeStatements()
            }
        } catch {
            // The numbers that were given out inside have been taken back.
            (actorNumbers, ruleSetNumbers, taken) = ([:], [:], nil)
            throw error
        }
    }

    private func take(_ part: Archived) throws(Problem) {
        switch part {
        case .document(let document, let publication):
            try takeStatements()
            taken = Taken(document: try number(of: document, as: publication).row, publication: publication)
        case .reading(let number, _, let rules, let finished):
            let rules = try self.number(ofRules: rules)
            let document = try takenDocument()
            try connection.prepare("INSERT INTO reading (id, document, rule_set, finished) VALUES (?, ?, ?, ?)").run(
                .integer(number), .integer(document), .integer(rules), .integer(Int(finished.seconds)))
        case .statement(let statement, let holdings, let links):
            _ = try takenDocument()
            taken?.statements.append((statement, holdings, links))
        case .correction(let correction): try insert(correction)
        case .forgotten(let key, let at):
            try connection.prepare("INSERT OR REPLACE INTO forgotten (key, at) VALUES (?, ?)").run(.text(key), .integer(Int(at.seconds)))
        case .treaty(let treaty): try insert(treaty)
        }
    }

    /// Writes the statements of the document taken last: whom its claims concern shows only when all are there.
    private func takeStatements() throws(Problem) {
        guard let taken else { return }
        self.taken = nil
        var writer = try StatementWriter(ledger: self)
        var rows: [String: Int] = [:]
        // A claim concerns those of whom it spoke when it was first read.
        let first = Dictionary(taken.statements.map { ($0.statement.id, $0.holdings.first?.from) }) { first, _ in first }
        var told: [String: [Statement]] = [:]
        for (statement, _, links) in taken.statements where statement.kind != "claim" {
            for link in links where link.relation == .claims && link.from == first[link.target] {
                told[link.target, default: []].append(statement)
            }
        }
        for (statement, holdings, _) in taken.statements {
            let involvement = Involvement(statement, told: told[statement.id] ?? [])
            let row = try writer.insert(
                StatementRow(statement, involvement), document: taken.document, published: taken.publication.published)
            rows[statement.id] = row
            for holding in holdings {
                var origin = statement.origin
                (origin.sentence, origin.rule, origin.confidence) = (holding.sentence, holding.rule, holding.confidence)
                try writer.hold(row, from: holding.from, until: holding.until, origin)
            }
        }
        for (statement, _, links) in taken.statements {
            for link in links {
                guard let from = rows[statement.id], let target = rows[link.target] else {
                    throw Problem(
                        .input, "statement \(statement.id) is linked to \(link.target), which is not there", mend: "export it anew")
                }
                try writer.link(
                    LinkRow(statement: from, relation: link.relation.rawValue, n: link.number, target: target), from: link.from,
                    until: link.until)
            }
        }
        try writer.finish()
    }

    private func takenDocument() throws(Problem) -> Int {
        guard let taken else { throw Problem(.input, "something without its document", mend: "export it anew") }
        return taken.document
    }

    package func treaties() throws(Problem) -> [StoredTreaty] {
        var treaties: [StoredTreaty] = []
        try connection.prepare("SELECT id, title, signed, body FROM treaty ORDER BY id").each { row throws(Problem) in
            treaties.append(StoredTreaty(id: row.string(0), title: row.string(1), signed: row.string(2), json: row.string(3), duties: []))
        }
        for index in treaties.indices {
            try connection.prepare("SELECT debtor, creditor, kind, article FROM duty WHERE treaty = ? ORDER BY n").each(
                [.text(treaties[index].id)]
            ) { row throws(Problem) in
                treaties[index].duties.append([row.string(0), row.string(1), row.string(2), row.string(3)])
            }
        }
        return treaties
    }

    package func keep(_ treaties: [StoredTreaty]) throws(Problem) {
        try connection.transaction { () throws(Problem) in
            for treaty in treaties { try insert(treaty) }
        }
    }

    private func insert(_ treaty: StoredTreaty) throws(Problem) {
        try connection.prepare("DELETE FROM duty WHERE treaty = ?").run(.text(treaty.id))
        try connection.prepare("INSERT OR REPLACE INTO treaty (id, title, signed, body) VALUES (?, ?, ?, ?)").run(
            .text(treaty.id), .text(treaty.title), .text(treaty.signed), .text(treaty.json))
        for (n, duty) in treaty.duties.enumerated() {
            try connection.prepare("INSERT INTO duty (treaty, n, debtor, creditor, kind, article) VALUES (?, ?, ?, ?, ?, ?)").run(
                .text(treaty.id), .integer(n), .text(duty[0]), .text(duty[1]), .text(duty[2]), duty[3].isEmpty ? .null : .text(duty[3]))
        }
    }
}

/// A document that is being taken in, with its statements, until the next one begins.
struct Taken {
    var document: Int
    var publication: Publication
    var statements: [(statement: Statement, holdings: [ArchivedHolding], links: [ArchivedLink])] = []
}
