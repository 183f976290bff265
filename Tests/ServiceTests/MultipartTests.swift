import Testing

@testable import Service

/// Forms with files, as browsers send them, and as they do not.
struct MultipartTests {
    private func form(_ text: String, type: String = "multipart/form-data; boundary=XyZ") throws -> Multipart {
        try Multipart(Array(text.utf8), type: type)
    }

    private func part(_ name: String, _ value: String) -> String {
        "--XyZ\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    @Test(arguments: [
        "a", "", "two\r\nlines", "\r\n", "--XyZ", "--Xy", "\r\n--Xy", "-\r\n-\r\n--", "ends with \r", "a\r\n\r\nb", "é漢🇫🇷", "\0",
        "name=\"x\"",
    ])
    func aValueComesAsItWas(value: String) throws {
        let form = try form(part("text", value) + part("other", "1") + "--XyZ--\r\n")
        #expect(form.fields["text"] == Array(value.utf8))
        #expect(form.fields["other"] == Array("1".utf8))
        #expect(form.text("text") == (value.isEmpty ? nil : value))
    }

    @Test func ofATextAndAFileTheOneThatIsNotEmpty() throws {
        #expect(try form(part("text", "") + part("text", "file") + "--XyZ--").text("text") == "file")
        #expect(try form(part("text", "typed") + part("text", "") + "--XyZ--").text("text") == "typed")
        #expect(try form(part("text", "typed") + part("text", "file") + "--XyZ--").text("text") == "typed")
    }

    @Test(arguments: [
        "multipart/form-data; boundary=XyZ", "multipart/form-data; boundary=\"XyZ\"", "multipart/form-data; charset=utf-8; boundary=XyZ",
        "multipart/form-data; boundary=XyZ; charset=utf-8", "multipart/form-data;boundary=XyZ", "multipart/form-data; Boundary=XyZ",
        "Multipart/Form-Data; BOUNDARY=XyZ", "multipart/form-data; boundary=XyZ ",
    ])
    func theBoundaryIsFound(type: String) throws {
        #expect(try form(part("a", "1") + "--XyZ--", type: type).text("a") == "1")
    }

    @Test func whatStandsBeforeAndBehindIsLeftAlone() throws {
        #expect(try form("a preamble\r\n" + part("a", "1") + "--XyZ--\r\nan epilogue\r\n--XyZ").text("a") == "1")
        #expect(try form("--XyZ--").fields.isEmpty)
    }

    @Test func aFileOfBytes() throws {
        let bytes = (0...255).map { UInt8($0) }
        let head =
            "--XyZ\r\nContent-Disposition: form-data; name=\"text\"; filename=\"a name=b.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        let form = try Multipart(Array(head.utf8) + bytes + Array("\r\n--XyZ--".utf8), type: "multipart/form-data; boundary=XyZ")
        #expect(form.fields["text"] == bytes)
        #expect(form.text("text") == nil)
    }

    @Test(arguments: [
        "", "nothing", "--XyZ", "--XyZ\r\n", "--XyZ\r\n\r\n", "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--Xy--",
        "--XyZ\r\nContent-Disposition: form-data\r\n\r\n1\r\n--XyZ--",
        "--XyZ\r\nno head\r\n--XyZ--", "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n1\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--XyZ--", "--other\r\n\r\n--other--",
    ])
    func whatIsBrokenIsRefused(text: String) {
        #expect(throws: Refusal.self) { try form(text) }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=" + String(repeating: "b", count: 71), "", "text/plain; boundary",
    ])
    func noBoundaryIsRefused(type: String) {
        #expect(throws: Refusal.self) { try form(part("a", "1") + "--XyZ--", type: type) }
    }

    @Test(arguments: [(100, false), (1001, true)])
    func thousandsOfPartsAreRefused(count: Int, isRefused: Bool) {
        let text = (0..<count).map { part("f\($0)", "x") }.joined() + "--XyZ--"
        #expect(((try? form(text)) == nil) == isRefused)
    }
}
