import CasusCore
import Language
import WhosWho

/// Verbs of speech and what they present as said.
extension ClaimReader {
    mutating func verbCue(_ verb: Int) {
        if unnamed(verb) || unanswered(verb) { return }
        if ["decline", "refuse"].contains(page.lemma(verb)), let said = page.child(verb, .xcomp) {
            // To refuse to sign or to leave is to act.
            if declined(verb, said) || !isSpeech(said) { return }
        }
        if let (object, words) = page.judgement(by: verb), page.extents[object].lowerBound < words.lowerBound {
            var cue =
                page.lexicon.cues[.verb, page.lemma(verb)]?.first
                ?? Cue(lemma: page.lemma(verb), particle: "", stance: .asserts, content: Slot(""), addressee: Slot(""))
            switch page.polarity(of: words) {
            case .negative: cue.stance = .criticises
            case .positive: cue.stance = .praises
            case nil: break
            }
            let start = page.child(object, .case).map { $0 + 1 } ?? page.extents[object].lowerBound
            let content = start..<max(start + 1, words.upperBound)
            add(cue: cue, verb: verb, cueRange: page.verbGroup(verb), content: [trimmedContent(content)])
            return
        }
        if page.lemma(verb) != "refer", let cues = page.lexicon.cues[.verb, page.lemma(verb)] {
            for cue in cues.sorted(by: { $0.particle.count > $1.particle.count }) where hasParticle(verb, cue.particle) {
                if let content = content(of: verb, cue) {
                    if cue.content.alternatives.joined().allSatisfy({ $0.position == "xcomp" }) { lesser.insert(verb) }
                    add(cue: cue, verb: verb, cueRange: cueRange(verb, cue), content: content)
                    return
                }
                page.trace?.pass(.claim, verb, .noContent, from: cue.source)
            }
        }
        // "expressed hope that", "voiced concern over": the noun is the word of speech.
        if let noun = page.object(verb), page.lexicon.light[page.lemma(verb)] != nil || page.lexicon.isOfClass(page.lemma(verb), "voicing"),
            page.lexicon.light[page.lemma(verb)]?.allSatisfy({ $0.subject != .recipient }) ?? true,
            let cue = page.lexicon.cues[.noun, page.lemma(noun)]?.first ?? voiced(verb), page.head(noun) == verb
        {
            if let clause = nounContent(noun, within: verb) {
                add(cue: cue, verb: verb, cueRange: min(verb, noun)..<max(verb, noun) + 1, content: clause)
            } else {
                // "expressed his full support for ...": without a clause of its own the phrase is what is said.
                let content = trimmedContent(tail(of: noun, verb))
                if content.contains(verb) { return }
                // "voiced concern about the delay": a bare noun says no more than the verb, what it is about is said.
                let about = noun + 1
                if verb < noun, content.upperBound > about + 1, page.tokens[about].upos == .adp, !content.contains(where: page.isQuote) {
                    let that = (about + 1..<content.upperBound).first { page.lower($0) == "that" && page.universal($0) == .mark }
                    let isOrder = that != nil && page.lower(about) == "of"
                    let end = page.lower(about) == "against" ? page.extents[page.head(about) ?? about].upperBound : content.upperBound
                    add(
                        cue: cue, verb: verb, cueRange: page.verbGroup(verb).lowerBound..<(isOrder ? noun : about) + 1,
                        content: [(isOrder ? that! : about + 1)..<max(about + 2, min(end, content.upperBound))])
                } else {
                    add(cue: cue, verb: verb, cueRange: page.verbGroup(verb), content: [content])
                }
            }
        }
    }

    /// "declined to say whether", "refused to comment on the strike"
    mutating func declined(_ verb: Int, _ said: Int) -> Bool {
        guard page.lexicon.isOfClass(page.lemma(said), "answering") else { return false }
        let inner =
            page.complement(said) ?? page.all(said).first { $0 > said && [.obl, .obj, .ccomp, .advcl].contains(page.universal($0)) }
        var end = said + 1
        if let inner, let marker = page.child(inner, .case), marker == end { end += 1 }
        let group = page.verbGroup(verb)
        let content = inner.map { [trimmedContent(end..<max(end + 1, page.extents[$0].upperBound))] } ?? [group.upperBound..<said + 1]
        let cue = Cue(lemma: page.lemma(verb), particle: "", stance: .declines, content: Slot(""), addressee: Slot(""))
        add(cue: cue, verb: verb, cueRange: inner == nil ? group : group.lowerBound..<end, content: content)
        return true
    }

    /// Whether a clause names a word of speech: "refused to condemn the raid".
    private func isSpeech(_ verb: Int) -> Bool {
        page.lexicon.cues[.verb, page.lemma(verb)]?.contains { cue in
            !page.lexicon.isOfClass(cue.lemma, "minding") && (cue.particle.isEmpty || hasParticle(verb, cue.particle))
        } ?? false
    }

