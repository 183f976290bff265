import CasusCore
import Language
import WhosWho

/// Mends clauses whose subject the parser took for something else: verbs of headlines taken for nouns, passives without their
/// auxiliary, a name that was joined to the verb behind it; and particles taken for prepositions.
struct SubjectRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] {
        page.analysis.sentences.flatMap { headlineVerb($0) + headlineStage($0) } + shortPassives() + joinedNames() + particles() + gerunds()
            + pronouns() + predicated()
    }

    /// "Ethiopia attacks port", "Norway mulls sending tanks": the plural behind a name that has an object is a verb.
    private func headlineVerb(_ sentence: Sentence) -> [Analysis.Edit] {
        guard let root = sentence.tokens.first(where: { page.head($0) == nil }), page.tokens[root].xpos == .nns,
            root > sentence.tokens.lowerBound, root + 1 < sentence.tokens.upperBound,
            let stem = KnownForms.stem(ofThirdPerson: page.lower(root), in: page.lexicon),
            let name = page.all(root).last(where: { $0 < root && page.mentions[$0] != nil }), page.tokens[name].upos == .propn,
            name == root - 1, [.compound, .nmod, .nsubj].contains(page.universal(name))
        else { return [] }
        let behind = page.all(root).filter { $0 > root }
        let gerund = behind.first { $0 == root + 1 && page.tokens[$0].xpos == .vbg }
        guard gerund != nil || behind.contains(where: { page.universal($0) == .obj }),
            !sentence.tokens.contains(where: { $0 > root && page.isVerbal($0) && [.vbd, .vbz, .vbp, .md].contains(page.tokens[$0].xpos) })
        else { return [] }
        var edits = [
            Analysis.Edit(token: root, head: -1, relation: .root, tags: Tags(.verb, .vbz), lemma: stem),
            Analysis.Edit(token: name, head: root, relation: .nsubj),
        ]
        if let gerund { edits.append(Analysis.Edit(token: gerund, head: root, relation: .xcomp)) }
        return edits
    }

    /// "Chile and Peru sign fisheries treaty": between names and an instrument, a word that says where one stands is the verb.
    private func headlineStage(_ sentence: Sentence) -> [Analysis.Edit] {
        guard let root = sentence.tokens.first(where: { page.head($0) == nil }), page.tokens[root].upos == .noun,
            page.lexicon.instruments[page.lemma(root)] != nil,
            !sentence.tokens.contains(where: { page.isVerbal($0) && page.universal($0) != .compound })
        else { return [] }
        for verb in sentence.tokens where verb > sentence.tokens.lowerBound && verb < root && page.universal(verb) == .compound {
            let word = page.lower(verb)
            let stem = KnownForms.stem(ofThirdPerson: word, in: page.lexicon) ?? word
            guard page.lexicon.stages[.verb, stem]?.contains(where: { $0.position == "obj" }) ?? false,
                let name = page.mentions.names.last(where: { $0.tokens.upperBound == verb })
            else { continue }
            let names = page.mentions.names.filter { $0.tokens.lowerBound >= sentence.tokens.lowerBound && $0.tokens.upperBound <= verb }
            guard let first = names.first, names.allSatisfy({ $0.tokens.count == 1 || $0.top == name.top || $0.top == first.top }) else {
                continue
            }
            var edits = [
                Analysis.Edit(token: verb, head: -1, relation: .root, tags: Tags(.verb, word == stem ? .vbp : .vbz), lemma: stem),
                Analysis.Edit(token: root, head: verb, relation: .obj),
                Analysis.Edit(token: first.top, head: verb, relation: .nsubj),
            ]
            edits += names.dropFirst().map { Analysis.Edit(token: $0.top, head: first.top, relation: .conj) }
            edits += (verb + 1..<root).filter { page.head($0) == verb }.map { Analysis.Edit(token: $0, head: root, relation: .compound) }
            return edits
        }
        return []
    }

    /// "Ethiopia accused of attacking", "Norway urged to send": in a headline a participle without an object of its own is a passive.
    private func shortPassives() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { verb in
            let kind = page.analysis.sentences[page.sentence(verb)].kind
            guard page.universal(verb) == .root, page.tokens[verb].xpos == .vbn || page.tokens[verb].xpos == .vbd && kind == .headline,
                page.lexicon.control[page.lemma(verb)] == .object, let subject = page.exactChild(verb, .nsubj), subject < verb,
                !page.all(verb).contains(where: { [.aux, .obj, .iobj, .ccomp].contains(page.universal($0)) }),
                let clause = page.all(verb).first(where: { $0 > verb && [.xcomp, .advcl].contains(page.universal($0)) }),
                let mark = page.subordinator(clause), ["to", "of", "from", "into"].contains(mark),
                !page.all(verb).contains(where: { $0 > verb && $0 < clause && page.universal($0) == .obl })
            else { return nil }
            return Analysis.Edit(token: subject, head: verb, relation: .nsubjPass, tags: nil)
        }
    }

    /// "Did Ethiopia attack Djibouti?", "helped Sweden attack Denmark": a name is no part of the verb behind it.
    private func joinedNames() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { name in
            guard page.universal(name) == .compound, page.relation(name) == .compound, let verb = page.head(name), name < verb,
                page.mentions[name] != nil, page.tokens[name].upos == .propn, page.tokens[verb].xpos == .vb,
                page.child(verb, .nsubj) == nil
            else { return nil }
            if page.universal(verb) == .xcomp, let up = page.head(verb), page.isVerbal(up), up < name, page.child(up, .obj) == nil {
                return Analysis.Edit(token: name, head: up, relation: .obj)
            }
            return Analysis.Edit(token: name, head: verb, relation: .nsubj)
        }
    }

    /// "denied bombing Chad": a gerund that was taken for a noun, and what it acts on.
    private func gerunds() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { gerund -> [Analysis.Edit] in
            guard page.universal(gerund) == .xcomp, page.tokens[gerund].upos == .noun, page.lower(gerund).hasSuffix("ing"),
                let verb = page.head(gerund), page.isVerbal(verb), verb < gerund, page.child(gerund, .cop) == nil,
                let stem = KnownForms.stem(ofGerund: page.lower(gerund), in: page.lexicon)
            else { return [] }
            return [Analysis.Edit(token: gerund, head: verb, relation: .xcomp, tags: Tags(.verb, .vbg), lemma: stem)]
                + page.children(verb, .obj).filter { $0 > gerund }.map { Analysis.Edit(token: $0, head: gerund, relation: .obj) }
        }
    }

    /// "said it was ready to send": the one who is ready, no empty word.
    private func pronouns() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { it in
            guard page.universal(it) == .expl, page.lower(it) == "it", let adjective = page.head(it), page.tokens[adjective].upos == .adj,
                page.child(adjective, .nsubj) == nil, page.children(adjective, .xcomp).contains(where: { page.subordinator($0) == "to" }),
                page.lexicon.embeddings[.adj, page.lemma(adjective)]?.contains(where: {
                    $0.position == "comp" && ($0.effect == .planned || $0.effect == .negated)
                }) ?? false
            else { return nil }
            return Analysis.Edit(token: it, head: adjective, relation: .nsubj)
        }
    }

    /// "said reports that it had attacked were false": what is said of the reports, no object of the word of speech.
    private func predicated() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { clause in
            guard page.universal(clause) == .ccomp, page.child(clause, .nsubj) == nil, let copula = page.child(clause, .cop),
                let verb = page.head(clause), page.isVerbal(verb), page.lexicon.cues[.verb, page.lemma(verb)] != nil,
                let noun = page.children(verb, .obj).first(where: { $0 > verb && $0 < copula }), page.extents[noun].upperBound == copula
            else { return nil }
            return Analysis.Edit(token: noun, head: clause, relation: .nsubj)
        }
    }

    /// "called off its attack": the particle of a verb that the tables know, taken for a preposition.
    private func particles() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { particle -> [Analysis.Edit] in
            guard page.tokens[particle].xpos == .rp, page.universal(particle) == .case, let noun = page.head(particle), noun > particle,
                page.universal(noun) == .obl, let verb = page.head(noun), verb == particle - 1, page.isVerbal(verb),
                page.child(verb, .obj) == nil
            else { return [] }
            return [
                Analysis.Edit(token: particle, head: verb, relation: .compoundPrt),
                Analysis.Edit(token: noun, head: verb, relation: .obj),
            ]
        }
    }
}
