import CasusCore
import Language
import WhosWho

/// Short forms that take up what the text has named before in full: "the two sides", "the council", "the police", and "it" from sentence to
/// sentence.
extension Referents {
    /// "The two sides" of a text in which two states, and no others, have been named side by side.
    func onlyPair(before token: Int) -> [String]? {
        var pair: [String]?
        for mention in page.mentions.names {
            guard mention.top < token else { break }
            let partners = page.children(mention.top, .conj)
            guard partners.count == 1, partners[0] < token, page.universal(mention.top) != .conj, let first = stateCode(of: mention),
                let other = page.mentions[partners[0]].flatMap({ stateCode(of: $0) }) ?? stateOf(partners[0]), first != other
            else { continue }
            if let known = pair, Set(known) != [first, other] { return nil }
            pair = pair ?? [first, other]
        }
        return pair
    }

    /// "The council" behind "the Security Council": the only organisation named before whose name ends in the word.
    func organisationEcho(_ token: Int, _ lemma: String) -> Resolution? {
        guard page.tokens[token].xpos == .nn || page.tokens[token].xpos == .nnp,
            page.children(token, .det).contains(where: { page.lower($0) == "the" }),
            !page.all(token).contains(where: { [.amod, .compound, .nmod, .flat].contains(page.universal($0)) })
        else { return nil }
        if let sectors = Self.sectorsOfShortForms[lemma] { return sideEcho(token, lemma, sectors) }
        if Self.kindsOfShortForms[lemma] != nil, let side = sideEcho(token, lemma, []) { return side }
        guard Self.endings.contains(lemma) else { return nil }
        var found: Resolution?
        for mention in page.mentions.names where mention.top < token && mention.tokens.count > 1 {
            guard page.lower(mention.tokens.upperBound - 1) == lemma, mention.candidates.contains(where: \.isOrganisation),
                let named = named(mention, at: mention.top), named.actors.count == 1
            else { continue }
            if let known = found, known.actors[0].code != named.actors[0].code { return nil }
            found = named
        }
        guard let found = found ?? organ(token, lemma), let whole = found.actors.first else { return nil }
        page.trace?.name(token, "the only organisation named before whose name ends so: \(whole.name)")
        var actor = whole
        actor.text = page.string(page.phrase(token))
        return Resolution(actors: [actor], isPublic: found.isPublic)
    }

    /// "The council adopted a resolution which imposes a ban": what a resolution lays down, the body lays down that adopted it.
    mutating func bodyOfResolution(_ token: Int) -> Resolution? {
        var body: Int?
        if let verb = page.head(token), page.isVerbal(verb), page.object(verb) == token,
            ["adopt", "pass", "approve"].contains(page.lemma(verb))
        {
            body = page.subject(verb)
        }
        guard let body = body ?? page.exactChild(token, .nmodPoss), body != token else { return nil }
        let whole = single(body, depth: 3)
        guard whole.actors.count == 1, let actor = whole.actors.first, actor.code != nil, page.who.state(actor.code ?? "") == nil else {
            return nil
        }
        page.trace?.name(token, "of the body that adopted it: \(actor.name)", through: body)
        return whole
    }

    private static let endings: Set<String> = [
        "council", "commission", "union", "league", "court", "tribunal", "alliance", "assembly", "organisation", "organization", "agency",
        "fund", "bank", "bloc", "community",
    ]

    /// "The police" behind "Haitian policemen": forces without a state are of the state whose forces of the kind the text has just named.
    func stateOfSameForce(_ token: Int, _ group: Group) -> String? {
        guard ["COP", "MIL"].contains(group.sector), !page.belongs(token, to: "regime"),
            page.children(token, .det).contains(where: { page.lower($0) == "the" })
        else {
            return nil
        }
        let sentence = page.sentence(token)
        let start = page.analysis.sentences[max(0, sentence - 2)].tokens.lowerBound
        var codes: Set<String> = []
        for noun in start..<token
        where page.tokens[noun].upos == .noun && page.who.group(page.lemma(noun).inLowerCase)?.sector == group.sector {
            codes.formUnion(statesModifying(noun))
        }
        return codes.count == 1 ? codes.first : nil
    }

