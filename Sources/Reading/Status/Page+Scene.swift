import CasusCore
import Language

/// What stands in a clause and is not touched by its doubts.
extension Page {
    /// Whether a phrase only sets the scene of its clause, so that the clause's own doubts do not touch it: "did not speak
    /// during the visit", "the visit may help".
    func isBackground(_ token: Int, in clause: Int) -> Bool {
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

    /// Whether a noun is an act that is done in saying it: support, a refusal, criticism.
    func isDoneByWords(_ noun: Int) -> Bool {
        guard let rows = lexicon.nouns[lemma(noun)] else { return false }
        return rows.allSatisfy { [.support, .reject, .accuse].contains($0.act.type) && $0.act.mode == nil || !$0.modifier.isEmpty }
    }

    /// "To address the concerns raised by the court": what a purpose is about has happened, though the purpose has not.
    func isReported(_ participle: Int, of noun: Int) -> Bool {
        guard tokens[participle].xpos == .vbn, subordinator(participle) == nil, universal(noun) == .obj, let verb = head(noun) else {
            return false
        }
        return isVerbal(verb) && subordinator(verb) == "to"
            && !children(noun, .det).contains { ["no", "any"].contains(lower($0)) }
    }

    func tells(_ verb: Int) -> Bool {
        lexicon.cues[.verb, lemma(verb)] != nil
            || ["specify", "disclose", "reveal", "detail", "name", "mention", "identify", "discuss"].contains(lemma(verb))
    }

    func isClausal(_ token: Int) -> Bool {
        switch universal(token) {
        case .ccomp, .xcomp, .csubj, .advcl, .acl: true
        default: false
        }
    }

    /// Whether a noun speaks of something known: "the attack", "its attack", "Russian attack" in a headline; not "any attack", "attacks".
    func isKnown(_ noun: Int) -> Bool {
        if exactChild(noun, .nmodPoss) != nil { return true }
        if let article = child(noun, .det) { return ["the", "this", "that", "these", "those", "both"].contains(lower(article)) }
        return tokens[noun].xpos == .nn
    }

    func isActNoun(_ token: Int) -> Bool { lexicon.nouns[lemma(token)] != nil }
}
