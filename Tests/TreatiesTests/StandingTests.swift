import Casus
import CasusCore
import Testing

@testable import Treaties

struct StandingTests {
    @Test func kleene() {
        #expect((Truth.yes && .unknown) == .unknown)
        #expect((Truth.no && .unknown) == .no)
        #expect((Truth.yes || .unknown) == .yes)
        #expect((Truth.no || .unknown) == .unknown)
        #expect(!Truth.unknown == .unknown)
        // Not classical: "it or its opposite" is unknown.
        #expect((Truth.unknown || !Truth.unknown) == .unknown)
        #expect([Truth]().all == .yes)
        #expect([Truth]().any == .no)
    }

    /// The day before and the first day.
    @Test(arguments: [
        ("north-atlantic-1949", "FIN", "2023-04-04"), ("north-atlantic-1949", "SWE", "2024-03-07"),
        ("north-atlantic-1949", "DEU", "1955-05-06"),
        ("north-atlantic-1949", "GRC", "1952-02-18"), ("eu-mutual-assistance-2007", "HRV", "2013-07-01"),
    ])
    func joins(_ id: String, _ state: String, _ first: String) throws {
        let treaty = try #require(book[id])
        #expect(treaty.standing(of: state, on: day(first).adding(days: -1)).holds == .no)
        #expect(treaty.standing(of: state, on: day(first)).holds == .yes)
    }

    /// The first day in force, and the first on which it no longer was.
    @Test(arguments: [
        ("russia-dprk-2024", "2024-12-04", String?.none), ("china-dprk-1961", "1961-09-10", nil),
        ("ussr-dprk-1961", "1961-09-10", "1996-09-10"),
        ("north-atlantic-1949", "1949-08-24", nil), ("warsaw-pact-1955", "1955-06-06", "1991-07-01"),
        ("us-roc-1954", "1955-03-03", "1980-01-01"),
        ("us-japan-1960", "1960-06-23", nil), ("aachen-2019", "2020-01-22", nil), ("eu-mutual-assistance-2007", "2009-12-01", nil),
        ("anglo-soviet-1941", "1941-07-12", nil),
    ])
    func isInForce(_ id: String, _ first: String, _ end: String?) throws {
        let treaty = try #require(book[id])
        #expect(treaty.standing(on: day(first).adding(days: -1)).holds == .no)
        #expect(treaty.standing(on: day(first)).holds == .yes)
        if let end {
            #expect(treaty.standing(on: day(end).adding(days: -1)).holds == .yes)
            #expect(treaty.standing(on: day(end)).holds == .no)
        }
    }

    @Test func aRoughDateIsUnknownWithinIt() throws {
        let treaty = try treaty(json())
        let germany: (String) -> Truth = { treaty.standing(of: "DEU", on: day($0)).holds }
        #expect(germany("1901-04-30") == .no)
        #expect(germany("1901-05-15") == .unknown)
        #expect(germany("1901-05-31") == .yes)
        #expect(germany("1905-12-31") == .yes)
        #expect(germany("1906-01-01") == .no)
        #expect(treaty.standing(of: "ITA", on: day("1902-01-01")).reason == .noParty)
    }

    @Test func signedIsNotInForce() throws {
        let treaty = try #require(book["russia-dprk-2024"])
        let reason = treaty.standing(on: day("2024-12-03")).reason
        #expect(reason == .notYet(EDTF("2024-12-04")))
    }
}

struct SupersessionTests {
    /// 1961, lapsed in 1996, 2000, 2024: with the gap between.
    @Test func theChainOfRussiaAndNorthKorea() {
        let ladder = book.supersession(between: ["RUS", "SUN"], and: ["PRK"])
        let ids = ladder.rungs.map(\.treaty.id)
        let starts = ladder.rungs.compactMap { $0.from?.earliest }
        #expect(starts == starts.sorted())
        #expect(ids.contains("ussr-dprk-1961") && ids.contains("russia-dprk-2000") && ids.contains("russia-dprk-2024"))
        let defence = book.supersession(between: ["RUS", "SUN"], and: ["PRK"], kinds: [.defence])
        #expect(defence.gaps == [Supersession.Gap(from: day("1996-09-10"), to: day("2024-12-03"))])
    }

