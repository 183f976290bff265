import CasusCore
import Language
import WhosWho

/// Base forms that the tagger made up, mended where another base form of the same word is one that Casus knows: "fre" for "freed".
enum KnownForms {
    /// The mended base forms, by token.
    static func mended(in analysis: Analysis, lexicon: Lexicon, who: WhosWho) -> [Int: String] {
        var mended: [Int: String] = [:]
        for index in analysis.tokens.indices {
            let lemma = analysis.lemma(index)
            let stems: [String]
            let isKnown: (String) -> Bool
            switch analysis.tokens[index].upos {
            case .verb:
                isKnown = lexicon.knowsVerb
                stems = isKnown(lemma) ? [] : verbStems(analysis.word(index).lowercased())
            case .noun where lemma.hasSuffix("s") && lemma == analysis.word(index).lowercased():
                isKnown = { who.group($0) != nil || lexicon.nouns[$0] != nil || lexicon.classes[$0] != nil }
                stems = who.group(lemma) != nil || lexicon.nouns[lemma] != nil ? [] : nounStems(lemma)
            default: continue
            }
            if let stem = stems.first(where: isKnown) { mended[index] = stem }
        }
        return mended
    }

    /// "freed": fre, free; "planned": plann, planne, plan; "denied": deny.
    private static func verbStems(_ word: String) -> [String] {
        for (ending, instead) in [("ied", "y"), ("ies", "y")] where word.hasSuffix(ending) {
            return [String(word.dropLast(3)) + instead]
        }
        for ending in ["ed", "ing", "es", "s"] where word.hasSuffix(ending) {
            let bare = String(word.dropLast(ending.count))
            var stems = [bare, bare + "e"]
            if let last = bare.last, bare.dropLast().last == last { stems.append(String(bare.dropLast())) }
            return stems
        }
        return []
    }

    private static func nounStems(_ word: String) -> [String] {
        word.hasSuffix("ies") ? [String(word.dropLast(3)) + "y"] : [String(word.dropLast())]
    }
}

extension Lexicon {
    /// Whether some table has rows for a verb.
    func knowsVerb(_ lemma: String) -> Bool {
        frames[lemma] != nil || light[lemma] != nil || control[lemma] != nil || cues["verb " + lemma] != nil
            || embeddings["verb " + lemma] != nil || stages["verb " + lemma] != nil
    }
}
