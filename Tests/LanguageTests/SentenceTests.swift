import CasusCore
import Language
import Testing

/// The sentences of a text, without tags or trees.
func sentences(_ string: String, kind: Sentence.Kind? = nil) -> [String] {
    let text = Text(string)
    var segmenter = Segmenter()
    return segmenter.segment(text).sentences.filter { kind == nil || $0.kind == kind }.map { text.string($0.start..<$0.end) }
}

struct SentenceTests {
    @Test(
        "Full stops that end no sentence",
        arguments: [
            "U.S. officials said so.",
            "They met on Sept. 4 in Geneva.",
            "A visit is due in Oct. 2025, they said.",
            "Mr. Kim thanked Mrs. Lee and Dr. Park.",
            "Gen. Smith and Lt. Col. Jones left.",
            "The U.S. Senate voted.",
            "The U.N. Security Council met at 10 a.m. on Monday.",
            "The talks began at 3 p.m. EST and went on.",
            "J. F. Smith and George W. Hill spoke.",
            "Some weapons, e.g. Rockets of his make, were banned.",
            "Arms, i.e. tanks, were sent.",
            "It cost $1.5 million, or 2.5 percent.",
            "Under Art. 5 and No. 10 of the pact nothing changes.",
            "Gov. Hill vs. Sen. Lake was the race.",
            "Acme Inc. Chairman Lee resigned.",
            "\"Why now?\" he asked.",
            "\"Stop!\" she cried.",
            "He wrote ... nothing.",
            "The firm (founded in St. Ives) closed.",
            "Prices rose (by 3.2 pct.) last year.",
            "Dr. A. B. Stone and Ms. Reed agreed.",
            "Washington, D.C. Mayor Hill spoke.",
            "They asked Yahoo! for help.",
            "I love her. :)",
            "P.S. The new site is fine.",
            "Talks lasted ten hrs. of the night.",
            "Write to ann@example.org about it.",
            "Thanks, but nobody came.",
            "Thanks, Kim.",
            "-- but nobody came.",
            "ann@example.org on Monday",
        ])
    func isOne(_ text: String) {
        #expect(sentences(text) == [text])
    }

    @Test(
        "Where one sentence follows another",
        arguments: [
            ("He left the U.S. The trip was short.", "He left the U.S."),
            ("They live in the U.S. Officials said so.", "They live in the U.S."),
            ("It began at 3 p.m. Kim spoke first.", "It began at 3 p.m."),
            ("He works for Acme Inc. The firm is old.", "He works for Acme Inc."),
            ("They want tanks, guns, etc. Moscow refused.", "They want tanks, guns, etc."),
            ("He said no. She said yes.", "He said no."),
            ("Is it war? Nobody knows.", "Is it war?"),
            ("\"We agree.\" The minister smiled.", "\"We agree.\""),
            ("“We agree.” The minister smiled.", "“We agree.”"),
            ("He said ‘we agree.’ They did not.", "He said ‘we agree.’"),
            ("(They agreed.) Nothing came of it.", "(They agreed.)"),
            ("It was signed in 1961. In 1995 it lapsed.", "It was signed in 1961."),
            ("It ended.Then it began.", "It ended."),
            ("They met in Sept. The talks failed.", "They met in Sept."),
            ("The pact was signed. [4] It lapsed.", "The pact was signed. [4]"),
            ("It rose by 5%. Then it fell.", "It rose by 5%."),
            ("Wait... Nobody came.", "Wait..."),
            ("What?! Nobody came.", "What?!"),
            ("They stopped at dawn. \"We are tired,\" he said.", "They stopped at dawn."),
        ])
    func begins(_ text: String, _ first: String) {
        let found = sentences(text)
        #expect(found.count == 2)
        #expect(found.first == first)
    }

