import Casus
import Testing

/// An act under one word that denies it, plans it or makes it possible.
@Suite("Status under one word")
struct StatusEmbeddingTests {
    @Test(arguments: negation + planned + possible)
    func status(sample: Sample) throws { try StatusTests.expect(sample) }

    /// Not, never, no longer, failed to, refused to, without, neither and nor, no.
    static let negation = [
        Sample("Turkey did not attack the Greek base.", "ASSAULT negated TUR>GRC"),
        Sample("Egypt has never attacked Ethiopia.", "ASSAULT negated EGY>ETH"),
        Sample("Hungary no longer sends weapons to Ukraine.", "AID negated HUN>UKR"),
        Sample("Serbia failed to withdraw its troops from Kosovo.", "RETREAT negated SRB>XKX"),
        Sample("Serbia has yet to withdraw its troops from Kosovo.", "RETREAT negated SRB>XKX"),
        Sample("The Thai prime minister returned home without visiting Cambodia.", "CONSULT negated THA>KHM"),
        Sample("Algeria neither attacked Morocco nor expelled its diplomats.", "ASSAULT negated DZA>MAR"),
        Sample("Neither Spain nor Portugal expelled Russian diplomats.", "SANCTION negated ESP+PRT>RUS"),
        Sample("Washington stopped short of imposing sanctions on Rwanda.", "COERCE negated USA>RWA"),
        Sample("No Indian minister visited Pakistan last year.", "CONSULT negated IND>PAK"),
        Sample("Israel refrained from attacking Iran.", "ASSAULT negated ISR>IRN"),
        Sample("Armenia refused to withdraw its troops from Azerbaijan.", "RETREAT negated ARM>AZE"),
        Sample("Canada opted not to expel the Indian diplomats.", "SANCTION negated CAN>IND"),
        Sample("Instead of attacking Iran, Israel attacked Syria.", "ASSAULT negated ISR>IRN", "ASSAULT actual ISR>SYR"),
        Sample("Rather than expel the Russian diplomats, Austria summoned the ambassador.", "SANCTION negated AUT>RUS"),
        Sample("Kenya has not yet sent police to Haiti.", "MOBILIZE negated KEN>HTI"),
        Sample("Jordan has given no tanks to Libya.", "AID negated JOR>LBY"),
        Sample("No sanctions were imposed on Belarus by Norway.", "COERCE negated NOR>BLR"),
    ]

    /// Will, is to, plans to, agreed to, ordered, on the verge of, due to.
    static let planned = [
        Sample("Norway will send tanks to Ukraine in spring.", "AID planned NOR>UKR"),
        Sample("The Vietnamese president is to visit Laos next week.", "CONSULT planned VNM>LAO"),
        Sample("Norway plans to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway is set to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway has agreed to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway is preparing to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Ethiopia is on the verge of attacking Eritrea.", "ASSAULT planned ETH>ERI"),
        Sample("Ethiopia is on the brink of attacking Eritrea.", "ASSAULT planned ETH>ERI"),
        Sample("The Omani foreign minister is due to visit Iran on Sunday.", "CONSULT planned OMN>IRN"),
        Sample("The Omani foreign minister is scheduled to visit Iran on Sunday.", "CONSULT planned OMN>IRN"),
        Sample("The president of Kenya ordered the army to attack Somalia.", "ASSAULT planned KEN>SOM"),
        Sample("Ethiopia was about to attack Eritrea.", "ASSAULT planned ETH>ERI"),
        Sample("Norway has decided to expel three Russian diplomats.", "SANCTION planned NOR>RUS"),
        Sample("Norway has pledged to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway vowed to expel the Russian ambassador.", "SANCTION planned NOR>RUS"),
        Sample("Norway intends to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway is ready to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway has announced plans to send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway said on Friday that it would send tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("The presidents of Chile and Peru will meet in Lima on Friday.", "CONSULT planned CHL+PER"),
        Sample("Tanks will be sent to Ukraine by Norway.", "AID planned NOR>UKR"),
        Sample("Tanks are to be sent to Ukraine by Norway.", "AID planned NOR>UKR"),
        Sample("Norway has approved sending tanks to Ukraine.", "AID planned NOR>UKR"),
        Sample("Norway offered to send tanks to Ukraine.", "AID planned NOR>UKR"),
    ]

    /// May, could, would, if, whether, unless, in case of, considers, threatens, proposes, calls for, wants, fears.
    static let possible = [
        Sample("Norway may send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Ethiopia could attack Eritrea within weeks.", "ASSAULT possible ETH>ERI"),
        Sample("Norway would expel the Russian diplomats.", "SANCTION possible NOR>RUS"),
        Sample("If Ethiopia attacks Eritrea, thousands will flee.", "ASSAULT possible ETH>ERI"),
        Sample("Diplomats asked whether Ethiopia had attacked Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Unless Ethiopia attacks Eritrea, the border will stay quiet.", "ASSAULT possible ETH>ERI"),
        Sample("In case of an Ethiopian attack on Eritrea, Egypt will mobilise.", "ASSAULT possible ETH>ERI"),
        Sample("In the event that Ethiopia attacks Eritrea, the port will close.", "ASSAULT possible ETH>ERI"),
        Sample("Norway is weighing whether to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway is considering expelling the Russian ambassador.", "SANCTION possible NOR>RUS"),
        Sample("Ethiopia threatens to attack Eritrea.", "THREATEN actual ETH>ERI", "ASSAULT possible ETH>ERI"),
        Sample("Sweden proposed sending Norwegian tanks to Ukraine.", never: ["AID actual SWE>UKR", "AID actual NOR>UKR"]),
        Sample("Sweden called on Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden called for Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden urged Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden demanded that Norway send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Sweden wants Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway wants to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Eritrea fears that Ethiopia will attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Eritrea warned that Ethiopia would attack Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Eritrea warned of an Ethiopian attack on Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Ethiopia is likely to attack Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Ethiopia is unlikely to attack Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Ethiopia is not likely to attack Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Perhaps Ethiopia attacked Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Had Ethiopia attacked Eritrea, Egypt would have joined the war.", "ASSAULT possible ETH>ERI"),
        Sample("Should Ethiopia attack Eritrea, Egypt will mobilise.", "ASSAULT possible ETH>ERI"),
        Sample("It is possible that Ethiopia attacked Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Norway should send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway must send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("The law allows Norway to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Ethiopia seems to have attacked Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Ethiopia appears to have attacked Eritrea.", "ASSAULT possible ETH>ERI"),
        Sample("Eritrea believes that Ethiopia attacked Djibouti.", "ASSAULT possible ETH>DJI"),
        Sample("Norway tried to send tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway would have sent tanks to Ukraine.", "AID possible NOR>UKR"),
        Sample("Norway would have sent tanks to Ukraine if Sweden had agreed.", "AID possible NOR>UKR"),
        Sample("Norway would not have sent tanks to Ukraine without American pressure.", "AID possible NOR>UKR"),
        Sample("It is doubtful that Ethiopia attacked Eritrea.", "ASSAULT possible ETH>ERI"),
    ]
}
