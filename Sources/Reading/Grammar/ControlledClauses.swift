import CasusCore
import Language

/// "accused Pyongyang of supplying arms", "blamed Moscow for having shelled the town": the clause belongs to the verb that
/// accuses, and what it acts on to the clause.
struct ControlledClauses {
    let page: Page

    func edits() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { verb in
            page.isVerbal(verb) && page.lexicon.control[page.lemma(verb)] == .object ? edits(under: verb) : []
        }
    }

    private func edits(under verb: Int) -> [Analysis.Edit] {
        let sentence = page.sentenceTokens(verb)
        let reach = (verb + 1)..<min(sentence.upperBound, verb + 9)
        guard let mark = reach.first(where: { ["of", "for", "from"].contains(page.lower($0)) && gerund(after: $0) != nil }),
            let clause = gerund(after: mark), !(verb + 1..<mark).contains(where: { page.isVerbal($0) || page.lower($0) == "," })
        else { return [] }
        var edits: [Analysis.Edit] = []
        if page.isVerbal(clause) {
            if page.head(clause) != verb { edits.append(Analysis.Edit(token: clause, head: verb, relation: .advcl)) }
            if page.universal(clause) == .amod, let thing = page.head(clause), thing > clause {
                edits.append(Analysis.Edit(token: thing, head: clause, relation: .obj))
            }
        } else {
            // "of shipping shells": the gerund was taken for a noun.
            edits.append(
                Analysis.Edit(token: clause, head: verb, relation: .advcl, tags: Tags(.verb, .vbg), lemma: stem(page.lower(clause))))
            if let thing = thing(behind: clause) { edits.append(Analysis.Edit(token: thing, head: clause, relation: .obj)) }
        }
        if page.head(mark) != clause || page.universal(mark) != .mark {
            edits.append(Analysis.Edit(token: mark, head: clause, relation: .mark))
        }
        if page.lower(clause - 1) == "having", page.head(clause - 1) != clause || page.universal(clause - 1) != .aux {
            // What the tree hung on "having" belongs to the verb.
            edits.append(Analysis.Edit(token: clause - 1, head: clause, relation: .aux))
            edits += page.all(clause - 1).filter { $0 > clause }.map { Analysis.Edit(token: $0, head: clause, relation: page.relation($0)) }
        }
        // An object behind the clause is the clause's; the one in front is whom it is said of.
        edits += page.children(verb, .obj).filter { $0 > clause }.map { Analysis.Edit(token: $0, head: clause, relation: .obj) }
        if !page.isPassive(verb), let noun = accused(verb + 1..<mark), page.head(noun) != verb || page.universal(noun) != .obj {
            edits.append(Analysis.Edit(token: noun, head: verb, relation: .obj))
        }
        return edits
    }

    private func accused(_ range: Range<Int>) -> Int? {
        range.last { token in
            page.isNominal(token) && ![.flat, .compound, .nmod, .conj].contains(page.universal(token))
        }
    }

    /// The gerund that follows, perhaps after "having" or an adverb; also one that the tagger took for a noun.
    private func gerund(after mark: Int) -> Int? {
        let end = page.sentenceTokens(mark).upperBound
        for token in mark + 1..<max(mark + 1, min(mark + 4, end)) {
            if page.lower(token) == "having" || page.lower(token) == "being" || page.tokens[token].upos == .adv { continue }
            let xpos = page.tokens[token].xpos
            if xpos == .vbg || (xpos == .vbn && page.lower(token - 1) == "having") { return token }
            let isNoun = page.tokens[token].upos == .noun && page.lower(token).hasSuffix("ing") && thing(behind: token) != nil
            return isNoun && stem(page.lower(token)) != nil ? token : nil
        }
        return nil
    }

    /// The noun that a word right in front of it acts on.
    private func thing(behind token: Int) -> Int? {
        guard token + 1 < page.sentenceTokens(token).upperBound else { return nil }
        if page.relation(token) == .compound || page.relation(token) == .amod, let head = page.head(token), head > token { return head }
        return page.isNominal(token + 1) && page.universal(token + 1) != .compound ? token + 1 : nil
    }

    private func stem(_ word: String) -> String? { KnownForms.stem(ofGerund: word, in: page.lexicon) }
}
