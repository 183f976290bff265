import CasusCore
import Language

/// Whether what a predicate states has happened, read from its own words and from everything it is embedded in.
extension Page {
    /// - Parameter act: the token of a verb or of a noun that carries an act.
    /// - Returns: the status, as far as the sentence says it.
    func status(of act: Int) -> Status {
        trace?.weigh(act)
        defer { trace?.endWeighing() }
        var status = clauseStatus(act)
        if isHeadlineInfinitive(act) || isToBe(act) {
            status = status.under(.planned)
            trace?.link(act, .planned, "the infinitive after “be”, or in a headline, is what is planned")
        }
        var token = act
        var steps = 0
        while let up = head(token), steps < 24 {
            steps += 1
            switch universal(token) {
            case .acl where relation(token) == .aclRelcl:
                // What a relative clause says holds whatever the clause around it supposes.
                trace?.link(token, nil, "a relative clause holds whatever the clause around it supposes")
                return status
            case .conj:
                // A conjunct shares the auxiliaries of the first unless it has its own subject or auxiliary.
                if isVerbal(token), isVerbal(up), child(token, .nsubj) == nil, child(token, .aux) == nil {
                    status = status.under(modality(up, skippingNegation: isContrast(token)))
                    if hasSubordinator(up) {
                        status = status.under(.possible)
                        trace?.link(up, .possible, "a condition or question opens the clause")
                    }
                }
                token = up
                continue
            case .acl where isReported(token, of: up):
                trace?.link(token, nil, "a participle holds whatever is to be done about the thing it describes")
                return status
            case .parataxis:
                trace?.link(token, nil, "a clause set beside another holds by itself")
                return status
            default: break
            }
            if let effect = effect(of: up, on: token) { status = status.under(effect) }
            if isVerbal(up) || child(up, .cop) != nil {
                if isBackground(token, in: up) {
                    trace?.link(up, nil, "the phrase only sets the scene of the clause, whose doubts do not touch it")
                    return status
                }
                let outer = clauseStatus(up)
                // "the gifts were not named": what is not told of is not denied.
                if outer == .negated, !isClausal(token), tells(up) {
                    trace?.link(up, nil, "what is not told of is not denied")
                    return status
                }
                let isSaid = outer == .negated && isClausal(token) && lexicon.cues[.verb, lemma(up)] != nil
                // "did not say that ...": what is not said may be so or not.
                status = status.under(isSaid ? .possible : outer)
                if isSaid { trace?.link(up, .possible, "what is not said may be so or not") }
            } else if isNominal(up), !isActNoun(up), universal(token) == .acl || universal(token) == .nmod {
                // "no plan to attack": the governing noun may itself be denied.
                if children(up, .det).contains(where: { lower($0) == "no" }) {
                    status = status.under(.negated)
                    trace?.link(up, .negated, "the noun that governs it is denied by “no”")
                }
            }
            token = up
        }
        return status
    }

    /// What a word's own auxiliaries, negation, determiners, adjectives and subordinator say.
    private func clauseStatus(_ act: Int) -> Status {
        var status = modality(act, skippingNegation: false)
        for token in all(act) {
            switch universal(token) {
            case .advmod where isNegation(token): break
            case .obj where isVerbal(act):
                if isNone(token) {
                    status = status.under(.negated)
                    trace?.link(token, .negated, "the object is none")
                }
            case .amod, .compound, .advmod:
                if let effect = selfEffect(token) { status = status.under(effect) }
            case .det:
                for row in lexicon.embeddings[.det, lower(token)] ?? [] { status = status.under(applied(row, by: token)) }
            case .case, .mark, .cc:
                for row in lexicon.embeddings[.adp, fixed(token)] ?? [] { status = status.under(applied(row, by: token)) }
            default: break
            }
        }
        if hasSubordinator(act) {
            status = status.under(.possible)
            trace?.link(act, .possible, "a condition or question opens the clause")
        }
        return status
    }

    /// The effect of a row of embedding.csv.
    private func applied(_ row: Embedding, by token: Int) -> Status {
        trace?.link(token, row.effect, "the word makes what it governs \(row.effect.rawValue)", from: row.source)
        return row.effect
    }

