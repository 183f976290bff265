import CasusCore
import Language
import WhosWho

/// Mends slips of the parser where words and names leave no doubt: lists of names, "accused X of doing", a verb
/// coordinated with a noun.
struct Repairs {
    let page: Page

    /// Where tokens should hang instead.
    func edits() -> [Analysis.Edit] {
        sharedNames() + listsOfNames() + ControlledClauses(page: page).edits() + coordinatedVerbs() + prospects() + promises() + replies()
            + prepositions()
            + voicedNouns()
            + relativeClauses() + interposedPhrases() + participles() + placeNames() + inversions() + thatClauses() + instruments()
            + personNames() + reducedRelatives() + coordinatedNouns() + VerbRepairs(page: page).edits()
            + ParticleRepairs(page: page).edits()
            + InfinitiveRepairs(page: page).edits() + SubjectRepairs(page: page).edits() + ClauseRepairs(page: page).edits()
            + NounRepairs(page: page).edits() + SpeechRepairs(page: page).edits()
    }

    /// "the United States, South Korea and Japan": names of one kind, joined by commas and a conjunction, are one list.
    func listsOfNames() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        // What only modifies a person's name ("US President Joe Biden") is no member of a list.
        let titled = page.mentions.names.filter { kind($0) == 2 }.map { page.phrase($0.top) }
        let names = page.mentions.names.filter { name in kind(name) == 2 || !titled.contains { $0.contains(name.top) } }
        var start = 0
        while start < names.count {
            var end = start
            var conjunction = false
            while end + 1 < names.count, let joint = joint(names[end], names[end + 1], isFirst: end == start) {
                end += 1
                conjunction = conjunction || joint
                if joint { break }
            }
            if conjunction, end > start {
                let first = names[start]
                for other in names[(start + 1)...end] where page.head(other.top) != first.top || page.universal(other.top) != .conj {
                    edits.append(Analysis.Edit(token: other.top, head: first.top, relation: .conj))
                }
            }
            start = end + 1
        }
        return edits
    }

    /// How two names are joined: false by a comma, true by a conjunction, nil when they are not.
    func joint(_ a: NameMention, _ b: NameMention, isFirst: Bool) -> Bool? {
        guard kind(a) == kind(b), kind(a) != nil, page.sentence(a.top) == page.sentence(b.top) else { return nil }
        let end = kind(b) == 2 ? max(a.tokens.upperBound, page.phrase(b.top).lowerBound) : b.tokens.lowerBound
        let between = (a.tokens.upperBound..<end).map { page.lower($0) }.filter { $0 != "the" }
        switch between {
        case [","]: return false
        // Two names with a comma before "and" are the ends of two clauses; only a longer list has one there.
        case [",", "and"] where isFirst, [",", "or"] where isFirst: return nil
        case ["and"], ["or"], [",", "and"], [",", "or"], ["as", "well", "as"]: return true
        default: return nil
        }
    }

    func kind(_ mention: NameMention) -> Int? {
        if mention.candidates.allSatisfy(\.isAdjective) { return nil }
        if mention.candidates.contains(where: { $0.isState }) { return 1 }
        if mention.candidates.contains(where: \.isPerson) { return 2 }
        if mention.candidates.contains(where: \.isOrganisation) { return 3 }
        return nil
    }

    /// "shells and ballistic missiles": a noun is no object of another; behind "and" it is its conjunct.
    func coordinatedNouns() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { noun in
            // "signed a treaty with one and a memorandum with the other": joined to the object, not to the verb.
            let before = page.phrase(noun).lowerBound - 1
            // Names in lists are joined by what is known of them.
            let isJoined = before > 0 && page.tokens[before].upos == .cconj && page.marker(noun) == nil && page.tokens[noun].upos == .noun
            if page.universal(noun) == .conj || (isJoined && [.obl, .obj].contains(page.universal(noun))), page.isNominal(noun),
                page.child(noun, .cop) == nil, let verb = page.head(noun),
                page.isVerbal(verb),
                let object = page.children(verb, .obj).last(where: { $0 > verb && $0 < noun })
            {
                return Analysis.Edit(token: noun, head: object, relation: .conj)
            }
            guard page.isNominal(noun), [.obj, .iobj].contains(page.universal(noun)), let first = page.head(noun), first < noun,
                page.isNominal(first),
                !page.isPredicate(first), (first + 1..<noun).contains(where: { page.tokens[$0].upos == .cconj })
            else { return nil }
            return Analysis.Edit(token: noun, head: first, relation: .conj)
        }
    }

    /// "criticised the drills as hostile and described ...": a finite verb is coordinated with a verb, not with a noun.
    func coordinatedVerbs() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for verb in page.tokens.indices where page.universal(verb) == .conj && page.isVerbal(verb) {
            let xpos = page.tokens[verb].xpos
            guard xpos == .vbd || xpos == .vbz, page.child(verb, .nsubj) == nil, let partner = page.head(verb), !page.isPredicate(partner)
            else { continue }
            var at = page.head(partner)
            while let up = at, !(page.isVerbal(up) && page.isFinite(up)) { at = page.head(up) }
            if let clause = at, clause < verb { edits.append(Analysis.Edit(token: verb, head: clause, relation: .conj)) }
        }
        return edits
    }
}

extension UPOS {
    var isNominal: Bool { self == .noun || self == .propn || self == .pron }
}
