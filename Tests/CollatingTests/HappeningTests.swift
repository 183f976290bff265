import CasusCore
import Testing

@testable import Collating

/// Which records are of one act, and which are not.
@Suite("Happenings")
struct HappeningTests {
    private func areOne(_ build: (inout Desk) -> (String, String)) -> Bool {
        var desk = Desk()
        let (a, b) = build(&desk)
        return desk.collate().areOne(a, b)
    }

    /// A visit told in two documents, the second in its own way.
    private func visit(
        _ visitor: Actor = putin, _ host: Actor = korea, on date: String? = "2024-06-19", _ status: Status = .actual,
        published: String = "2024-06-20", quote: String = ""
    ) -> Bool {
        areOne { desk in
            (
                desk.event("a", "2024-06-20", .consult, "visit", [putin], [korea], on: "2024-06-19", cameo: "042"),
                desk.event("b", published, .consult, "visit", [visitor], [host], status, on: date, quote: quote, cameo: "042")
            )
        }
    }

    @Test func sameVisit() {
        #expect(visit())
        #expect(visit(on: "2024-06"))
        #expect(visit(on: "2024-06-17/2024-06-23", published: "2024-06-25"))
        #expect(visit(on: nil, published: "2024-06-21"))
        #expect(visit(russia))
    }

    @Test func anotherVisit() {
        #expect(!visit(kim, russia))
        #expect(!visit(lavrov))
        #expect(!visit(putin, ukraine))
        #expect(!visit(on: "2024-06-20"))
        #expect(!visit(on: "2024"))
        #expect(!visit(on: nil, published: "2024-07-20"))
        #expect(!visit(on: nil, quote: "Putin visited North Korea once in 2000"))
        #expect(!visit(on: "2024-06-19", .planned))
        #expect(!visit(on: "2024-06-19", .negated))
    }

