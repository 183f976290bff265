/// HTML as it is written: every text is escaped, every element is closed.
struct HTML: Sendable {
    private(set) var bytes: [UInt8] = []

    typealias Attributes = KeyValuePairs<String, String?>

    init() {}

    init(_ write: (inout HTML) -> Void) { write(&self) }

    var isEmpty: Bool { bytes.isEmpty }

    /// Text, escaped.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            // Most text needs no escape: it is copied as it stands, from one escape to the next.
            var start = 0
            for (index, byte) in utf8.enumerated() where HTML.isSpecial[Int(byte)] {
                bytes += utf8[start..<index]
                start = index + 1
                switch byte {
                case UInt8(ascii: "&"): raw("&amp;")
                case UInt8(ascii: "<"): raw("&lt;")
                case UInt8(ascii: ">"): raw("&gt;")
                case UInt8(ascii: "\""): raw("&quot;")
                case UInt8(ascii: "'"): raw("&#39;")
                // Characters that HTML has no room for.
                default: raw("\u{FFFD}")
                }
            }
            bytes += utf8[start...]
        }
    }

    private static let isSpecial: [Bool] = (0..<256).map { byte in
        switch byte {
        case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: true
        default: "&<>\"'".utf8.contains(UInt8(byte))
        }
    }

    /// What is HTML already.
    mutating func raw(_ html: StaticString) { html.withUTF8Buffer { bytes += $0 } }

    mutating func append(_ html: HTML) { bytes += html.bytes }

    /// A picture from the room that makes them.
    mutating func picture(svg: String) { bytes += svg.utf8 }

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

    /// A table that scrolls by itself where it is too wide.
    ///
    /// - Parameters:
    ///   - label: what it is, for those who do not see it.
    ///   - head: the cells of its first row.
    mutating func table(_ label: String, kind: String? = nil, head: (inout HTML) -> Void, rows: (inout HTML) -> Void) {
        element("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": label]) { html in
            html.element("table", ["class": kind]) { html in
                html.element("thead") { html in html.element("tr") { head(&$0) } }
                html.element("tbody") { rows(&$0) }
            }
        }
    }

    mutating func link(_ address: String, _ words: String, _ kind: String? = nil) {
        element("a", ["class": kind, "href": address], words)
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        raw("<")
        raw(name)
        for (name, value) in attributes {
            guard let value else { continue }
            bytes.append(0x20)
            bytes += name.utf8
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
