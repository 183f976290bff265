import CasusCore
import Language
import WhosWho

/// Mends what the trees of English treebanks leave to the reader: headlines without a verb of their own, "due to visit", what a statement says,
/// which of two nouns a third is coordinated with.
struct InfinitiveRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] {
        headlines() + due() + statements() + openPoints() + conjuncts() + hiddenInfinitives()
    }

    /// "Poland to send tanks": in a headline, a name before an infinitive is its subject.
    private func headlines() -> [Analysis.Edit] {
        page.analysis.sentences.flatMap { sentence -> [Analysis.Edit] in
            guard let root = sentence.tokens.first(where: { page.head($0) == nil }),
                page.mentions[root] != nil || page.tokens[root].upos == .propn,
                let verb = page.all(root).first(where: { [.acl, .advcl].contains(page.universal($0)) && page.tokens[$0].xpos == .vb }),
                verb > root + 1, page.lower(verb - 1) == "to", page.head(verb - 1) == verb,
                !(sentence.tokens.lowerBound..<verb).contains(where: { page.isVerbal($0) || page.tokens[$0].upos == .punct })
            else { return [] }
            return [Analysis.Edit(token: verb, head: -1, relation: .root), Analysis.Edit(token: root, head: verb, relation: .nsubj)]
        }
    }

    /// "is due to visit": not the preposition "due to", for a verb follows.
    private func due() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { due -> [Analysis.Edit] in
            guard page.lower(due) == "due", due + 2 < page.sentenceTokens(due).upperBound, page.lower(due + 1) == "to",
                let verb = page.head(due), verb > due,
                page.head(due + 1) == due && page.universal(due + 1) == .fixed
                    || page.head(due + 1) == verb && page.universal(due) == .mark,
                page.isVerbal(verb), page.tokens[verb].xpos == .vb, due > page.sentenceTokens(due).lowerBound
            else { return [] }
            var edits = [Analysis.Edit(token: due, head: page.head(verb) ?? -1, relation: page.relation(verb), tags: Tags(.adj, .jj))]
            edits.append(Analysis.Edit(token: verb, head: due, relation: .xcomp))
            edits.append(Analysis.Edit(token: due + 1, head: verb, relation: .mark))
            for child in page.all(verb) where child < due && page.universal(child) != .mark {
                edits.append(Analysis.Edit(token: child, head: due, relation: page.relation(child)))
            }
            return edits
        }
    }

    /// "said in a statement that the talks were useful": the clause is what was said.
    private func statements() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { clause in
            guard [.acl, .ccomp].contains(page.relation(clause)), page.subordinator(clause) == "that", let noun = page.head(clause),
                page.tokens[noun].upos == .noun, page.universal(noun) == .obl, let verb = page.head(noun), verb < noun,
                page.isVerbal(verb), page.lexicon.cues[.verb, page.lemma(verb)] != nil,
                !page.all(verb).contains(where: { [.ccomp, .obj].contains(page.universal($0)) })
            else { return nil }
            return Analysis.Edit(token: clause, head: verb, relation: .ccomp)
        }
    }

    /// "threatened to sever ties": no preposition before a noun, but a verb with its object.
    private func hiddenInfinitives() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { verb -> [Analysis.Edit] in
            guard verb > 1, page.tokens[verb].upos == .verb, [.amod, .compound].contains(page.universal(verb)),
                page.lower(verb) == page.lemma(verb), let noun = page.head(verb), noun > verb, page.universal(noun) == .obl,
                page.lower(verb - 1) == "to", page.universal(verb - 1) == .case, page.head(verb - 1) == noun || page.head(verb - 1) == verb,
                let outer = page.head(noun), page.isVerbal(outer), outer < verb, page.lexicon.frames[page.lemma(verb)] != nil,
                page.lexicon.control[page.lemma(outer)] != nil
            else { return [] }
            return [
                Analysis.Edit(token: verb, head: outer, relation: .xcomp, tags: Tags(.verb, .vb)),
                Analysis.Edit(token: verb - 1, head: verb, relation: .mark),
                Analysis.Edit(token: noun, head: verb, relation: .obj),
            ]
        }
    }

    /// "would not say when it had attacked": what is not told, no time of the telling.
    private func openPoints() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { clause in
            guard page.relation(clause) == .advcl, let verb = page.head(clause), verb + 1 < clause, page.isVerbal(verb),
                page.lexicon.cues[.verb, page.lemma(verb)] != nil, ["when", "where", "why", "how"].contains(page.lower(verb + 1)),
                page.head(verb + 1) == clause, !page.all(verb).contains(where: { [.ccomp, .obj].contains(page.universal($0)) }),
                page.all(verb).contains(where: { ["not", "n't", "never"].contains(page.lower($0)) }) || page.relation(verb) == .xcomp
            else { return nil }
            return Analysis.Edit(token: clause, head: verb, relation: .ccomp)
        }
    }

    /// "a treaty with Germany and a memorandum with Italy": a thing with an article is coordinated with a thing, not with the name before it.
    private func conjuncts() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { noun in
            guard page.universal(noun) == .conj, page.tokens[noun].upos == .noun, let name = page.head(noun), name < noun,
                page.tokens[name].upos == .propn, page.mentions[name] != nil, page.child(noun, .det) != nil, page.child(noun, .case) == nil,
                [.nmod, .obl].contains(page.universal(name)), let first = page.head(name), first < name, page.tokens[first].upos == .noun,
                page.children(first, .det).contains(where: { page.lower($0) == page.lower(page.child(noun, .det) ?? noun) })
            else { return nil }
            return Analysis.Edit(token: noun, head: first, relation: .conj)
        }
    }
}
