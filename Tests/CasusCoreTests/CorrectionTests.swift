import Testing

@testable import CasusCore

struct CorrectionTests {
    private let document = Document(text: Text("Russia armed North Korea."))

    private var event: Statement {
        var event = Event(
            origin: Origin(sentence: 1, span: Span(0, 24), quote: "Russia armed North Korea", rule: "frame:arm", confidence: 0.9),
            type: .aid,
            mode: nil, cameo: nil, actors: [Actor(code: "RUS", name: "Russia", text: "Russia")], recipients: [], status: .actual)
        event.place = "Paris"
        (event.claims, event.about, event.sameAs) = (["c"], ["a"], ["s"])
        return Statement.event(event).identified(in: document, key: document.key)
    }

    private var agreement: Statement {
        var agreement = Agreement(
            origin: Origin(sentence: 1, span: Span(0, 24), quote: "", rule: "", confidence: 1), name: "Treaty", parties: [], stage: nil,
            status: .actual)
        agreement.duties = [.init(kind: .neutrality, trigger: nil, quote: "armed")]
        return .agreement(agreement)
    }

    private func made(_ field: String, _ value: String) -> Correction {
        Correction(statement: event.id, field: field, value: value, by: "me", at: Instant(seconds: 0))
    }

    private func refusal(_ statement: Statement, _ field: String, _ value: String) throws -> Problem {
        try #require(throws: Problem.self) { _ = try statement.corrected(by: [made(field, value)]) }
    }

    @Test func onlyTheFieldChanges() throws {
        let corrected = try event.corrected(by: [made("status", "\"planned\"")])
        #expect(corrected.json == event.json.replacing("\"status\":\"actual\"", with: "\"status\":\"planned\""))
        #expect(try event.corrected(by: []).json == event.json)
    }

    @Test(arguments: ["status", "mode", "date", "actors", "objects"])
    func nameSpanQuoteAndLinksStay(field: String) throws {
        let values = [
            "status": "\"denied\"", "mode": "\"visit\"", "date": "\"2024-06\"", "actors": "[]", "objects": "[\"shells\", \"grain\"]",
        ]
        let corrected = try event.corrected(by: [made(field, values[field]!)])
        #expect(corrected.origin == event.origin)
        for relation in LinkKind.allCases { #expect(corrected[relation] == event[relation]) }
        #expect(corrected.json != event.json)
    }

    @Test func nullEmptiesAField() throws {
        guard case .event(let it) = try event.corrected(by: [made("place", "null"), made("actors", "null")]) else {
            return #expect(Bool(false))
        }
        #expect(it.place == nil)
        #expect(it.actors.isEmpty)
    }

    @Test func theLaterOneCounts() throws {
        let corrected = try event.corrected(by: [made("status", "\"planned\""), made("place", "null"), made("status", "\"denied\"")])
        #expect(corrected.status == .denied)
    }

    @Test(arguments: [("staus", "did you mean status?"), ("plac", "did you mean place?"), ("colour", "its fields are type, mode")])
    func anUnknownFieldIsNamedWithANearOne(field: String, mend: String) throws {
        let problem = try refusal(event, field, "null")
        #expect(problem.kind == .usage)
        #expect(problem.what == "\(field) is no field of this event")
        #expect(problem.mend?.hasPrefix(mend) == true)
    }

    @Test(arguments: ["id", "kind", "span", "quote", "rule", "confidence", "claims", "same_as", "document"])
    func whatWasReadAndItsLinksAreNotCorrected(field: String) throws {
        #expect(try refusal(event, field, "null").kind == .usage)
    }

    @Test(arguments: [
        ("status", "\"maybe\""), ("status", "null"), ("status", "1"), ("date", "\"June\""), ("actors", "\"RUS\""),
        ("actors", "[{\"code\":\"RUS\"}]"), ("objects", "[1]"), ("place", "[]"), ("place", "Paris"), ("place", ""),
        ("place", "\"a\" \"b\""),
        ("place", "null,\"status\":\"denied\""), ("status", "\"actual\",\"colour\":1"), ("place", "\"a\"}"),
    ])
    func aValueThatIsNoneOfTheFieldsIsRefused(field: String, value: String) throws {
        #expect(try refusal(event, field, value).kind == .data)
    }

    /// It follows from the duties.
    @Test func theTypeOfAnAgreementIsNotCorrected() throws {
        #expect(try refusal(agreement, "type", "\"defence\"").kind == .usage)
        let duties = "[{\"kind\":\"defence\",\"quote\":\"armed\"}]"
        guard case .agreement(let it) = try agreement.corrected(by: [made("duties", duties)]) else { return #expect(Bool(false)) }
        #expect(it.type == .defence)
    }

    @Test(arguments: [([], true), (["false"], false), (["false", "true"], true), (["true", "false"], false)])
    func theLastWordOnWhetherItIsStatedCounts(values: [String], isStated: Bool) throws {
        let corrections = values.map { made(Correction.stated, $0) }
        #expect(Statement.isStated(corrections + [made("place", "null")]) == isStated)
        #expect(try event.corrected(by: corrections).json == event.json)
    }
}
