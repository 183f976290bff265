import CasusCore
import Testing

@testable import Service

/// What is written as HTML.
struct HTMLTests {
    private func text(_ text: String) -> String {
        var html = HTML()
        html.text(text)
        return String(decoding: html.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"'", "&quot;&#39;"), ("<script>", "&lt;script&gt;"),
        ("&amp;", "&amp;amp;"), ("é漢🇫🇷", "é漢🇫🇷"), ("\t\r\n", "\t\r\n"),
        ("\u{0}\u{8}\u{B}\u{1F}\u{7F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("<", "&lt;"), ("a<", "a&lt;"), ("<a", "&lt;a"),
    ])
    func textIsEscaped(given: String, wanted: String) {
        #expect(text(given) == wanted)
    }

    /// Whatever text there is, nothing of it is markup, and a browser shows it as it was.
    @Test func noTextIsMarkup() {
        var random = SplitMix64(seed: 23)
        for _ in 0..<3000 {
            let given = Strange.text(&random)
            let escaped = text(given)
            #expect(!escaped.contains { "<>\"'".contains($0) })
            #expect(!escaped.utf8.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F })
            let shown = escaped.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
                "&#39;", with: "'"
            ).replacing("&amp;", with: "&")
            var wanted = ""
            for scalar in given.unicodeScalars {
                let hasRoom = scalar.value >= 0x20 && scalar.value != 0x7F || "\t\r\n".unicodeScalars.contains(scalar)
                wanted.unicodeScalars.append(hasRoom ? scalar : "\u{FFFD}")
            }
            #expect(Array(shown.unicodeScalars) == Array(wanted.unicodeScalars))
        }
    }

    @Test func attributesAreEscapedToo() {
        var random = SplitMix64(seed: 29)
        for _ in 0..<500 {
            let given = Strange.text(&random)
            let html = HTML { $0.element("a", ["href": given, "class": nil], "x") }
            let inside = String(decoding: html.bytes, as: UTF8.self).dropFirst("<a href=\"".count).dropLast("\">x</a>".count)
            #expect(!inside.utf8.contains { "<>\"'".utf8.contains($0) })
        }
    }

    @Test func elementsAreClosed() {
        let html = HTML { html in
            html.element("ul", ["class": "a&b"]) { html in
                html.element("li", ["hidden": ""], "<1>")
                html.empty("br")
            }
        }
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<ul class=\"a&amp;b\"><li hidden>&lt;1&gt;</li><br></ul>")
    }

    @Test func linksCarryBothDays() throws {
        let links = Links(on: Day(iso: "2024-06-19")!, knownBy: Day(iso: "2024-12-31")!)
        #expect(links.actor("RUS") == "/actor/RUS?on=2024-06-19&known-by=2024-12-31")
        #expect(links.pair("RUS", "PRK") == links.pair("PRK", "RUS"))
        #expect(links.pair("RUS", "PRK").hasPrefix("/pair/PRK-RUS?"))
        #expect(
            links.pair("SRB", "cow-300").hasPrefix("/pair/SRB/cow-300?") || links.pair("SRB", "cow-300").hasPrefix("/pair/cow-300/SRB?"))
        #expect(links.to(["timeline"], [("on", "2020-01-01")]).hasSuffix("?on=2020-01-01&known-by=2024-12-31"))
        #expect(links.treaty("x", fragment: "article 5").hasSuffix("#article%205"))
    }

    /// What stands in an address comes back as it was, whatever a ledger's names are.
    @Test func linksAreReadAsTheyWereWritten() throws {
        let links = Links(on: Day(iso: "2024-06-19")!, knownBy: Day(iso: "2024-06-20")!)
        var random = SplitMix64(seed: 31)
        for _ in 0..<1000 {
            let name = Strange.text(&random)
            if name.isEmpty || name.utf8.contains(0) || name.utf8.contains(0x2F) || name == "." || name == ".." { continue }
            let request = try Request(method: "GET", target: links.to(["actor", name], [("words", name)]))
            #expect(request.path == ["actor", name])
            #expect(request.query["words"] == name)
            #expect(request.query["on"] == "2024-06-19")
            #expect(request.query["known-by"] == "2024-06-20")
        }
    }
}
