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
        guard !parties.isEmpty, parties.count > 1 || !isDomestic(token, standing?.word) else {
            page.trace?.drop(.noParties)
            return
        }
        taken.insert(token)
        if let word = standing?.word {
            taken.insert(word)
            // "refused to sign": the refusal is the standing, no act beside it.
            if page.universal(word) == .xcomp, let up = page.head(word) { taken.insert(up) }
            // "held talks on a treaty": to negotiate is the standing.
            if page.tokens[word].upos == .noun, page.universal(word) == .obj, let up = page.head(word) { taken.insert(up) }
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
        readRelative(token, after: index)
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
}
