import CasusCore
import Language
import WhosWho

/// The words that say where an instrument stands: verbs, nouns and adjectives of stages.csv around one mention of it.
extension AgreementReader {
    func standing(of token: Int) -> Standing? {
        // "the agreement signed today", "the unsigned pact"
        for child in page.all(token)
        where [.acl, .amod].contains(page.universal(child)) && page.isVerbal(child) && page.relation(child) != .aclRelcl {
            if page.relation(child) == .acl, page.tokens[child].xpos != .vbn { continue }
            // "turned down a proposed deal": the clause around it says more.
            if let stage = stage(of: child, position: "obj"), isMain(token) { return standing(stage, word: child) }
        }
        // "a treaty that the two signed", "which entered into force"
        for child in page.all(token) where page.relation(child) == .aclRelcl && page.isVerbal(child) {
            let position = page.object(child) == token ? "obj" : page.subject(child) == token ? "subj" : nil
            if let position, let stage = stage(of: child, position: position), self.isMain(token) { return standing(stage, word: child) }
        }
        // "the signing of a new agreement", whatever the tree makes of it.
        let before = page.phrase(token).lowerBound - 1
        if before > 0, page.lower(before) == "of",
            let row = row(ofNoun: before - 1, at: "of")
        {
            return standing(row, word: before - 1)
        }
        var at = page.firstConjunct(token)
        // "New START, the last treaty ...": the name stands in the clause.
        if page.universal(at) == .appos, let name = page.head(at) { at = name }
        guard let up = page.head(at) else { return nil }
        if page.isVerbal(up) || page.child(up, .cop) != nil {
            let position: String
            switch page.universal(at) {
            case .obj: position = "obj"
            case .nsubj: position = page.isPassive(up) || page.child(up, .cop) != nil ? "obj" : "subj"
            case .obl:
                // "has frozen its participation in the treaty"
                let shares = page.object(up).map { page.lexicon.isOfClass(page.lemma($0), "share") } ?? false
                position = shares && page.marker(at) == "in" ? "obj" : page.marker(at) ?? ""
                // "put their names to the document"
                let signs = page.object(up).map { ["signature", "name", "initial", "pen"].contains(page.lemma($0)) } ?? false
                if signs, position == "to", ["put", "affix", "set", "add"].contains(page.lemma(up)) {
                    return standing(.signed, nil, word: up)
                }
                if isLacking(at) { return standing(.negotiated, .negated, word: up) }
            case .xcomp: position = "obj"
            default: return nil
            }
            for verb in [up] + page.children(up, .conj).filter({ page.isVerbal($0) && page.child($0, .obj) == nil }) {
                if let stage = stage(of: verb, position: position) { return standing(stage, word: verb) }
            }
            return raised(token, under: up) ?? described(token)
        }
        // "the signing of a treaty", "participation in the treaty"
        if page.universal(at) == .nmod, let marker = page.marker(at) {
            if let row = row(ofNoun: up, at: marker) { return standing(row, word: up) }
            if page.lexicon.isOfClass(page.lemma(up), "share"), let verb = page.head(up), page.isVerbal(verb),
                let stage = stage(of: verb, position: "obj")
            {
                return standing(stage, word: verb)
            }
        }
        // "treaty talks", "the treaty's suspension"
        if page.relation(at) == .nmodPoss || page.universal(at) == .compound, let row = page.lexicon.stages[.noun, page.lemma(up)]?.first {
            return standing(row, word: up)
        }
        return described(token)
    }

    /// The row of a noun that says where the instrument behind its preposition stands.
    private func row(ofNoun noun: Int, at marker: String) -> StageWord? {
        page.lexicon.stages[.noun, page.lemma(noun)]?.first { row in
            row.position.isEmpty || row.position.split(separator: "|").contains(Substring(marker))
        }
    }

    /// "The treaty is expected to enter into force", "has yet to be ratified": the instrument is the subject of the clause below.
    private func raised(_ token: Int, under verb: Int) -> Standing? {
        // "let the treaty lapse": of what acts in the clause below it is the object above.
        guard page.universal(page.firstConjunct(token)) == .nsubj || page.lexicon.control[page.lemma(verb)] == .object else { return nil }
        for clause in page.children(verb, .xcomp) where clause > token && page.child(clause, .nsubj) == nil {
            // "remains unsigned"
            if let row = page.lexicon.stages[.adj, page.lower(clause)]?.first(where: { $0.position == "self" }) {
                return standing(row, word: clause)
            }
            if let stage = stage(of: clause, position: page.isPassive(clause) ? "obj" : "subj") { return standing(stage, word: clause) }
        }
        return nil
    }

