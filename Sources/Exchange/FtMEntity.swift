import CasusCore

/// One entity of the FollowTheMoney model: lists of strings under the names that its schema knows.
struct FtMEntity {
    let id: String
    let schema: String
    private var properties: [(name: String, values: [String])] = []

    init(id: String, schema: String) {
        self.id = id
        self.schema = schema
    }

    /// One more value of a property; nothing where it is nil or blank, or there already.
    mutating func add(_ name: String, _ value: String?) {
        guard let value = value.map({ Self.fitting($0, Self.limit(name)) }), !value.isEmpty else { return }
        guard let index = properties.firstIndex(where: { $0.name == name }) else { return properties.append((name, [value])) }
        if !properties[index].values.contains(value) { properties[index].values.append(value) }
    }

    func write(to json: inout JSONWriter, dataset: String) {
        json.object { json in
            json.field("id", id)
            json.field("schema", schema)
            json.key("properties")
            json.object { json in
                for (name, values) in properties { json.field(name, values) }
            }
            json.field("datasets", [dataset])
        }
    }

    /// The length that the model allows a value, in code points.
    private static func limit(_ property: String) -> Int {
        switch property {
        case "name": 384
        case "location": 250
        case "summary", "description", "notes": 65000
        case "sourceUrl": 4096
        default: 1024
        }
    }

    /// The value on one line, as the model keeps it; a longer one ends in an ellipsis.
    private static func fitting(_ value: String, _ limit: Int) -> String {
        let line = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.unicodeScalars.count <= limit { return line }
        return String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit - 1))) + "…"
    }
}
