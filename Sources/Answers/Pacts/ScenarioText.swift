package import CasusCore
package import Pacts
import Treaties
import WhosWho

/// The language of scenarios: `RUS attacks EST at Narva on 2025-03-01 with request; USA helps EST against RUS on 2025-03-02`.
///
/// An act is who, a verb, whom; then in any order `at PLACE`, `on DAY`, `with FACT, FACT`. Acts are separated by `;` or line ends.
package struct ScenarioText {
    let gazetteer: Gazetteer
    /// The day of an act that gives none, and where it follows no other.
    let day: Day
    /// Facts of every act.
    let facts: Facts
    /// The day was not said either.
    let isDayAssumed: Bool

    package init(gazetteer: Gazetteer, day: Day, isDayAssumed: Bool, facts: Facts) {
        (self.gazetteer, self.day, self.isDayAssumed, self.facts) = (gazetteer, day, isDayAssumed, facts)
    }

    /// The acts of a text, one for each state acted against.
    package func acts(_ text: String) throws(Problem) -> [Act] {
        var acts: [Act] = []
        for sentence in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) where !sentence.trimmed.isEmpty {
            acts += try act(sentence.trimmed, after: acts)
        }
        if acts.isEmpty { throw Problem(.usage, "no acts", mend: ScenarioText.form) }
        return acts
    }

    /// An attack by states, or by one that is not named, on the day of the question.
    package func attack(on victim: String, by attackers: [String], at place: String?) throws(Problem) -> [Act] {
        try gazetteer.covered(day)
        if victim.trimmed.isEmpty { throw Problem(.usage, "no state", at: "--attacked", mend: "give a state") }
        let target = try gazetteer.state(victim.trimmed, on: day)
        var participants: [Act.Participant] = []
        for name in attackers {
            let attacker = try participant(name.trimmed, on: day)
            if attacker == .state(target) { throw Problem(.usage, "\(name) attacks itself", at: "--by", mend: "name another state") }
            participants.append(attacker)
        }
        var act = Act(by: participants, against: target, on: day, facts: facts)
        if let place = try place.map({ word throws(Problem) in try gazetteer.place(word.trimmed, on: day) }) {
            act.place = place
            act.assumed.removeAll { $0 == .where }
        }
        assumeObject(of: &act)
        if participants.isEmpty { act.assumed.append(.by) }
        if isDayAssumed { act.assumed.append(.on) }
        return [act]
    }

    static let form = "write \"RUS attacks EST on 2025-03-01\"; several acts are separated by ;"

    private func act(_ sentence: String, after earlier: [Act]) throws(Problem) -> [Act] {
        let words = sentence.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let (verb, range) = Verb.find(in: words) else {
            let near = words.lazy.compactMap { meant(by: $0.lowercased(), among: Verb.all.map { $0.words[0] }) }.first
            let mend =
                near.map { "did you mean \($0)?" } ?? "put the act in quotation marks: \"RUS attacks EST on 2025-03-01\"; verbs: "
                + Verb.words
            throw Problem(.usage, "no verb of an act", at: sentence, mend: mend)
        }
        var clauses = try Clauses(Array(words[range.upperBound...]), sentence: sentence)
        let on = clauses.day ?? earlier.last?.on ?? day
        try gazetteer.covered(on)
        let subjects = words[..<range.lowerBound].joined(separator: " ")
        if subjects.isEmpty { throw Problem(.usage, "nobody acts", at: sentence, mend: ScenarioText.form) }
        var attackers: [Act.Participant] = []
        if !["somebody", "someone", "?"].contains(subjects.lowercased()) {
            let names = try names(subjects, on: on)
            if names.isEmpty { throw Problem(.usage, "nobody acts", at: sentence, mend: ScenarioText.form) }
            for name in names { attackers.append(try participant(name, on: on)) }
        }
        var facts = facts
        for text in clauses.facts {
            let (key, value) = try gazetteer.fact(text)
            facts.set(key, value)
        }
        var helps: String?
        if verb == .help {
            helps = try gazetteer.state(clauses.object, on: on)
            if attackers.contains(.state(helps!)) { throw Problem(.usage, "\(helps!) helps itself", at: sentence, mend: ScenarioText.form) }
            if clauses.against == nil {
                clauses.against = earlier.last { $0.victim == helps && !$0.attackingStates.isEmpty }?.attackingStates.first
            }
            guard let against = clauses.against else {
                throw Problem(.usage, "helps against whom?", at: sentence, mend: "write \"GBR helps FRA against DEU\"")
            }
            clauses.object = against
            if try gazetteer.state(against, on: on) == helps {
                throw Problem(.usage, "helps a state against itself", at: sentence, mend: "write \"GBR helps FRA against DEU\"")
            }
        } else if clauses.against != nil {
            throw Problem(.usage, "\"against\" goes with helps and mobilises only", at: sentence, mend: ScenarioText.form)
        }
        let object = try Target(clauses.object)
        var acts: [Act] = []
        let victims = try names(object.state, on: on)
        if victims.isEmpty { throw Problem(.usage, "nobody is acted against", at: sentence, mend: ScenarioText.form) }
        for name in victims {
            let victim = try gazetteer.state(name, on: on)
            if acts.contains(where: { $0.victim == victim }) { continue }
            if attackers.contains(.state(victim)) {
                throw Problem(.usage, "\(victim) acts against itself", at: sentence, mend: ScenarioText.form)
            }
            var act = Act(verb, by: attackers, against: victim, on: on, helps: helps, facts: facts)
            if let place = try clauses.place.map({ word throws(Problem) in try gazetteer.place(word, on: on) }) {
                act.place = place
                act.assumed.removeAll { $0 == .where }
            }
            if let said = object.object { act.object = said } else { assumeObject(of: &act) }
            if attackers.isEmpty { act.assumed.append(.by) }
            if clauses.day == nil, earlier.isEmpty, isDayAssumed { act.assumed.append(.on) }
            if !act.isFighting { act.assumed.removeAll { $0 == .where || $0 == .object } }
            acts.append(act)
        }
        return acts
    }

    /// What is attacked where nobody says: the territory if the place is the victim's, ships at sea, else its forces.
    private func assumeObject(of act: inout Act) {
        act.assumed.append(.object)
        guard act.place != act.victim else { return }
        let holding = gazetteer.book.atlas.holding(of: act.place, on: act.on)
        if holding?.kind == "sea" {
            act.object = .vessels
        } else if let holding, holding.claimedBy.contains(act.victim) || holding.holder == act.victim && holding.kind != "occupied" {
            act.object = .territory
        } else {
            act.object = .forces
        }
    }

    private func participant(_ word: String, on day: Day) throws(Problem) -> Act.Participant {
        if gazetteer.isState(word, on: day) { return .state(try gazetteer.state(word, on: day)) }
        if let group = gazetteer.who.armedGroup(named: word) { return .nonState(group) }
        if word.lowercased().hasPrefix("group:") {
            let name = word.dropFirst(6).trimmed
            if name.isEmpty { throw Problem(.usage, "a group without a name", at: word, mend: "write group:NAME") }
            return .nonState(name)
        }
        return .state(try gazetteer.state(word, on: day))
    }

    /// `DEU, ITA and JPN`; "and" may also be part of a name.
    private func names(_ text: String, on day: Day) throws(Problem) -> [String] {
        var names: [String] = []
        for part in text.split(separator: ",").map(\.trimmed) where !part.isEmpty {
            if gazetteer.isState(part, on: day) {
                names.append(part)
            } else {
                names += part.split(separator: " and ").map(\.trimmed).map { $0.hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }
            }
        }
        return names
    }
}

