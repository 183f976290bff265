import Casus
import CasusCore
import Testing

/// Where the speaker, the words of speech and what is said begin and end.
@Suite("Spans of claims")
struct ClaimSpanTests {
    /// The parts of the claims of a text: speaker, cue, pieces of the content.
    private func parts(_ string: String) throws -> [[String]] {
        let text = Text(string)
        return try read(string).claims.map { claim in
            let pieces = claim.contentPieces.isEmpty ? [claim.contentSpan].compactMap(\.self) : claim.contentPieces
            return ([claim.speakerSpan, claim.cueSpan].compactMap(\.self) + pieces).map(text.string)
        }
    }

    @Test(
        arguments: [
            // A quotation that goes on behind its cue.
            (
                "“We wait for an answer,” Macron said. “The table is set.”",
                ["Macron", "said", "“We wait for an answer,”", "“The table is set.”"]
            ),
            // The closing mark stands in another sentence than the opening one.
            ("“We wait. We hope for an answer,” Macron said.", ["Macron", "said", "“We wait. We hope for an answer,”"]),
            // The relative pronoun is the speaker as it stands.
            ("The talks were led by Macron, who said they had failed.", ["who", "said", "they had failed"]),
            // What leads to the content completes the words of speech.
            ("Macron warned of a new war in the north.", ["Macron", "warned of", "a new war in the north"]),
            // A source whose noun is no somebody.
            ("The bridge was closed, according to records of the port.", ["records of the port", "according to", "The bridge was closed"]),
            ("Allies said that the bridge was closed.", ["Allies", "said", "that the bridge was closed"]),
        ] as [(String, [String])])
    func spans(text: String, expected: [String]) throws {
        let found = try parts(text)
        #expect(found.contains(expected), "found \(found)")
    }

    @Test func aQuotationThatSomebodyElseSaysDoesNotGoOn() throws {
        let found = try parts("“We wait,” Macron said. “The table is set,” Merkel said.")
        #expect(found.contains(["Macron", "said", "“We wait,”"]), "found \(found)")
        #expect(found.contains(["Merkel", "said", "“The table is set,”"]), "found \(found)")
    }

    @Test func aParticipleThatAddsIsAClaimOfItsOwn() throws {
        let found = try parts("Macron said that the bridge would open, adding that the road was closed.")
        #expect(found.contains(["Macron", "said", "that the bridge would open"]), "found \(found)")
        #expect(found.contains(["Macron", "adding", "that the road was closed"]), "found \(found)")
    }
}
