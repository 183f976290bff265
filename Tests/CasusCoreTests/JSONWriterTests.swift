import Testing

@testable import CasusCore

struct JSONWriterTests {
    private func written(omittingEmpty: Bool, _ fields: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(omittingEmpty: omittingEmpty)
        json.object(fields)
        return json.string
    }

    private func fields(_ json: inout JSONWriter) {
        json.field("a", String?.none)
        json.field("b", "")
        json.field("c", [])
        json.field("d", 0)
        json.key("e")
        json.object { $0.field("f", Int?.none) }
        json.key("g")
        json.array([String?.none, "h"]) { $0.value($1) }
        json.field("i", false)
        json.field("j", ["k"])
        json.field("l", Int?.none)
    }

    /// Null and the empty list go; an empty string, zero and false are something, and so is null within a list.
    @Test func leavesOutWhatIsEmpty() {
        #expect(written(omittingEmpty: true, fields) == #"{"b":"","d":0,"e":{},"g":[null,"h"],"i":false,"j":["k"]}"#)
    }

    @Test func elseWritesEveryField() {
        let whole = #"{"a":null,"b":"","c":[],"d":0,"e":{"f":null},"g":[null,"h"],"i":false,"j":["k"],"l":null}"#
        #expect(written(omittingEmpty: false, fields) == whole)
    }

    @Test func nothingLeftIsAnEmptyObject() {
        #expect(written(omittingEmpty: true) { $0.field("a", []) } == "{}")
    }

    @Test(arguments: ["\u{1}\u{C}\u{1F}", "\"\\/\n\t\r", "é平🚀\u{2028}", "e\u{301}", ""])
    func anyTextReadsBack(text: String) throws {
        var json = JSONWriter()
        json.value(text)
        #expect(Array(try JSONTree(json.bytes, file: "text").root.string().unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: [#""\u0000""#, #""\ud800""#, #""\udc00x""#, "\"\u{1}\""])
    func whatIsNoTextIsRefused(json: String) {
        #expect(throws: Problem.self) { try JSONTree(Array(json.utf8), file: "text") }
    }
}
