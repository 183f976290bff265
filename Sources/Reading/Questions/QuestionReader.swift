import CasusCore
import Language
import WhosWho

/// Reads what a text leaves open: questions it raises, and what it calls unknown or unspecified.
struct QuestionReader {
    let page: Page
    var referents: Referents
    private(set) var drafts: [Draft] = []

    init(page: Page, referents: Referents) {
        self.page = page
        self.referents = referents
    }

    mutating func read() {
        for sentence in page.analysis.sentences { opening(sentence) }
        for token in page.tokens.indices {
            if page.universal(token) == .mark || page.universal(token) == .advmod || page.tokens[token].xpos == .wp
                || page.tokens[token].xpos == .wdt || page.tokens[token].xpos == .wrb
            {
                indirect(token)
            }
            if page.tokens[token].upos == .noun { topic(token) }
            unspecified(token)
        }
        for sentence in page.analysis.sentences { direct(sentence) }
        drafts.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// "whether the pact covers ...", "unclear what was given".
    private mutating func indirect(_ word: Int) {
        let text = page.lower(word)
        let isWhether = text == "whether"
        guard isWhether || Self.interrogatives.contains(text), let clause = clauseOpened(by: word) else { return }
        var governor = page.exactChild(clause, .nsubjOuter)
        var at = clause
        // "The question is whether ...": the clause stands above what it is said of.
        for _ in 0..<4 where governor == nil || at != clause {
            guard let up = page.head(at) else { break }
            governor = up
            if page.universal(at) == .conj { at = up; continue }
            break
        }
        guard let governor else { return }
        if page.relation(clause) == .aclRelcl
            || (page.universal(clause) == .advcl && !isWhether
                && !["clear", "certain", "known", "sure", "unclear", "unknown"].contains(page.lemma(governor)))
        {
            return
        }
        var open = isOpen(governor)
        if !open, isWhether, let above = page.head(governor) { open = isOpen(above) && page.sentence(above) == page.sentence(governor) }
        // "questions, including whether ...": the noun may stand above an "including".
        if !open, isWhether { open = page.sentenceTokens(word).contains { $0 < word && page.lemma($0) == "question" } }
        guard open else { return }
        let start = word
        var range = page.clause(clause)
        guard range.upperBound > start + 1 else { return }
        range = min(start, range.upperBound - 1)..<range.upperBound
        // "whether A or whether B": the first ends where the second begins.
        if let next = (start + 1..<range.upperBound).first(where: { page.lower($0) == "whether" }) {
            var end = next
            while end > start + 1, page.universal(end - 1) == .cc || page.tokens[end - 1].upos == .punct || page.lower(end - 1) == "or" {
                end -= 1
            }
            range = start..<end
        }
        add(range, token: clause, unspecified: false, rule: "question:" + text, governor: governor)
    }

    private static let interrogatives: Set<String> = ["what", "when", "how", "why", "who", "where", "which", "if"]

    private func clauseOpened(by word: Int) -> Int? {
        guard let up = page.head(word) else { return nil }
        var at = up
        for _ in 0..<3 where !page.isPredicate(at) {
            guard let next = page.head(at) else { break }
            at = next
        }
        return page.isPredicate(at) ? at : nil
    }

    /// Words under which a clause is an open question.
    private func isOpen(_ governor: Int) -> Bool {
        switch page.lemma(governor).inLowerCase {
        case "question", "doubt", "uncertainty", "mystery", "speculation", "unclear", "uncertain", "unknown", "unsure", "wonder", "ask",
            "debate", "clarify":
            return page.modality(governor, skippingNegation: false) != .negated || page.lemma(governor) == "clarify"
        case "clear", "certain", "known", "sure": return page.modality(governor, skippingNegation: false) == .negated
        case "say", "specify", "disclose", "reveal", "confirm", "know", "announce", "comment", "explain", "elaborate":
            if page.modality(governor, skippingNegation: false) == .negated { return true }
            return isWithheld(governor)
        // "must decide whether to sell", "has yet to decide who will go"
        case "decide", "determine": return page.status(of: governor) != .actual
        case "guess": return page.exactChild(governor, .nmodPoss).map { ["anybody", "anyone"].contains(page.lower($0)) } ?? false
        case "open": return page.head(governor).map { page.lemma($0) == "remain" } ?? false
        case "see": return page.sentenceTokens(governor).contains { page.lemma($0) == "remain" && $0 < governor }
        default: return false
        }
    }

    /// "declined to say"
    private func isWithheld(_ verb: Int) -> Bool {
        guard let up = page.head(verb) else { return false }
        return ["decline", "refuse"].contains(page.lemma(up)) && page.universal(verb) == .xcomp
    }

    /// "questions about the pact's scope": the topic is what is open.
    private mutating func topic(_ noun: Int) {
        guard page.lemma(noun) == "question", page.tokens[noun].xpos == .nns || page.universal(noun) == .nsubj else { return }
        for child in page.children(noun, .nmod)
        where ["about", "over", "as to", "of", "on"].contains(page.marker(child) ?? "")
            && !page.sentenceTokens(noun).contains(where: { page.lower($0) == "whether" })
        {
            add(
                page.extents[child].lowerBound + 1..<page.extents[child].upperBound, token: noun, unspecified: false, rule: "question:topic"
            )
        }
    }

    /// "Kim's gifts were not specified", "the terms were not disclosed", "the price is unknown".
    private mutating func unspecified(_ token: Int) {
        guard !drafts.contains(where: { $0.token == token }) else { return }
        let lemma = page.lemma(token).inLowerCase
        if page.isVerbal(token), page.subordinator(token) != "to",
            ["specify", "disclose", "reveal", "publish", "detail", "identify", "clarify", "name", "release"].contains(lemma),
            page.modality(token, skippingNegation: false) == .negated, let object = page.object(token), page.child(token, .ccomp) == nil,
            // "did not name France": who is meant is plain.
            page.mentions[object] == nil
        {
            add(page.extents[object], token: token, unspecified: true, rule: "unspecified:" + lemma)
        } else if page.isVerbal(token), ["give", "provide", "offer", "set", "announce", "name", "mention", "cite"].contains(lemma),
            let object = page.object(token), page.exactChild(token, .compoundPrt) == nil,
            page.isNone(object) || page.modality(token, skippingNegation: false) == .negated,
            [
                "date", "detail", "reason", "figure", "explanation", "number", "term", "price", "time", "timetable", "evidence", "name",
                "place", "deadline", "cause",
            ].contains(page.lemma(object))
        {
            // "No date was given for the trip": the whole clause says what is missing.
            add(page.clause(token), token: token, unspecified: true, rule: "unspecified:" + lemma)
        } else if ["unknown", "unclear", "undisclosed", "unspecified", "uncertain"].contains(lemma) {
            if page.child(token, .cop) != nil || page.head(token).map({ page.lemma($0) == "remain" }) ?? false {
                let clause = page.child(token, .cop) != nil ? token : page.head(token)!
                guard let subject = page.child(clause, .nsubj), page.lower(subject) != "it", page.child(token, .ccomp) == nil else {
                    return
                }
                add(page.extents[subject], token: token, unspecified: true, rule: "unspecified:" + lemma)
            } else if page.universal(token) == .amod, ["undisclosed", "unspecified"].contains(lemma), let noun = page.head(token) {
                // "an undisclosed number of tanks": what is counted belongs to it.
                let measured = page.children(noun, .nmod).first { page.marker($0) == "of" }
                let end = max(page.phrase(noun).upperBound, measured.map { page.extents[$0].upperBound } ?? 0)
                add(page.phrase(noun).lowerBound..<end, token: token, unspecified: true, rule: "unspecified:" + lemma)
            }
        }
    }

    /// "Whether they will sign is unclear", "What he was given has not been disclosed": a question in front of what leaves it open.
    private mutating func opening(_ sentence: Sentence) {
        let tokens = sentence.tokens
        let first = page.lower(tokens.lowerBound)
        guard first == "whether" || ["what", "when", "how", "why", "who", "where"].contains(first), tokens.count > 4,
            page.tokens[tokens.upperBound - 1].upos == .punct, page.word(tokens.upperBound - 1) != "?"
        else { return }
        for token in tokens where token > tokens.lowerBound + 2 {
            let isVerb =
                page.isVerbal(token) && page.modality(token, skippingNegation: false) == .negated
                && ["disclose", "specify", "reveal", "know", "say", "explain", "announce", "clarify", "publish"].contains(page.lemma(token))
            // "is uncertain", "remains open"
            let copula = page.child(token, .cop) ?? page.head(token).flatMap { page.lemma($0) == "remain" && $0 < token ? $0 : nil }
            let isPredicate =
                copula != nil
                && (isOpen(token) || (page.lemma(token) == "question" && page.children(token, .amod).contains { page.lower($0) == "open" }))
            guard isVerb || isPredicate else { continue }
            // The question ends where the predicate that leaves it open begins.
            let group = page.verbGroup(token)
            let start = min(group.lowerBound, copula ?? group.lowerBound)
            guard start > tokens.lowerBound + 1 else { return }
            add(
                tokens.lowerBound..<start, token: token, unspecified: first != "whether" && page.lemma(token) != "question",
                rule: "question:opening")
            return
        }
    }

    /// A sentence that asks.
    private mutating func direct(_ sentence: Sentence) {
        guard sentence.tokens.count > 2, let mark = sentence.tokens.last(where: { page.tokens[$0].upos == .punct && !page.isQuote($0) }),
            page.word(mark) == "?"
        else { return }
        let range = page.trimmed(sentence.tokens)
        add(range, token: mark, unspecified: false, rule: "question:direct")
    }

    private mutating func add(_ range: Range<Int>, token: Int, unspecified: Bool, rule: String, governor: Int? = nil) {
        let range = page.trimmed(range)
        page.trace?.begin(.question, token)
        if let governor { page.trace?.note(.open, governor..<governor + 1, "the word that leaves it open") }
        guard !range.isEmpty,
            !drafts.contains(where: {
                $0.range.overlaps(range) && $0.range.contains(range.lowerBound) && $0.range.contains(range.upperBound - 1)
            })
        else {
            page.trace?.drop(.covered)
            return
        }
        var about = Resolution()
        for part in range where page.isNominal(part) {
            if page.mentions[part].map({ $0.top == part }) ?? false
                || page.children(part, .nummod).contains(where: { page.lower($0) == "two" })
                || page.children(part, .det).contains(where: { page.lower($0) == "both" })
            {
                about.formUnion(referents.single(part, depth: 0))
            }
        }
        // Who asks is who raises it; who does not say is whom it concerns.
        var raisedBy: Actor?
        if let governor, page.isVerbal(governor), let subject = page.subject(governor), page.sentence(subject) == page.sentence(governor) {
            let one = referents.resolve(subject)
            if ["ask", "wonder", "question", "debate"].contains(page.lemma(governor)) {
                raisedBy = one.actors.first
            } else if page.modality(governor, skippingNegation: false) == .negated || isWithheld(governor) {
                about.formUnion(one)
            }
        }
        // A columnist's question that concerns nobody in public is none of the ledger's.
        if about.isOpen, rule == "question:direct" || rule == "question:if" {
            page.trace?.drop(.notOpen)
            return
        }
        let clause = unspecified ? page.clause(page.firstPredicate(above: token)) : range
        let question = Question(
            origin: page.origin(clause, rule: rule, confidence: 0.85), asks: page.string(range), about: about.actors, raisedBy: raisedBy,
            unspecified: unspecified)
        drafts.append(Draft(statement: .question(question), token: token, range: range, trail: page.trace?.made()))
    }
}
