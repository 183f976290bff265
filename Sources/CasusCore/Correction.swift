/// What a person corrects in a statement. It stands beside what was read, with who and when, and never in its place.
public struct Correction: Sendable, Hashable {
    /// The statement's id.
    public var statement: String
    /// The field's name in the statement's JSON, or `stated`: whether the text states it at all.
    public var field: String
    /// Its new value, as JSON.
    public var value: String
    public var by: String
    public var at: Instant
    /// Why.
    public var note: String?

    public init(statement: String, field: String, value: String, by: String, at: Instant, note: String? = nil) {
        self.statement = statement
        self.field = field
        self.value = value
        self.by = by
        self.at = at
        self.note = note
    }

    /// The field that says whether the text states it at all: with `false` the statement is left out of answers.
    package static let stated = "stated"
}

extension Statement {
    /// Whether people left it standing.
    package static func isStated(_ corrections: [Correction]) -> Bool {
        corrections.last { $0.field == Correction.stated }?.value != "false"
    }

    /// The statement with corrections laid over it, the later one counting. Id, span and quote stay.
    ///
    /// - Throws: `Problem(.data)` where a value is none of the field's.
    package func corrected(by corrections: [Correction]) throws(Problem) -> Statement {
        let values = Dictionary(corrections.filter { $0.field != Correction.stated }.map { ($0.field, $0.value) }) { $1 }
        if values.isEmpty { return self }
        var whole = JSONWriter()
        whole.object { writeMeaning(to: &$0) }
        var members = try JSONTree(whole.bytes, file: "statement " + id).root.members()
        // An agreement's type is told by its duties, and has no other value.
        if case .agreement = self { members.removeAll { $0.name == "type" } }
        if let stranger = values.keys.sorted().first(where: { name in !members.contains { $0.name == name } }) {
            let names = members.map(\.name)
            let near = meant(by: stranger, among: names).map { "did you mean \($0)?" }
            throw Problem(
                .usage, "\(stranger) is no field of this \(kind)", mend: near ?? "its fields are " + names.joined(separator: ", "))
        }
        var new: [String: [UInt8]] = [:]
        for (name, value) in values {
            // Each by itself, so that it is one value and no more.
            new[name] = Array(try JSONTree(Array(value.utf8), file: "correction of \(id), \(name)").root.source)
        }
        var laid = JSONWriter()
        laid.object { json in
            for (name, value) in members {
                json.key(name)
                json.verbatim(new[name] ?? Array(value.source))
            }
        }
        var statement = try Statement(
            kind: kind, meaning: JSONTree(laid.bytes, file: "correction of " + id).root, origin: origin)
        for relation in LinkKind.allCases { statement[relation] = self[relation] }
        return statement
    }
}
