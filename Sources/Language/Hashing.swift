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
