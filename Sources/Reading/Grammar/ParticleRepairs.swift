import CasusCore
import Language

/// Mends what belongs to a verb and was taken for a part of what stands behind it, or in front of it.
struct ParticleRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for verb in page.tokens.indices where page.isVerbal(verb) {
            if let joined = joinedToFront(verb) {
                edits += joined
                continue
            }
            let next = verb + 1
            guard next + 1 < page.sentenceTokens(verb).upperBound, page.head(next) != verb || page.universal(next) == .case else {
                continue
            }
            if let mended = outOf(verb) ?? over(verb) ?? result(verb) { edits += mended }
        }
        return edits
    }

    /// "pulled out of Cambodia": the particle of the verb, and the preposition of the noun.
    private func outOf(_ verb: Int) -> [Analysis.Edit]? {
        let particle = verb + 1
        guard page.universal(particle) == .case, let noun = page.head(particle), page.head(noun) == verb, page.lower(particle + 1) == "of",
            page.head(particle + 1) == noun || page.head(particle + 1) == particle, leaves(verb, page.lower(particle))
        else { return nil }
        return [
            Analysis.Edit(token: particle, head: verb, relation: .compoundPrt),
            Analysis.Edit(token: particle + 1, head: noun, relation: .case),
        ]
    }

    /// "handed over 40 hostages": no more than forty, where the verb asks for the particle with what it is done to.
    private func over(_ verb: Int) -> [Analysis.Edit]? {
        let particle = verb + 1
        guard let number = page.head(particle), page.tokens[number].upos == .num, number == particle + 1, let noun = page.head(number),
            page.head(noun) == verb, takes(verb, page.lower(particle), noun)
        else { return nil }
        return [Analysis.Edit(token: particle, head: verb, relation: .compoundPrt)]
    }

    /// "shot dead 13 demonstrators", "set free a pilot": what becomes of the object.
    private func result(_ verb: Int) -> [Analysis.Edit]? {
        let result = verb + 1
        guard page.tokens[result].upos == .adj, page.universal(result) == .amod, let noun = page.head(result), page.head(noun) == verb,
            page.tokens[result + 1].upos != .noun, takes(verb, page.lower(result))
        else { return nil }
        return [Analysis.Edit(token: result, head: verb, relation: .xcomp)]
    }

    /// "test-fired": a verb of two parts of which the first was taken for its subject.
    private func joinedToFront(_ verb: Int) -> [Analysis.Edit]? {
        guard verb - 2 > page.sentenceTokens(verb).lowerBound, page.word(verb - 1) == "-" else { return nil }
        let front = verb - 2
        let lemma = page.lower(front) + "-" + page.lemma(verb)
        guard page.lexicon.frames[lemma] != nil, page.head(front) == verb else { return nil }
        var edits = [Analysis.Edit(token: front, head: verb, relation: .compound)]
        edits.append(Analysis.Edit(token: verb, head: page.head(verb) ?? -1, relation: page.relation(verb), lemma: lemma))
        if page.universal(front) == .nsubj, let subject = page.all(front).last(where: { $0 < front && page.isNominal($0) }) {
            edits.append(Analysis.Edit(token: subject, head: verb, relation: .nsubj))
            edits += page.all(front).filter { $0 < subject }.map { Analysis.Edit(token: $0, head: subject, relation: page.relation($0)) }
        }
        return edits
    }

    /// Whether a row asks for a verb with a particle and for what stands behind "of": "pulled out of Mali", not "bowed out of the cup".
    private func leaves(_ verb: Int, _ particle: String) -> Bool {
        page.lexicon.frames[page.lemma(verb)]?.contains { frame in
            frame.particle == particle && frame.recipient.alternatives.joined().contains { $0.position == "of" }
        } ?? false
    }

    /// Whether a row asks for a verb with a particle, and for the class of a noun where one is given.
    private func takes(_ verb: Int, _ particle: String, _ noun: Int? = nil) -> Bool {
        page.lexicon.frames[page.lemma(verb)]?.contains { frame in
            frame.particle == particle
                && (noun.map { noun in frame.object.isAny || frame.object.choices.contains { page.belongs(noun, to: $0.name) } } ?? true)
        } ?? false
    }
}
