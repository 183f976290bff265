package import CasusCore
package import Ledger

/// What a ledger holds.
package struct InfoAnswer: AnswerForms {
    package let inventory: Inventory
    package let path: String
    package let version: String
    package let overlay: String?

    package init(_ inventory: Inventory, path: String, version: String, overlay: String?) {
        (self.inventory, self.path, self.version, self.overlay) = (inventory, path, version, overlay)
    }

    package init(_ inventory: Inventory, _ setting: Desk.Setting) {
        self.init(inventory, path: setting.ledger, version: setting.version, overlay: setting.overlay)
    }

    package var isEmpty: Bool { inventory.documents == 0 }

    private var held: Int { inventory.held.reduce(0) { $0 + $1.count } }

    package func words(_ style: AnswerStyle) -> String {
        var sheet = Sheet(style: style)
        sheet.title(path)
        let it = inventory
        for row in rows.rows where row[0] != "publisher" && row[0] != "rule_set" {
            sheet.line("\(row[0].replacing("_", with: " ")): \(row[1])", indent: 2)
        }
        if !it.ruleSets.isEmpty { sheet.heading("RULE SETS") }
        for (name, readings) in it.ruleSets { sheet.line("\(name): \(readings) reading\(readings == 1 ? "" : "s")", indent: 2) }
        if !it.publishers.isEmpty { sheet.heading("PUBLISHERS") }
        for (name, documents) in it.publishers.prefix(30) {
            sheet.line("\(name ?? "not given"): \(documents) document\(documents == 1 ? "" : "s")", indent: 2)
        }
        if it.publishers.count > 30 { sheet.line("showing 30 of \(it.publishers.count); --format json has all", indent: 2) }
        return sheet.text
    }

    package var rows: Rows {
        let it = inventory
        var rows: [[String]] = [
            ["form", it.format], ["casus", version], ["bytes", String(it.bytes)], ["texts", String(it.texts)],
            ["documents", String(it.documents)],
            ["published", InfoAnswer.told(it.published)], ["happened", InfoAnswer.told(it.happened)],
            ["readings", String(it.readings)], ["last_reading", it.lastReading?.description ?? "none"], ["statements", String(held)],
        ]
        for (kind, count) in it.held { rows.append([kind + "s", String(count)]) }
        rows.append(["retracted", String(it.retracted)])
        rows.append(["corrections", String(it.corrections)])
        rows.append(["actors", String(it.actors)])
        rows.append(["treaties_of_your_own", String(it.treaties)])
        rows.append(["forgotten_documents", String(it.forgotten)])
        rows.append(["data_laid_over", overlay ?? "none"])
        for (name, readings) in it.ruleSets { rows.append(["rule_set", "\(name) (\(readings))"]) }
        for (name, documents) in it.publishers { rows.append(["publisher", "\(name ?? "") (\(documents))"]) }
        return Rows(["what", "value"], rows)
    }

    private static func told(_ range: ClosedRange<Day>?) -> String {
        range.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "not known"
    }

    package func write(to json: inout JSONWriter) {
        let it = inventory
        json.object { json in
            json.field("ledger", path)
            json.field("form", it.format)
            json.field("casus", version)
            json.field("data", overlay)
            json.field("bytes", it.bytes)
            json.field("texts", it.texts)
            json.field("documents", it.documents)
            json.field("readings", it.readings)
            json.field("last_reading", it.lastReading?.description)
            json.key("published")
            json.array(it.published.map { [$0.lowerBound, $0.upperBound] } ?? []) { $0.value($1.description) }
            json.key("happened")
            json.array(it.happened.map { [$0.lowerBound, $0.upperBound] } ?? []) { $0.value($1.description) }
            json.key("statements")
            json.object { json in for (kind, count) in it.held { json.field(kind, count) } }
            json.field("retracted", it.retracted)
            json.field("corrections", it.corrections)
            json.field("actors", it.actors)
            json.field("treaties", it.treaties)
            json.field("forgotten", it.forgotten)
            json.key("rule_sets")
            json.array(it.ruleSets) { json, set in
                json.object { json in
                    json.field("name", set.name)
                    json.field("readings", set.readings)
                }
            }
            json.key("publishers")
            json.array(it.publishers) { json, publisher in
                json.object { json in
                    json.field("name", publisher.name)
                    json.field("documents", publisher.documents)
                }
            }
        }
    }

    package func lines() -> String {
        var json = JSONWriter()
        write(to: &json)
        return json.string + "\n"
    }
}

/// The documents of a ledger.
package struct DocumentsAnswer: AnswerForms {
    package let publications: [Publication]

    package init(_ publications: [Publication]) { self.publications = publications }

    package var isEmpty: Bool { publications.isEmpty }

    package func words(_ style: AnswerStyle) -> String {
        publications.isEmpty ? "no documents\n" : rows.text(.table)
    }

    package var rows: Rows {
        Rows(
            ["key", "id", "published", "publisher", "title", "url"],
            publications.map { [$0.key, $0.id ?? "", $0.published?.description ?? "", $0.publisher ?? "", $0.title ?? "", $0.url ?? ""] })
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("documents")
            json.array(publications) { json, it in write(it, to: &json) }
        }
    }

    package func lines() -> String {
        publications.map { it in JSONWriter.line { write(it, to: &$0) } }.joined()
    }

    private func write(_ it: Publication, to json: inout JSONWriter) {
        json.object { it.writeFields(to: &$0) }
    }
}
