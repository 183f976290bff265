import CasusCore
import Language
import WhosWho

/// What the frame of a verb leaves to the words around it: who acts where nobody is named, whom it reaches, and what a promise comes to.
extension EventReader {
    /// The act that a frame states here. Soldiers who keep a peace help, and who promises to strike threatens.
    mutating func act(of frame: Frame, _ verb: Int) -> Act {
        switch frame.act.type {
        case .mobilize where frame.act.mode == "troops" && (keepsPeace(verb) || isToHelp(verb)):
            return Act(type: .aid, mode: nil, cameo: "074")
        case .agree where frame.object.isAny || frame.object.isNone:
            // To promise soldiers to a friend is no threat.
            guard let clause = page.complement(verb), page.isVerbal(clause), isHostile(clause), verbEvent(clause)?.event?.type != .mobilize
            else {
                return frame.act
            }
            return Act(type: .threaten, mode: nil, cameo: "130")
        default: return frame.act
        }
    }

    /// "sent a platoon to Kuwait, its first part in a peacekeeping mission"
    private func keepsPeace(_ verb: Int) -> Bool {
        page.extents[verb].contains { page.isNominal($0) && page.isOne($0, of: "peacekeeper") }
    }

    /// "sent troops to help the Philippine army"
    private func isToHelp(_ verb: Int) -> Bool {
        ([verb] + (page.object(verb).map { [$0] } ?? [])).contains { parent in
            page.all(parent).contains { clause in
                clause > verb && [.advcl, .acl, .xcomp].contains(page.universal(clause)) && page.subordinator(clause) == "to"
                    && (page.lexicon.isOfClass(page.lemma(clause), "helping")
                        || page.object(clause).map { page.belongs($0, to: "disaster") } ?? false)
            }
        }
    }

    /// Whether a verb states an act against somebody: in the class of such verbs, or by the event that its clause tells.
    mutating func isHostile(_ verb: Int) -> Bool {
        guard page.modality(verb, skippingNegation: false) != .negated else { return false }
        if page.lexicon.isOfClass(page.lemma(verb), "hostile") { return true }
        guard let type = verbEvent(verb)?.event?.type else { return false }
        return [.assault, .coerce, .sanction, .threaten, .mobilize].contains(type)
    }

    /// Those who act where the clause has no subject that is known: the soldiers who were sent, the author of a letter that condemns, the
    /// state in whose hands somebody was arrested.
    mutating func actorUnnamed(_ act: Act, _ frame: Frame, _ verb: Int) -> Resolution {
        if let subject = page.subject(verb) {
            // "Tens of thousands took to the streets": people whom only their number names.
            if act.type == .protest, page.tokens[subject].xpos == .nns, page.isOne(subject, of: "crowd") {
                let text = page.string(page.phrase(subject))
                return Resolution(actors: [Actor(code: nil, sector: "CVL", name: text, text: text)], isPublic: true)
            }
            return page.isOne(subject, of: "statement-noun") ? author(of: subject) : .open
        }
        guard page.isPassive(verb), let object = page.object(verb) else { return .open }
        if act.type == .mobilize || act.cameo == "074" || act.mode == "visit" {
            let sent = referents.resolve(object)
            return sent.isPublic ? sent : .open
        }
        if act.mode == "restrict", let gate = gate(verb), page.who.state(gate.code) != nil {
            page.trace?.note(.actor, page.phrase(gate.token), "the state that is closed to them", heads: [gate.token])
            return Resolution(actors: [page.stateActor(gate.code, text: page.string(page.phrase(gate.token)))], isPublic: true)
        }
        return isOfAuthority(act) ? authority(over: object, verb) : .open
    }

    /// "a statement criticising the junta": the one whose statement it is, or who issued it.
    private mutating func author(of statement: Int) -> Resolution {
        let named = nounSlot(Slot("poss|by|from|of|adj"), of: statement, as: .actor)
        if named.isPublic { return named }
        guard let verb = page.head(statement), page.isVerbal(verb) else { return .open }
        let isMade = page.object(verb) == statement || page.universal(statement) == .obl && page.marker(statement) == "in"
        guard isMade, let subject = page.subject(verb), subject != statement else { return .open }
        let author = referents.resolve(subject)
        return author.isPublic ? author : .open
    }

    /// Acts that only a state does.
    private func isOfAuthority(_ act: Act) -> Bool {
        switch (act.type, act.mode) {
        case (.coerce, "arrest"), (.coerce, "deport"), (.coerce, "censor"), (.coerce, "curfew"), (.coerce, "martial-law"),
            (.sanction, "convict"), (.sanction, "expel"), (.retreat, "release"):
            true
        default: false
        }
    }

