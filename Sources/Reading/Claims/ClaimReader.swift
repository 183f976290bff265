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

    init(page: Page, referents: Referents) {
        self.page = page
        self.referents = referents
    }

    mutating func read() {
        for token in page.tokens.indices {
            if page.isVerbal(token), page.universal(token) != .aux, page.universal(token) != .amod { verbCue(token) }
            if page.lower(token) == "according", page.fixed(token) == "according to" { accordingTo(token) }
        }
        for sentence in page.analysis.sentences { colon(sentence) }
        linkInner()
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
        guard page.mentions[top]?.candidates.contains(where: { $0.isPerson || $0.isStateName }) ?? headlines(name, sentence) else { return }
        page.trace?.begin(.claim, at)
        emit(
            stance: .asserts, speakerHead: top, speakerRange: name, cueRange: at..<at + 1,
            content: [trimmedContent(at + 1..<tokens.upperBound)], token: at,
            rule: "cue:colon")
    }
}

extension ClaimReader {
    /// Whether a name that is not known stands before the colon of a headline: "Harbour Watch: Bridge Is Closed".
    private func headlines(_ name: Range<Int>, _ sentence: Sentence) -> Bool {
        sentence.kind == .headline && name.count < 5 && name.allSatisfy { page.tokens[$0].upos == .propn }
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
