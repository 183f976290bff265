package import CasusCore
import Tables

extension WhosWho {
    /// The longest known name that starts with a token.
    ///
    /// However the text was cut into tokens, it is the text that is compared, from the start of the token to the end of a
    /// later one. A name must stand as it is written in the data, but for: white space, apostrophes and accents; a first
    /// letter that is a capital here; and words in capitals, as headlines have them. A possessive 's is no part of the
    /// match unless the name itself ends so. A place that a larger one follows is that place alone: "Moscow, Idaho".
    ///
    /// - Parameters:
    ///   - tokens: byte ranges in the text, in order.
    ///   - index: the token to start with.
    ///   - end: the token in front of which a name must end; that of all tokens if nil.
    package func match(in text: Text, tokens: [Range<Int>], at index: Int, until end: Int? = nil) -> NameMatch? {
        text.bytes.withUnsafeBytes { bytes in
            let finder = NameFinder(tables: tables, bytes: bytes, tokens: tokens, end: end ?? tokens.count, isCaseIgnored: false)
            guard let found = finder.longest(at: index) else { return nil }
            // "the North Korean border": no "the North".
            if finder.isArticle(index), found.length > 1, let next = finder.longest(at: index + 1),
                next.range.upperBound > found.range.upperBound
            {
                return nil
            }
            let candidates = finder.located(found).map { [$0] } ?? candidates(found.postings)
            return candidates.isEmpty ? nil : NameMatch(length: found.length, bytes: found.range, candidates: candidates)
        }
    }

    /// What words written by themselves, as a whole, can stand for, whatever their case.
    package func candidates(typed word: String) -> [Candidate] {
        let bytes = Array(word.utf8)
        return bytes.withUnsafeBytes { bytes in
            let finder = NameFinder(tables: tables, bytes: bytes, tokens: [0..<bytes.count], end: 1, isCaseIgnored: true)
            return finder.longest(at: 0).map { candidates($0.postings) } ?? []
        }
    }

    private func candidates(_ postings: [Posting]) -> [Candidate] {
        var candidates: [Candidate] = []
        // A place that needs a larger one to be told apart ("Moscow, Idaho") gives way to all others.
        let plain = postings.filter { !tables.isWithin($0) }
        for posting in plain.isEmpty ? postings : plain {
            let candidate = candidate(posting)
            if !candidates.contains(candidate) { candidates.append(candidate) }
        }
        // That it is not the state whose name is in it says less than what it is.
        let telling = candidates.filter { !$0.isOther }
        return telling.isEmpty ? candidates : telling
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
        case .homonyms:
            return Candidate(kind: .other(table[row, "kind"]), id: table[row, "other"], state: nil, periods: [])
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