    /// "The editor was arrested in Rwanda": whoever is known in public is arrested by the state where it happens.
    private mutating func authority(over object: Int, _ verb: Int) -> Resolution {
        let held = referents.resolve(object)
        let isKnown =
            held.isPublic || held.actors.contains { $0.code != nil }
            || page.tokens[object].upos == .noun
                && ["person", "prisoner", "media", "internet", "curfew", "martial-law"].contains { page.belongs(object, to: $0) }
        // "The band's album was released in the UK": no organisation is let go.
        guard isKnown, held.actors.allSatisfy({ $0.code.map { page.who.state($0) != nil } ?? true }),
            let place = statePlace(in: page.rest(of: verb, after: verb), after: ["in", "from", "out", "out of"])
        else {
            return .open
        }
        page.trace?.note(.actor, page.phrase(place.token), "the state that has the power to do it there", heads: [place.token])
        return Resolution(actors: [page.stateActor(place.code, text: page.string(page.phrase(place.token)))], isPublic: true)
    }

    /// Whether an act falls on goods and people by where they are from: a tariff, a ban, a limit.
    func isOnGoods(_ act: Act) -> Bool { act.type == .coerce && act.mode == "restrict" }

    /// "arrested a man suspected of ties to the militia": one whom nobody knows, held for what armed groups or spies do.
    func suspect(_ verb: Int) -> Resolution {
        guard let object = page.object(verb), page.tokens[object].upos == .noun, page.mentions[object] == nil,
            ["person", "prisoner", "suspect", "anybody", "militant"].contains(where: { page.belongs(object, to: $0) }),
            page.clause(verb).contains(where: { token in
                token > object
                    && (["terror", "espionage"].contains { page.belongs(token, to: $0) }
                        || page.mentions[token]?.candidates.contains { isArmed($0) } ?? false)
            })
        else { return .open }
        let text = page.string(page.phrase(object))
        page.trace?.note(.recipient, page.phrase(object), "held for what armed groups or spies do", heads: [object])
        return Resolution(actors: [Actor(code: nil, sector: "CVL", name: text, text: text)], isPublic: true)
    }

    private func isArmed(_ group: Candidate) -> Bool {
        guard group.isOrganisation, let sector = page.who.organisation(group.id)?.sector else { return false }
        return ["REB", "UAF", "SEP", "PRM"].contains(sector)
    }

    /// "a warrant for the arrest of the general": the one whose arrest it is.
    mutating func heldBy(_ frame: Frame, _ verb: Int) -> Resolution {
        for head in frame.recipient.alternatives.joined().flatMap({ page.heads(at: $0, of: verb) }) {
            guard let row = page.lexicon.nouns[page.lemma(head)]?.first(where: { $0.act.mode == "arrest" }) else { continue }
            let held = nounSlot(row.recipient, of: head, as: .recipient)
            if !held.isOpen { return held }
        }
        return .open
    }

    /// "were barred from entering India", "was refused entry to Peru": the state that is closed to them.
    private func gate(_ verb: Int) -> (token: Int, code: String)? {
        guard let clause = page.complement(verb), page.subordinator(clause) == "from", page.isOne(clause, of: "entering"),
            let place = page.object(clause) ?? page.obliques(clause, "to").first, let code = stateCode(place)
        else { return nil }
        return (place, code)
    }

