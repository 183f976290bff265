import Casus
import Testing

/// Which words present something as said, thought or wanted, and by whom.
@Suite("Words of speech")
struct ClaimWordsTests {
    /// A claim as "speaker stance [cue] content".
    private func said(_ string: String) throws -> [String] {
        let text = Text(string)
        return try read(string).claims.map { claim in
            let pieces = claim.contentPieces.isEmpty ? [claim.contentSpan].compactMap(\.self) : claim.contentPieces
            return "\(claim.short) [\(claim.cue ?? "")] \(pieces.map(text.string).joined(separator: " … "))"
        }
    }

    @Test(
        arguments: [
            // Who asks says why, not the one who is asked.
            ("Emmanuel Macron urged Turkey to wait, saying that time was short.", "FRA asserts [saying] that time was short"),
            ("Berlin pressed Ankara to act, telling it that the talks had failed.", "DEU asserts [telling] that the talks had failed"),
            (
                "Emmanuel Macron wrote to Oslo, urging Turkey to default, saying the island could not pay.",
                "FRA asserts [saying] the island could not pay"
            ),
            ("Berlin asked Ankara to sign the pact, accusing Moscow of lying.", "DEU accuses [accusing] Moscow of lying"),
        ])
    func whoSaysWhatAParticipleAdds(text: String, claim: String) throws {
        let found = try said(text)
        #expect(found.contains(claim), "found \(found)")
    }

    @Test(
        arguments: [
            // What is announced, cited, proposed is said, though no clause follows.
            ("Germany announced a new aid package.", "DEU asserts [announced] a new aid package"),
            ("Sergei Lavrov cited the old treaty.", "RUS asserts [cited] the old treaty"),
            ("China proposed a pause of the drills.", "CHN asserts [proposed] a pause of the drills"),
            ("Sergei Lavrov questioned the motives of the court.", "RUS doubts [questioned] the motives of the court"),
            // Promises, threats, refusals.
            ("Norway promised to send grain.", "NOR asserts [promised] to send grain"),
            ("Iran threatened to close the strait.", "IRN asserts [threatened] to close the strait"),
            ("Hungary refused to condemn the raid.", "HUN declines [refused] to condemn the raid"),
            // What somebody opposes or prefers.
            ("Sweden opposes the new law.", "SWE criticises [opposes] the new law"),
            ("Sweden prefers to talk.", "SWE hopes [prefers] to talk"),
            // Adjectives of mind.
            ("Sergei Lavrov is confident that the talks will go on.", "RUS asserts [is confident] that the talks will go on"),
            ("Emmanuel Macron was critical of the pact.", "FRA criticises [was critical of] the pact"),
            // Nouns with an owner.
            ("The paper recalled Russia's claim that the bridge was safe.", "RUS asserts [claim] that the bridge was safe"),
            ("The paper recalled Germany's criticism of the raid.", "DEU criticises [criticism of] the raid"),
            // What somebody is said to do by nobody who is named.
            ("The king is expected to visit Oslo.", "null hopes [is expected] The king … to visit Oslo"),
            ("The general reportedly fled to Rome.", "null asserts [reportedly] The general … fled to Rome"),
            ("Asked whether the bridge was safe, Sergei Lavrov smiled.", "null asks [Asked] whether the bridge was safe"),
            // What somebody is for: a plan, and no fighters.
            ("Sweden supports the ban.", "SWE praises [supports] the ban"),
            // A participle beside a verb of effort, "it" as a source, a sentence of its own behind the closing mark.
            ("Sweden pushed back, calling the ban a farce.", "SWE criticises [calling] the ban a farce"),
            ("“Nobody knows. Are they mad?” Sergei Lavrov asked.", "RUS asks [asked] “Nobody knows. Are they mad?”"),
            ("The visit is seen as a test.", "null asserts [is seen] The visit … as a test"),
            // A name before a colon that speaks elsewhere in the text.
            ("Marlow said the plan was dead.\n\nMarlow: We Will Close the Bridge", "Marlow asserts [:] We Will Close the Bridge"),
            // Silence.
            ("Iran did not respond to a request of the court.", "IRN declines [did not respond to] a request of the court"),
            // The clause that "as ... said" is set beside.
            ("As Sergei Lavrov noted, the bridge is closed.", "RUS asserts [noted] the bridge is closed"),
            // A source that is no somebody, and any noun that judges or asks.
            ("Satellite images and records show that the bridge is closed.", "Satellite images asserts [show] that the bridge is closed"),
            ("The strategist accused Iran of lying.", "The strategist accuses [accused] Iran of lying"),
        ])
    func presents(text: String, claim: String) throws {
        let found = try said(text)
        #expect(found.contains(claim), "found \(found)")
    }

    /// The quotation in the paragraph below a colon is what is said.
    @Test func aQuotationBelowAColon() throws {
        let found = try said("Sergei Lavrov said:\n\n“The bridge is closed. Nobody will cross it.”")
        #expect(found.contains("RUS asserts [said] “The bridge is closed. Nobody will cross it.”"), "found \(found)")
    }

    /// What is told of a mind or a refusal inside somebody's words is part of them.
    @Test(arguments: [
        "Sergei Lavrov said that France was eager to talk.", "Iran accused Iraq of breaking the pact by refusing to open the strait.",
    ])
    func aMindInsideAnothersWords(text: String) throws {
        #expect(try said(text).count == 1)
    }

    /// What the outlet thinks something looks like it says in its own voice.
    @Test func whatSeems() throws {
        let claims = try read("The general seems to be ill.").claims
        #expect(claims.map(\.short) == ["null asserts"])
        #expect(claims.first?.origin.rule == "voice:seem" && claims.first?.cue == "seems")
        #expect(try said("Sergei Lavrov said that the general seems to be ill.").count == 1)
    }

    /// What is neither said nor wanted by anybody is no claim.
    @Test(
        arguments: [
            "France and Germany agreed to build a bridge.", "They promised to build a bridge.", "The bridge shows how close they are.",
            "Those who say so are few.", "Voters who want a change stayed away.", "Iran supports the rebels.",
            "Germany attacked the fortress.", "The army defended the town.", "Norway continued to sell fish.",
            "The lake is known to fishermen.", "The ship is ready to leave.", "The king attended the opening of the opposition.",
        ])
    func nothingIsSaid(text: String) throws {
        #expect(try said(text) == [])
    }

    @Test(
        "Who is unknown has his own name where it stands behind what he is",
        arguments: [
            ("The lawyer for the men, Louise Christian, said the plan was unfair.", "Louise Christian"),
            ("Charity boss Gordon Lishman said the plan was unfair.", "Gordon Lishman"),
            ("The charity's head said the plan was unfair.", "The charity's head"),
        ])
    func ownName(text: String, name: String) throws {
        #expect(try read(text).claims.map { $0.speaker?.name } == [name])
    }
}
