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
        terms.duties = duties(in: scope).filter {
            $0.kind != .cooperation
                || !page.string(own).contains($0.quote) && !page.string(page.extents[instrument]).contains("of " + $0.quote)
        }
        terms.spheres = spheres(in: reach(of: instrument) ?? scope)
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

    /// The clause in which an instrument is said to hold, oblige, cover: the one it is the subject of, or its own phrase.
    private func scope(of instrument: Int) -> Range<Int> {
        let own = page.extents[instrument]
        guard let verb = page.head(page.firstConjunct(instrument)), page.isVerbal(verb) else { return own }
        switch page.universal(page.firstConjunct(instrument)) {
        case .nsubj where !page.isPassive(verb): return Self.holding.contains(page.lemma(verb)) ? page.clause(verb) : own
        case .obl where page.marker(page.firstConjunct(instrument)) == "under": return page.clause(verb)
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
    private static let holding: Set<String> = [
        "include", "cover", "provide", "contain", "oblige", "obligate", "commit", "require", "bind", "call", "stipulate", "say", "state",
        "promise",
        "pledge", "guarantee", "foresee", "envisage", "entail", "mean", "allow", "permit", "set", "establish", "extend", "span",
        "encompass",
        "comprise", "replace", "supersede", "supplant", "govern", "regulate", "specify", "lay", "compel", "make", "declare", "prohibit",
        "forbid",
        "rest", "base", "reflect", "be", "concern", "regard", "address", "range",
    ]

    // MARK: Duties

    private func duties(in scope: Range<Int>) -> [Agreement.Duty] {
        var found: [Agreement.Duty] = []
        var token = scope.lowerBound
        while token < scope.upperBound {
            var best: (end: Int, kind: DutyKind, source: Source)?
            for first in firstWords(token) {
                for duty in page.lexicon.duties[first] ?? [] {
                    if let end = duty.pattern.match(at: token, in: scope, page), end > best?.end ?? token {
                        best = (end, duty.kind, duty.source)
                    }
                }
            }
            guard let best else {
                token += 1
                continue
            }
            if isHeld(token..<best.end) {
                page.trace?.note(.duty, token..<best.end, best.kind.rawValue, from: best.source)
                let trigger = trigger(after: token, in: page.sentenceTokens(token))
                let end = max(
                    best.end,
                    trigger.map { $0.lowerBound == best.end || $0.lowerBound < best.end + 8 ? $0.upperBound : best.end } ?? best.end)
                found.append(
                    Agreement.Duty(
                        kind: best.kind, trigger: trigger.map { page.string(page.trimmed($0)) },
                        quote: page.string(page.trimmed(token..<end))))
            }
            token = best.end
        }
        return found
    }

    /// The words by which a phrase that begins with a token may begin in the table.
    private func firstWords(_ token: Int) -> [String] {
        let (word, lemma) = (page.lower(token), page.lemma(token).inLowerCase)
        return word == lemma ? [word, "*"] : [word, lemma, "*"]
    }

    /// Whether the promise is said to be there: "contains no mutual defence clause" promises nothing.
    private func isHeld(_ range: Range<Int>) -> Bool {
        var at = page.topOf(range)
        for _ in 0..<4 {
            if page.children(at, .det).contains(where: { page.lower($0) == "no" }) { return false }
            switch page.status(of: at) {
            case .negated, .possible, .denied: return false
            default: break
            }
            guard let up = page.head(at), page.isNominal(up) else { break }
            at = up
        }
        return true
    }

    /// "in the event of aggression against one of them", "if either is attacked".
    private func trigger(after token: Int, in sentence: Range<Int>) -> Range<Int>? {
        for start in token..<min(sentence.upperBound, token + 16) {
            guard let opened = page.lexicon.triggers.lazy.compactMap({ $0.match(at: start, in: sentence, page) }).first else { continue }
            var end = opened
            if let clause = (start..<opened).lazy.compactMap({
                self.page.universal($0) == .mark || self.page.universal($0) == .advmod ? self.page.head($0) : nil
            }).first(where: { $0 >= start }) {
                // "if either nation is attacked by a third": the predicate and what completes it, not what merely follows.
                end = max(end, clause + 1)
                for child in page.all(clause) where child > clause && page.extents[child].lowerBound <= end + 1 {
                    let marker = page.marker(child)
                    let completes =
                        page.universal(child) == .obj || page.relation(child) == .oblAgent || ["by", "from", "with"].contains(marker ?? "")
                    if completes { end = max(end, page.extents[child].upperBound) }
                }
            } else {
                var at = start
                while let up = page.head(at), page.extents[up].lowerBound >= start, sentence.contains(up) { at = up }
                end = max(end, page.extents[at].upperBound)
            }
            // "aggression against one of the parties": the tree may hang what follows elsewhere.
            while end < sentence.upperBound, ["against", "on", "upon", "of", "to", "by"].contains(page.lower(end)),
                let noun = page.head(end), noun > end
            {
                end = max(end + 1, page.extents[noun].upperBound)
            }
            if let quotation = page.quotation(around: start) { end = min(end, quotation.tokens.upperBound) }
            return start..<min(end, sentence.upperBound)
        }
        return nil
    }

    // MARK: Spheres

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
