import Casus
import CasusCore
import Testing
import Treaties

@testable import Collating

/// Instruments, propositions, firsts, reported treaties.
@Suite("Collation")
struct CollationTests {
    @Test func instruments() {
        var desk = Desk()
        let a = desk.agreement(
            "a", "2024-06-20", "comprehensive strategic partnership treaty", [russia, korea], .signed, signed: "2024-06-19")
        let b = desk.agreement("b", "2024-06-21", "treaty", [korea, russia], .signed, signed: "2024-06-19")
        let c = desk.agreement("c", "2024-11-12", "strategic partnership treaty", [russia, korea], .ratified)
        let d = desk.agreement("c", "2024-11-12", "memorandum", [russia, korea], .signed, signed: "2024-06-19")
        let e = desk.agreement("d", "2024-06-20", "treaty", [russia, ukraine], .signed, signed: "2024-06-19")
        let collation = desk.collate()
        let home = collation.instrument(of: a)!
        #expect(home.statements.map(\.id).sorted() == [a, b, c].sorted())
        #expect(home.stage == .ratified && home.signed?.description == "2024-06-19" && home.parties == ["PRK", "RUS"])
        #expect(collation.instrument(of: d)!.id != home.id && collation.instrument(of: e)!.id != home.id)
    }

    @Test func plannedIsNotSigned() {
        var desk = Desk()
        let a = desk.agreement("a", "2024-06-10", "trade treaty", [russia, korea], .signed, .planned, signed: "2024-06")
        #expect(desk.collate().instrument(of: a)?.stage == nil)
        #expect(desk.collate().reportedTreaties().isEmpty)
    }

    @Test func curatedTreaty() throws {
        let book = try Commitments().book
        var desk = Desk()
        let a = desk.agreement(
            "a", "2024-06-20", "strategic partnership treaty", [russia, korea], .signed, signed: "2024-06-19",
            replaces: [Agreement.Replaced(date: EDTF("1961"), treaty: nil, text: "a friendship treaty from 1961")])
        let collation = Collation(desk.kept, book: book, on: Day(iso: "2024-12-31")!)
        let instrument = try #require(collation.instrument(of: a))
        let treaty = try #require(instrument.treaty.flatMap { book[$0] })
        #expect(Set(treaty.everParties + treaty.signatories) == ["PRK", "RUS"] && treaty.signed.description == "2024-06-19")
        #expect(instrument.replaced.first?.treaty.flatMap { book[$0] }?.signed.description.hasPrefix("1961") ?? false)
        #expect(collation.reportedTreaties().isEmpty)
    }

    @Test func reportedTreaty() throws {
        var desk = Desk()
        let duty = Agreement.Duty(kind: .defence, trigger: "if either is attacked", quote: "help if either is attacked")
        desk.agreement("a", "2024-06-20", "treaty", [russia, ukraine], .signed, signed: "2024-06-19", duties: [duty])
        var treaty = try #require(desk.collate().reportedTreaties().first)
        #expect(treaty.id == "reported-rus-ukr-2024-06-19" && treaty.text == .unpublished && treaty.inForce?.description == "2024-06-19/..")
        #expect(treaty.duties.map(\.kind) == [.defence] && treaty.everParties == ["RUS", "UKR"] && treaty.sources.count == 1)
        desk.agreement("b", "2024-06-22", "treaty", [russia, ukraine], .inForce)
        treaty = try #require(desk.collate().reportedTreaties().first)
        #expect(treaty.inForce?.description == "2024-06-19/2024-06-22")
        #expect(treaty.standing(on: Day(iso: "2024-06-20")!).holds == .unknown)
    }

    @Test func voices() {
        var desk = Desk()
        let said = desk.claim("a", "2024-06-20", states, .accuses, quote: "Washington accused Pyongyang")
        let act = desk.event("a", "2024-06-20", .aid, nil, [korea], [russia], .alleged, objects: ["shells"], claims: [said])
        desk.event("a", "2024-06-20", .accuse, "allege", [states], [korea], about: [act])
        let denied = desk.event("a", "2024-06-20", .reject, nil, [russia], about: [act])
        let lone = desk.claim("a", "2024-06-20", kim, .hopes, quote: "Kim hoped")
        let again = desk.claim("b", "2024-06-21", kim, .hopes, quote: "Kim  hoped")
        let collation = desk.collate()
        let voices = collation.propositions.first { $0.subject == act }!.voices
        #expect(voices.map(\.stance) == [.accuses, .denies] && voices.map(\.statement) == [said, denied])
        #expect(
            collation.propositions.filter { [lone, again].contains($0.subject) }.map { $0.voices.map(\.statement) } == [[lone, again]])
    }

    private func first(_ quote: String, before: [(Actor, String)], visitor: Actor = putin) -> First? {
        var desk = Desk()
        for (place, visit) in before.enumerated() {
            desk.event("z\(place)", "2023-12-01", .consult, "visit", [visit.0], [korea], on: visit.1, cameo: "042")
        }
        desk.event(
            "a", "2024-06-20", .consult, "visit", [visitor], [korea], on: "2024-06-19", quote: quote, cameo: "042", rule: "noun:visit")
        return desk.collate().firsts.first
    }

    @Test func firsts() {
        let long = "Putin made his first visit in 24 years"
        #expect(first(long, before: [(putin, "2000-07")])?.verdict == .agrees)
        #expect(first(long, before: [])?.verdict == .unknown)
        #expect(first(long, before: [(putin, "2000-07"), (putin, "2019-04-25")])?.verdict == .contradicted)
        #expect(first(long, before: [(putin, "2000-07"), (lavrov, "2019-04-25")])?.verdict == .agrees)
        #expect(first(long, before: [(putin, "2000-07"), (russia, "2019-04-25")])?.verdict == .unknown)
        #expect(first("Putin made his first trip there since 2000", before: [(putin, "2000-07")])?.verdict == .agrees)
        #expect(
            first("It was the first visit by a Russian president in nearly two dozen years", before: [(lavrov, "2019-04-25")])?.verdict
                == .unknown)
        #expect(first("It was his first ever visit", before: [(putin, "2000-07")])?.verdict == .contradicted)
        #expect(first("It was his first ever visit", before: [])?.verdict == .unknown)
        #expect(first("the first leader to visit in 24 years", before: [(putin, "2000-07")]) == nil)
        #expect(first("Putin visited for the first time in 24 years", before: [(putin, "2000-07")])?.verdict == .agrees)
        #expect(first("Putin visited the first factory in 24 years", before: [(putin, "2000-07")]) == nil)
    }

    @Test func stems() {
        #expect(["visits", "visited", "visiting", "visit"].map(Words.stem) == ["visit", "visit", "visit", "visit"])
        #expect(Set(["supply", "supplies", "supplied", "supplying"].map(Words.stem)) == ["supply"])
        #expect(Set(["exercise", "exercises", "exercised"].map(Words.stem)).count == 1)
        #expect(
            Words.split("Russia’s first-ever visit, “really” – 10,000 men") == [
                "russia", "first", "ever", "visit", "really", "10000", "men",
            ])
    }

    @Test func fast() {
        var random = SplitMix64(seed: 1)
        let kept = many(2000, months: 36, &random)
        let clock = ContinuousClock()
        let time = (0..<3).map { _ in clock.measure { _ = Collation(kept, on: Day(iso: "2024-12-31")!) } }.min()!
        print("2,000 statements: \(time)")
        #expect(time < .seconds(1))
    }
}
