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

    func isObliqueRelation(_ token: Int) -> Bool {
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
        guard isRelative(subject) else { return subject }
        // "the rebels, who Kinshasa says are armed": the relative word belongs to what is said.
        if child(verb, .ccomp) != nil, let own = children(verb, .nsubj).last(where: { $0 > subject && $0 < verb && !isRelative($0) }) {
            return own
        }
        return antecedent(verb)
    }

    func passiveSubject(_ verb: Int) -> Int? {
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

    func agent(_ verb: Int) -> Int? {
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
