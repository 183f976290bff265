import CasusCore
import Language
import WhosWho

/// Works out who the noun phrases of a document speak of, from names, titles, and what was said before.
///
/// It never guesses: a phrase that more than one can be meant by stays open.
struct Referents {
    var page: Page
    /// Persons whom the document itself introduces with a title: by surname.
    private var introduced: [String: Actor] = [:]
    /// The state each mention speaks of, in the order of the text, for "both countries" and "the kingdom".
    private var states: [(token: Int, code: String)] = []
    /// The persons in the order of the text.
    private var persons: [(token: Int, actor: Actor, gender: String?)] = []
    private var countOfState: [String: Int] = [:]
    private var cache: [Int: Resolution] = [:]
    /// Persons whom the document names in full somewhere.
    private var namedInFull: Set<String> = []

    init(page: Page) {
        self.page = page
        for mention in page.mentions.names where mention.tokens.count > 1 {
            let named = Set(mention.candidates.filter(\.isPerson).map(\.id))
            if named.count == 1 { namedInFull.formUnion(named) }
        }
        for mention in page.mentions.names {
            guard let code = stateCode(of: mention) else { continue }
            states.append((mention.top, code))
            countOfState[code, default: 0] += 1
        }
        introduce()
        for token in page.tokens.indices where page.tokens[token].upos == .propn {
            if let person = person(at: token) {
                persons.append((token, person.actor, person.gender))
            } else if isUnknownPerson(token) {
                // Somebody we do not know may be whom "he" means, so he stands in the way of those we know.
                let name = page.string(page.phrase(token))
                persons.append((token, Actor(code: nil, name: name, text: name), nil))
            }
        }
    }

    // MARK: Noun phrases

    /// Who the phrase under a token speaks of, its conjuncts included.
    mutating func resolve(_ token: Int) -> Resolution {
        if let known = cache[token] { return known }
        // A phrase that comes back to itself on the way ("its ally's its ...") stays open.
        cache[token] = .open
        var resolution = Resolution()
        for conjunct in page.conjuncts(token)
        where page.isNominal(conjunct) || page.tokens[conjunct].upos == .adj || page.tokens[conjunct].upos == .det {
            resolution.formUnion(single(conjunct, depth: 0))
        }
        cache[token] = resolution
        return resolution
    }

    /// Who one noun speaks of, without what is coordinated with it.
    mutating func single(_ token: Int, depth: Int) -> Resolution {
        guard depth < 5 else { return .open }
        if page.tokens[token].upos == .pron || page.tokens[token].upos == .det { return pronoun(token) }
        if let person = person(at: token) { return Resolution(actors: [person.actor], isPublic: true) }
        if let mention = page.mentions[token], let named = named(mention, at: token) { return named }
        return described(token, depth: depth)
    }

    // MARK: Names

    private func stateCode(of mention: NameMention) -> String? {
        if let state = only(mention.candidates.filter { $0.isState }.map(\.id)) { return state }
        if mention.candidates.contains(where: \.isState) { return nil }
        let people = mention.candidates.filter(\.isPerson)
        if let state = only(people.compactMap(\.state)), mention.tokens.count > 1 || choose(people, mention.top) != nil { return state }
        return nil
    }

