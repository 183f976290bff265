import CasusCore
import Language
import WhosWho

/// Verbs that are speech, judgement or sport rather than an act.
extension EventReader {
    /// "declined to comment", "refused to say", "called him a friend": speech, not an act.
    func isSpeech(_ verb: Int) -> Bool {
        if isSport(verb) { return true }
        return switch page.lemma(verb) {
        // "refused a request for comment" refuses all the same.
        case "decline", "refuse":
            page.object(verb).map { page.lemma($0) == "comment" }
                ?? (page.child(verb, .xcomp) ?? page.infinitive(of: verb)).map {
                    !isAskedFor($0)
                        && page.lexicon.cues[.verb, page.lemma($0)]?.contains { $0.particle.isEmpty } ?? (page.lemma($0) == "comment")
                } ?? false
        // "called its envoy home" moves him.
        case "call":
            page.child(verb, .xcomp).map { !page.isVerbal($0) && page.tokens[$0].upos != .adv } ?? isNamed(verb)
                || isQuoted(behindObjectOf: verb)
        default: false
        }
    }

    /// "called him a friend"; but "called the Ethiopian President Sahle Work" has two objects by a slip of the tree.
    private func isNamed(_ verb: Int) -> Bool {
        let objects = page.children(verb, .obj)
        return objects.count > 1 && page.tokens[objects[objects.count - 1]].upos != .propn
    }

    /// "refused to recognise the court", "to testify", "to respond to a request": words that are more than talk.
    private func isAskedFor(_ verb: Int) -> Bool {
        page.isOne(verb, of: "asked-for") || page.isOne(verb, of: "assenting")
            || page.obliques(verb, "to").contains { page.isOne($0, of: "demand") }
    }

    /// "called him “my partner”": a quotation right behind the object says what somebody is called.
    private func isQuoted(behindObjectOf verb: Int) -> Bool {
        guard let object = page.object(verb), object > verb else { return false }
        let end = page.phrase(object).upperBound
        return page.quotations.contains { (0...1).contains($0.tokens.lowerBound - end) }
    }

    /// "The senator clashed with the mayor": of two persons it is words that clash.
    func isQuarrel(_ verb: Int, _ others: [Int]) -> Bool {
        guard let subject = page.subject(verb), isOneNamed(subject) else { return false }
        let against = others.filter { $0 != subject } + page.obliques(verb, "with")
        return !against.isEmpty && against.allSatisfy(isOneNamed)
    }

    private func isOneNamed(_ noun: Int) -> Bool {
        page.conjuncts(noun).count == 1 && (page.mentions[noun] == nil ? referents.isUnknownPerson(noun) : isNamedPerson(noun))
    }

    /// "will meet Argentina in the final": a clause that speaks of a game is no act of state.
    func isSport(_ verb: Int) -> Bool {
        page.all(verb).contains { noun in
            page.isNominal(noun)
                && ([noun] + page.children(noun, .nmod)).contains {
                    page.lexicon.isOfClass(page.lemma($0), "sport") && !isEarnest($0)
                } || page.isNominal(noun) && page.universal(noun) == .nsubj && isOfGames(noun)
        }
    }

    /// "The Football Association": a body whose name says that it is of games. Its supporters may march.
    private func isOfGames(_ body: Int) -> Bool {
        page.children(body, .compound).contains { word in
            page.lexicon.isOfClass(page.lower(word), "games")
                && page.who.group(page.lower(word) + " " + page.lemma(body).inLowerCase) == nil
        }
    }

    /// "The film tells how Rome attacked Carthage": what a work of art tells has not happened by that.
    func isFiction(_ verb: Int) -> Bool {
        guard page.universal(verb) == .ccomp, let teller = page.head(verb).flatMap({ page.subject($0) }) else { return false }
        return page.isOne(teller, of: "fiction")
    }

    /// "a rescue team", "war games", "a team of doctors", "the Arab League": a word of games that speaks of none.
    private func isEarnest(_ noun: Int) -> Bool {
        if let mention = page.mentions[noun], !mention.candidates.isEmpty { return true }
        return page.isOne(noun, of: "no-game")
            || page.children(noun, .nmod).contains { of in
                page.marker(of) == "of" && page.who.group(page.lemma(of)) != nil && !page.lexicon.isOfClass(page.lemma(of), "sport")
            }
    }

    /// "Described US policy as confrontational": to call somebody's affair by a word that condemns is to criticise it.
    mutating func judgement(_ verb: Int) -> Draft? {
        guard let subject = page.subject(verb), let (object, words) = page.judgement(by: verb), page.polarity(of: words) == .negative else {
            return nil
        }
        page.trace?.begin(.event, verb)
        page.trace?.note(.about, words, "words that condemn")
        let actor = referents.resolve(subject)
        page.trace?.note(.actor, page.phrase(subject), "the one who judges", heads: [subject])
        guard actor.isPublic, !actor.isOpen else { return dropped(actor.isOpen ? .noActor : .privateActor) }
        var recipient = referents.resolve(object)
        if recipient.isOpen { recipient = owners(of: object) }
        page.trace?.note(.recipient, page.phrase(object), "what is judged, or whose affair it is", heads: [object])
        recipient.actors.removeAll { one in actor.actors.contains { $0.isSame(as: one) } }
        // "called the raid a crime": an act may be condemned without a word on whose it was.
        let isPublicMatter = ["law", "sanction"].contains { page.belongs(object, to: $0) }
        guard
            !recipient.isOpen || page.lexicon.nouns[page.lemma(object)] != nil
                || isPublicMatter && actor.actors.contains(where: { $0.code != nil })
        else { return dropped(.noRecipient) }
        return draft(
            Act(type: .accuse, mode: "disapprove", cameo: "111"), token: verb, range: page.clause(verb), actors: actor.actors,
            recipients: recipient.actors, status: page.status(of: verb), rule: "judgement:" + page.lemma(verb))
    }
}
