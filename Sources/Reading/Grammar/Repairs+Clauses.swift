import CasusCore
import Language
import WhosWho

/// Clauses that the parser hung in the wrong place.
extension Repairs {
    /// "the prospect of Moscow transferring technology": the clause belongs to the noun that puts it in doubt.
    func prospects() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for noun in page.tokens.indices where page.tokens[noun].upos == .noun {
            guard page.lexicon.embeddings[.noun, page.lemma(noun)]?.contains(where: { $0.position == "of" }) ?? false else { continue }
            guard noun + 1 < page.sentenceTokens(noun).upperBound, page.lower(noun + 1) == "of" else { continue }
            let reach = (noun + 2)..<min(noun + 9, page.sentenceTokens(noun).upperBound)
            guard
                let clause = reach.first(where: {
                    page.tokens[$0].xpos == .vbg && page.tokens[$0].upos == .verb && page.universal($0) != .amod
                        && page.universal($0) != .compound
                }),
                !(noun + 2..<clause).contains(where: { page.tokens[$0].upos == .punct || page.tokens[$0].upos == .adp }),
                page.head(clause) != noun
            else { continue }
            edits.append(Analysis.Edit(token: clause, head: noun, relation: .acl))
        }
        return edits
    }

    /// "Putin's promise to visit Pyongyang": what somebody's promise, plan or pledge is to do belongs to that noun, not to the verb before it.
    func promises() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for noun in page.tokens.indices where page.tokens[noun].upos == .noun {
            let verb = noun + 2
            guard page.lexicon.embeddings[.noun, page.lemma(noun)]?.contains(where: { $0.position == "comp" }) ?? false,
                page.all(noun).contains(where: { page.relation($0) == .nmodPoss }), verb < page.sentenceTokens(noun).upperBound,
                page.lower(noun + 1) == "to", page.tokens[verb].xpos == .vb, page.head(noun + 1) == verb, page.head(verb) != noun
            else { continue }
            edits.append(Analysis.Edit(token: verb, head: noun, relation: .acl))
        }
        return edits
    }

    /// "a charge both countries have denied": a clause without a pronoun after a noun that takes up an accusation.
    func replies() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for noun in page.tokens.indices where ["charge", "accusation", "allegation", "claim", "assertion"].contains(page.lemma(noun)) {
            let sentence = page.sentenceTokens(noun)
            guard noun > sentence.lowerBound + 1, ["a", "an"].contains(page.lower(noun - 1)), page.lower(noun - 2) == "," else { continue }
            var at = noun + 1
            while at < sentence.upperBound, at < noun + 6, [.noun, .propn, .det, .adj, .cconj, .num].contains(page.tokens[at].upos) {
                at += 1
            }
            guard at > noun + 1 else { continue }
            let subject = at - 1
            while at < sentence.upperBound, page.tokens[at].upos == .aux || page.tokens[at].upos == .adv { at += 1 }
            guard at < sentence.upperBound, page.isVerbal(at), [.vbd, .vbn, .vbz, .vbp].contains(page.tokens[at].xpos) else { continue }
            // The noun must not hang on the verb that is to hang on it.
            if page.head(noun) == at {
                guard let up = page.head(at) else { continue }
                edits.append(Analysis.Edit(token: noun, head: up, relation: .appos))
            }
            edits.append(Analysis.Edit(token: at, head: noun, relation: .aclRelcl))
            edits.append(Analysis.Edit(token: subject, head: at, relation: .nsubj))
            if page.tokens[subject - 1].upos == .cconj || page.tokens[subject - 1].upos == .det {
                edits.append(Analysis.Edit(token: subject - 1, head: subject, relation: .det))
            }
        }
        return edits
    }

    func isFiniteVerb(_ token: Int) -> Bool {
        page.isVerbal(token) && [.vbd, .vbz, .vbp, .md].contains(page.tokens[token].xpos)
    }

    /// The content verb of a group that begins with a finite verb: "has denied", "could not accept".
    func contentVerb(from token: Int, before end: Int) -> Int? {
        var at = token
        while at < end, page.tokens[at].upos == .aux || page.tokens[at].upos == .adv || page.tokens[at].upos == .part { at += 1 }
        return at < end && page.isVerbal(at) ? at : nil
    }

    /// "Moscow, which wants Ukraine to join, has denied ...": a relative clause between commas, and the verb behind it.
    func relativeClauses() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for pronoun in page.tokens.indices
        where (page.isRelative(pronoun) && page.lower(pronoun) != "that") || page.lower(pronoun) == "whose" {
            let sentence = page.sentenceTokens(pronoun)
            guard pronoun - 2 >= sentence.lowerBound, page.word(pronoun - 1) == ",", page.tokens[pronoun - 2].upos.isNominal else {
                continue
            }
            var noun = page.firstConjunct(page.topOf(mention(pronoun - 2) ?? page.phrase(pronoun - 2)))
            let isOwner = page.lower(pronoun) == "whose"
            if ["who", "whom", "whose"].contains(page.lower(pronoun)) { noun = page.personAbove(noun) }
            guard
                let finite = (pronoun + 1..<min(pronoun + 4, sentence.upperBound)).first(where: {
                    isFiniteVerb($0) || page.tokens[$0].upos == .aux
                }),
                let inner = contentVerb(from: finite, before: sentence.upperBound)
            else { continue }
            // The subject that the tree gave the inner verb, in front of the pronoun, is the outer one's.
            if let given = page.all(inner).first(where: { $0 < pronoun && page.universal($0) == .nsubj }) { noun = given }
            guard
                let comma = (inner + 1..<sentence.upperBound).last(where: {
                    page.word($0) == "," && $0 + 1 < sentence.upperBound && (isFiniteVerb($0 + 1) || page.tokens[$0 + 1].upos == .aux)
                }),
                let outer = contentVerb(from: comma + 1, before: sentence.upperBound),
                page.head(noun) != outer || page.universal(noun) != .nsubj
            else {
                if isOwner || page.universal(inner) == .parataxis, page.head(inner) != nil, page.relation(inner) != .aclRelcl {
                    edits.append(Analysis.Edit(token: inner, head: noun, relation: .aclRelcl))
                }
                continue
            }
            if page.head(inner) == nil {
                edits.append(Analysis.Edit(token: outer, head: -1, relation: .root))
            } else if let up = page.head(inner), up != noun {
                edits.append(Analysis.Edit(token: outer, head: up, relation: page.relation(inner)))
            }
            let isPassive = page.all(outer).contains { page.relation($0) == .auxPass }
            edits.append(Analysis.Edit(token: noun, head: outer, relation: isPassive ? .nsubjPass : .nsubj))
            edits.append(Analysis.Edit(token: inner, head: noun, relation: .aclRelcl))
        }
        return edits
    }

    func mention(_ token: Int) -> Range<Int>? { page.mentions[token]?.tokens }

    /// "Kim, for his part, voiced support": a name, a short phrase without a verb between commas, and its verb.
    func interposedPhrases() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for name in page.mentions.names where kind(name) != nil {
            let sentence = page.sentenceTokens(name.top)
            let start = name.tokens.upperBound
            guard start + 2 < sentence.upperBound, page.word(start) == ",",
                let comma = (start + 2..<min(start + 8, sentence.upperBound)).first(where: { page.word($0) == "," }),
                comma + 1 < sentence.upperBound,
                !(start + 1..<comma).contains(where: { page.isVerbal($0) || page.isRelative($0) || page.mentions[$0] != nil }),
                page.isVerbal(comma + 1), [.vbd, .vbn, .vbz, .vbp].contains(page.tokens[comma + 1].xpos),
                page.subject(comma + 1) != name.top || page.head(name.top) != comma + 1
            else { continue }
            let verb = comma + 1
            guard page.head(name.top) == nil || page.relation(verb) == .acl else { continue }
            if page.head(name.top) == nil {
                edits.append(Analysis.Edit(token: verb, head: -1, relation: .root))
            } else if let up = page.head(name.top) {
                edits.append(Analysis.Edit(token: verb, head: up, relation: page.relation(name.top)))
            }
            edits.append(Analysis.Edit(token: name.top, head: verb, relation: .nsubj))
        }
        return edits
    }

    /// "Signed in Prague by both, the treaty entered into force": a participle in front is no main verb.
    func participles() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for sentence in page.analysis.sentences {
            // "Signed by both, ...", "By signing it, ..."
            let opener = sentence.tokens.lowerBound
            let first = ["by", "after", "before", "while", "in"].contains(page.lower(opener)) ? opener + 1 : opener
            guard first < sentence.tokens.upperBound, page.isVerbal(first), page.head(first) == nil,
                page.tokens[first].xpos == (first == opener ? .vbn : .vbg),
                let comma = sentence.tokens.last(where: { opensSubject($0, sentence.tokens.upperBound) }),
                let finite = (comma + 2..<max(comma + 2, min(comma + 8, sentence.tokens.upperBound))).first(where: {
                    isFiniteVerb($0) || page.tokens[$0].upos == .aux
                }),
                let verb = contentVerb(from: finite, before: sentence.tokens.upperBound),
                let last = (comma + 1..<finite).last(where: { page.tokens[$0].upos.isNominal })
            else { continue }
            let noun = page.firstConjunct(last) > comma ? page.firstConjunct(last) : last
            edits.append(Analysis.Edit(token: verb, head: -1, relation: .root))
            edits.append(Analysis.Edit(token: noun, head: verb, relation: .nsubj))
            edits.append(Analysis.Edit(token: first, head: verb, relation: .advcl))
        }
        return edits
    }

    /// Whether a comma stands in front of a noun phrase that may be a subject.
    private func opensSubject(_ comma: Int, _ end: Int) -> Bool {
        guard page.word(comma) == ",", comma + 1 < end else { return false }
        return ["the", "it", "he", "she", "they"].contains(page.lower(comma + 1)) || page.tokens[comma + 1].upos == .propn
    }

    /// "Nor did the two say": the auxiliary in front of its subject is no clause.
    func inversions() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { token in
            guard ["did", "do", "does"].contains(page.lower(token)), page.universal(token) != .aux, let verb = page.head(token),
                verb > token,
                [.vb, .vbp].contains(page.tokens[verb].xpos)
            else { return nil }
            return Analysis.Edit(token: token, head: verb, relation: .aux)
        }
    }

    /// "hoped that their next meeting would take place": after a word of speech, "that" opens what is said.
    func thatClauses() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for verb in page.tokens.indices where page.isVerbal(verb) && page.lexicon.cues[.verb, page.lemma(verb)] != nil {
            let sentence = page.sentenceTokens(verb)
            guard verb + 2 < sentence.upperBound, page.lower(verb + 1) == "that", page.universal(verb + 1) != .mark else { continue }
            let reach = verb + 2..<min(verb + 14, sentence.upperBound)
            guard let finite = reach.first(where: { isFiniteVerb($0) || page.tokens[$0].upos == .aux }),
                let clause = contentVerb(from: finite, before: sentence.upperBound),
                !(verb + 2..<finite).contains(where: { page.tokens[$0].upos == .punct }),
                let noun = (verb + 2..<finite).last(where: { page.tokens[$0].upos.isNominal })
            else { continue }
            edits.append(Analysis.Edit(token: clause, head: verb, relation: .ccomp))
            edits.append(Analysis.Edit(token: page.topOf(page.phrase(noun)), head: clause, relation: .nsubj))
            edits.append(Analysis.Edit(token: verb + 1, head: clause, relation: .mark))
        }
        return edits
    }

    /// "The agreement signed today includes ...": a participle right behind an instrument belongs to it, and the next finite
    /// verb has the instrument as its subject.
    func reducedRelatives() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for noun in page.tokens.indices where page.tokens[noun].upos == .noun && page.lexicon.instruments[page.lemma(noun)] != nil {
            let verb = noun + 1
            let sentence = page.sentenceTokens(noun)
            guard verb + 1 < sentence.upperBound, page.tokens[verb].xpos == .vbn, page.isVerbal(verb), page.relation(verb) != .acl,
                page.lexicon.stages[.verb, page.lemma(verb)] != nil, !page.all(verb).contains(where: { page.universal($0) == .aux }),
                let outer = (verb + 1..<min(verb + 8, sentence.upperBound)).first(where: { isFiniteVerb($0) && !page.isRelative($0 - 1) }),
                page.tokens[outer].upos == .verb
            else { continue }
            if page.head(verb) == nil { edits.append(Analysis.Edit(token: outer, head: -1, relation: .root)) }
            edits.append(Analysis.Edit(token: page.topOf(page.phrase(noun)), head: outer, relation: .nsubj))
            edits.append(Analysis.Edit(token: verb, head: noun, relation: .acl))
        }
        return edits
    }
}
