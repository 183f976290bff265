/// Letters of one size, measured without a font.
///
/// The page's font is not known here, so widths are those of a wide one (DejaVu Sans): what fits in it fits in the usual ones.
struct Lettering: Hashable {
    /// In pixels.
    var size: Double
    var isBold = false

    /// Wide enough for the text in any usual font.
    func width(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + Lettering.share(of: $1) } * size * (isBold ? 1.1 : 1)
    }

    /// The text in lines no wider than some pixels; the last one cut with an ellipsis where there would be more than `most`.
    func lines(_ text: String, within room: Double, most: Int = .max) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if let last = lines.last, width(last + " " + word) <= room {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        guard lines.count > most else { return lines }
        let rest = lines[(most - 1)...].joined(separator: " ")
        return Array(lines.prefix(most - 1)) + [cut(rest, within: room)]
    }

    /// As much of the text as fits, with an ellipsis where some is left off.
    func cut(_ text: String, within room: Double) -> String {
        guard width(text) > room else { return text }
        var kept = text
        while !kept.isEmpty, width(kept + "…") > room { kept.removeLast() }
        while kept.last == " " || kept.last == "," { kept.removeLast() }
        return kept + "…"
    }

    private static func share(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "'", "|": 0.3
        case " ", ".", ",", ":", ";", "!", "-", "·": 0.34
        case "f", "t", "r", "(", ")", "/", "[", "]": 0.42
        case "m", "w", "M", "W", "…", "–", "%": 1
        case "A"..."Z": 0.76
        case "0"..."9": 0.64
        case "\u{20}"..."\u{24F}": 0.62
        default: 1
        }
    }
}
