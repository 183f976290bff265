import CasusCore
import Language

/// Who does the act of a clause that has no subject of its own, and the words of a verb.
extension Page {
    /// Who does the act of a clause without a subject of its own: "urged Iran to stop", "met him, accusing ...".
    func controller(of clause: Int, under verb: Int, depth: Int) -> Int? {
        guard isVerbal(verb) || child(verb, .cop) != nil || exactChild(verb, .auxPass) != nil || universal(verb) == .xcomp
        else { return nil }
        let mark = subordinator(clause)
        let objectControls: Bool
        let isPhoned = isPhoned(for: clause, by: verb)
        switch lexicon.control[lemma(verb)] {
        case _ where isPhoned: objectControls = false
        case .object?, .either?: objectControls = true
        case .subject?: objectControls = false
        case nil:
            // "jailed him for spying", "rewarded Tripoli for giving up its arms"
            let isReason = mark == "for" && tokens[clause].xpos == .vbg && isDoneForDeeds(verb)
            objectControls = isReason || universal(clause) == .xcomp || (mark.map { ["of", "from"].contains($0) } ?? false)
        }
        // "wrote to him, accusing him of a lie": a participle set beside the clause goes with the one who acts in it.
        let isLoose = universal(clause) == .advcl && mark == nil && tokens[clause].xpos == .vbg
        if objectControls, !isLoose, clause > verb, !(mark.map { Self.adjuncts.contains($0) } ?? false) {
            if let object = object(verb, depth: depth + 1) ?? child(verb, .iobj) { return object }
            if lexicon.control[lemma(verb)] == .object, let asked = asked(by: verb, for: clause) { return asked }
            if lexicon.control[lemma(verb)] == .object, !isPassive(verb) { return nil }
        }
        // "lashed out at Turkey for having shot down a jet": who is blamed has done it.
        if mark == "for", clause > verb, lexicon.control[lemma(verb)] == nil, !isPassive(verb),
            lexicon.frames[lemma(verb)]?.contains(where: { $0.act.type == .accuse }) ?? false,
            let blamed = children(verb, .obl).first(where: { marker($0) == "at" && $0 < clause })
        {
            return blamed
        }
        if isPassive(verb) {
            return objectControls || universal(clause) == .xcomp ? passiveSubject(verb) : agent(verb) ?? passiveSubject(verb)
        }
        return subject(verb, depth: depth + 1)
    }

    /// Whether what a verb states is done to somebody for what he did.
    private func isDoneForDeeds(_ verb: Int) -> Bool {
        lemma(verb) == "reward"
            || lexicon.frames[lemma(verb)]?.contains { [.accuse, .support, .sanction, .coerce].contains($0.act.type) } ?? false
    }

    /// "called on Norway to send", "appealed to Norway to send", "called for Norway to send": the one who is asked.
    private func asked(by verb: Int, for clause: Int) -> Int? {
        all(verb).first { noun in
            guard isObliqueRelation(noun), noun < clause, let marker = marker(noun) else { return false }
            return ["on", "to", "upon"].contains(marker) || (marker == "for" && subordinator(clause) == "to")
        }
    }

    /// "called Kyiv to thank it", not "called on Kyiv to stop": who is phoned is told, who is called on is asked.
    func isPhoned(for clause: Int, by verb: Int) -> Bool {
        lemma(verb) == "call" && subordinator(clause) == "to" && !isPassive(verb) && object(verb) != nil
            && (obliques(verb, "on") + obliques(verb, "upon")).allSatisfy { dates[$0] != nil }
    }

    /// "Russia's plan to attack": the one whose plan it is.
    func ownerOfPlan(_ noun: Int, depth: Int) -> Int? {
        if let owner = exactChild(noun, .nmodPoss) { return owner }
        if let of = children(noun, .nmod).first(where: { marker($0) == "by" }) { return of }
        // "is on the verge of attacking"
        if child(noun, .cop) != nil { return child(noun, .nsubj) }
        // "became the first to visit"
        if universal(noun) == .xcomp, let verb = head(noun) { return subject(verb, depth: depth + 1) }
        // "asked Norway for permission to send"
        if universal(noun) == .obl, marker(noun) == "for", let verb = head(noun), isVerbal(verb) { return subject(verb, depth: depth + 1) }
        // "supports any effort to end the war": another's, while who makes an effort makes his own.
        if universal(noun) == .obj, let verb = head(noun), isVerbal(verb), !judges(verb) { return subject(verb, depth: depth + 1) }
        return nil
    }

    /// Whether a verb mostly praises, blames or answers what another does. Who denies a thing speaks of his own.
    private func judges(_ verb: Int) -> Bool {
        guard !denies(verb), let frames = lexicon.frames[lemma(verb)] else { return false }
        return 2 * frames.count { [.support, .accuse, .reject].contains($0.act.type) && !$0.object.isNone } > frames.count
    }

    /// The verb with its auxiliaries, negation and particles: the tokens of "had not pulled out".
    func verbGroup(_ verb: Int) -> Range<Int> {
        var (low, high) = (verb, verb + 1)
        for token in all(verb) {
            switch universal(token) {
            case .aux: low = min(low, token)
            case .compound where relation(token) == .compoundPrt && token == high: high = token + 1
            case .advmod where token < verb && verb - token <= 3 && isInsideGroup(token, verb): low = min(low, token)
            default: break
            }
        }
        return low..<high
    }

    private func isInsideGroup(_ adverb: Int, _ verb: Int) -> Bool {
        (adverb + 1..<verb).allSatisfy { head($0) == verb && [.aux, .advmod].contains(universal($0)) }
    }
}
