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

/// What was learnt from the treebanks: the network that tags and parses, and lemmas. It points into the bytes it was made from, which must live
/// as long as it does.
// Unchecked, because it holds pointers: the bytes they point to never change.
package struct LanguageModel: @unchecked Sendable {
    /// The parts of the file, in order.
    package enum Section: Int, CaseIterable, Sendable {
        case network, lemmaTable, lemmaRules
    }

    /// "CASUSLM2", then for each section its offset and size as little-endian 64-bit words; sections begin on multiples of 64.
    package static let magic: [UInt8] = Array("CASUSLM2".utf8)

    package let network: Network
    let lemmatiser: Lemmatiser

    /// - Parameter bytes: the file, at a multiple of 64.
    package init(bytes: UnsafeRawBufferPointer) throws(Problem) {
        let header = Self.magic.count + Section.allCases.count * 16
        let damaged = Problem(.data, "not a language model of this version", mend: "build it with `swift run -c release train`")
        guard bytes.count >= header, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else { throw damaged }
        func section(_ section: Section) throws(Problem) -> UnsafeRawBufferPointer {
            let place = Self.magic.count + section.rawValue * 16
            let start = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let size = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
            guard size > 0, start <= UInt64(bytes.count), size <= UInt64(bytes.count) - start else { throw damaged }
            return UnsafeRawBufferPointer(rebasing: bytes[Int(start)..<Int(start + size)])
        }
        network = try Network(bytes: try section(.network))
        lemmatiser = Lemmatiser(table: try section(.lemmaTable), rules: try section(.lemmaRules))
    }
}
