import CasusCore
import Language
import WhosWho

/// Who is struck, helped or cut off when the words name a thing or people without a name: "a base in Kenya", "Hamas targets".
extension EventReader {
    /// Whether an act is done to things and nameless people, whose side is then the recipient.
    func isDoneToThings(_ type: EventType) -> Bool {
        switch type {
        case .assault, .aid, .sanction, .retreat: true
        default: false
        }
    }

    /// Those whose thing it is; else the state of the place where it is, unless the one who acts is at home there.
    ///
    /// - Parameter verb: the verb that lends the act its clause.
    mutating func sufferers(_ things: [Int], of verb: Int?, _ actor: Resolution) -> Resolution {
        for thing in things {
            if let holder = holder(of: thing) { return holder }
            if referents.isUnknownPerson(thing) {
                let name = page.string(page.phrase(thing))
                return Resolution(actors: [Actor(code: nil, name: name, text: name)], isPublic: true)
            }
            if page.mentions[thing]?.candidates.allSatisfy({ $0.isPlace || $0.isRegion }) ?? false, let code = code(ofPlace: thing),
                !isAtHome(actor, in: code)
            {
                return Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(thing)))], isPublic: true)
            }
            let whose = owners(of: thing)
            if !whose.isOpen { return whose }
            if let carried = carried(by: thing) { return carried }
            if let side = referents.organisationModifying(thing) { return Resolution(actors: [side], isPublic: true) }
            if let inmates = inmates(of: thing) { return inmates }
        }
        // "A gunman shot a man in Ohio": of what one nobody does to another, no state suffers.
        if actor.actors.allSatisfy({ $0.code == nil }), things.contains(where: isOnePerson) { return .open }
        for holder in things + (verb.map { [$0] } ?? []) {
            for place in page.all(holder) {
                guard [.obl, .nmod].contains(page.universal(place)), Self.whereabouts.contains(page.marker(place) ?? ""),
                    let code = code(ofPlace: place), !isAtHome(actor, in: code)
                else { continue }
                return Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(place)))], isPublic: true)
            }
        }
        return .open
    }

    /// "a bus carrying Afghan officials": those whom a vehicle carries.
    private mutating func carried(by thing: Int) -> Resolution? {
        for clause in page.children(thing, .acl) where ["carry", "transport", "escort", "take"].contains(page.lemma(clause)) {
            guard let load = page.object(clause), load != thing else { continue }
            let named = referents.resolve(load)
            guard named.isPublic, named.actors.contains(where: { $0.code != nil }) else { continue }
            page.trace?.note(.recipient, page.phrase(load), "those whom it carries", heads: [load])
            return named
        }
        return nil
    }

    /// "a Yemeni school bus", "a migrant camp": the state, or the people, in front of a thing.
    private mutating func inmates(of thing: Int) -> Resolution? {
        if let code = referents.stateModifying(thing) {
            return Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(thing)))], isPublic: true)
        }
        guard page.belongs(thing, to: "camp") || page.belongs(thing, to: "target") else { return nil }
        for people in page.children(thing, .compound) where page.tokens[people].upos == .noun {
            let named = referents.resolve(people)
            guard !named.isOpen else { continue }
            page.trace?.note(.recipient, page.phrase(people), "those whose place it is", heads: [people])
            return Resolution(actors: named.actors, isPublic: true)
        }
        return nil
    }

    private func isOnePerson(_ noun: Int) -> Bool {
        page.tokens[noun].xpos == .nn && ["person", "civilian", "anybody"].contains { page.belongs(noun, to: $0) }
    }

    /// "The rebel-held suburbs", "opposition-controlled Idlib": what is struck there is theirs who hold it.
    private mutating func holder(of thing: Int) -> Resolution? {
        for held in page.children(thing, .amod) where ["hold", "control"].contains(page.lemma(held)) && page.tokens[held].xpos == .vbn {
            guard let name = page.all(held).first(where: { $0 < held && page.isNominal($0) }) else { continue }
            let holders = referents.resolve(name)
            guard holders.isPublic, !holders.isOpen else { continue }
            page.trace?.note(.recipient, page.phrase(thing), "those who hold it", heads: [name])
            return holders
        }
        return nil
    }

    /// A state strikes elsewhere; rebels strike at home.
    private func isAtHome(_ actor: Resolution, in code: String) -> Bool {
        actor.actors.contains { $0.code == code && !["REB", "UAF", "SEP"].contains($0.sector ?? "") }
    }

    func code(ofPlace token: Int) -> String? {
        for noun in page.conjuncts(token) + page.children(token, .nmod).filter({ page.marker($0) != "for" })
            + page.children(token, .compound)
        {
            guard let mention = page.mentions[noun] else {
                // "villages on the Pakistani side", "on Syrian soil"
                if page.belongs(noun, to: "ground"), let code = referents.stateModifying(noun) { return code }
                continue
            }
            let codes = Set(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil }.filter { !$0.isEmpty })
            if codes.count == 1, let code = codes.first, page.who.state(code) != nil { return code }
        }
        return nil
    }

    static let whereabouts: Set<String> = ["in", "at", "near", "inside", "outside", "on", "around", "across", "throughout"]
}
