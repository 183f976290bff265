import CasusCore
import Language

/// Who it is that says what a word of speech presents.
extension ClaimReader {
    /// The subject of a word of speech, or of the clause that a participle goes on with: in "urged Riga to wait, saying that ..." the
    /// one who urges says so, not the one who is urged.
    func reporter(_ verb: Int) -> Int? {
        if let main = reporting(before: verb) { return page.subject(main) }
        if let first = participle(before: verb) { return reporter(first) }
        return page.subject(clauseGoingOn(with: verb) ?? verb)
    }

    /// "..., vowing to stay and calling it a farce": the participle that another is joined to.
    private func participle(before verb: Int) -> Int? {
        guard page.universal(verb) == .conj, page.tokens[verb].xpos == .vbg, page.child(verb, .nsubj) == nil else { return nil }
        let first = page.firstConjunct(verb)
        return page.tokens[first].xpos == .vbg && isSetBeside(first) ? first : nil
    }

    /// The clause that a participle goes on with, where that is another one than the tree says.
    func clauseGoingOn(with verb: Int) -> Int? {
        guard isSetBeside(verb), let head = page.head(verb), var clause = clause(above: head, before: verb) else { return nil }
        while let up = page.head(clause), isWhatIsAsked(clause, of: up) { clause = up }
        return clause == head ? nil : clause
    }

    /// Whether a participle stands beside what is said or done in fact: "pushed back, calling it a farce" says so, whatever was pushed for.
    func isBesideFact(_ verb: Int) -> Bool {
        if let first = participle(before: verb) { return isBesideFact(first) }
        guard isSetBeside(verb), let main = clauseGoingOn(with: verb) ?? page.head(verb) else { return false }
        return page.isPredicate(main) && page.modality(main, skippingNegation: true) == .actual && page.status(of: main) != .possible
    }

    /// ", saying ...": a participle behind a comma, without a subject of its own.
    private func isSetBeside(_ verb: Int) -> Bool {
        page.tokens[verb].xpos == .vbg && [.advcl, .acl].contains(page.universal(verb)) && page.relation(verb) != .aclRelcl
            && verb > page.sentenceTokens(verb).lowerBound && page.word(verb - 1) == "," && page.child(verb, .nsubj) == nil
    }

    /// The clause that a participle is set beside; the tree may hang it on the noun in front of the comma.
    private func clause(above head: Int, before verb: Int) -> Int? {
        var at = head
        for _ in 0..<4 {
            if page.isVerbal(at) { return at < verb ? at : nil }
            guard [.obj, .iobj, .obl, .nmod].contains(page.universal(at)), let up = page.head(at) else { return nil }
            at = up
        }
        return nil
    }

    /// Whether a clause is what a word of speech wants of somebody: "urged Riga to wait".
    private func isWhatIsAsked(_ clause: Int, of verb: Int) -> Bool {
        guard verb < clause, page.isVerbal(verb), !page.isFinite(clause), [.xcomp, .ccomp, .advcl].contains(page.universal(clause)),
            page.subordinator(clause) == "to"
        else { return false }
        let cues = page.lexicon.cues[.verb, page.lemma(verb)]
        return cues?.contains { [.demands, .asks, .hopes].contains($0.stance) || page.lexicon.control[$0.lemma] == .object } ?? false
    }

    /// "those who say so", "people who want a change", "you want to know": somebody of whom nobody in particular is meant.
    func isAnybody(_ subject: Int, of verb: Int) -> Bool {
        if page.lower(subject) == "you" { return page.quotation(around: subject) == nil }
        guard page.relation(verb) == .aclRelcl, page.antecedent(verb) == subject, page.mentions[subject] == nil,
            let own = page.all(verb).first(where: { page.isRelative($0) }), own > 0, page.word(own - 1) != ",",
            page.child(subject, .det) == nil, page.child(subject, .nummod) == nil
        else { return false }
        return [.pron, .det].contains(page.tokens[subject].upos) || page.belongs(subject, to: "anybody")
    }

    /// Whether a word leaves no doubt that its subject is a source, whatever the noun: it presents a clause or a quotation, or it judges.
    func states(_ verb: Int, _ cue: Cue, _ content: [Range<Int>]) -> Bool {
        if content.contains(where: { page.isQuoted($0) }) { return true }
        if page.lexicon.isOfClass(cue.lemma, "inferring") { return false }
        return cue.stance != .asserts || page.child(verb, .ccomp) != nil || page.judgement(by: verb) != nil
    }

