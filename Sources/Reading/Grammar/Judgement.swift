import CasusCore
import Language

/// Words that judge: "described the drills as hostile", "called it a breakthrough".
extension Page {
    enum Polarity { case positive, negative }

    /// What a verb judges, and the words of the judgement.
    func judgement(by verb: Int) -> (object: Int, words: Range<Int>)? {
        switch lemma(verb) {
        case "describe", "denounce", "condemn", "brand", "label", "portray", "characterise", "characterize", "see", "regard", "view",
            "hail", "depict":
            guard let object = object(verb), let words = asPhrase(verb, object) else { return nil }
            return (object, words)
        case "refer":
            guard let object = obliques(verb, "to").first, let words = asPhrase(verb, object) else { return nil }
            return (object, words)
        case "call", "term", "dub", "deem", "declare", "consider":
            guard let object = children(verb, .obj).first ?? child(verb, .xcomp) ?? object(verb), head(object) == verb, isNominal(object)
            else { return nil }
            // "called the raid a violation", where the tree takes the second noun for the object and the first for what it is called
            if let first = child(verb, .xcomp), first < object, isNominal(first), child(first, .cop) == nil {
                return (first, extents[object])
            }
            // "called the move “deeply unfortunate”": the quotation behind the noun is the judgement.
            let phrase = phrase(object)
            if let quotation = quotations.first(where: {
                $0.tokens.lowerBound == phrase.upperBound
                    || ($0.tokens.lowerBound > object && $0.tokens.lowerBound - phrase.upperBound <= 1
                        && $0.tokens.lowerBound >= phrase.upperBound)
            }) {
                return (object, quotation.tokens)
            }
            if let complement = children(verb, .xcomp).first(where: { $0 > object && !isVerbal($0) }) {
                return (object, extents[complement])
            }
            if let second = all(verb).first(where: {
                $0 > object && isNominal($0) && marker($0) == nil && [.obj, .obl].contains(universal($0))
            }) {
                return (object, extents[second])
            }
            return nil
        default: return nil
        }
    }

    /// The phrase behind "as", wherever the tree hangs it.
    private func asPhrase(_ verb: Int, _ object: Int) -> Range<Int>? {
        for parent in [verb, object] + all(object) {
            for child in all(parent) where child > object {
                let mark = marker(child) ?? subordinator(child)
                if mark == "as" { return extents[child] }
            }
        }
        return nil
    }

    /// Whether the words condemn or praise; nil when they do neither, or both.
    func polarity(of words: Range<Int>) -> Polarity? {
        var found: Set<String> = []
        for token in words {
            if let polarity = lexicon.judgements[lower(token)] ?? lexicon.judgements[lemma(token).inLowerCase] { found.insert(polarity) }
            if children(token, .advmod).contains(where: { lemma($0) == "not" }) { return nil }
        }
        guard found.count == 1 else { return nil }
        return found.first == "negative" ? .negative : .positive
    }
}
