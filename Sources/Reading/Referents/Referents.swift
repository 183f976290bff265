import CasusCore
import Language
import WhosWho

/// Works out who the noun phrases of a document speak of, from names, titles, and what was said before.
///
/// It never guesses: a phrase that more than one can be meant by stays open.
struct Referents {
    var page: Page
    /// Persons whom the document itself introduces with a title: by surname.
    var introduced: [String: Actor] = [:]
    /// The state each mention speaks of, in the order of the text, for "both countries" and "the kingdom".
    var states: [(token: Int, code: String)] = []
    /// The persons in the order of the text.
    var persons: [(token: Int, actor: Actor, gender: String?)] = []
    var countOfState: [String: Int] = [:]
    var cache: [Int: Resolution] = [:]
    /// The states that the document names, for surnames in a text without a date.
    var statesNamed: Set<String> = []
    /// Persons whom the document names in full somewhere.
    var namedInFull: Set<String> = []
    /// Surnames of persons named in full whom the tables do not hold.
    var strangers: Set<String> = []

    /// The state in which the text is at home, and the one of its dateline.
    var home: String?
    var dateline: String?
    var sections: [(start: Int, code: String?)] = []

    init(page: Page) {
        self.page = page
        if page.document.published == nil { statesNamed = Self.statesNamed(on: page) }
        for mention in page.mentions.names where mention.tokens.count > 1 {
            let named = Set(mention.candidates.filter(\.isPerson).map(\.id))
            if named.count == 1 { namedInFull.formUnion(named) }
        }
        for mention in page.mentions.names {
            guard let code = stateCode(of: mention) else { continue }
            states.append((mention.top, code))
            countOfState[code, default: 0] += 1
        }
        let finder = HomeState(page: page, counts: countOfState)
        dateline = finder.ofDateline
        sections = finder.sections()
        home = finder.find(dateline, statesOfBareTitles())
        strangers = strangersNames()
        introduce()
        for token in page.tokens.indices where page.tokens[token].upos == .propn {
            if let person = person(at: token) {
                persons.append((token, person.actor, person.gender))
            } else if isUnknownPerson(token) {
                // Somebody we do not know may be whom "he" means, so he stands in the way of those we know.
                let name = page.string(page.phrase(token))
                persons.append((token, Actor(code: nil, name: name, text: name), courtesyGender(token)))
            }
        }
    }

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
        if page.tokens[token].upos == .pron || page.tokens[token].upos == .det, page.mentions[token] == nil { return pronoun(token) }
        if let person = person(at: token) { return Resolution(actors: [person.actor], isPublic: true) }
        if let mention = page.mentions[token], let named = named(mention, at: token) { return named }
        if let half = half(token) { return half }
        var found = described(token, depth: depth)
        // "The charity's head, Simon Wright": nobody known, but with a name of his own.
        if found.actors.count == 1, found.actors[0].code == nil, let name = ownName(of: token) { found.actors[0].name = name }
        return found
    }

    /// The name of a person, of two words or more, without the titles in front of it.
    func bareName(_ token: Int) -> String? {
        guard page.tokens[token].upos == .propn,
            let last = page.children(token, .flat).last(where: { $0 > token && page.tokens[$0].upos == .propn })
        else { return nil }
        return page.string(token..<last + 1)
    }

    /// The name of a person, of two words or more, that stands behind what he is.
    func ownName(of token: Int) -> String? {
        for child in page.all(token) where child > token && [.appos, .flat].contains(page.universal(child)) {
            guard page.tokens[child].upos == .propn, page.mentions[child]?.candidates.allSatisfy(\.isPerson) ?? true,
                let last = page.children(child, .flat).last(where: { page.tokens[$0].upos == .propn })
            else { continue }
            return page.string(child..<last + 1)
        }
        return nil
    }
}
