import CasusCore
import Language
import WhosWho

/// Groups and offices whose side stands beside them, though no state's adjective does.
extension Referents {
    /// The group that a noun names, with the word before it where the two are one: "armed men".
    func groupOf(_ token: Int, _ lemma: String) -> Group? {
        if token > 0, page.head(token - 1) == token, let group = page.who.group(page.lower(token - 1) + " " + lemma) { return group }
        return page.who.group(lemma)
    }

    /// "Negotiators from Kinshasa and the M23": the organisations named beside the state behind a group.
    func organisationsBeside(_ token: Int) -> [Actor] {
        page.children(token, .nmod).filter { ["of", "from"].contains(page.marker($0) ?? "") }.flatMap { page.children($0, .conj) }
            .compactMap { conjunct in
                guard let mention = page.mentions[conjunct], !mention.candidates.contains(where: { $0.isState || $0.isPlace }),
                    let named = named(mention, at: conjunct), named.isPublic
                else { return nil }
                return named.actors.first
            }
    }

    /// "Hamas fighters", "a NATO official", "a UN human rights expert": the organisation that stands in front of a group or a title.
    func organisationModifying(_ token: Int) -> Actor? {
        guard !page.lexicon.isOfClass(page.lemma(token).inLowerCase, "estranged") else { return nil }
        for child in page.all(token) where child < token {
            switch page.universal(child) {
            case .compound, .amod, .flat: break
            case .nmod where page.relation(child) == .nmodPoss || page.relation(child) == .nmodDesc: break
            default: continue
            }
            guard let mention = page.mentions[child] else {
                let isPart = page.universal(child) == .compound || page.universal(child) == .amod
                if isPart, !isUpheld(child), let nested = organisationModifying(child) { return nested }
                continue
            }
            guard !mention.candidates.contains(where: { $0.isState || $0.isPerson || $0.isPlace }),
                mention.candidates.contains(where: \.isOrganisation), let named = named(mention, at: child), named.isPublic
            else { continue }
            return named.actors.first
        }
        return nil
    }

    /// "A court in Venezuela", "the authorities in Pakistan": who keeps law and order is of the state of the place. What a court of a city
    /// does to its citizens is no act between states.
    func stateOfPlace(_ token: Int, sector: String) -> String? {
        // "Rebels in Darfur" fight where they are at home.
        let isAtHome = sector == "REB"
        guard isAtHome || ["JUD", "COP", "GOV", "LEG"].contains(sector) || page.belongs(token, to: "regime"),
            !page.lexicon.isOfClass(page.lemma(token).inLowerCase, "traveller")
        else {
            return nil
        }
        for child in page.all(token) {
            switch page.universal(child) {
            case .compound, .amod: break
            case .nmod where page.marker(child) == "in" || page.relation(child) == .nmodPoss: break
            default: continue
            }
            guard let mention = page.mentions[child] else { continue }
            // "The court in The Hague" sits in a seat of government that is no capital, with courts of many nations.
            if sector == "JUD", mention.candidates.contains(where: \.isGovernment) { continue }
            let codes = Set(mention.candidates.compactMap { $0.isState ? $0.id : isAtHome && $0.isPlace ? $0.state : nil })
            if codes.count == 1, let code = codes.first, page.who.state(code) != nil { return code }
        }
        return nil
    }

    /// "The army said it had struck", "the rebels say they will leave": a body that tells what it does itself.
    mutating func ownSpeaker(_ token: Int) -> Resolution? {
        guard ["it", "they"].contains(page.lower(token)), page.universal(token) == .nsubj, page.quotation(around: token) == nil,
            let clause = page.head(token), page.universal(clause) == .ccomp, let verb = page.head(clause),
            page.lexicon.cues[.verb, page.lemma(verb)] != nil, let subject = page.subject(verb), subject < token,
            page.isNominal(subject), page.tokens[subject].upos != .pron, !isSomebody(subject)
        else { return nil }
        let isPlural =
            page.child(subject, .conj) != nil || page.tokens[subject].xpos == .nns || page.tokens[subject].xpos == .nnps
            || page.lemma(subject).inLowerCase == "police" || isPluralName(subject)
        guard isPlural == (page.lower(token) == "they") else { return nil }
        var own = Resolution()
        for conjunct in page.conjuncts(subject) { own.formUnion(single(conjunct, depth: 3)) }
        guard own.isPublic, !own.isOpen else { return nil }
        for index in own.actors.indices { own.actors[index].text = page.word(token) }
        return own
    }

    /// "The Houthis said they would strike": a name in the plural, whatever its tag.
    private func isPluralName(_ token: Int) -> Bool {
        page.tokens[token].upos == .propn && page.lower(token).hasSuffix("s")
            && page.mentions[token]?.candidates.contains { $0.isOrganisation || $0.isInhabitant } ?? false
            && !page.lower(token).hasSuffix("ss")
    }

    /// "The premier of Hungary said his government would not pay": who speaks by his title alone, where nobody else is in reach.
    mutating func titledSpeaker(_ token: Int) -> Resolution? {
        guard page.quotation(around: token) == nil else { return nil }
        var clause = page.head(token)
        while let at = clause, page.universal(at) != .ccomp { clause = page.head(at) }
        guard let clause, let verb = page.head(clause), page.lexicon.cues[.verb, page.lemma(verb)] != nil,
            let subject = page.subject(verb), subject < token, page.tokens[subject].upos == .noun, page.child(subject, .conj) == nil,
            page.tokens[subject].xpos == .nn, titleOf(subject) != nil
        else { return nil }
        var own = single(subject, depth: 3)
        guard own.isPublic, own.actors.count == 1, own.actors[0].code != nil else { return nil }
        page.trace?.name(token, "who speaks: “\(page.string(page.phrase(subject)))”", through: subject)
        own.actors[0].text = page.word(token)
        return own
    }

    /// One person, whom "it" does not mean: a name, or a title in the singular.
    private func isSomebody(_ token: Int) -> Bool {
        if person(at: token) != nil || isUnknownPerson(token) { return true }
        return titleOf(token) != nil && (page.tokens[token].xpos == .nn || page.tokens[token].xpos == .nnp)
    }
}
