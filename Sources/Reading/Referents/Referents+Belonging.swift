import CasusCore
import Language
import WhosWho

/// Offices and bodies that take their side from the one whose they are, or from the place that they govern.
extension Referents {
    /// "Mr Abbas's office", "a spokesman for the president", "soldiers from the KLA", "forces loyal to Mr Haftar": those to whom somebody
    /// belongs, where they are known and act in public.
    ///
    /// - Parameter office: of a title, a word of offices.csv or empty; nil for a group.
    mutating func whose(_ token: Int, office: String? = nil, depth: Int) -> [Actor]? {
        guard let owner = owner(of: token, office: office),
            !page.lexicon.isOfClass(page.lemma(token).inLowerCase, "estranged") || page.tokens[owner].upos == .pron
                // "supporters of Evo Morales" are of his state, those of Israel need not be.
                || page.lemma(token).inLowerCase == "supporter" && person(at: owner) != nil
        else { return nil }
        var found = Resolution()
        for one in page.conjuncts(owner) { found.formUnion(single(one, depth: depth + 1)) }
        guard !found.isOpen, found.actors.allSatisfy({ $0.code != nil }) else { return nil }
        // The office of a private person is none; a family is of the state of its members.
        if office != nil, !found.isPublic || found.actors.contains(where: { $0.sector == "CVL" }) { return nil }
        page.trace?.name(
            token, "of \(found.actors.compactMap(\.code).joined(separator: " and ")), whose it is", through: owner)
        return found.actors
    }

    /// The noun that somebody belongs to.
    private func owner(of token: Int, office: String?) -> Int? {
        if let possessor = page.exactChild(token, .nmodPoss) { return possessor }
        for child in page.all(token) {
            switch page.universal(child) {
            case .nmod:
                switch page.marker(child) {
                case "of": return child
                // An envoy for Syria is another's, a charity for Syrians too; a spokesman for Syria is its own.
                case "for" where office == "spokesperson": return child
                case "for" where office == nil && isNamed(child, \.isOrganisation): return child
                case "for" where office != nil && !isNamed(child, \.isState): return child
                case "from" where office == nil && isNamed(child, \.isOrganisation): return child
                default: continue
                }
            case .amod, .acl:
                guard page.lemma(child) == "loyal" else { continue }
                return page.all(child).first { $0 > child && page.isNominal($0) }
            default: continue
            }
        }
        return nil
    }

    private func isNamed(_ token: Int, _ kind: KeyPath<Candidate, Bool>) -> Bool {
        page.mentions[token]?.candidates.contains { $0[keyPath: kind] } ?? false
    }

    /// "Kremlin critics", "opponents of Israel": of no state by the name beside them, unless it is an adjective ("Russian critics").
    func ownStates(_ token: Int) -> [String] {
        page.all(token).compactMap { child in
            guard page.universal(child) == .amod, let mention = page.mentions[child] else { return nil }
            return only(mention.candidates.filter(\.isAdjective).map(\.id))
        }
    }

    /// "Some European countries", "Arab states", "many governments": states of which the words name none.
    func nameless(_ token: Int, _ lemma: String, text: String) -> Resolution? {
        guard ["country", "nation", "state", "power", "government"].contains(lemma) else { return nil }
        let children = page.all(token)
        let isOfRegion = children.contains { child in
            [.amod, .compound].contains(page.universal(child))
                && page.mentions[child]?.candidates.contains { $0.isRegion && ($0.state ?? "").isEmpty } ?? false
        }
        // "The countries", "both countries" are some that the text has named.
        let isKnown = children.contains {
            ["the", "these", "those", "both", "two", "three", "its", "their", "other"].contains(page.lower($0))
        }
        guard isOfRegion || (!isKnown && children.contains { [.amod, .det, .nummod].contains(page.universal($0)) }) else {
            return nil
        }
        page.trace?.name(token, "states of which none is named")
        return Resolution(actors: [Actor(code: nil, sector: "GOV", name: text, text: text)], isPublic: true)
    }

