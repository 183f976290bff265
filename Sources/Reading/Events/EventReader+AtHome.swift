import CasusCore
import Language
import WhosWho

/// What has the words of an act between two sides, and is a matter of one alone: programmes, journeys at home, advice to one's own people.
extension EventReader {
    /// Why a verb with these sides states no act between them, or nil.
    mutating func ownAffair(_ frame: Frame, _ verb: Int, _ actor: Resolution, _ recipient: Resolution) -> Reason? {
        let act = frame.act
        switch act.type {
        // "Spoke to reporters": those who write it down are no side.
        case .consult where (actor.actors + recipient.actors).contains { $0.sector == "JRN" }: return .ownAffair
        // "A court jailed two poachers": crime between private people and its policing.
        case .sanction where act.mode == "convict" && isCrime(actor, recipient): return .ownAffair
        case .coerce where act.mode == "arrest" && isCrime(actor, recipient): return .ownAffair
        case .agree where isProgramme(frame, verb, actor, recipient): return .ownAffair
        case .threaten where isToOwnPeople(frame, verb): return .ownAffair
        // "Mr Stoltenberg left NATO": a man goes, not a member.
        case .sanction where act.mode == "withdraw" && act.cameo == "160" && isNamedPerson(page.subject(verb)): return .ownAffair
        // "warned Poles against swimming", "told tourists not to swim": a clause of advice.
        case .threaten where isAdvice(verb, actor, recipient): return .ownAffair
        case .protest where isOfPower(act, actor) || isAssembly(verb): return .ownAffair
        // "treating women as children" heals nobody.
        case .aid where act.cameo == "073" && !(page.obliques(verb, "as") + page.obliques(verb, "like")).isEmpty: return .ownAffair
        case .retreat where act.mode == "disarm" && isOfAnother(page.object(verb), than: actor): return .ownAffair
        default: return isJourney(act, actor, recipient) ? nil : .ownAffair
        }
    }

    private func isCrime(_ actor: Resolution, _ recipient: Resolution) -> Bool {
        !recipient.isOpen && recipient.actors.allSatisfy { one in one.sector == "CRM" && one.code == nil }
            && actor.actors.allSatisfy { ["JUD", "COP"].contains($0.sector ?? "") }
    }

    /// "The government protested against the ruling", "ministers gathered": those in power protest by words, unless they strike.
    func isOfPower(_ act: Act, _ actor: Resolution) -> Bool {
        act.type == .protest && act.mode != "strike" && act.mode != "hunger"
            && actor.actors.allSatisfy {
                ["GOV", "MIL", "JUD", "SPY"].contains($0.sector ?? "GOV") && !$0.text.lowercased().hasSuffix("servants")
            }
    }

    /// "Pilgrims gathered on the banks", "gathered to welcome the bishop": people come together for much else than to protest; they protest
    /// who come with a demand, or to a place of power.
    private func isAssembly(_ verb: Int) -> Bool {
        guard page.lexicon.isOfClass(page.lemma(verb), "gathering") else { return false }
        if let subject = page.subject(verb), page.belongs(subject, to: "protester") { return false }
        let clauses = page.all(verb).filter { [.advcl, .xcomp, .acl, .conj].contains(page.universal($0)) && page.isVerbal($0) }
        if clauses.contains(where: { page.lexicon.isOfClass(page.lemma($0), "festive") }) { return true }
        if clauses.contains(where: { page.lexicon.isOfClass(page.lemma($0), "grievance") }) { return false }
        return !page.all(verb).contains { noun in
            page.universal(noun) == .obl
                && (["outside", "against"].contains(page.marker(noun) ?? "") || page.belongs(noun, to: "forum")
                    || page.belongs(noun, to: "protest"))
        }
    }

    func isNamedPerson(_ subject: Int?) -> Bool {
        subject.flatMap { page.mentions[$0] }?.candidates.contains(where: \.isPerson) ?? false
    }

    /// "Labour pledged free lessons", "he assured voters that taxes would fall": what a party would do in office is a programme, and voters are
    /// told it, not promised help.
    private func isProgramme(_ frame: Frame, _ verb: Int, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        guard frame.act.cameo?.hasPrefix("03") ?? false else { return false }
        if !recipient.isOpen, recipient.actors.allSatisfy({ isElectorate($0) }) { return true }
        guard recipient.isOpen, actor.actors.allSatisfy({ $0.sector == "PTY" }) else { return false }
        return isMutual(frame.actor) ? page.child(verb, .ccomp) != nil : !frame.object.hasPlaces
    }

    private func isElectorate(_ actor: Actor) -> Bool {
        let words = actor.text.lowercased().split(separator: " ")
        return words.last.map { ["voter", "voters", "electorate", "pensioners", "taxpayers", "supporters", "delegates"].contains($0) }
            ?? false
    }

    /// "Warned his supporters against complacency", "warned its citizens against travelling": advice, no threat.
    private func isToOwnPeople(_ frame: Frame, _ verb: Int) -> Bool {
        let heads = frame.recipient.alternatives.joined().filter { $0.ofClass == nil }.flatMap { page.heads(at: $0, of: verb) }
        return !heads.isEmpty
            && heads.allSatisfy { head in
                page.exactChild(head, .nmodPoss).map { ["his", "her", "its", "their", "our", "my"].contains(page.lower($0)) } ?? false
            }
    }

    private func isAdvice(_ verb: Int, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        guard let clause = page.complement(verb), let mark = page.subordinator(clause),
            mark == "against" || mark == "to" && page.lexicon.control[page.lemma(verb)] == .object
        else { return false }
        // What those in arms advise is no advice.
        if actor.actors.contains(where: { ["REB", "PRM", "UAF", "SEP"].contains($0.sector ?? "") }) { return false }
        return recipient.actors.allSatisfy { one in one.code == nil || one.sector.map { !["GOV", "MIL", "LEG"].contains($0) } ?? false }
    }

    /// "To halt the Iranian programme": who stops another's gives nothing up.
    private mutating func isOfAnother(_ thing: Int?, than actor: Resolution) -> Bool {
        guard let thing else { return false }
        let whose = owners(of: thing)
        return !whose.isOpen && !whose.actors.contains { one in actor.actors.contains { $0.code == one.code } }
    }

    /// Whether a visit is one: not of people who come to live, nor within one's own state, nor to a community.
    func isJourney(_ act: Act, _ actor: Resolution, _ recipient: Resolution) -> Bool {
        guard act.type == .consult, act.mode == "visit" || act.mode == "multilateral" else { return true }
        if actor.actors.allSatisfy({ $0.sector == "CVL" }) { return false }
        guard !recipient.isOpen else { return true }
        if recipient.actors.allSatisfy({ $0.sector == "CVL" }) { return false }
        return !recipient.actors.allSatisfy { host in
            host.sector == nil && host.code != nil && actor.actors.allSatisfy { $0.code == host.code }
        }
    }
}
