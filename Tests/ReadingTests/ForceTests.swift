import Casus
import Testing

/// News of war and force: weapons that act, victims without a name, two states that share a word.
struct ForceTests {
    @Test(arguments: [
        // Two states that share a word are two.
        Sample("North and South Korea exchanged shots at the border.", "ASSAULT actual KOR+PRK", never: ["ASSAULT actual KOR"]),
        Sample("East and West Germany restored their hotline.", "SUPPORT actual DDR+DEU"),
        Sample("The two Koreas exchanged artillery fire.", "ASSAULT actual KOR+PRK"),
        Sample("North and South Korean envoys met in Jakarta.", "CONSULT actual KOR+PRK"),
        Sample("Canada and South Korea held talks.", "CONSULT actual CAN+KOR"),
        Sample("The Indian and Chinese foreign ministers met in Tashkent.", "CONSULT actual CHN+IND"),
        // One of two halves, where the text has named them.
        Sample("South Korea was hit by shells. The South retaliated by firing rounds into the north.", "ASSAULT actual KOR>PRK"),
        Sample("Mali was hit by shells. The army fired rounds into the north.", never: ["ASSAULT actual MLI>PRK"]),
        // What belongs to both is said of both.
        Sample("Chad and Sudan traded blame for the raid.", "ACCUSE actual SDN+TCD"),
        Sample("Iran and Israel traded threats.", "THREATEN actual IRN+ISR"),
    ])
    func whoTheTwoAre(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        // A weapon or a ship acts for the one whose it is, who used it, or from whose land it came.
        Sample("Vietnamese vessels rammed a Chinese trawler.", "ASSAULT actual VNM>CHN"),
        Sample("Mortar fire from Syria wounded two Turkish soldiers.", "ASSAULT actual SYR>TUR"),
        Sample("A bomb planted by Kurdish militants wounded two Turkish soldiers.", "ASSAULT actual Kurdish militants>TUR"),
        Sample(
            "A rocket fired from Lebanon killed an Israeli soldier.", "ASSAULT actual LBN>ISR",
            known: "the tree makes the participle the verb"),
        Sample("Iraqi tanks rolled into Kuwait.", "ASSAULT actual IRQ>KWT"),
        Sample("Artillery fire from the Azerbaijani side killed two Armenian soldiers.", "ASSAULT actual AZE>ARM"),
        Sample("Nigerian pirates hijacked a Danish tanker.", "ASSAULT actual NGA>DNK"),
        // At somebody, across a border, into a state: no show of arms.
        Sample("Lebanese fighters fired rockets into Israel.", "ASSAULT actual LBN>ISR", never: ["MOBILIZE actual LBN>ISR"]),
        Sample("North Korea fired shells at a loudspeaker.", "ASSAULT actual PRK"),
        Sample("North Korea fired shells at a target in the sea.", never: ["ASSAULT actual PRK"]),
        Sample("The Turkish navy fired shells at a hulk during an exercise.", never: ["ASSAULT actual TUR"]),
        Sample("North Korea test-fired a missile.", "MOBILIZE actual PRK"),
    ])
    func whoStrikes(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        // Those who suffer in a state are its people, and police who stand against them its police.
        Sample("Gunmen killed 30 villagers in Niger.", "ASSAULT actual Gunmen>NER"),
        Sample("Police fired rubber bullets at students in Santiago.", "ASSAULT actual CHL>CHL"),
        Sample("Tear gas was used by the police against demonstrators in Nairobi.", "ASSAULT actual KEN>KEN"),
        Sample("Police arrested a man in Santiago.", never: ["COERCE actual CHL>CHL"]),
        Sample("A gunman shot a man in Ohio.", never: ["ASSAULT actual A gunman>USA"]),
        Sample("Soldiers shot dead 13 demonstrators in Rangoon.", "ASSAULT actual Soldiers>MMR"),
        Sample("Police detained two French reporters in Mali.", never: ["COERCE actual FRA>FRA"]),
        // A particle in front of a number or of "of".
        Sample("The Colombian rebels handed over 40 hostages to the Red Cross.", "RETREAT actual COL>Red Cross"),
        Sample("Vietnamese troops pulled out of Cambodia in 1989.", "RETREAT actual VNM>KHM"),
        // Who is left dead has not been left.
        Sample("Chadian troops were ambushed near the lake, leaving 23 soldiers dead.", never: ["RETREAT actual TCD>23 soldiers"]),
    ])
    func whoSuffers(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        // Whose it is, nobody has said.
        Sample("Germany criticised the raid. The coalition said it had struck a camp in Syria.", never: ["ASSAULT actual DEU>SYR"]),
        Sample("Germany criticised Niger. The junta expelled the French ambassador.", never: ["SANCTION actual DEU>FRA"]),
        Sample("The Hague-based court charged a Serbian general.", never: ["ACCUSE actual NLD>SRB"]),
    ])
    func whoseItIsNot(sample: Sample) throws { try compare(sample) }

    private func compare(_ sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }
}
