import CasusCore
import Language
import WhosWho

/// Reads who says what: direct, indirect and mixed speech, "according to", nouns of speech.
///
/// Spans follow PolNeAR: the cue is the whole verb group with what completes it, the speaker the whole noun phrase.
struct ClaimReader {
    let page: Page
    var referents: Referents
    private(set) var drafts: [Draft] = []
    /// Nouns of speech already read with their verb.
    private var used: Set<Int> = []

    init(page: Page, referents: Referents) {
        self.page = page
        self.referents = referents
    }

    mutating func read() {
        for token in page.tokens.indices {
            if page.isVerbal(token), page.universal(token) != .aux, page.universal(token) != .amod { verbCue(token) }
            if page.lower(token) == "according", page.fixed(token) == "according to" { accordingTo(token) }
        }
        for sentence in page.analysis.sentences { colon(sentence) }
        linkInner()
    }

    // MARK: Verbs

    private mutating func verbCue(_ verb: Int) {
        if ["decline", "refuse"].contains(page.lemma(verb)), let said = page.child(verb, .xcomp), declined(verb, said) { return }
        if let (object, words) = page.judgement(by: verb), page.extents[object].lowerBound < words.lowerBound {
            var cue =
                page.lexicon.cues["verb " + page.lemma(verb)]?.first
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
        if page.lemma(verb) != "refer", let cues = page.lexicon.cues["verb " + page.lemma(verb)] {
            for cue in cues.sorted(by: { $0.particle.count > $1.particle.count }) where hasParticle(verb, cue.particle) {
                if let content = content(of: verb, cue) {
                    add(cue: cue, verb: verb, cueRange: cueRange(verb, cue), content: content)
                    return
                }
            }
        }
        // "expressed hope that", "voiced concern over": the noun is the word of speech.
        if let noun = page.object(verb), page.lexicon.light[page.lemma(verb)] != nil || Self.voicing.contains(page.lemma(verb)),
            page.lexicon.light[page.lemma(verb)]?.allSatisfy({ $0.subject != .recipient }) ?? true,
            let cue = page.lexicon.cues["noun " + page.lemma(noun)]?.first ?? voiced(verb), page.head(noun) == verb
        {
            used.insert(noun)
            if let clause = nounContent(noun, within: verb) {
                add(cue: cue, verb: verb, cueRange: min(verb, noun)..<max(verb, noun) + 1, content: clause)
            } else {
                // "expressed his full support for ...": without a clause of its own the phrase is what is said.
                let content = trimmedContent(tail(of: noun, verb))
                if !content.contains(verb) { add(cue: cue, verb: verb, cueRange: page.verbGroup(verb), content: [content]) }
            }
        }
    }

    /// "declined to say whether", "refused to comment on the strike"
    private mutating func declined(_ verb: Int, _ said: Int) -> Bool {
        guard Self.answers.contains(page.lemma(said)) else { return false }
        let inner =
            page.complement(said) ?? page.all(said).first { $0 > said && [.obl, .obj, .ccomp, .advcl].contains(page.universal($0)) }
        var end = said + 1
        if let inner, let marker = page.child(inner, .case), marker == end { end += 1 }
        let content = inner.map { [trimmedContent(end..<max(end + 1, page.extents[$0].upperBound))] } ?? [said..<said + 1]
        let cue = Cue(lemma: page.lemma(verb), particle: "", stance: .declines, content: Slot(""), addressee: Slot(""))
        add(cue: cue, verb: verb, cueRange: page.verbGroup(verb).lowerBound..<end, content: content)
        return true
    }

    private static let answers: Set<String> = [
        "say", "comment", "discuss", "answer", "reveal", "disclose", "confirm", "deny", "elaborate", "name", "specify", "identify",
        "explain", "tell",
        "speculate", "respond", "reply", "talk", "speak",
    ]

    /// What is expressed is said, whatever the noun: "expressed his solidarity".
    private func voiced(_ verb: Int) -> Cue? {
        guard ["express", "voice", "convey"].contains(page.lemma(verb)) else { return nil }
        return Cue(lemma: page.lemma(verb), particle: "", stance: .asserts, content: Slot(""), addressee: Slot(""))
    }

    private static let voicing: Set<String> = [
        "express", "voice", "raise", "issue", "make", "repeat", "reiterate", "offer", "convey", "level", "give",
    ]

    private func hasParticle(_ verb: Int, _ particle: String) -> Bool {
        particle.isEmpty || page.all(verb).contains { page.lower($0) == particle || page.marker($0) == particle }
    }

    private func cueRange(_ verb: Int, _ cue: Cue) -> Range<Int> {
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
    private func content(of verb: Int, _ cue: Cue) -> [Range<Int>]? {
        if let interposed = attributed(verb) ?? interposed(verb) { return interposed }
        for alternative in cue.content.alternatives {
            let heads = alternative.flatMap { page.heads(at: $0, of: verb) }
            guard let head = heads.first else { continue }
            let position = alternative.first?.position ?? ""
            if position == "obj", cue.stance == .asserts, !isQuotedWhole(head), page.child(verb, .xcomp) == nil { continue }
            // To reject a bill or welcome a guest is to act, not to speak.
            if position == "obj", cue.stance == .denies || page.lemma(verb) == "welcome", !isSaying(head) { continue }
            if position == "comp", ["reject", "dismiss"].contains(page.lemma(verb)) { continue }
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
        return quoted(beside: verb)
    }

    /// An object with the phrases that follow it in the clause: the tree may hang "between the two" on the verb.
    private func tail(of object: Int, _ verb: Int) -> Range<Int> {
        var range = page.extents[object]
        for child in page.all(verb)
        where child > object && page.universal(child) == .obl && page.extents[child].lowerBound == range.upperBound {
            range = range.lowerBound..<page.extents[child].upperBound
        }
        return range
    }

    /// Whether a noun takes up words or news: a charge, a report, a decision; not a bill or a guest.
    private func isSaying(_ noun: Int) -> Bool {
        let lemma = page.lemma(noun).lowercased()
        return page.lexicon.cues["noun " + lemma] != nil || page.belongs(noun, to: "statement") || page.universal(noun) == .ccomp
            || ["delivery", "transfer", "supply", "involvement", "attack", "strike"].contains(lemma)
    }

    /// "..., the minister said in Oslo." and "The price, he said, rose": speech around a short clause of its own between commas.
    private func attributed(_ verb: Int) -> [Range<Int>]? {
        guard page.lexicon.cues["verb " + page.lemma(verb)]?.contains(where: { $0.stance == .asserts || $0.stance == .denies }) ?? false,
            let subject = page.subject(verb), page.sentence(subject) == page.sentence(verb)
        else { return nil }
        let sentence = page.sentenceTokens(verb)
        let group = page.verbGroup(verb)
        let noun =
            subject < verb
            ? named(subject).lowerBound..<max(named(subject).upperBound, page.extents[subject].upperBound) : page.phrase(subject)
        // Subject and verb stand side by side, behind a comma or a closed quotation.
        let low = min(noun.lowerBound, group.lowerBound)
        guard low > sentence.lowerBound + 1, subject < verb ? noun.upperBound == group.lowerBound : group.upperBound == noun.lowerBound,
            page.word(low - 1) == "," || page.isQuote(low - 1)
        else { return nil }
        let high = max(noun.upperBound, group.upperBound)
        let before = trimmedContent(sentence.lowerBound..<low)
        guard before.count > 1, !page.extents[subject].contains(before.lowerBound) || subject > verb else { return nil }
        if high < sentence.upperBound, page.word(high) == ",", page.child(verb, .ccomp).map({ $0 < verb }) ?? true {
            let rest = trimmedContent(high..<sentence.upperBound)
            if rest.count > 2, !page.isQuoted(before) || page.isQuoted(rest) { return [extended(before), rest] }
        }
        // Nothing of a clause may follow: what follows then is the content.
        let follows = page.all(verb).contains { $0 > verb && [.ccomp, .advcl, .conj, .parataxis].contains(page.universal($0)) }
        return follows ? nil : [extended(before)]
    }

    /// A subject with the titles and states in front of its name, which the tree may have lost: "President Vladimir Putin".
    private func named(_ subject: Int) -> Range<Int> {
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

    private func judgement(_ verb: Int) -> Range<Int>? {
        if let complement = page.child(verb, .xcomp) { return page.extents[complement] }
        return page.obliques(verb, "as").first.map { page.extents[$0] }
    }

    private func withoutPreposition(_ range: Range<Int>, _ head: Int) -> Range<Int> {
        guard let marker = page.child(head, .case), marker == range.lowerBound, page.universal(head) == .obl else { return range }
        return marker + 1..<range.upperBound
    }

    /// A clause without the cue, should the cue stand inside it.
    private func pieces(of clause: Int, under verb: Int) -> [Range<Int>] {
        var range = page.extents[clause]
        // A conjunct of the content after the closing mark may be the outlet's; the tree decides.
        if range.contains(verb) { range = range.lowerBound < verb ? range.lowerBound..<verb : verb + 1..<range.upperBound }
        // A quotation that the content opens is said to its end, sentences before and after included.
        // "wants the arsenals to be included": object and infinitive are said together.
        if page.universal(clause) == .xcomp, let object = page.child(verb, .obj), object > verb, object < clause {
            range = page.extents[object].lowerBound..<range.upperBound
        }
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, page.universal(low) == .punct, !page.isQuote(low) { low += 1 }
        if low > page.sentenceTokens(verb).lowerBound, page.isQuote(low - 1), page.quotation(around: low) != nil { low -= 1 }
        if let quotation = page.quotation(around: low), quotation.tokens.lowerBound < low || page.isQuote(low) {
            low = min(low, quotation.tokens.lowerBound)
            if clause < verb || quotation.tokens.upperBound > high {
                high = max(high, min(quotation.tokens.upperBound, verb > low ? verb : quotation.tokens.upperBound))
            }
        }
        if let quotation = page.quotation(around: high - 1),
            quotation.tokens.lowerBound <= range.lowerBound + 1 || quotation.tokens.lowerBound > range.lowerBound
        {
            if clause > verb { high = max(high, quotation.tokens.upperBound) }
        }
        return [trimmedContent(low..<max(low + 1, high))]
    }

    private func trimmedContent(_ range: Range<Int>) -> Range<Int> {
        let trimmed = page.trimmed(range)
        return trimmed.isEmpty ? range : trimmed
    }

    /// "Prices, he said, did not spike": the clause around a cue set into it, in two pieces.
    private func interposed(_ verb: Int) -> [Range<Int>]? {
        guard page.universal(verb) == .parataxis, let outer = page.head(verb), page.isPredicate(outer) || page.isNominal(outer) else {
            return nil
        }
        guard page.child(verb, .ccomp) == nil,
            page.child(verb, .obj) == nil || page.lexicon.isOfClass(page.lemma(page.child(verb, .obj)!), "person")
        else { return nil }
        let cue = page.extents[verb]
        let whole = page.extents[outer]
        var found: [Range<Int>] = []
        if whole.lowerBound < cue.lowerBound { found.append(extended(trimmedContent(whole.lowerBound..<cue.lowerBound))) }
        if cue.upperBound < whole.upperBound {
            let rest = trimmedContent(cue.upperBound..<whole.upperBound)
            // After a closed quotation and its cue a new clause is the outlet's own, unless it is quoted too.
            if found.isEmpty || !page.isQuoted(found[0]) || page.isQuoted(rest) { if rest.count > 1 { found.append(rest) } }
        }
        return found.isEmpty ? nil : found
    }

    /// A content that ends a quotation begun in an earlier sentence reaches back to its start.
    private func extended(_ range: Range<Int>) -> Range<Int> {
        guard let quotation = page.quotation(around: range.upperBound - 1) ?? page.quotation(around: range.lowerBound) else { return range }
        guard quotation.tokens.lowerBound < range.lowerBound else { return range }
        return quotation.tokens.lowerBound..<max(range.upperBound, min(quotation.tokens.upperBound, range.upperBound + 1))
    }

    /// A quotation that stands right before or after the cue's clause, where the tree joins them loosely.
    private func quoted(beside verb: Int) -> [Range<Int>]? {
        guard let subject = page.subject(verb), page.head(subject) == verb else { return nil }
        let low = min(page.extents[subject].lowerBound, page.verbGroup(verb).lowerBound)
        let high = max(page.extents[subject].upperBound, page.verbGroup(verb).upperBound)
        let sentence = page.sentenceTokens(verb)
        for quotation in page.quotations
        where quotation.tokens.upperBound > sentence.lowerBound && quotation.tokens.lowerBound < sentence.upperBound {
            if quotation.tokens.upperBound <= low, low - quotation.tokens.upperBound <= 1 { return [quotation.tokens] }
            if quotation.tokens.lowerBound >= high, quotation.tokens.lowerBound - high <= 2 { return [quotation.tokens] }
        }
        return nil
    }

    private func isQuotedWhole(_ head: Int) -> Bool { page.isQuoted(page.trimmed(page.extents[head])) }

    // MARK: Nouns and prepositions

    private func nounContent(_ noun: Int, within verb: Int) -> [Range<Int>]? {
        if let clause = page.child(noun, .acl) ?? page.child(noun, .ccomp) ?? page.child(verb, .ccomp),
            page.relation(clause) != .aclRelcl || page.subordinator(clause) == "that"
        {
            return [trimmedContent(page.extents[clause])]
        }
        return nil
    }

    private mutating func accordingTo(_ token: Int) {
        guard let source = page.head(token), page.isNominal(source), let clause = page.head(source) else { return }
        let cut = page.extents[source]
        let whole = page.clause(page.firstPredicate(above: clause))
        var pieces: [Range<Int>] = []
        if whole.lowerBound < cut.lowerBound { pieces.append(trimmedContent(whole.lowerBound..<cut.lowerBound)) }
        if cut.upperBound < whole.upperBound { pieces.append(trimmedContent(cut.upperBound..<whole.upperBound)) }
        pieces.removeAll { $0.count < 2 }
        guard !pieces.isEmpty else { return }
        let cueEnd = (page.children(token, .fixed).last ?? token) + 1
        emit(
            stance: .asserts, speakerHead: source, speakerRange: cueEnd..<cut.upperBound, cueRange: token..<cueEnd, content: pieces,
            token: token,
            rule: "cue:according to")
    }

    /// "Lavrov: We will answer." A short name, a colon, and what is said.
    private mutating func colon(_ sentence: Sentence) {
        let tokens = sentence.tokens
        guard let at = tokens.prefix(7).first(where: { page.word($0) == ":" }), at > tokens.lowerBound, at + 2 < tokens.upperBound else {
            return
        }
        let name = tokens.lowerBound..<at
        guard name.allSatisfy({ [.propn, .noun, .adj].contains(page.tokens[$0].upos) }) else { return }
        let top = page.topOf(name)
        guard page.mentions[top]?.candidates.contains(where: { $0.isPerson || $0.isStateName }) ?? false else { return }
        emit(
            stance: .asserts, speakerHead: top, speakerRange: name, cueRange: at..<at + 1,
            content: [trimmedContent(at + 1..<tokens.upperBound)], token: at,
            rule: "cue:colon")
    }

    // MARK: Making claims

    private mutating func add(cue: Cue, verb: Int, cueRange: Range<Int>, content: [Range<Int>]) {
        var stance = cue.stance
        switch page.modality(verb, skippingNegation: false) {
        case .actual: break
        case .negated:
            // Not to say is to decline; not to believe is to doubt; not to want is no speech.
            if ["think", "believe", "suppose", "accept", "agree"].contains(page.lemma(verb)) {
                stance = .doubts
            } else if ["asserts", "confirms", "declines", "asks"].contains(cue.stance.rawValue) {
                stance = .declines
            } else if cue.stance != .denies {
                return
            }
        default: return
        }
        if page.status(of: verb) == .possible || page.status(of: verb) == .planned { return }
        let speaker = page.subject(verb)
        emit(
            stance: stance, speakerHead: speaker, speakerRange: speaker.map { page.extents[$0] }, cueRange: cueRange, content: content,
            token: verb,
            rule: "cue:" + cue.lemma)
    }

    private mutating func emit(
        stance: Stance, speakerHead: Int?, speakerRange: Range<Int>?, cueRange: Range<Int>, content: [Range<Int>], token: Int, rule: String
    ) {
        guard let speakerHead, canSpeak(speakerHead), let first = content.first, let last = content.last else { return }
        let (speakers, via) = speakers(speakerHead)
        let whole = first.lowerBound..<max(first.upperBound, last.upperBound)
        let sentence = page.sentenceTokens(token)
        var span = min(cueRange.lowerBound, whole.lowerBound)..<max(cueRange.upperBound, whole.upperBound)
        if let speakerRange, page.sentenceTokens(speakerHead) == sentence {
            span = min(span.lowerBound, speakerRange.lowerBound)..<max(span.upperBound, speakerRange.upperBound)
        }
        span = span.clamped(to: sentence)
        for speaker in speakers {
            var claim = Claim(
                origin: page.origin(span, rule: rule, confidence: speaker == nil ? 0.6 : 0.85), speaker: speaker, stance: stance,
                direct: content.contains { piece in piece.contains { page.isQuote($0) || page.quotation(around: $0) != nil } })
            claim.via = via
            claim.speakerSpan = speakerRange.map { page.span(page.trimmed($0)) }
            claim.cueSpan = page.span(cueRange)
            claim.cue = page.string(cueRange)
            claim.contentSpan = page.span(whole)
            claim.contentPieces = content.count > 1 ? content.map { page.span($0) } : []
            claim.evidence = evidence(token)
            drafts.append(Draft(statement: .claim(claim), token: token, range: span, content: content))
        }
    }

    /// Whether a noun is somebody, or something that words stand in; anything else that "says" is a slip of the tree.
    private mutating func canSpeak(_ head: Int) -> Bool {
        if ["nobody", "none", "neither", "no-one"].contains(page.lower(head)) { return false }
        if page.tokens[head].upos == .pron || page.tokens[head].upos == .det {
            return page.lower(head) != "it" || !referents.resolve(head).isOpen
        }
        if let mention = page.mentions[head] { return !mention.candidates.allSatisfy(\.isPlace) }
        if page.tokens[head].upos == .propn { return true }
        let lemma = page.lemma(head).lowercased()
        if page.who.group(lemma) != nil || referents.titleOf(head) != nil { return true }
        if ["statement", "media", "organisation", "person", "party", "government", "diplomat"].contains(where: {
            page.belongs(head, to: $0)
        }) {
            return true
        }
        return !referents.resolve(head).isOpen || Self.sources.contains(lemma)
    }

    private static let sources: Set<String> = [
        "report", "study", "survey", "poll", "document", "letter", "paper", "text", "communique", "website", "source", "expert", "analyst",
        "observer", "critic", "people",
        "many", "some", "other", "man", "woman", "witness", "author", "scholar", "historian", "leader", "side", "country", "nation",
    ]

    /// The actors that speak, a spokesman's principal in his place; outlets among them are named as ways too.
    private mutating func speakers(_ head: Int) -> (actors: [Actor?], via: [String]) {
        var actors: [Actor?] = []
        var via: [String] = []
        for conjunct in page.conjuncts(head) {
            let name = page.mentions[conjunct] ?? page.child(conjunct, .appos).flatMap { page.mentions[$0] }
            if let outlet = name?.candidates.first(where: \.isOutlet), let known = page.who.outlet(outlet.id) {
                // An agency is the way by which the words came, not the one who says them.
                via.append(known.name)
                actors.append(nil)
                continue
            }
            if let spokesman = spokesman(conjunct) {
                actors.append(spokesman)
                continue
            }
            let resolution =
                conjunct == head && page.child(head, .conj) == nil ? referents.resolve(conjunct) : referents.single(conjunct, depth: 0)
            if resolution.isOpen {
                // "he" stays "he"; no speaker at all would mean the outlet.
                actors.append(Actor(code: nil, name: page.string(page.phrase(conjunct)), text: page.string(page.phrase(conjunct))))
            } else {
                actors += resolution.actors.prefix(6).map { Optional($0) }
            }
        }
        return (actors, via)
    }

    /// "Kremlin spokesman Dmitry Peskov", "a spokeswoman for the foreign ministry": the principal, with the spokesman as person.
    private mutating func spokesman(_ head: Int) -> Actor? {
        let title = page.exactChild(head, .nmodDesc) ?? page.child(head, .appos) ?? head
        guard referents.titleOf(title)?.office == "spokesperson" || referents.titleOf(head)?.office == "spokesperson" else { return nil }
        let carrier = referents.titleOf(head)?.office == "spokesperson" ? head : title
        let person = page.string(page.phrase(head))
        for child in page.all(carrier) + (carrier == head ? [] : page.all(head).filter { page.relation($0) == .nmodPoss }) {
            switch page.universal(child) {
            case .compound, .amod, .nmod, .obl: break
            default: continue
            }
            var principal = referents.resolve(child)
            if principal.isOpen, let code = referents.stateModifying(carrier) {
                principal = Resolution(
                    actors: [page.stateActor(code, sector: "GOV", text: page.string(page.phrase(child)))], isPublic: true)
            }
            if var actor = principal.actors.first {
                actor.person = person
                if actor.sector == nil { actor.sector = "GOV" }
                return actor
            }
        }
        return nil
    }

    /// What the clause offers as evidence: "citing satellite images", "according to documents".
    private func evidence(_ token: Int) -> String? {
        for clause in page.children(token, .advcl) where ["cite", "quote"].contains(page.lemma(clause)) {
            if let object = page.child(clause, .obj) { return page.string(page.trimmed(page.extents[object])) }
        }
        return nil
    }

    /// A claim whose cue stands inside what another says belongs to that one.
    private mutating func linkInner() {
        for index in drafts.indices {
            var inner: (Int, Int)?
            // Drafts stand in the order of their cues: what holds this one is near.
            for other in max(0, index - 24)..<min(drafts.count, index + 24)
            where other != index && drafts[other].token != drafts[index].token {
                guard let piece = drafts[other].content.first(where: { $0.contains(drafts[index].token) }) else { continue }
                if inner == nil || piece.count < inner!.1 { inner = (other, piece.count) }
            }
            if let inner { drafts[index].claims = [inner.0] }
        }
    }
}

extension Page {
    /// The predicate that a noun or verb belongs to.
    func firstPredicate(above token: Int) -> Int {
        var at = token
        for _ in 0..<6 {
            if isPredicate(at) { return at }
            guard let up = head(at) else { return at }
            at = up
        }
        return at
    }
}
