import CasusCore
import Language

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The sections of a model, put together as a file.
struct ModelFile {
    let bytes: [UInt8]

    init(network: [UInt8], lemmas: LemmaTraining) {
        let sections: [LanguageModel.Section: [UInt8]] = [
            .network: network, .lemmaTable: packed(lemmas.table), .lemmaRules: lemmas.rules,
        ]
        var header = LanguageModel.magic
        var body: [UInt8] = []
        let start = 64 * ((header.count + LanguageModel.Section.allCases.count * 16 + 63) / 64)
        for section in LanguageModel.Section.allCases {
            let content = sections[section] ?? []
            header += littleEndianBytes(UInt64(start + body.count)) + littleEndianBytes(UInt64(content.count))
            body += content
            while body.count % 64 != 0 { body.append(0) }
        }
        header += [UInt8](repeating: 0, count: start - header.count)
        bytes = header + body
    }

    /// The model as the runtime sees it. Its bytes are never freed: a run makes one.
    func loaded() throws(Problem) -> LanguageModel {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        return try LanguageModel(bytes: UnsafeRawBufferPointer(copy))
    }

    func write(to path: String) throws(Problem) {
        guard let file = fopen(path, "w") else { throw Problem(.storage, "cannot be written", at: path) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw Problem(.storage, "cannot be written", at: path) }
    }
}

private func littleEndianBytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
}

/// Packs 16-bit values under 64-bit keys as `Lemmatiser` reads them: 32 bits of the key, then the value.
private func packed(_ values: [(key: UInt64, value: UInt16)]) -> [UInt8] {
    var size = 16
    while Double(values.count) > Double(size) * 0.7 { size *= 2 }
    var table = [(UInt32, UInt16)](repeating: (0, 0), count: size)
    for (key, value) in values {
        var slot = Int(truncatingIfNeeded: key >> 32) & (size - 1)
        while table[slot].1 != 0 { slot = (slot + 1) & (size - 1) }
        table[slot] = (UInt32(truncatingIfNeeded: key), value)
    }
    return table.flatMap { littleEndianBytes($0.0) + littleEndianBytes($0.1) }
}
