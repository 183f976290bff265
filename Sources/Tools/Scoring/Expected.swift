import CasusCore

/// A record that a careful reader finds in a report (or may find, or must never state), written by hand: one line of an expected file.
package struct Expected: Sendable {
    package enum Force: Sendable {
        case required, optional, never
    }

    package var kind: String
    package var force: Force
    /// The sentence, counted from 1 behind the metadata.
    package var sentence: Int
    /// A distinctive substring of that sentence.
    package var locator: String
    /// Any one of these fits: the line itself, and each of its `or` laid over it.
    package var shapes: [Shape]
    package var why: String?
    /// The line as written, for reports.
    package var line: String

    static let keys: Set<String> = [
        "kind", "never", "optional", "sentence", "in", "or", "why", "type", "mode", "actors", "recipients", "status", "date", "objects",
        "speaker", "person", "via", "stance", "content", "direct", "name", "parties", "stage", "signed", "duties", "spheres",
        "replaces", "asks", "about", "unspecified",
    ]

    /// - Throws: a `Problem` of kind data for a line without kind, sentence or locator, or with a key that nobody knows.
    package init(line: String) throws {
        let fields = try object(line)
        let place = String(line.prefix(100))
        if let stranger = fields.keys.filter({ !Self.keys.contains($0) }).min() {
            throw Problem(.data, "unknown key \(stranger)", at: place)
        }
        guard let kind = fields["kind"] as? String, let sentence = fields["sentence"] as? Int, let locator = fields["in"] as? String else {
            throw Problem(.data, "an expected record needs kind, sentence and in", at: place)
        }
        self.kind = kind
        self.sentence = sentence
        self.locator = locator
        self.line = line
        let never = fields["never"] as? Bool ?? false
        force = never ? .never : fields["optional"] as? Bool ?? false ? .optional : .required
        why = fields["why"] as? String
        let others = fields["or"] as? [[String: Any]] ?? []
        shapes = ([[:]] + others).map { other in Shape(fields.merging(other) { $1 }) }
    }

    /// The records of an expected file, blank lines left out.
    package static func list(_ text: String) throws -> [Expected] {
        try text.split(whereSeparator: \.isNewline).map { try Expected(line: String($0)) }
    }
}

/// The fields of an expected record; what is nil is not looked at. Several strings are alternatives for a word, members for a list.
package struct Shape: Sendable, Equatable {
    package var types: [String]?
    package var statuses: [String]?
    package var actors: [String]?
    package var recipients: [String]?
    package var stances: [String]?
    /// Codes or names; "null" is the outlet's own voice.
    package var speakers: [String]?
    package var content: String?
    package var parties: [String]?
    package var stages: [String]?
    package var duties: [String]?
    package var spheres: [String]?
    package var replaces: [String]?
    package var asks: String?

    // Details, scored apart.
    package var mode: String?
    package var dates: [String]?
    package var objects: [String]?
    package var person: String?
    package var via: String?
    package var direct: Bool?
    package var name: String?
    package var signed: String?
    package var about: [String]?
    package var unspecified: Bool?

    init(_ fields: [String: Any]) {
        func alternatives(_ key: String) -> [String]? {
            (fields[key] as? String)?.split(separator: "|").map(String.init)
        }
        func list(_ key: String) -> [String]? { fields[key] as? [String] }
        types = alternatives("type")
        statuses = alternatives("status")
        actors = list("actors")
        recipients = list("recipients")
        stances = alternatives("stance")
        // A JSON null is there all the same: it means the outlet itself.
        speakers = alternatives("speaker") ?? (fields["speaker"] == nil ? nil : ["null"])
        content = fields["content"] as? String
        parties = list("parties")
        stages = alternatives("stage")
        duties = list("duties")
        spheres = list("spheres")
        replaces = list("replaces")
        asks = fields["asks"] as? String
        mode = fields["mode"] as? String
        dates = alternatives("date")
        objects = list("objects")
        person = fields["person"] as? String
        via = fields["via"] as? String
        direct = fields["direct"] as? Bool
        name = fields["name"] as? String
        signed = fields["signed"] as? String
        about = list("about")
        unspecified = fields["unspecified"] as? Bool
    }
}
