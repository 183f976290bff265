import CasusCore
import Testing

@testable import Service

/// What a client asks, as it comes.
struct RequestTests {
    @Test(arguments: [
        ("/", []), ("//", []), ("/pair/PRK-RUS", ["pair", "PRK-RUS"]), ("/pair/PRK-RUS/", ["pair", "PRK-RUS"]), ("///a//b", ["a", "b"]),
        ("/actor/C%C3%B4te%20d%27Ivoire", ["actor", "Côte d'Ivoire"]), ("/a+b", ["a+b"]), ("/a%2Bb", ["a+b"]), ("/...", ["..."]),
        ("/a%3Fb", ["a?b"]), ("/a?b=/c", ["a"]),
    ])
    func pathsAreDecoded(target: String, path: [String]) throws {
        #expect(try Request(method: "GET", target: target).path == path)
    }

    @Test(arguments: [
        "", "a", "*", "http://127.0.0.1/", "/..", "/../x", "/a/../b", "/%2e%2e/x", "/%2E./x", "/.", "/a%2Fb", "/%2f", "/%", "/%4", "/%zz",
        "/%0",
        "/%00", "/a\0b", "/%ff", "/%c3%28", "/%ed%a0%80", "/a?b=%", "/a?b=%00", "/a?%ff=1", "/a?b=%C0%AF",
    ])
    func whatIsNoAddressIsRefused(target: String) {
        #expect(throws: Refusal.self) { try Request(method: "GET", target: target) }
        do { _ = try Request(method: "GET", target: target) } catch {
            #expect(error.status == .badRequest)
            #expect(error.mend != nil)
        }
    }

    @Test(arguments: [
        ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=1&a=2", [("a", "1"), ("a", "2")]), ("a", [("a", "")]), ("=1", [("", "1")]),
        ("a=b=c", [("a", "b=c")]), ("a=b+c%2Bd", [("a", "b c+d")]), ("&&a=1&&", [("a", "1")]), ("", []), ("%61=%62", [("a", "b")]),
        ("words=%22two%20words%22", [("words", "\"two words\"")]),
    ])
    func queriesAreDecoded(text: String, items: [(String, String)]) throws {
        let query = try Query(Substring(text))
        #expect(query.items.map(\.name) == items.map(\.0))
        #expect(query.items.map(\.value) == items.map(\.1))
    }

    @Test func ofANameTheFirstValueThatIsNotEmptyCounts() throws {
        let query = try Query("a=&a=1&a=2&b=")
        #expect(query["a"] == "1")
        #expect(query.all("a") == ["1", "2"])
        #expect(query["b"] == nil)
        #expect(query["c"] == nil)
    }

    @Test(arguments: [(1000, false), (1001, true), (100_000, true)])
    func thousandsOfPartsAreRefused(count: Int, isRefused: Bool) {
        let text = Array(repeating: "a=b", count: count).joined(separator: "&")
        #expect(((try? Query(Substring(text))) == nil) == isRefused)
    }

    /// Whatever text there is, it comes back as it was.
    @Test func whatIsEncodedIsDecodedToTheSame() throws {
        var random = SplitMix64(seed: 17)
        for _ in 0..<2000 {
            let text = Strange.text(&random)
            if text.unicodeScalars.contains("\0") { continue }
            let encoded = PercentEncoding.encode(text)
            #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            #expect(!encoded.contains { "&=+?#/<>\"' ".contains($0) })
            #expect(try PercentEncoding.decode(Substring(encoded), plusIsSpace: true) == text)
            #expect(try PercentEncoding.decode(Substring(encoded), plusIsSpace: false) == text)
            var query = Query()
            query.add(text, "value of " + text)
            query.add("name", text)
            #expect(try Query(Substring(query.text)) == query)
        }
    }

    @Test(arguments: [
        ("\"a\"", true), ("\"b\"", false), ("*", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("\"b\",\"a\"", true), ("", false),
        ("a", false),
        ("\"aa\"", false),
    ])
    func aClientKnowsAVersion(header: String, knows: Bool) throws {
        #expect(try Request(method: "GET", target: "/", headers: ["if-none-match": header]).knows("\"a\"") == knows)
    }

    @Test func aFormIsUTF8() throws {
        #expect(try Request(method: "POST", target: "/", body: Array("a=%C3%A9&b=é".utf8)).form().items.map(\.value) == ["é", "é"])
        #expect(throws: Refusal.self) { try Request(method: "POST", target: "/", body: [0x61, 0x3D, 0xFF]).form() }
    }

    @Test(arguments: [
        (["pair", "PRK-RUS.json"], ["pair", "PRK-RUS"], "json"), (["pair", "PRK-RUS"], ["pair", "PRK-RUS"], "html"),
        (["index.csv"], [], "csv"),
        (["index"], ["index"], "html"), (["timeline.ndjson"], ["timeline"], "ndjson"), ([".json"], [".json"], "html"),
        (["a.html"], ["a.html"], "html"), (["a.xml"], ["a.xml"], "html"), (["a.b.csv"], ["a.b"], "csv"),
        (["x.json", "y"], ["x.json", "y"], "html"),
        (["treaty", "index.svg"], ["treaty", "index"], "svg"), (["a."], ["a."], "html"), ([], [], "html"),
    ])
    func theFormIsCutFromAPath(path: [String], rest: [String], form: String) {
        let cut = Visit.Form.cut(path)
        #expect(cut.path == rest)
        #expect(cut.form.rawValue == form)
    }
}

/// Texts as nobody writes them.
enum Strange {
    private static let scalars: [Unicode.Scalar] = Array(
        "ab z09<>&\"'%+=/?#;\\\r\n\t\u{0}\u{1}\u{7F}\u{85}éß漢🇫🇷👩‍👩‍👧\u{300}\u{202E}\u{FFFD}\u{FEFF}\u{10FFFD}".unicodeScalars)

    static func text(_ random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int(random.next() % 24) { text.unicodeScalars.append(scalars[Int(random.next() % UInt64(scalars.count))]) }
        return text
    }
}
