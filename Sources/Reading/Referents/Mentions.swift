import CasusCore
import Language
import WhosWho

/// The known names in a document, and the persons that it introduces itself.
struct Mentions {
    private(set) var names: [NameMention] = []
    /// The mention that covers a token, by token.
    private var at = TokenMap()

    subscript(token: Int) -> NameMention? { at[token].map { names[$0] } }

    mutating func add(_ mention: NameMention) {
        at.set(mention.tokens, to: names.count)
        names.append(mention)
    }
}

/// A known name where it stands.
struct NameMention {
    var tokens: Range<Int>
    var candidates: [Candidate]
    /// The token that the rest of the sentence sees.
    var top: Int
}

/// Finds known names, and drops the readings that the text around them rules out.
struct NameFinder {
    let page: Page

    /// The tokens of known persons' full names, for the tagger.
    static func personNames(in text: Text, tokens: [Token], who: WhosWho) -> [Range<Int>] {
        let ranges = tokens.map { Int($0.start)..<Int($0.end) }
        var found: [Range<Int>] = []
        var token = 0
        while token < tokens.count {
            // A name begins with a capital; most words are passed over by their first byte.
            let first = text.bytes[ranges[token].lowerBound]
            guard first >= 0x80 || (first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")),
                let match = who.match(in: text, tokens: ranges, at: token)
            else {
                token += 1
                continue
            }
            if match.length > 1, match.candidates.contains(where: \.isPerson) { found.append(token..<token + match.length) }
            token += match.length
        }
        return found
    }

    /// What stands in a text as a name, whatever its trees say.
    static func names(on page: Page) -> [(tokens: Range<Int>, candidates: [Candidate])] {
        var names: [(tokens: Range<Int>, candidates: [Candidate])] = []
        let ranges = page.tokens.map { Int($0.start)..<Int($0.end) }
        for sentence in page.analysis.sentences {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard let match = page.who.match(in: page.document.text, tokens: ranges, at: token, until: sentence.tokens.upperBound)
                else {
                    token += 1
                    continue
                }
                // "The Australian prime minister": no newspaper, for the adjective goes on.
                let last = token + match.length - 1
                if match.length == 2, page.lower(token) == "the", page.universal(last) == .amod, (page.head(last) ?? last) > last {
                    token += 1
                    continue
                }
                let range = token..<(token + match.length)
                if let shared = sharing(
                    range, match.candidates, after: max(sentence.tokens.lowerBound, names.last?.tokens.upperBound ?? 0), on: page)
                {
                    names.append(shared)
                }
                names.append((range, match.candidates))
                token += match.length
            }
        }
        return names
    }

    func find(_ names: [(tokens: Range<Int>, candidates: [Candidate])]) -> Mentions {
        var mentions = Mentions()
        for name in names {
            let candidates = kept(name.candidates, tokens: name.tokens)
            if candidates.isEmpty { continue }
            mentions.add(NameMention(tokens: name.tokens, candidates: candidates, top: page.topOf(name.tokens)))
        }
        return mentions
    }

    private func kept(_ candidates: [Candidate], tokens: Range<Int>) -> [Candidate] {
        if tokens.count == 1 {
            let token = page.tokens[tokens.lowerBound]
            // A known name that the grammar takes for an everyday word is that word: "may", "us", "turkey".
            guard
                token.upos == .propn || token.upos == .adj || token.upos == .noun || token.upos == .sym || token.upos == .x
                    || token.upos == .pron && isNoPronoun(tokens.lowerBound)
            else { return [] }
            if token.upos == .noun, page.word(tokens.lowerBound).first?.isLowercase ?? true { return [] }
        }
        // "The Minister of Labour": a field of government, and no party.
        if tokens.count == 1, tokens.lowerBound > 1, page.lower(tokens.lowerBound - 1) == "of",
            isTitle(tokens.lowerBound - 2) || page.belongs(tokens.lowerBound - 2, to: "department"),
            candidates.contains(where: { $0.isOrganisation })
        {
            let home = candidates.compactMap { page.who.organisation($0.id) }
            if home.contains(where: { $0.sector == "PTY" }) { return [] }
        }
        let isPartOfName = isInsideLongerName(tokens)
        let other = page.who.isNamesake(page.bytes(tokens), in: page.document.text)
        let valid = candidates.filter { candidate in
            switch candidate.kind {
            case .state: return !isPartOfName && !other
            case .person: return !continuesName(tokens, candidate)
            case .organisation: return !isPartOfName && !isAnothers(tokens, candidate)
            default: return !isPartOfName
            }
        }
        // Without a date a text is read as of our time: readings that have ended give way.
        let day = page.document.published ?? Day(year: 2100, month: 1, day: 1)!
        let current = valid.filter { $0.isValid(on: day) }
        return current.isEmpty ? valid : current
    }

