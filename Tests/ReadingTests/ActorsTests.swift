import Casus
import Testing

/// Who acts where the words name an office, a body or a follower rather than a state.
@Suite("Who acts")
struct ActorsTests {
    @Test(arguments: belonging + places + organs + held)
    func sides(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    /// In a text without a date a title, or a state that the text names, says which of several of one name is meant.
    @Test(arguments: undated)
    func withoutADate(sample: Sample) throws {
        var sample = sample
        sample.published = nil
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    /// Offices, aides and troops are of the side of the one to whom they belong.
    static let belonging = [
        Sample("The Lebanese president's office condemned Israel.", "ACCUSE actual LBN>ISR"),
        Sample("A spokesman for Olaf Scholz criticised Turkey.", "ACCUSE actual DEU>TUR"),
        Sample("Forces loyal to Libyan commander Khalifa Haftar shelled Turkish troops.", "ASSAULT actual LBY>TUR"),
        Sample("Fighters from Hamas attacked Egypt.", "ASSAULT actual PSE>EGY"),
        Sample("The Buhari administration criticised Ghana.", "ACCUSE actual NGA>GHA"),
        Sample("The Bush administration criticised Ghana.", "ACCUSE actual USA>GHA"),
        Sample("A UN human rights expert criticised Ghana.", "ACCUSE actual UN>GHA"),
        Sample("Mr. Erdogan criticised Ghana.", "ACCUSE actual TUR>GHA"),
        // Whom one side upholds or opposes is not of that side.
        Sample("Russia-backed rebels shelled Poland.", never: ["ASSAULT actual RUS>POL"]),
        Sample("Kremlin critics condemned Israel.", never: ["ACCUSE actual RUS>ISR"]),
        Sample("Opponents of Israel condemned Egypt.", never: ["ACCUSE actual ISR>EGY"]),
        Sample("Turkish dissidents condemned Israel.", "ACCUSE actual TUR>ISR"),
        Sample("A special envoy for Syria criticised Iran.", never: ["ACCUSE actual SYR>IRN"]),
        Sample("A Saudi-led raid killed two Yemeni soldiers.", "ASSAULT actual SAU>YEM"),
    ]

    /// Governments and offices of a part of a state are of that state; its crowds and firms are not by that alone.
    static let places = [
        Sample("The Uttar Pradesh government criticised Nepal.", "ACCUSE actual IND>NPL"),
        Sample("The Catalan government criticised Morocco.", "ACCUSE actual ESP>MAR"),
        Sample("The mayor of Lyon criticised Russia.", "ACCUSE actual FRA>RUS"),
        Sample("The premier of Canada's Alberta province criticised Cuba.", "ACCUSE actual CAN>CUB"),
        Sample("Pune MP Rajan Kelkar criticised China.", "ACCUSE actual IND>CHN"),
        Sample("California sued Canada.", "ACCUSE actual USA>CAN"),
        Sample("A Texas court jailed a teacher.", never: ["SANCTION actual USA>a teacher"]),
        Sample("Manchester officials criticised Spain.", never: ["ACCUSE actual GBR>ESP"]),
    ]

    /// Who holds a public office acts in public, whether or not a state is named.
    static let organs = [
        Sample("The heads of state condemned Iran.", "ACCUSE actual The heads of state>IRN"),
        Sample("President Zubirreta criticised Russia.", "ACCUSE actual Zubirreta>RUS"),
        Sample("A senator criticised Russia.", "ACCUSE actual A senator>RUS"),
        Sample("The president of the club criticised Russia.", never: ["ACCUSE actual The president>RUS"]),
        Sample("The club president criticised Russia.", never: ["ACCUSE actual The club president>RUS"]),
        Sample("A dentist criticised Russia.", never: ["ACCUSE actual A dentist>RUS"]),
        Sample("Some European countries criticised Israel.", "ACCUSE actual Some European countries>ISR"),
        Sample("A U.N. committee criticised Vietnam.", "ACCUSE actual UN>VNM"),
        Sample("Ines Moreau, the special rapporteur for the U.N.'s human rights office, criticised Iran.", "ACCUSE actual UN>IRN"),
        Sample("The NATO alliance criticised Serbia.", "ACCUSE actual NATO>SRB"),
        Sample("Boko Haram members attacked Chad.", "ASSAULT actual NGA>TCD"),
        Sample("The Yemeni affiliate of al-Qaeda attacked Oman.", "ASSAULT actual Al-Qaeda>OMN"),
        // Somebody of whom nothing is known but the name is private, by a pronoun too.
        Sample("Bram Kuipers sang in the film. He travelled to Norway.", never: ["CONSULT actual Bram Kuipers>NOR"]),
    ]

    /// What is struck is theirs who hold it.
    static let held = [
        Sample("Syrian forces bombed the rebel-held suburbs.", "ASSAULT actual SYR>rebel")
    ]

    static let undated = [
        Sample("President Obama criticised Syria.", "ACCUSE actual USA>SYR"),
        Sample("President Bush criticised Syria.", "ACCUSE actual USA>SYR"),
        Sample("Last week Mr. Uribe criticised Ecuador, and Colombia was silent.", "ACCUSE actual COL>ECU"),
        Sample("Last week Mr. Uribe criticised Ecuador.", never: ["ACCUSE actual COL>ECU"]),
        Sample("Brown criticised Syria.", never: ["ACCUSE actual GBR>SYR"]),
        Sample("NATO Secretary General Jens Stoltenberg criticised Russia.", "ACCUSE actual NATO>RUS"),
        Sample("UN Secretary-General Kofi Annan criticised Israel.", "ACCUSE actual UN>ISR"),
    ]
}
