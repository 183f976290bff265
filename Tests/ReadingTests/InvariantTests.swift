import Casus
import Foundation
import Intake
import Testing

/// Properties that hold of every text, however strange.
@Suite("Invariants")
struct InvariantTests {
    @Test(arguments: ["pyongyang-2024", "new-start-2023", "vilnius-2013", "shusha-2021"])
    func examples(name: String) throws {
        try expectInvariants(try document(Shared.root.appending(path: "Examples/\(name).txt")), name)
    }

    @Test(arguments: 0..<300)
    func generated(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let text = madeUp(&chance)
        try expectInvariants(Document(text: Text(text), published: chance.below(2) == 0 ? nil : Day(iso: "2024-06-20")), text)
    }

    /// Scraps of texts on which reading once stopped with a crash.
    @Test(
        arguments: ["Ra or they[week t met.", "y question sed and U.S. whether was p r."])
    func scraps(text: String) throws {
        try expectInvariants(Document(text: Text(text)), text)
    }

    /// The same words in another publication are another document, and statements of both have different names.
    @Test func idsBelongToTheDocument() throws {
        let text = "Poland has sent tanks to Ukraine, Germany said."
        let ids = try [nil, "2024-06-20", "2024-06-21"].map { try Set(read(text, published: $0).map(\.id)) }
        #expect(ids.allSatisfy { !$0.isEmpty })
        #expect(ids[0].isDisjoint(with: ids[1]) && ids[1].isDisjoint(with: ids[2]) && ids[0].isDisjoint(with: ids[2]))
    }

    /// The name that the input gave a document stands in its statements and changes nothing else.
    @Test func aDocumentsOwnName() throws {
        let text = Text("Poland has sent tanks to Ukraine, Germany said.")
        var reader = try Shared.knowledge.get().reader()
        let unnamed = Document(text: text)
        var named = unnamed
        named.id = "a-1"
        #expect(reader.read(unnamed).map(\.id) == reader.read(named).map(\.id))
        #expect(Set(reader.read(named).map(\.origin.document)) == ["a-1"])
        #expect(Set(reader.read(unnamed).map(\.origin.document)) == [unnamed.key])
    }

    /// What a reader has read before leaves no trace in what it reads next.
    @Test func readersForget() throws {
        let texts = ["Vladimir Putin visited China on Monday.", "He accused Japan of lying.", "The two countries condemned the attack."]
        var one = try Shared.knowledge.get().reader()
        for text in texts {
            var fresh = try Shared.knowledge.get().reader()
            let document = Document(text: Text(text), published: Day(iso: "2024-06-20"))
            #expect(one.read(document).map(\.json) == fresh.read(document).map(\.json))
        }
    }

    @Test(arguments: ["", " ", "\n\n\n", "\u{FEFF}", ".", "\"", "\u{200B}", "…", "\u{1F600}", "No.", "!!!", "\t.\t.\t"])
    func nothingIsStatedByNothing(text: String) throws {
        #expect(try read(text).isEmpty)
    }

    static let news = Shared.beside.appending(path: "reference/language/news_bbc.tar.xz")

    /// Old news of all kinds, where it lies beside the package.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: news.path), "news_bbc.tar.xz is not there"))
    func oldNews() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "casus-news-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "-xf", Self.news.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
        #expect(all.count > 400)
        // Evenly from all folders, so that no kind of news is left out.
        for index in 0..<400 {
            let path = all[index * all.count / 400]
            let data = try Data(contentsOf: folder.appending(path: path))
            let text = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .isoLatin1) ?? ""
            try expectInvariants(Document(text: Text(text), published: Day(iso: "2005-01-20")), path, withSentences: false)
        }
    }

    private func document(_ file: URL) throws -> Document {
        for case .document(let document, _) in Documents([file.path]) { return document }
        throw Problem(.data, "no document", at: file.path)
    }
}

extension SplitMix64 {
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
}

/// A text of random words of the news, broken punctuation and stray signs.
private func madeUp(_ chance: inout SplitMix64) -> String {
    let words = """
        Russia North Korea Kim Jong Un Vladimir Putin the a of to with and or but who which that he they it both Moscow Washington NATO
        said says told denied accused signed treaty pact agreement attacked met visited sent will may not never has been is was whether if
        unclear question Wednesday June 2024 19 last week according spokesman minister president talks troops missiles Georgia Chad Turkey
        mutual assistance aggression replaces 1961 hopes fears refused prospect evidence despite Reuters TASS U.S. Mr. Dr. St.
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    let signs = [
        ".", ",", "?", "!", ":", ";", " - ", "—", "\"", "“", "”", "'", "’", "(", ")", "[", "\n", "\n\n", "…", "...", "%", "$", "é",
        "e\u{301}",
        "\u{1F1EB}\u{1F1F7}", "\u{1F469}\u{200D}\u{1F680}", "\u{200B}", "\u{00A0}", "\u{FEFF}", "中", "\u{0000}", "/", "http://a.b/c", "@x",
        "#y",
    ]
    var text = ""
    for _ in 0..<(1 + chance.below(80)) {
        if chance.below(4) == 0 {
            text += chance.pick(signs)
        } else {
            text += (chance.below(8) == 0 ? "" : " ") + chance.pick(words)
        }
        if chance.below(12) == 0 { text += ". " }
    }
    return text
}
