import CasusCore
import Language
import WhosWho

/// Where an instrument stands, by the words around one mention of it.
extension AgreementReader {
    struct Standing {
        var stage: Stage
        var status: Status
        /// The verb or noun that says so.
        var word: Int
        /// Its row of stages.csv; nil where a rule says so.
        var source: Source?
    }

    mutating func read(_ token: Int) {
        page.trace?.begin(.agreement, token)
        let first = page.firstConjunct(token)
        let standing = standing(of: token) ?? (first != token && isInstrument(first) ? self.standing(of: first) : nil)
        var terms = TermsReader(page: page).terms(of: token)
        if terms.duties.isEmpty { terms.duties = TermsReader(page: page).promised(beside: token) }
        guard standing != nil || !terms.isEmpty else {
            page.trace?.drop(.noStanding)
            return
        }
        traceStanding(standing)
        var parties = parties(of: token, standing?.word)
        let marks = marks(of: token)
        let known = instruments.lastIndex { isSame($0, marks: marks, parties: parties, stage: standing?.stage, token: token) }
        if parties.count < 2, let known, instruments[known].parties.count > 1,
            parties.isEmpty == false || !namesOthers(standing?.word, token)
        {
            parties = instruments[known].parties
            let name = instruments[known].drafts.first.flatMap { drafts[$0].agreement?.name } ?? ""
            page.trace?.note(.party, page.phrase(token), "the parties of the instrument told of before: “\(name)”")
        }
        let stage: Stage?
        let status: Status
        if let standing {
            (stage, status) = (standing.stage, standing.status)
        } else if let known {
            (stage, status) = (instruments[known].stage, instruments[known].status)
        } else if parties.count > 1 {
            // "The treaty between the two provides for help": it holds something, and where it stands is not said.
            (stage, status) = (nil, .actual)
        } else {
            page.trace?.drop(.noStanding)
            return
        }
        guard !parties.isEmpty else {
            page.trace?.drop(.noParties)
            return
        }
        taken.insert(token)
        if let word = standing?.word {
            taken.insert(word)
            // "refused to sign": the refusal is the standing, no act beside it.
            if page.universal(word) == .xcomp, let up = page.head(word) { taken.insert(up) }
        }

        let range = standing.map { span(of: $0.word, token) } ?? page.clause(page.firstPredicate(above: token))
        var agreement = Agreement(
            origin: page.origin(
                range, rule: standing.map { "stage:" + page.lemma($0.word) } ?? "terms", confidence: parties.count > 1 ? 0.85 : 0.7),
            name: name(token), parties: parties, stage: stage, status: status)
        agreement.duties = terms.duties
        agreement.spheres = terms.spheres
        agreement.replaces = terms.replaces
        agreement.signed = signed(token, standing)
        let index = drafts.count
        drafts.append(
            Draft(statement: .agreement(agreement), token: standing?.word ?? token, range: range, trail: page.trace?.made()))
        if let known {
            instruments[known].drafts.append(index)
            instruments[known].marks.formUnion(marks)
            instruments[known].nouns.insert(page.lemma(token).inLowerCase)
            if standing != nil { (instruments[known].stage, instruments[known].status) = (stage, status) }
        } else {
            instruments.append(
                Instrument(
                    marks: marks, parties: parties, stage: stage, status: status, drafts: [index], isPlural: isPlural(token),
                    nouns: [page.lemma(token).inLowerCase]))
        }
    }

    /// Whether a clause names who signs in words that cannot be resolved: "signed by all 25 members".
    mutating func namesOthers(_ word: Int?, _ token: Int) -> Bool {
        guard let word, page.isVerbal(word), let subject = page.subject(word), subject != token, page.tokens[subject].upos != .pron else {
            return false
        }
        return referents.resolve(subject).isOpen || referents.resolve(subject).actors.allSatisfy { $0.code == nil }
    }

    /// The day of signing: a date of the verb that signs, or a year that is part of the instrument's name.
    func signed(_ token: Int, _ standing: Standing?) -> EDTF? {
        if let standing, standing.stage == .signed, standing.status == .actual, let mention = page.date(of: standing.word) {
            let before = page.lower(max(0, mention.tokens.lowerBound - 1))
            if before != "from", before != "of", !mention.isRelativeToEvent {
                page.traceDate(mention)
                return mention.date
            }
        }
        // "the treaty that the two signed in 1963 was ratified"
        for clause in page.all(token) where page.universal(clause) == .acl && ["sign", "conclude"].contains(page.lemma(clause)) {
            if let mention = page.date(of: clause), page.status(of: clause) == .actual {
                page.traceDate(mention)
                return mention.date
            }
        }
        for date in page.dates.inside(page.phrase(token)) where date.date != nil {
            page.traceDate(date)
            return date.date
        }
        return nil
    }

