package import CasusCore
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

    /// Whether a state's name at a place of a text is another's.
    ///
    /// A person's signs stand beside the name ("Michael Jordan", "Mr. Washington") and decide alone. Those of a place hold for
    /// the whole text where they are names ("Atlanta"); others, and those of things, must stand near. Against a sign of the
    /// state anywhere in the text neither counts. Of a long text the 20,000 bytes around the name count, so that a book costs as much as the
    /// articles that would fill it.
    ///
    /// - Parameter name: the bytes of the name.
    package func isNamesake(_ name: Range<Int>, in text: Text) -> Bool {
        let homonyms = homonyms(of: text.string(name)).filter { !$0.signs.isEmpty }
        if homonyms.isEmpty { return false }
        return text.bytes.withUnsafeBytes { bytes in
            let whole = around(name, 20_000, bytes)
            let found = homonyms.filter { homonym in
                homonym.signs.contains { sign in
                    let isName = sign.utf8.first.map { $0 < 0x61 } ?? false
                    switch homonym.kind {
                    case "person": return stands(sign, beside: name, in: bytes)
                    case "thing": return stands(sign, in: bytes, around(name, 40, bytes))
                    default: return stands(sign, in: bytes, isName ? whole : around(name, 80, bytes))
                    }
                }
            }
            if found.contains(where: { $0.kind == "person" }) { return true }
            return !found.isEmpty && !homonyms.contains { $0.stateSigns.contains { stands($0, in: bytes, whole) } }
        }
    }

    /// The values of a cell, which stand between `|`.
    private func list(_ cell: String) -> [String] {
        cell.split(separator: "|").map(String.init)
    }
}

/// Some bytes to the left and right of a range.
private func around(_ range: Range<Int>, _ reach: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    max(0, range.lowerBound - reach)..<min(bytes.count, range.upperBound + reach)
}

/// Whether a sign stands directly before or after a name, or around it: "Michael Jordan" around "Jordan".
private func stands(_ sign: String, beside name: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
    let reach = sign.utf8.count + 1
    return occurrences(of: sign, in: bytes, around(name, reach, bytes)).contains { found in
        found.upperBound == name.lowerBound - 1 || found.lowerBound == name.upperBound + 1
            || found.lowerBound <= name.lowerBound && found.upperBound >= name.upperBound
    }
}

private func stands(_ sign: String, in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    !occurrences(of: sign, in: bytes, range).isEmpty
}

/// Where words stand in a part of a text, as whole words.
private func occurrences(of words: String, in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> [Range<Int>] {
    var words = words
    return words.withUTF8 { words in
        var found: [Range<Int>] = []
        guard let first = words.first, range.count >= words.count else { return [] }
        for start in range.lowerBound...(range.upperBound - words.count) where bytes[start] == first {
            let end = start + words.count
            if start > 0, isLetter(bytes[start - 1]) { continue }
            if end < bytes.count, isLetter(bytes[end]) { continue }
            if words.elementsEqual(bytes[start..<end]) { found.append(start..<end) }
        }
        return found
    }
}

private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte >= 0x80 }
