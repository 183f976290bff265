import CasusCore
import Language

/// What a sentence says that an instrument holds: duties with their triggers, spheres, what it replaces.
struct Terms {
    var duties: [Agreement.Duty] = []
    var spheres: [String] = []
    var replaces: [Agreement.Replaced] = []

    var isEmpty: Bool { duties.isEmpty && spheres.isEmpty && replaces.isEmpty }
}

struct TermsReader {
    let page: Page

    func terms(of instrument: Int) -> Terms {
        let scope = scope(of: instrument)
        var terms = Terms()
        let own = page.phrase(instrument)
        // "strategic partnership" in the instrument's own name promises nothing particular.
        terms.duties = duties(in: scope, heldBy: holder(of: instrument)).filter {
            $0.kind != .cooperation
                || !page.string(own).contains($0.quote) && !page.string(page.extents[instrument]).contains("of " + $0.quote)
        }
        terms.spheres = spheres(in: reach(of: instrument) ?? fields(of: instrument) ?? scope)
        if terms.spheres.isEmpty { terms.spheres = covered(by: instrument) }
        terms.replaces = replaces(by: instrument, in: scope)
        return terms
    }

    /// Duties in the sentence of an instrument that says nothing else of it: "pledging mutual assistance in a partnership".
    func promised(beside instrument: Int) -> [Agreement.Duty] {
        let sentence = page.sentenceTokens(instrument)
        return duties(in: sentence).filter { duty in
            sentence.contains { ["pledge", "promise", "vow", "commit", "agree", "undertake"].contains(page.lemma($0)) }
                && !duty.quote.isEmpty
        }
    }

    /// The verb by which an instrument holds something: "obliges", "provides for".
    private func holder(of instrument: Int) -> Int? {
        let first = page.firstConjunct(instrument)
        guard let verb = page.head(first), page.isVerbal(verb), page.universal(first) == .nsubj, !page.isPassive(verb),
            Self.holding.contains(page.lemma(verb))
        else {
            return page.all(instrument).first { page.relation($0) == .aclRelcl && Self.holding.contains(page.lemma($0)) }
        }
        return verb
    }

    /// The clause in which an instrument is said to hold, oblige, cover: the one it is the subject of, or its own phrase.
    private func scope(of instrument: Int) -> Range<Int> {
        let own = page.extents[instrument]
        guard let verb = page.head(page.firstConjunct(instrument)), page.isPredicate(verb) else { return own }
        switch page.universal(page.firstConjunct(instrument)) {
        case .nsubj where !page.isPassive(verb): return Self.holding.contains(page.lemma(verb)) ? page.clause(verb) : own
        case .obl where page.marker(page.firstConjunct(instrument)) == "under",
            .nmod where page.marker(page.firstConjunct(instrument)) == "under":
            return page.clause(verb)
        case .obj, .nsubj:
            // "signed a treaty to replace", "signed a pact, promising": clauses of purpose belong to the instrument.
            let clauses = page.all(verb).filter { $0 > instrument && [.advcl, .xcomp].contains(page.universal($0)) }
            return clauses.reduce(own) { $0.lowerBound..<max($0.upperBound, page.extents[$1].upperBound) }
        default: return own
        }
    }

    /// What follows the verb of an instrument up to the next finite verb: lists of spheres often lose their way in the tree.
    private func reach(of instrument: Int) -> Range<Int>? {
        guard let verb = page.head(page.firstConjunct(instrument)), page.isVerbal(verb),
            page.universal(page.firstConjunct(instrument)) == .nsubj
        else {
            return nil
        }
        let end = page.sentenceTokens(verb).upperBound
        let next = (verb + 1..<end).first { page.isVerbal($0) && [.vbd, .vbz, .vbp].contains(page.tokens[$0].xpos) }
        return verb..<(next ?? end)
    }

    /// Verbs that say what an instrument holds.
    static let holding: Set<String> = [
        "include", "cover", "provide", "contain", "oblige", "obligate", "commit", "require", "bind", "call", "stipulate", "say", "state",
        "promise",
        "pledge", "guarantee", "foresee", "envisage", "entail", "mean", "allow", "permit", "set", "establish", "extend", "span",
        "encompass",
        "comprise", "replace", "supersede", "supplant", "govern", "regulate", "specify", "lay", "compel", "make", "declare", "prohibit",
        "forbid",
        "rest", "base", "reflect", "be", "concern", "regard", "address", "range",
    ]

    private func spheres(in scope: Range<Int>) -> [String] {
        for token in scope where Self.sphereWords.contains(page.lemma(token)) {
            let listed = before(token, from: scope.lowerBound)
            if listed.count > 1 { return listed }
            let following = after(token)
            if !following.isEmpty { return following }
            if !listed.isEmpty { return listed }
        }
        return []
    }

    /// "signed a treaty on cooperation in the fields of trade and energy": the fields may hang on the verb.
    private func fields(of instrument: Int) -> Range<Int>? {
        guard page.universal(instrument) == .obj, let verb = page.head(instrument), page.isVerbal(verb),
            let fields = page.children(verb, .obl).first(where: { $0 > instrument && Self.sphereWords.contains(page.lemma($0)) })
        else { return nil }
        return page.extents[instrument].lowerBound..<page.extents[fields].upperBound
    }

