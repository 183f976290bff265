import CasusCore
import Language
import WhosWho

/// Whom a pronoun means.
extension Referents {
    mutating func pronoun(_ token: Int) -> Resolution {
        let text = page.word(token)
        if let speaker = ownSpeaker(token) { return speaker }
        switch page.lower(token) {
        case "he", "him", "his", "himself", "she", "her", "hers", "herself":
            let gender = page.lower(token).hasPrefix("h") && !page.lower(token).hasPrefix("her") ? "male" : "female"
            let named = person(before: token, gender: gender, text: text)
            return named.isOpen ? titledSpeaker(token) ?? named : named
        case "both", "they", "their", "them": return page.lower(token) == "both" ? dyadAsActors(token) : plural(before: token, text: text)
        case "it", "its", "itself": return state(before: token, text: text)
        case "who", "which", "that", "whose":
            var clause = page.head(token)
            if page.lower(token) == "whose", let owned = clause, !page.isVerbal(owned) { clause = page.head(owned) }
            guard let clause, let noun = page.antecedent(clause), noun != token else { return .open }
            var resolution = Resolution()
            for conjunct in page.conjuncts(noun) {
                page.trace?.name(token, "what the relative clause is about: “\(page.string(page.phrase(conjunct)))”", through: conjunct)
                resolution.formUnion(single(conjunct, depth: 3))
            }
            return resolution
        default: return .open
        }
    }

    func dyadAsActors(_ token: Int) -> Resolution {
        guard let codes = dyad(before: token) else { return .open }
        page.trace?.name(token, "the two states that the text has just named: \(codes.joined(separator: " and "))")
        return Resolution(actors: codes.map { page.stateActor($0, text: page.word(token)) }, isPublic: true)
    }

    /// The person a pronoun speaks of: the only one in reach, or the only subject among them.
    func person(before token: Int, gender: String, text: String) -> Resolution {
        if let speaker = sameSpeaker(token, gender: gender, text: text) ?? sameSubject(token, gender: gender, text: text) { return speaker }
        let sentence = page.sentence(token)
        let quotation = page.quotation(around: token)
        // Inside a quotation "he" is somebody the speaker speaks of, not the speaker: only names within it count.
        for reach in 0...2 {
            let near = persons.filter { entry in
                entry.token < token && page.sentence(entry.token) == sentence - reach && (entry.gender == nil || entry.gender == gender)
                    && !sharesClause(entry.token, token)
                    && (quotation == nil || quotation!.tokens.contains(entry.token))
            }
            guard !near.isEmpty else { continue }
            let subjects = near.filter { isSubject($0.token) }
            let names = Set((subjects.isEmpty ? near : subjects).map { Self.nameOfPerson($0.actor) })
            guard names.count == 1, let last = (subjects.isEmpty ? near : subjects).last else {
                page.trace?.name(token, "more than one may be meant: \(names.sorted().joined(separator: ", "))")
                return .open
            }
            var actor = last.actor
            page.trace?.name(token, "the only \(subjects.isEmpty ? "person" : "subject") in reach: \(actor.name)", through: last.token)
            actor.text = text
            // Somebody of whom neither state nor office is known is a private person.
            return Resolution(actors: [actor], isPublic: actor.code != nil || actor.sector != nil)
        }
        page.trace?.name(token, "nobody is named in reach whom it can mean")
        return .open
    }

    /// Whether a name is a subject, or is set beside one: "the group's leader, Ana Gomes, said".
    private func isSubject(_ name: Int) -> Bool {
        if page.universal(name) == .nsubj { return true }
        return page.universal(name) == .appos && page.head(name).map { page.universal($0) == .nsubj } ?? false
    }

    /// "Putin gifted him a car": a pronoun in the same clause is somebody else, unless it is possessive.
    func sharesClause(_ person: Int, _ pronoun: Int) -> Bool {
        // "Mr Mubarak, who received him": not the one of whom the clause tells.
        if let clause = page.head(pronoun), page.isVerbal(clause), page.antecedent(clause) == person, page.subject(clause) == person {
            return true
        }
        guard page.relation(pronoun) != .nmodPoss, let a = page.head(person), let b = page.head(pronoun) else { return false }
        return a == b
    }

    mutating func plural(before token: Int, text: String) -> Resolution {
        if let speaker = organisationSpeaking(of: token, text: text) { return speaker }
        let sentence = page.sentence(token)
        for reach in 0...1 {
            let range = page.analysis.sentences[max(0, sentence - reach)].tokens
            if reach > 0, sentence - reach < 0 { break }
            var found: [Resolution] = []
            for candidate in range where candidate < token && page.universal(candidate) == .nsubj && page.tokens[candidate].upos != .pron {
                let isPlural = page.child(candidate, .conj) != nil || [.nns, .nnps].contains(page.tokens[candidate].xpos)
                guard isPlural else { continue }
                let resolution = resolve(candidate)
                if resolution.isPublic { found.append(resolution) }
            }
            if let last = found.last, found.allSatisfy({ $0.actors.map(\.name) == last.actors.map(\.name) }) {
                page.trace?.name(token, "the only plural subject in reach: \(last.actors.map(\.name).joined(separator: ", "))")
                return Resolution(
                    actors: last.actors.map {
                        var actor = $0; actor.text = text; return actor
                    }, isPublic: true)
            }
            if !found.isEmpty { return .open }
        }
        return .open
    }

    /// The state or organisation that "it" speaks of: the only one in reach, or the only subject among them.
    mutating func state(before token: Int, text: String) -> Resolution {
        if let subject = stateBySubject(token, text: text) { return subject }
        let sentence = page.sentence(token)
        for reach in 0...1 where sentence - reach >= 0 {
            let range = page.analysis.sentences[sentence - reach].tokens
            let near = page.mentions.names.filter { mention in
                range.contains(mention.top) && mention.top < token
                    && mention.candidates.contains { ($0.isState && !$0.isAdjective && !$0.isInhabitant) || $0.isOrganisation }
            }
            guard !near.isEmpty else { continue }
            let subjects = near.filter { page.universal($0.top) == .nsubj && page.head($0.top) != page.head(token) }
            let pool = subjects.isEmpty ? near : subjects
            var resolution = Resolution()
            for mention in pool { if let one = named(mention, at: mention.top) { resolution.formUnion(one) } }
            guard resolution.actors.count == 1, var actor = resolution.actors.first else {
                page.trace?.name(token, "more than one may be meant: \(resolution.actors.map(\.name).joined(separator: ", "))")
                return .open
            }
            page.trace?.name(
                token, "the only state or organisation in reach\(subjects.isEmpty ? "" : " as a subject")", through: pool.last?.top)
            actor.text = text
            return Resolution(actors: [actor], isPublic: resolution.isPublic)
        }
        page.trace?.name(token, "no state or organisation is named in reach")
        return .open
    }
}
