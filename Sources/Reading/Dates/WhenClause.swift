import Language

extension Page {
    /// The date that an act in a clause with "when" has from the clause before it: "visited in July 2000, when he was received by Kim".
    func dateOfWhen(_ act: Int) -> DateMention? {
        guard let when = all(act).first(where: { lower($0) == "when" && $0 < act }), when > 0, lower(when - 1) == "," else { return nil }
        var at = act
        for _ in 0..<3 {
            guard let up = head(at), up < when else { return nil }
            // The clause may hang on the date itself.
            if let mention = dates.inside(sentenceTokens(up)).first(where: { $0.tokens.contains(up) }) { return mention }
            if isVerbal(up), let mention = date(of: up) { return mention }
            at = up
        }
        return nil
    }
}
