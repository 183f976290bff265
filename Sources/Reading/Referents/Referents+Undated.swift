import CasusCore
import Language
import WhosWho

/// Surnames in a text without a date, which say nothing of who is in office.
extension Referents {
    /// The office of the longest title that ends right in front of a name, "Secretary-General" in three tokens too.
    func officeInFront(_ token: Int) -> String? {
        let first = page.mentions[token]?.tokens.lowerBound ?? token
        let start = page.sentenceTokens(token).lowerBound
        guard first > start else { return nil }
        for low in max(start, first - 5)..<first {
            let words = (low..<first).map { page.lower($0) }.joined(separator: " ").replacing(" - ", with: "-")
            if let title = page.who.title(words) { return title.office }
        }
        return nil
    }

    /// "President Obama": the only one of that name who ever held the office of the title.
    func titledUndated(_ ids: Set<String>, _ token: Int) -> String? {
        guard let office = officeInFront(token), !office.isEmpty else { return nil }
        // "Secretary Clinton" may be of any ministry.
        let holders = ids.filter { id in
            page.who.offices(of: id).contains { $0.office == office || (office == "minister" && $0.office.hasSuffix("minister")) }
        }
        guard holders.count == 1, let holder = holders.first else { return nil }
        page.trace?.name(token, "the only one of that name who ever was \(office)")
        return holder
    }

    /// "President Bush": which of them it was is not said, only of which state he was.
    func sharedState(_ people: [Candidate], _ token: Int) -> String? {
        guard page.document.published == nil, let office = officeInFront(token), Self.leading.contains(office) else { return nil }
        let holders = people.filter { one in page.who.offices(of: one.id).contains { $0.office == office } }
        return only(holders.compactMap(\.state))
    }

    /// "The Buhari administration", "Assad forces": the state of the one who led it, whenever he did.
    func stateOfLeader(before token: Int, sector: String) -> String? {
        guard sector == "GOV" || sector == "MIL" else { return nil }
        for child in page.all(token) where child < token && [.compound, .amod, .flat].contains(page.universal(child)) {
            guard let mention = page.mentions[child], !mention.candidates.contains(where: \.isState) else { continue }
            let people = mention.candidates.filter(\.isPerson)
            if let code = person(at: child)?.actor.code { return code }
            let leaders = people.filter { one in page.who.offices(of: one.id).contains { Self.leading.contains($0.office) } }
            if let code = only(leaders.compactMap(\.state)) { return code }
        }
        return nil
    }

    /// "Maduro": the only one of that name who ever led a state or its diplomacy, in a text that names this state.
    func leaderUndated(_ ids: Set<String>, _ token: Int) -> String? {
        guard page.dates[token] == nil, page.tokens[token].upos == .propn else { return nil }
        let leaders = ids.filter { id in page.who.offices(of: id).contains { Self.leading.contains($0.office) } }
        let ofStates = leaders.filter { id in page.who.person(id).map { statesNamed.contains($0.state) } ?? false }
        guard ofStates.count == 1, let leader = ofStates.first else { return nil }
        page.trace?.name(token, "the only one of that name who ever led a state that the text names")
        return leader
    }

    /// The states that a text names, by whatever of their words.
    static func statesNamed(on page: Page) -> Set<String> {
        var codes: Set<String> = []
        for mention in page.mentions.names {
            let states = Set(mention.candidates.filter(\.isState).map(\.id))
            if states.count == 1 { codes.formUnion(states) }
        }
        return codes
    }

    private static let leading: Set<String> = [
        "head-of-state", "monarch", "supreme-leader", "head-of-government", "foreign-minister",
    ]
}
