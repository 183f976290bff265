import CasusCore
import Language

/// Finds the dates in a document and resolves them against the day it was published.
struct DateFinder {
    let page: Page
    private var published: Day? { page.document.published }

    init(page: Page) {
        self.page = page
    }

    func find() -> Dates {
        var dates = Dates()
        for sentence in page.analysis.sentences {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                if let mention = mention(at: token, until: sentence.tokens.upperBound) {
                    dates.add(mention)
                    token = mention.tokens.upperBound
                } else {
                    token += 1
                }
            }
        }
        return dates
    }

    private func mention(at token: Int, until end: Int) -> DateMention? {
        // Most words open no date: those in small letters only where they are one of a few.
        if let first = page.word(token).utf8.first, (0x61...0x7A).contains(first), !Self.openers.contains(page.lower(token)),
            Self.numerals[page.lower(token)] == nil
        {
            return nil
        }
        return date(at: token, until: end)
    }

    private func date(at token: Int, until end: Int) -> DateMention? {
        span(at: token, end) ?? dayMonth(at: token, end) ?? monthFirst(at: token, end) ?? decade(at: token, end) ?? year(at: token, end)
            ?? weekday(at: token, end)
            ?? relativeUnit(at: token, end) ?? dayWord(at: token) ?? ago(at: token, end)
    }

    private func word(_ token: Int, _ end: Int) -> String {
        token < end ? page.lower(token) : ""
    }

    /// A number written in figures.
    private func number(_ token: Int, _ end: Int) -> Int? {
        token < end ? Int(page.word(token)) : nil
    }

    private func dayNumber(_ token: Int, _ end: Int) -> Int? {
        var text = word(token, end)
        for suffix in ["st", "nd", "rd", "th"] where text.hasSuffix(suffix) { text.removeLast(2) }
        guard text.utf8.count <= 2, let value = Int(text), (1...31).contains(value) else { return nil }
        return value
    }

    private func yearNumber(_ token: Int, _ end: Int) -> Int? {
        guard token < end, page.word(token).utf8.count == 4, let value = Int(page.word(token)), (1500...2100).contains(value) else {
            return nil
        }
        return value
    }

    private func month(_ token: Int, _ end: Int) -> Int? {
        guard token < end else { return nil }
        let text = page.word(token)
        guard let first = text.utf8.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else { return nil }
        let key = text.hasSuffix(".") ? String(text.dropLast()) : text
        guard let month = Self.months[key.lowercased()] else { return nil }
        // "May" and "March" open sentences as verbs.
        if text == "May" || text == "March" || text == "Mar" {
            let upos = page.tokens[token].upos
            return upos == .propn || upos == .noun ? month : nil
        }
        return month
    }

    /// "between March and May", "from 2014 to 2016", "since March": a time with its ends.
    private func span(at token: Int, _ end: Int) -> DateMention? {
        let opener = word(token, end)
        guard ["between", "from", "since"].contains(opener), let first = point(at: token + 1, end), let from = first.date else {
            return nil
        }
        if opener == "since" {
            guard let day = EDTF(from.description + "/..") else { return nil }
            return DateMention(tokens: token..<first.tokens.upperBound, date: day)
        }
        let joint = first.tokens.upperBound
        guard word(joint, end) == (opener == "between" ? "and" : "to"), let last = point(at: joint + 1, end), let to = last.date,
            let range = EDTF(from.description + "/" + to.description)
        else { return nil }
        return DateMention(tokens: token..<last.tokens.upperBound, date: range)
    }

    /// One date of the calendar.
    private func point(at token: Int, _ end: Int) -> DateMention? {
        dayMonth(at: token, end) ?? monthFirst(at: token, end) ?? year(at: token, end)
    }

    /// "19 June 2024", "19 June", "the 19th of June".
    private func dayMonth(at token: Int, _ end: Int) -> DateMention? {
        guard let day = dayNumber(token, end) else { return nil }
        var at = token + 1
        if word(at, end) == "of" { at += 1 }
        guard let month = month(at, end) else { return nil }
        return monthAndDay(month, day, from: token, after: at + 1, end)
    }

    /// "June 19, 2024", "June 19", "June 2024", "June".
    private func monthFirst(at token: Int, _ end: Int) -> DateMention? {
        guard let month = month(token, end) else { return nil }
        if let day = dayNumber(token + 1, end), word(token + 2, end) != "%" {
            return monthAndDay(month, day, from: token, after: token + 2, end)
        }
        var at = token + 1
        if word(at, end) == "of" || word(at, end) == "," { at += 1 }
        if let year = yearNumber(at, end) { return DateMention(tokens: token..<(at + 1), date: EDTF(year: year, month: month)) }
        // A month alone: a name only where a preposition or "last" says so ("in June"), else it may be a person or a verb.
        let before = token > 0 ? page.lower(token - 1) : ""
        guard Self.prepositions.contains(before) || ["last", "this", "next", "early", "late", "mid"].contains(before) else { return nil }
        guard let published else { return DateMention(tokens: token..<(token + 1), date: nil) }
        var year = published.year
        if before == "next" {
            if month <= published.month { year += 1 }
        } else if isFuture(token) {
            if month < published.month { year += 1 }
        } else if month > published.month {
            year -= 1
        }
        let start = ["last", "this", "next", "early", "late", "mid"].contains(before) ? token - 1 : token
        return DateMention(tokens: start..<(token + 1), date: EDTF(year: year, month: month))
    }

    private func monthAndDay(_ month: Int, _ day: Int, from token: Int, after at: Int, _ end: Int) -> DateMention? {
        let comma = word(at, end) == "," ? at + 1 : at
        if let year = yearNumber(comma, end) {
            guard let date = Day(year: year, month: month, day: day) else { return nil }
            return DateMention(tokens: token..<(comma + 1), date: EDTF(date))
        }
        guard let published else { return DateMention(tokens: token..<at, date: nil) }
        var date = Day(year: published.year, month: month, day: day)
        if isFuture(token) {
            if let it = date, it < published { date = Day(year: published.year + 1, month: month, day: day) }
        } else if let it = date, it.number > published.number + 7 {
            date = Day(year: published.year - 1, month: month, day: day)
        }
        return date.map { DateMention(tokens: token..<at, date: EDTF($0)) }
    }

    /// "the late 1940s", "the 1990s".
    private func decade(at token: Int, _ end: Int) -> DateMention? {
        let text = word(token, end)
        guard text.utf8.count == 5, text.hasSuffix("0s"), let year = Int(text.prefix(4)), (1500...2100).contains(year) else { return nil }
        let before = token > 0 ? page.lower(token - 1) : ""
        var date = EDTF(String(year / 10) + "X")
        var start = token
        switch before {
        case "late": date = EDTF(String(year + 5) + "~/" + String(year + 9) + "~")
        case "early": date = EDTF(String(year) + "~/" + String(year + 4) + "~")
        case "mid", "mid-": date = EDTF(String(year + 4) + "~/" + String(year + 6) + "~")
        default: break
        }
        if before == "late" || before == "early" || before == "mid" { start -= 1 }
        return DateMention(tokens: start..<(token + 1), date: date)
    }

    /// "2000": a bare number is a year only where the words around it say so.
    private func year(at token: Int, _ end: Int) -> DateMention? {
        guard let year = yearNumber(token, end) else { return nil }
        let before = token > 0 ? page.lower(token - 1) : ""
        let isListed = [",", "and", "or", "the"].contains(before)
        guard Self.prepositions.contains(before) || ["early", "late", "mid"].contains(before) || isListed || isDating(token) else {
            return nil
        }
        let next = word(token + 1, end)
        // "2000 soldiers": a number that counts the noun after it.
        if page.universal(token) == .nummod, let head = page.head(token), head > token, !isDating(token) {
            if page.tokens[head].xpos == .nns { return nil }
        }
        if next == "%" || next == "percent" { return nil }
        return DateMention(tokens: token..<(token + 1), date: EDTF(year: year))
    }

    /// "the 1961 treaty": a year before a singular noun.
    private func isDating(_ token: Int) -> Bool {
        guard let head = page.head(token), head > token, head - token <= 6 else { return false }
        switch page.universal(token) {
        case .nummod, .compound, .nmod, .amod:
            return page.tokens[head].xpos == .nn || page.tokens[head].xpos == .nnp || page.lexicon.instruments[page.lemma(head)] != nil
        default: return false
        }
    }

    /// "on Wednesday", "last Friday".
    private func weekday(at token: Int, _ end: Int) -> DateMention? {
        guard token < end, let weekday = Self.weekdays[page.word(token)] else { return nil }
        // "Monday, June 3": the calendar decides.
        let next = word(token + 1, end) == "," ? token + 2 : token + 1
        if let day = dayMonth(at: next, end) ?? (month(next, end) != nil ? monthFirst(at: next, end) : nil), day.date != nil {
            return DateMention(tokens: token..<day.tokens.upperBound, date: day.date)
        }
        let before = token > 0 ? page.lower(token - 1) : ""
        let start = ["last", "next", "this"].contains(before) ? token - 1 : token
        guard let published else { return DateMention(tokens: start..<(token + 1), date: nil) }
        var back = (published.weekday - weekday + 7) % 7
        if before == "next" || (before != "last" && isFuture(token)) {
            let forward = (weekday - published.weekday + 7) % 7
            return DateMention(tokens: start..<(token + 1), date: EDTF(published.adding(days: forward == 0 ? 7 : forward)))
        }
        if before == "last", back == 0 { back = 7 }
        return DateMention(tokens: start..<(token + 1), date: EDTF(published.adding(days: -back)))
    }

    /// "last week", "this month", "next year".
    private func relativeUnit(at token: Int, _ end: Int) -> DateMention? {
        let which = word(token, end)
        guard ["last", "this", "next"].contains(which) else { return nil }
        let unit = word(token + 1, end)
        guard ["week", "month", "year"].contains(unit) else { return nil }
        let tokens = token..<(token + 2)
        guard let published else { return DateMention(tokens: tokens, date: nil) }
        let step = which == "last" ? -1 : which == "next" ? 1 : 0
        switch unit {
        case "week":
            let monday = published.adding(days: -published.weekday + 7 * step)
            return DateMention(tokens: tokens, date: EDTF(from: monday, to: monday.adding(days: 6)))
        case "month":
            let day = published.adding(months: step)
            return DateMention(tokens: tokens, date: EDTF(year: day.year, month: day.month))
        default: return DateMention(tokens: tokens, date: EDTF(year: published.year + step))
        }
    }

    private func dayWord(at token: Int) -> DateMention? {
        let offset: Int
        switch page.lower(token) {
        case "today", "tonight": offset = 0
        case "yesterday": offset = -1
        case "tomorrow": offset = 1
        default: return nil
        }
        // Inside a quotation the speaker's "today" is the day of speaking, which the report's date only bounds.
        guard let published, page.quotation(around: token) == nil else { return DateMention(tokens: token..<(token + 1), date: nil) }
        return DateMention(tokens: token..<(token + 1), date: EDTF(published.adding(days: offset)))
    }

    /// "three years ago", "24 years after his last visit", "in 24 years".
    private func ago(at token: Int, _ end: Int) -> DateMention? {
        guard let count = number(token, end) ?? Self.numerals[word(token, end)] else { return nil }
        let unit = word(token + 1, end)
        guard ["day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"].contains(unit) else { return nil }
        let next = word(token + 2, end)
        let tokens = token..<(token + 3)
        switch next {
        case "ago", "earlier":
            guard next == "ago", let published else { return DateMention(tokens: tokens, date: nil, isRelativeToEvent: next == "earlier") }
            let date: EDTF
            switch unit.first {
            case "y": date = EDTF(String(published.year - count) + "~") ?? EDTF(year: published.year - count)
            case "m":
                let day = published.adding(months: -count)
                date = EDTF(EDTF(year: day.year, month: day.month).description + "~")!
            case "w": date = EDTF(published.adding(days: -7 * count).description + "~")!
            case "d" where unit.hasPrefix("day"): date = EDTF(published.adding(days: -count))
            default: date = EDTF(String(published.year - 10 * count) + "~")!
            }
            return DateMention(tokens: tokens, date: date)
        case "after", "later", "before", "since":
            return DateMention(tokens: tokens, date: nil, isRelativeToEvent: true)
        default: return nil
        }
    }

    /// Whether the clause around a token speaks of the future.
    private func isFuture(_ token: Int) -> Bool {
        var at = token
        for _ in 0..<6 {
            guard let up = page.head(at) else { break }
            if page.isVerbal(up) || page.child(up, .cop) != nil {
                switch page.status(of: up) {
                case .planned: return true
                case .possible: return page.tokens[up].xpos != .vbd
                default: return false
                }
            }
            at = up
        }
        return false
    }

    /// Words in small letters that may open a date, numerals apart.
    private static let openers: Set<String> = [
        "between", "from", "since", "last", "this", "next", "today", "tonight", "yesterday", "tomorrow",
    ]
    private static let prepositions: Set<String> = [
        "in", "since", "from", "of", "by", "until", "till", "before", "after", "during", "between", "to", "around", "circa", "(",
    ]
    private static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
        "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
        "oct": 10,
        "nov": 11, "dec": 12,
    ]
    private static let weekdays: [String: Int] = [
        "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 6,
    ]
    private static let numerals: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    ]
}