    /// "The junta" behind "the junta in Bamako", "the ministry" behind "the Danish ministry": a body in the singular is of the state of all those
    /// that the text has named by the same word.
    func stateOfSameNoun(_ token: Int, _ lemma: String) -> String? {
        guard page.tokens[token].xpos == .nn, page.children(token, .det).contains(where: { page.lower($0) == "the" }),
            !page.all(token).contains(where: { [.amod, .compound, .nmod, .flat, .acl, .appos].contains(page.universal($0)) })
        else { return nil }
        var codes: Set<String> = []
        // What was named many pages before is not taken up.
        for noun in max(0, token - 3000)..<token where page.tokens[noun].upos == .noun && page.lemma(noun).inLowerCase == lemma {
            codes.formUnion(statesModifying(noun))
            if let group = page.who.group(lemma), let code = stateOfPlace(noun, sector: group.sector) { codes.insert(code) }
        }
        return codes.count == 1 ? codes.first : nil
    }

    /// "In Tripoli the deputy foreign minister said": who holds an office of state, and of which is not said, is of the state in whose capital
    /// the sentence is set.
    func stateOfScene(_ token: Int, _ title: Title) -> String? {
        guard title.sector == "GOV", !title.office.isEmpty, page.children(token, .det).allSatisfy({ page.lower($0) == "the" }) else {
            return nil
        }
        let opener = page.sentenceTokens(token).lowerBound
        guard page.lower(opener) == "in", opener + 1 < token, let mention = page.mentions[opener + 1],
            mention.tokens.lowerBound == opener + 1, mention.tokens.upperBound >= token - 4
        else { return nil }
        let codes = Set(mention.candidates.filter(\.isCapital).map(\.id))
        return codes.count == 1 ? codes.first : nil
    }

    /// "The generals" behind "General Juan Diaz", "the admiral" behind "Admiral Ana Cruz": those of the rank whom the text has named, where
    /// they are of one state.
    func bearers(of token: Int, lemma: String, isPlural: Bool) -> Resolution? {
        guard page.lexicon.isOfClass(lemma, "officer"), page.children(token, .det).contains(where: { page.lower($0) == "the" }),
            !page.all(token).contains(where: { [.amod, .compound, .nmod, .flat, .appos].contains(page.universal($0)) })
        else { return nil }
        let named = persons.filter { entry in
            entry.token < token && page.exactChild(entry.token, .nmodDesc).map { page.lemma($0).inLowerCase == lemma } ?? false
        }
        let names = Set(named.map { Self.nameOfPerson($0.actor) })
        guard let code = only(named.compactMap(\.actor.code)), named.allSatisfy({ $0.actor.code != nil }) else { return nil }
        let text = page.string(page.phrase(token))
        if isPlural {
            page.trace?.name(token, "of \(code), of which the text has named such officers")
            return Resolution(actors: [page.stateActor(code, sector: "MIL", name: text, text: text)], isPublic: true)
        }
        guard names.count == 1, var actor = named.last?.actor else { return nil }
        page.trace?.name(token, "the only one of the rank whom the text has named: \(actor.name)", through: named.last?.token)
        actor.text = text
        return Resolution(actors: [actor], isPublic: true)
    }

    /// The subject of a sentence's own clause, not of one beside or below it.
    func ownSubject(of sentence: Int) -> Int? { page.child(page.analysis.root(of: sentence), .nsubj) }

    /// "Ankara held Sweden back, while Finland joined. It accused ...": as the subject of its sentence "it" takes up the subject of the sentence
    /// before, itself a name or an "it".
    mutating func stateBySubject(_ token: Int, text: String) -> Resolution? {
        if let told = subjectOfSpeech(token, text: text) { return told }
        let sentence = page.sentence(token)
        guard sentence > 0, ownSubject(of: sentence) == token, page.analysis.sentences[sentence - 1].kind != .dateline,
            let before = ownSubject(of: sentence - 1)
        else { return nil }
        let found: Resolution
        if page.lower(before) == "it", page.tokens[before].upos == .pron, page.child(page.head(before) ?? before, .cop) == nil {
            found = resolve(before)
        } else if let mention = page.mentions[before], page.child(before, .conj) == nil,
            mention.candidates.contains(where: { ($0.isState && !$0.isAdjective && !$0.isInhabitant) || $0.isOrganisation }),
            let named = named(mention, at: before)
        {
            found = named
        } else {
            return nil
        }
        guard found.actors.count == 1, var actor = found.actors.first, actor.code != nil else { return nil }
        page.trace?.name(token, "the subject of the sentence before: \(actor.name)", through: before)
        actor.text = text
        return Resolution(actors: [actor], isPublic: found.isPublic)
    }

