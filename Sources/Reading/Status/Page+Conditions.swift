import CasusCore
import Language

/// Clauses that suppose, ask, or speak of a time still to come.
extension Page {
    /// Whether "if", "whether", "unless" or the like opens the clause.
    func hasSubordinator(_ clause: Int) -> Bool {
        if isInvertedCondition(clause) { return true }
        for token in all(clause) where universal(token) == .mark || universal(token) == .advmod {
            if let rows = lexicon.embeddings[.sconj, fixed(token)] {
                return rows.contains { $0.effect == .possible && $0.position == "self" }
            }
        }
        return false
    }

    /// "Had Russia attacked, ...": the auxiliary in front of its subject is a condition.
    private func isInvertedCondition(_ clause: Int) -> Bool {
        let sentence = sentenceTokens(clause)
        let first = sentence.lowerBound
        guard ["had", "were", "should"].contains(lower(first)), clause > first + 1, isNominal(first + 1),
            lower(sentence.upperBound - 1) != "?", let comma = sentence.first(where: { word($0) == "," })
        else { return false }
        return clause < comma
    }

    /// "If Russia had not attacked, we would not have armed": what is supposed of the past against the facts.
    func isCounterfactual(_ clause: Int) -> Bool {
        guard all(clause).contains(where: { universal($0) == .aux && lower($0) == "had" }), let main = head(clause) else { return false }
        return pastModal(main).map { ["would", "could", "might"].contains($0) } ?? false
    }

    /// "Will Russia attack Estonia?": a question without an interrogative word leaves its whole clause open; its verb has changed
    /// places with its subject. Who asks in the words of another ("“Will it?” he asked") is not asked himself.
    func isAsked(_ root: Int) -> Bool {
        let sentence = sentenceTokens(root)
        guard let last = sentence.last(where: { !isQuote($0) }), word(last) == "?",
            quotation(around: last)?.tokens == quotation(around: root)?.tokens,
            let subject = child(root, .nsubj), let verb = all(root).first(where: { universal($0) == .aux || universal($0) == .cop }),
            verb < subject, !all(root).contains(where: { $0 < verb && [.wp, .wrb, .wdt].contains(tokens[$0].xpos) })
        else { return false }
        trace?.link(last, .possible, "the sentence asks whether it is so")
        return true
    }

    /// "until Russia withdraws", "once the two have met": a clause of time in the present tense, which is not over where the clause around it is not.
    func opensLater(_ clause: Int) -> Bool {
        guard universal(clause) == .advcl, isVerbal(clause) || child(clause, .cop) != nil else { return false }
        let finite = all(clause).first { (universal($0) == .aux || universal($0) == .cop) && tokens[$0].xpos != .vb } ?? clause
        guard [.vbz, .vbp].contains(tokens[finite].xpos) else { return false }
        return all(clause).contains { token in
            (universal(token) == .mark || universal(token) == .advmod)
                && lexicon.embeddings[.sconj, fixed(token)]?.contains { $0.position == "present" } ?? false
        }
    }

    /// "said that there was nothing to discuss until Kyiv withdrew": in reported speech the past tense stands for the present, and what there is not
    /// until then is still to come.
    func isReportedUntil(_ clause: Int) -> Bool {
        guard subordinator(clause) == "until", let main = head(clause), universal(main) == .ccomp, let saying = head(main),
            isVerbal(saying), lexicon.cues[.verb, lemma(saying)] != nil
        else { return false }
        return (all(main) + all(main).flatMap { all($0) }).contains {
            $0 < clause && ["not", "n't", "no", "nothing", "nobody", "never"].contains(lower($0))
        }
    }

    /// "asked why Russia had attacked", "it is unclear how": an interrogative word opens the clause.
    func asksFor(_ clause: Int) -> Bool {
        guard universal(clause) == .ccomp || universal(clause) == .csubj, isVerbal(clause), isFinite(clause) else { return false }
        return all(clause).contains { $0 < clause && [.wrb, .wp].contains(tokens[$0].xpos) && !isRelative($0) }
    }

    /// "in the event that Russia attacks": not a relative clause but what the noun says, whatever the tree calls it.
    func isContent(_ clause: Int, of noun: Int) -> Bool {
        guard subordinator(clause) == "that", children(clause, .nsubj).allSatisfy({ !isRelative($0) }) else { return false }
        return lexicon.embeddings[.noun, lemma(noun).inLowerCase]?.contains { $0.position == "comp" } ?? false
    }
}
