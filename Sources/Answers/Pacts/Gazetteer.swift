package import CasusCore
package import Treaties
package import WhosWho

/// What the words of a question mean: states, places and facts, as of a day. Problems say what was probably meant.
package struct Gazetteer: Sendable {
    package let who: WhosWho
    package let book: TreatyBook

    package init(who: WhosWho, book: TreatyBook) {
        (self.who, self.book) = (who, book)
    }

    /// A state as of a day: of a code or a name whose state was another then, that other (RUS in 1950 is the Soviet Union).
    package func state(_ word: String, on day: Day) throws(Problem) -> String {
        switch lookup(word, on: day) {
        case .found(let state):
            if state.exists(on: day) { return state.code }
            if let heir = heir(of: state, on: day) { return heir }
            throw Problem(.usage, "there was no such state on \(day)", at: word, mend: state.lifetimes)
        case .ambiguous(let states):
            throw Problem(
                .usage, "stands for several states on \(day)", at: word,
                mend: "give a code: " + states.map { "\($0.code) (\($0.name(on: day)))" }.joined(separator: ", "))
        case .unknown(let suggestions):
            let mend =
                suggestions.isEmpty
                ? "give a name, or a code such as FRA or cow-220" : "did you mean \(suggestions.joined(separator: ", "))?"
            throw Problem(.usage, "no such state", at: word, mend: mend)
        }
    }

    /// Whether a word names some state, on whatever day.
    package func isState(_ word: String, on day: Day) -> Bool {
        if case .unknown = lookup(word, on: day) { false } else { true }
    }

    /// With or without its article.
    private func lookup(_ word: String, on day: Day) -> StateLookup {
        let found = who.state(matching: word, on: day)
        if case .unknown = found, word.lowercased().hasPrefix("the ") { return who.state(matching: word.dropFirst(4).trimmed, on: day) }
        return found
    }

    /// The state that bore the same number in the Correlates of War on the day.
    private func heir(of state: State, on day: Day) -> String? {
        let number = state.cow()
        return number.flatMap { number in
            who.states.first { $0.code != state.code && $0.exists(on: day) && $0.cow(on: day) == number }?.code
        }
    }

    package func name(_ code: String, on day: Day) -> String { who.state(code)?.name(on: day) ?? code }

    /// The name as it stands inside a sentence: "the United States".
    package func named(_ code: String, on day: Day) -> String {
        let name = name(code, on: day)
        let words = name.split(separator: " ")
        let takesArticle =
            ["United", "Soviet", "Holy", "Papal", "Federal", "Democratic", "Dominican", "Central", "Irish", "Republic"].contains(
                words.first ?? "")
            || [
                "Islands", "States", "Kingdom", "Empire", "Republic", "Union", "Emirates", "Netherlands", "Philippines", "Bahamas",
                "Gambia", "Maldives",
            ]
            .contains(words.last ?? "")
        return takesArticle ? "the " + name : name
    }

    /// A territory, or a state's home territory; of a state that was not yet one, the territory that it was on the day.
    package func place(_ word: String, on day: Day) throws(Problem) -> String {
        let known = book.atlas.territory(named: word)
        if let known, who.state(known) == nil { return known }
        if known == nil, !isState(word, on: day) {
            let mend = meant(by: word.lowercased(), among: book.atlas.names).map { "did you mean \($0)?" }
            throw Problem(.usage, "no such place", at: word, mend: mend ?? "give a state, or a territory of territories/territories.csv")
        }
        do {
            return try state(known ?? word, on: day)
        } catch {
            let name = known.flatMap { who.state($0)?.name() } ?? word
            if let before = book.atlas.territory(of: name, before: day) { return before }
            throw Problem(
                .usage, "lay in no state of that name on \(day)", at: word, mend: "give the state or the territory that it was then")
        }
    }

    package func placeName(_ place: String, on day: Day) -> String {
        book.atlas.holding(of: place, on: day)?.name ?? book.atlas.name(of: place) ?? named(place, on: day)
    }

    /// A day that the treaties cover; of others the answer would be "nobody" where it should be "unknown".
    package func covered(_ day: Day) throws(Problem) {
        if book.coverage.contains(day) { return }
        throw Problem(
            .usage, "unknown: the treaties at hand cover \(book.coverage.lowerBound) to \(book.coverage.upperBound)", at: "\(day)",
            mend: "ask about a day inside")
    }

    /// The day asked about: the one given, else today, or the last day that the treaties cover.
    package func day(_ given: Day?, at desk: Desk) -> (day: Day, isAssumed: Bool) {
        if let given { return (given, false) }
        return (min(desk.today, book.coverage.upperBound), true)
    }

    /// With more treaties; one with a known id takes the other's place.
    package func adding(_ treaties: [Treaty]) -> Gazetteer {
        treaties.isEmpty ? self : Gazetteer(who: who, book: book.adding(treaties))
    }

    /// With other treaties in the place of these.
    package func only(_ treaties: [Treaty]) -> Gazetteer {
        Gazetteer(
            who: who, book: TreatyBook(treaties, atlas: book.atlas, conditions: book.conditions, coverage: book.coverage))
    }

    /// `request=yes`, `request`, `assists:FRA=no`, `state_of_war=true`
    package func fact(_ text: String) throws(Problem) -> (key: String, value: Truth) {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmed }
        let key = halves[0].replacing("_", with: "-")
        let values: [String: Truth] = ["yes": .yes, "true": .yes, "no": .no, "false": .no, "unknown": .unknown]
        if key.isEmpty { throw Problem(.usage, "a fact without a name", at: text, mend: "write request=yes") }
        guard let value = values[halves.count == 2 ? halves[1].lowercased() : "yes"] else {
            throw Problem(.usage, "\(halves[1]) is no value of a fact", at: text, mend: "write \(key)=yes, \(key)=no or \(key)=unknown")
        }
        let name = Condition(key: key).name
        guard book.conditions[name] != nil else {
            let mend = meant(by: name, among: book.conditions.names).map { "did you mean \($0)?" }
            throw Problem(.usage, "no such fact", at: name, mend: mend ?? "one of " + book.conditions.names.joined(separator: ", "))
        }
        if let state = Condition(key: key).of, name == "assists" || name == "ally-of", who.state(state) == nil {
            throw Problem(.usage, "no such state", at: state, mend: "give a code, such as \(name):FRA")
        }
        return (key, value)
    }
}

extension State {
    /// "POL: 1918-11-11 until now"
    fileprivate var lifetimes: String {
        let times = periods.map { ($0.from?.description ?? "...") + " to " + ($0.to?.description ?? "now") }
        return "\(code) is a state from " + times.joined(separator: ", and from ")
    }
}

extension StringProtocol {
    /// Without white space at the ends.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