    /// "covers trade, energy and security": two or more bare nouns, whatever they are called.
    private func covered(by instrument: Int) -> [String] {
        let first = page.firstConjunct(instrument)
        let isSubject = page.universal(first) == .nsubj
        let verbs = (isSubject ? page.head(first).map { [$0] } ?? [] : []) + page.children(instrument, .acl)
        for verb in verbs where ["cover", "span", "encompass"].contains(page.lemma(verb)) && !page.isPassive(verb) {
            guard let object = page.object(verb), object != instrument, page.status(of: verb) == .actual else { continue }
            let nouns = page.conjuncts(object)
            guard nouns.count > 1,
                nouns.allSatisfy({ page.tokens[$0].upos == .noun && page.child($0, .det) == nil && page.mentions[$0] == nil })
            else { continue }
            return nouns.map { page.string(page.phrase($0)).lowercased() }
        }
        return []
    }

    private static let sphereWords: Set<String> = ["sphere", "field", "area", "sector", "domain"]
    private static let empty: Set<String> = [
        "key", "various", "other", "several", "many", "different", "all", "such", "new", "five", "four", "three", "six", "seven", "main",
        "the", "these", "broad", "wide", "certain",
        "number", "range", "following",
    ]

    /// "political, trade, investment, cultural, and security spheres"
    private func before(_ token: Int, from low: Int) -> [String] {
        var names: [String] = []
        var current: [String] = []
        var at = token - 1
        loop: while at >= low {
            switch page.tokens[at].upos {
            case .adj, .noun, .propn:
                if Self.empty.contains(page.lower(at)) { break loop }
                current.insert(page.lower(at), at: 0)
            case .punct where page.word(at) == "," || page.word(at) == "-": if page.word(at) == "," { flush(&current, &names) }
            case .cconj: flush(&current, &names)
            default: break loop
            }
            at -= 1
        }
        flush(&current, &names)
        return names
    }

    private func flush(_ current: inout [String], _ names: inout [String]) {
        if !current.isEmpty { names.insert(current.joined(separator: " "), at: 0) }
        current = []
    }

    /// "the fields of energy and trade", "areas including defence and space"
    private func after(_ token: Int) -> [String] {
        for child in page.all(token) where child > token {
            guard [.nmod, .acl, .appos].contains(page.universal(child)) else { continue }
            let marker = page.marker(child) ?? ""
            let isList = ["of", "such as", "including", "like"].contains(marker) || page.universal(child) == .appos
            guard isList, page.isNominal(child) || page.tokens[child].upos == .adj else { continue }
            return page.conjuncts(child).map { noun in
                var range = page.phrase(noun)
                while range.count > 1, page.tokens[range.lowerBound].upos == .det { range = range.lowerBound + 1..<range.upperBound }
                return page.string(range).lowercased()
            }
        }
        return []
    }

    // MARK: What it replaces

    private func replaces(by instrument: Int, in scope: Range<Int>) -> [Agreement.Replaced] {
        var found: [Agreement.Replaced] = []
        for verb in scope where ["replace", "supersede", "supplant"].contains(page.lemma(verb)) && page.isVerbal(verb) {
            guard !page.isPassive(verb) || page.subject(verb) != nil, let object = page.object(verb), object != instrument else { continue }
            switch page.status(of: verb) {
            case .negated, .denied: continue
            default: break
            }
            let tail = object..<max(object + 1, page.extents[verb].upperBound)
            let years = page.dates.inside(tail).filter { page.lower(max(0, $0.tokens.lowerBound - 1)) != "in" }
            // "earlier deals from 1961, 2000 and 2001": one noun, a date for each.
            if page.children(object, .conj).allSatisfy({ page.dates[$0] != nil }),
                years.count > 1 || page.dates.inside(page.extents[object]).isEmpty
            {
                // The words reach to the last date, whatever else the tree hangs there.
                let end = years.last?.tokens.upperBound ?? page.extents[object].upperBound
                let text = page.string(page.trimmed(page.extents[object].lowerBound..<max(object + 1, end)))
                if years.isEmpty { found.append(Agreement.Replaced(date: nil, treaty: nil, text: text)) }
                found += years.map { Agreement.Replaced(date: $0.date, treaty: nil, text: text) }
                continue
            }
            for old in page.conjuncts(object) where page.isNominal(old) {
                let own = old == object ? withoutConjuncts(old) : page.extents[old]
                let all = old == object && page.children(object, .conj).allSatisfy { page.dates[$0] != nil } ? page.extents[object] : own
                let dates = page.dates.inside(all).compactMap(\.date)
                let text = page.string(page.trimmed(all))
                if page.dates[old] != nil, old != object { continue }
                if dates.isEmpty { found.append(Agreement.Replaced(date: nil, treaty: nil, text: text)) }
                for date in dates where !found.contains(where: { $0.date == date && $0.text == text }) {
                    found.append(Agreement.Replaced(date: date, treaty: nil, text: text))
                }
            }
        }
        return found
    }

    private func withoutConjuncts(_ noun: Int) -> Range<Int> {
        guard let next = page.children(noun, .conj).first else { return page.extents[noun] }
        return page.extents[noun].lowerBound..<page.extents[next].lowerBound
    }
}