    /// "a draft treaty", "the suspended pact": the adjective says it where nothing else does.
    private func described(_ token: Int) -> Standing? {
        for child in page.all(token) where page.universal(child) == .amod || page.universal(child) == .compound {
            if let row = page.lexicon.stages[.adj, page.lower(child)]?.first(where: { $0.position == "self" }) {
                return standing(row, word: child)
            }
        }
        return nil
    }

    /// Whether the clause around an instrument says nothing of its stage itself.
    func isMain(_ token: Int) -> Bool {
        guard let up = page.head(token), page.isPredicate(up) else { return true }
        let position =
            page.universal(token) == .obj || page.relation(token) == .nsubjPass ? "obj" : page.universal(token) == .nsubj ? "subj" : ""
        return stage(of: up, position: position) == nil
    }

    func stage(of verb: Int, position: String) -> StageWord? {
        if let row = stateOf(verb, position: position) { return row }
        guard let rows = page.lexicon.stages[.verb, page.lemma(verb)] ?? participle(verb) else { return nil }
        for row in rows.sorted(by: { $0.particle.count > $1.particle.count }) {
            guard row.position.split(separator: "|").contains(Substring(position)) else { continue }
            if row.particle.isEmpty { return row }
            let following = (verb + 1..<min(verb + 4, page.tokens.count)).map { page.lower($0) }.joined(separator: " ")
            if following.hasPrefix(row.particle) || page.all(verb).contains(where: { page.lower($0) == row.particle }) { return row }
        }
        return nil
    }

    /// "was ratified", where the tagger saw an adjective.
    func participle(_ token: Int) -> [StageWord]? {
        let word = page.lower(token)
        guard page.tokens[token].upos == .adj, word.hasSuffix("ed") else { return nil }
        return page.lexicon.stages[.verb, String(word.dropLast())] ?? page.lexicon.stages[.verb, String(word.dropLast(2))]
            ?? (word.hasSuffix("ied") ? page.lexicon.stages[.verb, String(word.dropLast(3)) + "y"] : nil)
    }

    /// "is in force", "are close to a treaty": what a copula says.
    private func stateOf(_ predicate: Int, position: String) -> StageWord? {
        guard page.child(predicate, .cop) != nil else { return nil }
        if page.tokens[predicate].upos == .adj {
            return page.lexicon.stages[.adj, page.lemma(predicate)]?.first { row in
                row.position == "self" ? position == "obj" : row.position.split(separator: "|").contains(Substring(position))
            }
        }
        guard position == "obj" || position == "subj" else { return nil }
        let words: String
        if let marker = page.marker(predicate) {
            words = marker + " " + page.lower(predicate)
        } else if let state = page.children(predicate, .obl).first(where: { $0 > predicate }), let marker = page.marker(state) {
            // "is no longer in force"
            words = marker + " " + page.lower(state)
        } else {
            return nil
        }
        return page.lexicon.stages[.verb, "be"]?.first { $0.particle == words }
    }

    func standing(_ row: StageWord, word: Int) -> Standing {
        var standing = standing(row.stage, row.status, word: word)
        standing.source = row.source
        if isScheduled(word) { standing.status = standing.status.under(.planned) }
        // "The talks on a treaty collapsed": nothing came of them.
        if standing.stage == .negotiated, let verb = page.head(word), page.isVerbal(verb), page.child(verb, .nsubj) == word,
            stage(of: verb, position: "subj")?.stage == .terminated
        {
            standing.status = .negated
        }
        return standing
    }

    /// The stage and status together: an instrument that is to be signed is not signed.
    ///
    /// - Parameter own: the status that the word itself gives: to reject a treaty is to have none.
    func standing(_ stage: Stage, _ own: Status?, word: Int) -> Standing {
        let isDone = [.signed, .ratified, .inForce, .suspended, .terminated].contains(stage)
        let whole = page.status(of: word)
        let status: Status =
            switch own {
            case let own?: own.under(whole)
            case nil: whole == .actual && !isDone ? .planned : whole
            }
        return Standing(stage: stage, status: status, word: word)
    }

    /// "The treaty expires in May": with a date, the present is of a day to come; not in a headline, where it tells what has happened.
    private func isScheduled(_ verb: Int) -> Bool {
        (page.tokens[verb].xpos == .vbz || page.tokens[verb].xpos == .vbp) && page.date(of: verb) != nil
            && page.analysis.sentences[page.sentence(verb)].kind != .headline
    }
}
