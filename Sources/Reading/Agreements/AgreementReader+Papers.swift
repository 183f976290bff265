import CasusCore
import Language
import WhosWho

/// Which paper is meant, and what is said of it beside the main clause.
extension AgreementReader {
    /// "The presidents left without an agreement": there is none. "Without the agreement of parliament" is a consent.
    func isLacking(_ token: Int) -> Bool {
        guard let verb = page.head(token), verb < token, page.isVerbal(verb), page.modality(verb, skippingNegation: false) == .actual else {
            return false
        }
        return page.marker(token) == "without" && !page.children(token, .nmod).contains { ["of", "from"].contains(page.marker($0)) }
            && page.exactChild(token, .nmodPoss) == nil
    }

    /// "the Geneva accord", "the Dayton agreement": a city in front of a paper, no state.
    func isSeat(_ name: Int) -> Bool {
        guard page.universal(name) == .compound, let mention = page.mentions[name] else { return false }
        return mention.candidates.allSatisfy { ($0.isCapital || $0.isPlace) && !$0.isAdjective }
    }

    /// A protocol is not the memorandum told of before; an agreement may be either.
    func isAnotherPaper(_ token: Int, _ known: Instrument) -> Bool {
        let noun = page.lemma(token).inLowerCase
        return Self.papers.contains(noun) && !known.nouns.contains(noun) && !known.nouns.isDisjoint(with: Self.papers)
    }

    private static let papers: Set<String> = [
        "protocol", "memorandum", "declaration", "charter", "communique", "communiqué", "contract", "convention",
    ]

    /// "The two governments concluded a contract": of states, not of firms.
    func isBetweenGovernments(_ token: Int) -> Bool {
        guard let verb = page.head(page.firstConjunct(token)), page.isVerbal(verb), let subject = page.subject(verb), subject != token
        else {
            return false
        }
        let sides = page.conjuncts(subject) + page.children(token, .nmod).filter { page.marker($0) == "with" } + page.obliques(verb, "with")
        let states = sides.filter { side in
            page.mentions[side]?.candidates.contains { $0.isState && !$0.isAdjective } ?? false
                || ["government", "country", "state", "side"].contains(page.lemma(side))
        }
        let isPlural = sides.count == 1 && page.tokens[subject].xpos == .nns
        return states.count == sides.count && (sides.count > 1 || isPlural)
    }

    /// "signed a pact with Oman, which parliament has yet to ratify": what a relative clause adds of an instrument whose standing the main
    /// clause has told.
    mutating func readRelative(_ token: Int, after index: Int) {
        guard let main = drafts[index].agreement else { return }
        // What tells which instrument is meant ("the treaty that both signed in 1977") adds nothing; what stands behind a comma does.
        for clause in page.all(token)
        where page.relation(clause) == .aclRelcl && clause != drafts[index].token
            && isAside(clause)
        {
            for verb in [clause] + page.children(clause, .xcomp) where page.isVerbal(verb) {
                let isObject = page.isPassive(verb) || page.object(verb) == token
                guard let row = stage(of: verb, position: isObject ? "obj" : "subj") else { continue }
                page.trace?.begin(.agreement, verb)
                let standing = standing(row, word: verb)
                guard standing.stage != main.stage || standing.status != main.status else { continue }
                traceStanding(standing)
                let range = page.extents[clause]
                var agreement = Agreement(
                    origin: page.origin(range, rule: "stage:" + page.lemma(verb), confidence: 0.7), name: main.name, parties: main.parties,
                    stage: standing.stage, status: standing.status)
                agreement.signed = standing.stage == .signed ? signed(token, standing) : nil
                taken.formUnion([clause, verb])
                drafts.append(Draft(statement: .agreement(agreement), token: verb, range: range, trail: page.trace?.made()))
                return
            }
        }
    }

    /// Whether a relative clause stands behind a comma, which hangs on it or in front of it.
    private func isAside(_ clause: Int) -> Bool {
        let first = page.extents[clause].lowerBound
        return page.word(first) == "," || first > 0 && page.word(first - 1) == ","
    }
}
