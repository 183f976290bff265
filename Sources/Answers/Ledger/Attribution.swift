package import CasusCore
package import Collating

/// Who says that something happened, where no report says so itself.
package struct Attribution {
    /// ", according to Ukraine", ", denied by Russia"; empty where some record tells it in a report's own voice.
    package let words: String

    package init(of kept: [Kept], in collation: Collation, _ actors: ActorWords) {
        var names: [(phrase: String, name: String)] = []
        for it in kept {
            let claims = it.statement[.claims].compactMap { collation.statement($0)?.statement }
            if claims.isEmpty {
                words = ""
                return
            }
            for case .claim(let claim) in claims {
                let speakers = claim.speaker.map { [actors.name($0)] } ?? claim.via
                names += speakers.map { (StatementWords.standing(of: claim.stance), $0) }
            }
        }
        let phrases = StatementWords.unique(names.map(\.phrase))
        words = phrases.map { phrase in
            ", " + phrase + " " + enumeration(StatementWords.unique(names.filter { $0.phrase == phrase }.map(\.name)))
        }.joined()
    }
}