    /// Somebody of another's side, with a sector of his own unless the side is no state.
    func ofSide(_ side: Actor, sector: String, name: String, text: String) -> Actor {
        guard let code = side.code else { return Actor(code: nil, sector: sector, name: name, text: text) }
        if page.who.state(code) != nil { return page.stateActor(code, sector: sector, name: name, text: text) }
        return Actor(code: code, sector: side.sector ?? sector, name: name, cow: side.cow, gw: side.gw, text: text)
    }

    /// "The Uttar Pradesh government", "the mayor of Lyon", "the premier of Canada's Alberta province": the state in which the place lies
    /// that an office or assembly governs. A court or police of a city, and soldiers of a region, are no organs of the state by that alone.
    func stateOfArea(_ token: Int, sector: String) -> String? {
        guard sector == "GOV" || sector == "LEG" else { return nil }
        for child in page.all(token) {
            switch page.universal(child) {
            case .compound, .amod, .flat: break
            case .nmod where page.relation(child) == .nmodPoss || page.marker(child) == "of": break
            default: continue
            }
            if let mention = page.mentions[child] {
                guard !mention.candidates.contains(where: { $0.isState || $0.isPerson || $0.isOrganisation }) else { continue }
                let codes = Set(mention.candidates.filter { Self.isGoverned($0) }.compactMap(\.state).filter { !$0.isEmpty })
                if codes.count == 1, let code = codes.first, page.who.state(code) != nil { return code }
            } else if page.universal(child) == .nmod, Self.areas.contains(page.lemma(child).inLowerCase) {
                if let code = stateModifying(child) ?? stateOfArea(child, sector: sector) { return code }
            }
        }
        return nil
    }

    private static func isGoverned(_ place: Candidate) -> Bool {
        ["city", "region", "us-state", "island"].contains { place.kind == .place($0) }
    }

    /// "Russia-backed rebels", "Iran-allied fighters", "the Israeli-occupied heights": what another upholds, holds or made is not its own. What
    /// it leads is.
    func isUpheld(_ modifier: Int) -> Bool {
        let isJoined = modifier > 0 && page.word(modifier - 1) == "-"
        return (isJoined || page.tokens[modifier].xpos == .vbn) && !["lead", "run"].contains(page.lemma(modifier))
    }

    /// "A Paris-based court", "the court in The Hague": where a court of nations sits is not whose it is.
    func isSeated(_ modifier: Int, _ token: Int) -> Bool {
        page.lemma(modifier) == "base" && page.who.group(page.lemma(token).inLowerCase)?.sector == "JUD"
    }

    /// Whether who holds a title acts for the public by that alone, of whatever state he is: "a senator", not "the president of the club".
    mutating func isPublicOffice(_ token: Int, _ title: Title) -> Bool {
        guard !title.office.isEmpty, ["GOV", "LEG", "JUD", "REB"].contains(title.sector) || title.office == "military-chief" else {
            return false
        }
        let rest = restOfTitle(token)
        for child in page.all(token) where child != rest && page.tokens[child].upos == .noun {
            switch page.universal(child) {
            case .compound where page.who.title(page.lower(child) + " " + page.lower(token)) == nil: return false
            case .nmod where !Self.areas.contains(page.lemma(child).inLowerCase) && page.relation(child) != .nmodDesc:
                guard single(child, depth: 3).isPublic else { return false }
            default: continue
            }
        }
        return true
    }

    /// Nouns for what a local government governs.
    private static let areas: Set<String> = [
        "province", "state", "region", "city", "town", "county", "district", "territory", "municipality", "prefecture", "canton",
    ]

    /// Bodies by which a part of a state is governed. A committee may only look into what happened in a place.
    static let localBodies: Set<String> = [
        "government", "administration", "authority", "council", "assembly", "parliament", "legislature", "senate", "cabinet", "department",
        "municipality", "province",
    ]

    /// Offices that towns, provinces and states of a federation have too.
    static let localOffices: Set<String> = [
        "governor", "mayor", "legislator", "minister", "head-of-government", "speaker", "deputy-head", "official",
    ]
}
