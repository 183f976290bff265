import CasusCore
import Testing

@testable import Ledger

extension Inventor {
    mutating func query(_ publications: [Publication], ids: [String]) -> StatementQuery {
        var query = StatementQuery()
        if chance(60) { query.sides = (0..<number(1...2)).map { _ in Set(some(of: Inventor.sides, upTo: 3)) } }
        if chance(30) { query.kinds = Set(some(of: ["event", "agreement", "claim", "question"], upTo: 2)) }
        if chance(15) { query.types = Set(some(of: ["AGREE", "ACCUSE", "AID", "defence", "asserts", "denies"], upTo: 6)) }
        if chance(20) { query.statuses = Set(some(of: Status.allCases, upTo: 4)) }
        if chance(10) { query.stances = Set(some(of: Stance.allCases.map(\.rawValue), upTo: 8)) }
        if chance(30) { query.from = Inventor.firstDay.adding(days: number(-400...25)) }
        if chance(30) { query.to = Inventor.firstDay.adding(days: number(-400...25)) }
        if chance(30) {
            let keys = publications.map(\.key)
            let names = ["reuters", "L'ÉTOILE", "nobody"] + publications.compactMap(\.id) + keys + keys.map { String($0.prefix(6)) }
            query.sources = some(of: names, upTo: 3)
        }
        if chance(10) { query.ids = some(of: ids, upTo: 8) }
        if chance(20) { query.publishedBy = Inventor.firstDay.adding(days: number(-400...25)) }
        if chance(20) { query.toldBy = Inventor.firstDay.adding(days: number(-400...25)) }
        if chance(40) { query.limit = number(0...8) }
        if chance(30), !ids.isEmpty {
            let day = chance(20) ? StatementPlace.noDay : Inventor.firstDay.adding(days: number(-400...25)).number
            query.before = StatementPlace("\(day).\(one(of: ids))")
        }
        if chance(40) { query.knownBy = hour(number(-1...20)) }
        return query
    }
}

/// Random queries against a walk over all that is kept.
struct QueryTests {
    private func check(
        _ query: StatementQuery, _ ledger: SQLiteLedger, _ all: [Kept], _ involved: [String: Involvement],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let fitting = all.filter { query.matches($0, involved[$0.id]!) }
        let found = try ledger.statements(query)
        let expected = fitting.suffix(query.limit ?? fitting.count)
        #expect(found.kept.map(\.statement.json) == expected.map(\.statement.json), "\(query)", sourceLocation: location)
        #expect(found.kept.map(\.corrections) == expected.map(\.corrections), sourceLocation: location)
        #expect(found.total == fitting.count, "\(query)", sourceLocation: location)
        #expect(found.isTotalExact, sourceLocation: location)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func findsWhatFits(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor, documents: 6, readings: 2)
        for _ in 0..<60 {
            let query = inventor.query(Array(Set(model.publications.values)), ids: model.recorded.keys.sorted())
            try check(query, ledger, model.kept(knownBy: query.knownBy), model.involved)
        }
    }

