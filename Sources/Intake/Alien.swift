import CasusCore

/// What a file is, where it is not text.
enum Alien {
    /// Bytes at the start of a file, what it then is, and how it becomes text.
    private static let marks: [(start: [UInt8], offset: Int, what: String, mend: String)] = [
        ([0xFF, 0xFE], 0, "UTF-16", "make it UTF-8: iconv -f UTF-16 -t UTF-8"),
        ([0xFE, 0xFF], 0, "UTF-16", "make it UTF-8: iconv -f UTF-16 -t UTF-8"),
        (Array("%PDF-".utf8), 0, "a PDF", "take its text out first: pdftotext FILE -"),
        ([0x1F, 0x8B], 0, "gzip", "unpack it first: gunzip -c FILE"),
        (Array("BZh".utf8), 0, "bzip2", "unpack it first: bunzip2 -c FILE"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], 0, "xz", "unpack it first: xz -dc FILE"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "zstd", "unpack it first: zstd -dc FILE"),
        ([0x50, 0x4B, 0x03, 0x04], 0, "a zip archive or an office document", "unpack it, or save the document as plain text"),
        ([0x37, 0x7A, 0xBC, 0xAF], 0, "a 7z archive", "unpack it first"),
        (Array("ustar".utf8), 257, "a tar archive", "unpack it first: tar -xf FILE"),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "an office document", "save it as plain text"),
        (Array("{\\rtf".utf8), 0, "an RTF document", "save it as plain text"),
        ([0x89, 0x50, 0x4E, 0x47], 0, "an image (PNG)", readsText),
        ([0xFF, 0xD8, 0xFF], 0, "an image (JPEG)", readsText),
        (Array("GIF8".utf8), 0, "an image (GIF)", readsText),
        (Array("WEBP".utf8), 8, "an image (WebP)", readsText),
        ([0x49, 0x49, 0x2A, 0x00], 0, "an image (TIFF)", readsText),
        ([0x4D, 0x4D, 0x00, 0x2A], 0, "an image (TIFF)", readsText),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "a program", readsText),
        (Array("SQLite format 3".utf8), 0, "an SQLite database", readsText),
    ]

    private static let readsText = "Casus reads plain text and JSON Lines"

    /// The problem with bytes that are something other than text; nil when they may be text.
    /// - Parameter head: the first bytes of a file; 4096 are enough.
    static func problem(_ head: ArraySlice<UInt8>) -> Problem? {
        for mark in marks where head.dropFirst(mark.offset).starts(with: mark.start) {
            return Problem(.input, "looks like " + mark.what, mend: mark.mend)
        }
        let words = String(decoding: head.prefix(64), as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if words.hasPrefix("<!doctype html") || words.hasPrefix("<html") {
            return Problem(.input, "looks like a web page (HTML)", mend: "save its text without the tags")
        }
        let sample = head.prefix(4096)
        if let wide = wide(sample) { return wide }
        // White space and the escape of terminals aside, text has no control characters.
        let controls = sample.count { $0 < 0x20 && !($0 >= 0x09 && $0 <= 0x0D) && $0 != 0x1B || $0 == 0x7F }
        return controls > 3 && controls * 20 > sample.count ? Problem(.input, "looks like a binary file", mend: readsText) : nil
    }

    /// UTF-16 without its mark: every other byte of Latin text is NUL.
    private static func wide(_ sample: ArraySlice<UInt8>) -> Problem? {
        guard sample.count >= 8 else { return nil }
        let even = stride(from: sample.startIndex, to: sample.endIndex, by: 2).count { sample[$0] == 0 }
        let odd = stride(from: sample.startIndex + 1, to: sample.endIndex, by: 2).count { sample[$0] == 0 }
        let half = sample.count / 2
        let (order, found) = odd * 10 >= half * 7 && even == 0 ? ("LE", true) : ("BE", even * 10 >= half * 7 && odd == 0)
        return found ? Problem(.input, "looks like UTF-16", mend: "make it UTF-8: iconv -f UTF-16\(order) -t UTF-8") : nil
    }
}
