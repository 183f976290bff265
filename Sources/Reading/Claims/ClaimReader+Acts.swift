import CasusCore
import Language
import WhosWho

/// Where a word of speech is one of action.
extension ClaimReader {
    /// To reject a bill or a demand, or to welcome a guest, is to act; to reject a charge or welcome a vote is to speak.
    func isAct(on thing: Int, _ verb: Int, _ cue: Cue) -> Bool {
        if page.lemma(verb) == "welcome" { return isGuest(thing) }
        // "denies it", "denies any link": what has been said; but to deny somebody a visa is to act.
        if page.lemma(verb) == "deny" {
            return page.child(verb, .iobj) != nil || isGuest(thing) && page.tokens[thing].upos != .pron || isWithheld(thing, verb)
        }
        // To question somebody is to ask him; to question a figure is to doubt it.
        if cue.stance == .doubts { return isGuest(thing) && page.lemma(verb) == "question" }
        guard cue.stance == .denies else { return false }
        // "dismissed the ruling as political": what is called something is spoken of.
        if page.obliques(verb, "as").contains(where: { $0 > thing }) { return false }
        let lemma = page.lemma(thing).inLowerCase
        let isAsked = page.lexicon.cues[.noun, lemma]?.contains { [.demands, .asks].contains($0.stance) } ?? false
        return isAsked || page.isOne(thing, of: "offer") || !isSaying(thing)
    }

    /// "denied access to the port": a thing of which a row says that not to give it is another act than a denial.
    private func isWithheld(_ thing: Int, _ verb: Int) -> Bool {
        page.lexicon.frames[page.lemma(verb)]?.contains { frame in
            (frame.act.type != .reject || frame.act.mode != nil) && frame.object.choices.contains { page.isOne(thing, of: $0.name) }
        } ?? false
    }

    func isGuest(_ noun: Int) -> Bool {
        let lemma = page.lemma(noun).inLowerCase
        return page.tokens[noun].upos == .pron || page.mentions[noun] != nil || page.who.title(lemma) != nil || page.who.group(lemma) != nil
            || page.lexicon.isOfClass(lemma, "person")
    }

    /// "thanked them for sending doctors": the clause behind a preposition.
    func clause(behind preposition: String, of verb: Int) -> Int? {
        page.all(verb).first { clause in
            clause > verb && [.advcl, .xcomp].contains(page.universal(clause)) && page.isVerbal(clause) && page.tokens[clause].xpos == .vbg
                && page.subordinator(clause) == preposition
        }
    }
}
