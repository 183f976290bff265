import Language

/// What a word is to its verb, under the labels of UD or of another scheme.
enum Argument: CaseIterable {
    case subject, object

    init?(_ relation: Relation) {
        switch relation {
        case .nsubj, .nsubjPass, .nsubjOuter: self = .subject
        case .obj: self = .object
        default: return nil
        }
    }

    /// - Parameter label: a label of the scheme of ClearNLP, which spaCy's models of English use.
    init?(clear label: String) {
        switch label {
        case "nsubj", "nsubjpass": self = .subject
        case "dobj": self = .object
        default: return nil
        }
    }
}

/// How well pairs of a verb and its subject or object are found: who acts, and on whom.
///
/// A pair counts where the word at its head is a verb in the treebank, whoever made the pair: other schemes hang subjects on copulas and
/// auxiliaries, which UD does not. A name of several words is one name, whichever of them the pair points at.
struct PairScore {
    /// One word of a sentence, as somebody analysed it: the index of its head, -1 for the root, and what it is to that.
    typealias Arc = (head: Int, argument: Argument?)

    private struct Pair: Hashable {
        var verb: Int
        var name: Int
    }

    private struct Count {
        var right = 0
        var gold = 0
        var found = 0
    }

    private var counts: [Argument: Count] = [:]

    mutating func add(_ found: [Arc], _ gold: [Treebank.Word]) {
        let names = PairScore.names(gold)
        func pairs(_ arcs: [Arc], _ argument: Argument) -> Set<Pair> {
            var pairs: Set<Pair> = []
            for (word, arc) in arcs.enumerated() where arc.argument == argument && gold.indices.contains(arc.head) {
                if gold[arc.head].tags.upos == .verb { pairs.insert(Pair(verb: arc.head, name: names[word])) }
            }
            return pairs
        }
        let right = gold.map { Arc($0.head, Argument($0.relation)) }
        for argument in Argument.allCases {
            let (expected, made) = (pairs(right, argument), pairs(found, argument))
            counts[argument, default: Count()].gold += expected.count
            counts[argument, default: Count()].found += made.count
            counts[argument, default: Count()].right += made.intersection(expected).count
        }
    }

    /// F1 in percent.
    func f1(_ argument: Argument) -> Double {
        let count = counts[argument] ?? Count()
        return 200 * Double(count.right) / Double(max(1, count.gold + count.found))
    }

    /// How many the treebank has.
    func gold(_ argument: Argument) -> Int { counts[argument]?.gold ?? 0 }

    /// For each word the one that stands for the name it is part of: that on which the others hang as `flat`.
    private static func names(_ words: [Treebank.Word]) -> [Int] {
        words.indices.map { word in
            var word = word
            while words[word].relation.universal == .flat, words[word].head >= 0 { word = words[word].head }
            return word
        }
    }
}
