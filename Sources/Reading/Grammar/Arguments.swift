import CasusCore
import Language

/// Who does what to whom in a clause, whatever its voice and however it is embedded.
extension Page {
    /// The noun that a verb's doer is named by, or nil.
    func subject(_ verb: Int, depth: Int = 0) -> Int? {
        guard depth < 8 else { return nil }
        if isPassive(verb) { return agent(verb) ?? (universal(verb) == .conj ? sharedAgent(verb, depth: depth) : nil) }
        if let own = surfaceSubject(verb) { return own }
        guard let up = head(verb) else { return nil }
        switch universal(verb) {
        case .conj:
            let first = firstConjunct(verb)
            // "was arrested and confessed": what is acted on in the first clause acts in the second.
            return isPassive(first) ? passiveSubject(first) : subject(first, depth: depth + 1)
        case .xcomp: return controller(of: verb, under: up, depth: depth)
        // "Kenya was wrong to expel him", whatever the tree calls the clause.
        case .csubj: return child(up, .cop) != nil && verb > up ? child(up, .nsubj) : nil
        case .advcl, .ccomp:
            if isFinite(verb) { return nil }
            // "lamented the decision by Chad to close it": the one who decided, wherever the tree hangs him.
            if subordinator(verb) == "to", !isPassive(up), let object = child(up, .obj), lexicon.isOfClass(lemma(object), "decision"),
                let by = children(up, .obl).first(where: { $0 > object && $0 < verb && marker($0) == "by" })
            {
                return by
            }
            return controller(of: verb, under: up, depth: depth)
        case .acl:
            if relation(verb) == .aclRelcl { return nil }
            // "the prospect of Moscow transferring arms": the noun behind "of" acts.
            if tokens[verb].xpos == .vbg, let of = children(up, .nmod).last(where: { $0 > up && $0 < verb && marker($0) == "of" }) {
                return of
            }
            // "Norway is the biggest donor, giving ...": what is said of a noun that only says what somebody is belongs to that somebody.
            if tokens[verb].xpos == .vbg, child(up, .cop) != nil, let own = surfaceSubject(up) { return own }
            if tokens[verb].xpos == .vbg, subordinator(verb) == nil { return up }
            return ownerOfPlan(up, depth: depth)
        case .parataxis where !isFinite(verb): return subject(up, depth: depth + 1)
        // "a report critical of the junta"
        case .amod where tokens[verb].upos == .adj && verb > up: return up
        default: return nil
        }
    }

    /// The noun that names what is acted on, or nil.
    func object(_ verb: Int, depth: Int = 0) -> Int? {
        if isPassive(verb) { return passiveSubject(verb) }
        // Of two bare objects the last is the thing: "gave Kim a car".
        let objects = children(verb, .obj).filter { !isPrepositional($0) }
        let split = objects.isEmpty ? nil : (objects[0] + 1..<(objects.last! + 1)).first { word($0) == "," }
        if let own = objects.last(where: { split == nil || $0 < split! }) { return isRelative(own) ? antecedent(verb) : own }
        if relation(verb) == .aclRelcl, let subject = child(verb, .nsubj), !isRelative(subject), isTransitiveGap(verb) {
            return antecedent(verb)
        }
        if universal(verb) == .conj, depth < 4, let first = head(verb), isVerbal(first), let shared = child(first, .obj), shared > verb {
            return shared
        }
        return nil
    }

    /// The nouns that hang on a verb, or on its object, by a preposition.
    func obliques(_ verb: Int, _ preposition: String) -> [Int] {
        // "imposed duties on steel on Tuesday": a day is nobody.
        var found = all(verb).filter { isObliqueRelation($0) && marker($0) == preposition && !(preposition == "on" && dates[$0] != nil) }
        // "warned Tbilisi of sanctions": who alone is acted on may carry it too.
        if found.isEmpty, let object = object(verb) ?? child(verb, .iobj), head(object) == verb {
            // Of several objects the last may carry it: "shipped shells and missiles to Russia".
            for noun in (measured(object) + conjuncts(object)).reversed() where found.isEmpty {
                found = children(noun, .nmod).filter { $0 > verb && marker($0) == preposition && relation($0) != .nmodPoss }
            }
        }
        // "cleared the sale of jets to Peru", "the withdrawal of troops from Chad": what moves may carry where it goes.
        if found.isEmpty, preposition == "to" || preposition == "from", let object = object(verb), head(object) == verb {
            found = children(object, .nmod).filter { $0 > verb && marker($0) == "of" }.flatMap { moved in
                children(moved, .nmod).filter { marker($0) == preposition }
            }
        }
        // "took part in drills with Peru", "met for talks with Peru": what somebody takes part in may carry with whom.
        if found.isEmpty, preposition == "with", isVerbal(verb) || tokens[verb].upos == .adj {
            found = children(verb, .obl).filter { noun in ["drill", "talks"].contains { belongs(noun, to: $0) } }.flatMap { joint in
                children(joint, .nmod).filter { marker($0) == preposition }
            }
        }
        // "is one of the largest donors to Chad"
        if found.isEmpty, !isVerbal(verb) {
            found = measured(verb).flatMap { noun in children(noun, .nmod).filter { marker($0) == preposition } }
        }
        // "pledged 500 million euros in military aid to Kyiv": what a sum is given as may carry whom it goes to.
        if found.isEmpty, preposition == "to" || preposition == "for", let object = object(verb), head(object) == verb,
            isOne(object, of: "money")
        {
            found = givenAs(object, verb).flatMap { help in children(help, .nmod).filter { marker($0) == preposition } }
        }
        if found.isEmpty, universal(verb) == .conj, child(verb, .obl) == nil, let first = head(verb), isVerbal(first),
            surfaceSubject(verb) == nil
        {
            found = children(first, .obl).filter { $0 > verb && marker($0) == preposition }
        }
        return found
    }

