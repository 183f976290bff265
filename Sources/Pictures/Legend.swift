import CasusCore

/// What the signs of a ladder mean: only those that it has.
struct Legend {
    /// A sign, drawn as it stands in the picture.
    enum Sign: Hashable {
        case bar(Promise.Weight)
        case fuzzy, open, never, gap, helpGap, now
        /// The brackets of a letter.
        case others
    }

    struct Entry {
        var sign: Sign
        /// In pixels from the left.
        var x: Double
        /// The middle of the sign.
        var middle: Double
        var labels: [Label]
    }

    let entries: [Entry]
    private static let indent = 38.0
    let bottom: Double

    init(_ ladder: Ladder, _ rows: [LadderLayout.Row], y: Double, width: Double) {
        var y = y
        var entries: [Entry] = []
        // One after another on a line, as many as there is room for.
        var (x, tall) = (0.0, 0.0)
        for (sign, text) in Legend.meanings(ladder, rows) {
            let length = LadderLayout.small.width(text)
            if x > 0, x + Legend.indent + length > width {
                y += tall
                (x, tall) = (0, 0)
            }
            let lines = LadderLayout.small.lines(text, within: width - Legend.indent - 2)
            let labels = lines.enumerated().map { index, line in
                Label(
                    x: 0, dx: x + Legend.indent, y: y + 12 + Double(index) * 15, text: line, lettering: LadderLayout.small, role: "pic-meta"
                )
            }
            entries.append(Entry(sign: sign, x: x, middle: y + 8, labels: labels))
            tall = max(tall, Double(lines.count) * 15 + 3)
            x += Legend.indent + length + 18
        }
        (self.entries, bottom) = (entries, y + tall)
    }

    private static func meanings(_ ladder: Ladder, _ rows: [LadderLayout.Row]) -> [(Sign, String)] {
        var bars: [LadderLayout.Bar] = []
        var signs: Set<Sign> = []
        for row in rows {
            switch row.mark {
            case .bar(let bar):
                bars.append(bar)
                if bar.isOpen { signs.insert(.open) }
                if !bar.blurred.isEmpty || bar.pieces.contains(where: { !$0.isCertain }) { signs.insert(.fuzzy) }
            case .never: signs.insert(.never)
            case .band(let band): signs.insert(band.isOfHelp ? .helpGap : .gap)
            }
        }
        let promises = Set(bars.map(\.promise))
        func letters(_ weight: Promise.Weight) -> String {
            let kinds = promises.filter { $0.weight == weight && !$0.isOfOthers }.compactMap(\.kind)
            return DutyKind.allCases.filter { kinds.contains($0) }.compactMap { kind in
                promises.first { $0.kind == kind && !$0.isOfOthers }.map { "\($0.letter ?? "") \(kind.words.lowercased())" }
            }.joined(separator: ", ")
        }
        var meanings: [(Sign, String)] = []
        for (weight, words) in [
            (Promise.Weight.help, "promise of help"), (.lesser, "lesser promise"), (.loose, "not binding in law"),
        ] where promises.contains(where: { $0.weight == weight }) {
            let letters = letters(weight)
            meanings.append((.bar(weight), words + (letters.isEmpty ? "" : ": " + letters)))
        }
        if promises.contains(where: \.isOfOthers) {
            meanings.append((.others, "neither of the two owes it to the other"))
        }
        for (sign, words) in [
            (Sign.fuzzy, "date not known exactly"), (.open, "still holds"), (.never, "signed, not in force"),
            (.gap, "no treaty in force"), (.helpGap, "no promise of help between the two"),
        ] where signs.contains(sign) {
            meanings.append((sign, words))
        }
        if ladder.day != nil { meanings.append((.now, "the day asked about")) }
        return meanings
    }
}
