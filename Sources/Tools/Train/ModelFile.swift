import CasusCore
import Language

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The sections of a model, put together as a file.
struct ModelFile {
    private var sections: [LanguageModel.Section: [UInt8]] = [:]

    init(tags: [Tags], lemmas: LemmaTraining, clusters: [(key: UInt64, value: UInt16)]) {
        sections[.tags] = tags.flatMap { [$0.upos.rawValue, $0.xpos.rawValue] }
        sections[.labels] = [UInt8](repeating: 0, count: 16)
        sections[.lemmaTable] = packed(lemmas.table)
        sections[.lemmaRules] = lemmas.rules
        sections[.clusters] = packed(clusters)
        let empty = TableWriter([], dense: 0, scale: 1, floor: 0)
        (sections[.taggerSlots], sections[.taggerRows]) = (empty.slots, [0, 0])
        (sections[.parserSlots], sections[.parserRows]) = (empty.slots, [0, 0])
    }

    func with(tagger: TaggerTraining) -> ModelFile {
        var file = self
        let table = TableWriter(tagger.perceptron.averaged(), dense: 0, scale: 8, floor: 0.25)
        (file.sections[.taggerSlots], file.sections[.taggerRows]) = (table.slots, table.rows)
        print("tagger: \(table.features) features, \(table.weightCount) weights")
        return file
    }

    func with(parser: ParserTraining) -> ModelFile {
        var file = self
        let table = TableWriter(parser.perceptron.averaged(), dense: 3, scale: 8, floor: 0.5, limit: 800_000)
        (file.sections[.parserSlots], file.sections[.parserRows]) = (table.slots, table.rows)
        file.sections[.labels] = littleEndianBytes(parser.leftLabels) + littleEndianBytes(parser.rightLabels)
        print("parser: \(table.features) features, \(table.weightCount) weights")
        return file
    }

    private var bytes: [UInt8] {
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
        return header + body
    }

    var size: Int { bytes.count }

    /// The model as the runtime sees it. Its bytes are never freed: a training run makes a handful.
    func loaded() throws(Problem) -> LanguageModel {
        let bytes = bytes
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        return try LanguageModel(bytes: UnsafeRawBufferPointer(copy))
    }

    func write(to path: String) throws(Problem) {
        let bytes = bytes
        guard let file = fopen(path, "w") else { throw Problem(.storage, "cannot be written", at: path) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw Problem(.storage, "cannot be written", at: path) }
    }
}
