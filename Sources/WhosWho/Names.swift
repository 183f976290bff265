package import CasusCore
import Tables

extension WhosWho {
    /// The longest known name that starts with a token.
    ///
    /// However the text was cut into tokens, it is the text that is compared, from the start of the token to the end of a
    /// later one. A name must stand as it is written in the data, but for: white space, apostrophes and accents; a first
    /// letter that is a capital here; and words in capitals, as headlines have them. A possessive 's is no part of the
    /// match unless the name itself ends so.
    ///
    /// - Parameters:
    ///   - tokens: byte ranges in the text, in order.
    ///   - index: the token to start with.
    ///   - end: the token in front of which a name must end; that of all tokens if nil.
    ///   - ignoringCase: for words typed by hand.
    package func match(
        in text: Text, tokens: [Range<Int>], at index: Int, until end: Int? = nil, ignoringCase: Bool = false
    ) -> NameMatch? {
        let last = (end ?? tokens.count) - 1
        guard index <= last else { return nil }
        return text.bytes.withUnsafeBytes { bytes in
            let bytes = UnsafeRawBufferPointer(rebasing: bytes[..<tokens[last].upperBound])
            let start = tokens[index].lowerBound
            var token = index
            var best: NameMatch?
            tables.eachSpelling(in: bytes, at: start) { spelling in
                while token < last, tokens[token].upperBound < spelling.end { token += 1 }
                guard isEnd(spelling.end, of: tokens[token], bytes) else { return }
                let name = start..<spelling.end
                let candidates = candidates(tables.postings(of: spelling), bytes, name, ignoringCase)
                if !candidates.isEmpty { best = NameMatch(length: token - index + 1, bytes: name, candidates: candidates) }
            }
            return best
        }
    }