    /// Negation and modal auxiliaries of a verb group.
    func modality(_ verb: Int, skippingNegation: Bool) -> Status {
        var status = Status.actual
        var isNegated = false
        for token in all(verb) {
            switch universal(token) {
            case .aux where lemma(token) == "would" || lower(token) == "would":
                let future = isReportedFuture(verb)
                status = status.under(future ? .planned : .possible)
                trace?.link(
                    token, future ? .planned : .possible, future ? "“would” after a word of speech is the future told" : "“would” supposes")
            case .aux, .cop:
                for row in lexicon.embeddings[.aux, lemma(token)] ?? [] { status = status.under(applied(row, by: token)) }
            case .advmod, .cc, .discourse:
                guard !skippingNegation else { continue }
                if isNegation(token) {
                    // "not only" and "not just" deny nothing.
                    let next = token + 1 < tokens.count ? lower(token + 1) : ""
                    if next != "only", next != "just", next != "least" {
                        isNegated = true
                        trace?.link(token, nil, "a negation")
                    }
                }
            case .nsubj:
                // "Nobody could say", "no head of state had travelled there"
                if isNone(token) {
                    isNegated = true
                    trace?.link(token, nil, "the subject is none")
                }
            default: break
            }
        }
        if isNor(verb) {
            isNegated = true
            trace?.link(sentenceTokens(verb).lowerBound, nil, "“nor” denies the clause")
        }
        guard isNegated, !skippingNegation else { return status }
        // "could not", "will not" say no; "may not" leaves it open.
        let leavesOpen = all(verb).contains { universal($0) == .aux && ["may", "might"].contains(lemma($0)) }
        let says = leavesOpen ? "“may not” leaves the clause open" : "the clause is negated"
        trace?.link(verb, leavesOpen ? .possible : .negated, says)
        return leavesOpen ? .possible : .negated
    }

    /// "announced that it would open a consulate": after a word of speech in the past, "would" is the future told.
    private func isReportedFuture(_ verb: Int) -> Bool {
        guard universal(verb) == .ccomp, let said = head(verb), tokens[said].xpos == .vbd || tokens[said].xpos == .vbn else { return false }
        return lexicon.cues[.verb, lemma(said)]?.contains { [.asserts, .confirms].contains($0.stance) } ?? false
    }

    private func isNegation(_ token: Int) -> Bool {
        lemma(token) == "not" || ["n't", "never", "neither", "nor"].contains(lower(token))
    }

    /// "nobody", "no president", "neither France nor Germany"
    private func isNone(_ noun: Int) -> Bool {
        if ["nobody", "none", "neither"].contains(lower(noun)) { return true }
        let first = extents[noun].lowerBound
        if ["no", "neither"].contains(lower(first)) { return true }
        let before = phrase(noun).lowerBound - 1
        return before >= sentenceTokens(noun).lowerBound && ["no", "neither"].contains(lower(before))
    }

    /// "is to be signed": the infinitive after "be" is what is planned.
    private func isToBe(_ verb: Int) -> Bool {
        guard let mark = all(verb).first(where: { universal($0) == .mark && lower($0) == "to" }), mark > sentenceTokens(verb).lowerBound
        else { return false }
        return lemma(mark - 1) == "be" && universal(mark - 1) != .cop || ["is", "are", "was", "were"].contains(lower(mark - 1))
    }

    /// "Nor did they say": the first word denies the clause.
    private func isNor(_ verb: Int) -> Bool {
        let first = sentenceTokens(verb).lowerBound
        return first < verb && lower(first) == "nor" && universal(verb) == .root && !children(verb, .cc).contains(first)
    }

    private func selfEffect(_ modifier: Int) -> Status? {
        let part: RowsByWord<Embedding>.PartOfSpeech = tokens[modifier].upos == .adv ? .adv : .adj
        let rows = lexicon.embeddings[part, lower(modifier)] ?? lexicon.embeddings[part, lemma(modifier)]
        return rows?.first { $0.position == "self" || $0.position.isEmpty }.map { applied($0, by: modifier) }
    }

    /// Whether "if", "whether", "unless" or the like opens the clause.
    func hasSubordinator(_ clause: Int) -> Bool {
        // "Had Russia attacked, ...": the auxiliary in front of its subject is a condition.
        let sentence = sentenceTokens(clause)
        let first = sentence.lowerBound
        if ["had", "were", "should"].contains(lower(first)), clause > first + 1, isNominal(first + 1),
            lower(sentence.upperBound - 1) != "?",
            let comma = sentence.first(where: { word($0) == "," }), clause < comma
        {
            return true
        }
        for token in all(clause) where universal(token) == .mark || universal(token) == .advmod {
            if let rows = lexicon.embeddings[.sconj, fixed(token)] { return rows.contains { $0.effect == .possible } }
        }
        return false
    }

    /// "Kim to visit Moscow": in a headline the infinitive is the future.
    private func isHeadlineInfinitive(_ verb: Int) -> Bool {
        tokens[verb].xpos == .vb && universal(verb) == .root && subordinator(verb) == "to" && child(verb, .nsubj) != nil
    }

