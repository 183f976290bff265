import CasusCore
import Testing

@testable import Intake

struct LineReaderTests {
    private func lines(_ text: String, limit: Int = 1 << 20) -> [String] {
        var reader = LineReader(ByteStream(Array(text.utf8)), limit: limit)
        var lines: [String] = []
        while true {
            do {
                guard let line = try reader.next() else { return lines }
                lines.append("\(reader.number) " + String(decoding: line, as: UTF8.self))
            } catch {
                lines.append("\(reader.number) \(error.what)")
            }
        }
    }

    @Test(arguments: [
        ("", []), ("\n", ["1 "]), ("a", ["1 a"]), ("a\n", ["1 a"]), ("a\n\nb", ["1 a", "2 ", "3 b"]),
    ])
    func splits(_ text: String, _ expected: [String]) {
        #expect(lines(text) == expected)
    }

    @Test func readsAcrossPieces() {
        let long = String(repeating: "x", count: 3_000_000)
        #expect(lines("a\n" + long + "\nb", limit: 3_000_000) == ["1 a", "2 " + long, "3 b"])
    }

    @Test func goesOnAfterALineThatIsTooLong() {
        let tooLong = String(repeating: "x", count: 2_500_000)
        let message = "2 is longer than a document may be (2 MB)"
        #expect(lines("a\n" + tooLong + "\nb\n", limit: 2_000_000) == ["1 a", message, "3 b"])
        #expect(lines("a\n" + tooLong, limit: 2_000_000) == ["1 a", message])
    }
}
