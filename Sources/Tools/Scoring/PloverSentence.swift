package import CasusCore

/// A sentence that somebody else marked with the PLOVER types of its events, and with who acts.
package struct PloverSentence: Sendable {
    package let text: String
    /// Empty where the sentence tells of no event.
    package private(set) var types: Set<String>
    /// Where those stand who act, by type of event; spans of `text`.
    package private(set) var actors: [String: [Span]]

    /// The sentences of a file with one JSON object a line: `text`, `events[]` with a `code`, and `marked`, the text with `<s>` around who
    /// acts. Lines with the same text are one sentence with the events of all.
    package static func list(_ lines: String) throws(Problem) -> [PloverSentence] {
        var sentences: [PloverSentence] = []
        var known: [String: Int] = [:]
        for line in lines.split(separator: "\n") {
            let sentence = try PloverSentence(line: String(line))
            if let index = known[sentence.text] {
                sentences[index].types.formUnion(sentence.types)
                sentences[index].actors.merge(sentence.actors) { $0 + $1 }
            } else {
                known[sentence.text] = sentences.count
                sentences.append(sentence)
            }
        }
        return sentences
    }

    private init(line: String) throws(Problem) {
        let fields: [String: Any]
        do { fields = try object(line) } catch { throw Problem(.data, "not a JSON object", at: String(line.prefix(80))) }
        guard let text = fields["text"] as? String, let events = fields["events"] as? [[String: Any]] else {
            throw Problem(.data, "a sentence without text or events", at: String(line.prefix(80)))
        }
        self.text = text
        types = Set(events.compactMap { $0["code"] as? String })
        let spans = Self.marks(in: fields["marked"] as? String ?? "")
        actors = Dictionary(uniqueKeysWithValues: types.map { ($0, spans) })
    }

    /// The spans between `<s>` and `</s>` in the text without any marks.
    private static func marks(in marked: String) -> [Span] {
        var spans: [Span] = []
        var rest = Array(marked.unicodeScalars)[...]
        var length = 0
        var start: Int?
        while !rest.isEmpty {
            if rest.starts(with: "<s>".unicodeScalars) {
                start = length
                rest = rest.dropFirst(3)
            } else if rest.starts(with: "</s>".unicodeScalars) {
                if let begun = start { spans.append(Span(begun, length)) }
                start = nil
                rest = rest.dropFirst(4)
            } else if rest.starts(with: "<t>".unicodeScalars) || rest.starts(with: "</t>".unicodeScalars) {
                rest = rest.dropFirst(rest.starts(with: "<t>".unicodeScalars) ? 3 : 4)
            } else {
                length += 1
                rest = rest.dropFirst()
            }
        }
        return spans
    }
}
