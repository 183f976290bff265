import Testing

@testable import CasusCore

struct TextTests {
    @Test(arguments: ["", "plain", "“Größe” — 平壌 🙂 é", String(repeating: "aé平🙂", count: 300)])
    func spansCountCodePointsAsPythonDoes(string: String) {
        let text = Text(string)
        let points = Array(string.unicodeScalars)
        var byte = 0
        for (index, point) in points.enumerated() {
            #expect(text.codePoints(before: byte) == index)
            byte += String(point).utf8.count
        }
        #expect(text.codePoints(before: byte) == points.count)
    }
}

struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func vectorsOfTheStandard(text: String, digest: String) {
        #expect(SHA256.hex(Array(text.utf8)) == digest)
    }

    @Test func aMillionLetters() {
        let digest = SHA256.hex([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}
