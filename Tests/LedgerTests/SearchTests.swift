import CasusCore
import Testing

@testable import Ledger

struct SearchTests {
    private func ledger(_ documents: Document...) throws -> SQLiteLedger {
        let ledger = try newLedger()
        _ = try ledger.record(documents.map { $0.read([]) })
        return ledger
    }

    private func words(of hit: SearchHit, in ledger: SQLiteLedger, at span: Span) throws -> String {
        let text = try #require(try ledger.document(hit.publication.key)).text.string
        return String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.start..<span.end]))
    }

    @Test(arguments: [
        (["missiles"], "Missiles"), (["missile"], "Missiles"), (["ballistic missiles"], "ballistic Missiles"),
        (["missiles ballistic"], nil),
        (["ball*"], "ballistic"), (["ball"], nil), (["regime", "missiles"], "Missiles"), (["regime", "tanks"], nil),
        (["défense"], "Defense"),
        (["defense"], "Defense"), (["etoile"], "Étoile"), (["a-b"], "a-b"), (["x*y"], nil), (["tested ball*"], "tested ballistic"),
    ])
    func findsWordsPhrasesAndBeginnings(terms: [String], found: String?) throws {
        let ledger = try ledger(article("平壌🚀 said: it tested ballistic Missiles. The régime of a-b. Defense of Étoile."))
        let (hits, total) = try ledger.search(SearchQuery(terms: terms))
        #expect(total == (found == nil ? 0 : 1))
        #expect(try hits.first.map { try words(of: $0, in: ledger, at: $0.span) } == found)
        for hit in hits { #expect(try words(of: hit, in: ledger, at: hit.excerptSpan) == hit.excerpt) }
    }

    /// Also control characters, which a text may have a few of, and what is written in two code points.
    @Test(arguments: ["平壌", "🚀🇰🇵", "e\u{301}e\u{301}", "\u{1}\u{2}\u{1}", "a\n\nb\t", ""])
    func spansCountCodePoints(before: String) throws {
        let text = before + " Needle in hay."
        let ledger = try ledger(article(text))
        let hit = try #require(try ledger.search(SearchQuery(terms: ["needle"])).hits.first)
        let start = before.unicodeScalars.count + 1
        #expect(hit.span == Span(start, start + 6))
        #expect(try words(of: hit, in: ledger, at: hit.excerptSpan) == hit.excerpt)
        #expect(hit.excerpt.hasSuffix("Needle in hay."))
    }

    @Test(arguments: [
        "\"", "*", "\"\"", "AND", "OR NOT", "NEAR(a b)", "needle:", "body:needle", "^needle", "needle\"", "\"needle", "needle\" OR \"hay",
        "(", "-",
        "needle + hay", "\"\u{301}needle", "needle\0hay", "\\", "'", "{a b}: c", "🚀", "\u{301}", "", " ", "search MATCH 1", "*needle", "%",
        "½",
    ])
    func whatMeansSomethingToTheIndexIsOnlyWords(term: String) throws {
        let ledger = try ledger(article("A needle and hay."))
        _ = try ledger.search(SearchQuery(terms: [term]))
        _ = try ledger.search(SearchQuery(terms: ["needle", term, "h*"]))
    }

    @Test func operatorsAreWords() throws {
        let ledger = try ledger(article("Guns AND butter."), article("Guns, butter."))
        #expect(try ledger.search(SearchQuery(terms: ["guns and butter"])).total == 1)
        #expect(try ledger.search(SearchQuery(terms: ["guns", "OR", "tanks"])).total == 0)
        #expect(try ledger.search(SearchQuery(terms: ["body:guns"])).total == 0)
    }

    @Test(arguments: [
        ("2024-06-21", nil, "BBC", 1), (nil, "2024-06-20", "Reuters", 1), ("2024-06-22", nil, nil, 0), (nil, nil, nil, 2),
    ])
    func filtersByTheDayOfPublication(from: String?, to: String?, publisher: String?, total: Int) throws {
        let ledger = try ledger(article("A needle."), article("The needle.", published: "2024-06-21", publisher: "BBC"))
        var query = SearchQuery(terms: ["needle"])
        (query.from, query.to) = (from.flatMap { Day(iso: $0) }, to.flatMap { Day(iso: $0) })
        let found = try ledger.search(query)
        #expect(found.total == total)
        if let publisher { #expect(found.hits.map(\.publication.publisher) == [publisher]) }
    }

    @Test func filtersBySource() throws {
        let document = article("A needle.", id: "own", publisher: "L'Étoile")
        let ledger = try ledger(article("The needle."), document)
        for source in ["l'étoile", "L'ÉTOILE", "own", document.key, String(document.key.prefix(8))] {
            var query = SearchQuery(terms: ["needle"])
            query.sources = [source]
            #expect(try ledger.search(query).hits.map(\.publication.key) == [document.key], "\(source)")
        }
    }

    @Test(arguments: 1...3)
    func aTextPublishedTwiceGivesTwoHits(limit: Int) throws {
        let ledger = try ledger(article("A needle."), article("A needle.", publisher: "BBC"), article("Another needle."))
        var query = SearchQuery(terms: ["needle"])
        query.limit = limit
        let found = try ledger.search(query)
        #expect(found.total == 3)
        #expect(found.hits.count == limit)
    }

    @Test func knowsWhatWasReadByATime() throws {
        let ledger = try newLedger()
        let (early, late) = (article("A needle."), article("The needle."))
        _ = try ledger.record([early.read([], at: hour(1)), late.read([], at: hour(3))])
        let totals = try [0, 1, 2, 3].map { time in
            var query = SearchQuery(terms: ["needle"])
            query.knownBy = hour(time)
            return try ledger.search(query).total
        }
        #expect(totals == [0, 1, 1, 2])
    }

    @Test func showsTheStatementsThatHoldTheWords() throws {
        let (ledger, document) = (try newLedger(), article())
        let (event, claim) = (document.event(), document.claim())
        _ = try ledger.record([document.read([event, claim])])
        #expect(try ledger.search(SearchQuery(terms: ["armed"])).hits.map { $0.statements.map(\.id) } == [[event.id]])
        #expect(try ledger.search(SearchQuery(terms: ["France"])).hits.map { $0.statements.map(\.id) } == [[claim.id]])
    }

    @Test func theExcerptIsTheSentenceWithMostOfTheWords() throws {
        let ledger = try ledger(article("A needle lay there. Hay and a needle, on U.S. soil.\nNo more."))
        let hit = try #require(try ledger.search(SearchQuery(terms: ["needle", "hay"])).hits.first)
        #expect(hit.excerpt == "Hay and a needle, on U.S. soil.")
    }
}
