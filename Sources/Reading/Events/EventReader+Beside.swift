import CasusCore
import Language
import WhosWho

/// Acts that a word beside the verb states: "shut their shops in protest", "is in Oslo for talks", "jointly raided".
extension EventReader {
    /// "Traders shut their shops in protest": those who do something in protest protest, whatever it is.
    mutating func inProtest(_ noun: Int) -> Draft? {
        guard page.universal(noun) == .obl, page.marker(noun) == "in", page.child(noun, .det) == nil, !taken.contains(noun),
            let row = page.lexicon.nouns[page.lemma(noun)]?.first(where: { $0.act.type == .protest && $0.modifier.isEmpty }),
            let verb = page.head(noun), page.isVerbal(verb), !page.isPassive(verb),
            !drafts.contains(where: { $0.token == verb || $0.token == noun }),
            let subject = page.subject(verb), page.tokens[subject].xpos == .nns
        else { return nil }
        page.trace?.begin(.event, noun, row.source)
        let actor = referents.resolve(subject)
        guard isMarching(row.act, verb) || actor.isPublic, !actor.isOpen else { return dropped(.noActor) }
        guard isBetweenTwo(Act(type: .protest), actor, .open) else { return dropped(.unknownSides) }
        let recipient = without(actor, nounSlot(row.recipient, of: noun, as: .recipient))
        return draft(
            row.act, token: noun, range: page.clause(verb), actors: actor.actors, recipients: recipient.actors,
            status: page.status(of: verb), rule: "noun:" + row.lemma, dateFrom: verb)
    }

    /// "A delegation from Kabul is in Oslo for talks": who is somewhere to talk is there on a visit.
    mutating func stay(_ place: Int) -> Draft? {
        guard page.mentions[place] != nil, page.child(place, .cop) != nil, page.marker(place) == "in",
            let subject = page.child(place, .nsubj),
            page.all(place).contains(where: { noun in
                [.obl, .nmod].contains(page.universal(noun)) && ["for", "on"].contains(page.marker(noun) ?? "")
                    && ["talks", "visit", "summit"].contains { page.belongs(noun, to: $0) }
            }), !drafts.contains(where: { page.clause(place).contains($0.token) && $0.event?.type == .consult })
        else { return nil }
        page.trace?.begin(.event, place)
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return dropped(actor.isOpen ? .noActor : .privateActor) }
        let act = Act(type: .consult, mode: "visit", cameo: "042")
        let host = resolve(place, as: Slot.Place(position: "in", ofClass: nil))
        guard !without(actor, host).isOpen, isJourney(act, actor, host), isBetweenTwo(Act(type: .consult), actor, host) else {
            return dropped(.oneSide)
        }
        return draft(
            act, token: place, range: page.clause(place), actors: actor.actors, recipients: host.actors, status: page.status(of: place),
            rule: "stay:in")
    }

    /// "held several meetings in Baghdad": who talks in another state talks with those who are at home there, where nobody else is named.
    mutating func host(of verb: Int, for act: Act, _ actor: Resolution) -> Resolution {
        guard act.type == .consult, act.mode != "visit", let own = actor.actors.first?.code, actor.actors.count == 1,
            page.who.state(own) != nil, let subject = page.subject(verb), page.tokens[subject].xpos != .nns
        else { return .open }
        let nouns = [verb] + (page.object(verb).map { [$0] } ?? [])
        for place in nouns.flatMap({ page.all($0) }) where [.obl, .nmod].contains(page.universal(place)) && page.marker(place) == "in" {
            guard let code = code(ofPlace: place), page.head(place) == verb || place > verb,
                !actor.actors.contains(where: { $0.code == code })
            else { continue }
            page.trace?.note(.actor, page.phrase(place), "the state in which they talk", heads: [place])
            return Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(place)))], isPublic: true)
        }
        return .open
    }

    /// "Dutch and Belgian police jointly searched twenty houses": what two states do jointly they do in cooperation.
    mutating func jointAct(_ verb: Int) -> Draft? {
        guard page.children(verb, .advmod).contains(where: { page.lemma($0) == "jointly" }),
            page.lexicon.cues[.verb, page.lemma(verb)] == nil, let subject = page.subject(verb)
        else { return nil }
        page.trace?.begin(.event, verb)
        let actor = referents.resolve(subject)
        guard actor.isPublic, Set(actor.actors.compactMap(\.code)).count > 1 else { return dropped(.oneSide) }
        return draft(
            Act(type: .cooperate, mode: nil, cameo: "060"), token: verb, range: page.clause(verb), actors: actor.actors, recipients: [],
            status: page.status(of: verb), rule: "jointly:" + page.lemma(verb))
    }
}
