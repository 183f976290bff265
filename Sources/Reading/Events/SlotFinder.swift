import CasusCore
import Language
import WhosWho

/// Finds the nouns in the places that a row of the lexicon names.
extension Page {
    /// The heads that stand at a position of a verb.
    func heads(at place: Slot.Place, of verb: Int) -> [Int] {
        let found: [Int]
        switch place.position {
        case "subj": found = [subject(verb)].compactMap { $0 }
        // "A ship with flour docked": what the subject carries.
        case "subj.load": found = subject(verb).map { loads(of: $0) } ?? []
        // "asked the people for support": who alone is acted on stands as the one to whom it is done.
        case "obj": found = [object(verb) ?? child(verb, .iobj) ?? raised(verb)].compactMap { $0 }
        case "iobj": found = [indirectObject(verb)].compactMap { $0 }
        // "gave the envoy two days to leave": what the time is for hangs on the time.
        case "comp": found = [complement(verb) ?? timeFor(verb)].compactMap { $0 }
        case "ccomp": found = [child(verb, .ccomp)].compactMap { $0 }
        // "promised to come", not "was called a friend" or "made clear".
        case "xcomp": found = [child(verb, .xcomp)].compactMap { $0 }.filter { isVerbal($0) || child($0, .cop) != nil }
        case "obj.poss": found = object(verb).map { owners(of: $0) } ?? []
        case "obj.of":
            found = object(verb).map { object in isDoneTo(object) ? [] : children(object, .nmod).filter { marker($0) == "of" } } ?? []
        default:
            let own = obliques(verb, place.position)
            // "warned Athens against widening its waters": the clause behind the word stands there too.
            let clause = own.isEmpty ? complement(verb).flatMap { subordinator($0) == place.position ? $0 : nil } : nil
            found = own + (clause.map { [$0] } ?? [])
        }
        guard let wanted = place.ofClass, wanted != "any" else { return found }
        return found.filter { belongs($0, to: wanted) }
    }

    /// The heads that stand at a position of a noun.
    func nounHeads(at place: Slot.Place, of noun: Int) -> [Int] {
        switch place.position {
        case "poss": return [exactChild(noun, .nmodPoss)].compactMap { $0 }
        case "adj":
            return all(noun).compactMap { child in
                guard universal(child) == .amod || universal(child) == .compound else { return nil }
                // "A Saudi-led strike" is one of those who lead it.
                let name = lemma(child) == "lead" && tokens[child].xpos == .vbn ? all(child).first { mentions[$0] != nil } ?? child : child
                return mentions[name]?.candidates.contains(where: \.isState) ?? false ? name : nil
            }
        case "comp": return children(noun, .acl)
        case "between" where child(noun, .acl).map({ lemma($0) == "involve" }) ?? false:
            return child(child(noun, .acl)!, .obj).map { [$0] } ?? []
        default:
            let own = all(noun).filter { [.nmod, .obl].contains(universal($0)) && marker($0) == place.position && !isVerbal(noun) }
            // "support and solidarity with": what hangs on the last of two nouns belongs to both.
            if own.isEmpty, let last = children(noun, .conj).last(where: { isNominal($0) }) {
                let shared = children(last, .nmod).filter { marker($0) == place.position }
                if !shared.isEmpty { return shared }
            }
            // "a loan of two billion dollars from the fund": the sum may carry what belongs to what it is the sum of.
            if own.isEmpty, let sum = children(noun, .nmod).first(where: { marker($0) == "of" && isOne($0, of: "money") }) {
                let carried = children(sum, .nmod).filter { marker($0) == place.position }
                if !carried.isEmpty { return carried }
            }
            return own
                + (universal(noun) == .obj || relation(noun) == .nsubjPass
                    ? head(noun).map { verb in children(verb, .obl).filter { marker($0) == place.position && $0 > noun } } ?? [] : [])
        }
    }

    /// "helped the villagers return": who is helped stands as the subject of what he is helped to do.
    private func raised(_ verb: Int) -> Int? {
        guard let clause = child(verb, .xcomp), clause > verb, subordinator(clause) == nil, child(clause, .cop) == nil,
            lexicon.control[lemma(verb)] != nil
        else { return nil }
        return exactChild(clause, .nsubj)
    }

    private func timeFor(_ verb: Int) -> Int? {
        guard let time = object(verb), lexicon.isOfClass(lemma(time), "hours") else { return nil }
        return children(time, .acl).first { subordinator($0) == "to" }
    }

    /// "declined directly to say": the infinitive that hangs loosely on a verb.
    func infinitive(of verb: Int) -> Int? {
        children(verb, .advcl).first { $0 > verb && isVerbal($0) && subordinator($0) == "to" }
    }

