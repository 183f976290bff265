import CasusCore
import Language
import WhosWho

/// Who gives, where a ship, a plane or experts stand in his place, and who is helped where only a part of one's own state is named.
extension EventReader {
    /// "Jordanian planes dropped meals", "A Turkish ship with flour docked": the one whose vehicle it is, whose load, or who sent it.
    mutating func sender(_ act: Act, _ verb: Int) -> Resolution {
        // "Medical goods from Rome were flown to Chad": those from whom the goods are.
        let isPassive = page.isPassive(verb)
        guard act.type == .aid || act.type == .mobilize && !isPassive, !isPassive || page.subject(verb) == nil,
            let subject = isPassive ? page.object(verb) : page.subject(verb),
            (isPassive
                ? ["relief", "aid", "weapon", "money"] : ["transport", "aircraft", "warship", "relief", "aid", "weapon", "package"])
                .contains(where: { page.belongs(subject, to: $0) })
        else { return .open }
        for thing in [subject] + page.measured(subject) + page.loads(of: subject) {
            let named = nounSlot(Slot(isPassive ? "poss|adj|by|from" : "poss|adj|by|from|of"), of: thing, as: .actor)
            if named.isPublic { return named }
            if let side = referents.organisationModifying(thing) { return Resolution(actors: [side], isPublic: true) }
            let sent = user(of: thing)
            if sent.isPublic { return sent }
        }
        return .open
    }

    /// "Swiss experts trained Tunisian judges": what people of one state do for those of another is done in its name.
    func isHelpAbroad(_ act: Act, _ actor: Resolution, _ verb: Int) -> Bool {
        guard act.type == .aid, let subject = page.subject(verb), page.tokens[subject].xpos == .nns else { return false }
        return !actor.actors.isEmpty
            && actor.actors.allSatisfy { one in one.sector != "BUS" && one.code.map { page.who.state($0) != nil } ?? false }
    }

    /// Whether some state but that of those who act is helped.
    func isAbroad(_ recipient: Resolution, from actor: Resolution) -> Bool {
        recipient.actors.contains { one in one.code != nil && !actor.actors.contains { $0.code == one.code } }
    }

    /// "sent food to Leyte", "handed out rice in Leyte", "shelled Idlib": the people of the state that acts, where a part of it is named.
    mutating func ownPeople(_ act: Act, _ frame: Frame, _ verb: Int, _ actor: Resolution) -> Resolution {
        guard act.type == .aid || act.type == .assault else { return .open }
        let things = frame.recipient.alternatives.joined().flatMap { page.heads(at: $0, of: verb) }
        let inside =
            act.type == .assault
            ? []
            : ([verb] + things).flatMap { page.all($0) }.filter {
                [.obl, .nmod].contains(page.universal($0)) && page.marker($0) == "in"
            }
        for thing in things + inside where page.mentions[thing]?.candidates.allSatisfy({ $0.isPlace }) ?? false {
            guard let code = code(ofPlace: thing), actor.actors.contains(where: { $0.code == code }) else { continue }
            let text = page.string(page.phrase(thing))
            page.trace?.note(.recipient, page.phrase(thing), "the people of the place", heads: [thing])
            return Resolution(actors: [page.stateActor(code, sector: "CVL", name: text, text: text)], isPublic: true)
        }
        return .open
    }

    /// "announced five million euros for Chad": what is only announced is still to be given.
    func isStillToCome(_ act: Act, _ verb: Int) -> Bool {
        act.type == .aid && page.lexicon.light[page.lemma(verb)]?.contains { $0.particle.isEmpty && $0.effect == .planned } ?? false
    }

    /// "Nineteen countries agreed to share their data": many states, of which none is named.
    func isOfStates(_ act: Act, _ verb: Int) -> Bool {
        guard act.type == .agree || act.type == .cooperate, let subject = page.subject(verb), page.tokens[subject].xpos == .nns
        else { return false }
        return page.isOne(subject, of: "state")
    }
}

extension Page {
    /// What a vehicle or a parcel holds: "planes carrying tents", "a ship with flour", "a convoy of trucks loaded with rice", "food trucks".
    func loads(of thing: Int) -> [Int] {
        var found: [Int] = []
        for child in all(thing) {
            switch universal(child) {
            case .acl where lexicon.isOfClass(lemma(child), "loading"):
                found += isPassive(child) ? obliques(child, "with") : [object(child)].compactMap(\.self) + obliques(child, "with")
            case .nmod where ["of", "with"].contains(marker(child) ?? ""): found += [child] + loads(of: child)
            case .compound where isNominal(child): found.append(child)
            default: continue
            }
        }
        return found.flatMap { conjuncts($0) }
    }
}
