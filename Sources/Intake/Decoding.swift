import CasusCore

extension Encoding {
    /// The bytes as UTF-8, without a byte-order mark and with every line ending in LF.
    ///
    /// A UTF-8 byte-order mark says more than a flag: such bytes are read as UTF-8 whatever the encoding.
    /// - Throws: a `Problem` without a place: undecodable bytes, a NUL. Offsets count from 0.
    func decode(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        if let nul = bytes.firstIndex(of: 0) {
            throw Problem(.input, "has a NUL (U+0000) at byte \(nul)", mend: "remove it: tr -d '\\000'")
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        if self == .utf8 || hasMark {
            try Encoding.checkUTF8(bytes)
            return normalised(hasMark ? Array(bytes.dropFirst(3)) : bytes)
        }
        return normalised(try transcode(bytes))
    }

    private static func checkUTF8(_ bytes: [UInt8]) throws(Problem) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let offset = error.byteOffsets.lowerBound
            throw Problem(
                .input, "not UTF-8 at byte \(offset) (\(hex(bytes[offset])))", mend: "give --encoding latin1 or --encoding cp1252")
        }
    }

    private func transcode(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for (offset, byte) in bytes.enumerated() {
            if byte < 0x80 {
                text.append(byte)
                continue
            }
            guard let scalar = scalar(byte) else {
                throw Problem(.input, "not \(rawValue) at byte \(offset) (\(hex(byte)))", mend: "try --encoding latin1 or --encoding utf8")
            }
            if scalar >= 0x800 {
                text.append(0xE0 | UInt8(scalar >> 12))
                text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            } else {
                text.append(0xC0 | UInt8(scalar >> 6))
            }
            text.append(0x80 | UInt8(scalar & 0x3F))
        }
        return text
    }
}

/// CR LF and CR read as LF.
func normalised(_ bytes: [UInt8]) -> [UInt8] {
    let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    guard let first = bytes.firstIndex(of: cr) else { return bytes }
    var lines = Array(bytes[..<first])
    lines.reserveCapacity(bytes.count)
    for index in first..<bytes.count {
        if bytes[index] != cr {
            lines.append(bytes[index])
        } else if index + 1 == bytes.count || bytes[index + 1] != lf {
            lines.append(lf)
        }
    }
    return lines
}

/// Whether valid UTF-8 holds white space alone.
func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Most texts begin with a letter; the rest is decided scalar by scalar, up to the first that is not white space.
    if let first = bytes.first, first > 0x20, first < 0x7F { return false }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
        if !scalar.properties.isWhitespace, scalar != "\u{FEFF}", scalar != "\u{200B}" { return false }
    }
    return true
}

private func hex(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
