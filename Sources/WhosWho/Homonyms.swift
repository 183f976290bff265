import CasusCore
import Tables

/// Something else that bears a state's name: the US state of Georgia.
package struct Homonym: Hashable, Sendable {
    package var other: String
    package var kind: String
    /// Words that tell of the other: Atlanta.
    package var signs: [String]
    /// Words that tell of the state: Tbilisi.
    package var stateSigns: [String]
}

extension WhosWho {
    /// What else bears a state's name.
    package func homonyms(of text: String) -> [Homonym] {
        let table = tables[.homonyms]
        return table.rows(key: text).map { row in
            Homonym(
                other: table[row, "other"], kind: table[row, "kind"], signs: list(table[row, "signs"]),
                stateSigns: list(table[row, "state_signs"]))
        }
    }

    /// Whether a document that says `text` means another bearer of the state's name: it has a sign of the other, and none of
    /// the state.
    ///
    /// - Parameter contains: whether the document has a word; a sign of several words is there when each of them is.
    package func prefersOther(text: String, _ contains: (String) -> Bool) -> Bool {
        func has(_ sign: String) -> Bool {
            contains(sign) || sign.contains(" ") && sign.split(separator: " ").allSatisfy { contains(String($0)) }
        }
        let homonyms = homonyms(of: text)
        return homonyms.contains { $0.signs.contains(where: has) } && !homonyms.contains { $0.stateSigns.contains(where: has) }
    }

    /// Whether what follows a name puts it into a larger place that is not that state's: "Lebanon" in front of ", Tennessee".
    ///
    /// - Parameter after: the words that follow, which begin with the comma.
    package func isElsewhere(_ text: String, after: String) -> Bool {
        guard after.hasPrefix(",") else { return false }
        let rest = Text(String(after.drop { $0 == "," || $0 == " " }))
        // Where a name may end, as tokens that all begin at the first word.
        var ends = rest.bytes.indices.filter { rest.bytes[$0] == 0x20 || rest.bytes[$0] == 0x2C }.map { 0..<$0 }
        ends.append(0..<rest.bytes.count)
        guard let larger = match(in: rest, tokens: ends, at: 0) else { return false }
        // "Jordan, Georgia and Armenia": what may be a state is no larger place.
        if larger.candidates.contains(where: \.isState) { return false }
        let places = tables[.places]
        let within = Set(places.rows(key: text).map { places[$0, "within"] })
        return larger.candidates.contains { $0.kind == .place("us-state") || $0.isPlace && within.contains($0.id) }
    }

    /// The values of a cell, which stand between `;` or `|`.
    private func list(_ cell: String) -> [String] {
        cell.split { $0 == ";" || $0 == "|" }.map { $0.trimmed }.filter { !$0.isEmpty }
    }
}

extension Substring {
    var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