    @Test func aPairWithoutTreatiesHasNone() {
        let ladder = book.supersession(between: ["NPL"], and: ["ISL"])
        #expect(ladder.rungs.isEmpty)
        #expect(ladder.gaps.isEmpty)
    }

    @Test func gapsLieBetweenRungs() {
        for (a, b) in [("FRA", "POL"), ("USA", "JPN"), ("GBR", "EGY"), ("DEU", "ITA"), ("CHN", "RUS")] {
            let ladder = book.supersession(between: commitments.codes(of: a), and: commitments.codes(of: b))
            for gap in ladder.gaps {
                #expect(gap.from <= gap.to)
                for rung in ladder.rungs {
                    guard let from = rung.from?.earliest else { continue }
                    #expect(gap.to < from || (rung.to?.latest).map { $0 < gap.from } ?? false, "\(a) \(b) \(rung.treaty.id)")
                }
            }
        }
    }
}

struct ChainTests {
    @Test(arguments: [
        ("russia-dprk-2000", ["ussr-dprk-1961", "russia-dprk-2000", "russia-dprk-2024"]),
        ("anglo-japanese-1902", ["anglo-japanese-1902", "anglo-japanese-1905", "anglo-japanese-1911", "four-power-1921"]),
        ("four-power-1921", ["anglo-japanese-1902", "anglo-japanese-1905", "anglo-japanese-1911", "four-power-1921"]),
        ("north-atlantic-1949", ["north-atlantic-1949"]),
        // The other two that the Little Entente followed are no part of this one's chain.
        ("yugoslavia-romania-1921", ["yugoslavia-romania-1921", "little-entente-1933"]),
    ])
    func aTreatyHasAChain(_ id: String, _ ids: [String]) throws {
        let chain = try #require(book.chain(of: id))
        #expect(chain.rungs.map(\.treaty.id) == ids)
    }

    @Test func ofItsWholeLife() throws {
        let chain = try #require(book.chain(of: "russia-dprk-2000"))
        #expect(chain.rungs[0].from == EDTF("1961-09-10") && chain.rungs[0].to == EDTF("1996-09-09"))
        #expect(chain.gaps == [Supersession.Gap(from: day("1996-09-10"), to: day("2000-09-30"))])
        #expect(chain.rungs[2].to == nil)
    }

    @Test func thereIsNoneOfWhatIsNoTreaty() { #expect(book.chain(of: "no-such-1900") == nil) }

    /// What a treaty promises a third state is no promise between the two who made it.
    @Test(arguments: [
        ("quintuple-belgium-1839", "FRA", "GBR", nil), ("quintuple-belgium-1839", "FRA", "BEL", DutyKind.guarantee),
        ("asean-tac-1976", "RUS", "PRK", nil), ("asean-tac-1976", "RUS", "THA", .nonaggression),
        ("north-atlantic-1949", "FRA", "POL", .defence), ("russia-dprk-2000", "PRK", "RUS", .consultation),
    ])
    func promisesOfTwo(_ id: String, _ a: String, _ b: String, _ kind: DutyKind?) throws {
        let treaty = try #require(book[id])
        #expect(treaty.strongest(between: [a], and: [b]) == kind)
        #expect(treaty.strongest(between: [b], and: [a]) == kind)
    }

    @Test func aGuaranteeOfAThirdIsNoHelpBetweenTheTwo() {
        let help = book.supersession(between: ["FRA"], and: ["GBR"], kinds: [.defence, .offence, .guarantee])
        #expect(!help.rungs.contains { $0.treaty.id == "quintuple-belgium-1839" })
        #expect(help.gaps == [Supersession.Gap(from: day("1940-06-23"), to: day("1947-09-07"))])
    }
}
