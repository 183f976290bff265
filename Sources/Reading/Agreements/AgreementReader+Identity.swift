import CasusCore
import Language
import WhosWho

/// Who the parties are, and which instrument of the document is meant.
extension AgreementReader {
    mutating func parties(of token: Int, _ word: Int?) -> [Actor] {
        var found = Resolution()
        for place in ["between", "of", "with", "poss", "adj", "among"] {
            for head in page.nounHeads(at: Slot.Place(position: place, ofClass: nil), of: token) {
                if place == "adj" {
                    // "the Geneva accord": where it was signed, not who signed it.
                    if isSeat(head) { continue }
                    if let code = Set(page.mentions[head]?.candidates.filter(\.isState).map(\.id) ?? []).first {
                        found.formUnion(Resolution(actors: [page.stateActor(code, text: page.word(head))], isPublic: true))
                    }
                    page.traceRole(.party, head, at: Slot.Place(position: place, ofClass: nil), found)
                } else {
                    found.formUnion(party(head, at: place))
                }
            }
            if place == "between", found.actors.count > 1 { return states(found.actors) }
        }
        // "Under the treaty the two will help each other": those who act under it are its parties.
        if page.universal(token) == .obl, page.marker(token) == "under", let verb = page.head(token), let subject = page.subject(verb) {
            found.formUnion(party(subject, at: "subj"))
        }
        // "The treaty that both signed in 1963 was ratified": who signed it.
        for clause in page.all(token) where page.relation(clause) == .aclRelcl && clause != word && page.object(clause) == token {
            guard stage(of: clause, position: "obj") != nil, let subject = page.subject(clause), subject != token else { continue }
            found.formUnion(party(subject, at: "subj"))
        }
        if page.universal(token) == .obl, isLacking(token), let verb = page.head(token), let subject = page.subject(verb) {
            found.formUnion(party(subject, at: "subj"))
            return states(found.actors)
        }
        if let word, page.isVerbal(word) || page.child(word, .cop) != nil {
            if let subject = page.subject(word), subject != token { found.formUnion(party(subject, at: "subj")) }
            // What hangs on the verb itself: the objects' own phrases belong to them.
            for head in page.children(word, .obl) where head != token && ["with", "between", "by"].contains(page.marker(head) ?? "") {
                found.formUnion(party(head, at: page.marker(head) ?? ""))
            }
        } else if let word {
            for place in ["by", "between", "poss", "with"] {
                for head in page.nounHeads(at: Slot.Place(position: place, ofClass: nil), of: word) where head != token {
                    found.formUnion(party(head, at: place))
                }
            }
            // "held talks on a treaty": those who hold them.
            if page.universal(word) == .obj, let verb = page.head(word), isTheirs(word, under: verb),
                let subject = page.subject(verb)
            {
                found.formUnion(party(subject, at: "subj"))
            }
        }
        return states(found.actors)
    }

    /// Whether those who act on a signing or on talks are the parties: "held talks", "postponed the signing"; not "welcomed the signing".
    private func isTheirs(_ noun: Int, under verb: Int) -> Bool {
        guard page.isVerbal(verb) else { return false }
        switch page.embedding(by: verb, of: noun)?.effect {
        case .planned?, .negated?: return true
        default: return page.lexicon.light[page.lemma(verb)] != nil
        }
    }

    private mutating func party(_ head: Int, at place: String) -> Resolution {
        var found = referents.resolve(head)
        // "the Israelis and the Palestinians": peoples stand for their sides where a paper is at stake.
        if page.conjuncts(head).allSatisfy({ page.mentions[$0]?.candidates.contains(where: \.isInhabitant) ?? false }), isPlural(head) {
            found.actors = found.actors.map { one in one.code.map { page.stateActor($0, text: one.text) } ?? one }
        }
        page.traceRole(.party, head, at: Slot.Place(position: place, ofClass: nil), found)
        return found
    }

    /// Parties are states and organisations: a president signs for his country.
    func states(_ actors: [Actor]) -> [Actor] {
        var parties: [Actor] = []
        for actor in actors {
            guard let code = actor.code else { continue }
            if let sector = actor.sector, ["CVL", "JRN", "BUS", "REB", "PTY", "OPP"].contains(sector), page.who.state(code) != nil {
                continue
            }
            let party = page.who.state(code) != nil ? page.stateActor(code, text: actor.text) : actor
            if !parties.contains(where: { $0.code == party.code }) { parties.append(party) }
        }
        return parties
    }

    /// Years and capitalised words: what tells one treaty from another.
    func marks(of token: Int) -> Set<String> {
        var marks: Set<String> = []
        for part in page.extents[token] where part != token && page.sentence(part) == page.sentence(token) {
            guard page.phrase(token).contains(part) else { continue }
            if let date = page.dates[part]?.date { marks.insert(String(date.description.prefix(4))) }
            if page.tokens[part].upos == .propn, page.mentions[part] == nil { marks.insert(page.lower(part)) }
        }
        return marks
    }

    func isPlural(_ token: Int) -> Bool { page.tokens[token].xpos == .nns || page.tokens[token].xpos == .nnps }

    func isSame(_ known: Instrument, marks: Set<String>, parties: [Actor], stage: Stage?, token: Int) -> Bool {
        let isDefinite =
            page.children(token, .det).contains { ["the", "this", "that"].contains(page.lower($0)) }
            || page.exactChild(token, .nmodPoss) != nil
        guard known.isPlural == isPlural(token), !isAnotherPaper(token, known) else { return false }
        let codes = Set(parties.compactMap(\.code))
        let others = Set(known.parties.compactMap(\.code))
        if codes.count > 1, others.count > 1, codes != others { return false }
        if !codes.isEmpty, !codes.isSubset(of: others), !others.isSubset(of: codes) { return false }
        if !marks.isEmpty, !known.marks.isEmpty { return !marks.isDisjoint(with: known.marks) }
        let years = marks.filter { $0.utf8.count == 4 && Int($0) != nil }
        if !years.isEmpty { return false }
        // "a new strategic agreement" said again: the same words for it, and nobody else named.
        let isEcho = codes.isEmpty && instruments.count == 1 && known.nouns.contains(page.lemma(token).inLowerCase)
        // A party alone may name what several share: "Russia has suspended New START".
        let isShared = !codes.isEmpty && codes.isSubset(of: others) && stage == known.stage
        return isDefinite || codes == others || isEcho || isShared
    }

    func name(_ token: Int) -> String {
        var range = page.phrase(token)
        while range.count > 1,
            page.tokens[range.lowerBound].upos == .det || page.relation(range.lowerBound) == .nmodPoss
                || page.tokens[range.lowerBound].xpos == .pos
        {
            range = range.lowerBound + 1..<range.upperBound
        }
        while range.count > 1, page.isQuote(range.lowerBound) { range = range.lowerBound + 1..<range.upperBound }
        return page.string(range)
    }
}