    @Test func hostTellsOfTheVisit() {
        #expect(
            areOne { desk in
                (
                    desk.event("a", "2024-06-20", .consult, "visit", [putin], [korea], on: "2024-06-19", cameo: "042"),
                    desk.event("b", "2024-06-20", .consult, "visit", [kim], [putin], on: "2024-06-19", cameo: "043")
                )
            })
    }

    @Test func meetingOfTheDay() {
        func meets(_ date: String) -> Bool {
            areOne { desk in
                (
                    desk.event("a", "2024-06-20", .consult, "visit", [putin], [korea], on: "2024-06-19", cameo: "042"),
                    desk.event("b", "2024-06-20", .consult, nil, [kim, putin], on: date)
                )
            }
        }
        #expect(meets("2024-06-19"))
        #expect(!meets("2024-06-17/2024-06-23"))
    }

    @Test func ministersOfTwoKinds() {
        func minister(_ branch: String, _ code: String, _ cow: Int) -> Actor {
            Actor(code: code, sector: "GOV", name: "The \(branch) ministers", cow: cow, text: "The \(branch) ministers")
        }
        var desk = Desk()
        let a = desk.event(
            "a", "2024-06-06", .consult, nil, [minister("foreign", "POL", 290), minister("foreign", "DEU", 255)], on: "2024-06-05")
        let b = desk.event(
            "b", "2024-06-06", .consult, nil, [minister("defence", "POL", 290), minister("defence", "DEU", 255)], on: "2024-06-05")
        let whole = [Actor(code: "POL", name: "Poland", cow: 290, text: ""), Actor(code: "DEU", name: "Germany", cow: 255, text: "")]
        let c = desk.event("c", "2024-06-06", .consult, nil, whole, on: "2024-06-05")
        let collation = desk.collate()
        #expect(!collation.areOne(a, b))
        // It cannot be told which of the two the third is.
        #expect(!collation.areOne(a, c) && !collation.areOne(b, c))
    }

    @Test func blowsOfOneDay() {
        func blows(_ here: String?, _ there: String?, quote: String = "", _ other: String = "") -> Bool {
            areOne { desk in
                (
                    desk.event("a", "2024-06-20", .assault, "aerial", [russia], [ukraine], on: "2024-06-19", quote: quote, place: here),
                    desk.event("b", "2024-06-20", .assault, "aerial", [russia], [ukraine], on: "2024-06-19", quote: other, place: there)
                )
            }
        }
        #expect(blows("Kharkiv", "Kharkiv"))
        #expect(!blows("Kharkiv", "Odesa"))
        #expect(!blows(nil, "Odesa"))
        #expect(blows(nil, nil, quote: "Russia bombed a market in Kharkiv", "Russian jets struck the market of Kharkiv"))
    }

    @Test func rebelsAreNotTheState() {
        #expect(
            !areOne { desk in
                (
                    desk.event("a", "2024-06-20", .assault, nil, [rebels], [ukraine], on: "2024-06-19", place: "Kharkiv"),
                    desk.event("b", "2024-06-20", .assault, nil, [russia], [ukraine], on: "2024-06-19", place: "Kharkiv")
                )
            })
    }

    @Test func giftsOfOtherThings() {
        func gifts(_ things: [String]) -> Bool {
            areOne { desk in
                (
                    desk.event("a", "2024-06-20", .aid, nil, [korea], [russia], .alleged, on: "2024-06", objects: ["artillery shells"]),
                    desk.event("b", "2024-06-22", .aid, nil, [korea], [russia], on: "2024-06", objects: things)
                )
            }
        }
        #expect(gifts(["shells"]))
        #expect(!gifts(["rice"]))
    }

    @Test func statusOfTheContested() {
        var desk = Desk()
        let a = desk.event("a", "2024-06-20", .aid, nil, [korea], [russia], .alleged, on: "2024-06-18", objects: ["shells"])
        #expect(desk.collate().happening(of: a)?.status == .alleged)
        let own = desk.claim("b", "2024-06-20", korea, .asserts, quote: "we did")
        desk.event("b", "2024-06-20", .aid, nil, [korea], [russia], on: "2024-06-18", objects: ["shells"], claims: [own])
        #expect(desk.collate().happening(of: a)?.status == .alleged)
        desk.event("c", "2024-06-20", .aid, nil, [korea], [russia], on: "2024-06-18", objects: ["shells"])
        #expect(desk.collate().happening(of: a)?.status == .actual)
    }

    @Test func copiesCountOnce() {
        var desk = Desk()
        let quote = "Putin  visited Pyongyang"
        let a = desk.event("a", "2024-06-20", .consult, "visit", [putin], [korea], on: "2024-06-19", quote: quote, publisher: "Agency")
        desk.event(
            "b", "2024-06-21", .consult, "visit", [putin], [korea], on: "2024-06-19", quote: "Putin visited Pyongyang", publisher: "Echo")
        let told = desk.claim("c", "2024-06-21", nil, .asserts, quote: "the Agency said", via: ["Agency"])
        desk.event("c", "2024-06-21", .consult, "visit", [putin], [korea], on: "2024-06-19", claims: [told], publisher: "Mail")
        desk.event("d", "2024-06-21", .consult, "visit", [putin], [korea], on: "2024-06-19", publisher: "Herald")
        let sources = desk.collate().happening(of: a)!.sources
        #expect(sources.documents == 4)
        #expect(sources.publishers == ["Agency", "Herald"])
        #expect(sources.copies == ["b"])
    }

    /// The order of the input changes nothing, something else beside it neither, and every event is in one happening.
    @Test(arguments: 1...20)
    func properties(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let kept = many(80, &random)
        let first = Collation(kept, on: Day(iso: "2024-12-31")!)
        let second = Collation(kept.shuffled(using: &random), on: Day(iso: "2024-12-31")!)
        #expect(first.happenings.map { $0.statements.map(\.id) } == second.happenings.map { $0.statements.map(\.id) })
        #expect(first.followUps.map { "\($0)" } == second.followUps.map { "\($0)" })
        #expect(first.firsts.map { "\($0)" } == second.firsts.map { "\($0)" })
        let told = first.happenings.flatMap { $0.statements.map(\.id) }
        #expect(told.sorted() == kept.map(\.id).sorted())
        var desk = Desk()
        desk.event("zz", "2024-06-20", .protest, "demo", [Actor(code: "FRA", sector: "CVL", name: "crowds", text: "crowds")])
        let more = Collation(kept + desk.kept, on: Day(iso: "2024-12-31")!)
        #expect(Set(first.happenings.map { $0.statements.map(\.id) }).isSubset(of: more.happenings.map { $0.statements.map(\.id) }))
    }
}

/// Events of a few states in some months, told by many documents.
func many(_ count: Int, months: Int = 1, _ random: inout SplitMix64) -> [Kept] {
    var desk = Desk()
    let (people, others) = ([putin, lavrov, russia], [korea, kim, ukraine, states])
    for number in 0..<count {
        let day = Int.random(in: 10...28, using: &random)
        let type = [EventType.consult, .aid, .assault, .accuse, .cooperate].randomElement(using: &random)!
        let status = [Status.actual, .planned, .alleged, .actual].randomElement(using: &random)!
        let month = "\(2024 - number % months / 12)-\(10 + number % months % 3)"
        let date = [nil, "\(month)-\(day)", month, "\(month)-\(day)"].randomElement(using: &random)!
        desk.event(
            "d\(number / 4)-\(number % months)", "\(month)-\(10 + number / 4 % 19)", type,
            type == .consult && Bool.random(using: &random) ? "visit" : nil,
            [people.randomElement(using: &random)!], [others.randomElement(using: &random)!], status, on: date)
    }
    return desk.kept
}