/// The verbs of acts.
private enum Verb {
    /// Longer ones first.
    static let all: [(words: [String], kind: Act.Kind)] = [
        (["declares", "war", "on"], .war), (["declares", "war", "against"], .war), (["declare", "war", "on"], .war),
        (["makes", "peace", "with"], .peace), (["make", "peace", "with"], .peace),
        (["mobilises", "against"], .mobilisation), (["mobilizes", "against"], .mobilisation), (["mobilise", "against"], .mobilisation),
        (["mobilize", "against"], .mobilisation),
        (["attacks"], .attack), (["attack"], .attack), (["attacked"], .attack), (["invades"], .attack), (["invade"], .attack),
        (["strikes"], .attack), (["strike"], .attack), (["bombs"], .attack), (["bomb"], .attack), (["shells"], .attack),
        (["threatens"], .threat), (["threaten"], .threat), (["blockades"], .blockade), (["blockade"], .blockade),
        (["overthrows"], .subversion), (["overthrow"], .subversion), (["subverts"], .subversion),
        (["helps"], .help), (["help"], .help), (["aids"], .help), (["assists"], .help), (["defends"], .help),
    ]

    static let words = "attacks, declares war on, threatens, mobilises against, blockades, overthrows, helps ... against, makes peace with"

    static func find(in words: [String]) -> (Act.Kind, Range<Int>)? {
        for start in words.indices {
            for (verb, kind) in all where words[start...].prefix(verb.count).map({ $0.lowercased() }) == verb {
                return (kind, start..<start + verb.count)
            }
        }
        return nil
    }
}