    /// What is expressed is said, whatever the noun: "expressed his solidarity".
    func voiced(_ verb: Int) -> Cue? {
        guard ["express", "voice", "convey"].contains(page.lemma(verb)) else { return nil }
        return Cue(lemma: page.lemma(verb), particle: "", stance: .asserts, content: Slot(""), addressee: Slot(""))
    }

    func hasParticle(_ verb: Int, _ particle: String) -> Bool {
        particle.isEmpty || page.all(verb).contains { page.lower($0) == particle || page.marker($0) == particle }
    }

    func cueRange(_ verb: Int, _ cue: Cue) -> Range<Int> {
        var range = page.verbGroup(verb)
        // "said in a statement": what names the occasion belongs to the cue.
        for child in page.all(verb) where page.universal(child) == .obl && page.extents[child].lowerBound == range.upperBound {
            if page.lexicon.isOfClass(page.lemma(child), "statement"), page.marker(child) == "in" {
                range = range.lowerBound..<page.extents[child].upperBound
            }
        }
        if !cue.particle.isEmpty {
            let end = range.upperBound
            if end < page.tokens.count, page.lower(end) == cue.particle { range = range.lowerBound..<end + 1 }
        }
        return range
    }

    /// The pieces of text that a verb of speech presents as said.
    func content(of verb: Int, _ cue: Cue) -> [Range<Int>]? {
        // "...; Rwanda denies backing them": what is denied stands behind the verb.
        let isBehind = cue.stance == .denies && page.child(verb, .xcomp).map { $0 > verb && page.isVerbal($0) } ?? false
        if !isBehind, let interposed = attributed(verb) ?? interposed(verb) ?? relayed(verb, cue) { return interposed }
        for alternative in cue.content.alternatives {
            let heads = alternative.flatMap { page.heads(at: $0, of: verb) }
            guard let head = heads.first ?? alternative.first.flatMap({ clause(behind: $0.position, of: verb) }) else { continue }
            let position = alternative.first?.position ?? ""
            // What is said stands between quotation marks, unless the row says that any thing, or one of a class, may be said.
            if position == "obj", cue.stance == .asserts, alternative.first?.ofClass == nil, !isQuotedWhole(head, under: verb),
                page.child(verb, .xcomp) == nil
            {
                continue
            }
            if position == "obj", isAct(on: head, verb, cue) || isPhoned(verb) { continue }
            if position == "as", cue.stance == .denies { return deniedThing(head, verb).map { [$0] } }
            if position == "comp", ["reject", "dismiss"].contains(page.lemma(verb)) { continue }
            if let pronoun = page.child(verb, .obj), page.isRelative(pronoun), position == "obj" { return [pronoun..<pronoun + 1] }
            if page.head(head) != verb {
                // "a charge both countries have denied": the noun that the relative clause is about.
                return page.antecedent(verb) == head ? [page.phrase(head)] : nil
            }
            if page.universal(head) == .advcl || page.universal(head) == .xcomp || page.universal(head) == .ccomp {
                return pieces(of: head, under: verb)
            }
            var range = page.extents[head]
            // "called the deal a betrayal", "described it as confrontational": object and judgement together.
            if position == "obj", head > verb { range = tail(of: head, verb) }
            if position == "obj", let judgement = judgement(verb) {
                range = min(range.lowerBound, judgement.lowerBound)..<max(range.upperBound, judgement.upperBound)
            }
            return [withoutPreposition(range, head)]
        }
        // What is seen as something, or spoken of, is no quotation that happens to stand beside.
        guard cue.content.alternatives.joined().contains(where: { Self.clauses.contains($0.position) }) else { return nil }
        return quoted(beside: verb) ?? opened(by: verb)
    }

    /// "dismissed as absurd a report that ...", "a demand it dismissed as absurd": what is denied is the thing, and not how it is called.
    private func deniedThing(_ judgement: Int, _ verb: Int) -> Range<Int>? {
        if let article = page.all(judgement).first(where: { page.universal($0) == .det && $0 > page.extents[judgement].lowerBound + 1 }),
            page.universal(article - 1) == .amod, page.isNominal(judgement), article < judgement
        {
            return trimmedContent(article..<page.extents[judgement].upperBound)
        }
        if page.tokens[judgement].upos == .adj, page.relation(verb) == .aclRelcl, let thing = page.antecedent(verb) {
            return page.phrase(thing)
        }
        return nil
    }

    private static let clauses: Set<String> = ["comp", "ccomp", "obj"]

