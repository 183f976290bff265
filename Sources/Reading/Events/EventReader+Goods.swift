import CasusCore
import Language
import WhosWho

/// Money and goods: what help a sum is given as, whose goods a tariff is laid on, and which noun stands in a clause for the one behind it.
extension EventReader {
    /// "tariffs on electric cars from China", "duties on Chinese-made steel", "a ban on Japanese seafood": the state whose goods they are.
    mutating func origin(of things: [Int]) -> Resolution {
        for thing in things where page.mentions[thing] == nil {
            for child in page.all(thing) {
                switch page.universal(child) {
                case .nmod where page.marker(child) == "from":
                    let named = referents.resolve(child)
                    if named.isPublic, named.actors.contains(where: { $0.code != nil }) { return traced(named, thing) }
                case .amod where page.tokens[child].xpos == .vbn:
                    guard let name = page.all(child).first(where: { stateCode($0) != nil }), let code = stateCode(name) else { continue }
                    return traced(Resolution(actors: [page.stateActor(code, text: page.word(name))], isPublic: true), thing)
                default: continue
                }
            }
            let whose = owners(of: thing)
            if !whose.isOpen { return traced(whose, thing) }
        }
        return .open
    }

    private func traced(_ found: Resolution, _ thing: Int) -> Resolution {
        page.trace?.note(.recipient, page.phrase(thing), "the state whose goods or people they are", heads: [thing])
        return found
    }

    /// "pledged a billion in military aid", "froze 20 million dollars of food aid": a sum helps in the way of the help that it is given as.
    func asHelp(_ act: Act, _ verb: Int) -> Act {
        guard let cameo = act.cameo, ["07", "033", "162", "103"].contains(where: { cameo.hasPrefix($0) && cameo.count == $0.count + 1 }),
            let object = page.object(verb), page.isOne(object, of: "money"),
            let help = page.givenAs(object, verb).first(where: { isHelp($0) }),
            let row = page.lexicon.nouns[page.lemma(help)]?.first(where: {
                $0.act.type == .aid && !$0.modifier.isEmpty && isModified(help, by: $0.modifier)
            }), let kind = row.act.cameo?.last, kind != "0"
        else { return act }
        return Act(type: act.type, mode: act.mode, cameo: String(cameo.dropLast()) + String(kind))
    }

    private func isHelp(_ noun: Int) -> Bool { page.lexicon.nouns[page.lemma(noun)]?.contains { $0.act.type == .aid } ?? false }

    /// "announced a package of military aid", "two billion in military aid": the noun that stands in the clause for the one behind it.
    func carrier(of noun: Int) -> Int {
        guard isHelp(noun), let marker = page.marker(noun), marker == "of" || marker == "in", let up = page.head(noun), up < noun else {
            return noun
        }
        if page.universal(noun) == .nmod, page.isOne(up, of: "package") || page.isOne(up, of: "money") { return up }
        if marker == "in", page.universal(noun) == .obl, let object = page.object(up), object < noun, page.isOne(object, of: "money") {
            return object
        }
        return noun
    }
}

extension Page {
    /// What a sum is given as: "500 million euros in military aid".
    func givenAs(_ sum: Int, _ verb: Int) -> [Int] {
        (children(sum, .nmod) + children(verb, .obl)).filter { noun in
            guard noun > sum, let marker = marker(noun) else { return false }
            return marker == "in" || marker == "of" && head(noun) == sum
        }
    }
}
