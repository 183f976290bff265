import CasusCore
import Language
import WhosWho

/// Mends slips around one verb: what the parser took for a modifier of its object, a name in front of a word of speech, a day
/// in front of the subject.
struct VerbRepairs {
    let page: Page

    func edits() -> [Analysis.Edit] {
        participles() + particles() + attributions() + quotedSubjects() + pastTenses() + setInCues() + daysInFront() + infinitives()
            + ofPhrases() + passives()
    }

    /// "considering sending tanks", "denied having sent drones", "is alleged to have sent drones": a participle between a verb
    /// and a noun, taken for a modifier of the noun.
    private func participles() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for token in page.tokens.indices where page.universal(token) == .amod || page.universal(token) == .compound {
            let xpos = page.tokens[token].xpos
            guard xpos == .vbn || xpos == .vbg, let noun = page.head(token), noun > token, token > page.sentenceTokens(token).lowerBound
            else { continue }
            let before = token - 1
            let isPerfect = xpos == .vbn && ["have", "having", "has", "had"].contains(page.lower(before))
            let governor = isPerfect ? page.head(noun) ?? page.head(before) : page.isVerbal(before) ? before : nil
            guard let governor, governor < token, page.isVerbal(governor) || page.tokens[governor].upos == .adj,
                isPerfect || xpos == .vbg && takesClause(governor), page.head(noun) == governor || isPerfect
            else { continue }
            edits.append(Analysis.Edit(token: token, head: governor, relation: .xcomp, tags: Tags(.verb, xpos)))
            edits.append(Analysis.Edit(token: noun, head: token, relation: .obj))
            if isPerfect {
                edits.append(Analysis.Edit(token: before, head: token, relation: .aux))
                edits += page.all(before).filter { page.universal($0) == .mark }.map {
                    Analysis.Edit(token: $0, head: token, relation: .mark)
                }
                if before > 0, page.lower(before - 1) == "to" {
                    edits.append(Analysis.Edit(token: before - 1, head: token, relation: .mark))
                }
            }
        }
        return edits
    }

    /// "handed in their weapons": a particle of the verb that was taken for a preposition of its object, where a row asks for both; and
    /// "handed the suspect over to Britain": what was hung on the particle belongs to the verb.
    private func particles() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { token -> [Analysis.Edit] in
            guard let noun = page.head(token), token > 0 else { return [] }
            if page.relation(noun) == .compoundPrt, page.universal(token) == .obl, let verb = page.head(noun) {
                return [Analysis.Edit(token: token, head: verb, relation: .obl)]
            }
            // "handed the banker over to Athens": of two prepositions the first is the verb's.
            if page.universal(token) == .case, token + 1 < noun, page.universal(token + 1) == .case, page.head(token + 1) == noun,
                page.universal(noun) == .obl, let handing = page.head(noun), handing < token, page.isVerbal(handing),
                page.object(handing).map({ $0 < token }) ?? false,
                page.lexicon.frames[page.lemma(handing)]?.contains(where: { $0.particle == page.lower(token) }) ?? false
            {
                return [Analysis.Edit(token: token, head: handing, relation: .compoundPrt)]
            }
            let verb = token - 1
            guard page.universal(token) == .case, page.universal(noun) == .obl, page.head(noun) == verb, page.isVerbal(verb),
                page.child(verb, .obj) == nil, !page.isPassive(verb),
                page.lexicon.frames[page.lemma(verb)]?.contains(where: { frame in
                    frame.particle == page.lower(token)
                        && frame.object.choices.contains { page.lexicon.isOfClass(page.lemma(noun), $0.name) }
                }) ?? false
            else { return [] }
            return [
                Analysis.Edit(token: token, head: verb, relation: .compoundPrt), Analysis.Edit(token: noun, head: verb, relation: .obj),
            ]
        }
    }

    /// "threatened to attack Estonia": an infinitive taken for a noun behind "to".
    private func infinitives() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { token -> [Analysis.Edit] in
            guard page.tokens[token].upos == .noun, page.lexicon.frames[page.lemma(token)] != nil,
                token - 2 >= page.sentenceTokens(token).lowerBound,
                page.lower(token - 1) == "to", page.head(token - 1) == token, page.isVerbal(token - 2), takesClause(token - 2),
                let object = page.all(token).first(where: {
                    $0 > token && page.isNominal($0) && page.marker($0) == nil && page.child($0, .case) == nil
                })
            else { return [] }
            return [
                Analysis.Edit(token: token, head: token - 2, relation: .xcomp, tags: Tags(.verb, .vb)),
                Analysis.Edit(token: token - 1, head: token, relation: .mark), Analysis.Edit(token: object, head: token, relation: .obj),
            ]
        }
    }

    /// "Thirty villagers were massacred": a participle of force that was taken for an adjective.
    private func passives() -> [Analysis.Edit] {
        page.tokens.indices.flatMap { token -> [Analysis.Edit] in
            guard page.tokens[token].xpos == .jj, let be = page.child(token, .cop), let subject = page.exactChild(token, .nsubj),
                let verb = Self.verbs(ofParticiple: page.lower(token)).first(where: { verb in
                    page.lexicon.frames[verb]?.contains { $0.act.type == .assault || $0.act.type == .coerce } ?? false
                })
            else { return [] }
            return [
                Analysis.Edit(
                    token: token, head: page.head(token) ?? -1, relation: page.relation(token), tags: Tags(.verb, .vbn), lemma: verb),
                Analysis.Edit(token: be, head: token, relation: .auxPass),
                Analysis.Edit(token: subject, head: token, relation: .nsubjPass),
            ]
        }
    }

    /// The verbs whose regular participle a word may be.
    private static func verbs(ofParticiple word: String) -> [String] {
        guard word.hasSuffix("ed"), word.count > 4 else { return [] }
        let stem = String(word.dropLast(2))
        return [stem, stem + "e"] + (stem.hasSuffix("i") ? [stem.dropLast() + "y"] : [])
            + (stem.last == stem.dropLast().last ? [String(stem.dropLast())] : [])
    }

    /// "the prospect of an attack": a phrase with "of" right behind a noun belongs to the noun.
    private func ofPhrases() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { of in
            guard page.lower(of) == "of", page.universal(of) == .case, let noun = page.head(of), page.universal(noun) == .obl,
                let verb = page.head(noun),
                page.isVerbal(verb), of - 1 > verb, page.tokens[of - 1].upos == .noun
            else { return nil }
            let whole = page.topOf(page.phrase(of - 1))
            return whole == noun ? nil : Analysis.Edit(token: noun, head: whole, relation: .nmod)
        }
    }

    private func takesClause(_ verb: Int) -> Bool {
        page.lexicon.embeddings[.verb, page.lemma(verb)]?.contains { $0.position.contains("comp") } ?? false
    }

    /// "... useful,” Sergei Lavrov said": a name between a comma or a closed quotation and a word of speech says it.
    private func attributions() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for name in page.mentions.names
        where name.candidates.contains(where: { $0.isPerson || $0.isStateName || $0.isOrganisation || $0.isOutlet }) {
            let verb = name.tokens.upperBound
            let sentence = page.sentenceTokens(name.top)
            guard verb < sentence.upperBound, page.isVerbal(verb), page.lexicon.cues[.verb, page.lemma(verb)] != nil,
                page.child(verb, .nsubj) == nil,
                [.vbd, .vbz, .vbp].contains(page.tokens[verb].xpos)
            else { continue }
            let before = page.apposition(before: name.tokens.lowerBound) - 1
            guard before >= sentence.lowerBound, page.word(before) == "," || page.isQuote(before) else { continue }
            let first = name.tokens.lowerBound
            edits += name.tokens.dropFirst().map { Analysis.Edit(token: $0, head: first, relation: .flat, tags: Tags(.propn, .nnp)) }
            edits.append(Analysis.Edit(token: first, head: verb, relation: .nsubj, tags: Tags(.propn, .nnp)))
        }
        return edits
    }

    /// "“The talks,” Lavrov said, “were useful.”": of two subjects of a word of speech the one that is quoted is that of the clause behind.
    private func quotedSubjects() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { verb in
            guard page.isVerbal(verb), [.vbd, .vbz, .vbp].contains(page.tokens[verb].xpos),
                page.lexicon.cues[.verb, page.lemma(verb)] != nil, verb > page.sentenceTokens(verb).lowerBound + 3,
                let clause = page.child(verb, .ccomp), clause > verb, page.child(clause, .nsubj) == nil,
                let mark = (page.sentenceTokens(verb).lowerBound..<verb).last(where: page.isQuote),
                let first = page.all(verb).first(where: { page.universal($0) == .nsubj }), first < mark,
                page.quotation(around: first).map({ $0.tokens.upperBound == mark + 1 }) ?? false,
                page.all(verb).contains(where: { page.universal($0) == .nsubj && $0 > mark })
                    || page.mentions.names.contains(where: { $0.tokens.upperBound == verb && $0.tokens.lowerBound == mark + 1 })
            else { return nil }
            return Analysis.Edit(token: first, head: clause, relation: .nsubj)
        }
    }

    /// "urged Riga to wait and called on Oslo to help": a past tense is no second part of an infinitive, but of the verb above it.
    private func pastTenses() -> [Analysis.Edit] {
        page.tokens.indices.compactMap { verb in
            guard page.universal(verb) == .conj, [.vbd, .vbn].contains(page.tokens[verb].xpos), page.tokens[verb].upos == .verb,
                let first = page.head(verb), first < verb, page.tokens[first].xpos == .vb, page.subordinator(first) == "to",
                [.xcomp, .advcl].contains(page.universal(first)), page.tokens[verb - 1].upos == .cconj,
                let above = page.head(first), above < first, page.tokens[above].xpos == .vbd, page.quotation(around: verb) == nil,
                !page.all(verb).contains(where: { [.aux, .nsubj, .cop].contains(page.universal($0)) })
            else { return nil }
            return Analysis.Edit(token: verb, head: above, relation: .conj, tags: Tags(.verb, .vbd))
        }
    }

    /// "The minister, officials said, has become doubtful": a word of speech set between a subject and its verb is no relative clause of the
    /// one and no verb of the other.
    private func setInCues() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for verb in page.tokens.indices where [.vbd, .vbz, .vbp].contains(page.tokens[verb].xpos) && page.isVerbal(verb) {
            let sentence = page.sentenceTokens(verb)
            // "which officials said had been closed": the clause behind is what is said, and not another one about the noun.
            if verb + 1 < sentence.upperBound, page.relation(verb) == .aclRelcl, page.lexicon.cues[.verb, page.lemma(verb)] != nil,
                let inner = page.tokens[verb + 1].upos == .aux ? page.head(verb + 1) : nil, inner > verb, page.relation(inner) == .aclRelcl,
                page.head(inner) == page.head(verb)
            {
                edits.append(Analysis.Edit(token: inner, head: verb, relation: .ccomp))
                continue
            }
            let next = verb + 2
            guard next < sentence.upperBound, page.word(verb + 1) == ",", page.lexicon.cues[.verb, page.lemma(verb)] != nil,
                verb > sentence.lowerBound + 2, page.tokens[verb - 1].upos.isNominal,
                let comma = (max(sentence.lowerBound, verb - 7)..<verb).last(where: { page.word($0) == "," }), comma > sentence.lowerBound,
                (comma + 1..<verb).allSatisfy({ [.det, .adj, .noun, .propn, .pron, .num].contains(page.tokens[$0].upos) }),
                !page.isRelative(comma + 1), page.tokens[comma - 1].upos.isNominal
            else { continue }
            let isAux = page.tokens[next].upos == .aux
            guard let main = isAux ? page.head(next) : [.vbd, .vbz, .vbp].contains(page.tokens[next].xpos) ? next : nil, main >= next,
                main < sentence.upperBound, main != verb
            else { continue }
            let (outer, inner) = (page.phrase(comma - 1), page.phrase(verb - 1))
            let subject = page.topOf(outer)
            // What stands in front of both has to be a subject, and nothing but it.
            guard outer.lowerBound == sentence.lowerBound, page.child(subject, .case) == nil, inner.lowerBound > comma,
                !hangs(main, under: subject)
            else { continue }
            edits.append(Analysis.Edit(token: page.topOf(inner), head: verb, relation: .nsubj))
            edits.append(Analysis.Edit(token: subject, head: main, relation: .nsubj))
            if hangs(main, under: verb) || page.head(verb) == nil {
                edits.append(Analysis.Edit(token: main, head: verb, relation: .ccomp))
            } else {
                edits.append(Analysis.Edit(token: verb, head: main, relation: .parataxis))
            }
        }
        return edits
    }

    private func hangs(_ token: Int, under other: Int) -> Bool {
        var at = page.head(token)
        while let up = at {
            if up == other { return true }
            at = page.head(up)
        }
        return false
    }

    /// "On Wednesday Poland sent tanks": the day takes the preposition, the name behind it is the subject.
    private func daysInFront() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for name in page.mentions.names where page.universal(name.top) == .obl {
            let day = name.tokens.lowerBound - 1
            let sentence = page.sentenceTokens(name.top)
            guard day - 1 >= sentence.lowerBound, Self.days.contains(page.word(day)), page.universal(day - 1) == .case,
                let verb = page.head(name.top),
                page.isVerbal(verb), verb >= name.tokens.upperBound, page.child(verb, .nsubj) == nil
            else { continue }
            edits.append(Analysis.Edit(token: day, head: verb, relation: .obl))
            edits.append(Analysis.Edit(token: day - 1, head: day, relation: .case))
            edits.append(Analysis.Edit(token: name.top, head: verb, relation: .nsubj))
        }
        return edits
    }

    private static let days: Set<String> = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May",
        "June",
        "July", "August", "September", "October", "November", "December",
    ]
}
