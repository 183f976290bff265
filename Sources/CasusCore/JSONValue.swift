/// One value of a JSON tree. Whoever reads it gets what it should be, or a problem that names file, line, field and mend.
package struct JSONValue: Sendable {
    let tree: JSONTree
    let index: Int

    private var node: JSONTree.Node { tree.nodes[index] }

    package var kind: JSONTree.Kind { node.kind }
    package var isNull: Bool { kind == .null }

    package func string() throws(Problem) -> String {
        guard kind == .string else { throw mismatch("a string") }
        return text
    }

    package func integer() throws(Problem) -> Int {
        guard kind == .number, let number = Int(text) else { throw mismatch("a whole number") }
        return number
    }

    package func decimal() throws(Problem) -> Double {
        guard kind == .number, let number = Double(text) else { throw mismatch("a number") }
        return number
    }

    package func flag() throws(Problem) -> Bool {
        guard kind == .yes || kind == .no else { throw mismatch("true or false") }
        return kind == .yes
    }

    package func array() throws(Problem) -> [JSONValue] {
        guard kind == .array else { throw mismatch("a list") }
        return children
    }

    package func strings() throws(Problem) -> [String] {
        var strings: [String] = []
        for value in try array() { strings.append(try value.string()) }
        return strings
    }

    /// The fields of an object that may have no others than `known`, at most 64 names.
    package func object(known: [String]) throws(Problem) -> JSONObject {
        guard kind == .object else { throw mismatch("an object") }
        let object = JSONObject(value: self, children: children)
        var seen: UInt64 = 0
        for (key, value) in object.fields {
            guard let place = known.firstIndex(where: key.hasText) else {
                let mend = meant(by: key.text, among: known).map { "did you mean \($0)?" }
                throw value.problem("there is no such field", mend: mend ?? "its fields are " + known.joined(separator: ", "))
            }
            if seen & (1 << UInt64(place)) != 0 { throw value.problem("the field stands there twice", mend: "keep one of the two") }
            seen |= 1 << UInt64(place)
        }
        return object
    }

    /// A problem with this value.
    package func problem(_ what: String, mend: String? = nil) -> Problem {
        let path = path
        let line = tree.line(of: Int(node.start))
        return Problem(.data, (path.isEmpty ? "" : path + ": ") + what, at: "\(tree.file):\(line)", mend: mend)
    }

    private func mismatch(_ expected: String) -> Problem {
        problem("is \(kind.words)", mend: "write " + expected)
    }

    /// Nodes one below; of an object, names and values by turns.
    private var children: [JSONValue] {
        var children: [JSONValue] = []
        var next = index + 1
        while next < Int(node.next) {
            children.append(JSONValue(tree: tree, index: next))
            next = Int(tree.nodes[next].next)
        }
        return children
    }

    /// The characters of a string or a number.
    var text: String {
        let bytes = tree.bytes[Int(node.start)..<Int(node.end)]
        return node.isEscaped ? unescaped(bytes) : String(decoding: bytes, as: UTF8.self)
    }

    func hasText(_ text: String) -> Bool {
        if node.isEscaped { return self.text == text }
        let (start, count) = (Int(node.start), Int(node.end) - Int(node.start))
        guard text.utf8.count == count else { return false }
        var at = start
        for byte in text.utf8 {
            if tree.bytes[at] != byte { return false }
            at += 1
        }
        return true
    }

    /// `parties[3].from`
    package var path: String {
        var path = ""
        var parent = JSONValue(tree: tree, index: 0)
        while parent.index != index {
            let children = parent.children
            guard let at = children.lastIndex(where: { $0.index <= index }) else { break }
            if parent.kind == .object {
                path += (path.isEmpty ? "" : ".") + children[at - at % 2].text
                if at % 2 == 0 { break }
            } else {
                path += "[\(at)]"
            }
            parent = children[at]
        }
        return path
    }
}

/// The fields of an object.
package struct JSONObject: Sendable {
    package let value: JSONValue
    fileprivate let children: [JSONValue]

    var fields: [(key: JSONValue, value: JSONValue)] {
        stride(from: 0, to: children.count, by: 2).map { (children[$0], children[$0 + 1]) }
    }

    /// Names and values in the order of the file.
    package var members: [(name: String, value: JSONValue)] { fields.map { ($0.key.text, $0.value) } }

    /// A field; nil where it is not there or null.
    package subscript(name: String) -> JSONValue? {
        var at = 0
        while at < children.count {
            if children[at].hasText(name) { return children[at + 1].isNull ? nil : children[at + 1] }
            at += 2
        }
        return nil
    }

    /// A field that must be there.
    package func required(_ name: String) throws(Problem) -> JSONValue {
        guard let field = self[name] else { throw value.problem("\(name) is missing", mend: "add \"\(name)\"") }
        return field
    }
}

extension JSONValue {
    /// An object whose fields may have any names.
    package func fields() throws(Problem) -> JSONObject {
        guard kind == .object else { throw mismatch("an object") }
        return JSONObject(value: self, children: children)
    }

    /// The value as it is written, with the quotation marks of a string.
    package var source: ArraySlice<UInt8> {
        let mark = kind == .string ? 1 : 0
        return tree.bytes[Int(node.start) - mark..<Int(node.end) + mark]
    }

    /// Any fields at all, as names and values.
    package func members() throws(Problem) -> [(name: String, value: JSONValue)] {
        guard kind == .object else { throw mismatch("an object") }
        return JSONObject(value: self, children: children).members
    }
}

private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    var rest = Substring(decoding: bytes, as: UTF8.self).utf16[...]
    while let unit = rest.popFirst() {
        guard unit == UInt16(UInt8(ascii: "\\")), let mark = rest.popFirst() else {
            units.append(unit)
            continue
        }
        switch Unicode.Scalar(mark) {
        case "n": units.append(0x0A)
        case "t": units.append(0x09)
        case "r": units.append(0x0D)
        case "b": units.append(0x08)
        case "f": units.append(0x0C)
        case "u":
            let digits = String(rest.prefix(4).compactMap { Unicode.Scalar($0).map(Character.init) })
            units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
            rest = rest.dropFirst(4)
        default: units.append(mark)
        }
    }
    return String(decoding: units, as: UTF16.self)
}
