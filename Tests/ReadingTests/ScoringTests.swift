import CasusCore
import Foundation
import Testing

@testable import Scoring

@Suite("Scoring")
struct ScoringTests {
    static let text = """
        Date: 2024-06-20
        Source: Casus Examples

        A visit

        Albania accused Bolivia of arming rebels. Bolivia denied the charge, U.S. officials said.
        The two Albanian ministers met Chile's envoy on Monday. "Enough!" he said.
        """
    let report = Report(text)

    func line(_ kind: String, _ part: String, _ more: String) throws -> Found {
        let sentence = try #require((1...report.sentences.count).first { report.sentence($0).contains(part) })
        let span = try #require(report.locate(part, in: sentence))
        return try Found(line: "{\"kind\":\"\(kind)\",\"span\":[\(span.start),\(span.end)],\(more)}")
    }

    @Test func sentencesLeaveMetadataOutAndKeepAbbreviations() {
        #expect(
            report.sentences.map { report.string($0) } == [
                "A visit", "Albania accused Bolivia of arming rebels.", "Bolivia denied the charge, U.S. officials said.",
                "The two Albanian ministers met Chile's envoy on Monday.", "\"Enough!\" he said.",
            ])
        #expect(Report("\u{FEFF}One.\r\nTwo").sentences == [0..<4, 5..<8])
        #expect(report.sentence(at: Span(0, 5)) == nil)
    }

    static let accusation =
        #"{"kind":"event","sentence":2,"in":"accused","type":"ACCUSE","actors":["ALB"],"recipients":["BOL"],"status":"actual","mode":"allege"}"#
    static let accused = #""type":"ACCUSE","actors":[{"code":"ALB"}],"recipients":[{"code":"BOL"}],"status":"actual""#

    @Test(arguments: [
        (accused, true),
        (accused.replacing("ALB", with: "CHL"), false),
        (accused.replacing("[{\"code\":\"BOL\"}]", with: "[]"), false),
        (accused.replacing("actual", with: "alleged"), false),
        (accused.replacing("ACCUSE", with: "REJECT"), false),
        (accused.replacing("[{\"code\":\"BOL\"}]", with: "[{\"code\":\"BOL\"},{\"code\":\"CHL\"}]"), false),
        (accused.replacing("[{\"code\":\"ALB\"}]", with: "[{\"code\":\"ALB\"},{\"code\":\"ALB\",\"name\":\"Edi Rama\"}]"), true),
    ])
    func anEventMatchesByTypePartiesAndStatus(fields: String, matches: Bool) throws {
        let score = Score([try line("event", "accused Bolivia", fields)], against: [try Expected(line: Self.accusation)], in: report)
        #expect(score.matches.count == (matches ? 1 : 0))
        #expect(score.missed.count == (matches ? 0 : 1))
        #expect(score.wrong.count == (matches ? 0 : 1))
    }

    @Test func aNeighbouringSentenceIsNoMatch() throws {
        let score = Score([try line("event", "denied", Self.accused)], against: [try Expected(line: Self.accusation)], in: report)
        #expect(score.matches.isEmpty && score.wrong.count == 1 && score.missed.count == 1)
    }

    @Test func oneRecordTakesOneStatementAndTheOneWithBetterDetails() throws {
        let found = [
            try line("event", "accused", Self.accused),
            try line("event", "accused Bolivia", Self.accused + ",\"mode\":\"allege\""),
        ]
        let score = Score(found, against: [try Expected(line: Self.accusation)], in: report)
        #expect(score.matches.first?.found == found[1])
        #expect(score.matches.first?.details == [Detail(field: "mode", wanted: "allege", found: "allege", right: true)])
        #expect(score.wrong.map(\.found) == [found[0]])
        let one = score.tally("event")
        #expect((one.found, one.missed, one.wrong, one.rightDetails) == (1, 0, 1, 1))
        #expect(one.precision == 0.5 && one.recall == 1 && score.tally("claim").precision == nil)
    }

    @Test func aRequiredRecordGetsItsStatementBeforeAnOptionalOne() throws {
        let wide = #"{"kind":"event","sentence":2,"in":"accused","type":"ACCUSE|REJECT","optional":true}"#
        let score = Score(
            [try line("event", "accused", Self.accused)], against: [try Expected(line: wide), try Expected(line: Self.accusation)],
            in: report)
        #expect(score.matches.count == 1 && score.welcome.isEmpty && score.wrong.isEmpty)
        let alone = Score([try line("event", "accused", Self.accused)], against: [try Expected(line: wide)], in: report)
        #expect(alone.welcome.count == 1 && alone.missed.isEmpty && alone.wrong.isEmpty)
    }

    @Test func whatMustNeverBeSaidIsWrongEvenWhereAnOptionalRecordWouldTakeIt() throws {
        let wide = #"{"kind":"event","sentence":2,"in":"accused","type":"AID","optional":true}"#
        let never = #"{"never":true,"kind":"event","sentence":2,"in":"arming","type":"AID","status":"actual"}"#
        let expected = [try Expected(line: wide), try Expected(line: never)]
        let bad = try line("event", "arming rebels", #""type":"AID","actors":[{"code":"BOL"}],"status":"actual""#)
        let score = Score([bad], against: expected, in: report)
        #expect(score.wrong.count == 1 && score.wrong[0].forbidden != nil && score.tally().forbidden == 1)
        let good = try line("event", "arming rebels", #""type":"AID","actors":[{"code":"BOL"}],"status":"alleged""#)
        #expect(Score([good], against: expected, in: report).wrong.isEmpty)
    }

    @Test(arguments: [
        (#""speaker":{"code":"BOL"},"stance":"denies","content_span":[86,96]"#, true),
        (#""speaker":{"code":"BOL"},"stance":"denies","content_span":[70,103]"#, true),
        (#""speaker":{"code":"BOL"},"stance":"asserts","content_span":[86,96]"#, false),
        (#""speaker":null,"stance":"denies","content_span":[86,96]"#, false),
        (#""speaker":{"code":"BOL"},"stance":"denies","content_span":[110,121]"#, false),
    ])
    func aClaimMatchesBySpeakerStanceAndHalfItsContent(fields: String, matches: Bool) throws {
        let sentence = #"{"kind":"claim","sentence":3,"in":"denied","speaker":"BOL","stance":"denies","content":"the charge"}"#
        let place = try #require(report.locate("the charge", in: 3))
        let shifted = fields.replacing("86,96", with: "\(place.start + 4),\(place.end)")
            .replacing("70,103", with: "\(place.start - 12),\(place.end)").replacing("110,121", with: "\(place.end + 2),\(place.end + 12)")
        let score = Score([try line("claim", "Bolivia denied", shifted)], against: [try Expected(line: sentence)], in: report)
        #expect(score.matches.count == (matches ? 1 : 0))
    }

    @Test func theOutletSpeaksAsNullAndTheNamelessByName() throws {
        let own = try Expected(line: #"{"kind":"claim","sentence":5,"in":"Enough","speaker":null,"stance":"asserts","content":"Enough"}"#)
        let said = try line("claim", "Enough", #""speaker":null,"stance":"asserts""#)
        #expect(Score([said], against: [own], in: report).matches.count == 1)
        let named = try Expected(line: #"{"kind":"claim","sentence":5,"in":"Enough","speaker":"the West","content":"Enough"}"#)
        let west = try line("claim", "Enough", #""speaker":{"code":null,"name":"West"},"stance":"asserts""#)
        #expect(Score([west], against: [named], in: report).matches.count == 1)
        #expect(Score([west], against: [own], in: report).matches.isEmpty)
    }

    static let pact =
        #"{"kind":"agreement","sentence":4,"in":"met","parties":["ALB","CHL"],"stage":"signed","status":"actual","duties":["defence"],"spheres":["trade"],"replaces":["1961"]}"#
    static let signed =
        #""parties":[{"code":"CHL"},{"code":"ALB"}],"stage":"signed","status":"actual","duties":[{"kind":"defence"}],"spheres":["Trade"],"replaces":[{"date":"1961-07-06"}]"#

    @Test(arguments: [
        (signed, true), (signed.replacing("1961-07", with: "1960-07"), false), (signed.replacing("defence", with: "neutrality"), false),
        (signed.replacing("\"Trade\"", with: "\"trade\",\"culture\""), false),
        (signed.replacing("\"signed\"", with: "\"ratified\""), false),
    ])
    func anAgreementMatchesByPartiesStageDutiesSpheresAndReplaced(fields: String, matches: Bool) throws {
        let score = Score([try line("agreement", "met", fields)], against: [try Expected(line: Self.pact)], in: report)
        #expect(score.matches.count == (matches ? 1 : 0))
    }

    @Test func aQuestionMatchesByWhatItAsks() throws {
        let asked = try Expected(line: #"{"kind":"question","sentence":4,"in":"envoy","asks":"Chile's envoy","unspecified":true}"#)
        let right = try line("question", "met", #""asks":"who met Chile's  envoy","unspecified":false"#)
        let score = Score([right], against: [asked], in: report)
        #expect(score.matches.first?.details.first?.right == false)
        #expect(Score([try line("question", "met", #""asks":"why""#)], against: [asked], in: report).matches.isEmpty)
    }

    @Test(arguments: ["nonsense", "[]", #"{"kind":"event"}"#, #"{"kind":"event","sentence":1,"in":"x","actor":["ALB"]}"#])
    func aMalformedLineIsAProblem(line: String) {
        #expect(throws: Problem.self) { try Expected(line: line) }
        #expect(throws: Problem.self) { try Found(line: line) }
    }
}
