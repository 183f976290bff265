import Casus
import Testing

/// An act under two or three words, each of which changes what the next one does.
@Suite("Status in chains")
struct StatusChainTests {
    @Test(arguments: chain + headline + aspect + passive)
    func status(sample: Sample) throws { try StatusTests.expect(sample) }

    /// Two or three words above the act.
    static let chain = [
        Sample("Ethiopia denied that it had planned to attack Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Eritrea accused Ethiopia of planning to attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Eritrea accused Ethiopia of trying to attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Greece accused Turkey of refusing to withdraw its troops from Cyprus.", "RETREAT negated TUR>CYP"),
        Sample("Norway said it would not send tanks to Ukraine.", "AID negated NOR>UKR"),
        Sample("Norway ruled out sending tanks to Ukraine.", "AID negated NOR>UKR"),
        Sample("Norway did not rule out sending tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway has not ruled out that it will send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Ethiopia did not deny having attacked Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Ethiopia neither confirmed nor denied that it had attacked Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Egypt failed to prevent the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt did not prevent the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt could not prevent the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt was unable to prevent Ethiopia from attacking Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt managed to prevent the Ethiopian attack on Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Egypt prevented Ethiopia from attacking Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Egypt tried to prevent Ethiopia from attacking Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Sanctions did not stop Ethiopia from attacking Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("If Ethiopia had not attacked Djibouti, Egypt would not have mobilised.", "ASSAULT actual ETH>DJI"),
        Sample("Ethiopia threatened not to withdraw its troops from Djibouti.", "RETREAT possible ETH>DJI"),
        Sample("Egypt urged Ethiopia not to attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Egypt warned Ethiopia not to attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Egypt warned Ethiopia against attacking Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Ethiopia agreed not to attack Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Ethiopia promised never to attack Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Ethiopia has said it has no plans to attack Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Ethiopia has no intention of attacking Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Ethiopia denied that it would attack Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia did not hesitate to attack Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Norway refused to say whether it would send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway will decide next week whether to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway said it was ready to consider sending tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway denied refusing to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden persuaded Norway not to send tanks to Ukraine.", "AID negated NOR>UKR"),
        Sample("Eritrea said that it had evidence that Ethiopia planned to attack Djibouti.", "ASSAULT planned ETH>DJI"),
        Sample("The minister said he did not believe that Ethiopia would attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Egypt does not expect Ethiopia to attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Ethiopia has not stopped attacking Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Israel should not have attacked Iran.", "ASSAULT actual ISR>IRN"),
        Sample("Sanctions will remain until Ethiopia withdraws its troops from Djibouti.", "RETREAT possible ETH>DJI"),
        Sample("When Ethiopia withdraws its troops from Djibouti, the sanctions will be lifted.", "RETREAT possible ETH>DJI"),
        Sample("The port will stay closed as long as Ethiopia attacks Djibouti.", never: ["ASSAULT negated ETH>DJI"]),
        Sample("Egypt fears that Ethiopia may refuse to withdraw its troops from Djibouti.", "RETREAT possible ETH>DJI"),
    ]

    /// Headlines: the present tells what happened, the infinitive what is to come; and the historical present.
    static let headline = [
        Sample("Ethiopia attacks port in Djibouti", "ASSAULT actual ETH>DJI"),
        Sample("Norway to send tanks to Ukraine", "AID planned NOR>UKR"),
        Sample("Norway won't send tanks to Ukraine", "AID negated NOR>UKR"),
        Sample("Norway set to send tanks to Ukraine", "AID planned NOR>UKR"),
        Sample("Norway mulls sending tanks to Ukraine", "AID possible NOR>UKR"),
        Sample("Ethiopia denies attacking Djibouti", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia accused of attacking Djibouti", "ASSAULT alleged ETH>DJI"),
        Sample("Norway urged to send tanks to Ukraine", "AID possible NOR>UKR"),
        Sample("Norway vows to send tanks to Ukraine", "AID planned NOR>UKR"),
        Sample("In 1977 Somalia invades Ethiopia, and Moscow changes sides.", "ASSAULT actual SOM>ETH"),
    ]

    /// Used to, managed to, continues to, began, resumed, stopped, nearly.
    static let aspect = [
        Sample("Norway used to send tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway managed to send tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway continues to send tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway began sending tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway resumed sending tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway stopped sending tanks to Ukraine.", "AID negated NOR>UKR"),
        Sample("Norway ceased sending tanks to Ukraine.", "AID negated NOR>UKR"),
        Sample("Norway kept sending tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway ended up sending tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway has been sending tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Norway went on to send tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Ethiopia nearly attacked Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Norway helped Sweden attack Denmark.", "ASSAULT actual SWE>DNK"),
        Sample("Norway forced Sweden to withdraw its troops from Denmark.", "RETREAT actual SWE>DNK"),
        Sample("Stop attacking Djibouti, Egypt told Ethiopia.", never: ["ASSAULT actual ETH>DJI"]),
    ]

    /// The same in the passive.
    static let passive = [
        Sample("Tanks were not sent to Ukraine by Norway.", "AID negated NOR>UKR"),
        Sample("Djibouti may have been attacked by Ethiopia.", "ASSAULT possible ETH>DJI"),
        Sample("Djibouti will be attacked by Ethiopia.", "ASSAULT planned ETH>DJI"),
        Sample("Djibouti has never been attacked by Ethiopia.", "ASSAULT negated ETH>DJI"),
        Sample("Djibouti was reportedly attacked by Ethiopia.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia denied that Djibouti had been attacked by Ethiopian troops.", "ASSAULT denied ETH>DJI"),
        Sample("Norway was asked to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway was persuaded to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway was forbidden to send tanks to Ukraine.", "AID negated NOR>UKR"),
        Sample("Norway was expected to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("The Russian diplomats are to be expelled by Norway.", "SANCTION planned NOR>RUS"),
        Sample("The Russian diplomats could be expelled by Norway.", "SANCTION possible NOR>RUS"),
        Sample("Norway is believed to have sent tanks to Ukraine.", "AID possible NOR>UKR"),
    ]
}
