import CasusCore
import Language
import WhosWho

/// Titles and common nouns: "the Russian president", "French troops", "the ministry".
extension Referents {
    func titleOf(_ token: Int) -> Title? {
        // The longest title that ends in this word: "deputy foreign minister".
        let start = max(page.phrase(token).lowerBound, token - 4)
        for low in start...token {
            let words = (low...token).map { page.lower($0) }.joined(separator: " ")
            if let title = page.who.title(words) ?? page.who.title(page.string(low..<token + 1).lowercased()) {
                page.trace?.title(token, words)
                return title
            }
        }
        let lemma = page.lemma(token).inLowerCase
        // "The heads of state": the rest of the title stands behind it.
        if let of = restOfTitle(token), let title = page.who.title(lemma + " of " + page.lower(of)) {
            page.trace?.title(token, lemma + " of " + page.lower(of))
            return title
        }
        page.trace?.title(token, lemma)
        return page.who.title(lemma)
    }

    /// "State" of "the heads of state".
    func restOfTitle(_ token: Int) -> Int? {
        guard let of = page.all(token).first(where: { $0 == token + 2 }), page.universal(of) == .nmod, page.marker(of) == "of",
            page.mentions[of] == nil,
            page.who.title(page.lemma(token).inLowerCase + " of " + page.lower(of)) != nil
        else { return nil }
        return of
    }

    /// The state that an adjective, a possessor or an of-phrase gives a noun.
    func stateModifying(_ token: Int) -> String? {
        for child in page.all(token) {
            let relation = page.universal(child)
            let counts: Bool
            switch relation {
            case .amod, .compound, .flat: counts = true
            case .nmod:
                counts =
                    page.relation(child) == .nmodPoss || page.relation(child) == .nmodDesc
                    || ["of", "from"].contains(page.marker(child) ?? "")
            default: counts = false
            }
            guard counts else { continue }
            if let mention = page.mentions[child], let code = only(mention.candidates.filter(\.isState).map(\.id)) { return code }
            if relation == .amod || relation == .compound, !isUpheld(child), !isSeated(child, token), let nested = stateModifying(child) {
                return nested
            }
            if page.relation(child) == .nmodPoss, page.tokens[child].upos == .pron { continue }
        }
        return nil
    }

    /// States that modify a noun together: "South Korean and Japanese officials".
    func statesModifying(_ token: Int) -> [String] {
        guard let first = stateModifying(token) else { return [] }
        var codes = [first]
        for child in page.all(token) where [.amod, .compound, .nmod].contains(page.universal(child)) {
            for conjunct in page.children(child, .conj) {
                if let mention = page.mentions[conjunct], let code = only(mention.candidates.filter(\.isState).map(\.id)),
                    !codes.contains(code)
                {
                    codes.append(code)
                }
            }
        }
        return codes
    }

