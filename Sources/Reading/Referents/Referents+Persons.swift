import CasusCore
import Language
import WhosWho

/// Persons, by name and by the titles the document gives them.
extension Referents {
    /// Persons whom the tables do not hold, with the title that the document gives them.
    mutating func introduce() {
        for token in page.tokens.indices where page.tokens[token].upos == .propn && page.universal(token) != .flat {
            guard page.mentions[token] == nil else { continue }
            let parts = page.children(token, .flat).filter { $0 > token && page.tokens[$0].upos == .propn }
            let before = page.exactChild(token, .nmodDesc)
            // "President Herrera" has a title in front, "Ana Gomes, a minister" a name of two words.
            guard let last = parts.last ?? before.map({ _ in token }) else { continue }
            let title = before ?? page.children(token, .compound).last { page.who.title(page.lower($0)) != nil }
            // "the deputy minister, Ana Gomes,": the title may stand above the name.
            let above = page.universal(token) == .appos ? page.head(token) : nil
            guard introduced[page.word(last)] == nil else { continue }
            let name = page.string(token..<(last + 1))
            // "Danish Navy spokesman Rear Admiral Ana Gomes": of two titles one may say whose they are.
            var found: (actor: Actor, at: Int)?
            for at in [title, page.child(token, .appos), above].compactMap(\.self) where found?.actor.code == nil {
                guard let office = titleOf(at) ?? leading(at), let actor = introduced(as: office, at: at, token, name: name) else {
                    continue
                }
                if found == nil || actor.code != nil { found = (actor, at) }
            }
            guard let (actor, at) = found else { continue }
            introduced[page.word(last)] = actor
            let side = actor.code.map { "of \($0)" } ?? "of a state that is not named"
            page.trace?.name(token, "introduced by the title “\(page.string(page.phrase(at)))” \(side)", from: page.titleRow(at))
        }
    }

    /// The side of a person is that of his title: the state beside it, the organisation, or the state of the place that he governs. Who holds
    /// a public office is somebody even where none is named.
    private mutating func introduced(as office: Title, at title: Int, _ token: Int, name: String) -> Actor? {
        if let code = stateModifying(title) ?? stateModifying(token) {
            return page.stateActor(code, sector: office.sector, name: name, text: name)
        }
        if let side = organisationModifying(title) ?? organisationModifying(token) {
            return ofSide(side, sector: office.sector, name: name, text: name)
        }
        if Self.localOffices.contains(office.office),
            let code = stateOfArea(title, sector: office.sector) ?? stateOfArea(token, sector: office.sector)
        {
            return page.stateActor(code, sector: office.sector, name: name, text: name)
        }
        if let side = whose(title, office: office.office, depth: 1)?.first {
            return ofSide(side, sector: office.sector, name: name, text: name)
        }
        if let side = sideOfTitle(named: title) { return ofSide(side, sector: office.sector, name: name, text: name) }
        if let code = stateOfScene(title, office) ?? stateOfOffice(title, office)
            ?? stateOfLocality(title, office: office.office)
        {
            return page.stateActor(code, sector: office.sector, name: name, text: name)
        }
        return isPublicOffice(title, office) ? Actor(code: nil, sector: office.sector, name: name, text: name) : nil
    }

    /// "the head of the Danish delegation, Ana Gomes": who leads a body that is known is of its side.
    private mutating func leading(_ token: Int) -> Title? {
        guard page.belongs(token, to: "leading"), let side = whose(token, office: "", depth: 1)?.first else { return nil }
        return Title(office: "", sector: side.sector ?? "GOV")
    }

    struct Named {
        var actor: Actor
        var gender: String?
    }

