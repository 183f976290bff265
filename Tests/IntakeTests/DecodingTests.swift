import CasusCore
import Testing

@testable import Intake

struct DecodingTests {
    @Test(
        arguments: [
            (Encoding.utf8, bytes("café"), "café"),
            (.utf8, [0xEF, 0xBB, 0xBF] + bytes("mark"), "mark"),
            (.latin1, [0xEF, 0xBB, 0xBF] + bytes("é"), "é"),
            (.utf8, bytes("a\r\nb\rc\n\r\r\nd\r"), "a\nb\nc\n\n\nd\n"),
            (.latin1, [0x63, 0x61, 0x66, 0xE9, 0x0D, 0x0A, 0x85], "café\n\u{85}"),
            (.cp1252, [0x93, 0x68, 0x69, 0x94, 0x80, 0xFF, 0x8A, 0xA0], "“hi”€ÿŠ\u{A0}"),
            (.utf8, bytes("日本 🕊 e\u{301}"), "日本 🕊 e\u{301}"),
            (.utf8, [], ""),
        ] as [(Intake.Encoding, [UInt8], String)])
    func decodes(_ encoding: Encoding, _ bytes: [UInt8], _ text: String) throws {
        #expect(try encoding.decode(bytes) == Array(text.utf8))
    }

    @Test(
        arguments: [
            (Encoding.utf8, bytes("caf") + [0xE9, 0x20], "not UTF-8 at byte 3 (0xE9); give --encoding latin1 or --encoding cp1252"),
            // An overlong slash, a surrogate, a value past the last, a lone continuation, a sequence cut off by the end.
            (.utf8, [0x61, 0xC0, 0xAF], "not UTF-8 at byte 1 (0xC0)"),
            (.utf8, [0xED, 0xA0, 0x80], "not UTF-8 at byte 0 (0xED)"),
            (.utf8, [0x61, 0x61, 0xF4, 0x90, 0x80, 0x80], "not UTF-8 at byte 2 (0xF4)"),
            (.utf8, [0x80], "not UTF-8 at byte 0 (0x80)"),
            (.utf8, [0x61, 0xE2, 0x82], "not UTF-8 at byte 1 (0xE2)"),
            (.utf8, [0xEF, 0xBB, 0xBF, 0x61, 0xFF], "not UTF-8 at byte 4 (0xFF)"),
            (.cp1252, [0x61, 0x81], "not cp1252 at byte 1 (0x81)"),
            (.cp1252, [0x8D], "not cp1252 at byte 0 (0x8D)"),
            (.cp1252, [0x8F], "not cp1252 at byte 0 (0x8F)"),
            (.cp1252, [0x90], "not cp1252 at byte 0 (0x90)"),
            (.cp1252, [0x9D], "not cp1252 at byte 0 (0x9D)"),
            (.utf8, [0x61, 0, 0x62], "has a NUL (U+0000) at byte 1"),
            (.latin1, [0x61, 0x62, 0], "has a NUL (U+0000) at byte 2"),
        ] as [(Intake.Encoding, [UInt8], String)])
    func refuses(_ encoding: Encoding, _ bytes: [UInt8], _ message: String) {
        let problem = #expect(throws: Problem.self) { try encoding.decode(bytes) }
        #expect(problem?.description.hasPrefix(message) == true, "\(String(describing: problem))")
        #expect(problem?.mend != nil)
    }

    @Test(arguments: [
        ("", true), (" \t\n\r", true), ("\u{FEFF}\u{A0}\u{3000}\u{2028}\n", true), ("\u{200B}", true),
        (" \n.", false), ("é", false), ("\u{A0}日", false), ("x", false),
    ])
    func blank(_ text: String, _ blank: Bool) {
        #expect(isBlank(Array(text.utf8)[...]) == blank)
    }
}

struct AlienTests {
    @Test(
        arguments: [
            (bytes("%PDF-1.7\n"), "a PDF"),
            ([0x1F, 0x8B, 0x08, 0], "gzip"),
            ([0x50, 0x4B, 0x03, 0x04, 0x14], "a zip archive or an office document"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], "an image (PNG)"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "an image (JPEG)"),
            (bytes("RIFF1234WEBP"), "an image (WebP)"),
            (bytes(String(repeating: "a", count: 257) + "ustar"), "a tar archive"),
            ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
            (bytes("\u{FEFF}\n<!DOCTYPE html><p>"), "a web page (HTML)"),
            (bytes("<html lang=en>"), "a web page (HTML)"),
            ([0xFF, 0xFE, 0x61, 0], "UTF-16"),
            ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
            ([1, 2, 3, 4, 0x61, 0x62, 0x63], "a binary file"),
        ] as [([UInt8], String)])
    func recognises(_ head: [UInt8], _ what: String) {
        let problem = Alien.problem(head[...])
        #expect(problem?.what == "looks like " + what)
        #expect(problem?.mend != nil)
    }

    @Test func recognisesUTF16WithoutItsMark() {
        let units = Array("Moscow said".utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(Alien.problem(little[...])?.description == "looks like UTF-16; make it UTF-8: iconv -f UTF-16LE -t UTF-8")
        #expect(Alien.problem(big[...])?.description == "looks like UTF-16; make it UTF-8: iconv -f UTF-16BE -t UTF-8")
    }

    @Test(arguments: ["", "a", "Plain text.\n\tIndented\u{0C}\n", "<p> is a tag", "%PD is not", "a\u{0}b", "日本", "PK is short"])
    func leavesTextAlone(_ text: String) {
        #expect(Alien.problem(Array(text.utf8)[...]) == nil)
    }
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
