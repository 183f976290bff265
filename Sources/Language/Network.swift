import CasusCore
import CKernels

/// A network that reads a sentence at once: vectors of words and affixes, convolutions and self-attention, and on top what is said of each word
/// and of each pair of words. Its weights have eight bits; it points into the bytes it was made from, which must live as long as it does.
///
/// `Training/` makes it.
// Unchecked, because it holds pointers: the bytes they point to never change.
package struct Network: @unchecked Sendable {
    /// A product of matrices with what its input is multiplied by before it is rounded to bytes.
    struct Product {
        var kernel: casus_product
        var inverse: Float
    }

    enum Layer {
        case convolution(dilation: Int, gain: UnsafePointer<Float>, spread: Product, gather: Product)
        case attention(gain: UnsafePointer<Float>, ask: Product, bias: UnsafePointer<Float>, tell: Product)
    }

    /// Sizes of the vectors: of a word alone, of a word in its sentence, of a convolution's inside.
    let embedding: Int
    let width: Int
    let hidden: Int
    /// Heads of the attention, the size of each, and the distance beyond which all words are equally far.
    let attention: Int
    let head: Int
    let reach: Int
    /// The size of the vectors that are compared to find heads and relations.
    let side: Int

    let tags: [Tags]
    /// Morphological features, as in CoNLL-U.
    package let features: [String]
    let relations: [Relation]
    let rows: EmbeddingTable
    let widen: Product
    let layers: [Layer]
    let gain: UnsafePointer<Float>
    /// Of each word: as a dependent, as a head, as a dependent and a head that bear a relation, its tags.
    let sides: Product
    let feature: Product
    let pair: Product
    let relation: Product
    /// The root of the sentence, as a head.
    let rootHead: UnsafePointer<Float>
    let rootRelation: UnsafePointer<Float>
    /// By the bucket of the signed distance from a word to its head.
    let distance: UnsafePointer<Float>
    let scale: Float

    /// Buckets of distances: -15...15 from 0, the last is the root's.
    static let distances = 32
    /// Rows kept free between two sentences, so that a convolution sees nothing of its neighbour.
    static let gap = 2

    init(bytes: UnsafeRawBufferPointer) throws(Problem) {
        var reader = NetworkReader(bytes)
        try reader.begin()
        embedding = try reader.size(limit: 1024)
        width = try reader.size(limit: 1024)
        hidden = try reader.size(limit: 1024)
        attention = try reader.size(limit: 64)
        head = try reader.size(limit: 256)
        reach = try reader.size(limit: 1024)
        let count = try reader.size(limit: 64)
        side = try reader.size(limit: 1024)
        // The kernels work on sixteen numbers at a time.
        guard [embedding, width, hidden, head, side].allSatisfy({ $0 > 0 && $0 % 16 == 0 }), width % 64 == 0, attention > 0 else {
            throw NetworkReader.damaged
        }
        tags = try reader.names().map { name in
            let parts = name.split(separator: " ").map(String.init)
            return Tags(parts.first.flatMap(UPOS.init(name:)) ?? .x, parts.last.flatMap(XPOS.init(name:)) ?? .fw)
        }
        features = try reader.names()
        relations = try reader.names().map { Relation(name: $0) ?? .dep }
        guard !tags.isEmpty, !features.isEmpty, !relations.isEmpty else { throw NetworkReader.damaged }
        rows = try EmbeddingTable(&reader, width: embedding)
        widen = try reader.product(embedding, width)
        var layers: [Layer] = []
        for _ in 0..<count {
            let dilation = try reader.size(limit: Self.gap)
            let gain = try reader.floats(width)
            if dilation == 0 {
                let ask = try reader.product(width, 3 * attention * head)
                let bias = try reader.floats(attention * (2 * reach + 1))
                layers.append(.attention(gain: gain, ask: ask, bias: bias, tell: try reader.product(attention * head, width)))
            } else {
                let spread = try reader.product(width, segments: 3, hidden)
                layers.append(.convolution(dilation: dilation, gain: gain, spread: spread, gather: try reader.product(hidden, width)))
            }
        }
        self.layers = layers
        gain = try reader.floats(width)
        sides = try reader.product(width, 4 * side + tags.count)
        feature = try reader.product(width, features.count)
        pair = try reader.product(side, side)
        relation = try reader.product(side, relations.count)
        rootHead = try reader.floats(side)
        rootRelation = try reader.floats(side)
        distance = try reader.floats(Self.distances)
        scale = try reader.floats(1).pointee
    }
}

/// Rows of the embedding by the key of a word or an affix.
struct EmbeddingTable {
    private let slots: UnsafePointer<UInt32>
    private let mask: Int
    let count: Int
    let rows: UnsafePointer<Int8>
    let scales: UnsafePointer<Float>

    init(_ reader: inout NetworkReader, width: Int) throws(Problem) {
        let size = try reader.size(limit: 1 << 24)
        count = try reader.size(limit: 1 << 24)
        guard size > count, size & (size - 1) == 0 else { throw NetworkReader.damaged }
        mask = size - 1
        slots = try reader.aligned(size * 2, as: UInt32.self)
        rows = try reader.aligned(count * width, as: Int8.self)
        scales = try reader.aligned(count, as: Float.self)
    }

    /// The row of a key, 0 if it has none.
    @inline(__always)
    func row(_ key: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: key >> 32) & mask
        while slots[2 * slot + 1] != 0 {
            if slots[2 * slot] == UInt32(truncatingIfNeeded: key) { return min(slots[2 * slot + 1], UInt32(count - 1)) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// Whether a word in lower case, given by its hash, occurs often enough in the texts of the training to have a row of its own.
    func isKnown(_ lower: UInt64) -> Bool { row(lower) != 0 }
}
