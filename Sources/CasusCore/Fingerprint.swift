/// A quick hash that tells one state of a file from another; not made to withstand people.
package enum Fingerprint {
    /// 16 hexadecimal digits; the same on every machine.
    package static func of(_ bytes: UnsafeRawBufferPointer) -> String {
        // Multiplication and rotation, eight bytes a step, as in FxHash and wyhash: megabytes in a few milliseconds.
        var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        while at + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            hash = ((hash << 29 | hash >> 35) ^ word) &* 0xD6E8_FEB8_6659_FD93
            at += 8
        }
        for byte in bytes[at...] { hash = ((hash << 29 | hash >> 35) ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93 }
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        let digits = String(hash ^ hash >> 29, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
