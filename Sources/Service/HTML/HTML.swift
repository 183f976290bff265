/// HTML as it is written: every text is escaped, every element is closed.
struct HTML: Sendable {
    private(set) var bytes: [UInt8] = []

    typealias Attributes = KeyValuePairs<String, String?>

    init() {}

    init(_ write: (inout HTML) -> Void) { write(&self) }

    var isEmpty: Bool { bytes.isEmpty }

    /// Text, escaped.
    mutating func text(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
            // Characters that HTML has no room for.
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: bytes += Array("\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
    }

    /// What is HTML already.
    mutating func raw(_ html: StaticString) { html.withUTF8Buffer { bytes += $0 } }

    mutating func append(_ html: HTML) { bytes += html.bytes }

    /// A picture from the room that makes them.
    mutating func picture(svg: String) { bytes += Array(svg.utf8) }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTML) -> Void) {
        open(name, attributes)
        content(&self)
        raw("</")
        raw(name)
        raw(">")
    }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: String) {
        element(name, attributes) { $0.text(content) }
    }

    /// An element without content: `input`, `br`.
    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) { open(name, attributes) }

    mutating func link(_ address: String, _ words: String, _ kind: String? = nil) {
        element("a", ["class": kind, "href": address], words)
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        raw("<")
        raw(name)
        for (name, value) in attributes {
            guard let value else { continue }
            bytes.append(0x20)
            bytes += Array(name.utf8)
            // `hidden`, `checked`: there, without a value.
            if value.isEmpty, HTML.switches.contains(name) { continue }
            raw("=\"")
            text(value)
            raw("\"")
        }
        raw(">")
    }

    private static let switches: Set<String> = [
        "checked", "selected", "hidden", "open", "required", "defer", "disabled", "autofocus", "reversed",
    ]
}

extension String {
    /// As it stands at the beginning of a line.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
