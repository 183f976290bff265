import CasusCore
import Language
import WhosWho

/// What a phrase owes to what was said before: pairs, pronouns, "the kingdom".
extension Referents {
    /// "Both countries", "the two leaders", "either nation": two states that the text has just named together.
    mutating func pair(_ token: Int, lemma: String, text: String) -> Resolution? {
        let isState = page.lexicon.isOfClass(lemma, "state-word")
        let isLeader = page.lexicon.isOfClass(lemma, "leader-word")
        guard isState || isLeader else { return nil }
        let counts = page.all(token).contains { ["two", "both", "either", "neither"].contains(page.lower($0)) }
        guard counts else { return nil }
        if lemma == "man" || lemma == "woman" { return twoPersons(before: token, text: text) }
        // "Washington phoned both leaders": the one who acts on them is none of the two.
        var anchor = token
        if let verb = page.head(token), page.object(verb) == token, let subject = page.subject(verb), subject < token,
            sideOf(subject) != nil
        {
            anchor = page.sentenceTokens(token).lowerBound
        }
        guard let codes = dyad(before: anchor) else { return nil }
        page.trace?.name(token, "the two states that the text has named together: \(codes.joined(separator: " and "))")
        if isState { return Resolution(actors: codes.map { page.stateActor($0, text: text) }, isPublic: true) }
        let named = codes.map { code in leader(of: code, before: token, text: text) }
        return Resolution(actors: named, isPublic: true)
    }

    /// "The two men": the only two persons whom this sentence and the two before it name.
    private func twoPersons(before token: Int, text: String) -> Resolution? {
        let sentence = page.sentence(token)
        var named: [Actor] = []
        for entry in persons where entry.token < token && page.sentence(entry.token) >= sentence - 2 {
            if !named.contains(where: { Self.isSamePerson($0, entry.actor) }) { named.append(entry.actor) }
        }
        guard named.count == 2 else { return nil }
        page.trace?.name(token, "the two persons that the text has just named: \(named.map(\.name).joined(separator: " and "))")
        return Resolution(
            actors: named.map {
                var actor = $0; actor.text = text; return actor
            }, isPublic: named.contains { $0.code != nil })
    }

    /// "Michael Mates" and "Mr Mates".
    static func isSamePerson(_ a: Actor, _ b: Actor) -> Bool { nameOfPerson(a) == nameOfPerson(b) }

    /// What tells a person from others in a text: the name, of one we do not know the last word of it.
    static func nameOfPerson(_ actor: Actor) -> String {
        actor.code != nil ? actor.name : actor.name.split(separator: " ").last.map(String.init) ?? actor.name
    }

    /// "His host", "her guest": the leader on the other side of the two states that the text is about.
    mutating func opposite(_ token: Int, text: String) -> Resolution? {
        guard let owner = page.exactChild(token, .nmodPoss), let own = single(owner, depth: 3).actors.first?.code,
            let codes = dyad(before: token),
            codes.contains(own), let other = codes.first(where: { $0 != own })
        else { return nil }
        page.trace?.name(token, "the other of the two states that the text is about: \(other), not \(own)")
        return Resolution(actors: [leader(of: other, before: token, text: text)], isPublic: true)
    }

    /// The one at the head of a state: whom the document names, else who held the office on its day, else the state's government.
    func leader(of code: String, before token: Int, text: String) -> Actor {
        if let day = page.document.published {
            for office in ["supreme-leader", "head-of-state", "head-of-government"] {
                let holders = page.who.holders(of: office, body: code, on: day)
                let named = holders.filter { holder in persons.contains { $0.actor.name == holder.name } }
                if named.count == 1 {
                    traceOffice(token, of: named[0], office, on: day)
                    return page.stateActor(code, sector: "GOV", name: named[0].name, text: text)
                }
            }
        }
        let heads = Set(persons.filter { $0.actor.code == code && $0.actor.sector == "GOV" }.map(\.actor.name))
        if heads.count == 1, let name = heads.first {
            page.trace?.name(token, "the only one in the government of \(code) whom the document names: \(name)")
            return page.stateActor(code, sector: "GOV", name: name, text: text)
        }
        page.trace?.name(token, "the government of \(code)")
        return page.stateActor(code, sector: "GOV", text: text)
    }

    /// The two states that the text speaks of just before a token: the only two of the sentence and the one before, or
    /// the two that the document is about when both are there.
    func dyad(before token: Int) -> [String]? {
        let sentence = page.sentence(token)
        func named(within reach: Int) -> [String] {
            ordered(states.filter { $0.token < token && page.sentence($0.token) >= sentence - reach }.map(\.code))
        }
        if let pair = coordinated(before: token, from: sentence - 1) { return pair }
        if let pair = met(before: sentence) { return pair }
        if let main = mainDyad, main.allSatisfy({ named(within: 4).contains($0) }) { return main }
        for reach in 0...3 {
            let codes = named(within: reach)
            if codes.count == 2 { return codes }
            if codes.count > 2 { return onlyPair(before: token) }
        }
        return mainDyad ?? onlyPair(before: token)
    }

