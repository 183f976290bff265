import CasusCore
import Language
import WhosWho

/// What a government, a firm or a club settles with people of its own: no instrument of states.
extension AgreementReader {
    /// "The government and the teachers' union reached an agreement", "signed a deal with the striker": whether one of those who
    /// sign is neither a state nor an armed group.
    mutating func isDomestic(_ token: Int, _ word: Int?) -> Bool {
        for holder in [token] + (word.map { [$0] } ?? []) {
            var sides = page.all(holder).filter { child in
                [.obl, .nmod].contains(page.universal(child)) && ["with", "between", "by", "among"].contains(page.marker(child) ?? "")
            }
            if page.isVerbal(holder), let subject = page.subject(holder), subject != token { sides.append(subject) }
            if sides.contains(where: { page.conjuncts($0).contains { isPrivate($0) } }) { return true }
        }
        return false
    }

    private mutating func isPrivate(_ noun: Int) -> Bool {
        if page.lexicon.isOfClass(page.lemma(noun), "sport") { return true }
        if page.tokens[noun].upos == .noun, let group = page.who.group(page.lemma(noun).inLowerCase) {
            return Self.privateSectors.contains(group.sector)
        }
        let one = referents.single(noun, depth: 0)
        return !one.isOpen && one.actors.allSatisfy { Self.privateSectors.contains($0.sector ?? "") }
    }

    private static let privateSectors: Set<String> = ["CVL", "BUS", "PTY", "OPP", "LAB", "EDU", "MED", "JRN", "SOC", "AGR"]
}