    func span(of word: Int, _ token: Int) -> Range<Int> {
        if page.isVerbal(word), page.universal(word) != .acl, page.universal(word) != .amod { return page.clause(word) }
        return page.extents[page.isVerbal(word) ? token : word]
    }

    func standing(of token: Int) -> Standing? {
        // "the agreement signed today", "the unsigned pact"
        for child in page.all(token)
        where [.acl, .amod].contains(page.universal(child)) && page.isVerbal(child) && page.relation(child) != .aclRelcl {
            if page.relation(child) == .acl, page.tokens[child].xpos != .vbn { continue }
            if let stage = stage(of: child, position: "obj") { return standing(stage, word: child) }
        }
        // "a treaty that the two signed", "which entered into force"
        for child in page.all(token) where page.relation(child) == .aclRelcl && page.isVerbal(child) {
            let position = page.object(child) == token ? "obj" : page.subject(child) == token ? "subj" : nil
            if let position, let stage = stage(of: child, position: position), self.isMain(token) { return standing(stage, word: child) }
        }
        // "the signing of a new agreement", whatever the tree makes of it.
        let before = page.phrase(token).lowerBound - 1
        if before > 0, page.lower(before) == "of",
            let row = page.lexicon.stages[.noun, page.lemma(before - 1)]?.first(where: { $0.position == "of" })
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
                let shares = page.object(up).map { Self.shares.contains(page.lemma($0)) } ?? false
                position = shares && page.marker(at) == "in" ? "obj" : page.marker(at) ?? ""
                // "put their names to the document"
                let signs = page.object(up).map { ["signature", "name", "initial", "pen"].contains(page.lemma($0)) } ?? false
                if signs, position == "to", ["put", "affix", "set", "add"].contains(page.lemma(up)) { return standing(.signed, word: up) }
            case .xcomp: position = "obj"
            default: return nil
            }
            for verb in [up] + page.children(up, .conj).filter({ page.isVerbal($0) && page.child($0, .obj) == nil }) {
                if let stage = stage(of: verb, position: position) { return standing(stage, word: verb) }
            }
            return nil
        }
        // "the signing of a treaty", "participation in the treaty"
        if page.universal(at) == .nmod, let marker = page.marker(at) {
            if let row = page.lexicon.stages[.noun, page.lemma(up)]?.first(where: { $0.position == marker || $0.position.isEmpty }) {
                return standing(row, word: up)
            }
            if Self.shares.contains(page.lemma(up)), let verb = page.head(up), page.isVerbal(verb),
                let stage = stage(of: verb, position: "obj")
            {
                return standing(stage, word: verb)
            }
        }
        // "treaty talks", "the treaty's suspension"
        if page.relation(at) == .nmodPoss || page.universal(at) == .compound, let row = page.lexicon.stages[.noun, page.lemma(up)]?.first {
            return standing(row, word: up)
        }
        return nil
    }

    /// Whether the clause around an instrument says nothing of its stage itself.
    func isMain(_ token: Int) -> Bool {
        guard let up = page.head(token), page.isVerbal(up) else { return true }
        let position =
            page.universal(token) == .obj || page.relation(token) == .nsubjPass ? "obj" : page.universal(token) == .nsubj ? "subj" : ""
        return stage(of: up, position: position) == nil
    }

    static let shares: Set<String> = ["participation", "membership", "part", "text", "implementation", "work", "rest"]

    func stage(of verb: Int, position: String) -> StageWord? {
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

    func standing(_ row: StageWord, word: Int) -> Standing {
        var standing = standing(row.stage, word: word)
        standing.source = row.source
        return standing
    }

    /// The stage and status together: an instrument that is to be signed is not signed.
    func standing(_ stage: Stage, word: Int) -> Standing {
        let status = page.status(of: word)
        let isDone: Bool = [.signed, .ratified, .inForce, .suspended, .terminated].contains(stage)
        if status == .actual { return Standing(stage: stage, status: isDone ? .actual : .planned, word: word) }
        return Standing(stage: stage, status: status, word: word)
    }
}
