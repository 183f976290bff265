import CasusCore
import Language
import WhosWho

/// Mends nouns that the parser took apart or joined wrongly: "a border crossing", "the ambassador persona non grata", "prompted the bank to stop".
struct NounRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] { crossings() + unwelcome() + lateSubjects() }

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
                let envoy = page.children(persona, .compound).last, envoy == persona - 1
            else { return [] }
            let moved = page.all(persona).filter { $0 < envoy }.map { Analysis.Edit(token: $0, head: envoy, relation: page.relation($0)) }
            return [
                Analysis.Edit(token: envoy, head: verb, relation: page.relation(persona)),
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
}
