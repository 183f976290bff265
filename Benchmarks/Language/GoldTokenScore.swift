import Language

/// How many words have the right tags, lemma and head, where the words are those of the treebank. Punctuation counts; relations are
/// compared without their subtypes, as in the shared tasks of CoNLL.
struct GoldTokenScore {
    private var words = 0
    private var upos = 0
    private var xpos = 0
    private var features = 0
    private var lemma = 0
    private var unlabelled = 0
    private var labelled = 0
    /// Whether any word was given features: a model without them is not scored on them.
    private var hasFeatures = false

    static let head = ["UPOS", "XPOS", "FEATS", "lemma", "UAS", "LAS"]

    mutating func add(_ found: [Treebank.Word], _ gold: [Treebank.Word]) {
        for (found, gold) in zip(found, gold) {
            words += 1
            if found.tags.upos == gold.tags.upos { upos += 1 }
            if found.tags.xpos == gold.tags.xpos { xpos += 1 }
            if found.features == gold.features { features += 1 }
            if found.features != "_" { hasFeatures = true }
            if found.lemma == gold.lemma { lemma += 1 }
            guard found.head == gold.head else { continue }
            unlabelled += 1
            if found.relation.universal == gold.relation.universal { labelled += 1 }
        }
    }

    /// The shares in percent, in the order of `head`.
    var cells: [String] {
        func percent(_ part: Int) -> String { fixed(100 * Double(part) / Double(max(1, words))) }
        return [
            percent(upos), percent(xpos), hasFeatures ? percent(features) : "-", percent(lemma), percent(unlabelled), percent(labelled),
        ]
    }
}

/// A number with two digits behind the point.
func fixed(_ value: Double, digits: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = Int((value * scale).rounded())
    if digits == 0 { return String(rounded) }
    let rest = String(rounded % Int(scale))
    return "\(rounded / Int(scale))." + String(repeating: "0", count: digits - rest.count) + rest
}
