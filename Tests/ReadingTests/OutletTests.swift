import Casus
import Testing

/// Habits of wording that differ from outlet to outlet: headlines without "and", running reports, inverted speech, magazines' long clauses.
struct OutletTests {
    @Test(arguments: [
        // Headlines that join names with commas alone.
        Sample("Kenya, Ethiopia agree to exchange prisoners", "AGREE actual ETH+KEN"),
        Sample("France, Germany urge Mali to release hostages", "REQUEST actual DEU+FRA>MLI"),
        // A second verb goes with the verb of its own tense.
        Sample(
            "Baku denies that the army has crossed the border and invites Turkey and Iran to send monitors.",
            "REQUEST actual AZE>IRN+TUR"),
        // Behind a place the person goes on.
        Sample(
            "The president of Chad, who met the French foreign minister in Abuja, has denied the reports.", "CONSULT actual FRA+TCD",
            published: nil),
        // A name in front of what is given.
        Sample("Washington will sell Taiwan frigates.", "COOPERATE planned USA>TWN"),
        Sample("Paris sold Greek shipyards frigates.", never: ["COOPERATE actual FRA>GRC"]),
        // Forces that are moved without a word on who moves them.
        Sample("Polish troops will not be sent to Lebanon.", "MOBILIZE negated POL>LBN"),
        // Who is asked stands in the clause.
        Sample("Kenya demands that Uganda release the fishermen.", "REQUEST actual KEN>UGA"),
        Sample("Kenya demands that Uganda be punished.", never: ["REQUEST actual KEN>UGA"]),
        // To warn of what one will do oneself is to threaten; of what others do, it is not.
        Sample("Ethiopia warned Eritrea that it would close the border.", "THREATEN actual ETH>ERI"),
        Sample("Ethiopia warned Eritrea that floods would close the border.", never: ["THREATEN actual ETH>ERI"]),
        Sample("Sudan has warned that it would not attack Chad.", never: ["THREATEN actual SDN>TCD", "THREATEN actual SDN"]),
    ])
    func acts(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        for wanted in sample.says { #expect(found.contains(wanted), "found \(found)") }
        for unwanted in sample.never { #expect(!found.contains(unwanted), "found \(found)") }
    }

    @Test(arguments: [
        Sample("Nonsense, said the Kremlin: nobody had been there.", "RUS asserts"),
        Sample("But Secretary of State Madeleine Albright insisted that the raids would go on.", "USA asserts", published: "1999-05-02"),
    ])
    func speech(sample: Sample) throws {
        let found = try sample.read().claims.map(\.short)
        for wanted in sample.says { #expect(found.contains(wanted), "found \(found)") }
        for unwanted in sample.never { #expect(!found.contains(unwanted), "found \(found)") }
    }
}
