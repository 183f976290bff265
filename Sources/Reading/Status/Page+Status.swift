import CasusCore
import Language

/// Whether what a predicate states has happened, read from its own words and from everything it is embedded in.
///
/// The chain is followed to the top of the sentence and read from there down: what a word does to the clause under it depends on
/// whether that word itself holds ("failed to prevent the attack").
extension Page {
    /// - Parameter act: the token of a verb or of a noun that carries an act.
    /// - Returns: the status, as far as the sentence says it.
    func status(of act: Int) -> Status {
        trace?.weigh(act)
        defer { trace?.endWeighing() }
        return status(of: act, besides: nil, steps: 0)
    }

    /// - Parameters:
    ///   - part: a word under the token whose own words are not to be read with it: they are the part's.
    ///   - steps: how far up the chain the token stands, for trees are not always sound.
    func status(of token: Int, besides part: Int?, steps: Int) -> Status {
        let own = clauseStatus(token, besides: part)
        return own.under(surroundings(of: token, steps: steps))
    }

    /// What everything above a token says of it.
    private func surroundings(of token: Int, steps: Int) -> Status {
        guard steps < 24 else { return .actual }
        guard let up = head(token) else { return isAsked(token) ? .possible : .actual }
        switch universal(token) {
        case .acl where relation(token) == .aclRelcl && !isContent(token, of: up):
            trace?.link(token, nil, "a relative clause holds whatever the clause around it supposes")
            return .actual
        case .acl where isReported(token, of: up):
            trace?.link(token, nil, "a participle holds whatever is to be done about the thing it describes")
            return .actual
        case .conj: return shared(by: token, with: up).under(surroundings(of: up, steps: steps + 1))
        case .parataxis:
            trace?.link(token, nil, "a clause set beside another holds by itself")
            return .actual
        default: return effect(of: up, on: token, steps: steps)
        }
    }

    /// A conjunct shares the auxiliaries of the first unless it has its own subject or auxiliary.
    private func shared(by token: Int, with first: Int) -> Status {
        guard isVerbal(token), isVerbal(first), child(token, .nsubj) == nil, child(token, .aux) == nil else { return .actual }
        let status = modality(first, skippingNegation: isContrast(token))
        guard hasSubordinator(first) else { return status }
        trace?.link(first, .possible, "a condition or question opens the clause")
        return status.under(.possible)
    }

    /// What a token is under the word above it: the effect of that word, and the status that the word itself has.
    private func effect(of up: Int, on token: Int, steps: Int) -> Status {
        let predicated = predicateEffect(up, on: token)
        let row = predicated ?? embedding(by: up, of: token)
        let isClause = isVerbal(up) || child(up, .cop) != nil
        if isClause, predicated == nil, isBackground(token, in: up) {
            if let row { return applied(row, of: up, under: .actual, to: token) }
            guard isReportedUntil(token) || opensLater(token) && status(of: up, besides: token, steps: steps + 1) != .actual else {
                trace?.link(up, nil, "the phrase only sets the scene of the clause, whose doubts do not touch it")
                return .actual
            }
            trace?.link(token, .possible, "a time that is still to come")
            return .possible
        }
        if asksFor(token) {
            trace?.link(token, .actual, "a question for the reason or the way takes what it asks about as known")
            return .actual
        }
        let outer = isClause ? status(of: up, besides: token, steps: steps + 1) : nounStatus(up, over: token, row, steps: steps)
        // "The attack was no surprise": what a predicate is denied of has happened all the same.
        if outer == .negated, predicated == nil, universal(token) == .nsubj, isNominal(token), !isNone(token), child(up, .cop) != nil {
            trace?.link(up, nil, "what is denied is the predicate, not what it is said of")
            return .actual
        }
        if let row { return applied(row, of: up, under: outer, to: token) }
        if isClause, outer == .negated {
            // "the gifts were not named": what is not told of is not denied.
            if !isClausal(token), tells(up) {
                trace?.link(up, nil, "what is not told of is not denied")
                return .actual
            }
            if isUnsaid(token, by: up) { return .possible }
        }
        return outer
    }

    /// The effect of a row, where the word that has it itself stands under something.
    private func applied(_ row: Embedding, of governor: Int, under outer: Status, to token: Int) -> Status {
        if row.isPresupposing {
            // "refused to condemn the attack": what is spoken of as known holds; "would condemn any attack" knows of none.
            let holds = outer == .actual || isClausal(token) || isKnown(token)
            trace?.link(governor, holds ? .actual : outer, "what the word judges is taken as known", from: row.source)
            return holds ? .actual : outer
        }
        // "will not hesitate to attack": what is not shrunk from is still to come.
        if outer == .negated, row.denied == .actual, isVerbal(governor), !tellsOfThePast(governor) {
            trace?.link(governor, .planned, "not shrunk from, it is still to come", from: row.source)
            return .planned
        }
        if outer == .negated, let denied = row.denied {
            trace?.link(governor, denied, "the word, itself denied, makes what it governs \(denied.rawValue)", from: row.source)
            return denied
        }
        trace?.link(governor, row.effect, "the word makes what it governs \(row.effect.rawValue)", from: row.source)
        if outer == .negated, isUnsaid(token, by: governor) { return .possible }
        return row.effect.under(outer)
    }

    /// Whether a verb tells of what has been, with no "will" or "would" of its own.
    private func tellsOfThePast(_ verb: Int) -> Bool {
        !children(verb, .aux).contains { ["will", "would", "shall"].contains(lemma($0)) || lower($0) == "would" }
    }

    /// "did not say that ...": what is not said may be so or not.
    private func isUnsaid(_ token: Int, by verb: Int) -> Bool {
        guard isClausal(token), isVerbal(verb), lexicon.cues[.verb, lemma(verb)] != nil else { return false }
        trace?.link(verb, .possible, "what is not said may be so or not")
        return true
    }

    /// The status of a noun that stands between an act and a clause: "no plan to attack", "an unconfirmed report of an attack".
    private func nounStatus(_ noun: Int, over token: Int, _ row: Embedding?, steps: Int) -> Status {
        var status = Status.actual
        if isNominal(noun), !isActNoun(noun), universal(token) == .acl || universal(token) == .nmod {
            for modifier in all(noun) {
                switch universal(modifier) {
                case .det where lower(modifier) == "no":
                    status = status.under(.negated)
                    trace?.link(noun, .negated, "the noun that governs it is denied by “no”")
                case .amod where row != nil && modifier < noun:
                    if let effect = selfEffect(modifier) { status = status.under(effect) }
                default: break
                }
            }
        }
        // "rejected claims that it had attacked": to reject what is alleged is to deny it.
        if row?.effect == .alleged, universal(noun) == .obj, let verb = head(noun), denies(verb) {
            trace?.link(verb, .denied, "who rejects an allegation denies it")
            return Status.denied.under(self.status(of: verb, besides: noun, steps: steps + 1))
        }
        return status.under(surroundings(of: noun, steps: steps + 1))
    }

    /// Whether a verb denies in words: "rejected", "dismissed".
    func denies(_ verb: Int) -> Bool {
        isVerbal(verb) && lexicon.cues[.verb, lemma(verb)]?.contains { $0.stance == .denies } ?? false
    }
}
