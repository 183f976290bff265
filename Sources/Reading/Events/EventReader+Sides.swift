import CasusCore
import Language
import WhosWho

/// Whether the sides of an act make it an event: a public one, told of enough of those who have a part in it.
extension EventReader {
    /// PLOVER asks these for somebody they are done to.
    func needsRecipient(_ act: Act) -> Bool {
        switch act.type {
        // A curfew is laid on whoever is there.
        case .coerce: act.mode != "curfew" && act.mode != "martial-law"
        case .cooperate, .aid, .sanction, .assault: true
        default: false
        }
    }

    /// Whether an act has a side that is known or speaks in public, and is more than an order inside one government.
    ///
    /// - Parameter verb: the verb that states it; "demanded" and "urged" are said to others even at home.
    func isBetweenTwo(_ act: Act, _ actor: Resolution, _ recipient: Resolution, by verb: Int? = nil) -> Bool {
        let all = actor.actors + recipient.actors
        let isKnown = all.contains { $0.code != nil } || act.type == .protest
        guard isKnown || actor.actors.contains(where: { speaksInPublic($0, act) }) || isPolitics(act.type, actor, recipient) else {
            return false
        }
        // A state protests by words; crowds protest in the PLOVER sense.
        if act.type == .protest, actor.actors.allSatisfy({ $0.sector == nil }) { return false }
        guard act.type == .request, let first = actor.actors.first, !recipient.isOpen else { return true }
        if let verb, page.lexicon.isOfClass(page.lemma(verb), "demanding") { return true }
        return !all.allSatisfy { $0.code == first.code && ["GOV", "MIL"].contains($0.sector ?? "GOV") }
    }

    /// Whether somebody without a known state speaks in public by what he is: parties, parliaments, ministers, rebels, and unions that answer those
    /// who employ them.
    private func speaksInPublic(_ one: Actor, _ act: Act) -> Bool {
        // Whom officers look into is mostly no politics.
        guard act.mode != "investigate" else { return false }
        switch one.sector {
        case "GOV", "LEG", "OPP", "PTY", "MIL", "PRM", "SEP":
            return [.accuse, .reject, .request, .threaten, .agree, .support, .concede].contains(act.type)
        case "REB": return [.accuse, .reject, .request, .threaten, .agree, .support, .concede, .retreat].contains(act.type)
        case "JUD": return act.type == .reject
        case "LAB", "REL": return [.accuse, .reject, .request, .support, .threaten, .agree].contains(act.type)
        default: return false
        }
    }

    /// "The union demanded that the government pay": words between an organisation and an organ, though nobody tells of what state they are.
    private func isPolitics(_ type: EventType, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        guard [.accuse, .reject, .request, .threaten].contains(type), actor.isPublic, recipient.isPublic, !recipient.isOpen else {
            return false
        }
        return actor.actors.allSatisfy { ["LAB", "PTY", "OPP", "SOC", "REB"].contains($0.sector ?? "") }
            && recipient.actors.allSatisfy { ["GOV", "LEG", "JUD", "MIL"].contains($0.sector ?? "") }
    }

    /// A meeting or a joint act of one alone is none.
    func hasBothSides(_ type: EventType, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        guard type == .consult || type == .cooperate else { return true }
        return actor.actors.count + recipient.actors.count > 1 || actor.actors.contains { $0.code == nil }
    }

    func isMutual(_ slot: Slot) -> Bool { slot.alternatives.contains { $0.count > 1 } }
}
