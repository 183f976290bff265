import Casus
import Foundation
import Scoring
import Testing

/// The scorers of other people's data.
struct PeerScoringTests {
    static let marked =
        #"{"text":"On Monday Chad's army freed two men.","marked":"On Monday <s>Chad's army</s> freed <t>two men</t>.","events":[{"code":"YIELD"}]}"#

    @Test func aMarkedSentenceHasItsTypesAndActors() throws {
        let again = Self.marked.replacing("YIELD", with: "COERCE")
        let list = try PloverSentence.list([Self.marked, again, #"{"text":"It rained.","events":[]}"#].joined(separator: "\n"))
        #expect(list.map(\.types) == [["YIELD", "COERCE"], []])
        #expect(list[0].actors["YIELD"] == [Span(10, 21)])
        #expect(throws: Problem.self) { try PloverSentence.list("nonsense") }
    }

    @Test func typesAreCountedByTheSentence() {
        var score = TypeScore()
        score.add(wanted: ["AID"], found: ["AID", "CONSULT"])
        score.add(wanted: ["AID"], found: ["AGREE"])
        score.add(wanted: ["REJECT"], found: [])
        score.add(wanted: [], found: ["PROTEST"])
        score.add(wanted: [], found: [])
        let all = score.all
        #expect((all.found, all.missed, all.wrong) == (1, 2, 3))
        #expect(abs((all.f1 ?? 0) - 2.0 / 7) < 1e-9)
        #expect(score.byType["AID"]?.missed == 1)
        #expect(score.confusions == [.init(wanted: "AID", found: "AGREE"): 1, .init(wanted: "REJECT", found: nil): 1])
        #expect((score.quiet, score.alarms) == (2, 1))
    }

    @Test(arguments: [
        ("Chad's army", true), ("army", true), ("Chad", true), ("two men", false), ("the army of Chad", false),
    ])
    func theHeadOfAnActorLiesInTheMark(words: String, isInside: Bool) {
        #expect(ActorHead.isInside([Span(10, 21)], words: words, of: "On Monday Chad's army freed two men.") == isInside)
    }

    @Test func theHeadStandsBeforeAPreposition() {
        let text = "The envoy of the king of Spain, Ana Gil, left."
        #expect(ActorHead.isInside([Span(0, 9)], words: "The envoy of the king", of: text))
        #expect(!ActorHead.isInside([Span(13, 21)], words: "The envoy of the king", of: text))
    }

    @Test func whatIsToComeAndWhatIsRefusedHasATypeOfItsOwn() throws {
        func types(_ text: String, _ coding: PloverCoding) throws -> Set<String> { Set(coding.told(try read(text)).map(\.type)) }
        #expect(try types("Poland will send tanks to Ukraine.", .plain) == ["AID"])
        #expect(try types("Poland will send tanks to Ukraine.", .manual) == ["AGREE"])
        #expect(try types("Iran and Russia signed a treaty of friendship.", .manual) == ["SUPPORT"])
        #expect(try types("Iran and Russia signed a treaty of friendship.", .plain) == [])
    }

    static let standoff = """
        T1\tSource 0 3\tAna
        T2\tCue 4 8\tsaid
        T3\tContent 9 20;25 30\tit was late ... today
        T4\tAttribution 4 8\tsaid
        E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
        E2\tAttribution:T4
        T5\tDiscard 9 20\tit was late
        """

    @Test func standoffIsReadWithItsPieces() throws {
        let list = try Attribution.list(standoff: Self.standoff)
        #expect(list.map(\.pieces) == [[.source: [Span(0, 3)], .cue: [Span(4, 8)], .content: [Span(9, 20), Span(25, 30)]]])
        #expect(throws: Problem.self) { try Attribution.list(standoff: "T1\tSource x\tAna") }
        #expect(throws: Problem.self) { try Attribution.list(standoff: "E1\tAttribution:T9 Cue:T8") }
    }

    @Test func spansAreRightExactlyOrByWhatTheyShare() throws {
        let wanted = try Attribution.list(standoff: Self.standoff)
        let near = try Attribution.list(standoff: Self.standoff.replacing("9 20;25 30", with: "9 30"))
        let far = try Attribution.list(standoff: Self.standoff.replacing("4 8", with: "40 48"))
        var score = SpanScore()
        #expect(score.add(wanted: wanted, found: near).missed.isEmpty)
        #expect((score.exact[.content]?.found, score.overlap[.content]?.found) == (0, 1))
        #expect((score.whole.found, score.wholeOverlap.found) == (0, 1))
        #expect(score.add(wanted: wanted, found: far).wrong == far)
        #expect(score.exact[.cue] == Tally(found: 1, missed: 1, wrong: 1))
        #expect(score.wholeOverlap == Tally(found: 1, missed: 1, wrong: 1))
    }

    @Test func aClaimGivesItsSpans() throws {
        let claims = try read("\"It is late,\" Macron said.").claims
        let attribution = try #require(claims.first.flatMap(Attribution.init))
        #expect(attribution.pieces == [.source: [Span(14, 20)], .cue: [Span(21, 25)], .content: [Span(0, 13)]])
    }

    /// No marks at the edges, and nothing inside what somebody says.
    @Test(
        arguments: [
            ("Macron, the president, said that the table was set.", [Span(0, 21), Span(23, 27), Span(28, 50)]),
            ("Macron said: \"It is late.\"", [Span(0, 6), Span(7, 11), Span(14, 24)]),
            ("Macron said that Merkel said that it was late.", [Span(0, 6), Span(7, 11), Span(12, 45)]),
        ] as [(String, [Span])])
    func attributionsHaveTheHabitsOfTheCorpus(text: String, expected: [Span]) throws {
        let found = PolnearHabits(text: text).attributions(try read(text).claims)
        #expect(found.map { $0.pieces[.source]! + $0.pieces[.cue]! + $0.pieces[.content]! } == [expected])
    }

    @Test func aWordThatIsMarkedInHalfIsWhole() throws {
        let marked = try Attribution.list(standoff: Self.standoff.replacing("9 20;25 30", with: "9 19;23 27"))
        let settled = PolnearHabits(text: "Ana said (it was late) and, so on").settled(marked)
        #expect(settled.map { $0.pieces[.content] } == [[Span(10, 21), Span(23, 26)]])
    }
}

extension Tally {
    fileprivate init(found: Int, missed: Int, wrong: Int) {
        self.init()
        (self.found, self.missed, self.wrong) = (found, missed, wrong)
    }
}
