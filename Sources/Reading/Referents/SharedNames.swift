import CasusCore
import Language
import WhosWho

/// Two states that share a word: "North and South Korea", "East and West German", "the two Koreas".
extension NameFinder {
    /// The name whose first word alone stands in front of another's: "North" of "North and South Korea".
    ///
    /// - Parameters:
    ///   - name: a known name of a state, of two words or more.
    ///   - start: the first token that is free.
    static func sharing(
        _ name: Range<Int>, _ candidates: [Candidate], after start: Int, on page: Page
    ) -> (tokens: Range<Int>, candidates: [Candidate])? {
        let first = name.lowerBound - 2
        guard name.count > 1, first >= start, candidates.contains(where: \.isState), page.tokens[first + 1].upos == .cconj,
            page.word(first).first?.isUppercase ?? false
        else { return nil }
        let whole = ([page.word(first)] + name.dropFirst().map { page.word($0) }).joined(separator: " ")
        let found = page.who.candidates(typed: whole).filter(\.isState)
        return found.isEmpty ? nil : (first..<first + 1, found)
    }
}

extension Repairs {
    /// "North and South Korea": the word that stands for a whole name is coordinated with the other name, whatever hangs on which.
    func sharedNames() -> [Analysis.Edit] {
        var edits: [Analysis.Edit] = []
        for (short, long) in zip(page.mentions.names, page.mentions.names.dropFirst()) {
            let first = short.tokens.lowerBound
            guard short.tokens.count == 1, long.tokens.count > 1, long.tokens.lowerBound == first + 2,
                page.tokens[first + 1].upos == .cconj, short.candidates.allSatisfy(\.isState), isShared(first, long)
            else { continue }
            let inside = first..<long.tokens.upperBound
            let last = inside.upperBound - 1
            guard let outer = inside.first(where: { token in page.head(token).map { !inside.contains($0) } ?? true }) else { continue }
            edits.append(Analysis.Edit(token: first, head: page.head(outer) ?? -1, relation: page.relation(outer)))
            edits.append(Analysis.Edit(token: first + 1, head: last, relation: .cc))
            edits += (first + 2..<last).map { Analysis.Edit(token: $0, head: last, relation: .compound) }
            edits.append(Analysis.Edit(token: last, head: first, relation: .conj))
            for token in inside where token != first {
                edits += page.all(token).filter { !inside.contains($0) }.map {
                    Analysis.Edit(token: $0, head: first, relation: page.relation($0))
                }
            }
        }
        return edits
    }

    /// Whether a word is a name only with the last words of the name behind it.
    private func isShared(_ token: Int, _ long: NameMention) -> Bool {
        let whole = ([page.word(token)] + long.tokens.dropFirst().map { page.word($0) }).joined(separator: " ")
        let states = Set(short(token).map(\.id))
        return !states.isEmpty && states == Set(page.who.candidates(typed: whole).filter(\.isState).map(\.id))
            && page.who.candidates(typed: page.word(token)).filter(\.isState).isEmpty
    }

    private func short(_ token: Int) -> [Candidate] { page.mentions[token]?.candidates ?? [] }
}

extension Referents {
    /// "The two Koreas", "both Yemens": all the states that share a name in the plural.
    func sharers(_ token: Int, _ readings: [Candidate], text: String) -> Resolution? {
        guard page.tokens[token].xpos == .nnps || page.tokens[token].xpos == .nns,
            page.all(token).contains(where: { ["two", "both"].contains(page.lower($0)) })
        else { return nil }
        let codes = ordered(readings.filter(\.isStateName).map(\.id))
        guard codes.count == 2 else { return nil }
        return Resolution(actors: codes.map { page.stateActor($0, text: text) }, isPublic: true)
    }

    /// "The South retaliated", "rounds into the north": one of two states whose names differ by that word, where the text has named one of
    /// them before, or the other.
    func half(_ token: Int) -> Resolution? {
        let word = page.lower(token)
        guard Self.halves.contains(word), page.children(token, .nmod).isEmpty, page.children(token, .amod).isEmpty,
            page.children(token, .det).contains(where: { page.lower($0) == "the" })
        else { return nil }
        var found: Set<String> = []
        for mention in page.mentions.names where mention.top < token && mention.tokens.count > 1 {
            guard mention.candidates.contains(where: { $0.isState && $0.isStateName }),
                Self.halves.contains(page.lower(mention.tokens.lowerBound))
            else { continue }
            let rest = mention.tokens.dropFirst().map { page.word($0) }.joined(separator: " ")
            // The other half must be a state too: "South Sudan" is of no pair.
            let pair = Self.halves.flatMap { half in page.who.candidates(typed: half + " " + rest).filter(\.isState).map { (half, $0.id) } }
            guard Set(pair.map(\.1)).count == 2, let own = pair.first(where: { $0.0 == word }) else { continue }
            found.insert(own.1)
        }
        guard found.count == 1, let code = found.first else { return nil }
        page.trace?.name(token, "one of two states of which the text has named one: \(code)")
        return Resolution(actors: [page.stateActor(code, text: page.string(page.phrase(token)))], isPublic: true)
    }

    private static let halves: Set<String> = ["north", "south", "east", "west"]
}
