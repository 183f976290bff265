import CasusCore
import Language
import WhosWho

/// Who uses force where a weapon stands in his place, and on whom, where the victims have no name.
extension EventReader {
    /// "A U.S. air strike killed ten people", "Chinese vessels fired water cannon": the one whose strike, weapon or ship it is acts, where
    /// the noun was not read as an act of its own.
    mutating func attacker(_ verb: Int) -> Resolution {
        guard let subject = page.subject(verb), !drafts.contains(where: { $0.token == subject }),
            page.lexicon.nouns[page.lemma(subject)]?.contains(where: { $0.act.type == .assault }) ?? false
                || ["missile", "drone", "shell", "bomb", "aircraft", "warship", "troops"].contains(where: { page.belongs(subject, to: $0) })
        else { return .open }
        let named = nounSlot(Slot("poss|adj|by|from"), of: subject, as: .actor)
        if named.isPublic { return named }
        if let side = referents.organisationModifying(subject) { return Resolution(actors: [side], isPublic: true) }
        return user(of: subject)
    }

    /// "a bomb planted by separatists", "a rocket fired from Gaza": who used the weapon, or the place from which it came.
    mutating func user(of weapon: Int) -> Resolution {
        for used in page.children(weapon, .acl) where page.isPassive(used) && page.isVerbal(used) {
            if let agent = page.subject(used), agent != weapon {
                let named = referents.resolve(agent)
                if named.isPublic { return named }
            }
            for place in page.obliques(used, "from") {
                guard let code = code(ofPlace: place) else { continue }
                return Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(place)))], isPublic: true)
            }
        }
        return .open
    }

    /// "killed 30 villagers in Niger", "police fired rubber bullets at students in Santiago": those who suffer there, of whom the words give no
    /// state, are of the state in which they are, and so are police who stand against them. An army without a state may be another's.
    mutating func atHome(_ act: Act, _ actor: inout Resolution, _ victims: inout Resolution, _ heads: [Int], _ verb: Int) {
        guard act.type == .assault || act.type == .coerce || act.type == .aid, !victims.isOpen,
            victims.actors.allSatisfy({ $0.code == nil && Self.civilians.contains($0.sector ?? "") })
        else { return }
        guard
            heads.allSatisfy({ head in
                page.tokens[head].xpos == .nns
                    || ["crowd", "civilian", "target", "building", "parliament", "party"].contains { page.belongs(head, to: $0) }
            }),
            act.type == .aid || isForce(actor, act, victims, heads, verb), let place = place(of: heads + actingHere(actor, verb), or: verb)
        else { return }
        page.trace?.note(.recipient, page.phrase(place.token), "the state in which they are", heads: [place.token])
        func those(_ one: Actor) -> Actor { page.stateActor(place.code, sector: one.sector ?? "CVL", name: one.name, text: one.text) }
        victims.actors = victims.actors.map(those)
        actor.actors = actor.actors.map { $0.code == nil && $0.sector == "COP" ? those($0) : $0 }
    }

    /// Sectors of people who bear no arms, and of those who keep order among them.
    private static let civilians: Set<String> = [
        "CVL", "COP", "EDU", "LAB", "REL", "MED", "JRN", "BUS", "OPP", "PTY", "LEG", "JUD", "SOC", "REF",
    ]

    /// Sectors of people whom the police hold for what they stand for, not for what they stole.
    private static let politicals: Set<String> = ["JRN", "LAB", "OPP", "PTY", "LEG", "REL", "EDU"]

    /// "Police in Lagos arrested union leaders": where those are who keep order.
    private func actingHere(_ actor: Resolution, _ verb: Int) -> [Int] {
        guard actor.actors.allSatisfy({ $0.sector == "COP" }), let subject = page.subject(verb) else { return [] }
        return [subject]
    }

    /// "Gunmen killed four soldiers in Baghdad", "a bomb killed four soldiers there": a fight between those of whom none is of a known side,
    /// at a place that is known.
    func isFought(_ act: Act, _ actor: Resolution, _ victims: Resolution, _ heads: [Int], _ verb: Int) -> Bool {
        act.type == .assault && !victims.isOpen
            && victims.actors.allSatisfy { ["MIL", "PRM", "REB", "GOV", "LEG", "JUD"].contains($0.sector ?? "") }
            && isForce(actor, act, victims, heads, verb) && place(of: heads, or: verb) != nil
    }

    /// Whether those who act are a force, and no police on its round: what one policeman does to one citizen is no politics.
    private func isForce(_ actor: Resolution, _ act: Act, _ struck: Resolution, _ victims: [Int], _ verb: Int) -> Bool {
        actor.actors.allSatisfy { one in
            switch one.sector {
            case "MIL", "REB", "PRM", "SEP": return true
            // One gunman and one man are no war.
            case "UAF":
                let doers = page.subject(verb).map { [$0] } ?? []
                if one.code != nil || !doers.isEmpty && doers.allSatisfy(isWeapon) { return true }
                return (doers + victims).allSatisfy {
                    page.tokens[$0].xpos == .nns || page.belongs($0, to: "target") && !doers.contains($0)
                }
            case "COP":
                return act.mode == "crowd-control" || victims.contains { page.belongs($0, to: "crowd") }
                    || struck.actors.allSatisfy { Self.politicals.contains($0.sector ?? "") }
            case nil, "GOV", "SPY", "CVL": return one.code != nil && one.sector != "CVL"
            default: return false
            }
        }
    }

    /// The one state in which victims or the act are said to be.
    private func place(of victims: [Int], or verb: Int) -> (token: Int, code: String)? {
        // "struck a school in Kharkiv, killing pupils": the clause around it says where.
        let isLoose = page.universal(verb) == .advcl && page.tokens[verb].xpos == .vbg && page.subordinator(verb) == nil
        let around = isLoose ? page.head(verb).map { outer in (page.object(outer).map { [$0] } ?? []) + [outer] } ?? [] : []
        // "a handful of journalists in Algiers", "the offices of the party in Kampala"
        let inner = victims.flatMap { victim in page.children(victim, .nmod).filter { page.marker($0) == "of" } }
        for holder in victims + inner + [verb] + around {
            for place in page.all(holder) {
                guard [.obl, .nmod].contains(page.universal(place)), Self.whereabouts.contains(page.marker(place) ?? ""),
                    let code = code(ofPlace: place)
                else { continue }
                return (place, code)
            }
        }
        return nil
    }

    /// "fired artillery rounds at a loudspeaker": done to somebody, though not to whom is known. What is fired at in a drill is a target.
    func isAimed(_ frame: Frame, _ verb: Int, _ actor: Resolution) -> Bool {
        guard frame.act.type == .assault, isPower(actor, frame.act) else { return false }
        let aims =
            page.obliques(verb, "at")
            + page.all(verb).filter { page.universal($0) == .advcl || page.universal($0) == .acl }.flatMap {
                page.lemma($0) == "aim" ? page.obliques($0, "at") : []
            }
        guard frame.recipient.alternatives.joined().contains(where: { $0.position == "at" }), !aims.isEmpty,
            !aims.contains(where: { page.belongs($0, to: "mark") })
        else { return false }
        return !page.extents[verb].contains { page.isNominal($0) && page.belongs($0, to: "drill") }
    }
}
