import CasusCore
import Language
import WhosWho

/// Mends slips of the parser where words and names leave no doubt: lists of names, "accused X of doing", a verb
/// coordinated with a noun.
struct Repairs {
    let page: Page

    /// Where tokens should hang instead.
    func edits() -> [Analysis.Edit] {
        listsOfNames() + ControlledClauses(page: page).edits() + coordinatedVerbs() + prospects() + replies() + prepositions()
            + voicedNouns()
            + relativeClauses() + interposedPhrases() + participles() + placeNames() + inversions() + thatClauses() + instruments()
            + personNames() + reducedRelatives() + coordinatedNouns() + VerbRepairs(page: page).edits()
    }

    /// "the United States, South Korea and Japan": names of one kind, joined by commas and a conjunction, are one list.
    private func listsOfNames() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        // What only modifies a person's name ("US President Joe Biden") is no member of a list.
        let titled = page.mentions.names.filter { kind($0) == 2 }.map { page.phrase($0.top) }
        let names = page.mentions.names.filter { name in kind(name) == 2 || !titled.contains { $0.contains(name.top) } }
        var start = 0
        while start < names.count {
            var end = start
            var conjunction = false
            while end + 1 < names.count, let joint = joint(names[end], names[end + 1], isFirst: end == start) {
                end += 1
                conjunction = conjunction || joint
                if joint { break }
            }
            if conjunction, end > start {
                let first = names[start]
                for other in names[(start + 1)...end] where page.head(other.top) != first.top || page.universal(other.top) != .conj {
                    edits.append(Analysis.Edit(token: other.top, head: first.top, relation: .conj))
                }
            }
            start = end + 1
        }
        return edits
    }

    /// How two names are joined: false by a comma, true by a conjunction, nil when they are not.
    private func joint(_ a: NameMention, _ b: NameMention, isFirst: Bool) -> Bool? {
        guard kind(a) == kind(b), kind(a) != nil, page.sentence(a.top) == page.sentence(b.top) else { return nil }
        let end = kind(b) == 2 ? max(a.tokens.upperBound, page.phrase(b.top).lowerBound) : b.tokens.lowerBound
        let between = (a.tokens.upperBound..<end).map { page.lower($0) }.filter { $0 != "the" }
        switch between {
        case [","]: return false
        // Two names with a comma before "and" are the ends of two clauses; only a longer list has one there.
        case [",", "and"] where isFirst, [",", "or"] where isFirst: return nil
        case ["and"], ["or"], [",", "and"], [",", "or"], ["as", "well", "as"]: return true
        default: return nil
        }
    }

    private func kind(_ mention: NameMention) -> Int? {
        if mention.candidates.allSatisfy(\.isAdjective) { return nil }
        if mention.candidates.contains(where: { $0.isState }) { return 1 }
        if mention.candidates.contains(where: \.isPerson) { return 2 }
        if mention.candidates.contains(where: \.isOrganisation) { return 3 }
        return nil
    }

    /// "shells and ballistic missiles": a noun is no object of another; behind "and" it is its conjunct.
    private func coordinatedNouns() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { noun in
            // "signed a treaty with one and a memorandum with the other": joined to the object, not to the verb.
            if page.universal(noun) == .conj, page.isNominal(noun), page.child(noun, .cop) == nil, let verb = page.head(noun),
                page.isVerbal(verb),
                let object = page.children(verb, .obj).last(where: { $0 > verb && $0 < noun })
            {
                return Analysis.Edit(token: noun, head: object, relation: .conj)
            }
            guard page.isNominal(noun), [.obj, .iobj].contains(page.universal(noun)), let first = page.head(noun), first < noun,
                page.isNominal(first),
                !page.isPredicate(first), (first + 1..<noun).contains(where: { page.tokens[$0].upos == .cconj })
            else { return nil }
            return Analysis.Edit(token: noun, head: first, relation: .conj)
        }
    }

    /// "criticised the drills as hostile and described ...": a finite verb is coordinated with a verb, not with a noun.
    private func coordinatedVerbs() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for verb in page.tokens.indices where page.universal(verb) == .conj && page.isVerbal(verb) {
            let xpos = page.tokens[verb].xpos
            guard xpos == .vbd || xpos == .vbz, page.child(verb, .nsubj) == nil, let partner = page.head(verb), !page.isPredicate(partner)
            else { continue }
            var at = page.head(partner)
            while let up = at, !(page.isVerbal(up) && page.isFinite(up)) { at = page.head(up) }
            if let clause = at, clause < verb { edits.append(Analysis.Edit(token: verb, head: clause, relation: .conj)) }
        }
        return edits
    }

    /// "the prospect of Moscow transferring technology": the clause belongs to the noun that puts it in doubt.
    private func prospects() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for noun in page.tokens.indices where page.tokens[noun].upos == .noun {
            guard page.lexicon.embeddings["noun " + page.lemma(noun)]?.contains(where: { $0.position == "of" }) ?? false else { continue }
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

    /// "a charge both countries have denied": a clause without a pronoun after a noun that takes up an accusation.
    private func replies() -> [Analysis.Edit] {
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

    /// "over North Korea's arms transfers": the preposition belongs to the last noun of the phrase; and a noun that only its
    /// preposition joins to another is no conjunct.
    private func prepositions() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for token in page.tokens.indices where page.universal(token) == .case {
            guard let noun = page.head(token), noun > token, [.compound, .amod].contains(page.universal(noun)), let whole = page.head(noun),
                whole > noun
            else { continue }
            edits.append(Analysis.Edit(token: token, head: whole, relation: .case))
            guard page.universal(whole) == .conj, let first = page.head(whole), first < token,
                page.lexicon.embeddings["noun " + page.lemma(first)]?.contains(where: { $0.position == page.lower(token) }) ?? false
            else { continue }
            edits.append(Analysis.Edit(token: whole, head: first, relation: .nmod))
        }
        return edits
    }

    /// "expressed hope that": after a verb that voices, "hope" is the noun.
    private func voicedNouns() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { verb in
            guard page.isVerbal(verb), ["express", "voice", "convey"].contains(page.lemma(verb)),
                verb + 1 < page.sentenceTokens(verb).upperBound,
                page.isVerbal(verb + 1), page.lexicon.cues["noun " + page.lemma(verb + 1)] != nil
            else { return nil }
            return Analysis.Edit(token: verb + 1, head: verb, relation: .obj)
        }
    }

    private func isFiniteVerb(_ token: Int) -> Bool {
        page.isVerbal(token) && [.vbd, .vbz, .vbp, .md].contains(page.tokens[token].xpos)
    }

    /// The content verb of a group that begins with a finite verb: "has denied", "could not accept".
    private func contentVerb(from token: Int, before end: Int) -> Int? {
        var at = token
        while at < end, page.tokens[at].upos == .aux || page.tokens[at].upos == .adv || page.tokens[at].upos == .part { at += 1 }
        return at < end && page.isVerbal(at) ? at : nil
    }

    /// "Moscow, which wants Ukraine to join, has denied ...": a relative clause between commas, and the verb behind it.
    private func relativeClauses() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for pronoun in page.tokens.indices
        where (page.isRelative(pronoun) && page.lower(pronoun) != "that") || page.lower(pronoun) == "whose" {
            let sentence = page.sentenceTokens(pronoun)
            guard pronoun - 2 >= sentence.lowerBound, page.word(pronoun - 1) == ",", page.tokens[pronoun - 2].upos.isNominal else {
                continue
            }
            var noun = page.firstConjunct(page.topOf(mention(pronoun - 2) ?? page.phrase(pronoun - 2)))
            let isOwner = page.lower(pronoun) == "whose"
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

    private func mention(_ token: Int) -> Range<Int>? { page.mentions[token]?.tokens }

    /// "Kim, for his part, voiced support": a name, a short phrase without a verb between commas, and its verb.
    private func interposedPhrases() -> [Analysis.Edit] {
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
    private func participles() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for sentence in page.analysis.sentences {
            let first = sentence.tokens.lowerBound
            guard page.isVerbal(first), page.tokens[first].xpos == .vbn, page.head(first) == nil,
                let comma = sentence.tokens.last(where: {
                    page.word($0) == ","
                        && ["the", "it", "he", "she", "they"].contains($0 + 1 < sentence.tokens.upperBound ? page.lower($0 + 1) : "")
                }),
                let finite = (comma + 2..<min(comma + 8, sentence.tokens.upperBound)).first(where: {
                    isFiniteVerb($0) || page.tokens[$0].upos == .aux
                }),
                let verb = contentVerb(from: finite, before: sentence.tokens.upperBound),
                let noun = (comma + 1..<finite).last(where: { page.tokens[$0].upos.isNominal })
            else { continue }
            edits.append(Analysis.Edit(token: verb, head: -1, relation: .root))
            edits.append(Analysis.Edit(token: noun, head: verb, relation: .nsubj))
            edits.append(Analysis.Edit(token: first, head: verb, relation: .advcl))
        }
        return edits
    }

    /// "On Kim Il Sung Square, Kim welcomed ...": a place behind a preposition acts on nobody.
    private func placeNames() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for name in page.mentions.names where name.tokens.count > 1 {
            let before = name.tokens.lowerBound - 1
            guard before >= page.sentenceTokens(name.top).lowerBound, page.universal(before) == .case, let head = page.head(before),
                name.tokens.contains(head)
            else {
                continue
            }
            if head != name.top { edits.append(Analysis.Edit(token: before, head: name.top, relation: .case)) }
            if [.nsubj, .obj].contains(page.universal(name.top)), let up = page.head(name.top), name.candidates.allSatisfy(\.isPlace) {
                edits.append(Analysis.Edit(token: name.top, head: up, relation: .obl))
            }
        }
        return edits
    }

    /// "Nor did the two say": the auxiliary in front of its subject is no clause.
    private func inversions() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { token in
            guard ["did", "do", "does"].contains(page.lower(token)), page.universal(token) != .aux, let verb = page.head(token),
                verb > token,
                [.vb, .vbp].contains(page.tokens[verb].xpos)
            else { return nil }
            return Analysis.Edit(token: token, head: verb, relation: .aux)
        }
    }

    /// "hoped that their next meeting would take place": after a word of speech, "that" opens what is said.
    private func thatClauses() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for verb in page.tokens.indices where page.isVerbal(verb) && page.lexicon.cues["verb " + page.lemma(verb)] != nil {
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

    /// "suspends last nuclear arms treaty": in a headline the instrument was taken for a verb.
    private func instruments() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for token in page.tokens.indices
        where page.isVerbal(token) && ["treaty", "pact", "accord", "protocol", "alliance", "truce"].contains(page.lower(token)) {
            let sentence = page.sentenceTokens(token)
            guard token > sentence.lowerBound + 1, [.adj, .noun, .propn].contains(page.tokens[token - 1].upos) else { continue }
            var start = token - 1
            while start > sentence.lowerBound, [.adj, .noun, .num, .det].contains(page.tokens[start - 1].upos) { start -= 1 }
            guard let verb = (sentence.lowerBound..<start).last(where: { page.isVerbal($0) }) else { continue }
            edits.append(Analysis.Edit(token: token, head: verb, relation: .obj, tags: Tags(.noun, .nn)))
            edits += (start..<token).filter { page.head($0) != token || page.universal($0) == .nsubj }.map {
                Analysis.Edit(token: $0, head: token, relation: .compound)
            }
        }
        return edits
    }

    /// "President Vladimir Putin told": the parts of one person's name hang together, where the verb looks for them.
    private func personNames() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for name in page.mentions.names where kind(name) == 2 {
            let first = name.tokens.lowerBound
            if name.tokens.count == 1, titleHead(before: first) == nil { continue }
            if let title = titleHead(before: first), page.head(first) != page.head(title) || page.universal(first) == .flat,
                page.relation(title) != .nmodDesc, !name.tokens.contains(page.head(title) ?? -1)
            {
                // "US Secretary of State Antony Blinken called": the name takes the place of its title.
                if let up = page.head(title) {
                    edits.append(Analysis.Edit(token: first, head: up, relation: page.relation(title)))
                } else {
                    edits.append(Analysis.Edit(token: first, head: -1, relation: .root))
                }
                edits += name.tokens.dropFirst().map { Analysis.Edit(token: $0, head: first, relation: .flat) }
                edits.append(Analysis.Edit(token: title, head: first, relation: .nmodDesc))
                continue
            }
            let outside = name.tokens.filter { token in page.head(token).map { !name.tokens.contains($0) } ?? false }
            if name.tokens.count == 1 { continue }
            // Names that the tagger did not know are names all the same.
            let untagged = name.tokens.contains { page.tokens[$0].upos != .propn }
            guard untagged || outside.count > 1 || outside.first != first, page.head(first) != nil || outside.count > 1,
                let best = outside.first(where: { [.nsubj, .obj, .obl].contains(page.universal($0)) }) ?? outside.first,
                let up = page.head(best)
            else { continue }
            if page.head(first) == nil { continue }
            let tags = Tags(.propn, .nnp)
            edits.append(Analysis.Edit(token: first, head: up, relation: page.relation(best), tags: tags, lemma: page.word(first)))
            edits += name.tokens.dropFirst().map { Analysis.Edit(token: $0, head: first, relation: .flat, tags: tags) }
            // What hung on another part of the name hangs on its first.
            edits += name.tokens.dropFirst().flatMap { part in
                page.all(part).filter { !name.tokens.contains($0) }.map {
                    Analysis.Edit(token: $0, head: first, relation: page.relation($0))
                }
            }
            let title = first - 1
            if title >= page.sentenceTokens(first).lowerBound, page.who.title(page.lower(title)) != nil {
                edits.append(Analysis.Edit(token: title, head: first, relation: .nmodDesc))
            }
        }
        return edits
    }

    /// The head of a title that ends right in front of a name: "Secretary" of "Secretary of State".
    private func titleHead(before first: Int) -> Int? {
        let sentence = page.sentenceTokens(first)
        for length in 1...4 where first - length >= sentence.lowerBound {
            let words = (first - length..<first).map { page.lower($0) }.joined(separator: " ")
            guard page.who.title(words) ?? page.who.title(words.filter { $0 != "." }) != nil else { continue }
            let isOfPhrase = length > 2 && page.lower(first - length + 1) == "of"
            return isOfPhrase ? first - length : first - 1
        }
        return nil
    }

    /// "The agreement signed today includes ...": a participle right behind an instrument belongs to it, and the next finite
    /// verb has the instrument as its subject.
    private func reducedRelatives() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for noun in page.tokens.indices where page.tokens[noun].upos == .noun && page.lexicon.instruments[page.lemma(noun)] != nil {
            let verb = noun + 1
            let sentence = page.sentenceTokens(noun)
            guard verb + 1 < sentence.upperBound, page.tokens[verb].xpos == .vbn, page.isVerbal(verb), page.relation(verb) != .acl,
                page.lexicon.stages["verb " + page.lemma(verb)] != nil, !page.all(verb).contains(where: { page.universal($0) == .aux }),
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

extension UPOS {
    fileprivate var isNominal: Bool { self == .noun || self == .propn || self == .pron }
}
