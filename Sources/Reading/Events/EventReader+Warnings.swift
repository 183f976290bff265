import CasusCore
import Language

/// "Moscow warned that it would respond", "told the marchers they would be arrested", "said that Kyiv would pay a price": who says what he
/// will do against somebody, or what will come upon him, threatens.
extension EventReader {
    mutating func warning(_ verb: Int) -> Draft? {
        let warns = page.lexicon.frames[page.lemma(verb)]?.contains { $0.act.type == .threaten } ?? false
        guard warns || Self.isTold(page.lexicon.cues[.verb, page.lemma(verb)]) && !page.lexicon.isOfClass(page.lemma(verb), "inward"),
            page.modality(verb, skippingNegation: false) == .actual, let clause = page.child(verb, .ccomp), let subject = page.subject(verb)
        else { return nil }
        let actor = referents.resolve(subject)
        guard actor.isPublic, !actor.isOpen else { return nil }
        let told = (page.child(verb, .iobj) ?? page.object(verb)).map { referents.resolve($0) } ?? .open
        guard let target = announced(clause, by: actor, told, warns) ?? foretold(clause, to: told, warns) else { return nil }
        let recipient = without(actor, target)
        guard isBetweenTwo(Act(type: .threaten), actor, recipient) else { return nil }
        aboutHeads[verb] = [clause]
        return draft(
            Act(type: .threaten, mode: nil, cameo: "130"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "warning:" + page.lemma(verb))
    }

    /// Against whom somebody says that he will act, open where that is not told; nil where he does not say it.
    private mutating func announced(_ clause: Int, by actor: Resolution, _ told: Resolution, _ warns: Bool) -> Resolution? {
        guard page.isVerbal(clause), ["will", "would", "shall"].contains(where: { has($0, clause) }),
            let doer = page.isPassive(clause) ? page.object(clause) : page.subject(clause),
            warns ? isAgainst(clause) : isPlainlyAgainst(clause, told)
        else { return nil }
        let other = referents.resolve(doer)
        let isOwn = other.actors.contains { one in actor.actors.contains { $0.code == one.code && one.code != nil } }
        guard isOwn || page.isPassive(clause) && (warns || !told.isOpen) else { return nil }
        if !told.isOpen { return told }
        if page.isPassive(clause) { return other }
        if let object = page.object(clause), case let named = referents.resolve(object), !named.isOpen { return named }
        for head in page.obliques(clause, "to") + page.obliques(clause, "against") + page.obliques(clause, "at") {
            let named = referents.resolve(head)
            let whose = named.isOpen ? owners(of: head) : named
            if !whose.isOpen { return whose }
            // "would respond to any attack by Israel"
            let doers = page.children(head, .nmod).filter { page.marker($0) == "by" }.map { referents.resolve($0) }
            if let first = doers.first(where: { !$0.isOpen }) { return first }
        }
        return .open
    }

    /// "Kyiv would pay a price", "could face sanctions", "the bases were legitimate targets", "any attack will be met with force": upon whom a
    /// speaker says that harm will come; nil where he says nothing of the kind.
    private mutating func foretold(_ clause: Int, to told: Resolution, _ warns: Bool) -> Resolution? {
        guard page.modality(clause, skippingNegation: false) != .negated else { return nil }
        if page.child(clause, .cop) != nil {
            guard page.lemma(clause) == "target",
                page.children(clause, .amod).contains(where: { ["legitimate", "fair", "lawful"].contains(page.lower($0)) }),
                let thing = page.child(clause, .nsubj)
            else { return nil }
            if !told.isOpen { return told }
            let named = referents.resolve(thing)
            return named.isPublic ? named : owners(of: thing)
        }
        guard page.isVerbal(clause),
            ["will", "would", "shall", "could", "may", "might", "can"].contains(where: { has($0, clause) }) || page.lemma(clause) == "risk"
        else { return nil }
        if page.isPassive(clause) {
            guard page.lemma(clause) == "meet",
                page.obliques(clause, "with").contains(where: { page.belongs($0, to: "retaliation") || page.belongs($0, to: "force") })
            else { return nil }
            return page.object(clause).map { owners(of: $0) } ?? .open
        }
        guard let debtor = page.subject(clause), isHarmed(clause, warns) else { return nil }
        let named = referents.resolve(debtor)
        let isKnown = named.isPublic && named.actors.allSatisfy { $0.code != nil }
        // "warned Tbilisi that it could lose": the one who is told.
        if !told.isOpen { return told }
        return isKnown || warns && named.isPublic ? named : nil
    }

    /// "pay a heavy price", "face consequences", "lose their licences", "regret it".
    private func isHarmed(_ clause: Int, _ warns: Bool) -> Bool {
        let lemma = page.lemma(clause)
        if lemma == "regret" { return true }
        if warns, lemma == "risk", page.child(clause, .xcomp) != nil { return true }
        guard let object = page.object(clause) else { return false }
        if ["pay", "bear", "suffer", "face", "incur", "risk"].contains(lemma),
            ["consequence", "retaliation", "sanction", "punishment"].contains(where: { page.belongs(object, to: $0) })
        {
            return true
        }
        return warns && ["lose", "forfeit", "face", "risk"].contains(lemma)
    }

    /// What in the mouth of somebody who warns is an act against somebody.
    private mutating func isAgainst(_ clause: Int) -> Bool {
        isHostile(clause) || page.isOne(clause, of: "penal") || isOfForce(clause) || isReaction(clause)
            || verbEvent(clause)?.event?.type == .reject
    }

    /// What is an act against somebody whoever says it. A clause that tells of one by itself needs no second record.
    private func isPlainlyAgainst(_ clause: Int, _ told: Resolution) -> Bool {
        guard page.modality(clause, skippingNegation: false) != .negated else { return false }
        if page.isPassive(clause) { return !told.isOpen && page.isOne(clause, of: "penal") }
        if usesForce(clause) { return true }
        if isReaction(clause) { return isRevenge(clause) || isProvoked(clause) }
        return page.isOne(clause, of: "hostile") && !drafts.contains { $0.token == clause }
    }

    /// "resume attacks", "call a strike", "impose sanctions": what is done is itself an act against somebody.
    private func isOfForce(_ clause: Int) -> Bool {
        guard !page.isPassive(clause), let object = page.object(clause) else { return false }
        return ["attack", "airstrike", "protest", "blockade", "sanction", "retaliation", "countermeasure"].contains {
            page.belongs(object, to: $0)
        }
    }

    private func has(_ auxiliary: String, _ clause: Int) -> Bool {
        page.children(clause, .aux).contains { page.lemma($0) == auxiliary || page.lower($0) == auxiliary }
    }

    /// "would respond", "would step in": of somebody who warns, an act against somebody.
    private func isReaction(_ clause: Int) -> Bool {
        page.lexicon.isOfClass(phrasal(clause), "reaction")
            || page.isOne(clause, of: "revenge")
    }

    /// "hit back", "retaliate": whoever says so, it is a threat.
    func isRevenge(_ clause: Int) -> Bool {
        page.lexicon.isOfClass(phrasal(clause), "revenge")
    }

    /// "use force against"
    func usesForce(_ clause: Int) -> Bool {
        page.lemma(clause) == "use" && page.object(clause).map { page.belongs($0, to: "force") } ?? false
    }

    /// "would respond if attacked", "would answer any attack": what one reacts to is an act of force.
    private func isProvoked(_ clause: Int) -> Bool {
        let causes = page.obliques(clause, "to") + (page.object(clause).map { [$0] } ?? [])
        if causes.contains(where: { page.belongs($0, to: "aggression") || page.belongs($0, to: "attack") }) { return true }
        return page.children(clause, .advcl).contains { condition in
            page.subordinator(condition) == "if"
                && page.lexicon.frames[page.lemma(condition)]?.contains { $0.act.type == .assault } ?? false
        }
    }
}
