import CasusCore

/// "First", "in 24 years", "since 2000", checked against the happenings at hand.
package struct First: Sendable {
    /// What the happenings at hand say to it.
    package enum Verdict: String, Sendable, CaseIterable { case agrees, contradicted, unknown }

    /// The id of the statement that claims it.
    package let of: String
    /// "In 24 years".
    package let years: Int?
    /// "Since 2000".
    package let since: Int?
    /// The words that claim it.
    package let words: String
    package let verdict: Verdict
    /// The id of a statement of the act that agrees or contradicts.
    package let by: String?
    /// One short sentence.
    package let why: String
}

extension First {
    /// The firsts that records of facts claim.
    static func all(in reports: Reports, _ happenings: [Happening], _ later: Later) -> [First] {
        var homes: [String: Int] = [:]
        for (place, happening) in happenings.enumerated() {
            for kept in happening.statements { homes[kept.id] = place }
        }
        return reports.deeds.compactMap { deed -> First? in
            let kept = reports.all[deed.index]
            guard deed.status == .actual || isConditional(kept), holdsFirst(kept.statement.origin.quote) else { return nil }
            guard let words = FirstWords(kept.statement.origin.quote, of: ActWords(kept.statement)) else { return nil }
            let home = homes[kept.id]!
            guard let day = day(of: deed, in: happenings[home]) else {
                return First(deed.id, words, .unknown, by: nil, why: "the day of the act itself is not known")
            }
            let others = later.deeds(of: deed.sides.keys).filter { other in
                homes[other.id] != home && other.phase == .fact && happenings[homes[other.id]!].status == .actual
                    && other.status == .actual && isAlike(deed, other)
            }
            return verdict(deed, words, on: day, others)
        }
    }

    /// "It would be his first visit" is a prospect only in its grammar.
    private static func isConditional(_ kept: Kept) -> Bool { kept.event?.status == .planned }

    private static func holdsFirst(_ quote: String) -> Bool {
        var state = 0
        let letters = Array("first".utf8)
        for byte in quote.utf8 {
            state = byte == letters[state] ? state + 1 : byte == letters[0] ? 1 : 0
            if state == letters.count { return true }
        }
        return false
    }

    /// The day of the act: of its happening, else that of the publication, which is near enough to count years.
    private static func day(of deed: Deed, in happening: Happening) -> Day? {
        happening.date?.earliest ?? deed.date?.earliest ?? deed.published
    }

    /// Same kind, same direction, and dated.
    private static func isAlike(_ deed: Deed, _ other: Deed) -> Bool {
        guard other.type == deed.type, other.mode == deed.mode, other.date?.earliest != nil, other.date?.latest != nil else { return false }
        if !deed.isDirected || deed.targets.isEmpty { return deed.sides.hasSameKeys(as: other.sides) }
        return deed.doers.hasSameKeys(as: other.doers) && deed.targets.hasSameKeys(as: other.targets)
    }

    private static func verdict(_ deed: Deed, _ words: FirstWords, on day: Day, _ others: [Deed]) -> First {
        // The same stay may be dated on two days.
        let before = others.filter { $0.last!.number < day.number - 14 }.sorted { ($0.last!.number, $0.id) < ($1.last!.number, $1.id) }
        let (start, inside) = bounds(words.reach, day)
        let between = before.filter { $0.first! > inside && isSamePerson(deed, $0, words) != false }
        if let other = between.last(where: { isSamePerson(deed, $0, words) == true }) {
            return First(deed.id, words, .contradicted, by: other.id, why: "a report tells of one of \(other.date!) in between")
        }
        if !between.isEmpty {
            return First(deed.id, words, .unknown, by: nil, why: "whether one in between was of the same people cannot be told")
        }
        if words.reach != .ever,
            let other = before.last(where: {
                start.contains($0.first!) && start.contains($0.last!) && isSamePerson(deed, $0, words) != false
            })
        {
            return First(
                deed.id, words, .agrees, by: other.id, why: "the last one before that reports at hand tell of was of \(other.date!)")
        }
        return First(deed.id, words, .unknown, by: nil, why: "no report at hand tells of the one before")
    }

    /// The days on which the one before must have been, and the day after which another one would contradict.
    private static func bounds(_ reach: FirstWords.Reach, _ day: Day) -> (ClosedRange<Day>, Day) {
        let past = Day(year: -9999, month: 1, day: 1)!
        switch reach {
        case .ever: return (past...past, past)
        case .since(let year, let month):
            let first = Day(year: year, month: month ?? 1, day: 1)!
            let last =
                month.map { Day(year: year, month: $0, day: Day.length(ofMonth: $0, year: year))! } ?? Day(year: year, month: 12, day: 31)!
            return (first...last, last)
        case .months(let months):
            let slack = max(1, min(12, months / 4))
            let first = day.adding(months: -months - slack)
            return (first...max(first, day.adding(months: -months + slack)), day.adding(months: -months + slack))
        }
    }

    /// Whether an earlier act counts for a claim: nil where that cannot be told.
    private static func isSamePerson(_ deed: Deed, _ other: Deed, _ words: FirstWords) -> Bool? {
        var isSure = true
        // Of a visit the visitor counts, whoever is the host; of a meeting all.
        let (mine, theirs) = deed.isVisit ? (deed.doers, other.doers) : (deed.sides, other.sides)
        for party in mine.parties {
            guard let their = theirs.parties.first(where: { $0.key == party.key }) else { return false }
            if party.people.isEmpty {
                // "The first talks of the two states": whoever met for them.
                if party.isWhole, !words.isOfKind { continue }
                isSure = false
            } else if their.people.isEmpty {
                isSure = false
            } else if party.people.contains(where: { one in their.people.contains { Names.agree(one, $0) } }) {
                continue
            } else if words.isOwn || !deed.isVisit {
                return false
            } else if words.isOfKind || Set(party.offices).isDisjoint(with: their.offices) {
                isSure = words.isOfKind && !Set(party.offices).isDisjoint(with: their.offices) && isSure
            }
        }
        return isSure ? true : nil
    }

    private init(_ id: String, _ words: FirstWords, _ verdict: Verdict, by: String?, why: String) {
        of = id
        self.words = words.words
        (self.verdict, self.by, self.why) = (verdict, by, why)
        switch words.reach {
        case .ever: (years, since) = (nil, nil)
        case .since(let year, _): (years, since) = (nil, year)
        case .months(let months): (years, since) = (months % 12 == 0 ? months / 12 : nil, nil)
        }
    }
}