/// What stands behind the verb.
private struct Clauses {
    var object = ""
    var against: String?
    var place: String?
    var day: Day?
    var facts: [String] = []

    init(_ words: [String], sentence: String) throws(Problem) {
        let openers: Set<String> = ["at", "in", "near", "off", "on", "with", "against"]
        var parts: [(opener: String, words: [String])] = [("", [])]
        for word in words {
            let lower = word.lowercased()
            if openers.contains(lower) { parts.append((lower, [])) } else { parts[parts.count - 1].words.append(word) }
        }
        for (number, (opener, words)) in parts.enumerated() {
            let text = words.joined(separator: " ")
            let isPlace = ["at", "in", "near", "off"].contains(opener)
            if parts[..<number].contains(where: {
                isPlace ? ["at", "in", "near", "off"].contains($0.opener) : $0.opener == opener && opener != "with" && opener != ""
            }) {
                throw Problem(.usage, "two times \"\(opener)\"", at: sentence, mend: "say it once; separate acts by ;")
            }
            switch opener {
            case "": object = text
            case "against": against = text
            case "on":
                guard let day = Day(iso: text) else {
                    throw Problem(.usage, "\"\(text)\" is no day", at: sentence, mend: "write \"on 2025-03-01\"")
                }
                self.day = day
            case "with": facts += text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
            default: place = text
            }
            if opener != "", text.isEmpty { throw Problem(.usage, "nothing behind \"\(opener)\"", at: sentence, mend: ScenarioText.form) }
        }
        if object.isEmpty { throw Problem(.usage, "nobody is acted against", at: sentence, mend: ScenarioText.form) }
    }
}

/// `vessels of PHL`: what of whose.
private struct Target {
    var object: Trigger.Object?
    var state: String

    init(_ text: String) throws(Problem) {
        state = text
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2, words[1].lowercased() == "of" else { return }
        let objects: [String: Trigger.Object] = [
            "territory": .territory, "forces": .forces, "troops": .forces, "soldiers": .forces, "army": .forces, "vessels": .vessels,
            "ships": .vessels, "navy": .vessels, "warships": .vessels, "aircraft": .aircraft, "planes": .aircraft,
        ]
        guard let object = objects[words[0].lowercased()] else { return }
        (self.object, state) = (object, words[2...].joined(separator: " "))
    }
}
