import Testing

@testable import Reading

/// What is made once for a document says the same as what it stands for.
@Suite("Words made once")
struct WordingTests {
    @Test(
        "A word in lower case is what the library makes of it",
        arguments: [
            "", "word", "Word", "NATO", "e-mail", "İzmir", "ÉLAN", "naïve", "’s", "1990s", "[", "@", "Z", "Ǆ", "ß",
        ])
    func lower(_ word: String) {
        #expect(word.inLowerCase == word.lowercased())
    }

    @Test(
        "White space is collapsed as by cutting and joining",
        arguments: [
            "", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\tb", "\u{B}a", "a\u{85}b", "a\u{A0}b", "a\u{3000}b", "a\r\nb", "a\u{1C}b",
            "é b",
            "é  b",
        ])
    func collapsed(_ text: String) {
        #expect(collapse(text) == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    @Test("Marks of quotation are told from all else")
    func marks() {
        for mark in ["\"", "“", "”", "„", "«", "»", "``", "''"] { #expect(Quotation.isMark(mark)) }
        for word in ["", "a", "Z", "`", "'", "‘", "’", "word", "{", "\"\"", "é"] { #expect(!Quotation.isMark(word)) }
    }

    @Test("A map of tokens holds what was set last")
    func tokenMap() {
        var map = TokenMap()
        #expect(map[0] == nil)
        map.set(2..<4, to: 7)
        map.set(3..<6, to: 8)
        #expect((0..<8).map { map[$0] } == [nil, nil, 7, 8, 8, 8, nil, nil])
    }

    @Test("What a frame asks of its object is cut into its choices")
    func objectClasses() {
        let some = ObjectClass("weapon|to:person")
        #expect(some.choices.map(\.name) == ["weapon", "to:person"])
        #expect(some.choices.map { $0.place?.position } == [nil, "to"])
        #expect(some.choices.last?.place?.ofClass == "person")
        #expect(some.hasPlaces && !some.isAny && !some.isNone)
        #expect(ObjectClass("").isAny)
        #expect(ObjectClass("-").isNone)
    }

    @Test("Rows are found by part of speech and word")
    func rowsByWord() {
        var rows = RowsByWord<Int>()
        for (place, part) in RowsByWord<Int>.PartOfSpeech.allCases.enumerated() { rows.append(place, part.rawValue, "say") }
        rows.append(99, "unheard-of", "say")
        for (place, part) in RowsByWord<Int>.PartOfSpeech.allCases.enumerated() { #expect(rows[part, "say"] == [place]) }
        #expect(rows[.verb, "tell"] == nil)
    }
}
