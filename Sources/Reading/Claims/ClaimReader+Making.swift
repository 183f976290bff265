import CasusCore
import Language
import WhosWho

/// From spans to claims: stance, speakers, spokesmen, evidence.
extension ClaimReader {
    /// - Parameter speaker: who says it, where that is not the subject of the word of speech.
    mutating func add(cue: Cue, verb: Int, cueRange: Range<Int>, content: [Range<Int>], speaker: Int? = nil) {
        page.trace?.begin(.claim, verb, cue.source)
        // "the envoy continued" goes on speaking only where his words stand between quotation marks.
        if page.lexicon.isOfClass(cue.lemma, "going-on"), !content.contains(where: { page.isQuoted($0) }) {
            page.trace?.drop(.notSaid)
            return
        }
        var stance = cue.stance
        switch page.modality(verb, skippingNegation: false) {
        case .actual: break
        case .negated:
            // Not to say is to decline; not to believe is to doubt; not to want is no speech.
            if ["think", "believe", "suppose", "accept", "agree"].contains(page.lemma(verb)) {
                stance = .doubts
            } else if [.asserts, .confirms, .declines].contains(cue.stance), !page.lexicon.isOfClass(cue.lemma, "minding") {
                stance = .declines
            } else if cue.stance == .denies {
                // Not to deny, not to rule out, says neither yes nor no.
                stance = .declines
            } else {
                page.traceStatus(verb)
                page.trace?.drop(.notSaid)
                return
            }
            page.trace?.note(.stance, page.verbGroup(verb), "negated, “\(cue.lemma)” \(stance.rawValue)")
        // What the clause before was said to be is not what ", adding" is.
        case _ where isAddedToFact(verb): break
        default:
            page.traceStatus(verb)
            page.trace?.drop(.notSaid)
            return
        }
        // "declined to say", "is to say": said by nobody yet. A word that is negated itself has been dealt with above.
        let isSaid =
            switch page.status(of: verb) {
            case .possible, .planned: false
            case .negated, .denied: page.modality(verb, skippingNegation: false) == .negated
            case .actual, .alleged: true
            }
        // "Asked whether she would go, the minister said": who is asked says nothing by it.
        let isAdded = isAddedToFact(verb) || isBesideFact(verb)
        guard isSaid || isAdded, !isBareParticiple(verb), !isAsked(verb), !isForAnonymity(verb) else {
            page.trace?.drop(.notSaid)
            return
        }
        let speaker = speaker ?? purposeful(verb) ?? reporter(verb)
        guard !isJoint(verb, cue, by: speaker), !(speaker.map { isAnybody($0, of: verb) } ?? false) else {
            page.trace?.drop(.notSaid)
            return
        }
        let words = completed(cueRange, of: verb, before: content)
        emit(
            stance: stance, speakerHead: speaker, speakerRange: speaker.map { speakerRange($0, of: verb) }, cueRange: words,
            content: complete(content, of: verb, behind: words, as: cue), token: verb, rule: "cue:" + cue.lemma,
            states: states(verb, cue, content))
    }

    /// "blocked the road to demand pay": who has a purpose is who acts, where the noun in between is nobody who could.
    private mutating func purposeful(_ verb: Int) -> Int? {
        guard page.universal(verb) == .advcl, page.subordinator(verb) == "to", let main = page.head(verb), main < verb,
            let object = page.subject(verb), object != page.subject(main), !canSpeak(object)
        else { return nil }
        return page.subject(main)
    }

    /// A passive participle without a "by": whom it is said to is named, and not who says it.
    private func isBareParticiple(_ verb: Int) -> Bool {
        // "Labour accused of deceit": in a headline the one in front is accused.
        if page.lemma(verb) == "accuse", page.object(verb) == nil, !page.obliques(verb, "of").isEmpty { return true }
        guard page.tokens[verb].xpos == .vbn, page.universal(verb) == .advcl, page.child(verb, .aux) == nil,
            page.child(verb, .nsubj) == nil
        else { return false }
        return !page.all(verb).contains { page.marker($0) == "by" }
    }

    /// "asked not to be named": what is agreed with a reporter.
    private func isForAnonymity(_ verb: Int) -> Bool {
        guard let clause = page.child(verb, .xcomp) ?? page.child(verb, .advcl), page.subordinator(clause) == "to" else { return false }
        return page.modality(clause, skippingNegation: false) == .negated && ["name", "identify", "quote"].contains(page.lemma(clause))
    }

