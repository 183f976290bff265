import Language

/// Learns for each tag which edits make lemmas of words, and keeps what a shorter ending does not already say.
struct LemmaTraining {
    private var edits: [Lemmatiser.Edit] = []
    private var numbers: [Lemmatiser.Edit: Int] = [:]
    private(set) var table: [(key: UInt64, value: UInt16)] = []

    /// One word of the treebank with its tag and lemma.
    private struct Case: Hashable {
        var lower: [UInt8]
        var capital: Bool
        var xpos: XPOS
    }

    /// What was counted under one word or ending.
    private struct Votes {
        var counts: [Int: Int] = [:]
        var best: Int { counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0 }
        var total: Int { counts.values.reduce(0, +) }
    }

    /// - Parameter verbs: verbs whose regular forms are to be known, whether the treebank holds them or not.
    init(_ treebank: Treebank, verbs: Set<String>) {
        var words: [Case: Votes] = [:]
        for sentence in treebank.sentences {
            for (index, word) in sentence.words.enumerated() where word.lemma != "_" {
                add(word.form, word.lemma, word.tags.xpos, opens: index == 0, weight: 1, to: &words)
            }
        }
        for (forms, tags) in irregularVerbs {
            for (form, tag) in zip(forms.dropFirst(), tags) { add(form, forms[0], tag, opens: false, weight: 1, to: &words) }
        }
        addRegularForms(of: verbs, beside: treebank, to: &words)
        // Endings vote by words, not by how often a word occurs: "was" says nothing about other verbs.
        var endings: [Case: Votes] = [:]
        for (word, votes) in words {
            for length in 0...min(Lemmatiser.longestEnding, word.lower.count) {
                let ending = Case(lower: Array(word.lower.suffix(length)), capital: word.capital, xpos: word.xpos)
                endings[ending, default: Votes()].counts[votes.best, default: 0] += 1
            }
        }
        var kept: [Case: Int] = [:]
        func inherited(_ ending: Case) -> Int? {
            for length in stride(from: ending.lower.count - 1, through: 0, by: -1) {
                let shorter = Case(lower: Array(ending.lower.suffix(length)), capital: ending.capital, xpos: ending.xpos)
                if let edit = kept[shorter] { return edit }
            }
            return nil
        }
        for length in 0...Lemmatiser.longestEnding {
            let level = endings.filter { $0.key.lower.count == length }
            for (ending, votes) in level where length == 0 || votes.total > 1 {
                if inherited(ending) != votes.best { kept[ending] = votes.best }
            }
        }
        for (ending, edit) in kept { put(ending, whole: false, edit) }
        for (word, votes) in words {
            let ending = Case(lower: Array(word.lower.suffix(Lemmatiser.longestEnding)), capital: word.capital, xpos: word.xpos)
            if (kept[ending] ?? inherited(ending)) != votes.best { put(word, whole: true, votes.best) }
        }
        table.sort { ($0.key, $0.value) < ($1.key, $1.value) }
    }

    /// The forms of verbs that are regular: those of `verbs`, and those whose base a treebank holds.
    private mutating func addRegularForms(of verbs: Set<String>, beside treebank: Treebank, to words: inout [Case: Votes]) {
        let irregular = Set(irregularVerbs.map { $0.forms[0] })
        var bases: [String: [(base: String, tag: XPOS)]] = [:]
        for verb in verbs.union(VerbForms.bases(in: treebank)).subtracting(irregular) {
            for (form, tag) in VerbForms.regular(verb) { bases[form, default: []].append((verb, tag)) }
        }
        for (form, candidates) in bases.sorted(by: { $0.key < $1.key }) {
            let isPlain = Set(candidates.map(\.base)).count == 1
            for (base, tag) in candidates.sorted(by: { ($0.base, $0.tag.rawValue) < ($1.base, $1.tag.rawValue) }) {
                let isKnown = words[Case(lower: Array(form.utf8), capital: false, xpos: tag)] != nil
                // A treebank has its slips ("fre"), and its word where a form has two bases.
                if isKnown && !(isPlain && verbs.contains(base)) { continue }
                add(form, base, tag, opens: false, weight: isKnown ? 1000 : 1, to: &words)
            }
        }
    }

    /// The edits, as `Lemmatiser` reads them.
    var rules: [UInt8] {
        edits.flatMap { [$0.keepsCase ? 1 : 0, $0.cut, UInt8($0.ending.count)] + $0.ending }
    }

    private mutating func add(
        _ form: String, _ lemma: String, _ xpos: XPOS, opens: Bool, weight: Int, to words: inout [Case: Votes]
    ) {
        let bytes = Array(form.utf8)
        var lower: [UInt8] = []
        bytes.withUnsafeBufferPointer { lowerCased($0, into: &lower) }
        let capital = bytes.withUnsafeBufferPointer { Lemmatiser.isCapital($0) }
        let isName = xpos == .nnp || xpos == .nnps
        if opens && capital && !isName && !(lemma.utf8.first.map { (65...90).contains($0) } ?? false) { return }
        // A name is its own lemma ("United"), save where it is cut short ("Sept.").
        if xpos == .nnp && form.hasPrefix(lemma) && lemma != form { return }
        let goal = Array(lemma.utf8)
        guard bytes.count < 200, goal.count < 200 else { return }
        var best: Lemmatiser.Edit?
        for keepsCase in [isName, !isName] {
            let from = keepsCase ? bytes : lower
            if keepsCase && from == lower && best != nil { continue }
            var common = 0
            while common < min(from.count, goal.count), from[common] == goal[common] { common += 1 }
            let edit = Lemmatiser.Edit(keepsCase: keepsCase, cut: UInt8(from.count - common), ending: Array(goal[common...]))
            if best.map({ edit.ending.count + Int(edit.cut) < $0.ending.count + Int($0.cut) }) ?? true { best = edit }
        }
        guard let best else { return }
        if numbers[best] == nil {
            numbers[best] = edits.count
            edits.append(best)
        }
        words[Case(lower: lower, capital: capital, xpos: xpos), default: Votes()].counts[numbers[best]!, default: 0] += weight
    }

    private mutating func put(_ ending: Case, whole: Bool, _ edit: Int) {
        let key = ending.lower.withUnsafeBufferPointer {
            Lemmatiser.key($0, whole: whole, capital: ending.capital, xpos: ending.xpos)
        }
        table.append((key, UInt16(edit + 1)))
    }
}
