import CasusCore
import Language
import WhosWho

/// Bodies by their short forms: "the party", "the Commission", and by names that the tables do not hold.
extension Referents {
    /// Words for a party or an armed group, and the sectors of those whom they can take up.
    static let sectorsOfShortForms: [String: Set<String>] = [
        "party": ["PTY"], "group": ["REB", "UAF", "SEP", "PRM"], "movement": ["REB", "UAF", "SEP", "PTY"],
        "militia": ["REB", "UAF", "PRM", "SEP"], "militant": ["REB", "UAF"],
    ]

    /// Words for a union of states, and the class of those that they can take up.
    static let kindsOfShortForms = ["bloc": "bloc name", "alliance": "alliance name"]

    /// "The party" behind "the Democratic Party", "the group" behind "Hamas": the only one of the kind that the text has named, and near.
    func sideEcho(_ token: Int, _ lemma: String, _ sectors: Set<String>) -> Resolution? {
        let sentence = page.sentence(token)
        let kind = Self.kindsOfShortForms[lemma]
        var found: Resolution?
        var near = false
        for mention in page.mentions.names {
            guard mention.top < token else { break }
            guard let candidate = mention.candidates.first(where: \.isOrganisation), let known = page.who.organisation(candidate.id),
                kind.map({ page.lexicon.isOfClass(known.name.inLowerCase, $0) }) ?? sectors.contains(known.sector),
                let named = named(mention, at: mention.top), named.actors.count == 1
            else { continue }
            if let other = found, other.actors[0].name != named.actors[0].name { return nil }
            found = named
            near = page.sentence(mention.top) >= sentence - 3
        }
        guard near, let found, let whole = found.actors.first else { return nil }
        page.trace?.name(token, "the only \(lemma) that the text has named: \(whole.name)")
        var actor = whole
        actor.text = page.string(page.phrase(token))
        return Resolution(actors: [actor], isPublic: found.isPublic)
    }

    /// "The Commission" in a text that names the European Union: the organ of an organisation named before, by the end of its name.
    func organ(_ token: Int, _ lemma: String) -> Resolution? {
        guard page.word(token).first?.isUppercase ?? false else { return nil }
        var found: Set<String> = []
        var seen: Set<String> = []
        for mention in page.mentions.names {
            guard mention.top < token else { break }
            guard let id = mention.candidates.first(where: \.isOrganisation)?.id, seen.insert(id).inserted,
                let whole = page.who.organisation(id), (whole.state ?? "").isEmpty
            else { continue }
            let parent = whole.parent.flatMap { page.who.organisation($0) } ?? whole
            for front in [parent.name, parent.name.split(separator: " ").first.map(String.init) ?? "", parent.code] {
                for candidate in page.who.candidates(typed: front + " " + page.word(token)) where candidate.isOrganisation {
                    if page.who.organisation(candidate.id)?.parent == parent.code { found.insert(candidate.id) }
                }
            }
        }
        guard found.count == 1, let id = found.first, let organ = page.who.organisation(id), let parent = organ.parent else { return nil }
        let text = page.string(page.phrase(token))
        return Resolution(
            actors: [Actor(code: parent, sector: organ.sector.isEmpty ? nil : organ.sector, name: organ.name, text: text)], isPublic: true)
    }

    /// "The National Salvation Front", "the Movement for Reform": a body whose name the tables do not hold.
    func unknownBody(_ token: Int, text: String) -> Resolution? {
        guard page.word(token).first?.isUppercase ?? false, page.belongs(token, to: "body"),
            page.sentenceTokens(token).lowerBound < token,
            page.all(token).contains(where: {
                [.amod, .compound].contains(page.universal($0)) && page.word($0).first?.isUppercase ?? false
            })
        else { return nil }
        page.trace?.name(token, "a body whose name is not known")
        return Resolution(actors: [Actor(code: nil, name: text, text: text)], isPublic: true)
    }
}
