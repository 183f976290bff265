/// How many words have the right tags, lemma and head, where the words are those of the treebank. Punctuation counts; relations are
/// compared without their subtypes, as in the shared tasks of CoNLL.
package struct TokenScore: Sendable, CustomStringConvertible {
    package private(set) var words = 0
    package private(set) var upos = 0
    package private(set) var xpos = 0
    package private(set) var features = 0
    package private(set) var lemma = 0
    package private(set) var unlabelled = 0
    package private(set) var labelled = 0

    package init() {}

    /// Counts the words of one sentence, as found and as they should be.
    package mutating func add(_ found: [Treebank.Word], _ gold: [Treebank.Word]) {
        for (found, gold) in zip(found, gold) {
            words += 1
            if found.tags.upos == gold.tags.upos { upos += 1 }
            if found.tags.xpos == gold.tags.xpos { xpos += 1 }
            if found.features == gold.features { features += 1 }
            if found.lemma == gold.lemma { lemma += 1 }
            guard found.head == gold.head else { continue }
            unlabelled += 1
            if found.relation.universal == gold.relation.universal { labelled += 1 }
        }
    }

    /// A share of the words, in percent.
    package func percent(_ part: Int) -> Double { words == 0 ? 0 : 100 * Double(part) / Double(words) }

    /// What is counted, and its shares in percent, in one order.
    package var shares: [(name: String, percent: Double)] {
        [
            ("UPOS", percent(upos)), ("XPOS", percent(xpos)), ("FEATS", percent(features)), ("lemma", percent(lemma)),
            ("UAS", percent(unlabelled)), ("LAS", percent(labelled)),
        ]
    }

    package var description: String {
        shares.map { "\($0.name) \(Double(Int($0.percent * 100 + 0.5)) / 100)" }.joined(separator: " ")
    }
}
