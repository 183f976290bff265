import CasusCore

/// What a statement says, field by field, in words.
struct FieldsMarkup {
    let links: Links

    func write(_ statement: Statement, in html: inout HTML) {
        guard let members = try? JSONTree(statement.meaning, file: "").root.members() else { return }
        html.element("dl", ["class": "facts"]) { html in
            for (name, value) in members where !value.isNull {
                html.element("dt", [:], FieldsMarkup.label(name))
                html.element("dd", [:]) { html in self.value(value, of: name, in: &html) }
            }
            html.element("dt", [:], "Read by the rule")
            html.element("dd", [:]) { $0.element("code", [:], statement.origin.rule) }
        }
    }

    private static let labels = [
        "cameo": "CAMEO code", "date_text": "Date as written", "date": "Date", "via": "Told by", "speaker_span": "Speaker named at",
        "cue_span": "Verb of saying at", "content_span": "What is said at", "content_pieces": "Said in pieces at",
        "direct": "In quotation marks",
        "type": "Kind", "mode": "Form", "same_as": "The same as", "about": "About", "claims": "Stands in claims", "cue": "Verb of saying",
        "unspecified": "Called unknown by the text itself", "raised_by": "Raised by",
    ]

    private static func label(_ name: String) -> String { labels[name] ?? name.replacing("_", with: " ").capitalisedFirst }

    private func value(_ value: JSONValue, of name: String, in html: inout HTML) {
        if name.hasSuffix("_span"), let span = FieldsMarkup.span(value) { return html.text(span) }
        if name == "content_pieces", let pieces = try? value.array() {
            return html.text(pieces.compactMap(FieldsMarkup.span).joined(separator: ", "))
        }
        if let items = try? value.array() {
            if items.isEmpty { html.text("none") }
            for (index, item) in items.enumerated() {
                if index > 0 { html.text("; ") }
                self.value(item, of: name, in: &html)
            }
        } else if let members = try? value.members() {
            if let named = members.first(where: { $0.0 == "name" }), let who = try? named.1.string() {
                actor(who, Dictionary(members.map { ($0.0, $0.1) }) { first, _ in first }, in: &html)
            } else {
                let parts = members.compactMap { part in
                    FieldsMarkup.word(part.1).map { ["text", "quote"].contains(part.0) ? "“\($0)”" : $0 }
                }
                html.text(parts.joined(separator: ", "))
            }
        } else if let word = FieldsMarkup.word(value) {
            if ["claims", "about", "same_as"].contains(name) {
                html.link(links.statement(word), String(word.prefix(8)), "id")
            } else {
                html.text(word)
            }
        }
    }

    /// "Vladimir Putin (Russia's government), in the text “The Russian president”"
    private func actor(_ name: String, _ fields: [String: JSONValue], in html: inout HTML) {
        let code = fields["code"].flatMap(FieldsMarkup.word)
        html.link(links.actor(code ?? name), name, "actor")
        let sector = fields["sector"].flatMap(FieldsMarkup.word)
        let known = [code, sector].compactMap(\.self).joined(separator: ", ")
        if !known.isEmpty { html.text(" (\(known))") }
        if let text = fields["text"].flatMap(FieldsMarkup.word), text != name { html.text(", in the text “\(text)”") }
    }

    private static func word(_ value: JSONValue) -> String? {
        if let text = try? value.string() { return text.replacing("\n", with: " ") }
        if let flag = try? value.flag() { return flag ? "yes" : "no" }
        if let number = try? value.integer() { return String(number) }
        return (try? value.decimal()).map { String($0) }
    }

    private static func span(_ value: JSONValue) -> String? {
        guard let ends = try? value.array(), ends.count == 2, let from = try? ends[0].integer(), let to = try? ends[1].integer() else {
            return nil
        }
        return "characters \(from) to \(to)"
    }
}