    /// "gave Kim a car": the bare noun between the verb and its object, whatever the tree calls it.
    private func indirectObject(_ verb: Int) -> Int? {
        if let marked = child(verb, .iobj) { return marked }
        guard !isPassive(verb), let object = object(verb) else { return nil }
        // "sell Taiwan destroyers", "gave Mali jets": a state's name, not its adjective, in front of what is given.
        if ["sell", "give", "send", "lend", "grant", "offer", "deny", "hand"].contains(lemma(verb)), obliques(verb, "to").isEmpty,
            let name = child(object, .compound), name > verb, lower(name).count > 2, let mention = mentions[name],
            mention.tokens.upperBound <= object, mention.tokens.lowerBound == verb + 1,
            mention.candidates.contains(where: \.isState), !mention.candidates.contains(where: { $0.isAdjective || $0.isInhabitant })
        {
            return name
        }
        return all(verb).first { token in
            token > verb && token < object && isNominal(token) && marker(token) == nil
                && (universal(token) == .obj || universal(token) == .obl)
        }
    }

    /// Possessor, adjective or compound of a state: "Iraq's airspace", "US policy".
    private func owners(of noun: Int) -> [Int] {
        let isDone = isDoneTo(noun)
        return all(noun).filter {
            relation($0) == .nmodPoss
                || (universal($0) == .amod || universal($0) == .compound && !isWhereFought($0, noun))
                    && mentions[$0]?.candidates.contains(where: \.isState) ?? false
                || (universal($0) == .nmod && marker($0) == "of" && !isDone)
        }
    }

    /// "The Iraq war": the state in front is where it is fought; "the US war" is another's.
    func isWhereFought(_ name: Int, _ noun: Int) -> Bool {
        universal(name) == .compound && ["war", "invasion", "occupation", "conflict"].contains(lemma(noun))
            && !(mentions[name]?.candidates.contains { $0.isAdjective } ?? false)
            && !["us", "uk", "u.s."].contains(lower(name))
    }

    /// "The invasion of Iraq": an act whose name behind "of" is the one it is done to, not the one who does it.
    func isDoneTo(_ noun: Int) -> Bool {
        lexicon.nouns[lemma(noun)]?.contains { row in
            func has(_ slot: Slot) -> Bool { slot.alternatives.joined().contains { $0.position == "of" } }
            return row.act.type == .assault && has(row.recipient) && !has(row.actor)
        } ?? false
    }

    /// Whether a noun, or one coordinated with it, is of a class of the lexicon.
    func belongs(_ token: Int, to name: String) -> Bool {
        isOne(token, of: name) || analysis.children(of: token).contains { universal($0) == .conj && isOne($0, of: name) }
    }

    /// The classes of a word, looked up once however many rows ask for them.
    private func classes(of noun: Int) -> ClassesOfWords.Entry {
        if let known = classesOfWords.entries[noun] { return known }
        let word = lemma(noun).inLowerCase
        var all = lexicon.classes[word] ?? []
        let isAmount = all.contains("amount")
        // A plural that the tagger took for a singular keeps its s.
        if word.hasSuffix("s"), let plural = lexicon.classes[String(word.dropLast())] { all.formUnion(plural) }
        // "tear gas", "martial law": classes hold modifier and noun too.
        if noun > 0, head(noun - 1) == noun, let pair = lexicon.classes[lower(noun - 1) + " " + word] { all.formUnion(pair) }
        // "cease-fire", "sit-in", where the tree has three words.
        if noun > 1, self.word(noun - 1) == "-", let joined = lexicon.classes[lower(noun - 2) + "-" + word] { all.formUnion(joined) }
        let entry = ClassesOfWords.Entry(all: all, isAmount: isAmount)
        classesOfWords.entries[noun] = entry
        return entry
    }

    /// Whether a noun itself is of a class of the lexicon.
    func isOne(_ noun: Int, of name: String) -> Bool {
        let own = classes(of: noun)
        if own.all.contains(name) { return true }
        // "some of its troops", "a shipment of ventilators"
        if own.isAmount, let of = children(noun, .nmod).first(where: { marker($0) == "of" }), belongs(of, to: name) { return true }
        switch name {
        case "organisation": return isUnion(noun)
        case "state": return mentions[noun]?.candidates.contains { $0.isState || $0.isPlace } ?? false
        case "crowd": return [.nns, .nnps].contains(tokens[noun].xpos) && mentions[noun]?.candidates.contains { $0.isInhabitant } ?? false
        case "person":
            return mentions[noun]?.candidates.contains { $0.isPerson }
                ?? (tokens[noun].upos == .pron && !lower(noun).hasSuffix("self") && !lower(noun).hasSuffix("selves"))
        default: return false
        }
    }

    /// Whether a name is that of an organisation of states.
    private func isUnion(_ noun: Int) -> Bool {
        mentions[noun]?.candidates.contains { candidate in
            candidate.isOrganisation && (who.organisation(candidate.id).map { ["igo", "alliance", "court"].contains($0.kind) } ?? false)
        } ?? false
    }

    /// "some of its troops": what an amount is of.
    func measured(_ noun: Int) -> [Int] {
        lexicon.isOfClass(lemma(noun), "amount") ? children(noun, .nmod).filter { marker($0) == "of" } : []
    }
}
