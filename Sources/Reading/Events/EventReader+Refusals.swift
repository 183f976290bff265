import CasusCore
import Language

/// "The premier said he would not attend", "Kyiv will never accept the terms": who says what he will not do, where it is what others want of
/// him, refuses it.
extension EventReader {
    mutating func refusal(_ verb: Int) -> Draft? {
        guard isRefused(verb), let subject = page.subject(verb) else { return nil }
        let voice = voice(over: verb)
        var actor = referents.resolve(subject)
        if let voice {
            let speaker = referents.resolve(voice)
            // "He said he would not": the one who speaks of himself. What others foresee of somebody is no refusal of his.
            if actor.isOpen, page.tokens[subject].upos == .pron { actor = speaker }
            let isOwn = actor.actors.contains { one in speaker.actors.contains { $0.code == one.code } }
            // "Kenya cannot accept it, the president said": an office without a state is that of the one of whom he speaks.
            let isOffice =
                !speaker.isOpen && speaker.actors.allSatisfy { $0.code == nil && ["GOV", "LEG", "MIL"].contains($0.sector ?? "") }
            guard isOwn || isOffice || endsStrike(verb) && (actor.isOpen || speaker.isOpen) else { return nil }
        }
        let isStrike = endsStrike(verb)
        // "The miners said they would not end the strike": whoever strikes does so in public, though nobody tells of what state he is.
        if isStrike, actor.isOpen, let speaker = voice ?? (page.tokens[subject].upos == .pron ? nil : subject) {
            let name = page.string(page.phrase(speaker))
            actor = Resolution(actors: [Actor(code: nil, sector: "LAB", name: name, text: name)], isPublic: true)
        }
        page.trace?.begin(.event, verb)
        page.trace?.note(.actor, page.phrase(subject), "the one who will not do it", heads: [subject])
        guard !actor.isOpen, isStrike || actor.isPublic && actor.actors.allSatisfy({ $0.code != nil }) else {
            return dropped(actor.isOpen ? .noActor : .privateActor)
        }
        let object = page.object(verb)
        let asked = [object].compactMap(\.self) + ["with", "to", "in", "from"].flatMap { page.obliques(verb, $0) }
        var recipient = Resolution.open
        for head in asked where recipient.isOpen {
            let named = referents.resolve(head)
            recipient = without(actor, named.isPublic ? named : owners(of: head))
        }
        recipient.actors.removeAll { $0.code == nil && $0.sector == nil }
        aboutHeads[verb] = asked
        return draft(
            Act(type: .reject, mode: nil, cameo: "120"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: .actual, rule: "refusal:" + page.lemma(verb))
    }

    /// Whether a clause denies what one may be asked to do: "will not attend", "would never sign", "cannot accept", "does not recognise".
    private func isRefused(_ verb: Int) -> Bool {
        guard [.root, .ccomp, .conj, .parataxis].contains(page.universal(verb)), !page.isPassive(verb), !page.hasSubordinator(verb),
            page.children(verb, .advmod).contains(where: { page.isNegation($0) || isNoLonger($0) }), page.pastModal(verb) == nil,
            !page.all(verb).contains(where: { page.universal($0) == .advcl && $0 < verb })
        else { return false }
        let plain = phrasal(verb)
        // "take part": of some verbs the object is a part.
        let joined = plain == page.lemma(verb) ? plain + " " + (page.object(verb).map { page.lower($0) } ?? "") : plain
        func isOf(_ name: String) -> Bool { page.lexicon.isOfClass(plain, name) || page.lexicon.isOfClass(joined, name) }
        let auxiliaries = page.children(verb, .aux).map { page.lemma($0).inLowerCase }
        let isWill = auxiliaries.contains("will") || auxiliaries.contains("shall")
        let isTold = auxiliaries.contains("would") && page.universal(verb) == .ccomp
        if isWill || isTold { return isOf("asked-for") || isOf("assenting") || endsStrike(verb) }
        if auxiliaries.contains("can") || auxiliaries.contains("could") && page.universal(verb) == .ccomp { return isOf("assenting") }
        return auxiliaries == ["do"] && isOf("acknowledging")
    }

    /// "end the strike", "call off their protest"
    private func endsStrike(_ verb: Int) -> Bool {
        page.lexicon.isOfClass(phrasal(verb), "ending")
            && page.object(verb).map { page.belongs($0, to: "protest") } ?? false
    }

    /// "will no longer recognise"
    private func isNoLonger(_ adverb: Int) -> Bool {
        page.lower(adverb) == "longer" && page.all(adverb).contains { page.lower($0) == "no" }
    }

    /// The one whose words a clause stands in, or nil.
    private func voice(over clause: Int) -> Int? {
        let first = page.firstConjunct(clause)
        guard page.universal(first) == .ccomp, let cue = page.head(first), page.lexicon.cues[.verb, page.lemma(cue)] != nil else {
            return nil
        }
        return page.subject(cue)
    }
}
