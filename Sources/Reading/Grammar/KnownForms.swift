import CasusCore
import Language
import WhosWho

/// Base forms that the tagger made up, mended where another base form of the same word is one that Casus knows: "fre" for "freed".
enum KnownForms {
    /// The base forms of all tokens.
    static func lemmas(of analysis: Analysis, _ wording: Wording, lexicon: Lexicon, who: WhosWho) -> [String] {
        var lemmas = analysis.tokens.indices.map { analysis.lemma($0) }
        for index in analysis.tokens.indices {
            let lemma = lemmas[index]
            let stems: [String]
            let isKnown: (String) -> Bool
            switch analysis.tokens[index].upos {
            case .verb:
                isKnown = lexicon.knowsVerb
                stems = isKnown(lemma) ? [] : verbStems(wording.lower[index])
            case .noun where lemma.hasSuffix("s") && lemma == wording.lower[index]:
                isKnown = { who.group($0) != nil || lexicon.nouns[$0] != nil || lexicon.classes[$0] != nil }
                stems = who.group(lemma) != nil || lexicon.nouns[lemma] != nil ? [] : nounStems(lemma)
            default: continue
            }
            if let stem = stems.first(where: isKnown) { lemmas[index] = stem }
        }
        return lemmas
    }

    /// The verb of a gerund, if it states an act: "ship" from "shipping".
    static func stem(ofGerund word: String, in lexicon: Lexicon) -> String? {
        verbStems(word).first { lexicon.frames[$0] != nil }
    }

    /// The verb of a third person, if some table knows it: "attack" from "attacks".
    static func stem(ofThirdPerson word: String, in lexicon: Lexicon) -> String? {
        guard word.hasSuffix("s") else { return nil }
        return verbStems(word).first { lexicon.knowsVerb($0) }
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
