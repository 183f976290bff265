import CasusCore
import CKernels

/// Takes a network's bytes apart, in the order in which `Training/export.py` writes them.
struct NetworkReader {
    static let magic: [UInt8] = Array("CASUSNN1".utf8)
    static let damaged = Problem(.data, "not a network of this version", mend: "build it as Training/README.md says")

    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The place of the next `count` bytes.
    private mutating func take(_ count: Int) throws(Problem) -> Int {
        guard count >= 0, count <= bytes.count - place else { throw Self.damaged }
        defer { place += count }
        return place
    }

    mutating func begin() throws(Problem) {
        let start = try take(Self.magic.count)
        guard bytes[start..<place].elementsEqual(Self.magic) else { throw Self.damaged }
    }

    /// A whole number of 0 to `limit`.
    mutating func size(limit: Int) throws(Problem) -> Int {
        let value = Int(bytes.loadUnaligned(fromByteOffset: try take(4), as: Int32.self))
        guard (0...limit).contains(value) else { throw Self.damaged }
        return value
    }

    /// Numbers at the next place; the stream keeps them on multiples of 4.
    mutating func numbers<Number: BitwiseCopyable>(_ count: Int, as type: Number.Type) throws(Problem) -> UnsafePointer<Number> {
        let start = try take(count * MemoryLayout<Number>.stride)
        guard let base = bytes.baseAddress, start % MemoryLayout<Number>.alignment == 0 else { throw Self.damaged }
        return (base + start).assumingMemoryBound(to: type)
    }

    mutating func floats(_ count: Int) throws(Problem) -> UnsafePointer<Float> { try numbers(count, as: Float.self) }

    /// Numbers at the next multiple of 64.
    mutating func aligned<Number: BitwiseCopyable>(_ count: Int, as type: Number.Type) throws(Problem) -> UnsafePointer<Number> {
        _ = try take((64 - place % 64) % 64)
        return try numbers(count, as: type)
    }

    mutating func names() throws(Problem) -> [String] {
        let count = try size(limit: 1 << 16)
        let size = try size(limit: 1 << 24)
        let start = try take(size)
        let names = String(decoding: bytes[start..<place], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        _ = try take((4 - size % 4) % 4)
        guard names.count == count else { throw Self.damaged }
        return names.map(String.init)
    }

    /// A product of the shape that its place asks for.
    mutating func product(_ inputs: Int, segments: Int = 1, _ outputs: Int) throws(Problem) -> Network.Product {
        let across = (outputs + 63) / 64 * 64
        for expected in [inputs, segments, outputs] where try size(limit: 1 << 16) != expected { throw Self.damaged }
        let inverse = try floats(1).pointee
        let start = try numbers(across, as: Int32.self)
        let scale = try floats(across)
        let bias = try floats(across)
        let weights = try aligned(across * segments * inputs, as: Int8.self)
        let kernel = casus_product(
            weights: weights, start: start, scale: scale, bias: bias, inputs: Int32(inputs), segments: Int32(segments),
            outputs: Int32(across))
        return Network.Product(kernel: kernel, inverse: inverse)
    }
}
