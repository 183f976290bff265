/// FNV-1a with a final mix: the same in every process, for it is kept in the model.
package func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return mixed(value)
}

@inline(__always)
package func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 32
    value = value &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
    return value
}

/// Writes hashed features one after the other; the place of a feature in the sequence is its template.
package struct FeatureWriter {
    private let output: UnsafeMutablePointer<UInt64>
    package private(set) var count = 0

    package init(_ output: UnsafeMutablePointer<UInt64>) { self.output = output }

    @inline(__always)
    package mutating func add(_ a: UInt64) {
        put(a &* 0xD6E8_FEB8_6659_FD93)
    }

    @inline(__always)
    package mutating func add(_ a: UInt64, _ b: UInt64) {
        put(a &* 0xD6E8_FEB8_6659_FD93 &+ b &* 0xA076_1D64_78BD_642F)
    }

    @inline(__always)
    package mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) {
        put(a &* 0xD6E8_FEB8_6659_FD93 &+ b &* 0xA076_1D64_78BD_642F &+ c &* 0xE703_7ED1_A0B4_28DB)
    }

    @inline(__always)
    package mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        put(
            a &* 0xD6E8_FEB8_6659_FD93 &+ b &* 0xA076_1D64_78BD_642F &+ c &* 0xE703_7ED1_A0B4_28DB
                &+ d &* 0x8EBC_6AF0_9C88_C6E3)
    }

    @inline(__always)
    private mutating func put(_ value: UInt64) {
        output[count] = mixed(value &+ UInt64(count + 1) &* 0x5895_65F6_1A2D_3B4D)
        count += 1
    }
}
