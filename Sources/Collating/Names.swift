import CasusCore

/// What a name is the name of.
enum Names {
    /// Whether an actor is a person with a name, not a state, an organisation, a ministry.
    static func isPerson(_ actor: Actor) -> Bool {
        if actor.sector == nil, actor.cow != nil { return false }
        let words = actor.name.split(separator: " ")
        if actor.sector == nil, words.count < 2 || actor.name == actor.code { return false }
        return words.allSatisfy { word in
            let plain = word.lowercased()
            if organs.contains(plain) { return false }
            return particles.contains(plain) || word.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
        }
    }

    /// Whether an actor is the government as a whole.
    static func isGovernment(_ actor: Actor) -> Bool {
        let words = Words.split(actor.name)
        return words.contains { ["government", "administration", "kremlin"].contains($0) } || actor.name == actor.code
    }

    /// Whether two folded names can be one person's: equal, or one the last word of the other.
    static func agree(_ a: String, _ b: String) -> Bool {
        a == b || a.hasSuffix(" " + b) || b.hasSuffix(" " + a)
    }

    private static let particles: Set<String> = [
        "de", "da", "dos", "do", "di", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "bint", "ould",
        "y", "e", "zu", "ten", "ter", "abu",
    ]

    private static let organs: Set<String> = [
        "ministry", "ministries", "minister", "ministers", "department", "government", "army", "armies", "forces", "force", "navy",
        "parliament", "court", "council", "commission", "union", "nations", "league", "organization", "organisation", "office", "house",
        "assembly", "senate", "congress", "agency", "committee", "delegation", "officials", "official", "police", "guard", "guards",
        "president", "presidents", "leader", "leaders", "bank", "party", "front", "movement", "group", "kremlin", "duma", "knesset",
        "rada", "pentagon", "states", "alliance", "community", "forum", "cabinet", "authority", "authorities", "bureau", "embassy",
        "administration", "leadership", "troops", "fleet", "secretary", "ambassador", "envoy", "premier", "chancellor", "king", "queen",
        "diplomats", "diplomat", "negotiators", "the", "a", "an", "its", "their", "secretariat", "ministerial", "foreign", "command",
    ]
}

/// The offices that people hold, learnt from the titles that stand before their names somewhere in the statements.
struct Offices: Sendable {
    private var held: [String: [String]] = [:]

    /// Takes note of a title: "US Secretary of State Antony Blinken".
    mutating func learn(_ actor: Actor) {
        guard actor.sector != nil || actor.cow == nil, actor.text != actor.name, Names.isPerson(actor) else { return }
        let titles = Offices.titles(in: actor.text)
        if titles.isEmpty { return }
        let key = Offices.key(actor)
        for title in titles where !(held[key]?.contains(title) ?? false) { held[key, default: []].append(title) }
    }

    /// What an actor is known to be.
    func of(_ actor: Actor) -> [String] {
        if actor.sector == nil, actor.cow != nil { return [] }
        if Names.isPerson(actor) { return held[Offices.key(actor)] ?? [] }
        let own = Offices.titles(in: actor.name)
        return own.isEmpty ? Offices.titles(in: actor.text) : own
    }

    private static func key(_ actor: Actor) -> String { (actor.code ?? "") + "|" + Words.fold(actor.name) }

    /// The offices that words name: "foreign" for a foreign minister or ministry, "president", "government" for its head.
    static func titles(in text: String) -> [String] {
        let words = Words.split(text)
        var titles: [String] = []
        for (index, word) in words.enumerated() {
            let before = index > 0 ? words[index - 1] : ""
            let after = index + 1 < words.count ? words[index + 1] : ""
            let title: String?
            switch word {
            case "president", "presidents": title = "president"
            case "premier", "chancellor", "premiers": title = "government"
            case "king", "queen", "emperor", "emir", "sultan", "ambassador", "envoy", "speaker", "pope": title = word
            case "minister", "ministers", "ministry", "ministries", "secretary", "secretaries", "department", "chief", "chiefs":
                title = branches[before] ?? (before == "prime" ? "government" : after == "of" ? branch(after: index + 1, words) : nil)
            default: title = nil
            }
            guard let title else { continue }
            let isDeputy = words[..<index].suffix(2).contains { $0 == "deputy" || $0 == "vice" }
            titles.append(isDeputy ? "deputy " + title : title)
        }
        return titles
    }

    private static func branch(after index: Int, _ words: [String]) -> String? {
        words.dropFirst(index + 1).prefix(2).lazy.compactMap { branches[$0] }.first
    }

    private static let branches = [
        "foreign": "foreign", "state": "foreign", "defence": "defence", "defense": "defence", "war": "defence", "interior": "interior",
        "home": "interior", "finance": "finance", "treasury": "finance", "trade": "trade", "economy": "economy", "economic": "economy",
        "commerce": "trade", "justice": "justice", "energy": "energy", "health": "health", "agriculture": "agriculture",
        "culture": "culture", "transport": "transport", "education": "education", "environment": "environment", "army": "army",
        "naval": "navy", "security": "security", "intelligence": "intelligence", "general": "secretary-general",
    ]
}