    /// "Does anyone think that it is over?" says of nobody that he does.
    private func isAsked(_ verb: Int) -> Bool {
        let sentence = page.sentenceTokens(verb)
        return page.universal(verb) == .root && page.tokens[sentence.lowerBound].upos == .aux && page.word(sentence.upperBound - 1) == "?"
    }

    mutating func emit(
        stance: Stance, speakerHead: Int?, speakerRange: Range<Int>?, cueRange: Range<Int>, content: [Range<Int>], token: Int, rule: String,
        states: Bool = false, isUnnamed: Bool = false
    ) {
        guard speakerHead.map({ states && canState($0) || canSpeak($0) }) ?? isUnnamed else {
            page.trace?.drop(.noSpeaker, speakerHead.map { page.string(page.phrase($0)) } ?? "")
            return
        }
        let speakerRange = speakerRange.map { words in speakerHead.map { unquoted(words, $0, content) } ?? words }
        let told = speakerRange.map { words in content.compactMap { outside($0, words) } } ?? content
        let own = told.flatMap { within($0, of: token, cueRange) }
        let content = own + continuation(of: own, after: token)
        guard let first = content.first, let last = content.last else {
            page.trace?.drop(.noContent)
            return
        }
        page.trace?.note(.cue, cueRange, "the words of speech")
        var (speakers, via): ([Actor?], [String]) = ([nil], [])
        if let speakerHead { (speakers, via) = sameAgency(speakerHead) ?? self.speakers(speakerHead) }
        if via.isEmpty, let agency = toldAgency(token) { via = [agency] }
        let whole = first.lowerBound..<max(first.upperBound, last.upperBound)
        let sentence = page.sentenceTokens(token)
        var span = min(cueRange.lowerBound, whole.lowerBound)..<max(cueRange.upperBound, whole.upperBound)
        if let speakerHead, let speakerRange, page.sentenceTokens(speakerHead) == sentence {
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
            drafts.append(
                Draft(statement: .claim(claim), token: token, range: span, content: content, trail: page.trace?.made()))
        }
    }

    /// "..., said the agency. “...”, it added": who spoke last is the agency, whatever else was named.
    private func sameAgency(_ head: Int) -> (actors: [Actor?], via: [String])? {
        guard page.lower(head) == "it", page.universal(head) == .nsubj, page.quotation(around: head) == nil else { return nil }
        for draft in drafts.reversed() where draft.token < head && page.quotation(around: draft.token) == nil {
            guard page.sentence(draft.token) != page.sentence(head) else { continue }
            guard page.sentence(head) - page.sentence(draft.token) <= 3, case .claim(let claim) = draft.statement else { return nil }
            // What stands between the two may only be what it says.
            guard claim.speaker == nil, !claim.via.isEmpty, claim.speakerSpan != nil,
                page.universal(draft.token) == .root || page.universal(draft.token) == .parataxis
            else { return nil }
            return ([nil], claim.via)
        }
        return nil
    }

    /// "told Reuters that": the agency is the way by which the words came.
    private func toldAgency(_ verb: Int) -> String? {
        guard page.lemma(verb) == "tell", page.isVerbal(verb), !page.isPassive(verb) else { return nil }
        for noun in page.all(verb) where noun > verb && [.obj, .iobj].contains(page.universal(noun)) {
            if let outlet = page.mentions[noun]?.candidates.first(where: \.isOutlet) { return page.who.outlet(outlet.id)?.name }
        }
        return nil
    }

    /// Whether a noun is somebody, or something that words stand in; anything else that "says" is a slip of the tree.
    mutating func canSpeak(_ head: Int) -> Bool {
        if ["nobody", "none", "neither", "no-one"].contains(page.lower(head)) { return false }
        if page.tokens[head].upos == .pron || page.tokens[head].upos == .det {
            return page.lower(head) != "it" || !referents.resolve(head).isOpen
        }
        if let mention = page.mentions[head] { return !mention.candidates.allSatisfy(\.isPlace) }
        if page.tokens[head].upos == .propn { return true }
        let lemma = page.lemma(head).inLowerCase
        if page.who.group(lemma) != nil || referents.titleOf(head) != nil { return true }
        if ["statement", "media", "organisation", "person", "party", "government", "diplomat", "source"].contains(where: {
            page.belongs(head, to: $0)
        }) {
            return true
        }
        return !referents.resolve(head).isOpen
    }

