public import CasusCore
package import Language
package import WhosWho

/// Reads documents: one document in, its statements out.
///
/// A reader keeps buffers from one document to the next; use one a thread.
public struct Reader: Sendable {
    /// The version of the rules that are code: it goes up whenever some document is read otherwise than before, so that ledgers know
    /// what to read again. A test compares it with what the examples give.
    public static let version = 9

    private let lexicon: Lexicon
    private let who: WhosWho
    private var analyser: Analyser

    package init(lexicon: Lexicon, who: WhosWho, model: LanguageModel) {
        self.lexicon = lexicon
        self.who = who
        analyser = Analyser(model: model)
    }

    /// The statements of a document in the order of its text. Reading never fails: a text that states nothing has none.
    public mutating func read(_ document: Document) -> [Statement] {
        read(document, trace: nil).statements.map(\.statement)
    }

    /// What was read in each sentence of a document and why, and what was considered and gave no record.
    package mutating func explain(_ document: Document) -> Explanation {
        let trace = Trace()
        let (page, statements) = read(document, trace: trace)
        return Explainer(page: page, trace: trace, statements: statements).explanation()
    }

    private mutating func read(_ document: Document, trace: Trace?) -> (page: Page, statements: [(draft: Draft, statement: Statement)]) {
        let who = self.who
        let analysis = analyser.analyse(document.text, from: document.bodyStart) { text, tokens in
            NameFinder.personNames(in: text, tokens: tokens, who: who)
        }.projective()
        var page = Page(document: document, analysis: analysis, lexicon: lexicon, who: who)
        let names = NameFinder.names(on: page)
        page.mentions = NameFinder(page: page).find(names)
        let edits = Repairs(page: page).edits()
        if !edits.isEmpty {
            page = Page(document: document, analysis: analysis.rehung(edits), lexicon: lexicon, who: who, wording: page.wording)
            trace?.mend(analysis, to: page.analysis)
            page.mentions = NameFinder(page: page).find(names)
        }
        page.trace = trace
        page.dates = DateFinder(page: page).find()
        let referents = Referents(page: page)

        var agreements = AgreementReader(page: page, referents: referents)
        agreements.read()
        var events = EventReader(page: page, referents: referents, taken: agreements.taken)
        events.read()
        var claims = ClaimReader(page: page, referents: referents)
        claims.read()
        var questions = QuestionReader(page: page, referents: referents)
        questions.read()

        // Each reader numbers its own drafts; in the common list those numbers move.
        let base = agreements.drafts.count + events.drafts.count
        var drafts = agreements.drafts + events.drafts
        drafts += claims.drafts.map { draft in
            var draft = draft
            draft.claims = draft.claims.map { $0 + base }
            return draft
        }
        drafts += questions.drafts + VoiceReader(page: page, claims: claims.drafts).read()
        var linker = Linker(page: page, drafts: drafts, aboutHeads: events.aboutHeads)
        linker.link()
        return (page, identify(linker.drafts, in: document))
    }

    /// Names the statements, writes their links by name, and drops what is said twice at one span.
    private func identify(_ drafts: [Draft], in document: Document) -> [(draft: Draft, statement: Statement)] {
        let key = document.key
        let named = drafts.map { $0.statement.identified(in: document, key: key) }
        var seen: Set<String> = []
        var kept: [(draft: Draft, statement: Statement)] = []
        for (index, draft) in drafts.enumerated() where seen.insert(named[index].id).inserted {
            var statement = named[index]
            let claims = draft.claims.map { named[$0].id }
            let about = draft.about.map { named[$0].id }
            let same = draft.sameAs.map { named[$0].id }.filter { $0 != statement.id }
            switch statement {
            case .event(var event):
                (event.claims, event.about, event.sameAs) = (claims, about, same)
                statement = .event(event)
            case .agreement(var agreement):
                (agreement.claims, agreement.sameAs) = (claims, same)
                statement = .agreement(agreement)
            case .claim(var claim):
                claim.claims = claims
                statement = .claim(claim)
            case .question: break
            }
            kept.append((draft, statement))
        }
        return kept.sorted { a, b in
            (a.draft.range.lowerBound, a.draft.range.upperBound, a.statement.id) < (
                b.draft.range.lowerBound, b.draft.range.upperBound, b.statement.id
            )
        }
    }
}