    /// "The two sides agreed to meet", "they promised to help": what several bind themselves to is an agreement, no word of one of them.
    func isJoint(_ verb: Int, _ cue: Cue, by subject: Int?) -> Bool {
        guard cue.stance == .asserts, let subject, page.child(verb, .ccomp) == nil, bindsHimself(by: verb) else { return false }
        let isMutual = cue.addressee.alternatives.joined().contains { $0.position == "with" }
        return page.child(subject, .conj) != nil || isMutual && [.nns, .nnps].contains(page.tokens[subject].xpos)
            || ["they", "both", "we"].contains(page.lower(subject))
    }

    /// "agreed to meet", "pledging mutual aid"
    private func bindsHimself(by verb: Int) -> Bool {
        if let promise = page.child(verb, .xcomp) { return page.subordinator(promise) == "to" }
        return page.object(verb) != nil && page.lexicon.frames[page.lemma(verb)]?.contains { $0.act.type == .agree } ?? false
    }

    /// "is expected to come", "it was reported that ...", "Asked whether ...": words of speech of nobody who is named.
    mutating func unnamed(_ verb: Int) -> Bool {
        guard [.vbn, .vbd].contains(page.tokens[verb].xpos), let cue = page.lexicon.cues[.verb, page.lemma(verb)]?.first,
            cue.particle.isEmpty,
            // "were instructed to wait": an order of nobody who is named.
            cue.stance != .demands || page.child(verb, .ccomp) != nil,
            page.lexicon.cues[.adj, page.lower(verb)] == nil, let content = isBareQuestion(verb, cue) ? asked(verb) : expected(verb, cue),
            !content.contains(where: { $0.contains(verb) })
        else { return false }
        lesser.insert(verb)
        page.trace?.begin(.claim, verb, cue.source)
        emit(
            stance: cue.stance, speakerHead: nil, speakerRange: nil, cueRange: page.verbGroup(verb),
            content: content.map { trimmedContent($0) }, token: verb, rule: "cue:" + cue.lemma, isUnnamed: true)
        return true
    }

    /// "Asked about the raid, she said ..."
    private func isBareQuestion(_ verb: Int, _ cue: Cue) -> Bool {
        cue.stance == .asks && page.universal(verb) == .advcl && page.child(verb, .aux) == nil && page.child(verb, .nsubj) == nil
    }

    /// What somebody is asked.
    private func asked(_ verb: Int) -> [Range<Int>]? {
        guard !page.all(verb).contains(where: { page.marker($0) == "by" }) else { return nil }
        let head =
            page.child(verb, .ccomp) ?? page.children(verb, .advcl).first { ["if", "whether"].contains(page.subordinator($0)) }
            ?? page.children(verb, .obl).first { page.marker($0) == "about" }
        guard let head, head > verb else { return nil }
        let range = page.extents[head]
        return [page.marker(head) == "about" ? range.lowerBound + 1..<range.upperBound : range].filter { !$0.isEmpty }
    }

    /// What is expected, reported, alleged of the subject of a passive without a "by".
    private func expected(_ verb: Int, _ cue: Cue) -> [Range<Int>]? {
        guard page.exactChild(verb, .auxPass) != nil, page.subject(verb) == nil, page.modality(verb, skippingNegation: false) == .actual,
            [.actual, .alleged].contains(page.status(of: verb))
        else { return nil }
        let subject = page.child(verb, .nsubj).flatMap { $0 < verb ? $0 : nil }
        let words = subject.map { page.isRelative($0) ? $0..<$0 + 1 : page.extents[$0] }
        // "is seen as a test": what is judged, and the judgement.
        if let (_, judgement) = page.judgement(by: verb), let words, judgement.lowerBound > verb { return [words, judgement] }
        guard let said = page.child(verb, .xcomp) ?? page.child(verb, .ccomp) ?? accused(verb, cue) else { return nil }
        let clause = page.extents[said]
        // "was told that ...", "it was reported that ...": the clause alone is what is said.
        if page.universal(said) == .ccomp, page.isFinite(said) { return [clause] }
        // "was found wet", "was found lying there": how something was, and nobody's word.
        if page.universal(said) == .xcomp, page.subordinator(said) != "to", cue.lemma == "find" { return nil }
        guard let words, let subject, page.isVerbal(said) || page.isNominal(said), page.lower(subject) != "it" else { return nil }
        return words.overlaps(clause) ? nil : [words, clause]
    }

    /// "accused of lying": what somebody is accused of.
    private func accused(_ verb: Int, _ cue: Cue) -> Int? {
        guard cue.stance == .accuses else { return nil }
        return page.children(verb, .advcl).first { $0 > verb && page.subordinator($0) == "of" }
    }
}