    /// The first place behind one of the prepositions that lies in one known state.
    private func statePlace(in range: Range<Int>, after prepositions: Set<String>) -> (token: Int, code: String)? {
        for token in range where [.nmod, .obl].contains(page.universal(token)) && prepositions.contains(page.marker(token) ?? "") {
            guard let mention = page.mentions[token] else { continue }
            let codes = Set(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil }.filter { !$0.isEmpty })
            if codes.count == 1, let code = codes.first, page.who.state(code) != nil { return (token, code) }
        }
        return nil
    }

    /// "Protests erupted in Kampala": those who are there, where nobody else is named.
    func crowdThere(_ noun: Int, _ row: ActNoun) -> Resolution {
        guard row.act.type == .protest, let verb = page.head(noun), page.isVerbal(verb), page.subject(verb) == noun else { return .open }
        let range = page.rest(of: verb, after: page.extents[noun].lowerBound - 1)
        let prepositions: Set<String> = ["in", "across", "throughout", "outside", "around"]
        // "Protests rocked Kampala"
        let gripped = page.lexicon.isOfClass(page.lemma(verb), "gripping") ? page.object(verb) : nil
        guard
            let place = gripped.flatMap({ object in code(ofPlace: object).map { (token: object, code: $0) } })
                ?? statePlace(in: range, after: prepositions)
        else { return .open }
        page.trace?.note(.actor, page.phrase(place.token), "the people of the place where it is", heads: [place.token])
        let crowd = page.stateActor(place.code, sector: "CVL", name: page.string(page.phrase(noun)), text: page.string(page.phrase(noun)))
        return Resolution(actors: [crowd], isPublic: true)
    }

    /// Workers who strike, or end their strike, act in public, whatever they are otherwise.
    func isMarching(_ act: Act, _ verb: Int) -> Bool {
        guard let subject = page.subject(verb), page.tokens[subject].xpos == .nns else { return false }
        // "Thousands of refugees sought asylum in Chad"
        if act.type == .request, act.mode == "assist" {
            return page.belongs(subject, to: "refugee") || page.belongs(subject, to: "civilian")
        }
        guard act.type == .protest || act.cameo == "082" else { return false }
        return page.belongs(subject, to: "worker") || page.belongs(subject, to: "crowd")
    }

    /// Whether many of one calling, of a state that is known, speak in its politics: "Kenya's teachers", "French farmers".
    func areUnited(_ act: Act, _ verb: Int, _ actor: Resolution) -> Bool {
        guard [.accuse, .reject, .request, .threaten].contains(act.type), let subject = page.subject(verb),
            page.tokens[subject].xpos == .nns, page.belongs(subject, to: "worker") || page.belongs(subject, to: "crowd")
        else { return false }
        return actor.actors.allSatisfy { $0.code != nil }
    }

    /// "summoned the ambassador to complain about the drills", "phoned Kyiv to promise help": whom the clause around a purpose addresses.
    mutating func addressee(_ frame: Frame, _ verb: Int) -> Resolution {
        guard [.accuse, .support, .agree, .request, .threaten].contains(frame.act.type), [.advcl, .xcomp].contains(page.universal(verb)),
            page.subordinator(verb) == "to", let outer = page.head(verb), page.isVerbal(outer),
            page.lexicon.frames[page.lemma(outer)]?.contains(where: { $0.act.mode == "meet" || $0.act.mode == "phone" }) ?? false,
            let object = page.object(outer), page.subject(verb) != object
        else { return .open }
        let named = referents.resolve(object)
        page.trace?.note(.recipient, page.phrase(object), "whom the clause around it addresses", heads: [object])
        return named.isPublic ? named : .open
    }

    /// "gave ten million euros to promote trade in Ethiopia": the one other state in which the help is to work.
    mutating func placeHelped(_ frame: Frame, _ verb: Int, _ actor: Resolution) -> Resolution {
        // "The package from Rome consisted of tents for Chad" has no object.
        guard !frame.object.isAny, !frame.object.isNone,
            let object = frame.object.hasPlaces ? page.subject(verb) ?? verb : page.object(verb),
            !page.isPassive(verb), object < page.clause(verb).upperBound
        else { return .open }
        var codes: [String: Int] = [:]
        for token in page.rest(of: verb, after: object - 1) {
            guard [.nmod, .obl].contains(page.universal(token)), ["in", "for", "to", "across"].contains(page.marker(token) ?? ""),
                let mention = page.mentions[token]
            else { continue }
            let found = Set(mention.candidates.compactMap { $0.isState ? $0.id : $0.isPlace ? $0.state : nil }.filter { !$0.isEmpty })
            if found.count == 1, let code = found.first, page.who.state(code) != nil { codes[code] = token }
        }
        for own in actor.actors.compactMap(\.code) { codes[own] = nil }
        guard codes.count == 1, let (code, token) = codes.first else { return .open }
        page.trace?.note(.recipient, page.phrase(token), "the state in which the help is to work", heads: [token])
        return Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(token)))], isPublic: true)
    }

    /// Whether those who act are a power whose act against things and nameless people is public: the army, not the police on its round.
    func isPower(_ actor: Resolution, _ act: Act) -> Bool {
        actor.actors.allSatisfy { one in
            guard one.code != nil else { return false }
            switch one.sector {
            case nil, "GOV", "MIL", "REB", "UAF", "PRM", "PRE", "SPY", "LEG", "SEP": return true
            case "COP": return act.mode == "crowd-control" || act.type == .coerce
            default: return false
            }
        }
    }
}