    /// The person whom a proper noun names.
    func person(at token: Int) -> Named? {
        if page.universal(token) == .flat, let head = page.head(token), page.tokens[head].upos == .propn { return nil }
        let text = page.string(page.phrase(token))
        if let mention = page.mentions[token] {
            guard mention.tokens.contains(token), mention.top == token else { return nil }
            let people = mention.candidates.filter(\.isPerson)
            guard !people.isEmpty else { return nil }
            guard let chosen = choose(people, token) else {
                guard let code = sharedState(people, token) else { return nil }
                page.trace?.name(token, "all of that name who held the office were of \(code)")
                return Named(actor: page.stateActor(code, sector: "GOV", name: text, text: text), gender: nil)
            }
            if mention.candidates.contains(where: \.isState), page.exactChild(token, .nmodDesc) == nil { return nil }
            guard let person = page.who.person(chosen) else { return nil }
            traceName(token, of: person, people.first { $0.id == chosen })
            if let body = organisation(of: chosen, at: token) {
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
            page.trace?.name(token, "whom the document introduces as \(actor.name)")
            return Named(actor: actor, gender: nil)
        }
        return nil
    }

    /// The one person of several with the same name: named in full elsewhere in the document, or in office on its day.
    func choose(_ people: [Candidate], _ token: Int) -> String? {
        let ids = Set(people.map(\.id))
        let mention = page.mentions[token]
        if let mention, mention.tokens.count > 1, ids.count == 1 { return ids.first }
        let inFull = ids.intersection(namedInFull)
        if inFull.count == 1 { return inFull.first }
        if inFull.isEmpty, strangers.contains(page.word(token)) { return nil }
        // A surname alone: whoever holds an office on the day, if only one does.
        let day = page.document.published ?? Day(year: 2100, month: 1, day: 1)!
        let inOffice = (inFull.isEmpty ? ids : inFull).filter { !page.who.offices(of: $0, on: day).isEmpty }
        guard page.document.published == nil else { return inOffice.count == 1 ? inOffice.first : nil }
        return titledUndated(ids, token) ?? (inOffice.count == 1 ? inOffice.first : leaderUndated(ids, token))
    }

    /// The organisation that a person speaks for on the document's day, or by the title in a text without one: NATO for its
    /// secretary-general.
    func organisation(of person: String, at token: Int) -> Organisation? {
        let offices: [Office]
        if let day = page.document.published {
            offices = page.who.offices(of: person, on: day)
        } else {
            guard let office = officeInFront(token) else { return nil }
            offices = page.who.offices(of: person).filter { $0.office == office }
        }
        guard !offices.contains(where: { page.who.state($0.body) != nil }) else { return nil }
        return offices.lazy.compactMap { page.who.organisation($0.body) }.first { ($0.state ?? "").isEmpty }
    }

    func sector(of person: String) -> String {
        guard let day = page.document.published else { return "GOV" }
        return page.who.offices(of: person, on: day).isEmpty ? "ELI" : "GOV"
    }

    /// "Michael Mates", "Mr Straw": a name of a person that the tables do not hold.
    func isUnknownPerson(_ token: Int) -> Bool {
        guard page.mentions[token] == nil, page.universal(token) != .flat, page.universal(token) != .compound,
            page.relation(token) != .nmodDesc
        else { return false }
        return courtesy(token) != nil || page.children(token, .flat).contains { page.tokens[$0].upos == .propn }
    }

    /// "Mr" of "Mr Straw", in small letters and without a full stop, whichever of the two words the tree puts on top.
    private func courtesy(_ token: Int) -> String? {
        (([token] + page.children(token, .nmod)).lazy.map { page.lower($0).filter { $0 != "." } }).first {
            Self.courtesies[$0] != nil
        }
    }

    /// The gender that the word of courtesy before a name tells.
    func courtesyGender(_ token: Int) -> String? { courtesy(token).flatMap { Self.courtesies[$0] }.flatMap { $0.isEmpty ? nil : $0 } }

    private static let courtesies = [
        "mr": "male", "sir": "male", "lord": "male", "mrs": "female", "ms": "female", "lady": "female", "dame": "female",
        "baroness": "female",
        "dr": "",
    ]

    /// The surnames of those whom the text names in full and the tables do not hold: "Alan Johnson" keeps "Mr Johnson" from being another.
    func strangersNames() -> Set<String> {
        var names: Set<String> = []
        for token in page.tokens.indices where page.tokens[token].upos == .propn && page.mentions[token] == nil {
            guard let last = page.children(token, .flat).last, page.tokens[last].upos == .propn, page.mentions[last] == nil,
                page.who.title(page.lower(token)) == nil, Self.courtesies[page.lower(token).filter { $0 != "." }] == nil
            else { continue }
            names.insert(page.word(last))
        }
        return names
    }
}
