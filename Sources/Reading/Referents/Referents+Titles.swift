import CasusCore
import Language
import WhosWho

/// Titles that take up a person named before: "the speaker" behind "Parliament Speaker Ana Gomes", "Ambassador Ana Gomes" behind "the Danish
/// ambassador".
extension Referents {
    /// The only person named before whose title ends in the same word, in the singular and with "the".
    func bearer(of token: Int, text: String) -> Resolution? {
        let lemma = page.lemma(token).inLowerCase
        guard page.children(token, .det).contains(where: { page.lower($0) == "the" }),
            !page.all(token).contains(where: { [.nmod, .appos, .flat, .acl].contains(page.universal($0)) })
        else { return nil }
        let words = modifiers(of: token)
        var found: Actor?
        for entry in persons where entry.token < token {
            guard let title = titleBeside(entry.token), page.lemma(title).inLowerCase == lemma,
                Set(words).isSubset(of: modifiers(of: title))
            else { continue }
            if let known = found, !Self.isSamePerson(known, entry.actor) { return nil }
            found = entry.actor
        }
        guard var actor = found, !hasOther(lemma, before: token, than: actor) else { return nil }
        page.trace?.name(token, "the only one named before who bears the title: \(actor.name)")
        actor.text = text
        return Resolution(actors: [actor], isPublic: actor.code != nil || actor.sector != nil)
    }

    /// The title in front of a name, or set beside it.
    private func titleBeside(_ name: Int) -> Int? {
        if let before = page.exactChild(name, .nmodDesc) { return before }
        if page.universal(name) == .appos, let above = page.head(name), titleOf(above) != nil { return above }
        return page.child(name, .appos).flatMap { titleOf($0) == nil ? nil : $0 }
    }

    private func modifiers(of token: Int) -> [String] {
        page.all(token).filter { [.amod, .compound].contains(page.universal($0)) }.map { page.lower($0) }
    }

    /// Whether the text speaks of somebody else with the same title, named or not, of another state or organisation.
    private func hasOther(_ lemma: String, before token: Int, than actor: Actor) -> Bool {
        (max(0, token - 3000)..<token).contains { other in
            page.tokens[other].upos == .noun && page.lemma(other).inLowerCase == lemma && page.relation(other) != .nmodDesc
                && (stateModifying(other).map { $0 != actor.code } ?? organisationModifying(other).map { $0.code != actor.code } ?? false)
        }
    }

    /// The side of a title without one that a text has named just before, with nobody's name: "the Danish ambassador ... Ambassador Ana Gomes".
    func sideOfTitle(named token: Int) -> Actor? {
        let lemma = page.lemma(token).inLowerCase
        let start = page.analysis.sentences[max(0, page.sentence(token) - 2)].tokens.lowerBound
        var found: Actor?
        for other in start..<token
        where page.tokens[other].upos == .noun && page.lemma(other).inLowerCase == lemma && page.tokens[other].xpos == .nn {
            guard page.child(other, .appos) == nil, page.relation(other) != .nmodDesc else { continue }
            guard let side = stateModifying(other).map({ page.stateActor($0, text: "") }) ?? organisationModifying(other) else {
                return nil
            }
            if let known = found, known.code != side.code { return nil }
            found = side
        }
        return found
    }
}
