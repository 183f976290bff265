/// The text of an SVG as it grows. Whatever comes from data is escaped here and nowhere else.
struct Markup {
    private(set) var text = ""

    /// An element without content.
    mutating func leaf(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        start(name, attributes)
        text += "/>\n"
    }

    /// An element that holds nothing but text.
    mutating func leaf(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: String) {
        start(name, attributes)
        text += ">"
        add(content)
        end(name)
    }

    /// An element that holds others.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: (inout Markup) -> Void
    ) {
        start(name, attributes)
        text += ">\n"
        content(&self)
        end(name)
    }

    private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        text += "<"
        text += name
        for (key, value) in attributes {
            guard let value else { continue }
            text += " "
            text += key
            text += "=\""
            add(value)
            text += "\""
        }
    }

    private mutating func end(_ name: String) {
        text += "</"
        text += name
        text += ">\n"
    }

    /// Most of what is added are numbers and classes, in which there is nothing to escape.
    private mutating func add(_ raw: String) {
        let isPlain = raw.utf8.allSatisfy { byte in
            switch byte {
            case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x00...0x1F, 0xEF: false
            default: true
            }
        }
        text += isPlain ? raw : Markup.escaped(raw)
    }

    /// For content and for attributes in double quotes; what XML cannot hold becomes U+FFFD.
    static func escaped(_ raw: String) -> String {
        var out = ""
        out.reserveCapacity(raw.utf8.count)
        for scalar in raw.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

/// With at most two decimals.
func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-" : ""
    text += String(whole)
    guard rest > 0 else { return text }
    text += rest < 10 ? ".0" : "."
    text += String(rest % 10 == 0 ? rest / 10 : rest)
    return text
}
