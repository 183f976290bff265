package import CasusCore
import Foundation

/// What the scorer looks at in one statement, decoded from a line of NDJSON.
package struct Found: Sendable, Equatable {
    package struct Party: Sendable, Equatable {
        package var code: String?
        package var name: String?
        package var person: String?
        package var text: String?

        init(_ fields: [String: Any]) {
            code = fields["code"] as? String
            name = fields["name"] as? String
            person = fields["person"] as? String
            text = fields["text"] as? String
        }
    }

    package var kind: String
    package var span: Span
    package var quote: String?
    package var type: String?
    package var mode: String?
    package var status: String?
    package var date: String?
    package var actors: [Party]
    package var recipients: [Party]
    package var objects: [String]
    package var speaker: Party?
    package var via: [String]
    package var stance: String?
    package var content: Span?
    package var direct: Bool?
    package var name: String?
    package var parties: [Party]
    package var stage: String?
    package var signed: String?
    package var duties: [String]
    package var spheres: [String]
    /// The dates of the instruments replaced.
    package var replaces: [String]
    package var asks: String?
    package var about: [Party]
    package var unspecified: Bool

    /// - Throws: a `Problem` of kind data when the line is no statement with a kind and a span.
    package init(line: String) throws {
        let fields = try object(line)
        guard let kind = fields["kind"] as? String, let span = Self.span(fields["span"]) else {
            throw Problem(.data, "a statement without kind or span", at: String(line.prefix(80)))
        }
        self.kind = kind
        self.span = span
        quote = fields["quote"] as? String
        type = fields["type"] as? String
        mode = fields["mode"] as? String
        status = fields["status"] as? String
        date = fields["date"] as? String
        actors = Self.parties(fields["actors"])
        recipients = Self.parties(fields["recipients"])
        objects = Self.strings(fields["objects"], under: "text")
        speaker = (fields["speaker"] as? [String: Any]).map(Party.init)
        via = Self.strings(fields["via"], under: "name")
        stance = fields["stance"] as? String
        content = Self.span(fields["content_span"])
        direct = fields["direct"] as? Bool
        name = fields["name"] as? String
        parties = Self.parties(fields["parties"])
        stage = fields["stage"] as? String
        signed = fields["signed"] as? String
        duties = Self.strings(fields["duties"], under: "kind")
        spheres = Self.strings(fields["spheres"], under: "text")
        replaces = Self.strings(fields["replaces"], under: "date")
        asks = fields["asks"] as? String
        about = Self.parties(fields["about"])
        unspecified = fields["unspecified"] as? Bool ?? false
    }

    private static func span(_ value: Any?) -> Span? {
        guard let ends = value as? [Int], ends.count == 2, ends[0] <= ends[1] else { return nil }
        return Span(ends[0], ends[1])
    }

    /// Events keep ids under `about`, which are no parties and fall away.
    private static func parties(_ value: Any?) -> [Party] {
        (value as? [Any] ?? []).compactMap { $0 as? [String: Any] }.map(Party.init)
    }

    /// Plain strings, or the one field of objects that matters here.
    private static func strings(_ value: Any?, under key: String) -> [String] {
        (value as? [Any] ?? []).compactMap { $0 as? String ?? ($0 as? [String: Any])?[key] as? String }
    }
}

extension Found: CustomStringConvertible {
    /// The fields that decide a match, on one line.
    package var description: String {
        func names(_ parties: [Party]) -> String { parties.map { $0.code ?? $0.name ?? "?" }.joined(separator: ",") }
        let words = [type, stage, status, stance].compactMap(\.self).joined(separator: " ")
        switch kind {
        case "event": return "event \(words) [\(names(actors))] -> [\(names(recipients))]: \(quote ?? "")"
        case "agreement":
            return "agreement \(words) [\(names(parties))] duties \(duties) spheres \(spheres) replaces \(replaces): \(quote ?? "")"
        case "claim": return "claim \(words) by \(speaker.map { names([$0]) } ?? "null"): \(quote ?? "")"
        default: return "\(kind) \(asks ?? ""): \(quote ?? "")"
        }
    }
}

/// One line of JSON as an object.
func object(_ line: String) throws -> [String: Any] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(line.utf8)), let fields = value as? [String: Any] else {
        throw Problem(.data, "not a JSON object", at: String(line.prefix(80)), mend: "write one object a line")
    }
    return fields
}
