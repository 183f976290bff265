import CasusCore
import Language

/// Whether what a predicate states has happened, read from its own words and from everything it is embedded in.
extension Page {
    /// - Parameter act: the token of a verb or of a noun that carries an act.
    /// - Returns: the status, as far as the sentence says it.
    func status(of act: Int) -> Status {
        var status = ownStatus(act)
        var token = act
        var steps = 0
        while let up = head(token), steps < 24 {
            steps += 1
            switch relation(token) {
            case .aclRelcl:
                // What a relative clause says holds whatever the clause around it supposes.
                return status
            case _ where universal(token) == .conj:
                // A conjunct shares the auxiliaries of the first unless it has its own subject or auxiliary.
                let first = up
                if isVerbal(token), isVerbal(first), surfaceHasNoOwn(token) {
                    status = status.under(modality(first, skippingNegation: isContrast(token)))
                }
                token = first
                continue
            case _ where universal(token) == .parataxis:
                return status
            default: break
            }
            let isComplement = isEmbedded(token)
            if let effect = effect(of: up, on: token) { status = status.under(effect) }
            if isComplement || isVerbal(up) || isActNoun(up) || child(up, .cop) != nil {
                if universal(token) == .advcl, isFinite(token), !isConditional(token) { return status }
                if isVerbal(up) || child(up, .cop) != nil {
                    if isBackground(token, in: up) { return status }
                    let outer = modality(up, skippingNegation: false)
                    // "may accuse X of ...", "did not say that": what is not surely said is not surely so.
                    status = status.under(outer == .negated && isComplement && lexicon.cues["verb " + lemma(up)] != nil ? .possible : outer)
                }
            }
            token = up
        }
        return status
    }

    /// What a word's own auxiliaries, negation, determiners and adjectives say.
    private func ownStatus(_ act: Int) -> Status {
        var status = modality(act, skippingNegation: false)
        for token in all(act) {
            switch universal(token) {
            case .amod, .compound, .advmod:
                if let effect = selfEffect(token) { status = status.under(effect) }
            case .det where lower(token) == "no": status = status.under(.negated)
            default: break
            }
        }
        if isConditional(act) { status = status.under(.possible) }
        return status
    }

    /// Negation and modal auxiliaries of a verb group.
    func modality(_ verb: Int, skippingNegation: Bool) -> Status {
        var status = Status.actual
        for token in all(verb) {
            switch universal(token) {
            case .aux, .cop:
                for row in lexicon.embeddings["aux " + lemma(token)] ?? [] { status = status.under(row.effect) }
            case .advmod, .cc:
                if !skippingNegation, ["not", "n't", "never", "neither", "nor", "no"].contains(lower(token)) || lemma(token) == "not" {
                    // "not only" and "not just" deny nothing.
                    let next = token + 1 < tokens.count ? lower(token + 1) : ""
                    if next != "only", next != "just", next != "least" { status = status.under(.negated) }
                }
            default: break
            }
        }
        return status
    }

    private func selfEffect(_ modifier: Int) -> Status? {
        let tag = tokens[modifier].upos == .adv ? "adv " : tokens[modifier].upos == .verb ? "adj " : "adj "
        let rows = lexicon.embeddings[tag + lower(modifier)] ?? lexicon.embeddings[tag + lemma(modifier)]
        return rows?.first { $0.position == "self" || $0.position.isEmpty }?.effect
    }

    private func isConditional(_ clause: Int) -> Bool {
        for token in all(clause) where universal(token) == .mark || universal(token) == .advmod {
            let word = fixed(token)
            if let rows = lexicon.embeddings["mark " + word] ?? lexicon.embeddings["sconj " + word] {
                return rows.first.map { $0.effect == .possible } ?? false
            }
        }
        return false
    }

    /// What a governing word does to what hangs on it at this position.
    private func effect(of governor: Int, on token: Int) -> Status? {
        let pos = isVerbal(governor) ? "verb " : tokens[governor].upos == .adj ? "adj " : "noun "
        guard let rows = lexicon.embeddings[pos + lemma(governor).lowercased()] else { return nil }
        let positions = positions(of: token)
        return rows.first { row in row.position.split(separator: "|").contains { positions.contains(String($0)) } }?.effect
    }

    /// The names by which the lexicon may speak of a token's position.
    private func positions(of token: Int) -> Set<String> {
        var names: Set<String> = []
        switch universal(token) {
        case .ccomp, .xcomp, .csubj:
            names.formUnion(["comp", universal(token).name])
            if let mark = subordinator(token) { names.insert(mark) }
        case .advcl:
            if let mark = subordinator(token) {
                names.insert(mark)
                if mark == "to" || mark == "of" || mark == "that" { names.insert("comp") }
            }
        case .acl:
            if let mark = subordinator(token) {
                names.insert(mark)
                names.insert("comp")
            }
        case .obj: names.insert("obj")
        case .nsubj where relation(token) == .nsubjPass: names.insert("obj")
        case .obl, .nmod:
            if let preposition = marker(token) { names.insert(preposition) }
        default: break
        }
        return names
    }

    private func isEmbedded(_ token: Int) -> Bool {
        switch universal(token) {
        case .ccomp, .xcomp, .csubj, .acl: true
        case .advcl: !isFinite(token)
        default: false
        }
    }

    /// Whether a noun only sets the scene of its clause, so that the clause's own doubts do not touch it: "did not speak
    /// during the visit", "the visit may help".
    private func isBackground(_ token: Int, in clause: Int) -> Bool {
        switch universal(token) {
        case .nsubj where relation(token) != .nsubjPass: !isOccurrence(clause)
        case .obl, .advmod: marker(token).map { Self.scene.contains($0) } ?? true
        case .advcl where isFinite(token): !isConditional(token)
        default: false
        }
    }

    private static let scene: Set<String> = [
        "during", "after", "since", "amid", "despite", "following", "because of", "over", "at", "before", "under", "as", "until", "given",
    ]

    /// "The talks took place", "the visit begins".
    private func isOccurrence(_ verb: Int) -> Bool {
        switch lemma(verb) {
        case "take": children(verb, .obj).contains { lower($0) == "place" } || children(verb, .compound).contains { lower($0) == "place" }
        case "occur", "happen", "begin", "start", "resume", "continue", "go", "last", "come": true
        default: child(verb, .cop) != nil
        }
    }

    private func isActNoun(_ token: Int) -> Bool { lexicon.nouns[lemma(token)] != nil }

    private func surfaceHasNoOwn(_ verb: Int) -> Bool {
        child(verb, .nsubj) == nil && child(verb, .aux) == nil
    }

    /// "did not attack but warned": the negation stays with the first.
    private func isContrast(_ conjunct: Int) -> Bool {
        child(conjunct, .cc).map { ["but", "yet"].contains(lower($0)) } ?? false
    }
}

extension Status {
    /// What remains of a status inside something that is itself only planned, possible, alleged, denied or negated.
    func under(_ outer: Status) -> Status {
        switch (self, outer) {
        case (_, .actual): self
        case (.actual, _): outer
        case (.negated, .negated): .possible
        case (.denied, .negated): .possible
        case (_, .denied): .denied
        case (.denied, _): .denied
        case (_, .alleged), (.alleged, _): .alleged
        case (.planned, .possible), (.possible, .planned), (.possible, .possible): .possible
        case (.planned, .planned): .planned
        case (.negated, .planned), (.negated, .possible): .possible
        case (.planned, .negated), (.possible, .negated): .negated
        }
    }
}
