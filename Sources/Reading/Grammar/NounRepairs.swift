import CasusCore
import Language
import WhosWho

/// Mends nouns that the parser took apart or joined wrongly: "a border crossing", "the ambassador persona non grata", "prompted the bank to stop".
struct NounRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] { crossings() + unwelcome() + lateSubjects() + generals() + timesGiven() + bareObjects() }

    /// "reopened a border crossing with Chad": the last of two nouns, not what the border does.
    private func crossings() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { crossing -> [Analysis.Edit] in
            guard page.isVerbal(crossing), page.tokens[crossing].xpos == .vbg, crossing > 0,
                [.acl, .advcl].contains(page.universal(crossing)), case let noun = crossing - 1, page.isNominal(noun),
                page.head(crossing) == noun || page.head(crossing) == page.head(noun),
                page.lexicon.isOfClass(page.lower(crossing), "border"), page.child(crossing, .obj) == nil,
                page.lexicon.isOfClass(page.lower(noun), "border") || page.lexicon.isOfClass(page.lower(noun), "road"),
                let up = page.head(noun)
            else { return [] }
            let moved = page.all(noun).filter { $0 != crossing }.map {
                Analysis.Edit(token: $0, head: crossing, relation: page.relation($0))
            }
            let own = page.all(crossing).filter { page.universal($0) == .obl }.map {
                Analysis.Edit(token: $0, head: crossing, relation: .nmod)
            }
            return [
                Analysis.Edit(
                    token: crossing, head: up, relation: page.relation(noun), tags: Tags(.noun, .nn), lemma: page.lower(crossing)),
                Analysis.Edit(token: noun, head: crossing, relation: .compound),
            ] + moved + own
        }
    }

    /// "declared the ambassador persona non grata": what he is declared is no part of what he is.
    private func unwelcome() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { persona -> [Analysis.Edit] in
            guard page.lower(persona) == "persona", persona > 0, let verb = page.head(persona), page.isVerbal(verb), verb < persona,
                case let envoy = persona - 1, page.head(envoy) == persona, [.compound, .amod].contains(page.universal(envoy))
            else { return [] }
            let moved = page.all(persona).filter { $0 < envoy }.map { Analysis.Edit(token: $0, head: envoy, relation: page.relation($0)) }
            return [
                Analysis.Edit(
                    token: envoy, head: verb, relation: page.relation(persona),
                    tags: page.tokens[envoy].upos == .adj ? Tags(.noun, .nn) : nil),
                Analysis.Edit(token: persona, head: verb, relation: .xcomp),
            ] + moved
        }
    }

    /// "The law prompted the bank to stop": of two subjects, the one behind the verb is its object.
    private func lateSubjects() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { noun in
            guard page.relation(noun) == .nsubj, let verb = page.head(noun), page.isVerbal(verb), noun > verb,
                page.tokens[verb].upos == .verb, page.children(verb, .xcomp).contains(where: { $0 > noun }), page.child(verb, .obj) == nil,
                page.all(verb).contains(where: { $0 < verb && page.relation($0) == .nsubj && !page.isRelative($0) })
            else { return nil }
            return Analysis.Edit(token: noun, head: verb, relation: .obj)
        }
    }

    /// "The UN secretary-general appealed": a title of two words is one subject, not two.
    private func generals() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { general -> [Analysis.Edit] in
            guard general > 1, page.lower(general) == "general", page.relation(general) == .nsubj, let verb = page.head(general),
                case let isJoined = page.word(general - 1) == "-", case let office = isJoined ? general - 2 : general - 1,
                page.relation(office) == .nsubj, page.head(office) == verb,
                page.who.title(page.lower(office) + (isJoined ? "-" : " ") + "general") != nil
            else { return [] }
            return [
                Analysis.Edit(token: office, head: general, relation: .compound),
                Analysis.Edit(token: general, head: verb, relation: .nsubj, tags: Tags(.noun, .nn)),
            ]
                + (page.all(office) + page.all(verb)).filter { $0 < office && isInFront($0) }.map {
                    Analysis.Edit(token: $0, head: general, relation: page.relation($0))
                }
        }
    }

    private func isInFront(_ token: Int) -> Bool {
        [.det, .compound, .amod].contains(page.universal(token)) || page.relation(token) == .nmodPoss
    }

    /// "gave the troops a month to leave": the time that is given is the object.
    private func timesGiven() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { time in
            guard page.relation(time) == .oblUnmarked, let verb = page.head(time), verb < time, page.isVerbal(verb),
                page.child(verb, .iobj).map({ $0 < time }) ?? false, page.child(verb, .obj) == nil,
                page.lexicon.isOfClass(page.lemma(time), "hours"),
                page.lexicon.frames[page.lemma(verb)]?.contains(where: { frame in frame.object.choices.contains { $0.name == "hours" } })
                    ?? false
            else { return nil }
            return Analysis.Edit(token: time, head: verb, relation: .obj)
        }
    }

    /// "shut down the internet": a noun without a preposition right behind a particle is what is shut.
    private func bareObjects() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { noun in
            guard page.relation(noun) == .obl, page.tokens[noun].upos == .noun, let verb = page.head(noun), verb < noun,
                page.isVerbal(verb), !page.isPassive(verb), page.child(noun, .case) == nil, page.child(verb, .obj) == nil,
                let particle = page.exactChild(verb, .compoundPrt), page.extents[noun].lowerBound == particle + 1
            else { return nil }
            return Analysis.Edit(token: noun, head: verb, relation: .obj)
        }
    }
}
