import CasusCore
import Language
import WhosWho

/// Acts of force whose doer nobody names: "the embassy was attacked", "a car bomb killed six", "eight died in an air strike on the market".
///
/// They are told without an actor, or with the weapon in his place. What may be an accident, or the crime of one private person on another,
/// is none of them.
extension EventReader {
    /// The weapon that stands where the doer should, or nobody in a passive clause; nil where the clause tells of no such act.
    mutating func unnamed(_ frame: Frame, _ verb: Int) -> Resolution? {
        guard frame.act.type == .assault else { return nil }
        // "came under attack"
        if frame.recipient.alternatives.joined().contains(where: { $0.position == "subj" }) { return .open }
        if let subject = page.subject(verb) {
            guard isWeapon(subject) else { return nil }
            let text = page.string(page.phrase(subject))
            page.trace?.note(.actor, page.phrase(subject), "a weapon, and nobody is named who used it", heads: [subject])
            return Resolution(actors: [Actor(code: nil, sector: "UAF", name: text, text: text)], isPublic: true)
        }
        // "rockets were fired"
        let isFired = !frame.object.isAny && page.object(verb).map(isWeapon) ?? false
        guard page.isPassive(verb), isFired || isOfForce(verb) else { return nil }
        // "were murdered in an attack on the camp": the noun has told it.
        guard !page.children(verb, .obl).contains(where: { noun in drafts.contains { $0.token == noun } }) else { return nil }
        return .open
    }

    /// A weapon of war, but for what an old war left in the ground.
    func isWeapon(_ noun: Int) -> Bool {
        ["missile", "drone", "shell", "bomb"].contains { page.belongs(noun, to: $0) }
            && !page.all(noun).contains { page.belongs($0, to: "leftover") }
            && !drafts.contains { $0.token == noun }
            // "a rocket carrying a satellite"
            && !page.children(noun, .acl).contains { clause in
                page.lemma(clause) == "carry" && !(page.object(clause).map { page.belongs($0, to: "weapon") } ?? false)
            }
    }

    /// "was shelled", "was assassinated": done by somebody, and on purpose; not "was killed".
    private func isOfForce(_ verb: Int) -> Bool {
        let lemma = page.lemma(verb)
        return page.lexicon.isOfClass(lemma, "raiding") || page.lexicon.isOfClass(lemma, "slaying")
    }

    /// Whether those on whom a nameless act of force falls make it a public one: states and their organs, organisations, parties, the press; by
    /// weapons of war and by raids also crowds, buildings and places.
    func isStruckInPublic(_ victims: Resolution, _ heads: [Int], _ verb: Int) -> Bool {
        guard !victims.isOpen else { return false }
        // "was attacked over his remarks"
        if page.lemma(verb) == "attack", ["over", "for", "as"].contains(where: { !page.obliques(verb, $0).isEmpty }) { return false }
        let isRaid =
            !page.isPassive(verb) || page.object(verb).map(isWeapon) ?? false || page.lexicon.isOfClass(page.lemma(verb), "raiding")
        let isKnown = heads.allSatisfy { head in
            page.mentions[head] != nil || page.tokens[head].xpos == .nns
                || ["crowd", "civilian", "troops", "target", "building", "territory", "infrastructure", "warship", "aircraft", "embassy"]
                    .contains { page.belongs(head, to: $0) }
        }
        return victims.actors.allSatisfy { one in
            switch one.sector {
            case "GOV", "LEG", "JUD", "MIL", "OPP", "PTY", "REB", "JRN", "SPY", "PRE", "PRM", "SEP", "IGO", "NGO": true
            case nil where one.code.map { page.who.state($0) == nil } ?? false: true
            default: isRaid && isKnown
            }
        }
    }

    /// Whether an act is done with weapons that only war or terror uses.
    func isOfWar(_ act: Act, _ noun: Int) -> Bool {
        page.isOne(noun, of: "bombing")
            || ["aerial", "drone", "heavy-weapons", "explosives", "suicide-attack", "unconventional"].contains(act.mode ?? "")
    }

    /// The verb that tells what an act did, and those who suffered: "the raid killed six", "six died in the raid", "a series of raids killed six".
    func toll(of noun: Int) -> (verb: Int, victims: [Int])? {
        var top = page.firstConjunct(noun)
        if page.universal(top) == .nmod, page.marker(top) == "of", let up = page.head(top), page.isOne(up, of: "series") { top = up }
        guard let verb = page.head(top), page.isVerbal(verb), page.lexicon.isOfClass(page.lemma(verb), "toll") else { return nil }
        switch page.universal(top) {
        case .nsubj where !page.isPassive(verb):
            if let object = page.object(verb) { return (verb, [object]) }
            // "left six officers dead"
            guard let rest = page.complement(verb), let victims = page.subject(rest), victims != top else { return nil }
            return (verb, [victims])
        case .obl where ["in", "by", "during", "after", "from"].contains(page.marker(top) ?? ""):
            guard let victims = page.isPassive(verb) ? page.object(verb) : page.object(verb) == nil ? page.subject(verb) : nil else {
                return nil
            }
            return victims == top ? nil : (verb, [victims])
        default: return nil
        }
    }
}
