import CasusCore
import Language
import WhosWho

/// Mends slips in how clauses hang together: a second verb hung on the wrong first, names side by side in a
/// headline, what is said before an inverted "said the minister".
struct ClauseRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] { laterVerbs() + pairs() + inverted() + relatives() + newSubjects() + told() + charges() }

    /// "denies that the army has left and invites observers", "a text which allows help to reach them and imposes a ban": a finite verb without
    /// a subject goes with the verb of its own tense, not with an infinitive or participle in between.
    private func laterVerbs() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { verb in
            let tense = page.tokens[verb].xpos
            guard page.universal(verb) == .conj, page.isVerbal(verb), tense == .vbz || tense == .vbd, page.child(verb, .nsubj) == nil,
                !page.all(verb).contains(where: { page.universal($0) == .aux }), let first = page.head(verb), page.isVerbal(first),
                [.vb, .vbn, .vbg].contains(page.tokens[first].xpos)
            else { return nil }
            var at = page.head(first)
            while let up = at {
                if page.isVerbal(up), page.tokens[up].xpos == tense, up < first {
                    return Analysis.Edit(token: verb, head: up, relation: .conj)
                }
                at = page.head(up)
            }
            return nil
        }
    }

    /// "France, Germany urge restraint": names with nothing but commas between them in front of a plural verb act together.
    private func pairs() -> [Analysis.Edit] {
        page.analysis.sentences.flatMap { sentence -> [Analysis.Edit] in
            var names: [NameMention] = []
            var at = sentence.tokens.lowerBound
            while at < sentence.tokens.upperBound, let name = page.mentions[at], name.tokens.lowerBound == at,
                name.candidates.contains(where: { ($0.isState && !$0.isAdjective) || $0.isOrganisation || $0.isPerson })
            {
                names.append(name)
                at = name.tokens.upperBound
                guard at + 1 < sentence.tokens.upperBound, page.word(at) == ",", page.mentions[at + 1] != nil else { break }
                at += 1
            }
            guard names.count > 1, at < sentence.tokens.upperBound, page.isVerbal(at),
                page.tokens[at].xpos == .vbp || sentence.kind == .headline && [.vbd, .vb].contains(page.tokens[at].xpos)
            else { return [] }
            let first = names[0].top
            var edits: [Analysis.Edit] = []
            if names.contains(where: { page.head($0.top) == nil }) { edits.append(Analysis.Edit(token: at, head: -1, relation: .root)) }
            edits.append(Analysis.Edit(token: first, head: at, relation: .nsubj))
            edits += names.dropFirst().map { Analysis.Edit(token: $0.top, head: first, relation: .conj) }
            return edits
        }
    }

    /// "expelled four diplomats, and Kenya sent home two": a name behind ", and" and in front of a finite verb without a subject is its subject.
    private func newSubjects() -> [Analysis.Edit] {
        page.mentions.names.flatMap { name -> [Analysis.Edit] in
            let verb = name.tokens.upperBound
            let sentence = page.sentenceTokens(name.top)
            guard verb < sentence.upperBound, page.isVerbal(verb), page.tokens[verb].upos == .verb,
                [.vbd, .vbz].contains(page.tokens[verb].xpos), page.child(verb, .nsubj) == nil,
                name.tokens.lowerBound - 2 > sentence.lowerBound,
                ["and", "but", "while"].contains(page.lower(name.tokens.lowerBound - 1)), page.word(name.tokens.lowerBound - 2) == ",",
                name.candidates.contains(where: { ($0.isState && !$0.isAdjective) || $0.isOrganisation || $0.isPerson }),
                let first = (sentence.lowerBound..<name.tokens.lowerBound).last(where: {
                    page.isVerbal($0) && page.tokens[$0].upos == .verb && page.isFinite($0) && [.root, .conj].contains(page.universal($0))
                })
            else { return [] }
            return [Analysis.Edit(token: verb, head: first, relation: .conj), Analysis.Edit(token: name.top, head: verb, relation: .nsubj)]
        }
    }

    /// "told the people of Goma on the radio that his men would come": what somebody is told, hung on a noun in between.
    private func told() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { clause in
            guard [.acl, .ccomp].contains(page.universal(clause)), page.isPredicate(clause), page.child(clause, .nsubj) != nil,
                page.all(clause).contains(where: { page.universal($0) == .mark && page.lower($0) == "that" }), let noun = page.head(clause),
                page.isNominal(noun), page.lexicon.cues[.noun, page.lemma(noun)] == nil
            else { return nil }
            var at = page.head(noun)
            while let up = at, !page.isVerbal(up) { at = page.head(up) }
            guard let verb = at, verb < noun,
                page.lexicon.cues[.verb, page.lemma(verb)]?.contains(where: { !$0.addressee.alternatives.isEmpty }) ?? false,
                page.child(verb, .ccomp) == nil, page.child(verb, .xcomp) == nil,
                page.all(verb).contains(where: { [.iobj, .obj].contains(page.universal($0)) && page.extents[$0].contains(noun) })
                    || page.universal(noun) == .obl
            else { return nil }
            return Analysis.Edit(token: clause, head: verb, relation: .ccomp)
        }
    }

    /// "accused the union's envoy of “spreading lies”": what somebody is accused of, hung on the one who is accused.
    private func charges() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { clause -> [Analysis.Edit] in
            guard page.relation(clause) == .acl, page.tokens[clause].xpos == .vbg,
                let of = page.all(clause).first(where: { $0 < clause && [.mark, .case].contains(page.universal($0)) }),
                page.lower(of) == "of", let noun = page.head(clause), page.universal(noun) == .obj, let verb = page.head(noun), verb < noun,
                page.lexicon.cues[.verb, page.lemma(verb)]?.contains(where: { cue in
                    cue.content.alternatives.first?.contains { $0.position == "of" } ?? false
                }) ?? false
            else { return [] }
            return [
                Analysis.Edit(token: clause, head: verb, relation: .advcl), Analysis.Edit(token: of, head: clause, relation: .mark),
            ]
        }
    }

    /// "signed a pact with Oman, which has yet to be ratified": what says where an instrument stands is said of the instrument.
    private func relatives() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { clause in
            guard page.relation(clause) == .aclRelcl, let name = page.head(clause), page.mentions[name] != nil,
                page.all(clause).contains(where: { page.lower($0) == "which" && page.universal($0) == .nsubj }),
                ([clause] + page.children(clause, .xcomp)).contains(where: { page.lexicon.stages[.verb, page.lemma($0)] != nil }),
                page.universal(name) == .nmod, let paper = page.head(name), page.lexicon.instruments[page.lemma(paper)] != nil
            else { return nil }
            return Analysis.Edit(token: clause, head: paper, relation: .aclRelcl)
        }
    }

    /// "Nonsense, said the Kremlin: nobody was there": behind a comma and a word of speech stands who speaks, not whom he speaks to.
    private func inverted() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { verb -> [Analysis.Edit] in
            guard page.isVerbal(verb), [.vbd, .vbz, .vbp].contains(page.tokens[verb].xpos),
                let cues = page.lexicon.cues[.verb, page.lemma(verb)], isBareSpeech(cues),
                let before = page.child(verb, .nsubj), before < verb, page.mentions[before] == nil, page.tokens[before].upos != .pron,
                // "Ali Saidou, a baker from Agadez, told the council": an apposition tells of the one who speaks.
                !page.extents[before].contains(where: { page.word($0) == "," && $0 < verb - 1 }),
                page.extents[before].lowerBound == page.sentenceTokens(verb).lowerBound, page.word(verb - 1) == ",",
                let speaker = page.all(verb).first(where: { [.iobj, .obj, .nsubj].contains(page.universal($0)) && $0 > verb }),
                page.phrase(speaker).lowerBound == verb + 1, page.lower(verb + 1) == "the" || page.mentions[speaker] != nil
            else { return [] }
            return [
                Analysis.Edit(token: speaker, head: verb, relation: .nsubj), Analysis.Edit(token: before, head: verb, relation: .parataxis),
            ]
        }
    }

    /// Whether words of speech present a clause and take nobody as their object: one says something, but calls or tells somebody.
    private func isBareSpeech(_ cues: [Cue]) -> Bool {
        cues.contains { cue in
            cue.particle.isEmpty && cue.content.alternatives.joined().contains { $0.position == "comp" || $0.position == "ccomp" }
                && !cue.addressee.alternatives.joined().contains { $0.position == "obj" }
        }
    }
}

extension Page {
    /// The person or body that "who" speaks of, where a place stands in between: "the president of Chad, who", "on a tour of Asia, who".
    func personAbove(_ noun: Int) -> Int {
        guard isPlaceName(noun) || belongs(noun, to: "locality"), marker(noun) != nil else { return noun }
        var at = noun
        while let up = head(at), up < at, isNominal(up) {
            if mentions[up]?.candidates.contains(where: \.isPerson) ?? false || who.title(lemma(up).inLowerCase) != nil
                || who.group(lemma(up).inLowerCase) != nil
            {
                return up
            }
            at = up
        }
        return noun
    }

    /// A name of a state or place, not of its people.
    private func isPlaceName(_ noun: Int) -> Bool {
        guard let mention = mentions[noun] else { return false }
        return mention.candidates.allSatisfy { ($0.isState && !$0.isAdjective && !$0.isInhabitant) || $0.isPlace }
    }
}
