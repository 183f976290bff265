package import CasusCore
package import Ledger
import WhosWho

/// The answer to "show me": one statement in full, or a document with what was read in it.
package struct ShowAnswer: LedgerQuestion {
    package static let name = "show"
    package static let words: AskedWords? = AskedWords(.id, least: 1, most: 1)
    package static let summary =
        "A statement in full: its sentence, since when it is held and by which rule, corrections, links; or a document."
    package static let takes: [Parameter] = [.knownBy]

    package enum Subject {
        case statement(Kept, around: String, history: [Holding], linked: [Kept])
        case document(Document, Publication, [Kept])
        /// There was nothing of it by the day asked about.
        case unheld(String)
    }

    package let subject: Subject
    private let phrases: StatementWords
    private let stateName: (String) -> String?

    package init(_ asked: Asked, at desk: Desk) throws(Problem) {
        guard asked.words.count == 1 else {
            throw Problem(.usage, "show what?", mend: "give the id of a statement or the name of a document")
        }
        let word = asked.words[0]
        let knownBy = asked.knownBy.map { Instant(endOf: $0) }
        stateName = { desk.gazetteer.who.state($0) == nil ? nil : desk.gazetteer.name($0, on: desk.today) }
        if let id = try desk.store.id(beginning: word), let kept = try desk.store.kept(id) {
            let history = try desk.store.history(of: id).filter { holding in knownBy.map { holding.from <= $0 } ?? true }
            guard !history.isEmpty else {
                subject = .unheld("By \(asked.knownBy!) the ledger did not hold \(id).")
                phrases = desk.phrases([], on: desk.today)
                return
            }
            let made = try desk.store.corrections(knownBy: knownBy).filter { $0.statement == id }
            var shown = kept
            shown.corrections = made
            shown.statement = try kept.statement.corrected(by: made)
            let text = try desk.store.document(kept.publication.key)?.text
            let linked = try desk.store.linked(to: [id], knownBy: knownBy)
            phrases = desk.phrases([shown] + linked, on: desk.today)
            subject = .statement(
                shown, around: text.map { ShowAnswer.around(kept.statement.origin.span, in: $0) } ?? "",
                history: history,
                linked: linked)
            return
        }
        let found = try desk.store.publications(named: word)
        guard let publication = found.first, let document = try desk.store.document(publication.key) else {
            throw Problem(
                .usage, "no statement and no document", at: word,
                mend: "casus search finds statements, casus info --documents lists documents")
        }
        if found.count > 1 {
            throw Problem(
                .usage, "is the name of \(found.count) documents", at: word, mend: "give a key: " + found.map(\.key).joined(separator: ", ")
            )
        }
        var query = StatementQuery()
        query.document = publication.key
        query.knownBy = knownBy
        let kept = try desk.store.statements(query).kept.sorted {
            ($0.statement.origin.span, $0.id) < ($1.statement.origin.span, $1.id)
        }
        phrases = desk.phrases(kept, on: desk.today)
        if kept.isEmpty, let knownBy = asked.knownBy, try desk.store.firstReading(of: publication.key).map({ $0.day > knownBy }) ?? true {
            subject = .unheld("By \(knownBy) the ledger had not read \(publication.name).")
            return
        }
        subject = .document(document, publication, kept)
    }

    package var isEmpty: Bool {
        switch subject {
        case .statement: false
        case .document(_, _, let kept): kept.isEmpty
        case .unheld: true
        }
    }

    /// The line or sentences around a place, the place itself between brackets.
    private static func around(_ span: Span, in text: Text) -> String {
        let scalars = Array(text.string.unicodeScalars)
        guard span.end <= scalars.count else { return "" }
        var (start, end) = (span.start, span.end)
        while start > 0, scalars[start - 1] != "\n" { start -= 1 }
        while end < scalars.count, scalars[end] != "\n" { end += 1 }
        // Of a paragraph without end the sentence.
        if end - start > 1500 {
            let sentence = Text.sentence(around: span, in: scalars)
            (start, end) = (sentence.start, sentence.end)
        }
        func string(_ from: Int, _ to: Int) -> String {
            var words = ""
            words.unicodeScalars.append(contentsOf: scalars[from..<to])
            return words
        }
        return string(start, span.start) + "[" + string(span.start, span.end) + "]" + string(span.end, end)
    }

    package func words(_ style: AnswerStyle) -> String {
        switch subject {
        case .unheld(let why): return why + "\n"
        case .document(let document, _, let kept):
            let options = Brief.Options(quotes: false, citations: false, colours: style.colours, width: style.width)
            return Brief(of: kept.map(\.statement), in: document, stateName: stateName).words(options)
        case .statement(let kept, let around, let history, let linked):
            var sheet = Sheet(style: style)
            sheet.title("\(kept.statement.kind) \(kept.id)")
            sheet.line(phrases.text(kept.statement), indent: 0)
            sheet.line(kept.citation, indent: 0)
            sheet.line("“\(StatementWords.flat(kept.statement.origin.quote))”", indent: 2)
            sheet.heading("IN THE TEXT")
            for line in around.split(separator: "\n") { sheet.line(String(line), indent: 2) }
            sheet.heading("FIELDS")
            for (name, value) in ShowAnswer.fields(of: kept) { sheet.line("\(name): \(value)", indent: 2) }
            sheet.heading("HELD")
            for it in history {
                let end = it.until.map { "until \($0) (by the rules “\(it.untilRules ?? "")”)" } ?? "until now"
                sheet.line(
                    "from \(it.from) \(end): rule \(it.rule), confidence \(it.confidence), sentence \(it.sentence), by the rules “\(it.fromRules)”",
                    indent: 2)
            }
            if !kept.corrections.isEmpty { sheet.heading("CORRECTIONS") }
            for it in kept.corrections { sheet.line(it.words, indent: 2) }
            if !linked.isEmpty { sheet.heading("LINKED") }
            for it in linked { sheet.line("\(it.id.prefix(8)) \(it.statement.kind): \(phrases.text(it.statement))", indent: 2) }
            return sheet.text
        }
    }

    /// The fields that say something, as JSON names and values.
    package static func fields(of kept: Kept) -> [(name: String, value: String)] {
        guard let members = try? JSONTree(kept.statement.meaning, file: "").root.members() else { return [] }
        return members.map { ($0, String(decoding: $1.source, as: UTF8.self)) }
    }

    private var all: [Kept] {
        switch subject {
        case .statement(let kept, _, _, _): [kept]
        case .document(_, _, let kept): kept
        case .unheld: []
        }
    }

    package var rows: Rows {
        Rows(
            ["kind", "type", "status", "date", "what"] + SourceColumns.names,
            all.map { kept in
                [
                    kept.statement.kind, kept.statement.typeName ?? "", kept.statement.status?.rawValue ?? "",
                    kept.statement.happened?.description ?? "", phrases.text(kept.statement),
                ] + SourceColumns.cells(kept)
            })
    }

    package var table: Rows {
        Rows(
            ["statement", "kind", "status", "what"],
            all.map { kept in
                let text = phrases.text(kept.statement)
                return [
                    String(kept.id.prefix(8)), kept.statement.kind, kept.statement.status?.rawValue ?? "",
                    Rows.cut(text, to: 100),
                ]
            })
    }

    package func write(to json: inout JSONWriter) {
        switch subject {
        case .unheld: json.null()
        case .document(let document, let publication, let kept):
            json.object { json in
                json.publication("document", publication)
                json.field("text", document.text.string)
                json.key("statements")
                json.array(kept) { $0.kept($1) }
            }
        case .statement(let kept, let around, let history, let linked):
            json.object { json in
                json.key("told")
                json.kept(kept)
                json.field("around", around)
                json.key("held")
                json.array(history) { json, it in
                    json.object { json in
                        json.field("from", it.from.description)
                        json.field("until", it.until?.description)
                        json.field("rules", it.fromRules)
                        json.field("until_rules", it.untilRules)
                        json.field("rule", it.rule)
                        json.key("confidence")
                        json.value(it.confidence)
                        json.field("sentence", it.sentence)
                    }
                }
                json.key("linked")
                json.array(linked) { $0.kept($1) }
            }
        }
    }

    package func lines() -> String {
        all.map { kept in
            var json = JSONWriter()
            json.kept(kept)
            return json.string + "\n"
        }.joined()
    }
}
