package import CasusCore

/// A pair of tags, which the tagger gives together.
package struct Tags: Hashable, Sendable {
    package var upos: UPOS
    package var xpos: XPOS

    package init(_ upos: UPOS, _ xpos: XPOS) {
        self.upos = upos
        self.xpos = xpos
    }
}

/// What was learnt from the treebanks: weights of tagger and parser, word classes, lemmas. It points into the bytes it was made from, which
/// must live as long as it does.
// Unchecked, because it holds pointers: the bytes they point to never change.
package struct LanguageModel: @unchecked Sendable {
    /// The parts of the file, in order.
    package enum Section: Int, CaseIterable, Sendable {
        case tags, labels, taggerSlots, taggerRows, parserSlots, parserRows, clusters, lemmaTable, lemmaRules
    }

    /// "CASUSLM1", then for each section its offset and size as little-endian 64-bit words; sections begin on multiples of 64.
    package static let magic: [UInt8] = Array("CASUSLM1".utf8)

    let tags: [Tags]
    /// Bits of the relations that a left and a right arc may bear.
    let leftLabels: UInt64
    let rightLabels: UInt64
    let tagger: FeatureTable
    let parser: FeatureTable
    let clusters: ClusterTable
    let lemmatiser: Lemmatiser

    package init(bytes: UnsafeRawBufferPointer) throws(Problem) {
        let header = Self.magic.count + Section.allCases.count * 16
        let damaged = Problem(.data, "not a language model of this version", mend: "build it with `swift run -c release train`")
        guard bytes.count >= header, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else { throw damaged }
        func section(_ section: Section) -> UnsafeRawBufferPointer? {
            let place = Self.magic.count + section.rawValue * 16
            let start = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let size = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
            guard size > 0, start <= UInt64(bytes.count), size <= UInt64(bytes.count) - start else { return nil }
            return UnsafeRawBufferPointer(rebasing: bytes[Int(start)..<Int(start + size)])
        }
        guard let tags = section(.tags), let labels = section(.labels), labels.count == 16,
            let taggerSlots = section(.taggerSlots), let taggerRows = section(.taggerRows),
            let parserSlots = section(.parserSlots), let parserRows = section(.parserRows),
            let clusters = section(.clusters), let lemmaTable = section(.lemmaTable), let lemmaRules = section(.lemmaRules)
        else { throw damaged }
        self.tags = stride(from: 0, to: tags.count - 1, by: 2).map { index in
            Tags(UPOS(rawValue: tags[index]) ?? .x, XPOS(rawValue: tags[index + 1]))
        }
        leftLabels = labels.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        rightLabels = labels.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        tagger = FeatureTable(slots: taggerSlots, rows: taggerRows)
        parser = FeatureTable(slots: parserSlots, rows: parserRows)
        self.clusters = ClusterTable(clusters)
        lemmatiser = Lemmatiser(table: lemmaTable, rules: lemmaRules)
    }
}

/// Classes of words that are used alike, by the hash of the word in lower case: entries of a 32-bit check and a 16-bit class.
package struct ClusterTable {
    package static let entrySize = 6
    private let bytes: UnsafeRawBufferPointer
    private let mask: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        mask = bytes.count / Self.entrySize - 1
    }

    /// The class of a word, 0 if it has none.
    @inline(__always)
    func cluster(_ lower: UInt64) -> UInt64 {
        var slot = Int(truncatingIfNeeded: lower >> 32) & mask
        while true {
            let value = bytes.loadUnaligned(fromByteOffset: slot * Self.entrySize + 4, as: UInt16.self)
            if value == 0 { return 0 }
            if bytes.loadUnaligned(fromByteOffset: slot * Self.entrySize, as: UInt32.self) == UInt32(truncatingIfNeeded: lower) {
                return UInt64(value)
            }
            slot = (slot + 1) & mask
        }
    }
}
