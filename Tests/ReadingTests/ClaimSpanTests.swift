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
            // The speaker between a closed quotation and the words of speech; a quotation and a comma end what is said.
            (
                "“We wait for an answer,” the union's new envoy, Ana Holm, said.",
                ["the union's new envoy, Ana Holm", "said", "“We wait for an answer,”"]
            ),
            ("“Our men were there,” Macron said.", ["Macron", "said", "“Our men were there,”"]),
            (
                "Macron accused the envoys of “wasting time”, hours after the bridge was closed.",
                ["Macron", "accused", "the envoys of “wasting time”"]
            ),
            // What was hung on the occasion, a particle behind the object, a judgement, silence.
            ("Macron argued at the time that the bridge was closed.", ["Macron", "argued", "that the bridge was closed"]),
            ("Macron brushed the report aside.", ["Macron", "brushed", "the report"]),
            ("Macron dismissed the ruling as political.", ["Macron", "dismissed", "the ruling as political"]),
            ("Macron denies any link to the raid.", ["Macron", "denies", "any link to the raid"]),
            ("Paris has not commented.", ["Paris", "has not", "commented"]),
            ("Mali ejects troops, Paris claims bad faith", ["Paris", "claims", "bad faith"]),
            // What went on meanwhile is not said.
            ("Macron scolded the envoys as police closed the bridge.", ["Macron", "scolded", "the envoys"]),
            // The relative pronoun is the speaker as it stands.
            ("The talks were led by Macron, who said they had failed.", ["who", "said", "they had failed"]),
            // What leads to the content completes the words of speech.
            ("Macron warned of a new war in the north.", ["Macron", "warned of", "a new war in the north"]),
            // A source whose noun is no somebody.
            ("The bridge was closed, according to records of the port.", ["records of the port", "according to", "The bridge was closed"]),
            ("Allies said that the bridge was closed.", ["Allies", "said", "that the bridge was closed"]),
            // The whole sentence before "according to", clauses behind the verb included.
            (
                "The ministry has failed to open the bridge to the north, according to Macron.",
                ["Macron", "according to", "The ministry has failed to open the bridge to the north"]
            ),
            // Who is to do something, or is blamed for it, is part of what is said.
            ("Macron urged the allies to wait.", ["Macron", "urged", "the allies to wait"]),
            ("Macron accused the allies of waiting too long.", ["Macron", "accused", "the allies of waiting too long"]),
            ("Macron told reporters that the table was set.", ["Macron", "told", "that the table was set"]),
            ("Macron praised the allies for opening the bridge.", ["Macron", "praised", "the allies for opening the bridge"]),
            // When and where something was said is no part of it.
            ("Macron criticised the allies in an interview on Monday.", ["Macron", "criticised", "the allies"]),
            // What stands in front of a cue between commas.
            ("In the north, Macron said, the bridge would be closed.", ["Macron", "said", "In the north", "the bridge would be closed"]),
            ("In Oslo, Macron said, “We wait for an answer.”", ["Macron", "said", "“We wait for an answer.”"]),
            ("In Oslo, Macron said the bridge would be closed.", ["Macron", "said", "the bridge would be closed"]),
            ("The bridge, which Macron said had been closed, is open.", ["Macron", "said", "which", "had been closed"]),
            ("They spoke of what Macron called “a disgrace”.", ["Macron", "called", "what", "“a disgrace”"]),
            // A cue between a subject and its verb, whatever the tree makes of it.
            ("The minister, officials said, has become doubtful.", ["officials", "said", "The minister", "has become doubtful"]),
            ("The newspaper, Macron said, called the talks a farce.", ["Macron", "said", "The newspaper", "called the talks a farce"]),
            ("Traffic, according to Macron, has grown in the north.", ["Macron", "according to", "Traffic", "has grown in the north"]),
            // What completes the words of speech.
            ("Macron went on to say that the bridge was closed.", ["Macron", "went on to say", "that the bridge was closed"]),
            ("Macron said repeatedly that the bridge was closed.", ["Macron", "said repeatedly", "that the bridge was closed"]),
            ("Macron joked about leaving the club.", ["Macron", "joked about", "leaving the club"]),
            ("Macron voiced concern about the delay in the north.", ["Macron", "voiced concern about", "the delay in the north"]),
            // A second clause with "that" is said like the first.
            (
                "Macron said that the bridge was closed, and that the road was blocked.",
                ["Macron", "said", "that the bridge was closed, and that the road was blocked"]
            ),
            // What the one who reports does next is not said.
            ("Macron said that he admires the allies and praised the deal.", ["Macron", "said", "that he admires the allies"]),
            (
                "Macron said the talks would be held in the old fort, which stands on a hill.",
                ["Macron", "said", "the talks would be held in the old fort"]
            ),
            ("Macron said that the bridge would open, calling it a success.", ["Macron", "said", "that the bridge would open"]),
            ("Asked about the bridge, Macron said the talks had failed.", ["Macron", "said", "the talks had failed"]),
            ("Macron made it clear that the talks had failed.", ["Macron", "made it clear", "that the talks had failed"]),
            // What is joined to what is said.
            ("Macron called the deal “hollow” and “empty” on Monday.", ["Macron", "called", "the deal “hollow” and “empty”"]),
            (
                "Macron said the bridge was open but would be closed in May.",
                ["Macron", "said", "the bridge was open but would be closed in May"]
            ),
            ("Macron said last week that the allies would wait.", ["Macron", "said", "that the allies would wait"]),
            // The clause behind a condition.
            (
                "Macron said that if the bridge was closed, the allies would wait.",
                ["Macron", "said", "that if the bridge was closed, the allies would wait"]
            ),
            // A bracket that is opened is closed.
            ("Macron said that they had agreed (in part).", ["Macron", "said", "that they had agreed (in part)"]),
            // A quotation that goes on in a paragraph of its own.
            (
                "“We wait for an answer,” Macron said.\n\n“The table is set. It is late.”\n\nNobody came.",
                ["Macron", "said", "“We wait for an answer,”", "“The table is set. It is late.”"]
            ),
            // What goes on is quoted, though it began without marks.
            (
                "The talks are “in a hard place,” Macron said. “We wait for an answer.”",
                ["Macron", "said", "The talks are “in a hard place,”", "“We wait for an answer.”"]
            ),
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