    /// "Ghana asked": at the head of a sentence a name that the grammar does not know may pass for a pronoun.
    private func isNoPronoun(_ token: Int) -> Bool {
        isCapitalised(token) && page.word(token).utf8.count > 3
    }

    /// "Paris Hilton", "George Washington": a name that the tree joins with other names.
    private func isInsideLongerName(_ tokens: Range<Int>) -> Bool {
        for token in tokens {
            for child in page.all(token) where page.universal(child) == .flat && !tokens.contains(child) { return isName(child) }
            if page.universal(token) == .flat, let head = page.head(token), !tokens.contains(head) { return isName(head) }
        }
        return false
    }

    /// "The English Democrats", "Nigeria's House of Representatives": a party or an organ with another state's name in front is not the one we
    /// know.
    private func isAnothers(_ tokens: Range<Int>, _ candidate: Candidate) -> Bool {
        guard tokens.lowerBound > page.sentenceTokens(tokens.lowerBound).lowerBound, isCapitalised(tokens.lowerBound),
            let known = page.who.organisation(candidate.id), let home = known.state, !home.isEmpty,
            case let isOrgan = ["LEG", "JUD", "GOV"].contains(known.sector), tokens.count == 1 || isOrgan
        else { return false }
        var before = tokens.lowerBound - 1
        let isOwner = ["'s", "’s"].contains(page.lower(before)) && before > page.sentenceTokens(tokens.lowerBound).lowerBound
        if isOwner, !isOrgan { return false }
        if isOwner { before -= 1 }
        let match = page.who.match(in: page.document.text, tokens: [Int(page.tokens[before].start)..<Int(page.tokens[before].end)], at: 0)
        let states = (match?.candidates ?? []).filter { isOwner ? $0.isState : $0.isAdjective }.map(\.id)
        return !states.isEmpty && !states.contains(home)
    }

    private func isName(_ token: Int) -> Bool { page.tokens[token].upos == .propn }

    private func isCapitalised(_ token: Int) -> Bool { page.word(token).first?.isUppercase ?? false }

    /// "Mr.", "Senator": a word that says what somebody is and is no part of the name.
    private func isTitle(_ token: Int) -> Bool {
        let word = page.lower(token)
        return page.who.title(word) != nil || word.hasSuffix(".") && page.who.title(String(word.dropLast())) != nil
    }

    /// Whether a word alone names a state or an organ: "Kremlin chief Putin", "Britain's Blair".
    private func isStateWord(_ token: Int) -> Bool {
        page.who.match(in: page.document.text, tokens: [Int(page.tokens[token].start)..<Int(page.tokens[token].end)], at: 0)?.candidates
            .contains { $0.isState || $0.isOrganisation } ?? false
    }

    /// "Jordan Peterson": a surname known to us that goes on as another's first name.
    private func continuesName(_ tokens: Range<Int>, _ candidate: Candidate) -> Bool {
        guard tokens.count == 1 else { return false }
        let token = tokens.lowerBound
        let sentence = page.sentenceTokens(token)
        // "Walter Smith", "Smith Barney": a name without its title in front, or one behind.
        if token > sentence.lowerBound, isName(token - 1), isCapitalised(token - 1), !isTitle(token - 1), !isStateWord(token - 1) {
            return true
        }
        if token + 1 < sentence.upperBound, isName(token + 1), isCapitalised(token + 1), page.universal(token + 1) == .flat { return true }
        for child in page.children(token, .flat) where child > token && isName(child) { return true }
        // "Michelle Obama": another first name before a surname; a title before it is none.
        if page.universal(token) == .flat, let head = page.head(token), isName(head), !isTitle(head) {
            return true
        }
        return false
    }

}