    /// "calling the office by phone to ask": with an infinitive nothing is called something.
    private func isPhoned(_ verb: Int) -> Bool {
        page.lemma(verb) == "call" && page.child(verb, .xcomp).map { page.subordinator($0) == "to" } ?? false
    }

    /// An object with the phrases that follow it in the clause: the tree may hang "between the two" on the verb.
    func tail(of object: Int, _ verb: Int) -> Range<Int> {
        var range = page.extents[object]
        for child in page.all(verb)
        where child > object && page.universal(child) == .obl && page.extents[child].lowerBound == range.upperBound && !isOccasion(child) {
            range = range.lowerBound..<page.extents[child].upperBound
        }
        return range
    }

    /// Whether a noun takes up words or news: a charge, a report, a decision; not a bill or a guest.
    func isSaying(_ noun: Int) -> Bool {
        let lemma = page.lemma(noun).inLowerCase
        return page.lexicon.cues[.noun, lemma] != nil || ["statement", "report"].contains { page.belongs(noun, to: $0) }
            || page.universal(noun) == .ccomp
            || ["delivery", "transfer", "supply", "involvement", "attack", "strike"].contains(lemma)
    }

    /// "..., the minister said in Oslo." and "The price, he said, rose": speech around a short clause of its own between commas.
    func attributed(_ verb: Int) -> [Range<Int>]? {
        guard page.lexicon.cues[.verb, page.lemma(verb)]?.contains(where: { $0.stance == .asserts || $0.stance == .denies }) ?? false,
            let subject = page.subject(verb), page.sentence(subject) == page.sentence(verb),
            // "..., Paris claims victory": what is claimed stands behind the verb.
            page.lemma(verb) == "tell" || !page.all(verb).contains(where: { $0 > verb && page.universal($0) == .obj && !isGuest($0) })
        else { return nil }
        let sentence = page.sentenceTokens(verb)
        let group = page.verbGroup(verb)
        let noun =
            subject < verb
            ? named(subject).lowerBound..<max(named(subject).upperBound, page.extents[subject].upperBound) : page.phrase(subject)
        // "a charge Chad calls baseless": what the relative clause is about is no part of who speaks.
        if page.universal(verb) == .acl, let above = page.head(verb), noun.contains(above) { return nil }
        // Subject and verb stand side by side, behind a comma or a closed quotation.
        let low = min(noun.lowerBound, group.lowerBound)
        guard low > sentence.lowerBound + 1, subject < verb ? noun.upperBound == group.lowerBound : group.upperBound == noun.lowerBound,
            page.word(low - 1) == "," || page.isQuote(low - 1)
        else { return nil }
        let high = endOfCue(verb, from: max(noun.upperBound, group.upperBound))
        let before = trimmedContent(sentence.lowerBound..<low)
        guard before.count > 1, !isQuestioned(before),
            !page.extents[subject].contains(before.lowerBound) || subject > verb
        else { return nil }
        if high < sentence.upperBound, page.word(high) == ",", page.child(verb, .ccomp).map({ $0 < verb }) ?? true {
            let rest = trimmedContent(high..<sentence.upperBound)
            if rest.count > 2, goesOn(rest, behind: before) { return [extended(before), rest] }
        }
        // A phrase in front of the subject is no speech: "On his way home, the president said ..."
        guard before.contains(where: { page.isVerbal($0) || page.isQuote($0) }) else { return nil }
        // Nothing of a clause may follow: what follows then is the content.
        let follows = page.all(verb).contains { $0 > verb && [.ccomp, .advcl, .conj, .parataxis].contains(page.universal($0)) }
        return follows ? nil : [extended(before)]
    }

    /// A subject with the titles and states in front of its name, which the tree may have lost: "President Vladimir Putin".
    func named(_ subject: Int) -> Range<Int> {
        let range = page.mentions[subject]?.tokens ?? page.phrase(subject)
        var start = min(range.lowerBound, page.phrase(subject).lowerBound)
        let sentence = page.sentenceTokens(subject)
        if page.mentions[subject] != nil { start = page.apposition(before: start) }
        while start > sentence.lowerBound,
            page.who.title(page.lower(start - 1)) != nil
                || (page.mentions[start - 1]?.candidates.contains(where: \.isState) ?? false && page.word(start) != ",")
        { start -= 1 }
        return start..<range.upperBound
    }

    func judgement(_ verb: Int) -> Range<Int>? {
        if let complement = page.child(verb, .xcomp) { return page.extents[complement] }
        return page.obliques(verb, "as").first.map { page.extents[$0] }
    }

    func withoutPreposition(_ range: Range<Int>, _ head: Int) -> Range<Int> {
        guard let marker = page.child(head, .case), marker == range.lowerBound, page.universal(head) == .obl else { return range }
        return marker + 1..<range.upperBound
    }
}
