import CasusCore

/// What a text says was not said: "No date was given for the trip".
struct Gap {
    /// What is missing.
    enum Missing { case date, place, number }

    let missing: Missing
    /// The stems of the words that name the act.
    let words: [String]

    /// Nil where the words ask for nothing that a field of a record could give.
    init?(_ asks: String) {
        let all = Words.split(asks)
        guard let place = all.firstIndex(where: { Gap.kinds[$0] != nil }) else { return nil }
        missing = Gap.kinds[all[place]]!
        words = all.filter { Gap.kinds[$0] == nil }.map(Words.stem)
    }

    /// Whether the act is a journey.
    var isOfVisit: Bool { words.contains { ActWords.visits.contains($0) } }
    /// Whether people come together in it.
    var isOfMeeting: Bool { isOfVisit || words.contains { ActWords.talks.contains($0) } }

    /// What a report that fills it does.
    var told: String {
        switch missing {
        case .date: "gives the date"
        case .place: "gives the place"
        case .number: "gives a number"
        }
    }

    /// Whether a record of the act gives what is missing.
    func isFilled(by event: Event) -> Bool {
        switch missing {
        case .date: event.date?.isExact ?? false
        case .place: event.place != nil
        case .number: event.objects.contains { $0.utf8.contains { (0x30...0x39).contains($0) } } || Gap.hasNumber(event.origin.quote)
        }
    }

    /// Whether words hold a number that is no year and no day of a month.
    private static func hasNumber(_ quote: String) -> Bool {
        let words = Words.split(quote)
        return words.indices.contains { place in
            guard let number = Int(words[place]) else { return Numbers.small(words[place]) ?? 0 > 1 }
            let isYear = (1900...2100).contains(number)
            let neighbours = [place - 1, place + 1].filter(words.indices.contains).map { words[$0] }
            return !isYear && !neighbours.contains { Numbers.month($0) != nil }
        }
    }

    private static let kinds: [String: Missing] = [
        "date": .date, "dates": .date, "day": .date, "when": .date, "place": .place, "venue": .place, "location": .place, "where": .place,
        "number": .number, "numbers": .number, "price": .number, "amount": .number, "sum": .number, "cost": .number, "size": .number,
    ]
}
