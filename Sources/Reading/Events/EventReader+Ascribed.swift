import CasusCore
import Language

/// Who does what a noun names, when the words around the noun say it: "accused Russia of an attack", "denied any attack".
extension EventReader {
    mutating func ascribed(_ noun: Int) -> Resolution {
        guard let doer = doer(of: noun) else { return .open }
        let one = referents.resolve(doer)
        guard one.isPublic else { return .open }
        page.trace?.note(.actor, page.phrase(doer), "the one to whom the act is ascribed", heads: [doer])
        return one
    }

    private func doer(of noun: Int) -> Int? {
        let first = page.firstConjunct(noun)
        guard let up = page.head(first), let row = page.embedding(by: up, of: first) else { return nil }
        if page.isVerbal(up) {
            switch (row.effect, page.lexicon.control[page.lemma(up)]) {
            // "accused Russia of an attack", "is suspected of an attack"
            case (.alleged, .object): return page.universal(first) == .obl ? page.object(up) : nil
            // "denied any attack", "threatened an attack"
            case (.denied, _), (_, .subject): return page.universal(first) == .obj ? page.subject(up) : nil
            default: return nil
            }
        }
        // "rejected allegations of an attack": who answers them is the one they are made against.
        guard row.effect == .alleged, page.universal(up) == .obj, let verb = page.head(up), page.denies(verb) else { return nil }
        return page.subject(verb)
    }

    /// "the raid that the president had ordered": who orders, plans or begins an act does it.
    mutating func starter(of noun: Int) -> Resolution {
        for clause in page.all(noun) where page.relation(clause) == .aclRelcl && page.isVerbal(clause) && page.object(clause) == noun {
            guard
                page.lexicon.light[page.lemma(clause)]?.contains(where: { $0.subject == .actor }) ?? false || page.lemma(clause) == "order",
                let subject = page.subject(clause)
            else { continue }
            let one = referents.resolve(subject)
            guard one.isPublic else { continue }
            page.trace?.note(.actor, page.phrase(subject), "who began it", heads: [subject])
            return one
        }
        return .open
    }
}
