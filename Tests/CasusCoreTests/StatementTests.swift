import Foundation
import Testing

@testable import CasusCore

struct StatementTests {
    private func event(status: Status = .actual, rule: String = "frame:visit") -> Statement {
        .event(
            Event(
                origin: Origin(sentence: 1, span: Span(0, 12), quote: "Putin \"came\"", rule: rule, confidence: 0.85), type: .consult,
                mode: "visit",
                cameo: "042", actors: [Actor(code: "RUS", sector: "GOV", name: "Vladimir Putin", cow: 365, gw: 365, text: "Putin")],
                recipients: [], status: status))
    }

    private let document = Document(text: Text("Putin \"came\" to town."), published: Day(iso: "2024-06-20"))

    @Test func jsonHasEveryKeyAndReadsBack() throws {
        let json = event().identified(in: document, key: document.key).json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let keys: Set<String> = [
            "id", "kind", "document", "sentence", "span", "quote", "rule", "confidence", "type", "mode", "contexts", "cameo", "actors",
            "recipients",
            "status", "date", "date_text", "place", "objects", "claims", "about", "same_as",
        ]
        #expect(Set(object.keys) == keys)
        #expect(object["quote"] as? String == "Putin \"came\"")
        #expect(object["date"] is NSNull)
    }

    @Test func theNameComesFromTheMeaningAlone() {
        let name = event().identified(in: document, key: document.key).id
        #expect(event(rule: "another").identified(in: document, key: document.key).id == name)
        #expect(event(status: .planned).identified(in: document, key: document.key).id != name)
        var later = document
        later.published = Day(iso: "2024-06-21")
        #expect(event().identified(in: later, key: later.key).id != name)
    }

    @Test(arguments: [("a\u{1}b", "\"a\\u0001b\""), ("tab\t\n", "\"tab\\t\\n\""), ("\\\"", "\"\\\\\\\"\""), ("é平", "\"é平\"")])
    func escapes(text: String, json: String) {
        var writer = JSONWriter()
        writer.value(text)
        #expect(writer.string == json)
    }

    @Test(arguments: [(0.85, "0.85"), (1.0, "1.0"), (-0.5, "-0.5"), (0.123456, "0.123"), (0.05, "0.05"), (0, "0.0")])
    func decimals(number: Double, json: String) {
        var writer = JSONWriter()
        writer.value(number)
        #expect(writer.string == json)
    }
}
