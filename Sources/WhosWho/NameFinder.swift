import Tables

/// Finds names in a text that is cut into tokens.
struct NameFinder {
    let tables: Tables
    let bytes: UnsafeRawBufferPointer
    let tokens: [Range<Int>]
    /// The token in front of which names must end.
    let end: Int
    let isCaseIgnored: Bool

    struct Found {
        /// In tokens.
        var length: Int
        var range: Range<Int>
        /// The rows that bear the name, never empty.
        var postings: [Posting]
    }

    /// The longest name that starts with a token.
    func longest(at index: Int) -> Found? {
        guard index < end else { return nil }
        let start = tokens[index].lowerBound
        let sentence = UnsafeRawBufferPointer(rebasing: bytes[..<tokens[end - 1].upperBound])
        var token = index
        var longest: Found?
        tables.eachSpelling(in: sentence, at: start) { spelling in
            while token < end - 1, tokens[token].upperBound < spelling.end { token += 1 }
            guard isEnd(spelling.end, of: tokens[token]) else { return }
            let postings = postings(of: spelling, start..<spelling.end)
            if !postings.isEmpty { longest = Found(length: token - index + 1, range: start..<spelling.end, postings: postings) }
        }
        return longest
    }

    func isArticle(_ token: Int) -> Bool {
        tokens[token].count == 3 && folds(bytes[tokens[token]], to: "the")
    }

    /// Whether a name may end at a place: with the token, or in front of a possessive ending of it.
    private func isEnd(_ place: Int, of token: Range<Int>) -> Bool {
        if place == token.upperBound { return true }
        guard place > token.lowerBound, place < token.upperBound else { return false }
        let mark = PlainBytes(bytes, at: place)
        guard mark.count == 1, mark.first == UInt8(ascii: "'") else { return false }
        if mark.next == token.upperBound { return true }
        return mark.next + 1 == token.upperBound && bytes[mark.next] | 0x20 == UInt8(ascii: "s")
    }

    /// The rows whose spelling is written as the text has it, or else all of them where the text's case says nothing.
    private func postings(of spelling: SpellingMatch, _ range: Range<Int>) -> [Posting] {
        // A namesake with signs is no reading of its own: `isNamesake` tells it.
        let postings = tables.postings(of: spelling).filter { posting in
            posting.table != .homonyms || tables[.homonyms][posting.row, "signs"].isEmpty
        }
        if isCaseIgnored { return postings }
        let written = postings.filter { isWritten(bytes, range, as: tables.spelling(of: $0)) }
        return written.isEmpty && isInCapitals(bytes, range) ? postings : written
    }
}

// MARK: Places in larger places

extension NameFinder {
    /// The place that a name is when a larger one follows it: "Lebanon, Tennessee". Nil when none follows.
    func located(_ found: Found) -> Candidate? {
        guard let index = firstToken(from: found.range.upperBound), index + 1 < end,
            bytes[tokens[index]].elementsEqual([UInt8(ascii: ",")]),
            let larger = longest(at: index + 1)
        else { return nil }
        let places = tables[.places]
        let isState = larger.postings.contains(where: isLivingState)
        // "Athens, Georgia and Armenia" are three states.
        if isState, let next = firstToken(from: larger.range.upperBound), next < end, isConjunction(next) { return nil }
        for posting in found.postings where tables.isWithin(posting) {
            if folds(bytes[larger.range], to: places[posting.row, "within"]) {
                return Candidate(
                    kind: .place(places[posting.row, "kind"]), id: places[posting.row, "name"],
                    state: places[posting.row, "state"].nonEmpty, periods: [])
            }
        }
        // Many a town of the United States has the name of a state or capital, and is in no list.
        let kinds = Set(larger.postings.lazy.filter { $0.table == .places && !tables.isWithin($0) }.map { places[$0.row, "kind"] })
        guard !isState, kinds == ["us-state"], found.postings.contains(where: { $0.table == .stateNames }) else { return nil }
        return Candidate(kind: .place("city"), id: String(decoding: bytes[found.range], as: UTF8.self), state: "USA", periods: [])
    }

    private func firstToken(from byte: Int) -> Int? {
        var (low, high) = (0, end)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].lowerBound < byte { low = middle + 1 } else { high = middle }
        }
        return low < end ? low : nil
    }

    /// Whether a row names a state that there is today.
    private func isLivingState(_ posting: Posting) -> Bool {
        guard posting.table == .stateNames else { return false }
        let states = tables[.states]
        return states.rows(key: tables[.stateNames].id(posting.row, 0)).contains { states[$0, "to"].isEmpty }
    }

    private func isConjunction(_ token: Int) -> Bool {
        folds(bytes[tokens[token]], to: "and") || folds(bytes[tokens[token]], to: "or")
    }
}

extension Tables {
    /// Whether a row is a place that has a larger one to be told apart by.
    func isWithin(_ posting: Posting) -> Bool {
        posting.table == .places && !self[.places][posting.row, "within"].isEmpty
    }
}