    /// Whether a name may end at a place: with the token, or in front of a possessive ending of it.
    private func isEnd(_ place: Int, of token: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Bool {
        if place == token.upperBound { return true }
        guard place > token.lowerBound, place < token.upperBound else { return false }
        let mark = PlainBytes(bytes, at: place)
        guard mark.count == 1, mark.first == UInt8(ascii: "'") else { return false }
        if mark.next == token.upperBound { return true }
        return mark.next + 1 == token.upperBound && bytes[mark.next] | 0x20 == UInt8(ascii: "s")
    }

    /// What a stretch of text can stand for: rows whose spelling is written so, or else any where case says nothing.
    private func candidates(
        _ postings: [Posting], _ bytes: UnsafeRawBufferPointer, _ name: Range<Int>, _ ignoringCase: Bool
    ) -> [Candidate] {
        var rows = postings
        if !ignoringCase {
            rows = postings.filter { isWritten(bytes, name, as: tables.spelling(of: $0)) }
            if rows.isEmpty, isInCapitals(bytes, name) { rows = postings }
        }
        var candidates: [Candidate] = []
        for row in rows {
            let candidate = candidate(row)
            if !candidates.contains(candidate) { candidates.append(candidate) }
        }
        return candidates
    }

    private func candidate(_ posting: Posting) -> Candidate {
        let table = tables[posting.table]
        let row = posting.row
        func state(_ column: String) -> String? { table[row, column].nonEmpty }
        switch posting.table {
        case .stateNames:
            let code = table[row, "code"]
            let own = table.period(row, from: table.column("from"), to: table.column("to"))
            return Candidate(
                kind: .state(Candidate.Use(rawValue: table[row, "use"]) ?? .name), id: code, state: code,
                periods: periods(own, ofState: code))
        case .organisationNames:
            let code = table[row, "code"]
            let known = organisation(code)
            let periods = known.map { [$0.period] } ?? []
            return Candidate(kind: .organisation, id: code, state: known?.state, periods: periods.filter { $0 != Period() })
        case .personNames:
            let id = table[row, "person"]
            return Candidate(kind: .person, id: id, state: person(id)?.state.nonEmpty, periods: [])
        case .outlets:
            return Candidate(kind: .outlet, id: table[row, "name"], state: state("state"), periods: [])
        default:
            return Candidate(kind: .place(table[row, "kind"]), id: table[row, "name"], state: state("state"), periods: [])
        }
    }

    /// The times at which a state bears a name: the name's own, or else those of the state.
    private func periods(_ own: Period, ofState code: String) -> [Period] {
        if own.from != nil, own.to != nil { return [own] }
        let periods = state(code)?.periods ?? []
        let cut = periods.compactMap { period -> Period? in
            let from = [period.from, own.from].compactMap(\.self).max()
            let to = [period.to, own.to].compactMap(\.self).min()
            if let from, let to, to < from { return nil }
            return Period(from: from, to: to)
        }
        return cut.isEmpty && own != Period() ? [own] : cut
    }
}

/// Whether a stretch of text stands in capitals as headlines have them, so that its own case is lost.
private func isInCapitals(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let letters = letters(bytes, range)
    guard letters.lower == 0, letters.upper > 1 else { return false }
    // "XI" may be a numeral and "MAY" an abbreviation: short words need a neighbour in capitals.
    return letters.upper > 3 || isCapitals(bytes, wordAfter: range.upperBound) || isCapitals(bytes, wordBefore: range.lowerBound)
}

private func letters(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> (lower: Int, upper: Int) {
    var (lower, upper) = (0, 0)
    var index = range.lowerBound
    while index < range.upperBound {
        let plain = PlainBytes(bytes, at: index)
        if plain.first &- 0x61 < 26 { lower += 1 } else if plain.first &- 0x41 < 26 { upper += 1 }
        index = plain.next
    }
    return (lower, upper)
}

private func isCapitals(_ bytes: UnsafeRawBufferPointer, wordAfter end: Int) -> Bool {
    var start = end
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    var stop = start
    while stop < bytes.count, bytes[stop] | 0x20 &- 0x61 < 26 { stop += 1 }
    let letters = letters(bytes, start..<stop)
    return letters.lower == 0 && letters.upper > 3
}

private func isCapitals(_ bytes: UnsafeRawBufferPointer, wordBefore start: Int) -> Bool {
    var end = start
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    var first = end
    while first > 0, bytes[first - 1] | 0x20 &- 0x61 < 26 { first -= 1 }
    let letters = letters(bytes, first..<end)
    return letters.lower == 0 && letters.upper > 3
}

/// Whether a stretch of text is written as a spelling is, where the first letter may be a capital and a first "the" may not.
private func isWritten(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, as spelling: UnsafeRawBufferPointer) -> Bool {
    var text = PlainReader(bytes, range)
    var name = PlainReader(spelling, 0..<spelling.count)
    var isFirst = true
    while let wanted = name.next() {
        guard let byte = text.next() else { return false }
        if byte != wanted {
            let isCapitalised = isFirst && wanted &- 0x61 < 26 && byte == wanted & 0xDF
            let isLowerThe = isFirst && byte == UInt8(ascii: "t") && wanted == UInt8(ascii: "T") && startsWithArticle(spelling)
            if !isCapitalised && !isLowerThe { return false }
        }
        isFirst = false
    }
    return text.next() == nil
}

private func startsWithArticle(_ spelling: UnsafeRawBufferPointer) -> Bool {
    spelling.starts(with: Array("The ".utf8))
}

/// The plain bytes of a stretch of text, one by one.
private struct PlainReader {
    private let bytes: UnsafeRawBufferPointer
    private var index: Int
    private let end: Int
    private var second: UInt8?

    init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        (self.bytes, index, end) = (bytes, range.lowerBound, range.upperBound)
    }

    mutating func next() -> UInt8? {
        if let byte = second {
            second = nil
            return byte
        }
        while index < end {
            let plain = PlainBytes(bytes, at: index)
            index = plain.next
            if plain.count > 1 { second = plain.second }
            if plain.count > 0 { return plain.first }
        }
        return nil
    }
}
