import Casus
import Testing

/// An act that is alleged, denied, taken as known, asked about or put between quotation marks.
@Suite("Status under words of speech")
struct StatusSayingTests {
    @Test(arguments: alleged + denied + factive + quotation + question)
    func status(sample: Sample) throws { try StatusTests.expect(sample) }

    /// Accused of, allegedly, reportedly, said to have, claims; what one claims of oneself is no allegation.
    static let alleged = [
        Sample("Eritrea accused Ethiopia of attacking Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Eritrea accuses Ethiopia of having attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Eritrea alleged that Ethiopia had attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia allegedly attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia reportedly attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Eritrea blamed Ethiopia for attacking Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia is suspected of attacking Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia is suspected of having attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia is said to have attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia is reported to have attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia was accused by Eritrea of attacking Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Eritrea claimed that Ethiopia had attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Eritrea charged that Ethiopia had attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia claimed that it had attacked Eritrea.", "ASSAULT actual ETH>ERI"),
        Sample("Ethiopia claimed to have attacked Eritrea.", "ASSAULT actual ETH>ERI"),
        Sample("According to Sudan, Ethiopia has attacked Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Accusing Ethiopia of attacking Djibouti, Eritrea closed the border.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia is alleged to have attacked Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Ethiopia stands accused of attacking Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Accusations that Ethiopia attacked Djibouti are old.", "ASSAULT alleged ETH>DJI"),
    ]

    /// Denied, rejected claims that, dismissed reports, disputed.
    static let denied = [
        Sample("Ethiopia denied attacking Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia denied that it had attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia has repeatedly denied having attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("The Ethiopian government rejected claims that Ethiopia had attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("The Ethiopian government dismissed reports that Ethiopia had attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia disputed that it had attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("The Ethiopian government denied accusations that Ethiopia had attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia denied any attack on Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia denied the accusation of having attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia rejects allegations of an attack on Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia refuted the claim that it attacked Djibouti.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia's denial that it attacked Djibouti convinced nobody.", "ASSAULT denied ETH>DJI"),
        Sample("Ethiopia said reports that Ethiopian troops had attacked Djibouti were false.", never: ["ASSAULT actual ETH>DJI"]),
        Sample("It is false that Ethiopia attacked Djibouti.", "ASSAULT negated ETH>DJI"),
        Sample("Ethiopia insisted that it had not attacked Djibouti.", "ASSAULT negated ETH>DJI"),
    ]

    /// Condemned, regretted, after, because of, despite, welcomed, admitted: what they govern is taken as known, denied or not.
    static let factive = [
        Sample("Egypt condemned the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt condemned Ethiopia for attacking Djibouti.", "ASSAULT alleged ETH>DJI"),
        Sample("Egypt criticised Norway for sending tanks to Ukraine.", "AID alleged NOR>UKR"),
        Sample("Ethiopia regretted that it had attacked Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt did not send troops after the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt may close its port because of the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt will keep its embassy open despite the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Sweden welcomed that Norway had sent tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Ethiopia admitted that it had attacked Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Ethiopia admitted attacking Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Ethiopia confirmed that it had attacked Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Ethiopia acknowledged having attacked Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Ethiopia has not apologised for attacking Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt did not know that Ethiopia had attacked Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt may respond because Ethiopia attacked Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Since Ethiopia attacked Djibouti, no ships have left the port.", "ASSAULT actual ETH>DJI"),
        Sample("Although Ethiopia attacked Djibouti, Egypt will not join the war.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt did not condemn the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt refused to condemn the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt urged the council to condemn the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt called for an investigation into the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt demanded compensation for the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Egypt denied any role in the Ethiopian attack on Djibouti.", "ASSAULT actual ETH>DJI"),
        Sample("Norway is known to have sent tanks to Ukraine.", "AID actual NOR>UKR"),
        Sample("Russia thanked Norway for not sending tanks to Ukraine.", "AID negated NOR>UKR"),
    ]

    /// Inside the words of one side.
    static let quotation = [
        Sample("“Ethiopia will never attack Djibouti,” the foreign minister said.", "ASSAULT negated ETH>DJI"),
        Sample("“Norway will send tanks to Ukraine,” the Norwegian prime minister said.", "AID planned NOR>UKR"),
        Sample(
            "The Norwegian prime minister said the country “has not sent and will not send” tanks to Ukraine.",
            never: ["AID actual NOR>UKR"]),
        Sample("“If Ethiopia attacks Djibouti, we will answer,” said the Egyptian president.", "ASSAULT possible ETH>DJI"),
        Sample("“Norway sent tanks to Ukraine,” the Swedish minister said.", "AID actual NOR>UKR"),
    ]

    /// What is asked is open; what a question takes for granted is not.
    static let question = [
        Sample("Will Ethiopia attack Djibouti?", "ASSAULT possible ETH>DJI"),
        Sample("Did Ethiopia attack Djibouti?", "ASSAULT possible ETH>DJI"),
        Sample("Has Norway sent tanks to Ukraine?", "AID possible NOR>UKR"),
        Sample("Why did Ethiopia attack Djibouti?", "ASSAULT actual ETH>DJI"),
        Sample("The question is whether Ethiopia attacked Djibouti.", "ASSAULT possible ETH>DJI"),
    ]
}
