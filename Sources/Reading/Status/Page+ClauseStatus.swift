import CasusCore
import Language

/// What the words of one clause say of its predicate: auxiliaries, negation, determiners, adjectives.
extension Page {
    /// - Parameter part: a word of the clause that is weighed itself: its own "no" is not counted twice.
    func clauseStatus(_ act: Int, besides part: Int?) -> Status {
        var status = hindsight(act) ?? modality(act, skippingNegation: false, besides: part)
        // "is no longer in force", where the tree makes the adverb the predicate
        if tokens[act].upos == .adv, let effect = selfEffect(act) { status = status.under(effect) }
        for token in all(act) where token != part {
            switch universal(token) {
            case .advmod where isNegation(token): break
            case .obj where isVerbal(act):
                if isNone(token) {
                    status = status.under(.negated)
                    trace?.link(token, .negated, "the object is none")
                }
            case .amod, .compound, .advmod:
                if let effect = selfEffect(token) { status = status.under(effect) }
            case .obl where children(token, .det).contains(where: { lower($0) == "no" }):
                // "under no circumstances"
                for row in lexicon.embeddings[.adv, string(extents[token]).lowercased()] ?? [] {
                    status = status.under(applied(row, by: token))
                }
            case .det:
                for row in lexicon.embeddings[.det, lower(token)] ?? [] { status = status.under(applied(row, by: token)) }
            case .case, .mark, .cc:
                for row in lexicon.embeddings[.adp, fixed(token)] ?? [] { status = status.under(applied(row, by: token)) }
            default: break
            }
        }
        if isHeadlineInfinitive(act) || isToBe(act) {
            status = status.under(.planned)
            trace?.link(act, .planned, "the infinitive after “be”, or in a headline, is what is planned")
        }
        // "The only hope is for Washington to withdraw", "Let them go!": an infinitive or an order by itself tells of nothing done.
        if isBareInfinitive(act) {
            status = status.under(.possible)
            trace?.link(act, .possible, "an infinitive that is all the sentence says")
        }
        if let yet = yetToBe(act) {
            status = status.under(.negated)
            trace?.link(yet, .negated, "what is yet to be done is not done")
        }
        guard hasSubordinator(act) else { return status }
        if status == .negated, isCounterfactual(act) {
            trace?.link(act, .actual, "supposed not to have happened, it has")
            return .actual
        }
        trace?.link(act, .possible, "a condition or question opens the clause")
        return status.under(.possible)
    }

    /// The effect of a row of embedding.csv.
    func applied(_ row: Embedding, by token: Int) -> Status {
        trace?.link(token, row.effect, "the word makes what it governs \(row.effect.rawValue)", from: row.source)
        return row.effect
    }

