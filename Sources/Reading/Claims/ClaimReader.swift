import CasusCore
import Language
import WhosWho

/// Reads who says what: direct, indirect and mixed speech, "according to", nouns of speech.
///
/// Spans follow PolNeAR: the cue is the whole verb group with what completes it, the speaker the whole noun phrase.
struct ClaimReader {
    let page: Page
    var referents: Referents
    var drafts: [Draft] = []
    /// Words that are none of plain speech: a mind, a refusal, a noun. Inside what somebody says they are part of it and no claim beside it.
    var lesser: Set<Int> = []
    /// The last words of names that are subjects of words of speech: "Graham: The Pact Is Dead" says who speaks where Graham speaks elsewhere too.
    private lazy var heard: Set<String> = heardNames()

    init(page: Page, referents: Referents) {
        self.page = page
        self.referents = referents
    }

    mutating func read() {
        for token in page.tokens.indices {
            if page.isVerbal(token), page.universal(token) != .aux, page.universal(token) != .amod { verbCue(token) }
            adjectiveCue(token)
            nounCue(token)
            adverbCue(token)
            if page.lower(token) == "according", page.fixed(token) == "according to" { accordingTo(token) }
        }
        for sentence in page.analysis.sentences { colon(sentence) }
        dropLesser()
        linkInner()
    }

    private func heardNames() -> Set<String> {
        var names: Set<String> = []
        for token in page.tokens.indices where page.universal(token) == .nsubj && page.tokens[token].upos == .propn {
            guard let verb = page.head(token), page.lexicon.cues[.verb, page.lemma(verb)] != nil else { continue }
            for word in page.phrase(token) where page.tokens[word].upos == .propn { names.insert(page.lower(word)) }
        }
        return names
    }

    /// What is told of a mind inside somebody's words belongs to those words.
    private mutating func dropLesser() {
        guard !lesser.isEmpty else { return }
        let all = drafts
        // Drafts stand in the order of their cues: what holds one is near.
        drafts = all.indices.filter { index in
            let token = all[index].token
            return !lesser.contains(token)
                || !all[max(0, index - 24)..<min(all.count, index + 24)].contains { near in
                    near.token != token && near.content.contains { $0.contains(token) }
                }
        }.map { all[$0] }
    }

    func nounContent(_ noun: Int, within verb: Int) -> [Range<Int>]? {
        if let clause = page.child(noun, .acl) ?? page.child(noun, .ccomp) ?? page.child(verb, .ccomp),
            page.relation(clause) != .aclRelcl || page.subordinator(clause) == "that"
        {
            return [trimmedContent(page.extents[clause])]
        }
        return nil
    }

    mutating func accordingTo(_ token: Int) {
        guard let source = page.head(token), page.isNominal(source), let clause = page.head(source) else { return }
        let cut = page.extents[source]
        let pieces = around(cut, from: token, in: page.firstPredicate(above: clause))
        guard !pieces.isEmpty else { return }
        let cueEnd = (page.children(token, .fixed).last ?? token) + 1
        page.trace?.begin(.claim, token)
        emit(
            stance: .asserts, speakerHead: source, speakerRange: cueEnd..<cut.upperBound, cueRange: token..<cueEnd, content: pieces,
            token: token,
            rule: "cue:according to", states: true)
    }

    /// "Lavrov: We will answer." A short name, a colon, and what is said.
    mutating func colon(_ sentence: Sentence) {
        let tokens = sentence.tokens
        guard let at = tokens.prefix(7).first(where: { page.word($0) == ":" }), at > tokens.lowerBound, at + 2 < tokens.upperBound else {
            return
        }
        let name = tokens.lowerBound..<at
        guard name.allSatisfy({ [.propn, .noun, .adj].contains(page.tokens[$0].upos) }) else { return }
        let top = page.topOf(name)
        // "RIYADH: The king received ...": where a report comes from.
        if page.isPlaceOfReport(sentence) != nil { return }
        // "Chad: Court Dissolves Party" is of Chad, and "Chad: We Will Answer" is what it says.
        if page.mentions[top]?.candidates.contains(where: \.isState) ?? false, !page.isQuote(at + 1),
            !(at + 1..<tokens.upperBound).contains(where: { ["we", "our", "us", "i", "my"].contains(page.lower($0)) })
        {
            return
        }
        guard
            page.mentions[top]?.candidates.contains(where: { $0.isPerson || $0.isStateName }) ?? false || headlines(name, top, sentence)
                || name.count < 5 && name.allSatisfy({ page.tokens[$0].upos == .propn })
                    && (page.isQuote(at + 1) || heard.contains(page.lower(at - 1)))
        else { return }
        page.trace?.begin(.claim, at)
        emit(
            stance: .asserts, speakerHead: top, speakerRange: name, cueRange: at..<at + 1,
            content: [trimmedContent(at + 1..<tokens.upperBound)], token: at,
            rule: "cue:colon")
    }
}

extension ClaimReader {
    /// Whether a body, a paper or a name that is not known stands before the colon of a headline: "Harbour Watch: Bridge Is Closed",
    /// "Poll: Most Want Peace".
    private func headlines(_ name: Range<Int>, _ top: Int, _ sentence: Sentence) -> Bool {
        guard sentence.kind == .headline, name.count < 5 else { return false }
        if let mention = page.mentions[top] { return mention.candidates.contains { $0.isOrganisation || $0.isOutlet } }
        return name.allSatisfy { page.tokens[$0].upos == .propn } || page.belongs(top, to: "source")
    }
}

extension Page {
    /// The predicate that a noun or verb belongs to.
    func firstPredicate(above token: Int) -> Int {
        var at = token
        for _ in 0..<6 {
            if isPredicate(at) { return at }
            guard let up = head(at) else { return at }
            at = up
        }
        return at
    }
}