    mutating func described(_ token: Int, depth: Int) -> Resolution {
        let lemma = page.lemma(token).inLowerCase
        let text = page.string(page.phrase(token).lowerBound..<(restOfTitle(token).map { $0 + 1 } ?? page.phrase(token).upperBound))
        // "thousands of North Koreans", "members of the party": the noun behind "of" is meant.
        if page.lexicon.isOfClass(lemma, "measure"), let of = page.children(token, .nmod).first(where: { page.marker($0) == "of" }) {
            var inner = Resolution()
            for conjunct in page.conjuncts(of) {
                page.trace?.name(token, "the noun behind “of” is meant: “\(page.string(page.phrase(conjunct)))”", through: conjunct)
                inner.formUnion(single(conjunct, depth: depth + 1))
            }
            return inner
        }
        // "IS members", "the NATO alliance": those in front are meant.
        if page.lexicon.isOfClass(lemma, "measure") || page.lexicon.isOfClass(lemma, "collective"), let side = organisationModifying(token)
        {
            page.trace?.name(token, "of the organisation in front: \(side.name)")
            return Resolution(
                actors: [Actor(code: side.code, sector: side.sector, name: side.name, cow: side.cow, gw: side.gw, text: text)],
                isPublic: true)
        }
        // "his EU counterparts": of the organisation, not of the other state in the text.
        if lemma == "counterpart", let side = organisationModifying(token) {
            return Resolution(actors: [Actor(code: side.code, sector: "GOV", name: text, text: text)], isPublic: true)
        }
        if ["host", "guest", "counterpart"].contains(lemma), page.tokens[token].xpos != .nns, let other = opposite(token, text: text) {
            return other
        }
        let isPlural = page.tokens[token].xpos == .nns || page.tokens[token].xpos == .nnps
        if let pair = pair(token, lemma: lemma, text: text) { return pair }
        // "Presidents Erdogan and Aliyev": the names behind a title say who it is.
        if let appositive = page.child(token, .appos), person(at: appositive) != nil {
            let named = page.conjuncts(appositive).compactMap { person(at: $0)?.actor }
            page.trace?.name(token, "the names behind the title: \(named.map(\.name).joined(separator: ", "))", through: appositive)
            return Resolution(actors: named, isPublic: true)
        }
        var codes = page.lexicon.isOfClass(lemma, "estranged") ? ownStates(token) : statesModifying(token)
        // "the Russian government, military and people"
        if codes.isEmpty, page.universal(token) == .conj, page.child(token, .det) == nil, page.exactChild(token, .nmodPoss) == nil {
            codes = statesModifying(page.firstConjunct(token))
        }
        if codes.isEmpty, let echo = organisationEcho(token, lemma) { return echo }
        if lemma == "resolution", let body = bodyOfResolution(token) { return body }
        if codes.isEmpty, let bearers = bearers(of: token, lemma: lemma, isPlural: isPlural) { return bearers }
        if let title = titleOf(token), !isPlural {
            return titled(token, title: title, codes: codes, text: text, depth: depth)
        }
        if isPlural, codes.isEmpty, let states = nameless(token, lemma, text: text) { return states }
        // "the Azerbaijani side"
        if lemma == "side", !isPlural, codes.count == 1 {
            return Resolution(actors: [page.stateActor(codes[0], text: text)], isPublic: true)
        }
        if page.lexicon.isOfClass(lemma, "state-word"), codes.isEmpty, page.who.group(lemma) == nil {
            guard let code = epithet(token, lemma) else { return .open }
            page.trace?.name(token, "the only state that the text has named and the word fits: \(code)")
            return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true)
        }
        if let group = groupOf(token, lemma) ?? (isPlural ? titleOf(token).map { Group(sector: $0.sector, isPublic: true) } : nil) {
            traceGroup(token, lemma, group, codes)
            if !codes.isEmpty {
                let isPublic =
                    group.isPublic
                    && (isPlural || !Self.privateSectors.contains(group.sector) || page.lexicon.isOfClass(lemma, "collective"))
                return Resolution(
                    actors: codes.map { page.stateActor($0, sector: group.sector, name: text, text: text) }
                        + organisationsBeside(token), isPublic: isPublic)
            }
            if let whose = whose(token, depth: depth) {
                return Resolution(
                    actors: whose.map { ofSide($0, sector: group.sector, name: text, text: text) }, isPublic: group.isPublic)
            }
            let isPublic =
                group.isPublic && (isPlural || !Self.privateSectors.contains(group.sector) || page.lexicon.isOfClass(lemma, "collective"))
            if isPublic || group.sector == "CRM", let side = organisationModifying(token) {
                let sector = side.sector ?? group.sector
                return Resolution(
                    actors: [Actor(code: side.code, sector: sector, name: text, cow: side.cow, gw: side.gw, text: text)], isPublic: true)
            }
            if let code = stateOfPlace(token, sector: group.sector) {
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: isPublic)
            }
            if let code = stateOfSameForce(token, group) {
                page.trace?.name(token, "of \(code), whose forces the text has just named")
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: isPublic)
            }
            if !page.lexicon.isOfClass(lemma, "estranged"), let code = stateOfLeader(before: token, sector: group.sector) {
                page.trace?.name(token, "of \(code), which the one named in front led")
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: isPublic)
            }
            if Self.localBodies.contains(lemma), let code = stateOfArea(token, sector: group.sector) {
                page.trace?.name(token, "of \(code), where its place lies")
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: isPublic)
            }
            if let code = stateInPlay(token, group) {
                page.trace?.name(token, "of \(code), the only state whose acts the text has just told")
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: group.isPublic)
            }
            if let code = stateOfSameNoun(token, lemma) {
                page.trace?.name(token, "of \(code), of which alone the text has named such a body")
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: isPublic)
            }
            if let code = epithet(token, lemma) {
                page.trace?.name(token, "the only state that the text has named and the word fits: \(code)")
                return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true)
            }
            if group.isPublic, let code = stateOfLocality(token) {
                page.trace?.name(token, "of \(code), where the places of the sentence lie")
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: isPublic)
            }
            if let code = stateAtHome(token, sector: group.sector) {
                page.trace?.name(token, "of \(code), in which the text is at home")
                return Resolution(actors: [page.stateActor(code, sector: group.sector, name: text, text: text)], isPublic: isPublic)
            }
            return Resolution(actors: [Actor(code: nil, sector: group.sector, name: text, text: text)], isPublic: isPublic)
        }
        if let code = epithet(token, lemma) {
            page.trace?.name(token, "the only state that the text has named and the word fits: \(code)")
            return Resolution(actors: [page.stateActor(code, text: text)], isPublic: true)
        }
        // An appositive may say who it is: "its ally, Belarus,".
        if let appositive = page.child(token, .appos), page.mentions[appositive] != nil {
            page.trace?.name(token, "the name set beside it says who it is", through: appositive)
            return single(appositive, depth: depth + 1)
        }
        if page.belongs(token, to: "leading"), !isPlural, let whose = whose(token, office: "", depth: depth) {
            return Resolution(actors: whose.map { ofSide($0, sector: $0.sector ?? "GOV", name: text, text: text) }, isPublic: true)
        }
        if let body = unknownBody(token, text: text) { return body }
        page.trace?.name(token, "no name, title or word for an organ, force or crowd that is known")
        return .open
    }

    /// "The Russian president", "the president", "a spokesman for the ministry".
    mutating func titled(_ token: Int, title: Title, codes: [String], text: String, depth: Int) -> Resolution {
        let isDefinite = page.children(token, .det).allSatisfy { page.lower($0) == "the" } && page.relation(token) != .nmodDesc
        if let appositive = page.child(token, .appos), let named = person(at: appositive) {
            page.trace?.name(token, "the name behind the title says who it is: \(named.actor.name)", through: appositive)
            return Resolution(actors: [named.actor], isPublic: true)
        }
        if let code = codes.first, codes.count == 1 {
            let isFormer = page.children(token, .amod).contains { ["former", "late", "then"].contains(page.lower($0)) }
            if isDefinite, !isFormer, page.lemma(token) == "leader" {
                let named = leader(of: code, before: token, text: text)
                if named.name != page.stateActor(code, text: text).name { return Resolution(actors: [named], isPublic: true) }
            }
            if isDefinite, !isFormer, Self.single.contains(title.office), let day = page.document.published {
                let holders = page.who.holders(of: title.office, body: code, on: day)
                if holders.count == 1, let holder = holders.first {
                    traceOffice(token, of: holder, title.office, on: day)
                    return Resolution(actors: [page.stateActor(code, sector: "GOV", name: holder.name, text: text)], isPublic: true)
                }
            }
            let isPublic = !title.office.isEmpty || !Self.privateSectors.contains(title.sector)
            page.trace?.name(token, "a title of \(code)", from: page.titleRow(token))
            return Resolution(actors: [page.stateActor(code, sector: title.sector, name: text, text: text)], isPublic: isPublic)
        }
        if isDefinite, codes.isEmpty, Self.single.contains(title.office) {
            let day = page.document.published
            let matching = persons.filter { entry in
                entry.token < token
                    && page.mentions[entry.token].map { mention in
                        mention.candidates.contains { candidate in
                            candidate.isPerson
                                && (day.map { page.who.offices(of: candidate.id, on: $0) } ?? []).contains { $0.office == title.office }
                        }
                    } ?? false
            }
            let names = Set(matching.map(\.actor.name))
            if names.count == 1, var actor = matching.last?.actor {
                page.trace?.name(
                    token, "the only one named before who holds the office: \(actor.name)", from: page.titleRow(token),
                    through: matching.last?.token)
                actor.text = text
                return Resolution(actors: [actor], isPublic: true)
            }
            if names.count > 1 {
                page.trace?.name(token, "more than one named before holds the office: \(names.sorted().joined(separator: ", "))")
                return .open
            }
        }
        if isDefinite, codes.isEmpty, !Self.single.contains(title.office) || page.document.published != nil,
            let bearer = bearer(of: token, text: text)
        {
            return bearer
        }
        if codes.isEmpty, let side = organisationModifying(token) {
            let sector = side.sector ?? title.sector
            return Resolution(
                actors: [Actor(code: side.code, sector: sector, name: text, cow: side.cow, gw: side.gw, text: text)], isPublic: true)
        }
        if codes.isEmpty, let code = stateOfPlace(token, sector: title.sector) {
            return Resolution(actors: [page.stateActor(code, sector: title.sector, name: text, text: text)], isPublic: true)
        }
        if codes.isEmpty, Self.localOffices.contains(title.office), let code = stateOfArea(token, sector: title.sector) {
            page.trace?.name(token, "of \(code), where its place lies", from: page.titleRow(token))
            return Resolution(actors: [page.stateActor(code, sector: title.sector, name: text, text: text)], isPublic: true)
        }
        if codes.isEmpty, let whose = whose(token, office: title.office, depth: depth) {
            return Resolution(actors: whose.map { ofSide($0, sector: title.sector, name: text, text: text) }, isPublic: true)
        }
        if codes.isEmpty, let code = stateOfScene(token, title) {
            page.trace?.name(token, "a title, where the sentence is set in the capital of \(code)", from: page.titleRow(token))
            return Resolution(actors: [page.stateActor(code, sector: title.sector, name: text, text: text)], isPublic: true)
        }
        if codes.isEmpty, isDefinite, let code = stateOfOffice(token, title) ?? stateOfLocality(token, office: title.office) {
            page.trace?.name(token, "a title in a text at home in \(code)", from: page.titleRow(token))
            return Resolution(actors: [page.stateActor(code, sector: title.sector, name: text, text: text)], isPublic: true)
        }
        page.trace?.name(token, "a title of no state that is known", from: page.titleRow(token))
        return Resolution(
            actors: [Actor(code: nil, sector: title.sector, name: text, text: text)],
            isPublic: page.children(token, .det).isEmpty || isPublicOffice(token, title))
    }
}
