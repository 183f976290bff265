import Casus
import Testing

/// How far an instrument has come: exactly the records named, by stage, status and parties.
@Suite("Agreements in reports")
struct AgreementReportsTests {
    @Test(arguments: reports + texts + stands)
    func stage(sample: Sample) throws {
        let found = try sample.read().agreements.map(\.short).sorted()
        try check(sample.known) { #expect(found == sample.says.sorted()) }
    }

    /// Longer sentences, as reports have them.
    static let reports = [
        Sample("The two sides are still haggling over a border treaty between Niger and Benin.", "negotiated planned BEN+NER"),
        Sample("Niger and Benin on Tuesday signed a border treaty that took nine years to negotiate.", "signed actual BEN+NER"),
        Sample("A border treaty between Niger and Benin is expected to be signed in July.", "signed planned BEN+NER"),
        Sample("A border treaty between Niger and Benin is expected to enter into force in July.", "in-force planned BEN+NER"),
        Sample("Niger is not a party to the border treaty with Benin."),
        Sample("Niger has broken the border treaty with Benin, officials in Cotonou said."),
        Sample("Benin accused Niger of violating the border treaty."),
        Sample("Niger let the border treaty with Benin lapse.", "terminated actual BEN+NER", known: "the tree takes lapse for a noun"),
        Sample("The border treaty between Niger and Benin lapsed in 2019 and was never renewed.", "terminated actual BEN+NER"),
        Sample("Niger said it would not renew the border treaty with Benin.", "in-force negated BEN+NER"),
        Sample("Niger and Benin have agreed to extend the border treaty by five years.", "in-force planned BEN+NER"),
        Sample(
            "The foreign ministers of Niger and Benin initialled the border treaty on Monday; the presidents will sign it in May.",
            "negotiated planned BEN+NER", "signed planned BEN+NER"),
        Sample("Niger's new rulers denounced the border treaty with Benin.", "terminated actual BEN+NER"),
        Sample("Niger's military junta revoked a security pact with the European Union.", "terminated actual EU+NER"),
        Sample("Mali, Niger and Burkina Faso signed a mutual defence pact in September.", "signed actual BFA+MLI+NER"),
        Sample("Benin's parliament voted against the border treaty with Niger.", "proposed negated BEN+NER"),
        Sample("Talks between Niger and Benin on a border treaty broke down on Friday.", "negotiated negated BEN+NER"),
        Sample("There was no agreement between Niger and Benin on the border."),
        Sample("Niger and Benin had hoped for a peace deal by Christmas.", "proposed possible BEN+NER"),
        Sample("Hopes of a peace deal between Niger and Benin are fading.", "proposed possible BEN+NER"),
        Sample("The prospect of a peace deal between Niger and Benin is remote.", "proposed possible BEN+NER"),
        Sample("The African Union urged Niger and Benin to sign a peace deal.", "signed possible BEN+NER"),
        Sample("Without a treaty, Niger and Benin would go to court."),
        Sample("Niger would consider a treaty with Benin.", "proposed possible BEN+NER"),
        Sample("The treaty that Niger and Benin signed in 1977 is still in force.", "in-force actual BEN+NER"),
        Sample("Under a 1977 treaty, Niger and Benin share the river."),
        Sample("A ceasefire agreement between Niger and Benin took effect at midnight.", "in-force actual BEN+NER"),
        Sample("The ceasefire agreement between Niger and Benin collapsed within hours.", "terminated actual BEN+NER"),
        Sample("A new treaty replaced the 1977 accord between Niger and Benin."),
        Sample("Niger acceded to the Arms Trade Treaty.", "signed actual NER"),
        Sample(
            "Ghana and Togo are finalising a fisheries deal that could be signed this month.", "negotiated planned GHA+TGO",
            "signed possible GHA+TGO", known: "what a relative clause says is no second stage"),
        Sample("Ghana has rejected a fisheries deal with Togo.", "proposed negated GHA+TGO"),
        Sample("Ghana turned down a proposed fisheries deal with Togo.", "proposed negated GHA+TGO"),
        Sample("Ghana and Togo shelved a fisheries deal.", "proposed possible GHA+TGO"),
        Sample("Ghana said it was committed to the border treaty with Togo."),
        Sample("Ghana has always honoured the border treaty with Togo.", "in-force actual GHA+TGO"),
        Sample("Ghana wants to renegotiate the border treaty with Togo.", "negotiated possible GHA+TGO"),
        Sample("Ghana and Togo postponed the signing of a border treaty.", "signed planned GHA+TGO"),
        Sample("Ghana and Togo cancelled the signing of a border treaty.", "signed negated GHA+TGO"),
        Sample("Ghana and Togo were about to sign a border treaty.", "signed planned GHA+TGO"),
        Sample("Ghana's president will travel to Lome to sign a border treaty with Togo.", "signed planned GHA+TGO"),
        Sample("Ghana has announced its withdrawal from the border treaty with Togo.", "terminated planned GHA+TGO"),
        Sample("Ghana may withdraw from the border treaty with Togo.", "terminated possible GHA+TGO"),
        Sample("Ghana will not withdraw from the border treaty with Togo.", "terminated negated GHA+TGO"),
        Sample("Ghana has not withdrawn from the border treaty with Togo.", "terminated negated GHA+TGO"),
        Sample("Ghana denied that it would withdraw from the border treaty with Togo.", "terminated denied GHA+TGO"),
        Sample("Ghana reinstated the border treaty with Togo.", "in-force actual GHA+TGO"),
        Sample("The border treaty between Ghana and Togo is about to expire.", "terminated planned GHA+TGO"),
        Sample("The border treaty between Ghana and Togo has been extended until 2030.", "in-force actual GHA+TGO"),
        Sample("The border treaty between Ghana and Togo is expected to be extended.", "in-force planned GHA+TGO"),
        Sample("The border treaty between Ghana and Togo was never ratified.", "ratified negated GHA+TGO"),
    ]

    /// More than one stage, or instrument, in a text.
    static let texts = [
        Sample(
            "Ghana and Togo signed a border treaty in May. Parliament in Accra ratified it in June.", "signed actual GHA+TGO",
            "ratified actual GHA+TGO"),
        Sample(
            "Ghana and Togo signed a border treaty in 1990. Togo left it last year.", "signed actual GHA+TGO", "terminated actual GHA+TGO"),
        Sample(
            "Ghana and Togo are negotiating a border treaty. It will be signed in July.", "negotiated planned GHA+TGO",
            "signed planned GHA+TGO"),
        Sample("Ghana and Togo signed a border treaty. It has not been ratified.", "signed actual GHA+TGO", "ratified negated GHA+TGO"),
        Sample("Ghana and Togo signed a trade agreement and a defence pact.", "signed actual GHA+TGO", "signed actual GHA+TGO"),
        Sample("Ghana signed a trade agreement with Togo and a defence pact with Benin.", "signed actual GHA+TGO", "signed actual BEN+GHA"),
        Sample("Ghana proposed a treaty. Togo refused to sign it.", "proposed planned GHA", "signed negated GHA"),
        Sample(
            "Ghana, Togo and Benin signed a treaty on the river; Niger did not sign it.", "signed actual BEN+GHA+TGO",
            "signed negated BEN+GHA+TGO"),
        Sample("The EU and Ghana initialled a partnership agreement.", "negotiated planned EU+GHA"),
        Sample("NATO and Ghana have no treaty, but they will sign a partnership agreement.", "signed planned GHA+NATO"),
        Sample("A treaty that was signed by Ghana and Togo in 1990 expired in 2010.", "terminated actual GHA+TGO"),
    ]

    /// Where an instrument stands, in the words of reports and headlines.
    static let stands = [
        Sample("The defence ministers of Laos and Nepal signed a memorandum of understanding on Monday.", "signed actual LAO+NPL"),
        Sample("Laos and Nepal have been working on a trade deal for years.", "negotiated planned LAO+NPL"),
        Sample("Laos and Nepal are yet to sign a trade deal.", "signed negated LAO+NPL"),
        Sample("Laos and Nepal came close to signing a trade deal.", "signed negated LAO+NPL"),
        Sample("Laos stopped short of signing a trade deal with Nepal.", "signed negated LAO+NPL"),
        Sample("Laos ruled out a trade deal with Nepal.", "proposed negated LAO+NPL"),
        Sample("Laos has not ruled out a trade deal with Nepal.", "proposed possible LAO+NPL"),
        Sample("Laos denied reports of a secret pact with Nepal."),
        Sample("Laos dismissed talk of a trade deal with Nepal."),
        Sample("Rumours of a pact between Laos and Nepal are false."),
        Sample("An agreement between Laos and Nepal is within reach.", "negotiated planned LAO+NPL"),
        Sample("A deal between Laos and Nepal remains elusive."),
        Sample("Laos is pushing for a trade deal with Nepal.", "proposed possible LAO+NPL"),
        Sample("Laos and Nepal pledged to conclude a trade deal by May.", "signed planned LAO+NPL"),
        Sample("Laos walked away from a trade deal with Nepal.", "terminated actual LAO+NPL"),
        Sample("Laos blocked a trade deal with Nepal.", "proposed negated LAO+NPL"),
        Sample("Laos's parliament rejected a trade deal with Nepal.", "proposed negated LAO+NPL"),
        Sample("The court annulled the trade deal between Laos and Nepal.", "terminated actual LAO+NPL"),
        Sample("The trade deal between Laos and Nepal has yet to enter into force.", "in-force negated LAO+NPL"),
        Sample("The trade deal between Laos and Nepal has been in force since 2010.", "in-force actual LAO+NPL"),
        Sample("The trade deal between Laos and Nepal remains in force.", "in-force actual LAO+NPL"),
        Sample("The trade deal between Laos and Nepal remains unsigned.", "proposed negated LAO+NPL"),
        Sample("The trade deal between Laos and Nepal was signed in 2009 and entered into force in 2010.", "signed actual LAO+NPL"),
        Sample("The signing of the trade deal between Laos and Nepal has been postponed.", "signed planned LAO+NPL"),
        Sample("The signing of the trade deal between Laos and Nepal was cancelled.", "signed negated LAO+NPL"),
        Sample("The ratification of the trade deal between Laos and Nepal is pending.", "ratified planned LAO+NPL"),
        Sample("Nepal accused Laos of tearing up the trade deal.", "terminated alleged LAO"),
        Sample("Nepal fears that Laos will leave the trade deal.", "terminated possible LAO"),
        Sample("Nepal asked Laos to ratify the trade deal.", "ratified possible LAO"),
        Sample("Nepal will not sign a trade deal with Laos unless the tariffs fall.", "signed negated LAO+NPL"),
        Sample("Should Nepal leave the trade deal with Laos, prices would rise.", "terminated possible LAO+NPL"),
        Sample("If Nepal had signed the trade deal with Laos, prices would have fallen.", "signed possible LAO+NPL"),
        Sample("Has Nepal signed the trade deal with Laos?", "signed possible LAO+NPL"),
        Sample("Nepal: no trade deal with Laos"),
        Sample("Nepal to sign trade deal with Laos", "signed planned LAO+NPL"),
        Sample("Nepal ratifies trade deal with Laos", "ratified actual LAO+NPL"),
        Sample("Nepal quits trade deal with Laos", "terminated actual LAO+NPL"),
        Sample("Trade deal signed by Nepal and Laos", "signed actual LAO+NPL"),
        Sample("Nepal and Laos agree ceasefire deal", "negotiated planned LAO+NPL"),
    ]
}
