/// A JSON text (RFC 8259), read into one flat array of nodes: strings stay bytes until somebody asks for them.
package final class JSONTree: Sendable {
    package enum Kind: UInt8, Sendable {
        case object, array, string, number, yes, no, null

        /// For messages: "a list".
        var words: String {
            switch self {
            case .object: "an object"
            case .array: "a list"
            case .string: "a string"
            case .number: "a number"
            case .yes, .no: "true or false"
            case .null: "null"
            }
        }
    }

    struct Node {
        var kind: Kind
        /// A string without its quotation marks, a number, or where the value begins.
        var start: Int32
        var end: Int32
        /// The node behind this one and all that is in it.
        var next: Int32
        /// A string with escapes.
        var isEscaped = false
    }

    package let file: String
    let bytes: [UInt8]
    let nodes: [Node]

    /// - Parameter file: what problems give as their place.
    package init(_ bytes: [UInt8], file: String) throws(Problem) {
        guard bytes.count < Int(Int32.max) else { throw Problem(.data, "too large", at: file, mend: "a treaty has a few kilobytes") }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem(.data, "not UTF-8", at: file, mend: "save it as UTF-8")
        }
        var reader = JSONReader(bytes: bytes, file: file)
        try reader.readAll()
        (self.file, self.bytes, nodes) = (file, bytes, reader.nodes)
    }

    package var root: JSONValue { JSONValue(tree: self, index: 0) }

    /// The line of a byte, from 1.
    func line(of byte: Int) -> Int { bytes[..<min(byte, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1 }
}

private struct JSONReader {
    let bytes: [UInt8]
    let file: String
    var at = 0
    var nodes: [JSONTree.Node] = []

    private static let deepest = 64

    mutating func readAll() throws(Problem) {
        nodes.reserveCapacity(bytes.count / 16)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        try value(depth: 0)
        skipSpace()
        if at < bytes.count { throw problem("text after the end", mend: "remove it") }
    }

    private mutating func value(depth: Int) throws(Problem) {
        skipSpace()
        guard at < bytes.count else { throw problem("the file ends too early", mend: "close what is open") }
        if depth > JSONReader.deepest { throw problem("nested too deeply", mend: "keep to docs/treaty.schema.json") }
        let node = nodes.count
        nodes.append(JSONTree.Node(kind: .null, start: Int32(at), end: 0, next: 0))
        switch bytes[at] {
        case UInt8(ascii: "{"): try members(of: node, depth: depth)
        case UInt8(ascii: "["): try elements(of: node, depth: depth)
        case UInt8(ascii: "\""): try string(node)
        case UInt8(ascii: "t"): try word("true", .yes, node)
        case UInt8(ascii: "f"): try word("false", .no, node)
        case UInt8(ascii: "n"): try word("null", .null, node)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(node)
        default: throw problem("no value begins so", mend: "write a string, a number, a list, an object, true, false or null")
        }
        nodes[node].end = max(nodes[node].end, Int32(nodes[node].kind == .string ? 0 : at))
        nodes[node].next = Int32(nodes.count)
    }

    private mutating func members(of node: Int, depth: Int) throws(Problem) {
        nodes[node].kind = .object
        at += 1
        skipSpace()
        if take("}") { return }
        while true {
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw problem("no name of a field", mend: "write \"name\": value")
            }
            let key = nodes.count
            nodes.append(JSONTree.Node(kind: .string, start: 0, end: 0, next: Int32(key + 1)))
            try string(key)
            skipSpace()
            if !take(":") { throw problem("no colon behind the name of a field", mend: "write \"name\": value") }
            try value(depth: depth + 1)
            skipSpace()
            if take("}") { return }
            if !take(",") { throw problem("neither a comma nor }", mend: "put a comma between fields, and } at the end") }
        }
    }

    private mutating func elements(of node: Int, depth: Int) throws(Problem) {
        nodes[node].kind = .array
        at += 1
        skipSpace()
        if take("]") { return }
        while true {
            try value(depth: depth + 1)
            skipSpace()
            if take("]") { return }
            if !take(",") { throw problem("neither a comma nor ]", mend: "put a comma between values, and ] at the end") }
        }
    }

    private mutating func string(_ node: Int) throws(Problem) {
        nodes[node].kind = .string
        at += 1
        nodes[node].start = Int32(at)
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            if bytes[at] < 0x20 { throw problem("a string that does not end in its line", mend: "close it, or write \\n") }
            if bytes[at] == UInt8(ascii: "\\") {
                nodes[node].isEscaped = true
                try escape()
            } else {
                at += 1
            }
        }
        guard at < bytes.count else { throw problem("a string that never ends", mend: "close it with a quotation mark") }
        nodes[node].end = Int32(at)
        at += 1
    }

    /// One escape: no NUL, and no half of a pair alone. A page break may stand in a text that somebody quotes.
    private mutating func escape() throws(Problem) {
        let mend = "write \\\", \\\\, \\n, \\t or \\u with four digits"
        guard at + 1 < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[at + 1]) else { throw problem("no such escape", mend: mend) }
        let isUnit = bytes[at + 1] == UInt8(ascii: "u")
        at += 2
        guard isUnit else { return }
        let unit = try unit(mend)
        if (0xD800..<0xDC00).contains(unit) {
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
                throw problem("half a character", mend: "write the character itself")
            }
            at += 2
            guard (0xDC00..<0xE000).contains(try self.unit(mend)) else {
                throw problem("half a character", mend: "write the character itself")
            }
        } else if (0xDC00..<0xE000).contains(unit) || unit == 0 {
            throw problem(unit == 0 ? "a NUL" : "half a character", mend: "leave it out")
        }
    }

    /// Four hexadecimal digits.
    private mutating func unit(_ mend: String) throws(Problem) -> Int {
        guard at + 4 <= bytes.count, let unit = Int(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
            bytes[at] != UInt8(ascii: "-"),
            bytes[at] != UInt8(ascii: "+")
        else { throw problem("no such escape", mend: mend) }
        at += 4
        return unit
    }

    private mutating func number(_ node: Int) throws(Problem) {
        nodes[node].kind = .number
        while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
        let text = bytes[Int(nodes[node].start)..<at].drop { $0 == UInt8(ascii: "-") }
        let hasLeadingZero = text.count > 1 && text.first == UInt8(ascii: "0") && text.dropFirst().first! >= UInt8(ascii: "0")
        guard Double(String(decoding: bytes[Int(nodes[node].start)..<at], as: UTF8.self)) != nil, !hasLeadingZero else {
            throw problem("no number", mend: "write digits, without a zero in front")
        }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONTree.Kind, _ node: Int) throws(Problem) {
        let matches = bytes[at...].starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        guard matches else { throw problem("no value begins so", mend: "write true, false or null, or put words in quotation marks") }
        nodes[node].kind = kind
        at += word.utf8CodeUnitCount
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
        at += 1
        return true
    }

    private func problem(_ what: String, mend: String) -> Problem {
        let line = bytes[..<min(at, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
        return Problem(.data, "not JSON: " + what, at: "\(file):\(line)", mend: mend)
    }
}