    /// "Ankara will respond if Athens attacks, its premier said": whose speaker stands behind his words is the one they speak of.
    private mutating func subjectOfSpeech(_ token: Int, text: String) -> Resolution? {
        guard page.relation(token) == .nmodPoss, let speaker = page.head(token), page.universal(speaker) == .nsubj,
            let cue = page.head(speaker), page.isVerbal(cue), let clause = page.child(cue, .ccomp), clause < speaker,
            let subject = page.child(clause, .nsubj), subject < token, let mention = page.mentions[subject],
            mention.candidates.contains(where: { ($0.isState && !$0.isAdjective && !$0.isInhabitant) || $0.isOrganisation }),
            let named = named(mention, at: subject), named.actors.count == 1, var actor = named.actors.first
        else { return nil }
        page.trace?.name(token, "the subject of what is said: \(actor.name)", through: subject)
        actor.text = text
        return Resolution(actors: [actor], isPublic: named.isPublic)
    }

    /// "Mr Banda demands that the rebels' leader surrender. No truce will be offered, he adds.": who spoke in the sentence before speaks on.
    func sameSpeaker(_ token: Int, gender: String, text: String) -> Resolution? {
        let sentence = page.sentence(token)
        guard sentence > 0, let verb = page.head(token), page.universal(token) == .nsubj, isSpeech(verb),
            page.quotation(around: token) == nil,
            let before = ownSubject(of: sentence - 1), isSpeech(page.analysis.root(of: sentence - 1)),
            let last = persons.last(where: { $0.token == before }), last.gender == nil || last.gender == gender,
            !persons.contains(where: {
                $0.token < token && page.sentence($0.token) == sentence && ($0.gender == nil || $0.gender == gender)
            })
        else { return nil }
        page.trace?.name(token, "who spoke in the sentence before: \(last.actor.name)", through: before)
        var actor = last.actor
        actor.text = text
        return Resolution(actors: [actor], isPublic: true)
    }

    /// "He declined. He hopes to return.": a pronoun as the subject of its sentence takes up the pronoun that is the subject of the one before.
    func sameSubject(_ token: Int, gender: String, text: String) -> Resolution? {
        let sentence = page.sentence(token)
        guard sentence > 0, ownSubject(of: sentence) == token, page.quotation(around: token) == nil,
            let before = ownSubject(of: sentence - 1),
            page.tokens[before].upos == .pron, page.lower(before) == (gender == "male" ? "he" : "she"),
            page.quotation(around: before) == nil
        else { return nil }
        let found = person(before: before, gender: gender, text: text)
        guard found.actors.count == 1, let actor = found.actors.first else { return nil }
        page.trace?.name(token, "the subject of the sentence before: \(actor.name)", through: before)
        return found
    }

    private func isSpeech(_ verb: Int) -> Bool { page.isVerbal(verb) && page.lexicon.cues[.verb, page.lemma(verb)] != nil }

    /// "The Taliban said they would free him": an organisation that speaks of itself.
    mutating func organisationSpeaking(of token: Int, text: String) -> Resolution? {
        guard page.universal(token) == .nsubj, let clause = page.head(token), page.universal(clause) == .ccomp,
            let verb = page.head(clause),
            let speaker = page.subject(verb), speaker < token, page.lexicon.cues[.verb, page.lemma(verb)] != nil,
            page.mentions[speaker]?.candidates.contains(where: \.isOrganisation) ?? false
        else { return nil }
        let resolution = resolve(speaker)
        guard resolution.isPublic else { return nil }
        page.trace?.name(token, "those who say it", through: speaker)
        return Resolution(
            actors: resolution.actors.map {
                var actor = $0; actor.text = text; return actor
            }, isPublic: true)
    }
}
