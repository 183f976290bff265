import CasusCore
import Language
import WhosWho

/// One document under reading: its trees, the dates and names in it, and what Casus knows.
///
/// Tokens are named by their index in the whole document. An object, for all readers of a document share it.
final class Page {
    let document: Document
    let analysis: Analysis
    let lexicon: Lexicon
    let who: WhosWho
    /// The first and last token of the subtree under each token.
    let extents: [Range<Int>]
    /// The stretches of text between quotation marks, in order.
    var quotations: [Quotation] { wording.quotations }
    let wording: Wording
    /// Base forms, the tagger's or those that take their place.
    private let lemmas: [String]
    var mentions = Mentions()
    var dates = Dates()
    /// What is read and why, where that is asked for.
    var trace: Trace?

    /// - Parameter wording: of the same text; made where it is not given.
    /// What has been looked up of the words' classes.
    let classesOfWords: ClassesOfWords

    init(document: Document, analysis: Analysis, lexicon: Lexicon, who: WhosWho, wording: Wording? = nil) {
        self.document = document
        self.analysis = analysis
        self.lexicon = lexicon
        self.who = who
        extents = Page.extents(of: analysis.tokens)
        let wording = wording ?? Wording(of: analysis)
        self.wording = wording
        lemmas = KnownForms.lemmas(of: analysis, wording, lexicon: lexicon, who: who)
        classesOfWords = ClassesOfWords(count: analysis.tokens.count)
    }

    var tokens: [Token] { analysis.tokens }

    private static func extents(of tokens: [Token]) -> [Range<Int>] {
        var extents = tokens.indices.map { $0..<($0 + 1) }
        for index in tokens.indices {
            // Each token widens all its ancestors; trees are shallow, so this is linear in practice.
            var head = Int(tokens[index].head)
            while head >= 0, !(extents[head].lowerBound <= index && index < extents[head].upperBound) {
                extents[head] = min(extents[head].lowerBound, index)..<max(extents[head].upperBound, index + 1)
                head = Int(tokens[head].head)
            }
        }
        return extents
    }
}

/// The shape of the trees, asked in words.
extension Page {
    func lemma(_ token: Int) -> String { lemmas[token] }

    func word(_ token: Int) -> String { wording.words[token] }

    func lower(_ token: Int) -> String { wording.lower[token] }

    func head(_ token: Int) -> Int? {
        let head = Int(tokens[token].head)
        return head < 0 ? nil : head
    }

    func relation(_ token: Int) -> Relation { tokens[token].relation }

    func universal(_ token: Int) -> Relation { tokens[token].relation.universal }

    func children(_ token: Int, _ relation: Relation) -> [Int] {
        analysis.children(of: token).filter { universal($0) == relation }
    }

    func child(_ token: Int, _ relation: Relation) -> Int? {
        for child in analysis.children(of: token) where universal(child) == relation { return child }
        return nil
    }

    /// A child with exactly this relation, subtype included.
    func exactChild(_ token: Int, _ relation: Relation) -> Int? {
        for child in analysis.children(of: token) where tokens[child].relation == relation { return child }
        return nil
    }

    func all(_ token: Int) -> ArraySlice<Int> { analysis.children(of: token) }

    /// The word that marks a noun's role: "in", "against", "because of"; nil when there is none.
    func marker(_ token: Int) -> String? {
        for child in analysis.children(of: token) where universal(child) == .case && child < token {
            return fixed(child)
        }
        return nil
    }

    /// The subordinator of a clause: "that", "if", "to", "of".
    func subordinator(_ token: Int) -> String? {
        for child in analysis.children(of: token) where universal(child) == .mark { return fixed(child) }
        return nil
    }

    /// A word with the parts of its fixed expression: "according to".
    func fixed(_ token: Int) -> String {
        let rest = children(token, .fixed)
        return rest.isEmpty ? lower(token) : ([token] + rest).map { lower($0) }.joined(separator: " ")
    }

    func isVerbal(_ token: Int) -> Bool {
        tokens[token].upos == .verb || tokens[token].upos == .aux
    }

    func isNominal(_ token: Int) -> Bool {
        let upos = tokens[token].upos
        return upos == .noun || upos == .propn || upos == .pron || upos == .num
    }

    /// Whether a clause hangs on this token as a predicate: a verb, or a noun or adjective with a copula.
    func isPredicate(_ token: Int) -> Bool {
        isVerbal(token) || child(token, .cop) != nil
    }

