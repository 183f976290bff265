import CasusCore
import Language
import WhosWho

/// Mends the clauses that tell who says something: a speaker hung on what he says, titles and names in front of the verb, a name hung on
/// the body that its bearer leads.
struct SpeechRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] {
        quotedSpeakers() + secondSubjects() + calledSubjects() + titledSubjects() + sidesOfTitles() + apposedPersons()
            + separatedParticles() + occasions()
    }

    /// "“We wait,” the union's envoy, Ana Gomes, said": who stands between a closed quotation and a word of speech says it.
    private func quotedSpeakers() -> [Analysis.Edit] {
        page.quotations.flatMap { quotation -> [Analysis.Edit] in
            let start = quotation.tokens.upperBound
            guard start < page.tokens.count, page.sentence(start) == page.sentence(start - 1) else { return [] }
            let behind = start..<min(page.sentenceTokens(start).upperBound, start + 24)
            guard
                let verb = behind.first(where: {
                    page.isQuote($0) || page.isVerbal($0) && page.isFinite($0) && page.universal($0) != .aux && page.universal($0) != .cop
                }), verb > start, !page.isQuote(verb), speaks(verb), page.child(verb, .nsubj).map({ quotation.holds($0) }) ?? true
            else { return [] }
            let words = start..<verb
            let tops = words.filter { token in
                page.tokens[token].upos != .punct && page.head(token).map { !words.contains($0) } ?? true && !isPart(token, of: verb)
            }
            guard tops.count == 1, let speaker = tops.first, page.isNominal(speaker), page.child(speaker, .case) == nil,
                page.head(speaker) != nil
            else { return [] }
            // "“Our men were there,” he said": a subject inside the quotation belongs to the clause that is said.
            let said = page.all(verb).last { quotation.holds($0) && [.ccomp, .parataxis].contains(page.universal($0)) }
            let inner = page.child(verb, .nsubj).flatMap { quotation.holds($0) ? $0 : nil }
            if inner != nil, said == nil { return [] }
            return [Analysis.Edit(token: speaker, head: verb, relation: .nsubj)]
                + (inner.map { [Analysis.Edit(token: $0, head: said ?? verb, relation: .nsubj)] } ?? [])
        }
    }

    private func isPart(_ token: Int, of verb: Int) -> Bool {
        page.head(token) == verb && [.aux, .advmod].contains(page.universal(token))
    }

    private func speaks(_ verb: Int) -> Bool {
        page.lexicon.cues[.verb, page.lemma(verb)]?.contains { $0.stance == .asserts && $0.particle.isEmpty } ?? false
    }

    /// "Herrera confirms the swap": of two subjects the one behind the verb is its object.
    private func secondSubjects() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { noun in
            guard page.relation(noun) == .nsubj, let verb = page.head(noun), verb < noun, page.tokens[verb].upos == .verb,
                page.isFinite(verb), page.child(noun, .case) == nil, page.child(verb, .obj) == nil, page.child(verb, .ccomp) == nil,
                page.all(verb).contains(where: { $0 < verb && page.relation($0) == .nsubj && page.extents[$0].upperBound <= verb }),
                page.phrase(noun).lowerBound == verb + 1
            else { return nil }
            return Analysis.Edit(token: noun, head: verb, relation: .obj)
        }
    }

    /// "Reacting, the state governor, Ana Gomes, lamented": nobody is called upon in front of a verb that has no subject.
    private func calledSubjects() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { noun in
            guard page.universal(noun) == .vocative, let verb = page.head(noun), noun < verb, page.isVerbal(verb), page.isFinite(verb),
                page.child(verb, .nsubj) == nil, page.child(noun, .det) != nil || page.mentions[noun] != nil,
                page.quotation(around: noun) == nil, [.vbd, .vbz].contains(page.tokens[verb].xpos)
            else { return nil }
            return Analysis.Edit(token: noun, head: verb, relation: .nsubj)
        }
    }

    /// "MP Ana Gomes went further": a title and a name as two subjects of one verb.
    private func titledSubjects() -> [Analysis.Edit] {
        page.tokens.indices.dropLast().compactMap { title in
            let name = title + 1
            guard page.universal(title) == .nsubj, page.universal(name) == .nsubj, let verb = page.head(title), page.head(name) == verb,
                page.tokens[name].upos == .propn, page.who.title(page.lower(title)) != nil
            else { return nil }
            return Analysis.Edit(token: title, head: name, relation: .nmodDesc)
        }
    }

    /// "ECOWAS Commissioner Ana Gomes": the name in front of a title that stands in front of a name says whose title it is.
    private func sidesOfTitles() -> [Analysis.Edit] {
        page.mentions.names.compactMap { side in
            let title = side.tokens.upperBound
            let name = title + 1
            guard name < page.sentenceTokens(side.top).upperBound, page.tokens[name].upos == .propn,
                page.who.title(page.lower(title)) != nil, page.relation(title) == .nmodDesc, page.head(title) == name,
                page.head(side.top) != title, page.head(side.top) != name, page.child(side.top, .case) == nil, page.head(side.top) != nil,
                side.candidates.allSatisfy({ $0.isOrganisation || $0.isState })
            else { return nil }
            return Analysis.Edit(token: side.top, head: title, relation: .compound)
        }
    }

    /// "the head of the Danish delegation, Ana Gomes,": the name of a person is set beside the one who leads, not beside those whom he leads.
    private func apposedPersons() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { name in
            guard page.universal(name) == .appos, page.tokens[name].upos == .propn, page.word(page.extents[name].lowerBound) != ",",
                page.extents[name].lowerBound > 0, page.word(page.extents[name].lowerBound - 1) == ",", isPerson(name),
                let body = page.head(name), page.universal(body) == .nmod, page.tokens[body].upos == .noun || page.mentions[body] != nil,
                page.who.title(page.lemma(body).inLowerCase) == nil, let leader = page.head(body), leader < body,
                page.who.title(page.lemma(leader).inLowerCase) != nil || page.belongs(leader, to: "leading"),
                page.child(leader, .appos) == nil
            else { return nil }
            return Analysis.Edit(token: name, head: leader, relation: .appos)
        }
    }

    private func isPerson(_ name: Int) -> Bool {
        if let mention = page.mentions[name] { return mention.candidates.contains(where: \.isPerson) }
        return page.children(name, .flat).contains { page.tokens[$0].upos == .propn }
    }

    /// "brushed the protest aside", "ruled that out": a particle behind the object, where a row asks for the verb with it.
    private func separatedParticles() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { particle -> [Analysis.Edit] in
            guard [.advmod, .case, .compound, .mark].contains(page.universal(particle)),
                page.tokens[particle].upos == .adv || page.tokens[particle].upos == .adp, particle - 2 >= 0
            else { return [] }
            // "ruled that out": the tree knows nothing of the two words.
            let verb = particle - 2
            if page.isVerbal(verb), ["that", "it", "this"].contains(page.lower(particle - 1)),
                page.sentence(verb) == page.sentence(particle),
                page.child(verb, .obj).map({ $0 == particle - 1 }) ?? true, takes(verb, page.lower(particle))
            {
                return [
                    Analysis.Edit(token: particle - 1, head: verb, relation: .obj, tags: Tags(.pron, .prp)),
                    Analysis.Edit(token: particle, head: verb, relation: .compoundPrt),
                ]
            }
            guard page.universal(particle) == .advmod, let up = page.head(particle), page.isVerbal(up), up < particle,
                let object = page.child(up, .obj), object > up, page.extents[object].upperBound == particle, takes(up, page.lower(particle))
            else { return [] }
            return [Analysis.Edit(token: particle, head: up, relation: .compoundPrt)]
        }
    }

    private func takes(_ verb: Int, _ particle: String) -> Bool {
        page.lexicon.cues[.verb, page.lemma(verb)]?.contains {
            $0.particle == particle && $0.content.alternatives.joined().contains { $0.position == "obj" }
        }
            ?? false
    }

    /// "argued at the time that the court had failed": what is said was hung on when or where it was said.
    private func occasions() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { clause in
            guard page.universal(clause) == .acl, page.isPredicate(clause), page.child(clause, .nsubj) != nil,
                page.all(clause).contains(where: { page.universal($0) == .mark && page.lower($0) == "that" }), let noun = page.head(clause),
                page.universal(noun) == .obl, let marker = page.marker(noun), ["in", "at", "on", "during"].contains(marker),
                let verb = page.head(noun), verb < noun, page.isVerbal(verb), page.child(verb, .ccomp) == nil, speaks(verb),
                page.lexicon.cues[.noun, page.lemma(noun)] == nil
            else { return nil }
            return Analysis.Edit(token: clause, head: verb, relation: .ccomp)
        }
    }
}