    private func only(_ values: [String]) -> String? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private func named(_ mention: NameMention, at token: Int) -> Resolution? {
        guard mention.tokens.contains(token) else { return nil }
        let text = page.string(page.phrase(token))
        let stateReadings = mention.candidates.filter(\.isState)
        if let code = only(stateReadings.map(\.id)) {
            if stateReadings.contains(where: \.isAdjective), page.universal(token) == .amod || page.universal(token) == .compound {
                return nil
            }
            if stateReadings.contains(where: \.isInhabitant), !stateReadings.contains(where: \.isStateName) {
                return Resolution(actors: [page.stateActor(code, sector: "CVL", name: text, text: text)], isPublic: true)
            }
            if stateReadings.allSatisfy(\.isAdjective), page.relation(token) == .amod || page.relation(token) == .compound { return nil }
            // A capital names the place after "in" or "near"; elsewhere it stands for the state.
            if stateReadings.allSatisfy(\.isCapital), isLocation(token) { return .open }
            return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true)
        }
        if !stateReadings.isEmpty { return .open }
        if let organisation = mention.candidates.first(where: \.isOrganisation), let known = page.who.organisation(organisation.id) {
            let isStates = !(known.state ?? "").isEmpty
            let actor =
                isStates
                ? page.stateActor(known.state!, sector: known.sector, name: known.name, text: text)
                : Actor(code: known.parent ?? known.code, sector: known.sector.isEmpty ? nil : known.sector, name: known.name, text: text)
            return Resolution(actors: [actor], isPublic: known.sector != "BUS" && known.sector != "JRN")
        }
        if let region = mention.candidates.first(where: \.isRegion), (region.state ?? "").isEmpty, !isLocation(token) {
            return Resolution(actors: [Actor(code: nil, name: text, text: text)], isPublic: true)
        }
        return nil
    }

    func isLocation(_ token: Int) -> Bool {
        guard page.universal(token) == .obl || page.universal(token) == .nmod, let marker = page.marker(token) else { return false }
        return ["in", "at", "near", "outside", "around", "inside", "across", "over", "through"].contains(marker)
    }

    // MARK: Persons

    /// Persons named in full, with the title that the document gives them.
    private mutating func introduce() {
        for token in page.tokens.indices where page.tokens[token].upos == .propn && page.universal(token) != .flat {
            let parts = page.children(token, .flat).filter { page.tokens[$0].upos == .propn }
            guard let last = parts.last, page.mentions[token] == nil else { continue }
            let title = page.exactChild(token, .nmodDesc) ?? page.children(token, .compound).last { page.who.title(page.lower($0)) != nil }
            guard let office = title.flatMap({ titleOf($0) }) ?? page.child(token, .appos).flatMap({ titleOf($0) }) else { continue }
            let name = page.string(token..<(last + 1))
            let at = title ?? page.child(token, .appos) ?? token
            let code = stateModifying(at) ?? stateModifying(token)
            guard let code, introduced[page.word(last)] == nil else { continue }
            introduced[page.word(last)] = page.stateActor(code, sector: office.sector, name: name, text: name)
        }
    }

    private struct Named {
        var actor: Actor
        var gender: String?
    }

    /// The person whom a proper noun names.
    private func person(at token: Int) -> Named? {
        if page.universal(token) == .flat, let head = page.head(token), page.tokens[head].upos == .propn { return nil }
        let text = page.string(page.phrase(token))
        if let mention = page.mentions[token] {
            guard mention.tokens.contains(token), mention.top == token else { return nil }
            let people = mention.candidates.filter(\.isPerson)
            guard !people.isEmpty, let chosen = choose(people, token) else { return nil }
            if mention.candidates.contains(where: \.isState), page.exactChild(token, .nmodDesc) == nil { return nil }
            guard let person = page.who.person(chosen) else { return nil }
            if let body = organisation(of: chosen) {
                let actor = Actor(
                    code: body.parent ?? body.code, sector: body.sector.isEmpty ? nil : body.sector, name: person.name, text: text)
                return Named(actor: actor, gender: person.gender)
            }
            let sector = sector(of: chosen)
            return Named(actor: page.stateActor(person.state, sector: sector, name: person.name, text: text), gender: person.gender)
        }
        let surname = page.children(token, .flat).last.map { page.word($0) } ?? page.word(token)
        if var actor = introduced[surname] {
            actor.text = text
            return Named(actor: actor, gender: nil)
        }
        return nil
    }

    /// The one person of several with the same name: named in full elsewhere in the document, or in office on its day.
    private func choose(_ people: [Candidate], _ token: Int) -> String? {
        let ids = Set(people.map(\.id))
        let mention = page.mentions[token]
        if let mention, mention.tokens.count > 1, ids.count == 1 { return ids.first }
        let inFull = ids.intersection(namedInFull)
        if inFull.count == 1 { return inFull.first }
        // A surname alone: whoever holds an office on the day, if only one does.
        let day = page.document.published ?? Day(year: 2100, month: 1, day: 1)!
        let inOffice = (inFull.isEmpty ? ids : inFull).filter { !page.who.offices(of: $0, on: day).isEmpty }
        return inOffice.count == 1 ? inOffice.first : nil
    }

    /// The organisation that a person speaks for on the document's day: NATO for its secretary-general.
    private func organisation(of person: String) -> Organisation? {
        guard let day = page.document.published else { return nil }
        let bodies = page.who.offices(of: person, on: day).map(\.body)
        guard !bodies.contains(where: { page.who.state($0) != nil }) else { return nil }
        return bodies.lazy.compactMap { page.who.organisation($0) }.first { ($0.state ?? "").isEmpty }
    }

    private func sector(of person: String) -> String {
        guard let day = page.document.published else { return "GOV" }
        return page.who.offices(of: person, on: day).isEmpty ? "ELI" : "GOV"
    }

    /// "Michael Mates", "Mr Straw": a name of a person that the tables do not hold.
    private func isUnknownPerson(_ token: Int) -> Bool {
        guard page.mentions[token] == nil, page.universal(token) != .flat, page.universal(token) != .compound else { return false }
        let courtesy = ["mr", "mrs", "ms", "dr", "sir", "lord", "lady"].contains(page.lower(token).filter { $0 != "." })
        return courtesy || page.children(token, .flat).contains { page.tokens[$0].upos == .propn }
    }

    // MARK: Titles and common nouns

    func titleOf(_ token: Int) -> Title? {
        // The longest title that ends in this word: "deputy foreign minister".
        let start = max(page.phrase(token).lowerBound, token - 4)
        for low in start...token {
            let words = (low...token).map { page.lower($0) }.joined(separator: " ")
            if let title = page.who.title(words) ?? page.who.title(page.string(low..<token + 1).lowercased()) { return title }
        }
        return page.who.title(page.lemma(token).lowercased())
    }

    /// The state that an adjective, a possessor or an of-phrase gives a noun.
    func stateModifying(_ token: Int) -> String? {
        for child in page.all(token) {
            let relation = page.universal(child)
            let counts: Bool
            switch relation {
            case .amod, .compound, .flat: counts = true
            case .nmod:
                counts =
                    page.relation(child) == .nmodPoss || page.relation(child) == .nmodDesc
                    || ["of", "from"].contains(page.marker(child) ?? "")
            default: counts = false
            }
            guard counts else { continue }
            if let mention = page.mentions[child], let code = only(mention.candidates.filter(\.isState).map(\.id)) { return code }
            if relation == .amod || relation == .compound, let nested = stateModifying(child) { return nested }
            if page.relation(child) == .nmodPoss, page.tokens[child].upos == .pron { continue }
        }
        return nil
    }

    /// States that modify a noun together: "South Korean and Japanese officials".
    private func statesModifying(_ token: Int) -> [String] {
        guard let first = stateModifying(token) else { return [] }
        var codes = [first]
        for child in page.all(token) where [.amod, .compound, .nmod].contains(page.universal(child)) {
            for conjunct in page.children(child, .conj) {
                if let mention = page.mentions[conjunct], let code = only(mention.candidates.filter(\.isState).map(\.id)),
                    !codes.contains(code)
                {
                    codes.append(code)
                }
            }
        }
        return codes
    }

    private mutating func described(_ token: Int, depth: Int) -> Resolution {
        let lemma = page.lemma(token).lowercased()
        let text = page.string(page.phrase(token))
        // "thousands of North Koreans", "members of the party": the noun behind "of" is meant.
        if Self.measures.contains(lemma), let of = page.children(token, .nmod).first(where: { page.marker($0) == "of" }) {
            var inner = Resolution()
            for conjunct in page.conjuncts(of) { inner.formUnion(single(conjunct, depth: depth + 1)) }
            return inner
        }
        if ["host", "guest", "counterpart"].contains(lemma), let other = opposite(token, text: text) { return other }
        let isPlural = page.tokens[token].xpos == .nns || page.tokens[token].xpos == .nnps
        if let pair = pair(token, lemma: lemma, text: text) { return pair }
        var codes = statesModifying(token)
        // "the Russian government, military and people"
        if codes.isEmpty, page.universal(token) == .conj, page.child(token, .det) == nil, page.exactChild(token, .nmodPoss) == nil {
            codes = statesModifying(page.firstConjunct(token))
        }
        if let title = titleOf(token), !isPlural {
            return titled(token, title: title, codes: codes, text: text)
        }
        if Self.stateWords.contains(lemma), codes.isEmpty, page.who.group(lemma) == nil {
            guard let code = epithet(token, lemma) else { return .open }
            return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true)
        }
        if let group = page.who.group(lemma) ?? (isPlural ? titleOf(token).map { Group(sector: $0.sector, isPublic: true) } : nil) {
            if !codes.isEmpty {
                let isPublic = group.isPublic && (isPlural || !Self.privateSectors.contains(group.sector) || Self.bodies.contains(lemma))
                return Resolution(
                    actors: codes.map { page.stateActor($0, sector: group.sector, name: text, text: text) }, isPublic: isPublic)
            }
            if let owner = page.exactChild(token, .nmodPoss) ?? page.children(token, .nmod).first(where: { page.marker($0) == "of" }) {
                let whose = single(owner, depth: depth + 1)
                let owners = whose.actors.compactMap(\.code).filter { page.who.state($0) != nil }
                if !owners.isEmpty, owners.count == whose.actors.count {
                    return Resolution(
                        actors: owners.map { page.stateActor($0, sector: group.sector, name: text, text: text) }, isPublic: group.isPublic)
                }
            }
            let isPublic = group.isPublic && (isPlural || !Self.privateSectors.contains(group.sector) || Self.bodies.contains(lemma))
            if let code = stateInPlay(token, group) {
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: group.isPublic)
            }
            if let code = epithet(token, lemma) { return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true) }
            return Resolution(actors: [Actor(code: nil, sector: group.sector, name: text, text: text)], isPublic: isPublic)
        }
        if let code = epithet(token, lemma) { return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true) }
        // An appositive may say who it is: "its ally, Belarus,".
        if let appositive = page.child(token, .appos), page.mentions[appositive] != nil { return single(appositive, depth: depth + 1) }
        return .open
    }

    /// "The foreign ministry said": an organ named without its state is of the state whose acts the text has just told, where
    /// there is only one.
    private func stateInPlay(_ token: Int, _ group: Group) -> String? {
        guard ["GOV", "MIL", "LEG", "JUD", "COP"].contains(group.sector), page.tokens[token].xpos == .nn || page.tokens[token].xpos == .nnp,
            page.children(token, .det).contains(where: { page.lower($0) == "the" }),
            !["commission", "council", "union", "alliance", "bloc", "assembly"].contains(page.lemma(token).lowercased())
        else { return nil }
        let sentence = page.sentence(token)
        for reach in 0...1 where sentence - reach >= 0 {
            guard let subject = mainSubject(of: sentence - reach), subject != token, subject < token else { continue }
            let codes = Set(statesOfSubject(subject))
            return codes.count == 1 ? codes.first : nil
        }
        return nil
    }

    /// The subject of a sentence's main clause, or of one coordinated with it.
    private func mainSubject(of sentence: Int) -> Int? {
        let root = page.analysis.root(of: sentence)
        return page.subject(root) ?? page.object(root)
    }

    private func statesOfSubject(_ subject: Int) -> [String] {
        if page.tokens[subject].upos == .pron {
            guard ["he", "she"].contains(page.lower(subject)) else { return [] }
            let gender = page.lower(subject) == "she" ? "female" : "male"
            return person(before: subject, gender: gender, text: "").actors.compactMap(\.code)
        }
        return page.conjuncts(subject).compactMap { conjunct in stateOf(conjunct) }
    }

    /// "The Russian president", "the president", "a spokesman for the ministry".
    private mutating func titled(_ token: Int, title: Title, codes: [String], text: String) -> Resolution {
        let isDefinite = page.children(token, .det).allSatisfy { page.lower($0) == "the" } && page.relation(token) != .nmodDesc
        if let appositive = page.child(token, .appos), let named = person(at: appositive) {
            return Resolution(actors: [named.actor], isPublic: true)
        }
        if let code = codes.first, codes.count == 1 {
            let isFormer = page.children(token, .amod).contains { ["former", "late", "then"].contains(page.lower($0)) }
            if isDefinite, !isFormer, page.lemma(token) == "leader" {
                let named = leader(of: code, before: token, text: text)
                if named.name != page.stateActor(code, text: text).name { return Resolution(actors: [named], isPublic: true) }
            }
            if isDefinite, !isFormer, Self.single.contains(title.office), let day = page.document.published {
                let holders = page.who.holders(of: title.office, body: code, on: day)
                if holders.count == 1, let holder = holders.first {
                    return Resolution(actors: [page.stateActor(code, sector: "GOV", name: holder.name, text: text)], isPublic: true)
                }
            }
            return Resolution(actors: [page.stateActor(code, sector: title.sector, name: text, text: text)], isPublic: true)
        }
        if isDefinite, codes.isEmpty, Self.single.contains(title.office) {
            let day = page.document.published
            let matching = persons.filter { entry in
                entry.token < token
                    && page.mentions[entry.token].map { mention in
                        mention.candidates.contains { candidate in
                            candidate.isPerson
                                && (day.map { page.who.offices(of: candidate.id, on: $0) } ?? []).contains { $0.office == title.office }
                        }
                    } ?? false
            }
            let names = Set(matching.map(\.actor.name))
            if names.count == 1, var actor = matching.last?.actor {
                actor.text = text
                return Resolution(actors: [actor], isPublic: true)
            }
            if names.count > 1 { return .open }
        }
        return Resolution(
            actors: [Actor(code: nil, sector: title.sector, name: text, text: text)], isPublic: !page.children(token, .det).isEmpty == false
        )
    }

    // MARK: What was said before

    /// "Both countries", "the two leaders", "either nation": two states that the text has just named together.
    private mutating func pair(_ token: Int, lemma: String, text: String) -> Resolution? {
        let isState = Self.stateWords.contains(lemma)
        let isLeader = Self.leaderWords.contains(lemma)
        guard isState || isLeader else { return nil }
        let counts = page.all(token).contains { ["two", "both", "either", "neither"].contains(page.lower($0)) }
        guard counts, let codes = dyad(before: token) else { return nil }
        if isState { return Resolution(actors: codes.map { page.stateActor($0, text: text) }, isPublic: true) }
        let named = codes.map { code in leader(of: code, before: token, text: text) }
        return Resolution(actors: named, isPublic: true)
    }

    /// "His host", "her guest": the leader on the other side of the two states that the text is about.
    private mutating func opposite(_ token: Int, text: String) -> Resolution? {
        guard let owner = page.exactChild(token, .nmodPoss), let own = single(owner, depth: 3).actors.first?.code,
            let codes = dyad(before: token),
            codes.contains(own), let other = codes.first(where: { $0 != own })
        else { return nil }
        return Resolution(actors: [leader(of: other, before: token, text: text)], isPublic: true)
    }

    /// The one at the head of a state: whom the document names, else who held the office on its day, else the state's government.
    private func leader(of code: String, before token: Int, text: String) -> Actor {
        if let day = page.document.published {
            for office in ["supreme-leader", "head-of-state", "head-of-government"] {
                let holders = page.who.holders(of: office, body: code, on: day)
                let named = holders.filter { holder in persons.contains { $0.actor.name == holder.name } }
                if named.count == 1 { return page.stateActor(code, sector: "GOV", name: named[0].name, text: text) }
            }
        }
        let heads = Set(persons.filter { $0.actor.code == code && $0.actor.sector == "GOV" }.map(\.actor.name))
        if heads.count == 1, let name = heads.first { return page.stateActor(code, sector: "GOV", name: name, text: text) }
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
        if let main = mainDyad, main.allSatisfy({ named(within: 4).contains($0) }) { return main }
        for reach in 0...3 {
            let codes = named(within: reach)
            if codes.count == 2 { return codes }
            if codes.count > 2 { return nil }
        }
        return mainDyad
    }

    /// "Egypt and Turkey": two states named together, as the last such pair of this sentence and the one before.
    private func coordinated(before token: Int, from sentence: Int) -> [String]? {
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

    private func ordered(_ codes: [String]) -> [String] {
        var seen: [String] = []
        for code in codes where !seen.contains(code) { seen.append(code) }
        return seen
    }

    /// "The kingdom", "the reclusive state": a state that the text has named, and only one that fits.
    private func epithet(_ token: Int, _ lemma: String) -> String? {
        let determiner = page.child(token, .det).map { page.lower($0) }
        guard determiner == "the" || determiner == "this" || determiner == "that", page.tokens[token].xpos != .nns else { return nil }
        let sentence = page.sentence(token)
        if let allowed = page.lexicon.forms[lemma] {
            let named = Set(states.filter { $0.token < token && allowed.contains($0.code) }.map(\.code))
            return named.count == 1 ? named.first : nil
        }
        guard Self.stateWords.contains(lemma), lemma != "government", lemma != "party", lemma != "side" else { return nil }
        // Not the state of the one who acts on it: "the Russian president's visit to the reclusive state".
        var near = Set(states.filter { $0.token < token && page.sentence($0.token) >= sentence - 1 }.map(\.code))
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
        return near.count == 1 ? near.first : nil
    }

    private func stateOf(_ token: Int) -> String? {
        stateModifying(token) ?? page.mentions[token].flatMap { stateCode(of: $0) }
    }

    private mutating func pronoun(_ token: Int) -> Resolution {
        let text = page.word(token)
        switch page.lower(token) {
        case "he", "him", "his", "himself": return person(before: token, gender: "male", text: text)
        case "she", "her", "hers", "herself": return person(before: token, gender: "female", text: text)
        case "both", "they", "their", "them": return page.lower(token) == "both" ? dyadAsActors(token) : plural(before: token, text: text)
        case "it", "its", "itself": return state(before: token, text: text)
        case "who", "which", "that", "whose":
            var clause = page.head(token)
            if page.lower(token) == "whose", let owned = clause, !page.isVerbal(owned) { clause = page.head(owned) }
            guard let clause, let noun = page.antecedent(clause), noun != token else { return .open }
            var resolution = Resolution()
            for conjunct in page.conjuncts(noun) { resolution.formUnion(single(conjunct, depth: 3)) }
            return resolution
        default: return .open
        }
    }

    private func dyadAsActors(_ token: Int) -> Resolution {
        guard let codes = dyad(before: token) else { return .open }
        return Resolution(actors: codes.map { page.stateActor($0, text: page.word(token)) }, isPublic: true)
    }

    /// The person a pronoun speaks of: the only one in reach, or the only subject among them.
    private func person(before token: Int, gender: String, text: String) -> Resolution {
        let sentence = page.sentence(token)
        let quotation = page.quotation(around: token)
        // Inside a quotation "he" is somebody the speaker speaks of, not the speaker: only names within it count.
        for reach in 0...2 {
            let near = persons.filter { entry in
                entry.token < token && page.sentence(entry.token) == sentence - reach && (entry.gender == nil || entry.gender == gender)
                    && !sharesClause(entry.token, token)
                    && (quotation == nil || quotation!.tokens.contains(entry.token))
            }
            guard !near.isEmpty else { continue }
            let subjects = near.filter { [.nsubj].contains(page.universal($0.token)) }
            let names = Set((subjects.isEmpty ? near : subjects).map(\.actor.name))
            guard names.count == 1, var actor = (subjects.isEmpty ? near : subjects).last?.actor else { return .open }
            actor.text = text
            return Resolution(actors: [actor], isPublic: true)
        }
        return .open
    }

    /// "Putin gifted him a car": a pronoun in the same clause is somebody else, unless it is possessive.
    private func sharesClause(_ person: Int, _ pronoun: Int) -> Bool {
        guard page.relation(pronoun) != .nmodPoss, let a = page.head(person), let b = page.head(pronoun) else { return false }
        return a == b
    }

    private mutating func plural(before token: Int, text: String) -> Resolution {
        let sentence = page.sentence(token)
        for reach in 0...1 {
            let range = page.analysis.sentences[max(0, sentence - reach)].tokens
            if reach > 0, sentence - reach < 0 { break }
            var found: [Resolution] = []
            for candidate in range where candidate < token && page.universal(candidate) == .nsubj && page.tokens[candidate].upos != .pron {
                let isPlural = page.child(candidate, .conj) != nil || page.tokens[candidate].xpos == .nns
                guard isPlural else { continue }
                let resolution = resolve(candidate)
                if resolution.isPublic { found.append(resolution) }
            }
            if let last = found.last, found.allSatisfy({ $0.actors.map(\.name) == last.actors.map(\.name) }) {
                return Resolution(
                    actors: last.actors.map {
                        var actor = $0; actor.text = text; return actor
                    }, isPublic: true)
            }
            if !found.isEmpty { return .open }
        }
        return .open
    }

    /// The state or organisation that "it" speaks of: the only one in reach, or the only subject among them.
    private mutating func state(before token: Int, text: String) -> Resolution {
        let sentence = page.sentence(token)
        for reach in 0...1 where sentence - reach >= 0 {
            let range = page.analysis.sentences[sentence - reach].tokens
            let near = page.mentions.names.filter { mention in
                range.contains(mention.top) && mention.top < token
                    && mention.candidates.contains { ($0.isState && !$0.isAdjective && !$0.isInhabitant) || $0.isOrganisation }
            }
            guard !near.isEmpty else { continue }
            let subjects = near.filter { page.universal($0.top) == .nsubj && page.head($0.top) != page.head(token) }
            let pool = subjects.isEmpty ? near : subjects
            var resolution = Resolution()
            for mention in pool { if let one = named(mention, at: mention.top) { resolution.formUnion(one) } }
            guard resolution.actors.count == 1, var actor = resolution.actors.first else { return .open }
            actor.text = text
            return Resolution(actors: [actor], isPublic: resolution.isPublic)
        }
        return .open
    }

    /// Offices that one person holds at a time; "the American minister" may be any.
    private static let single: Set<String> = [
        "head-of-state", "monarch", "supreme-leader", "head-of-government", "foreign-minister", "defence-minister", "interior-minister",
        "finance-minister", "secretary-general", "commission-president", "council-president", "heir",
    ]
    /// One person of these is private; many are a crowd.
    private static let privateSectors: Set<String> = ["CVL", "ELI", "MED", "EDU", "JRN", "BUS", "LAB", "AGR", "REL"]
    private static let bodies: Set<String> = [
        "crowd", "union", "community", "population", "group", "movement", "public", "church", "congregation", "coalition", "assembly",
    ]
    private static let measures: Set<String> = [
        "thousand", "hundred", "dozen", "ten", "million", "group", "number", "crowd", "member", "one", "some", "many", "most", "several",
        "lot", "majority", "score", "handful",
        "part", "people", "contingent", "unit", "column", "all", "each", "both", "none",
    ]
    private static let stateWords: Set<String> = [
        "country", "nation", "state", "side", "party", "government", "neighbour", "neighbor", "ally", "power", "capital", "foe", "rival",
    ]
    private static let leaderWords: Set<String> = ["leader", "president", "autocrat", "head", "man", "dictator", "premier", "minister"]
}
