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
        Sample("Tehran vowed to retaliate.", "THREATEN actual IRN", never: ["AGREE actual IRN"]),
        // A new subject behind ", and".
        Sample(
            "Kenya freed two Ugandan soldiers, and Uganda released six Kenyan fishermen.", "RETREAT actual KEN>UGA",
            "RETREAT actual UGA>KEN"),
        // Who ordered an act does it.
        Sample("The raid on Uganda that Kenya had ordered did not take place.", "ASSAULT negated KEN>UGA"),
        // Many meet where one is the host.
        Sample("The Danish government will host a summit on the Arctic.", "CONSULT planned DNK"),
        // To judge another's efforts is not to make them.
        Sample("The Japanese government supports any effort to end the war in Sudan.", never: ["RETREAT possible JPN>SDN"]),
        // An act is condemned, without a word on whose it was.
        Sample("The Turkish foreign ministry called the raid a crime.", "ACCUSE actual TUR"),
    ])
    func acts(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    @Test(arguments: [
        Sample("The UN Security Council met on Monday. The council imposed sanctions on Eritrea.", "COERCE actual UN>ERI"),
        Sample(
            "While Sudan waited, Ethiopia held back the water. It accused Egypt of aggression. It also expelled two Egyptian diplomats.",
            "ACCUSE actual ETH>EGY", "SANCTION actual ETH>EGY"),
        Sample(
            "Chad and Sudan signed a truce. Qatar had hosted the negotiators in Doha for weeks. The two sides thanked Qatar for its help.",
            "SUPPORT actual SDN+TCD>QAT"),
        Sample(
            "Kenyan policemen beat a student. The Pentagon has warned the police that its troops would intervene.",
            "THREATEN actual USA>KEN"),
        Sample("In Lima the foreign minister, Ana Rojas, condemned Chile. Rojas also accused Bolivia of lying.", "ACCUSE actual PER>BOL"),
        Sample("Rebels in Goma attacked the Rwandan army.", "ASSAULT actual COD>RWA"),
        Sample(
            "The UN Security Council adopted a resolution which imposes sanctions on Eritrea.", "COERCE actual UN>ERI"),
        Sample(
            "President William Ruto of Kenya, who received him in Mombasa, praised Rwanda.", never: ["CONSULT actual KEN>KEN"]),
    ])
    func shortForms(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    @Test(arguments: [
        Sample("Egypt and Sudan left Geneva on Friday without an agreement.", "negotiated negated EGY+SDN"),
        Sample("The Israelis and the Palestinians went home without a treaty.", "negotiated negated ISR+PSE"),
        Sample("Egypt sent troops without the agreement of Sudan.", never: ["negotiated negated EGY", "negotiated negated EGY+SDN"]),
        Sample("The Geneva accord, which Laos and Vietnam signed in 1962, ended the war.", "signed actual LAO+VNM"),
        Sample("Norway and Poland concluded a contract for four frigates.", "signed actual NOR+POL"),
        Sample("Norway signed a contract with a shipyard.", never: ["signed actual NOR"]),
        Sample("The treaty that Chad and Niger signed in 1977 expired in May.", never: ["signed actual NER+TCD"]),
        Sample("Without a treaty, Chad and Niger would go to court.", never: ["negotiated negated NER+TCD"]),
        Sample("Chad signed a defence pact with Niger, which was ratified in May.", "signed actual NER+TCD", "ratified actual NER+TCD"),
    ])
    func papers(sample: Sample) throws {
        let found = try sample.read().agreements.map(\.short)
        try sample.expect(in: found)
    }

    @Test(
        arguments: [
            ("Whether Peru will attend the summit remains open.", 1), ("Japan must decide whether to send the ships.", 1),
            ("It is anybody's guess whether Belarus will pay.", 1),
            ("The king of Jordan said that no leader can give up the places.", 0),
        ])
    func open(text: String, count: Int) throws {
        #expect(try read(text).questions.count == count)
    }

    @Test(arguments: [
        Sample("Nonsense, said the Kremlin: nobody had been there.", "RUS asserts"),
        Sample("But Secretary of State Madeleine Albright insisted that the raids would go on.", "USA asserts", published: "1999-05-02"),
        Sample("NATO welcomed the vote in Skopje.", "NATO praises"),
        Sample("The Danish queen welcomed the guests.", never: ["DNK praises"]),
        Sample("Peru thanked Chile for sending doctors.", "PER praises"),
        Sample("Turkey rejected the demand.", never: ["TUR denies"]),
        Sample("The Serbian president complained that Croatia had shut the road.", "SRB criticises"),
        Sample("Mr Lukashenko told the people of Brest on the radio that his men would come.", "BLR asserts"),
        Sample("French president Emmanuel Macron demands that Putin stop the war. No troops will be sent, he adds.", "FRA asserts"),
    ])
    func speech(sample: Sample) throws {
        let found = try sample.read().claims.map(\.short)
        try sample.expect(in: found)
    }
}
