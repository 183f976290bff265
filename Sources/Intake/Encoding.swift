/// The encodings that documents may come in.
package enum Encoding: String, CaseIterable, Sendable {
    case utf8, latin1, cp1252
}

extension Encoding {
    /// The scalar that a byte from 0x80 to 0xFF stands for; nil where the encoding leaves it undefined.
    func scalar(_ byte: UInt8) -> UInt16? {
        guard self == .cp1252, byte < 0xA0 else { return UInt16(byte) }
        let scalar = Encoding.windows[Int(byte - 0x80)]
        return scalar == 0 ? nil : scalar
    }

    /// What Windows-1252 puts at 0x80 to 0x9F; 0 for the five bytes that mean nothing.
    private static let windows: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
