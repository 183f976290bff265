import CasusCore

/// "His first visit in 24 years", "the first summit since 2000": what a quote claims to be the first, and since when.
struct FirstWords {
    /// Since when it is the first.
    enum Reach: Equatable {
        case months(Int)
        case since(year: Int, month: Int?)
        case ever
    }

    let reach: Reach
    /// Whether it is the first of the same person: "his first", "her first".
    let isOwn: Bool
    /// Whether it is the first of whoever holds an office, or of anybody of a kind: "by a Russian president", "by any leader".
    let isOfKind: Bool
    /// The words of the quote, from "first" to what bounds it.
    let words: String

    /// Nil where "first" does not belong to the act itself, or does not say since when.
    init?(_ quote: String, of act: ActWords) {
        let words = Words.split(quote)
        guard let place = words.indices.first(where: { words[$0] == "first" && FirstWords.belongs($0, words, to: act) }) else { return nil }
        guard let (reach, end) = FirstWords.reach(after: place, words) else { return nil }
        self.reach = reach
        isOwn = place > 0 && ["his", "her"].contains(words[place - 1])
        let rest = words[place..<end]
        isOfKind =
            rest.indices.contains { index in
                ["by", "of", "from"].contains(rest[index]) && index + 1 < end && ["a", "an", "any"].contains(rest[index + 1])
            } || place > 0 && words[place - 1] == "their"
        self.words = Words.asWritten(words[place..<end].joined(separator: " "), in: quote)
    }

    /// Whether the act's own noun follows within three words, before any word that begins another phrase; or "for the first time" stands.
    private static func belongs(_ place: Int, _ words: [String], to act: ActWords) -> Bool {
        if place >= 2, place + 1 < words.count, words[place + 1] == "time", words[place - 1] == "the", words[place - 2] == "for" {
            return words[..<place].contains { act.names(Words.stem($0)) }
        }
        for word in words[(place + 1)...].prefix(3) {
            if breaks.contains(word) { return false }
            if act.names(Words.stem(word)) { return true }
        }
        return false
    }

    /// The bound, and the place after its last word.
    private static func reach(after place: Int, _ words: [String]) -> (Reach, Int)? {
        if place + 1 < words.count, words[place + 1] == "ever" { return (.ever, place + 2) }
        for index in (place + 1)..<words.count {
            if words[index] == "first" { return nil }
            if words[index] == "since", let (reach, end) = since(index + 1, words) { return (reach, end) }
            if ["in", "for"].contains(words[index]), let (months, end) = span(index + 1, words) { return (.months(months), end) }
        }
        return nil
    }

    /// "2000", "July 2000", "19 July 2000".
    private static func since(_ start: Int, _ words: [String]) -> (Reach, Int)? {
        for index in start..<min(start + 3, words.count) {
            guard let year = Int(words[index]), words[index].utf8.count == 4, (1500...2200).contains(year) else { continue }
            return (.since(year: year, month: words[start..<index].lazy.compactMap { Numbers.month($0) }.first), index + 1)
        }
        return nil
    }

    /// "24 years", "nearly two decades", "more than a year", "two dozen years".
    private static func span(_ start: Int, _ words: [String]) -> (Int, Int)? {
        var index = start
        while index < words.count, hedges.contains(words[index]) { index += 1 }
        guard index < words.count else { return nil }
        guard var number = words[index] == "a" ? 1 : Numbers.value(words[index]) else { return nil }
        index += 1
        if index < words.count, words[index] == "dozen" {
            number *= 12
            index += 1
        }
        guard index < words.count else { return nil }
        switch words[index] {
        case "year", "years": return (number * 12, index + 1)
        case "decade", "decades": return (number * 120, index + 1)
        case "month", "months": return (number, index + 1)
        default: return nil
        }
    }

    private static let hedges: Set<String> = [
        "nearly", "almost", "more", "than", "over", "about", "some", "around", "at", "least", "the", "past", "last",
    ]
    private static let breaks: Set<String> = ["to", "of", "by", "since", "in", "for", "who", "that", "and", "with", "from", "time"]
}
