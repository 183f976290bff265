import CasusCore
import Language
import WhosWho

/// The state whose acts a text is telling of, for organs that it names without one.
extension Referents {
    /// "The foreign ministry said": an organ named without its state is of the state whose acts the text has just told, where
    /// there is only one.
    func stateInPlay(_ token: Int, _ group: Group) -> String? {
        guard ["GOV", "MIL", "LEG", "JUD", "COP"].contains(group.sector), page.tokens[token].xpos == .nn || page.tokens[token].xpos == .nnp,
            page.children(token, .det).contains(where: { page.lower($0) == "the" }),
            !["commission", "council", "union", "alliance", "bloc", "assembly", "coalition", "junta"].contains(
                page.lemma(token).inLowerCase)
        else { return nil }
        // "The Paris-based court", "the court in The Hague" is placed by its own words.
        if group.sector == "JUD", page.all(token).contains(where: { isSeated($0, token) || page.marker($0) == "in" }) { return nil }
        let sentence = page.sentence(token)
        for reach in 0...1 where sentence - reach >= 0 {
            guard let subject = mainSubject(of: sentence - reach), subject != token, subject < token else { continue }
            // "Russia voted against the tribunal's budget": what a state acts on is not its own by that.
            if reach == 0, page.mentions[subject]?.candidates.contains(where: \.isStateName) ?? false, !isInSaidClause(token) { continue }
            let codes = Set(statesOfSubject(subject))
            return codes.count == 1 ? codes.first : nil
        }
        return nil
    }

    /// Whether a token stands in a clause of its own under that of the sentence: "Russia said the ministry had denied it".
    private func isInSaidClause(_ token: Int) -> Bool {
        var up = page.head(token)
        while let above = up {
            if [.ccomp, .parataxis, .conj].contains(page.universal(above)), page.isVerbal(above) { return true }
            up = page.head(above)
        }
        return false
    }

    /// The subject of a sentence's main clause, or of one coordinated with it.
    func mainSubject(of sentence: Int) -> Int? {
        let root = page.analysis.root(of: sentence)
        return page.subject(root) ?? page.object(root)
    }

    func statesOfSubject(_ subject: Int) -> [String] {
        if page.tokens[subject].upos == .pron {
            guard ["he", "she"].contains(page.lower(subject)) else { return [] }
            let gender = page.lower(subject) == "she" ? "female" : "male"
            return person(before: subject, gender: gender, text: "").actors.compactMap(\.code)
        }
        return page.conjuncts(subject).compactMap { conjunct in stateOf(conjunct) }
    }
}
