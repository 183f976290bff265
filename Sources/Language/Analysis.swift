package import CasusCore

/// A word interned by an `Analyser`: equal symbols of one `Analysis` are equal words.
package struct Symbol: Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// One syntactic word: "do" and "n't" are two.
package struct Token: Sendable {
    /// Byte offsets in the text, half-open.
    package var start: Int32
    package var end: Int32
    /// Index in `Analysis.sentences`.
    package var sentence: Int32
    /// Index in `Analysis.tokens`, -1 for the root of the sentence.
    package var head: Int32 = -1
    package var upos: UPOS = .x
    package var xpos: XPOS = .fw
    package var relation: Relation = .dep
    package var lemma = Symbol(rawValue: 0)
    /// Morphological features, where they were asked for; `Analysis.features(_:)` names them.
    var features: UInt16 = 0

    package init(start: Int32, end: Int32, sentence: Int32) {
        self.start = start
        self.end = end
        self.sentence = sentence
    }
}

package struct Sentence: Sendable {
    package enum Kind: Sendable {
        case prose
        /// A short line without a full stop: headline, crosshead, caption.
        case headline
        /// "RIYADH (Reuters) -": where and through whom a report came. The sentence it opens comes next.
        case dateline
        /// Part of an item of a list, whose marker is the first token or two.
        case bullet
    }

    /// Indices in `Analysis.tokens`, never empty.
    package var tokens: Range<Int>
    /// Byte offsets in the text, half-open.
    package var start: Int
    package var end: Int
    package var kind: Kind
    /// Counts from 0 through the document.
    package var paragraph: Int
}

/// The grammar of one text: sentences, and for each token its tags, lemma and place in the tree.
package struct Analysis: Sendable {
    package let text: Text
    package let sentences: [Sentence]
    package let tokens: [Token]
    private let lemmas: [String]
    private let featureNames: [String]
    private let childStart: [Int]
    private let childList: [Int]

    init(text: Text, sentences: [Sentence], tokens: [Token], lemmas: [String], featureNames: [String] = []) {
        self.text = text
        self.sentences = sentences
        self.tokens = tokens
        self.lemmas = lemmas
        self.featureNames = featureNames
        var start = [Int](repeating: 0, count: tokens.count + 2)
        for token in tokens where token.head >= 0 { start[Int(token.head) + 2] += 1 }
        for index in start.indices.dropFirst() { start[index] += start[index - 1] }
        var list = [Int](repeating: 0, count: start[start.count - 1])
        for (index, token) in tokens.enumerated() where token.head >= 0 {
            list[start[Int(token.head) + 1]] = index
            start[Int(token.head) + 1] += 1
        }
        childStart = start
        childList = list
    }

    /// The lemma of a token: lower case, save for names.
    package func lemma(_ index: Int) -> String {
        lemmas[Int(tokens[index].lemma.rawValue)]
    }

    /// Morphological features as in CoNLL-U, "_" for none; of worth only where the analysis was asked for them.
    package func features(_ index: Int) -> String {
        let number = Int(tokens[index].features)
        return number < featureNames.count ? featureNames[number] : "_"
    }

    /// The token as it stands in the text.
    package func word(_ index: Int) -> String {
        text.string(Int(tokens[index].start)..<Int(tokens[index].end))
    }

    /// The dependents of a token, in the order of the text.
    package func children(of index: Int) -> ArraySlice<Int> {
        childList[childStart[index]..<childStart[index + 1]]
    }

    /// The token at the head of a sentence.
    package func root(of sentence: Int) -> Int {
        let range = sentences[sentence].tokens
        return range.first { tokens[$0].head < 0 } ?? range.lowerBound
    }
}

extension Analysis {
    /// A new place in the tree for a token; -1 as the head makes it the root, and the old root must then be hung elsewhere too.
    package struct Edit: Sendable {
        package var token: Int
        package var head: Int
        package var relation: Relation
        /// Another word class, where the tag was wrong too.
        package var tags: Tags?
        /// Another lemma, where that was wrong with the tag.
        package var lemma: String?

        package init(token: Int, head: Int, relation: Relation, tags: Tags? = nil, lemma: String? = nil) {
            self.token = token
            self.head = head
            self.relation = relation
            self.tags = tags
            self.lemma = lemma
        }
    }

    /// The same analysis with other heads.
    func with(heads: [Int]) -> Analysis {
        var tokens = self.tokens
        for index in tokens.indices { tokens[index].head = Int32(heads[index]) }
        return Analysis(text: text, sentences: sentences, tokens: tokens, lemmas: lemmas, featureNames: featureNames)
    }

    /// The same analysis with some tokens hung elsewhere. An edit that would leave the sentence, move its root or close a
    /// circle is passed over, so that trees stay trees; one of the root itself changes its tags.
    package func rehung(_ edits: [Edit]) -> Analysis {
        var tokens = self.tokens
        var lemmas = self.lemmas
        func retag(_ edit: Edit) {
            if let lemma = edit.lemma {
                tokens[edit.token].lemma = Symbol(rawValue: UInt32(lemmas.count))
                lemmas.append(lemma)
            }
            if let tags = edit.tags { (tokens[edit.token].upos, tokens[edit.token].xpos) = (tags.upos, tags.xpos) }
        }
        for edit in edits {
            if edit.head < 0 {
                // The old root changes places with the new one.
                guard let root = sentences[Int(tokens[edit.token].sentence)].tokens.first(where: { tokens[$0].head < 0 }) else { continue }
                if root != edit.token {
                    tokens[root].head = Int32(edit.token)
                    tokens[root].relation = .dep
                    tokens[edit.token].head = -1
                    tokens[edit.token].relation = .root
                }
                retag(edit)
                continue
            }
            guard tokens[edit.token].head >= 0, tokens[edit.token].sentence == tokens[edit.head].sentence else { continue }
            var at = edit.head
            while at >= 0, at != edit.token { at = Int(tokens[at].head) }
            guard at != edit.token else { continue }
            retag(edit)
            tokens[edit.token].head = Int32(edit.head)
            tokens[edit.token].relation = edit.relation
        }
        return Analysis(text: text, sentences: sentences, tokens: tokens, lemmas: lemmas, featureNames: featureNames)
    }
}
