import CasusCore
import Language

/// What a governing word does to what hangs on it.
extension Page {
    /// The row of embedding.csv by which a word governs what hangs on it.
    func embedding(by governor: Int, of token: Int) -> Embedding? {
        if lemma(governor) == "be", universal(token) == .xcomp, subordinator(token) == "to" {
            return Embedding(position: "comp", effect: .planned)
        }
        if let degree = degree(of: governor, before: token) { return degree }
        // "phoned Kyiv to thank it": what somebody is called for is done in the call.
        if isVerbal(governor), isPhoned(for: token, by: governor) { return nil }
        let positions = positions(of: token)
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
            guard let rows = lexicon.embeddings[part, word] else { continue }
            // "decided against sending": the word that marks the clause says more than its place.
            if let mark = subordinator(token), let row = rows.first(where: { $0.position == mark }) {
                return isFree(row, governor, token) ? nil : row
            }
            // "is said to have sent": an infinitive says more than a clause of any kind.
            if isInfinitive(token), let row = rows.first(where: { $0.position == "xcomp" }) { return row }
            for row in rows where row.position.split(separator: "|").contains(where: { positions.contains(String($0)) }) {
                return isFree(row, governor, token) ? nil : row
            }
        }
        return nil
    }

    /// Whether an adverbial clause is what the verb governs: "talked them out of sending", not "met them, adding", "ended it by sending".
    private func isComplement(_ clause: Int) -> Bool {
        guard let up = head(clause), clause > up else { return false }
        guard let mark = subordinator(clause) else {
            return !isFinite(clause) && (tokens[clause].xpos != .vbg || (up + 1..<clause).allSatisfy { relation($0) == .compoundPrt })
        }
        return mark == "that" || !isFinite(clause) && !Self.adjuncts.contains(mark) && mark != "with"
    }

    /// Words that open a clause beside what the verb says, whose doer is that of the verb.
    static let adjuncts: Set<String> = [
        "by", "while", "after", "before", "since", "when", "without", "despite", "as", "if", "whilst", "upon",
    ]

    private func isInfinitive(_ clause: Int) -> Bool {
        universal(clause) == .xcomp || universal(clause) == .advcl && subordinator(clause) == "to"
    }

    /// "too weak to attack", "strong enough to attack": the measure says more than the adjective.
    private func degree(of adjective: Int, before clause: Int) -> Embedding? {
        guard tokens[adjective].upos == .adj, isInfinitive(clause) else { return nil }
        for adverb in children(adjective, .advmod) {
            if let row = lexicon.embeddings[.adv, lower(adverb)]?.first(where: { $0.position == "comp" }) { return row }
        }
        return nil
    }

    /// "is likely", "seems imminent": what a predicate says of the noun that is its subject.
    func predicateEffect(_ clause: Int, on subject: Int) -> Embedding? {
        guard universal(subject) == .nsubj, isNominal(subject) else { return nil }
        let adjective = child(clause, .cop) != nil ? clause : child(clause, .xcomp)
        guard let adjective, tokens[adjective].upos == .adj else { return nil }
        return lexicon.embeddings[.adj, lemma(adjective)]?.first { $0.position == "self" && $0.effect != .alleged }
    }

    /// Whether a word leaves what it governs as it is, against its row.
    private func isFree(_ row: Embedding, _ governor: Int, _ token: Int) -> Bool {
        switch row.effect {
        // "announced their support": words of praise or blame are done when they are announced.
        case .planned: universal(token) == .obj && isDoneByWords(token)
        // "claimed that it had taken the town": nobody accuses himself.
        case .alleged: isOwnAct(token, toldBy: governor)
        default: false
        }
    }

    /// Whether the clause tells an act of the one who tells it.
    private func isOwnAct(_ clause: Int, toldBy verb: Int) -> Bool {
        guard isVerbal(verb), !isPassive(verb), lexicon.control[lemma(verb)] != .object, isVerbal(clause),
            let speaker = subject(verb), let doer = subject(clause)
        else { return false }
        if doer == speaker { return true }
        if tokens[doer].upos == .pron { return Self.selves.contains(lower(doer)) }
        return exactChild(doer, .nmodPoss).map { Self.owns.contains(lower($0)) } ?? false
    }

    private static let selves: Set<String> = ["it", "he", "she", "they", "we", "i"]
    private static let owns: Set<String> = ["its", "his", "her", "their", "our", "my"]

    /// The names by which the lexicon may speak of a token's position.
    private func positions(of token: Int) -> Set<String> {
        var names: Set<String> = []
        switch universal(token) {
        case .ccomp, .xcomp, .csubj: names = ["comp"]
        case .advcl where isComplement(token): names = ["comp"]
        case .acl where tokens[token].xpos != .vbn || subordinator(token) == "that": names = ["comp"]
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
}