    @Test(
        "Sentences that end without a full stop, or begin without a capital",
        arguments: [
            ("She left. :) Nobody knew.", ["She left. :)", "Nobody knew."]),
            ("Nobody knew :-) They laughed.", ["Nobody knew :-)", "They laughed."]),
            ("That is all I know. just call me.", ["That is all I know.", "just call me."]),
            ("Are they strangers?nobody knows.", ["Are they strangers?", "nobody knows."]),
            ("They rank first. 4 The others follow.", ["They rank first. 4", "The others follow."]),
            ("It rained. [...] They left.", ["It rained.", "[...]", "They left."]),
            ("Kind regards, Ann Hill", ["Kind regards,", "Ann Hill"]),
            ("Figure 1.5 The map shows it.", ["Figure 1.5", "The map shows it."]),
            ("(Northern Post) The envoy left.", ["(Northern Post)", "The envoy left."]),
            ("It is all there. http://example.org/a", ["It is all there.", "http://example.org/a"]),
            ("http://example.org/a http://example.org/b", ["http://example.org/a", "http://example.org/b"]),
            ("===== They met.", ["=====", "They met."]),
            ("-- Sent from the road", ["--", "Sent from the road"]),
            ("Ann Hill <ann@example.org> They met.", ["Ann Hill <ann@example.org>", "They met."]),
            ("(Source: Northern Post) “It is war.”", ["(Source: Northern Post)", "“It is war.”"]),
            ("They won! it is great.", ["They won!", "it is great."]),
            ("See both: - Talks.pdf - Visits.doc", ["See both:", "- Talks.pdf", "- Visits.doc"]),
            ("Ann Hill 08/16/2000 03:48 PM Are you in?", ["Ann Hill", "08/16/2000 03:48 PM", "Are you in?"]),
        ])
    func unmarked(_ text: String, _ expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test("A quotation of several sentences is several")
    func quotation() {
        #expect(
            sentences("“We came. We saw. We left,” he said. “Nobody cared.” They slept.") == [
                "“We came.", "We saw.", "We left,” he said.", "“Nobody cared.”", "They slept.",
            ])
    }

    @Test("A short line without a full stop is a headline")
    func headlines() {
        let text = "Two kings sign pact\n\nThe kings met on Monday. They signed.\nA Warm Welcome\nCrowds cheered, the agency said."
        #expect(sentences(text, kind: .headline) == ["Two kings sign pact", "A Warm Welcome"])
        #expect(sentences(text).count == 5)
    }

    @Test(
        "Datelines stand apart",
        arguments: [
            ("RIYADH (Reuters) - The king spoke.", "RIYADH (Reuters) -"),
            ("SEOUL, June 19 (Yonhap) -- The minister spoke.", "SEOUL, June 19 (Yonhap) --"),
            ("FLINT, Mich., Oct. 4 (UPI) — The mayor spoke.", "FLINT, Mich., Oct. 4 (UPI) —"),
            ("MOSCOW, June 19. /TASS/. The president spoke.", "MOSCOW, June 19. /TASS/."),
            ("WASHINGTON — The president spoke.", "WASHINGTON —"),
            ("Cairo (AP) – The envoy spoke.", "Cairo (AP) –"),
            ("UNITED NATIONS, Sept 3 (AFP) - Envoys spoke.", "UNITED NATIONS, Sept 3 (AFP) -"),
            ("14.05 Rebels entered the town.", "14.05"), ("9:30am: The envoy spoke.", "9:30am:"),
            ("18:35 GMT The king spoke.", "18:35 GMT"),
            ("07.10 BREAKING: Mali has left the bloc.", "07.10 BREAKING:"), ("[16:45] The king spoke.", "[16:45]"),
            ("16h20 – The king spoke.", "16h20 –"),
        ])
    func datelines(_ text: String, _ dateline: String) {
        #expect(sentences(text, kind: .dateline) == [dateline])
        #expect(sentences(text).count == 2)
    }

    @Test(
        "No datelines",
        arguments: [
            "The king - an old man - spoke.", "NATO is old.", "Kim, the leader, spoke — at last.", "EU-China talks began.",
            "A well-known man spoke.", "12.50 per cent of voters stayed away.", "18:35", "10:2 was the vote.", "25.10 Kings came.",
        ])
    func noDateline(_ text: String) {
        #expect(sentences(text, kind: .dateline).isEmpty)
    }

    @Test("List items", arguments: ["- ", "* ", "• ", "– ", "1. ", "2) "])
    func bullets(_ marker: String) {
        let text = "The pact says:\n\(marker)no arms\n\(marker)no troops abroad. No bases."
        #expect(sentences(text, kind: .bullet) == ["\(marker)no arms", "\(marker)no troops abroad.", "No bases."])
    }

    @Test("Hard-wrapped lines are one text")
    func wrapped() {
        let text = """
            The two governments said on Monday that their forces would no
            longer cross the river, and that all prisoners would be freed
            before the end of the year. Observers from a third state will
            Monitor the border.
            """
        #expect(sentences(text).count == 2)
    }

    @Test("A break between long lines ends a paragraph, and a blank line always does")
    func paragraphs() {
        let line = String(repeating: "The two governments said nothing about it ", count: 4)
        #expect(sentences(line + "\n" + line).count == 2)
        #expect(sentences("the river\n\nof the north").count == 2)
    }
}
