import Testing

@testable import CasusCore

struct SpellingTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("raed", "read", 1), ("Read", "read", 0), ("café", "cafe", 1),
    ])
    func distance(_ a: String, _ b: String, _ distance: Int) {
        #expect(spellingDistance(a, b) == distance)
        #expect(spellingDistance(b, a) == distance)
    }

    @Test(
        arguments: [
            ("raed", "read"), ("serch", "search"), ("tim", "timeline"), ("xyz", nil), ("se", "search"), ("", nil), ("r", nil),
        ] as [(String, String?)])
    func meaning(_ word: String, _ expected: String?) {
        #expect(meant(by: word, among: ["read", "search", "timeline"]) == expected)
    }
}
