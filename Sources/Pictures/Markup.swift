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
        text += ">" + Markup.escaped(content) + "</\(name)>\n"
    }

    /// An element that holds others.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: (inout Markup) -> Void) {
        start(name, attributes)
        text += ">\n"
        content(&self)
        text += "</\(name)>\n"
    }

    private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        text += "<" + name
        for (key, value) in attributes {
            if let value { text += " \(key)=\"\(Markup.escaped(value))\"" }
        }
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
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    let tail = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + "\(whole)" + tail
}