    /// The actors that speak, a spokesman's principal in his place; outlets among them are named as ways too.
    mutating func speakers(_ head: Int) -> (actors: [Actor?], via: [String]) {
        var actors: [Actor?] = []
        var via: [String] = []
        for conjunct in page.conjuncts(head) {
            let name = page.mentions[conjunct] ?? page.child(conjunct, .appos).flatMap { page.mentions[$0] } ?? agency(conjunct)
            if let outlet = name?.candidates.first(where: \.isOutlet), let known = page.who.outlet(outlet.id) {
                // An agency is the way by which the words came, not the one who says them.
                page.trace?.note(.speaker, page.phrase(conjunct), "an outlet, which passes on what it does not say itself")
                via.append(known.name)
                actors.append(nil)
                continue
            }
            if let spokesman = spokesman(conjunct) {
                page.trace?.note(.speaker, page.phrase(conjunct), "a spokesman; who speaks is \(spokesman.name)", heads: [conjunct])
                actors.append(spokesman)
                continue
            }
            let resolution =
                conjunct == head && page.child(head, .conj) == nil ? referents.resolve(conjunct) : referents.single(conjunct, depth: 0)
            page.trace?.note(
                .speaker, page.phrase(conjunct), resolution.isOpen ? "nobody known" : "the subject of the word of speech", heads: [conjunct]
            )
            if resolution.isOpen {
                // "he" stays "he"; no speaker at all would mean the outlet.
                let words = page.string(page.phrase(conjunct))
                actors.append(Actor(code: nil, name: referents.ownName(of: conjunct) ?? words, text: words))
            } else {
                actors += resolution.actors.prefix(6).map { Optional($0) }
            }
        }
        return (actors, via)
    }

    /// "the IRNA news agency": the outlet whose name stands in front of what it is.
    private func agency(_ noun: Int) -> NameMention? {
        guard
            ["agency", "television", "radio", "newspaper", "daily", "broadcaster", "channel", "website"].contains(
                page.lemma(noun).inLowerCase)
        else { return nil }
        return page.children(noun, .compound).lazy.compactMap { page.mentions[$0] }.first { $0.candidates.contains(where: \.isOutlet) }
    }

    /// "Kremlin spokesman Dmitry Peskov", "a spokeswoman for the foreign ministry": the principal, with the spokesman as person.
    mutating func spokesman(_ head: Int) -> Actor? {
        let title = page.exactChild(head, .nmodDesc) ?? page.child(head, .appos) ?? head
        guard referents.titleOf(title)?.office == "spokesperson" || referents.titleOf(head)?.office == "spokesperson" else { return nil }
        let carrier = referents.titleOf(head)?.office == "spokesperson" ? head : title
        let name = page.mentions[head].flatMap { mention in mention.candidates.contains(where: \.isPerson) ? mention.tokens : nil }
        let person =
            name.map { page.string($0) } ?? referents.bareName(head) ?? referents.ownName(of: carrier) ?? page.string(page.phrase(head))
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
                // "Foreign ministry spokeswoman Mao Ning": whose ministry it is, the one who is known by name says.
                if actor.code == nil, let code = name.flatMap({ _ in referents.resolve(head).actors.first?.code }) { actor.code = code }
                if actor.code == nil, let code = referents.stateOfSpokesman(child) {
                    actor = page.stateActor(code, sector: actor.sector ?? "GOV", name: actor.name, text: actor.text, person: person)
                }
                if actor.sector == nil { actor.sector = "GOV" }
                return actor
            }
        }
        return nil
    }

    /// What the clause offers as evidence: "citing satellite images", "according to documents".
    func evidence(_ token: Int) -> String? {
        for clause in page.children(token, .advcl) where ["cite", "quote"].contains(page.lemma(clause)) {
            if let object = page.child(clause, .obj) { return page.string(page.trimmed(page.extents[object])) }
        }
        return nil
    }

    /// A claim whose cue stands inside what another says belongs to that one.
    mutating func linkInner() {
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
        for index in drafts.indices { nameOwnVoice(index) }
    }

    /// "“We want peace,” said the minister": the "I" and "we" of a quotation are the one who is quoted.
    private mutating func nameOwnVoice(_ index: Int) {
        guard case .claim(var claim) = drafts[index].statement, let outer = drafts[index].claims.first,
            let text = claim.speaker?.text.lowercased(), text == "i" || text == "we", case .claim(let around) = drafts[outer].statement,
            var speaker = around.speaker, speaker.text.lowercased() != "they"
        else { return }
        speaker.text = claim.speaker?.text ?? speaker.text
        claim.speaker = speaker
        drafts[index].statement = .claim(claim)
    }
}
