import Testing

@testable import Service

/// In which form an answer is given.
struct AnswerTypeTests {
    private func type(_ target: String, accept: String? = nil) throws -> AnswerType {
        try AnswerType(Request(method: "GET", target: target, headers: accept.map { ["accept": $0] } ?? [:]))
    }

    @Test(arguments: [
        ("/a", nil, AnswerType.json), ("/a?format=csv", nil, .csv), ("/a?format=words", "text/csv", .words), ("/a", "text/csv", .csv),
        ("/a", "text/html, application/x-ndjson;q=0.5", .ndjson), ("/a", "*/*", .json), ("/a", "", .json),
    ])
    func isTheOneAskedFor(target: String, accept: String?, expected: AnswerType) throws {
        #expect(try type(target, accept: accept) == expected)
    }

    @Test(arguments: ["/a?format=", "/a?format=xml", "/a?format=csv&format=csv"])
    func isRefusedWhereItIsNone(target: String) {
        #expect(throws: Refusal.self) { try type(target) }
    }
}