extension Page {
    /// The date that a predicate's own clause gives it.
    func date(of act: Int) -> DateMention? {
        let range = extents[act]
        let found = dates.inside(range).filter { mention in
            let head = topOf(mention.tokens)
            // "since 2000" and "until May" bound a time; they do not name the day of the act.
            let isRange = mention.date?.description.contains("/") ?? false
            let bounds = ["until", "till", "before", "after", "than", "by", "of"]
            if let marker = marker(head), bounds.contains(marker) || (["since", "from"].contains(marker) && !(isRange && isVerbal(act))) {
                return false
            }
            if isRange, !isVerbal(act), lower(mention.tokens.lowerBound) == "since" { return false }
            return isOwnModifier(head, of: act)
        }
        // Prefer a date in the calendar to one counted from another happening.
        return found.first { $0.date != nil } ?? found.first
    }

    /// The token of a range whose head lies outside it.
    func topOf(_ range: Range<Int>) -> Int {
        range.first { token in head(token).map { !range.contains($0) } ?? true } ?? range.lowerBound
    }

    /// Whether a token hangs on an act without a clause in between.
    private func isOwnModifier(_ token: Int, of act: Int) -> Bool {
        var at = token
        for _ in 0..<4 {
            guard let up = head(at) else { return false }
            if up == act { return [.obl, .nmod, .advmod, .nummod, .compound, .amod, .appos, .obj].contains(universal(at)) }
            // "signed a treaty on Wednesday": the day may hang on the object.
            if universal(up) == .obj, head(up) == act, marker(at) == "on", up > act { return true }
            if isVerbal(up) || [.nsubj, .obj, .acl, .advcl, .ccomp].contains(universal(up)) { return false }
            at = up
        }
        return false
    }
}
