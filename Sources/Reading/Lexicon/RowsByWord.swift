/// Rows of the lexicon by part of speech and word.
struct RowsByWord<Row: Sendable>: Sendable {
    enum PartOfSpeech: String, CaseIterable, Sendable { case verb, noun, adj, adv, adp, aux, det, sconj, cconj, part }

    /// One table for each part of speech: a key of both would have to be put together for every question.
    private var tables = [[String: [Row]]](repeating: [:], count: PartOfSpeech.allCases.count)

    subscript(_ part: PartOfSpeech, _ word: String) -> [Row]? { tables[Self.place(of: part)][word] }

    /// A row of a part of speech that no rule asks for is dropped.
    mutating func append(_ row: Row, _ part: String, _ word: String) {
        guard let part = PartOfSpeech(rawValue: part) else { return }
        tables[Self.place(of: part)][word, default: []].append(row)
    }

    func words(of part: PartOfSpeech) -> some Collection<String> { tables[Self.place(of: part)].keys }

    private static func place(of part: PartOfSpeech) -> Int {
        switch part {
        case .verb: 0
        case .noun: 1
        case .adj: 2
        case .adv: 3
        case .adp: 4
        case .aux: 5
        case .det: 6
        case .sconj: 7
        case .cconj: 8
        case .part: 9
        }
    }
}