    /// Negation and modal auxiliaries of a verb group.
    func modality(_ verb: Int, skippingNegation: Bool, besides part: Int? = nil) -> Status {
        var status = Status.actual
        var isNegated = false
        for token in all(verb) {
            switch universal(token) {
            case .aux where lower(token) == "would" || lemma(token) == "would":
                let future = isReportedFuture(verb)
                status = status.under(future ? .planned : .possible)
                trace?.link(
                    token, future ? .planned : .possible, future ? "“would” after a word of speech is the future told" : "“would” supposes")
            case .aux, .cop:
                for row in lexicon.embeddings[.aux, lemma(token)] ?? [] { status = status.under(applied(row, by: token)) }
            case .advmod, .cc, .discourse:
                guard !skippingNegation else { continue }
                if isSecondOfNeither(token, verb) { continue }
                if isNegation(token) || isNeverAgain(token) {
                    // "not only" and "not just" deny nothing.
                    let next = token + 1 < tokens.count ? lower(token + 1) : ""
                    if next != "only", next != "just", next != "least" {
                        isNegated = true
                        trace?.link(token, nil, "a negation")
                    }
                }
            case .nsubj where token != part:
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
        if let modal = pastModal(verb), ["would", "could", "should", "ought"].contains(modal) {
            trace?.link(verb, .possible, "“\(modal) have” looks back on what might have been")
            return .possible
        }
        guard isNegated, !skippingNegation else { return status }
        // "could not", "will not" say no; "may not" leaves it open.
        let leavesOpen = all(verb).contains { universal($0) == .aux && ["may", "might"].contains(lemma($0)) }
        let says = leavesOpen ? "“may not” leaves the clause open" : "the clause is negated"
        trace?.link(verb, leavesOpen ? .possible : .negated, says)
        return leavesOpen ? .possible : .negated
    }

    /// "should not have attacked" blames what was done, "should have sent" what was not.
    private func hindsight(_ verb: Int) -> Status? {
        guard let modal = pastModal(verb), modal == "should" || modal == "ought" else { return nil }
        let status: Status = children(verb, .advmod).contains { isNegation($0) } ? .actual : .negated
        trace?.link(verb, status, "“\(modal) have” looks back on what might have been")
        return status
    }

    /// The modal of "should have sent", "would have sent"; nil in other tenses.
    func pastModal(_ verb: Int) -> String? {
        var modal: String?
        var isPerfect = false
        for token in all(verb) where universal(token) == .aux && token < verb {
            let word = lower(token)
            if lemma(token) == "have" || word == "have" { isPerfect = modal != nil } else if tokens[token].xpos == .md { modal = word }
        }
        return isPerfect ? modal : nil
    }

    /// "announced that it would open a consulate": after a word of speech in the past, "would" is the future told.
    private func isReportedFuture(_ verb: Int) -> Bool {
        guard universal(verb) == .ccomp, let said = head(verb), tokens[said].xpos == .vbd || tokens[said].xpos == .vbn else { return false }
        // "promised that it would send"
        if embedding(by: said, of: verb)?.effect == .planned { return true }
        return lexicon.cues[.verb, lemma(said)]?.contains { [.asserts, .confirms].contains($0.stance) } ?? false
    }

    func isNegation(_ token: Int) -> Bool {
        lemma(token) == "not" || ["n't", "never", "neither", "nor"].contains(lower(token))
    }

    /// "neither confirmed nor denied": the two words are one negation, and the first verb has it already.
    private func isSecondOfNeither(_ token: Int, _ verb: Int) -> Bool {
        guard lower(token) == "nor", universal(verb) == .conj, child(verb, .nsubj) == nil, let first = head(verb) else { return false }
        return all(first).contains { isNegation($0) && $0 < first }
    }

    /// "never again", "not yet": the negation may hang on the adverb.
    private func isNeverAgain(_ adverb: Int) -> Bool {
        guard let first = all(adverb).first, first == adverb - 1, isNegation(first) else { return false }
        return lower(first) == "never" || lower(adverb) == "yet"
    }

    /// "nobody", "no president", "neither France nor Germany"
    func isNone(_ noun: Int) -> Bool {
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

    /// Whether a sentence has no verb but an infinitive or an imperative; a headline's "Kim to visit Moscow" is another thing.
    private func isBareInfinitive(_ verb: Int) -> Bool {
        guard universal(verb) == .root, tokens[verb].xpos == .vb, child(verb, .aux) == nil, child(verb, .cop) == nil else { return false }
        return (subordinator(verb) != nil || child(verb, .nsubj) == nil) && !isHeadlineInfinitive(verb)
    }

    /// "are yet to sign": the word that says so.
    private func yetToBe(_ verb: Int) -> Int? {
        children(verb, .advmod).first { lower($0) == "yet" && $0 + 1 < verb && lower($0 + 1) == "to" && $0 > 0 && lemma($0 - 1) == "be" }
    }

    /// "Nor did they say": the first word denies the clause.
    private func isNor(_ verb: Int) -> Bool {
        let first = sentenceTokens(verb).lowerBound
        return first < verb && lower(first) == "nor" && universal(verb) == .root && !children(verb, .cc).contains(first)
    }

    /// What an adverb or adjective makes of what it modifies; "no longer" is one.
    func selfEffect(_ modifier: Int) -> Status? {
        let part: RowsByWord<Embedding>.PartOfSpeech = tokens[modifier].upos == .adv ? .adv : .adj
        var rows = lexicon.embeddings[part, lower(modifier)] ?? lexicon.embeddings[part, lemma(modifier)]
        if rows == nil, let first = all(modifier).first(where: { $0 == modifier - 1 }),
            universal(first) == .advmod || universal(first) == .det
        {
            rows = lexicon.embeddings[part, lower(first) + " " + lower(modifier)]
        }
        return rows?.first { $0.position == "self" || $0.position.isEmpty }.map { applied($0, by: modifier) }
    }

    /// "Kim to visit Moscow": in a headline the infinitive is the future.
    private func isHeadlineInfinitive(_ verb: Int) -> Bool {
        tokens[verb].xpos == .vb && universal(verb) == .root && subordinator(verb) == "to" && child(verb, .nsubj) != nil
    }

    /// "did not attack but warned": the negation stays with the first.
    func isContrast(_ conjunct: Int) -> Bool {
        child(conjunct, .cc).map { ["but", "yet"].contains(lower($0)) } ?? false
    }
}
