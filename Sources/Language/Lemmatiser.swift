/// Words to lemmas by edits learnt from the treebanks: the longest known ending of the word decides, the whole word first.
package struct Lemmatiser {
    /// How a word becomes its lemma: some bytes off the end, others on.
    package struct Edit: Hashable, Sendable {
        package var keepsCase: Bool
        package var cut: UInt8
        package var ending: [UInt8]

        package init(keepsCase: Bool, cut: UInt8, ending: [UInt8]) {
            self.keepsCase = keepsCase
            self.cut = cut
            self.ending = ending
        }
    }

    /// Longest ending considered, in bytes.
    package static let longestEnding = 6
    package static let entrySize = 6
    private let table: UnsafeRawBufferPointer
    private let mask: Int
    private let edits: [Edit]

    init(table: UnsafeRawBufferPointer, rules: UnsafeRawBufferPointer) {
        self.table = table
        mask = table.count / Self.entrySize - 1
        var edits: [Edit] = []
        var place = 0
        while place + 3 <= rules.count {
            let size = Int(rules[place + 2])
            guard place + 3 + size <= rules.count else { break }
            edits.append(
                Edit(keepsCase: rules[place] != 0, cut: rules[place + 1], ending: Array(rules[(place + 3)..<(place + 3 + size)])))
            place += 3 + size
        }
        self.edits = edits
    }

    /// The key of a word or an ending under a tag. `capital` is whether the word has a capital that its place in the sentence does not explain.
    package static func key(_ ending: UnsafeBufferPointer<UInt8>, whole: Bool, capital: Bool, xpos: XPOS) -> UInt64 {
        mixed(
            hash(ending) &+ UInt64(xpos.rawValue) &* 0x9E37_79B9_7F4A_7C15 &+ (whole ? 0x5851_F42D : 0)
                &+ (capital ? 0x1405_7B7E_F767_814F : 0))
    }

    private func edit(_ key: UInt64) -> Edit? {
        var slot = Int(truncatingIfNeeded: key >> 32) & mask
        while true {
            let value = table.loadUnaligned(fromByteOffset: slot * Self.entrySize + 4, as: UInt16.self)
            if value == 0 { return nil }
            if table.loadUnaligned(fromByteOffset: slot * Self.entrySize, as: UInt32.self) == UInt32(truncatingIfNeeded: key) {
                return Int(value) <= edits.count ? edits[Int(value) - 1] : nil
            }
            slot = (slot + 1) & mask
        }
    }

    /// Writes the lemma of `word`, whose lower case is `lower`, to `output`.
    /// - Parameter vocabulary: the words that the texts of the training hold.
    func lemma(
        of word: UnsafeBufferPointer<UInt8>, lower: UnsafeBufferPointer<UInt8>, xpos: XPOS, opensSentence: Bool, into output: inout [UInt8],
        vocabulary: EmbeddingTable
    ) {
        let capital = Self.isCapital(word)
        // A name has its capital wherever it stands.
        let opensSentence = opensSentence && xpos != .nnp && xpos != .nnps
        var found: Edit?
        if capital && opensSentence {
            found =
                edit(Self.key(lower, whole: true, capital: true, xpos: xpos))
                ?? edit(Self.key(lower, whole: true, capital: false, xpos: xpos))
        } else {
            found = edit(Self.key(lower, whole: true, capital: capital, xpos: xpos))
        }
        let isWhole = found != nil
        var length = min(Self.longestEnding, lower.count)
        while found == nil && length >= 0 {
            let ending = UnsafeBufferPointer(rebasing: lower[(lower.count - length)...])
            found = edit(Self.key(ending, whole: false, capital: capital && !opensSentence, xpos: xpos))
            if found == nil && capital && opensSentence {
                found = edit(Self.key(ending, whole: false, capital: true, xpos: xpos))
            }
            length -= 1
        }
        output.removeAll(keepingCapacity: true)
        guard let found, Int(found.cut) <= word.count else {
            output.append(contentsOf: lower)
            return
        }
        output.append(contentsOf: (found.keepsCase ? word : lower).dropLast(Int(found.cut)))
        output.append(contentsOf: found.ending)
        if output.isEmpty { output.append(contentsOf: lower) }
        if !isWhole && (xpos == .vbd || xpos == .vbn || xpos == .vbg) && !vocabulary.isKnown(output.withUnsafeBufferPointer { hash($0) }) {
            mend(lower, ending: xpos == .vbg ? 3 : 2, &output, vocabulary)
        }
    }

    /// An unknown base of a regular verb gives way to a known one: "flood" for "floode", "provoke" for "provok", "plan" for "plann".
    private func mend(_ lower: UnsafeBufferPointer<UInt8>, ending: Int, _ output: inout [UInt8], _ vocabulary: EmbeddingTable) {
        let count = lower.count - ending
        guard count > 2 else { return }
        var base = Array(lower[..<count])
        func isBaseKnown() -> Bool { vocabulary.isKnown(base.withUnsafeBufferPointer { hash($0) }) }
        if !isBaseKnown() {
            base.append(UInt8(ascii: "e"))
            if !isBaseKnown() {
                base.removeLast(base[count - 1] == base[count - 2] ? 2 : 1)
                if base.count == count || !isBaseKnown() { return }
            }
        }
        output = base
    }

    package static func isCapital(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        return first &- 65 < 26 || (first == 0xC3 && word.count > 1 && word[1] < 0x9F)
    }
}