    /// "The king received the Danish minister. The two sides ...": the two of whom the sentence before tells that they met.
    private func met(before sentence: Int) -> [String]? {
        guard sentence > 0 else { return nil }
        let verb = page.analysis.root(of: sentence - 1)
        guard page.isVerbal(verb), page.lexicon.frames[page.lemma(verb)]?.contains(where: { $0.act.type == .consult }) ?? false,
            let subject = page.subject(verb)
        else { return nil }
        let others = page.object(verb).map { [$0] } ?? page.obliques(verb, "with") + page.obliques(verb, "to")
        guard let other = others.first, let own = sideOf(subject), let its = sideOf(other), own != its else { return nil }
        return [own, its]
    }

    /// The state of a noun by its words, by its name or by the name set beside it.
    private func sideOf(_ noun: Int) -> String? {
        stateOf(noun) ?? ([noun] + page.children(noun, .appos)).lazy.compactMap { person(at: $0)?.actor.code }.first
    }

    /// "Egypt and Turkey": two states named together, as the last such pair of this sentence and the one before.
    func coordinated(before token: Int, from sentence: Int) -> [String]? {
        for mention in page.mentions.names.reversed() where mention.top < token {
            guard page.sentence(mention.top) >= sentence else { return nil }
            let partners = page.children(mention.top, .conj)
            guard partners.count == 1, partners[0] < token, let first = stateCode(of: mention),
                let other = page.mentions[partners[0]].flatMap({ stateCode(of: $0) }),
                first != other, page.universal(mention.top) != .conj
            else { continue }
            return [first, other]
        }
        return nil
    }

    /// The two states that a document is about: named far more often than any third.
    var mainDyad: [String]? {
        let ranked = countOfState.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard ranked.count >= 2 else { return nil }
        let third = ranked.count > 2 ? ranked[2].value : 0
        guard ranked[1].value >= 2, Double(ranked[1].value) >= 1.5 * Double(third) else { return nil }
        let first = ordered(states.map(\.code))
        return first.filter { $0 == ranked[0].key || $0 == ranked[1].key }
    }

    func ordered(_ codes: [String]) -> [String] {
        var seen: [String] = []
        for code in codes where !seen.contains(code) { seen.append(code) }
        return seen
    }

    /// "The kingdom", "the reclusive state": a state that the text has named, and only one that fits.
    func epithet(_ token: Int, _ lemma: String) -> String? {
        let determiner = page.child(token, .det).map { page.lower($0) }
        guard determiner == "the" || determiner == "this" || determiner == "that", page.tokens[token].xpos != .nns else { return nil }
        let sentence = page.sentence(token)
        if let allowed = page.lexicon.forms[lemma] {
            let named = Set(states.filter { $0.token < token && allowed.contains($0.code) }.map(\.code))
            return named.count == 1 ? named.first : nil
        }
        guard page.lexicon.isOfClass(lemma, "state-word"), lemma != "government", lemma != "party", lemma != "side" else { return nil }
        // Not the state of the one who acts on it: "the Russian president's visit to the reclusive state".
        var near = Set(states.filter { $0.token < token && page.sentence($0.token) >= sentence - 1 }.map(\.code))
        let around = near
        if let up = page.head(token) {
            if let owner = page.exactChild(up, .nmodPoss) {
                if let own = stateOf(owner) { near.remove(own) }
                if ["his", "her"].contains(page.lower(owner)) {
                    let gender = page.lower(owner) == "her" ? "female" : "male"
                    for actor in person(before: owner, gender: gender, text: "").actors { near.remove(actor.code ?? "") }
                }
            }
            if page.isVerbal(up), let subject = page.subject(up), let own = stateOf(subject) { near.remove(own) }
        }
        // "lifted its sanctions against the country": the one named some sentences before, where all of those near are out of the question.
        if near.isEmpty, lemma == "country" {
            let earlier = states.filter {
                $0.token < token && page.sentence($0.token) < sentence - 1 && page.sentence($0.token) >= sentence - 3
            }
            near = Set(earlier.map(\.code)).subtracting(around)
        }
        return near.count == 1 ? near.first : nil
    }

    func stateOf(_ token: Int) -> String? {
        stateModifying(token) ?? page.mentions[token].flatMap { stateCode(of: $0) }
    }

    /// Offices that one person holds at a time; "the American minister" may be any.
    static let single: Set<String> = [
        "head-of-state", "monarch", "supreme-leader", "head-of-government", "foreign-minister", "defence-minister", "interior-minister",
        "finance-minister", "secretary-general", "commission-president", "council-president", "heir",
    ]
    /// One person of these is private; many are a crowd.
    static let privateSectors: Set<String> = ["CVL", "ELI", "MED", "EDU", "JRN", "BUS", "LAB", "AGR", "REL"]
}