    /// What follows a token in the clause of a verb; empty where the token stands behind it, as an antecedent may.
    func rest(of verb: Int, after token: Int) -> Range<Int> {
        let end = clause(verb).upperBound
        return min(token + 1, end)..<end
    }

    /// The clause that depends on a verb as what is said, planned, refused.
    func complement(_ verb: Int) -> Int? {
        child(verb, .ccomp) ?? child(verb, .xcomp)
            ?? children(verb, .advcl).first { clause in
                guard clause > verb, let mark = subordinator(clause) else { return false }
                return ["of", "for", "from", "against", "to", "that", "about", "with"].contains(mark)
            }
    }

    private func isObliqueRelation(_ token: Int) -> Bool {
        switch universal(token) {
        case .obl, .nmod: true
        case .obj: isPrepositional(token)
        default: false
        }
    }

    /// "surrendered to the troops": an object that a preposition opens is none, whatever the tree calls it.
    private func isPrepositional(_ token: Int) -> Bool {
        let first = extents[token].lowerBound
        return first < token && head(first) == token && universal(first) == .case
    }

    private func surfaceSubject(_ verb: Int) -> Int? {
        // "The question is whether Russia attacked": the clause's own subject, not that of the clause around it.
        guard let subject = exactChild(verb, .nsubj) ?? exactChild(verb, .nsubjOuter) else { return nil }
        return isRelative(subject) ? antecedent(verb) : subject
    }

    private func passiveSubject(_ verb: Int) -> Int? {
        for token in all(verb) where relation(token) == .nsubjPass || relation(token) == .nsubj {
            return isRelative(token) ? antecedent(verb) : token
        }
        guard let up = head(verb) else { return nil }
        switch universal(verb) {
        case .acl, .amod: return up
        case .conj: return isPassive(firstConjunct(verb)) ? passiveSubject(firstConjunct(verb)) : subject(firstConjunct(verb))
        case .xcomp, .advcl: return isVerbal(up) ? controller(of: verb, under: up, depth: 1) : nil
        default: return nil
        }
    }

    private func agent(_ verb: Int) -> Int? {
        if let agent = exactChild(verb, .oblAgent) ?? children(verb, .obl).first(where: { marker($0) == "by" }) { return agent }
        // "were sent to Ukraine by Poland": the tree may hang the doer on the noun before.
        for noun in all(verb) where noun > verb && isNominal(noun) {
            if let nested = children(noun, .nmod).first(where: { marker($0) == "by" }) { return nested }
        }
        return nil
    }

    private func sharedAgent(_ verb: Int, depth: Int) -> Int? {
        let first = firstConjunct(verb)
        return isPassive(first) ? agent(first) : nil
    }

    /// Who does the act of a clause without a subject of its own: "urged Iran to stop", "met him, accusing ...".
    private func controller(of clause: Int, under verb: Int, depth: Int) -> Int? {
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
    private func ownerOfPlan(_ noun: Int, depth: Int) -> Int? {
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

    /// The noun that a relative clause says something of.
    func antecedent(_ verb: Int) -> Int? {
        var clause = verb
        while universal(clause) == .conj, let up = head(clause) { clause = up }
        guard relation(clause) == .aclRelcl, let noun = head(clause) else { return nil }
        return all(clause).contains { ["who", "whom"].contains(lower($0)) } ? personAbove(noun) : noun
    }

    func isRelative(_ token: Int) -> Bool {
        let xpos = tokens[token].xpos
        // "that" as the object or subject of a relative clause, whatever its tag.
        let fills = [.nsubj, .obj].contains(universal(token)) && (head(token).map { relation($0) == .aclRelcl } ?? false)
        guard xpos == .wdt || xpos == .wp || (lower(token) == "that" && (tokens[token].upos == .pron || fills)) else { return false }
        return ["who", "which", "that", "whom"].contains(lower(token))
    }

    /// Whether a relative clause lacks its object: "a charge both countries have denied".
    private func isTransitiveGap(_ verb: Int) -> Bool {
        child(verb, .ccomp) == nil && child(verb, .cop) == nil && !all(verb).contains { universal($0) == .obl && isRelative($0) }
    }

    /// Whether a clause has a tense of its own.
    func isFinite(_ verb: Int) -> Bool {
        if all(verb).contains(where: {
            (universal($0) == .aux || universal($0) == .cop) && tokens[$0].xpos != .vb && tokens[$0].xpos != .vbg
        }) {
            return true
        }
        let xpos = tokens[verb].xpos
        return xpos == .vbd || xpos == .vbz || xpos == .vbp || (xpos == .vbn && child(verb, .nsubj) != nil)
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

    /// The tokens of a clause: the verb's subtree without the clauses that are merely coordinated with it or set beside it.
    func clause(_ verb: Int) -> Range<Int> {
        var range = extents[verb]
        // From the last, for what stands behind one coordinated clause hides its end: "X invited Y, and Y accepted, Z said".
        for token in all(verb).reversed() where [.conj, .parataxis, .list].contains(universal(token)) {
            let extent = extents[token]
            if token > verb, extent.lowerBound > verb, extent.upperBound >= range.upperBound - 1 {
                var end = extent.lowerBound
                while end > verb + 1, universal(end - 1) == .cc || tokens[end - 1].upos == .punct { end -= 1 }
                range = range.lowerBound..<min(range.upperBound, end)
            } else if token < verb, extent.upperBound <= verb, extent.lowerBound <= range.lowerBound + 1 {
                range = extent.upperBound..<range.upperBound
            }
        }
        return range
    }
}