    /// Page after page gives every statement once, the newest first.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func pagesJoinUp(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor, documents: 6, readings: 2)
        for _ in 0..<12 {
            var query = inventor.query(Array(Set(model.publications.values)), ids: model.recorded.keys.sorted())
            (query.limit, query.before) = (nil, nil)
            let all = try ledger.statements(query).kept.map(\.id)
            query.limit = inventor.number(1...5)
            var (told, pages): ([String], Int) = ([], 0)
            repeat {
                let found = try ledger.statements(query)
                told = found.kept.map(\.id) + told
                query.before = found.next
                pages += 1
            } while query.before != nil && pages <= all.count
            #expect(told == all, "\(query)")
        }
    }

    @Test(arguments: ["", ".", "1", "1.", "x.abc", "99999999999.abc", "1." + String(repeating: "a", count: 65)])
    func whatIsNoPlaceIsRefused(text: String) { #expect(StatementPlace(text) == nil) }

    @Test func aPlaceIsReadAsItIsWritten() throws {
        for place in [StatementPlace("19000.4f3a"), StatementPlace("-400.b"), StatementPlace("\(StatementPlace.noDay).c")] {
            let place = try #require(place)
            #expect(StatementPlace(place.description) == place)
        }
    }

    private static let corrections: [(kind: String, field: String, value: String)] = [
        ("", Correction.stated, "false"), ("", Correction.stated, "true"), ("event", "status", "\"actual\""),
        ("event", "type", "\"ACCUSE\""),
        ("event", "date", "\"2023-11\""), ("event", "date", "null"),
        ("event", "actors", #"[{"code":"FRA","name":"France","text":"France"}]"#),
        ("event", "recipients", "[]"), ("agreement", "signed", "\"2024-06-15\""), ("agreement", "status", "\"denied\""),
        ("claim", "stance", "\"denies\""), ("claim", "speaker", "null"), ("question", "about", "[]"),
        ("question", "raised_by", #"{"code":"USA","name":"United States","text":"America"}"#),
    ]

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func findsWhatFitsAfterCorrections(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor, documents: 6, readings: 1)
        let all = model.kept()
        var made: [Correction] = []
        for step in 0..<all.count / 2 {
            let kept = inventor.one(of: all)
            let fitting = QueryTests.corrections.filter { $0.kind.isEmpty || $0.kind == kept.statement.kind }
            let (_, field, value) = inventor.one(of: fitting)
            made.append(Correction(statement: kept.id, field: field, value: value, by: "me", at: hour(5 + step)))
            try ledger.correct(made.last!)
        }
        for _ in 0..<60 {
            let query = inventor.query(Array(Set(model.publications.values)), ids: model.recorded.keys.sorted())
            var (laid, involved): ([Kept], [String: Involvement]) = ([], model.involved)
            for var kept in model.kept(knownBy: query.knownBy) {
                kept.corrections = made.filter { $0.statement == kept.id && (query.knownBy == nil || $0.at <= query.knownBy!) }
                if !Statement.isStated(kept.corrections) { continue }
                kept.statement = try kept.statement.corrected(by: kept.corrections)
                // A claim concerns those of whom it speaks.
                let told = model.kept(knownBy: query.knownBy).map(\.statement).filter {
                    $0.kind != "claim" && $0[.claims].contains(kept.id)
                }
                if !kept.corrections.isEmpty { involved[kept.id] = Involvement(kept.statement, told: told) }
                laid.append(kept)
            }
            try check(query, ledger, model.sorted(laid), involved)
        }
    }

    @Test func aClaimConcernsThoseOfWhomItSpeaks() throws {
        let (ledger, document) = (try newLedger(), article())
        let claim = document.claim()
        _ = try ledger.record([document.read([document.event().linked(.claims, to: claim), claim])])
        var query = StatementQuery()
        query.kinds = ["claim"]
        query.sides = [["FRA"], ["PRK"]]
        #expect(try ledger.statements(query).kept.map(\.id) == [claim.id])
        query.sides = [["RUS"], ["PRK"]]
        #expect(try ledger.statements(query).kept.isEmpty)
    }

    /// What is known to have happened in June may have happened on any of its days.
    @Test(arguments: [
        ("2024-06-19", "2024-06-19", true), ("2024-06-01", "2024-06-10", true), ("2024-07-01", "2024-07-02", false),
        ("2024-05-01", "2024-05-31", false),
    ])
    func aRoughDateFitsFromItsFirstDayToItsLast(from: String, to: String, fits: Bool) throws {
        let (ledger, document) = (try newLedger(), article())
        _ = try ledger.record([document.read([document.event(on: "2024-06")])])
        var query = StatementQuery()
        (query.from, query.to) = (Day(iso: from), Day(iso: to))
        // It is sorted by its first day, so a stretch that ends before that day has not reached it.
        #expect(try ledger.statements(query).kept.isEmpty == !fits)
    }

    @Test func actorsAreCountedOnceAStatement() throws {
        let (ledger, document) = (try newLedger(), article())
        let statements = [document.event(by: [russia, russia], on: "2024-06-01"), document.claim(by: russia)]
        _ = try ledger.record([document.read(statements)])
        let actors = try ledger.actors(StatementQuery()).counts
        #expect(actors.map(\.name) == ["Russia", "North Korea"])
        #expect(actors.map(\.statements) == [2, 1])
        #expect(actors.map(\.first) == [Day(iso: "2024-06-01"), Day(iso: "2024-06-01")])
        #expect(actors.map(\.last) == [Day(iso: "2024-06-20"), Day(iso: "2024-06-01")])
    }

    /// Without a filter the tables count; with one that all fit, the statements do.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func actorsAreTheSameHoweverCounted(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor)
        var query = StatementQuery()
        query.knownBy = inventor.maybe([hour(6)])
        #expect(try ledger.actors(query).counts == ActorCount.counted(model.kept(knownBy: query.knownBy)))
    }

    @Test func theInventoryCounts() throws {
        let (ledger, document) = (try newLedger(), article())
        _ = try ledger.record([document.read([document.event(on: "2024-06-19/2024-06-21"), document.claim()])])
        _ = try ledger.record([document.read([document.event(on: "2024-06-19/2024-06-21")], by: "second", at: hour(2))])
        let it = try ledger.inventory()
        #expect([it.texts, it.documents, it.readings, it.retracted, it.actors] == [1, 1, 2, 1, 3])
        #expect(it.held.map(\.kind) == ["event"])
        #expect(it.ruleSets.map(\.name) == ["first", "second"])
        #expect(it.happened == Day(iso: "2024-06-19")!...Day(iso: "2024-06-21")!)
        #expect(it.lastReading == hour(2))
    }
}
