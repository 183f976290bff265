package import CasusCore

/// The sources of an answer in words: each statement that a line rests on gets a number, and its sentence stands at the end.
package struct SourceList {
    /// The text of a document, by its key.
    private let text: (String) -> Text?
    private var numbers: [String: Int] = [:]
    private var kept: [Kept] = []

    package init(text: @escaping (String) -> Text?) { self.text = text }

    /// "[3]", "[3, 7]": the numbers of the sentences that a line rests on.
    package mutating func mark(_ sources: [Kept]) -> String {
        var marks: [Int] = []
        for it in sources {
            let place = it.publication.key + "/\(it.statement.origin.span.start)-\(it.statement.origin.span.end)"
            if numbers[place] == nil {
                kept.append(it)
                numbers[place] = kept.count
            }
            if !marks.contains(numbers[place]!) { marks.append(numbers[place]!) }
        }
        return "[" + marks.map(String.init).joined(separator: ", ") + "]"
    }

    /// The sentences, document by document in the order of publication; the words of a statement stand between brackets in its sentence.
    func write(to sheet: inout Sheet) {
        if kept.isEmpty { return }
        sheet.heading("SENTENCES")
        var told: Set<String> = []
        let inOrder = kept.sorted {
            ($0.publication.published?.number ?? .max, $0.publication.key) < ($1.publication.published?.number ?? .max, $1.publication.key)
        }
        for first in inOrder where told.insert(first.publication.key).inserted {
            sheet.line(first.publication.citation, indent: 2)
            let scalars = text(first.publication.key).map { Array($0.string.unicodeScalars) } ?? []
            for (index, it) in kept.enumerated() where it.publication.key == first.publication.key {
                let origin = it.statement.origin
                let words = Text.marked(origin.span, in: scalars)
                sheet.line(
                    "[\(index + 1)] sentence \(origin.sentence) (\(origin.span.start)–\(origin.span.end), statement \(it.id.prefix(8))): “\(words.isEmpty ? StatementWords.flat(origin.quote) : words)”",
                    indent: 4)
                for correction in it.corrections { sheet.line(correction.words, indent: 8) }
            }
        }
    }
}

extension Publication {
    /// "The Gazette, 2024-06-20, “A visit and a pact”, gazette-17"
    package var citation: String {
        var parts = [publisher, published?.description, title.map { "“\($0)”" }].compactMap(\.self)
        if parts.isEmpty || id != nil { parts.append(name) }
        return parts.joined(separator: ", ")
    }
}

extension Kept {
    /// "The Gazette, 2024-06-20, “A visit and a pact”, sentence 12, characters 80–142, statement 4f3a9c21"
    package var citation: String {
        let origin = statement.origin
        return publication.citation
            + ", sentence \(origin.sentence), characters \(origin.span.start)–\(origin.span.end), statement \(id.prefix(8))"
    }
}

extension Correction {
    /// "corrected by A. Reader on 2024-07-01: status is planned (a slip)"
    package var words: String {
        let what =
            field == Correction.stated ? (value == "false" ? "the text does not state it" : "the text states it") : "\(field) is \(value)"
        return "corrected by \(by) on \(at.day): \(what)" + (note.map { " (\($0))" } ?? "")
    }
}

/// The columns with which every row leads to its sentence.
package enum SourceColumns {
    package static let names = ["statement", "document", "publisher", "published", "sentence", "span_start", "span_end", "quote"]

    package static func cells(_ kept: Kept) -> [String] {
        let origin = kept.statement.origin
        return [
            kept.id, kept.publication.name, kept.publication.publisher ?? "", kept.publication.published?.description ?? "",
            String(origin.sentence), String(origin.span.start), String(origin.span.end), origin.quote,
        ]
    }
}

extension JSONWriter {
    /// One JSON value with its line's end.
    package static func line(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return json.string + "\n"
    }

    /// A statement with its document and what was corrected in it.
    package mutating func kept(_ kept: Kept) {
        object { json in
            json.key("statement")
            kept.statement.write(to: &json)
            json.publication("publication", kept.publication)
            json.field("recorded", kept.recorded.description)
            json.key("corrections")
            json.array(kept.corrections) { json, it in
                json.object { json in
                    json.field("field", it.field)
                    json.key("value")
                    json.verbatim(it.value.utf8)
                    json.field("by", it.by)
                    json.field("at", it.at.description)
                    json.field("note", it.note)
                }
            }
        }
    }

    package mutating func publication(_ name: String, _ publication: Publication) {
        key(name)
        object { publication.writeFields(to: &$0) }
    }
}
