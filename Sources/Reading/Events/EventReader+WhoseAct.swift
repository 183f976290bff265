import CasusCore
import Language
import WhosWho

/// Whom an act concerns where the words name what is his: his act, his affair, what helps him.
extension EventReader {
    /// "Criticised US policy", "condemned Israel's strike on Iran": the recipient is the one whose act or affair it is.
    mutating func whoseAct(_ frame: Frame, _ verb: Int) -> Resolution {
        switch frame.act.type {
        case .accuse, .support, .reject, .threaten, .request: break
        default: return .open
        }
        let heads = frame.recipient.alternatives.flatMap { places in
            places.filter { $0.ofClass == nil }.flatMap { page.heads(at: $0, of: verb) }
        }
        // "rejected the Polish idea of quotas": the idea has an owner, the quotas have none.
        let isOfObject = frame.recipient.alternatives.joined().contains { $0.position.hasPrefix("obj") }
        let object = isOfObject ? page.object(verb).map { [$0] } ?? [] : []
        for thing in heads.prefix(1) + object {
            page.trace?.note(.recipient, page.phrase(thing), "the one whose act or affair it is", heads: [thing])
            let whose = owners(of: thing)
            if !whose.isOpen { return whose }
            if let side = referents.organisationModifying(thing) { return Resolution(actors: [side], isPublic: true) }
        }
        return .open
    }

    /// "alleged that the West had helped Ukraine": the one who is said to have acted.
    mutating func accused(_ frame: Frame, _ verb: Int) -> Resolution {
        guard let clause = page.complement(verb), page.isVerbal(clause), let subject = page.subject(clause) else { return .open }
        // "demanded that the captain be punished": who has it done to him is not the one who is asked.
        // "demanded that the state pay": a base form behind "that" has a subject of its own.
        let isWanted = page.isFinite(clause) || page.subordinator(clause) == "that" && page.child(clause, .nsubj) != nil
        if frame.act.type == .request, page.isPassive(clause) || !isWanted { return .open }
        let named = referents.resolve(subject)
        if named.isPublic { page.trace?.note(.recipient, page.phrase(subject), "the one who is said to have acted", heads: [subject]) }
        return named.isPublic ? named : .open
    }

    /// "transferring technology to aid Pyongyang's programme": the one whom the purpose helps.
    mutating func beneficiary(_ verb: Int) -> Resolution {
        // "provided a million in assistance to support the refugees": the purpose may hang on what was given, or on its measure.
        let given = [verb] + (page.object(verb).map { [$0] + page.children($0, .nmod) } ?? []) + page.obliques(verb, "in")
        for parent in given {
            for clause in page.all(parent) where clause > verb && [.advcl, .acl, .xcomp].contains(page.universal(clause)) {
                guard ["aid", "help", "assist", "support", "arm", "rescue", "save", "feed"].contains(page.lemma(clause)),
                    page.subordinator(clause) == "to",
                    let object = page.object(clause)
                else { continue }
                let named = referents.resolve(object)
                page.trace?.note(.recipient, page.phrase(object), "the one whom the purpose helps", heads: [object])
                return named.isOpen ? owners(of: object) : named
            }
        }
        return .open
    }

    /// Those whose act or affair a noun speaks of.
    mutating func owners(of thing: Int) -> Resolution {
        var whose = Resolution()
        for noun in page.conjuncts(thing) {
            if let draft = drafts.first(where: { $0.token == noun }), let event = draft.event {
                whose.formUnion(Resolution(actors: event.actors, isPublic: true))
                continue
            }
            // "US policy", where the tree does not join the two.
            let before = page.phrase(noun).lowerBound - 1
            if before >= 0, page.head(noun) == page.head(before), page.sentence(before) == page.sentence(noun), let code = stateCode(before)
            {
                whose.formUnion(Resolution(actors: [page.stateActor(code, text: page.word(before))], isPublic: true))
            }
            for place in ["poss", "adj", "between", "by", "of"] where place != "of" || !page.isDoneTo(noun) {
                for head in page.nounHeads(at: Slot.Place(position: place, ofClass: nil), of: noun)
                where !page.isWhereFought(head, noun) {
                    if place == "adj", let code = stateCode(head) {
                        whose.formUnion(Resolution(actors: [page.stateActor(code, text: page.word(head))], isPublic: true))
                    } else {
                        let named = referents.resolve(head)
                        whose.formUnion(named)
                        // "the crew of an Iranian tanker"
                        if named.isOpen, let code = referents.stateModifying(head) {
                            whose.formUnion(
                                Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(head)))], isPublic: true))
                        }
                    }
                }
            }
        }
        return whose.isPublic ? whose : .open
    }
}
