import CasusCore

/// What a client asks: the head of a request, and its body once that has arrived.
struct Request: Sendable {
    var method: String
    /// As it came: path and query, still encoded.
    var target: String
    /// Decoded, without empty ones at the ends: `["pair", "PRK-RUS"]`.
    var path: [String]
    var query: Query
    /// By their names in lower case.
    var headers: [String: String]
    var body: [UInt8] = []

    init(method: String, target: String, headers: [String: String] = [:], body: [UInt8] = []) throws(Refusal) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        // By bytes: a mark above would make a character of its own of what it stands on.
        let halves = Request.parts(Substring(target), at: UInt8(ascii: "?"), most: 2)
        guard let first = halves.first, first.utf8.first == UInt8(ascii: "/") else {
            throw Refusal(.badRequest, "the address is no path", mend: "begin it with /")
        }
        path = []
        for part in Request.parts(first, at: UInt8(ascii: "/")) where !part.isEmpty {
            let segment = try PercentEncoding.decode(part, plusIsSpace: false)
            // No page has such a name; a proxy in front might take it for a way up.
            if segment == "." || segment == ".." || segment.utf8.contains(UInt8(ascii: "/")) {
                throw Refusal(.badRequest, "the address has a part that is no name", at: String(part), mend: "leave it out")
            }
            path.append(segment)
        }
        query = try Query(halves.count > 1 ? halves[1] : "")
    }

    /// - Parameter most: how many parts there are at most; the last has the rest.
    static func parts(_ text: Substring, at mark: UInt8, most: Int = .max) -> [Substring] {
        text.utf8.split(separator: mark, maxSplits: most - 1, omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// Whether the client knows a version already.
    func knows(_ tag: String) -> Bool {
        guard let tags = headers["if-none-match"] else { return false }
        return tags.split(separator: ",").contains { part in
            let known = part.drop { $0 == " " }.prefix { $0 != " " }
            return known == "*" || known == tag || known == "W/" + tag
        }
    }

    /// The fields of a form in the body.
    func form() throws(Refusal) -> Query {
        guard Text.isUTF8(body) else { throw Refusal(.badRequest, "the form is not UTF-8", mend: "send it as UTF-8") }
        return try Query(Substring(String(decoding: body, as: UTF8.self)))
    }
}

/// Names with their values, in the order given; a name may come more than once.
struct Query: Sendable, Equatable {
    private(set) var items: [(name: String, value: String)] = []

    static func == (a: Query, b: Query) -> Bool {
        a.items.elementsEqual(b.items) { $0.name == $1.name && $0.value == $1.value }
    }

    private static let most = 1000

    init() {}

    /// `on=2024-06-19&state=PRK`
    init(_ text: Substring) throws(Refusal) {
        for pair in Request.parts(text, at: UInt8(ascii: "&")) where !pair.isEmpty {
            if items.count == Query.most {
                throw Refusal(.badRequest, "the query has more than \(Query.most) parts", mend: "ask for less at once")
            }
            let halves = Request.parts(pair, at: UInt8(ascii: "="), most: 2)
            let name = try PercentEncoding.decode(halves[0], plusIsSpace: true)
            items.append((name, halves.count > 1 ? try PercentEncoding.decode(halves[1], plusIsSpace: true) : ""))
        }
    }

    /// The first value of a name; nil where there is none, or an empty one, as a form sends what was left blank.
    subscript(name: String) -> String? { items.first { $0.name == name && !$0.value.isEmpty }?.value }

    func all(_ name: String) -> [String] { items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    mutating func add(_ name: String, _ value: String) { items.append((name, value)) }

    mutating func remove(_ name: String) { items.removeAll { $0.name == name } }

    /// `on=2024-06-19&state=PRK`
    var text: String {
        items.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }.joined(separator: "&")
    }
}

/// The encoding of names in addresses.
enum PercentEncoding {
    static func decode(_ text: Substring, plusIsSpace: Bool) throws(Refusal) -> String {
        func refused() -> Refusal {
            Refusal(.badRequest, "is no address", at: String(text.prefix(40)), mend: "write % as %25, and other bytes as UTF-8")
        }
        if !text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) {
            if text.utf8.contains(0) { throw refused() }
            return String(text)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { throw refused() }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0), Text.isUTF8(bytes) else { throw refused() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// For a part of a path or of a query.
    static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether it stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}

extension Text {
    /// Whether bytes are text as such.
    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }
}
