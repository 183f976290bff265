import CasusCore
import Language
import WhosWho

/// Known names: states, organisations, regions.
extension Referents {
    func stateCode(of mention: NameMention) -> String? {
        if let state = only(mention.candidates.filter { $0.isState }.map(\.id)) { return state }
        if mention.candidates.contains(where: \.isState) { return nil }
        let people = mention.candidates.filter(\.isPerson)
        if let state = only(people.compactMap(\.state)), mention.tokens.count > 1 || choose(people, mention.top) != nil { return state }
        return nil
    }

    func only(_ values: [String]) -> String? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    func named(_ mention: NameMention, at token: Int) -> Resolution? {
        guard let found = known(mention, at: token) else { return nil }
        traceName(token, mention, found)
        return found
    }

    private func known(_ mention: NameMention, at token: Int) -> Resolution? {
        guard mention.tokens.contains(token) else { return nil }
        let text = page.string(page.phrase(token))
        let stateReadings = mention.candidates.filter(\.isState)
        if let code = only(stateReadings.map(\.id)) {
            if stateReadings.contains(where: \.isAdjective), page.universal(token) == .amod || page.universal(token) == .compound {
                return nil
            }
            if stateReadings.contains(where: \.isInhabitant), !stateReadings.contains(where: \.isStateName) {
                return Resolution(
                    actors: [page.stateActor(code, sector: "CVL", name: text, text: text)], isPublic: !isOneInhabitant(token, of: code))
            }
            if stateReadings.allSatisfy(\.isAdjective), page.relation(token) == .amod || page.relation(token) == .compound { return nil }
            // A capital names the place after "in" or "near"; elsewhere it stands for the state.
            if stateReadings.allSatisfy(\.isCapital), isLocation(token) { return .open }
            return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true)
        }
        if !stateReadings.isEmpty { return sharers(token, stateReadings, text: text) ?? .open }
        if let organisation = mention.candidates.first(where: \.isOrganisation), let known = page.who.organisation(organisation.id) {
            let isStates = !(known.state ?? "").isEmpty
            let actor =
                isStates
                ? page.stateActor(known.state!, sector: known.sector, name: known.name, text: text)
                : Actor(code: known.parent ?? known.code, sector: known.sector.isEmpty ? nil : known.sector, name: known.name, text: text)
            return Resolution(actors: [actor], isPublic: known.sector != "BUS" && known.sector != "JRN")
        }
        // "California sued", "visited Texas": a state of the union acts and is visited by its own name.
        if page.universal(token) == .nsubj || page.universal(token) == .obj,
            mention.candidates.allSatisfy({ $0.kind == .place("us-state") }),
            let code = only(mention.candidates.compactMap(\.state))
        {
            return Resolution(actors: [page.stateActor(code, sector: "GOV", name: text, text: text)], isPublic: true)
        }
        if let region = mention.candidates.first(where: \.isRegion), (region.state ?? "").isEmpty, !isLocation(token) {
            return Resolution(actors: [Actor(code: nil, name: text, text: text)], isPublic: true)
        }
        return nil
    }

    /// "The American", "a Swiss": one person of that nation, and nobody who acts for it. "The Swiss" and "Americans" are its people.
    private func isOneInhabitant(_ token: Int, of code: String) -> Bool {
        if page.tokens[token].xpos == .nns || page.tokens[token].xpos == .nnps { return false }
        if page.child(token, .det).map({ ["a", "an", "one", "another"].contains(page.lower($0)) }) ?? false { return true }
        return page.who.candidates(typed: page.word(token) + "s").contains { $0.isInhabitant && $0.id == code }
    }

    func isLocation(_ token: Int) -> Bool {
        guard page.universal(token) == .obl || page.universal(token) == .nmod, let marker = page.marker(token) else { return false }
        return ["in", "at", "near", "outside", "around", "inside", "across", "over", "through"].contains(marker)
    }
}
