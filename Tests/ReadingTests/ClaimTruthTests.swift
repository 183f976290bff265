import Casus
import Testing

/// What is no claim, or another one's: acts taken for speech, a thing taken for a speaker, words beyond what is said.
@Suite("Claims that are true")
struct ClaimTruthTests {
    /// Sentences, and every claim in them: who, the stance, the words of speech, and what is said.
    @Test(
        arguments: [
            // An act refused is no speech, and what does not go on in a mind is no silence.
            ("The two presidents refused to shake hands.", []),
            ("Hungary refused to attend the summit.", []),
            ("Poland does not understand the new rules.", []),
            // A purpose is that of the one who acts, not of the thing in between.
            ("Fishermen blocked the road to the harbour to demand compensation.", ["Fishermen demands [to demand] compensation"]),
            // Whom one calls or describes does not speak, whatever stands between commas in front.
            (
                "One envoy, speaking on condition of anonymity, described the mood as \"bitter\".",
                ["One envoy asserts [described] the mood as \"bitter\""]
            ),
            (
                "Mariama Diallo, a teacher from Agadez, told the BBC that the school was closed.",
                ["Mariama Diallo asserts [told] that the school was closed"]
            ),
            // The thing that is denied, and not how it is called.
            (
                "The Kremlin dismissed as absurd a report that Russia had sent spies to Norway.",
                ["RUS denies [dismissed] a report that Russia had sent spies to Norway"]
            ),
            // Who says it stands between the relative word and what is said of those it means.
            ("The rebels, who Chad says are armed by Niger, seized a town.", ["TCD asserts [says] are armed by Niger"]),
            // What is denied stands behind the verb, not in the clause beside.
            ("The rebels seized a town; Rwanda denies backing them.", ["RWA denies [denies] backing them"]),
            // Where a complaint is made is not against whom.
            ("Chad filed a complaint against Niger with the council.", ["TCD accuses [filed a complaint against] Niger"]),
            // Another one who speaks begins a clause of his own.
            (
                "Egypt said it stood by Somalia, while Turkey said that it was worried.",
                ["EGY asserts [said] it stood by Somalia", "TUR asserts [said] that it was worried"]
            ),
            // A past tense behind "and" goes on with what the speaker did.
            (
                "Mao Ning urged Manila to stop its patrols and called on Washington to wait.",
                ["CHN demands [urged] Manila to stop its patrols", "CHN demands [called on] Washington to wait"]
            ),
            // Inside a quotation "we" is the one who is quoted, and its own words stay within the marks.
            (
                "\"We want peace,\" Viktor Orban said. \"Others want war.\"",
                [
                    "HUN hopes [want] peace", "HUN asserts [said] \"We want peace,\" … \"Others want war.\"",
                    "Others hopes [want] war",
                ]
            ),
        ] as [(String, [String])])
    func claims(text: String, expected: [String]) throws {
        let whole = Text(text)
        let found = try read(text).claims.filter { $0.cue != nil }.map { claim in
            let pieces = claim.contentPieces.isEmpty ? [claim.contentSpan].compactMap(\.self) : claim.contentPieces
            return "\(claim.speaker?.code ?? claim.speaker?.name ?? claim.via.first ?? "null") \(claim.stance.rawValue) "
                + "[\(claim.cue ?? "")] " + pieces.map(whole.string).joined(separator: " … ")
        }
        #expect(found.sorted() == expected.sorted())
    }

    /// "It" behind the words of an agency is the agency, whatever else was named.
    @Test func theAgencyGoesOn() throws {
        let text = "The army of North Korea will answer, said KCNA. \"Provocation deserves punishment\", it added."
        #expect(try read(text).claims.map(\.via) == [["KCNA"], ["KCNA"]])
    }

    /// Quotations that were run together, each opened and only the last one closed.
    @Test func quotationsRunTogether() throws {
        let text = Text(
            "Ms Baker said: \"We have doubled the fund. \"We will go on next year.\" She said the bill had passed.")
        let claims = try read(text.string).claims.filter { $0.cue == "said" }
        #expect(claims.count == 2)
        #expect(claims.last?.contentSpan.map(text.string) == "the bill had passed")
    }
}
