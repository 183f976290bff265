import Casus
import Testing

/// A noun that carries an act, and the one to whom a clause without a subject is ascribed.
@Suite("Status of nouns, and who acts")
struct StatusOfNounsTests {
    @Test(arguments: noun + ascribed)
    func status(sample: Sample) throws { try StatusTests.expect(sample) }

    /// Planned, alleged, foiled, threatened, cancelled acts.
    static let noun = [
        Sample("The planned Ethiopian attack on Djibouti was discussed.", "ASSAULT planned ETH>DJI"),
        Sample("The alleged Ethiopian attack on Djibouti was discussed.", "ASSAULT alleged ETH>DJI"),
        Sample("The foiled Ethiopian attack on Djibouti was discussed.", "ASSAULT negated ETH>DJI"),
        Sample("The threatened Ethiopian attack on Djibouti was discussed.", "ASSAULT possible ETH>DJI"),
        Sample("A possible Ethiopian attack on Djibouti was discussed.", "ASSAULT possible ETH>DJI"),
        Sample("The threat of an Ethiopian attack on Djibouti has grown.", "ASSAULT possible ETH>DJI"),
        Sample("The Indian prime minister's planned visit to Nepal was discussed.", "CONSULT planned IND>NPL"),
        Sample("The Indian prime minister's visit to Nepal was cancelled.", "CONSULT negated IND>NPL"),
        Sample("The Indian prime minister's cancelled visit to Nepal was discussed.", "CONSULT negated IND>NPL"),
        Sample("The Indian prime minister's visit to Nepal was postponed.", "CONSULT planned IND>NPL"),
        Sample("The promised Ethiopian withdrawal from Djibouti did not come.", never: ["RETREAT actual ETH>DJI"]),
        Sample("The Indian prime minister's upcoming visit to Nepal will be short.", "CONSULT planned IND>NPL"),
        Sample("The Indian prime minister's recent visit to Nepal will not be repeated.", "CONSULT actual IND>NPL"),
        Sample("Egypt foiled an Ethiopian attack on Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Egypt plans for an Ethiopian attack on Djibouti.", never: ["ASSAULT actual ETH>DJI"]),
        Sample("There was no Ethiopian attack on Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("There were fears of an Ethiopian attack on Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("There were reports of an Ethiopian attack on Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Reports of an Ethiopian attack on Djibouti were denied.", never: ["ASSAULT actual ETH>DJI"]),
        Sample("The Ethiopian attack on Djibouti did not surprise Egypt.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt accused Ethiopia of an attack on Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Egypt blamed Ethiopia for the attack on Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia denied responsibility for the attack on Djibouti.", never: ["ASSAULT actual ETH>DJI"]),
        Sample(
            "Ethiopia claimed responsibility for the attack on Djibouti.", "ASSAULT actual ETH>DJI",
            known: "who claims an act is not yet read as the one who did it"),
        Sample("Egypt averted an Ethiopian attack on Djibouti.", "ASSAULT negated ETH>DJI"),
    ]

    /// Promise, persuade, order, ask, seem: who does what the clause below says.
    static let ascribed = [
        Sample("Norway promised Ukraine to send tanks to Moldova.", "AID planned NOR>MDA"),
        Sample("Sweden persuaded Norway to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("The Swedish king ordered Norway to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway seems to be sending tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway appears to have sent tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden asked Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden asked Norway for permission to send tanks to Ukraine.", "AID possible SWE>UKR"),
        Sample("Sweden allowed Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden expects Norway to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Sweden assured Norway that it would send tanks to Ukraine.", "AID planned SWE>UKR"),
        Sample("Sweden told Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden told Norway that it would send tanks to Ukraine.", "AID planned SWE>UKR"),
        Sample("Sweden threatened Norway with an attack.", "THREATEN actual SWE>NOR"),
        Sample("Sweden joined Norway in sending tanks to Ukraine.", "AID actual SWE>UKR"),
        Sample("Sweden thanked Norway for sending tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Sweden and Denmark agreed to send tanks to Ukraine.", "AID planned DNK+SWE>UKR"),
        Sample("Sweden pressed Norway into sending tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Sweden got Norway to send tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Sweden talked Norway out of sending tanks to Ukraine.", "AID negated NOR>UKR"),
        Sample("Sweden vowed to Norway to send tanks to Ukraine.", "AID planned SWE>UKR"),
        Sample("Sweden prompted Norway to send tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Sweden offered Norway to send tanks to Ukraine.", "AID planned SWE>UKR"),
    ]
}
