import CasusCore
import Language
import WhosWho

/// Names, titles and the prepositions around them.
extension Repairs {
    /// "over North Korea's arms transfers": the preposition belongs to the last noun of the phrase; and a noun that only its
    /// preposition joins to another is no conjunct.
    func prepositions() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for token in page.tokens.indices where page.universal(token) == .case {
            guard let noun = page.head(token), noun > token, [.compound, .amod].contains(page.universal(noun)), let whole = page.head(noun),
                whole > noun
            else { continue }
            edits.append(Analysis.Edit(token: token, head: whole, relation: .case))
            guard page.universal(whole) == .conj, let first = page.head(whole), first < token,
                page.lexicon.embeddings[.noun, page.lemma(first)]?.contains(where: { $0.position == page.lower(token) }) ?? false
            else { continue }
            edits.append(Analysis.Edit(token: whole, head: first, relation: .nmod))
        }
        return edits
    }

    /// "expressed hope that": after a verb that voices, "hope" is the noun.
    func voicedNouns() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { verb in
            guard page.isVerbal(verb), ["express", "voice", "convey"].contains(page.lemma(verb)),
                verb + 1 < page.sentenceTokens(verb).upperBound,
                page.isVerbal(verb + 1), page.lexicon.cues[.noun, page.lemma(verb + 1)] != nil
            else { return nil }
            return Analysis.Edit(token: verb + 1, head: verb, relation: .obj)
        }
    }

    /// "On Kim Il Sung Square, Kim welcomed ...": a place behind a preposition acts on nobody.
    func placeNames() -> [Analysis.Edit] {
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

    /// "suspends last nuclear arms treaty": in a headline the instrument was taken for a verb.
    func instruments() -> [Analysis.Edit] {
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
    func personNames() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for name in page.mentions.names where kind(name) == 2 {
            let first = name.tokens.lowerBound
            if name.tokens.count == 1, titleHead(before: first) == nil { continue }
            if let title = titleHead(before: first),
                page.head(first) != page.head(title) || page.universal(first) == .flat || page.relation(first) == page.relation(title),
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
    func titleHead(before first: Int) -> Int? {
        let sentence = page.sentenceTokens(first)
        for length in 1...4 where first - length >= sentence.lowerBound {
            let words = (first - length..<first).map { page.lower($0) }.joined(separator: " ")
            guard page.who.title(words) ?? page.who.title(words.filter { $0 != "." }) != nil else { continue }
            let isOfPhrase = length > 2 && page.lower(first - length + 1) == "of"
            return isOfPhrase ? first - length : first - 1
        }
        return nil
    }
}