    func isPassive(_ verb: Int) -> Bool {
        if exactChild(verb, .auxPass) != nil || exactChild(verb, .nsubjPass) != nil { return true }
        guard tokens[verb].xpos == .vbn else { return isSharedPassive(verb) }
        // "weapons sent to Chad", but "claims that Chad had sent weapons"
        if relation(verb) == .acl { return child(verb, .nsubj) == nil && child(verb, .aux) == nil }
        // "stands accused", "got arrested"
        if relation(verb) == .xcomp, child(verb, .aux) == nil, child(verb, .obj) == nil, child(verb, .mark) == nil { return true }
        if universal(verb) == .conj, child(verb, .nsubj) == nil, child(verb, .obj) == nil, child(verb, .aux) == nil, let first = head(verb)
        {
            return isPassive(first)
        }
        return relation(verb) == .amod
    }

    /// "were detained and charged with espionage": a participle that the tagger took for the past, of a verb that acts on somebody always.
    private func isSharedPassive(_ verb: Int) -> Bool {
        guard tokens[verb].xpos == .vbd, universal(verb) == .conj, child(verb, .nsubj) == nil, let first = head(verb), isPassive(first),
            !all(verb).contains(where: { [.obj, .iobj, .aux, .ccomp, .xcomp].contains(universal($0)) }),
            let frames = lexicon.frames[lemma(verb)]
        else { return false }
        // "charged that ..." is said, and there is no clause here that is.
        return frames.filter { !$0.object.isNone || !$0.about.isRequired }.allSatisfy { frame in
            !frame.object.isNone && (!frame.object.isAny || frame.recipient.alternatives.joined().contains { $0.position == "obj" })
        }
    }

    /// The noun that a conjunct is coordinated with first; itself otherwise.
    func firstConjunct(_ token: Int) -> Int {
        var at = token
        while universal(at) == .conj, let up = head(at) { at = up }
        return at
    }

    /// The token and its conjuncts, in order.
    func conjuncts(_ token: Int) -> [Int] {
        // "the Peace and Security Council": the words of one name are not several.
        let name = mentions[token]?.tokens
        return [token] + children(token, .conj).filter { name?.contains($0) != true }
    }

    /// The last token that belongs to the subtree, without final punctuation.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, tokens[low].upos == .punct, !isQuote(low) { low += 1 }
        while high > low, tokens[high - 1].upos == .punct, !isQuote(high - 1) { high -= 1 }
        // A quotation mark without its partner inside does not belong.
        var marks = 0
        for token in low..<max(low, high) where isQuote(token) { marks += 1 }
        if marks % 2 == 1 {
            if isQuote(low) { low += 1 } else if isQuote(high - 1) { high -= 1 }
        }
        while high > low, tokens[high - 1].upos == .punct, !isQuote(high - 1) { high -= 1 }
        return low..<max(high, low)
    }

    /// Where the words in front of a name that say what it is begin: "the Russian state news agency" TASS.
    func apposition(before name: Int) -> Int {
        var start = name
        let sentence = sentenceTokens(name)
        while start > sentence.lowerBound, name - start < 7, [.noun, .adj, .propn, .det].contains(tokens[start - 1].upos) {
            start -= 1
            if tokens[start].upos == .det { return start }
        }
        return start
    }

    func isQuote(_ token: Int) -> Bool { Quotation.isMark(word(token)) }

    func bytes(_ range: Range<Int>) -> Range<Int> {
        range.isEmpty ? 0..<0 : Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }

    func string(_ range: Range<Int>) -> String {
        collapse(document.text.string(bytes(range)))
    }

    func span(_ range: Range<Int>) -> Span { document.text.span(bytes(range)) }

    func sentence(_ token: Int) -> Int { Int(tokens[token].sentence) }

    func sentenceTokens(_ token: Int) -> Range<Int> { analysis.sentences[sentence(token)].tokens }

    func origin(_ range: Range<Int>, rule: String, confidence: Double) -> Origin {
        let kept = range.isEmpty ? range : trimmed(range).isEmpty ? range : trimmed(range)
        return Origin(
            sentence: sentence(kept.lowerBound) + 1, span: span(kept), quote: document.text.string(bytes(kept)), rule: rule,
            confidence: confidence)
    }
}

/// White space of any kind, line ends included, as single spaces.
func collapse(_ string: String) -> String {
    if isCollapsed(string.utf8) { return string }
    return string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Whether a text in ASCII has no white space but single spaces inside, as most have.
private func isCollapsed(_ bytes: String.UTF8View) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in bytes {
        if byte >= 0x80 || (0x09...0x0D).contains(byte) || (byte == 0x20 && last == 0x20) { return false }
        last = byte
    }
    return last != 0x20
}