    /// What a governing word does to what hangs on it at this position.
    private func effect(of governor: Int, on token: Int) -> Status? {
        let positions = positions(of: token)
        if lemma(governor) == "be", universal(token) == .xcomp, subordinator(token) == "to" {
            trace?.link(governor, .planned, "the infinitive after “be” is what is planned")
            return .planned
        }
        // "phoned Kyiv to thank it": what somebody is called for is done in the call.
        if isVerbal(governor), isPhoned(for: token, by: governor) { return nil }
        let part: RowsByWord<Embedding>.PartOfSpeech = isVerbal(governor) ? .verb : tokens[governor].upos == .adj ? .adj : .noun
        var keys = [(part, lemma(governor).inLowerCase)]
        if isVerbal(governor),
            let particle = exactChild(governor, .compoundPrt) ?? children(governor, .advmod).first(where: { $0 == governor + 1 })
        {
            keys.insert((part, keys[0].1 + " " + lower(particle)), at: 0)
        }
        // "is alleged to have sent": a participle that the tagger took for an adjective.
        if tokens[governor].upos == .adj, lower(governor).hasSuffix("ed") {
            keys += [String(lower(governor).dropLast()), String(lower(governor).dropLast(2))].map { (.verb, $0) }
        }
        for (part, word) in keys {
            // "decided against sending": the word that marks the clause says more than its place.
            if let mark = subordinator(token), let row = lexicon.embeddings[part, word]?.first(where: { $0.position == mark }) {
                return applied(row, by: governor)
            }
            for row in lexicon.embeddings[part, word] ?? []
            where row.position.split(separator: "|").contains(where: { positions.contains(String($0)) }) {
                // "announced their support": words of praise or blame are done when they are announced.
                if row.effect == .planned, universal(token) == .obj, isDoneByWords(token) { continue }
                return applied(row, by: governor)
            }
        }
        return nil
    }

    /// Whether a noun is an act that is done in saying it: support, a refusal, criticism.
    func isDoneByWords(_ noun: Int) -> Bool {
        guard let rows = lexicon.nouns[lemma(noun)] else { return false }
        return rows.allSatisfy { [.support, .reject, .accuse].contains($0.act.type) && $0.act.mode == nil || !$0.modifier.isEmpty }
    }

    /// "To address the concerns raised by the court": what a purpose is about has happened, though the purpose has not.
    private func isReported(_ participle: Int, of noun: Int) -> Bool {
        guard tokens[participle].xpos == .vbn, universal(noun) == .obj, let verb = head(noun) else { return false }
        return isVerbal(verb) && subordinator(verb) == "to"
            && !children(noun, .det).contains { ["no", "any"].contains(lower($0)) }
    }

    /// The names by which the lexicon may speak of a token's position.
    private func positions(of token: Int) -> Set<String> {
        var names: Set<String> = []
        switch universal(token) {
        case .ccomp, .xcomp, .csubj: names = ["comp", universal(token).name]
        case .advcl where !isFinite(token) || subordinator(token) == "that": names = ["comp"]
        case .acl where tokens[token].xpos != .vbn: names = ["comp"]
        case .obj: names = ["obj"]
        case .nsubj where relation(token) == .nsubjPass: names = ["obj"]
        case .nsubj: names = ["subj"]
        case .obl, .nmod:
            if let preposition = marker(token) { names.insert(preposition) }
            if relation(token) == .nmodPoss { names.insert("poss") }
        default: break
        }
        if let mark = subordinator(token) { names.insert(mark) }
        return names
    }

    private func tells(_ verb: Int) -> Bool {
        lexicon.cues[.verb, lemma(verb)] != nil
            || ["specify", "disclose", "reveal", "detail", "name", "mention", "identify", "discuss"].contains(lemma(verb))
    }

    private func isClausal(_ token: Int) -> Bool {
        switch universal(token) {
        case .ccomp, .xcomp, .csubj, .advcl, .acl: true
        default: false
        }
    }

    /// Whether a phrase only sets the scene of its clause, so that the clause's own doubts do not touch it: "did not speak
    /// during the visit", "the visit may help".
    private func isBackground(_ token: Int, in clause: Int) -> Bool {
        switch universal(token) {
        case .nsubj where relation(token) != .nsubjPass: !isOccurrence(clause)
        case .obl: marker(token).map { Self.scene.contains($0) } ?? true
        case .advcl: isFinite(token) && subordinator(token) != "that"
        default: false
        }
    }

    private static let scene: Set<String> = [
        "during", "after", "since", "amid", "despite", "following", "because of", "over", "at", "before", "under", "as", "until", "given",
        "due to",
    ]

    /// "The talks took place", "the visit begins".
    private func isOccurrence(_ verb: Int) -> Bool {
        switch lemma(verb) {
        case "take": all(verb).contains { lower($0) == "place" }
        case "occur", "happen", "begin", "start", "resume", "continue", "last", "come": true
        default: child(verb, .cop) != nil
        }
    }

    private func isActNoun(_ token: Int) -> Bool { lexicon.nouns[lemma(token)] != nil }

    /// "did not attack but warned": the negation stays with the first.
    private func isContrast(_ conjunct: Int) -> Bool {
        child(conjunct, .cc).map { ["but", "yet"].contains(lower($0)) } ?? false
    }
}
