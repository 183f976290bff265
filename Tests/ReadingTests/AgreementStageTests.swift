import Casus
import Testing

/// How far an instrument has come: exactly the records named, by stage, status and parties.
@Suite("Stages of agreements")
struct AgreementStageTests {
    @Test(arguments: draft + proposed + negotiated + signed + ratified + inForce + suspended + terminated + reports + texts)
    func stage(sample: Sample) throws {
        let found = try sample.read().agreements.map(\.short).sorted()
        try check(sample.known) { #expect(found == sample.says.sorted()) }
    }

    /// Texts of treaties to come.
    static let draft = [
        Sample("Officials from Chile and Peru have drafted a defence treaty.", "negotiated planned CHL+PER"),
        Sample("A draft treaty between Chile and Peru was circulated on Monday.", "proposed planned CHL+PER"),
    ]

    /// Proposals, calls and wishes.
    static let proposed = [
        Sample("Chile proposed a trade agreement with Peru.", "proposed planned CHL+PER"),
        Sample("Chile offered Peru a non-aggression pact.", "proposed planned CHL+PER"),
        Sample("Chile called for a non-aggression pact with Peru.", "proposed possible CHL+PER"),
        Sample("Chile hopes for a trade agreement with Peru.", "proposed possible CHL+PER"),
        Sample("Chile wants a defence pact with Peru.", "proposed possible CHL+PER"),
        Sample("Chile is considering a defence pact with Peru.", "proposed possible CHL+PER"),
        Sample("A proposed defence pact between Chile and Peru has alarmed Bolivia.", "proposed planned CHL+PER"),
        Sample("Chile suggested a fisheries treaty with Peru.", "proposed planned CHL+PER"),
    ]

    /// Talks and what they reach.
    static let negotiated = [
        Sample("Chile and Peru are negotiating a fisheries treaty.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru held talks on a fisheries treaty.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru began negotiations on a fisheries treaty.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru reached an agreement on fisheries.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru initialled a fisheries treaty in Lima.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru are close to a fisheries treaty.", "negotiated planned CHL+PER"),
        Sample("Negotiators from Chile and Peru finalised the text of a fisheries treaty.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru agreed on a fisheries treaty.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru struck a fisheries deal.", "negotiated planned CHL+PER"),
        Sample("Chile and Peru failed to reach an agreement on fisheries.", "negotiated negated CHL+PER"),
        Sample("Chile and Peru have not reached an agreement on fisheries.", "negotiated negated CHL+PER"),
    ]

    /// Signed, to be signed, not signed.
    static let signed = [
        Sample("Chile and Peru signed a fisheries treaty.", "signed actual CHL+PER"),
        Sample("The presidents of Chile and Peru signed a fisheries treaty in Lima on Monday.", "signed actual CHL+PER"),
        Sample("Chile signed a fisheries treaty with Peru.", "signed actual CHL+PER"),
        Sample("A fisheries treaty between Chile and Peru was signed on Monday.", "signed actual CHL+PER"),
        Sample("Chile and Peru concluded a fisheries treaty.", "signed actual CHL+PER"),
        Sample("Chile and Peru have signed a memorandum of understanding on fisheries.", "signed actual CHL+PER"),
        Sample("The signing of a fisheries treaty between Chile and Peru took place in Lima.", "signed actual CHL+PER"),
        Sample("The signing of a fisheries treaty between Chile and Peru is planned for July.", "signed planned CHL+PER"),
        Sample("Chile and Peru are to sign a fisheries treaty in July.", "signed planned CHL+PER"),
        Sample("Chile and Peru plan to sign a fisheries treaty in July.", "signed planned CHL+PER"),
        Sample("Chile and Peru agreed to sign a fisheries treaty.", "signed planned CHL+PER"),
        Sample("Chile and Peru may sign a fisheries treaty.", "signed possible CHL+PER"),
        Sample("Chile would sign a fisheries treaty with Peru if the duties were dropped.", "signed possible CHL+PER"),
        Sample("Chile refused to sign the fisheries treaty with Peru.", "signed negated CHL+PER"),
        Sample("Chile and Peru left without signing the fisheries treaty.", "signed negated CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru was never signed.", "signed negated CHL+PER"),
        Sample("No agreement was signed between Chile and Peru.", "signed negated CHL+PER"),
        Sample("Chile denied that it had signed a defence pact with Peru.", "signed denied CHL+PER"),
        Sample("Bolivia accused Chile of signing a secret pact with Peru.", "signed alleged CHL+PER"),
        Sample("Chile urged Peru to sign the fisheries treaty.", "signed possible PER"),
        Sample("Chile and Peru sign fisheries treaty", "signed actual CHL+PER"),
        Sample("Chile, Peru sign fisheries treaty", "signed actual CHL+PER"),
        Sample("Chile to sign fisheries treaty with Peru", "signed planned CHL+PER"),
        Sample("If Chile and Peru sign the treaty, Bolivia will protest.", "signed possible CHL+PER"),
        Sample("Did Chile and Peru sign the treaty?", "signed possible CHL+PER"),
    ]

    /// Ratified or not.
    static let ratified = [
        Sample("Peru ratified the fisheries treaty with Chile.", "ratified actual CHL+PER"),
        Sample("Peru's parliament has approved the fisheries treaty with Chile.", "ratified actual CHL+PER"),
        Sample("Peru has not ratified the fisheries treaty with Chile.", "ratified negated CHL+PER"),
        Sample("Peru has yet to ratify the fisheries treaty with Chile.", "ratified negated CHL+PER"),
        Sample("Peru will ratify the fisheries treaty with Chile in May.", "ratified planned CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru still has to be ratified.", "ratified possible CHL+PER"),
        Sample("The ratification of the fisheries treaty between Chile and Peru took two years.", "ratified actual CHL+PER"),
        Sample("Peru's parliament rejected the fisheries treaty with Chile.", "proposed negated CHL+PER"),
    ]

    /// In force, extended, resumed, no longer in force.
    static let inForce = [
        Sample("The fisheries treaty between Chile and Peru entered into force in May.", "in-force actual CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru came into effect in May.", "in-force actual CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru is still in force.", "in-force actual CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru will enter into force in May.", "in-force planned CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru is not in force.", "in-force negated CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru is no longer in force.", "in-force negated CHL+PER"),
        Sample("Chile and Peru extended their fisheries treaty by five years.", "in-force actual CHL+PER"),
        Sample("Chile and Peru renewed their fisheries treaty.", "in-force actual CHL+PER"),
        Sample("Chile resumed its participation in the fisheries treaty with Peru.", "in-force actual CHL+PER"),
        Sample("Chile and Peru prolonged their fisheries treaty.", "in-force actual CHL+PER"),
        Sample("Chile and Peru refused to extend their fisheries treaty.", "in-force negated CHL+PER"),
    ]

    /// Suspended for a time.
    static let suspended = [
        Sample("Chile suspended the fisheries treaty with Peru.", "suspended actual CHL+PER"),
        Sample("Chile suspended its participation in the fisheries treaty with Peru.", "suspended actual CHL+PER"),
        Sample("Chile has frozen the fisheries treaty with Peru.", "suspended actual CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru has been suspended.", "suspended actual CHL+PER"),
        Sample("Chile threatened to suspend the fisheries treaty with Peru.", "suspended possible CHL+PER"),
    ]

    /// Left, denounced, expired, collapsed.
    static let terminated = [
        Sample("Chile withdrew from the fisheries treaty with Peru.", "terminated actual CHL+PER"),
        Sample("Chile pulled out of the fisheries treaty with Peru.", "terminated actual CHL+PER"),
        Sample("Chile denounced the fisheries treaty with Peru.", "terminated actual CHL+PER"),
        Sample("Chile tore up the fisheries treaty with Peru.", "terminated actual CHL+PER"),
        Sample("Chile left the fisheries treaty with Peru.", "terminated actual CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru expired in May.", "terminated actual CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru expires in October.", "terminated planned CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru will expire in May.", "terminated planned CHL+PER"),
        Sample("The fisheries treaty between Chile and Peru was terminated.", "terminated actual CHL+PER"),
        Sample("Chile scrapped its fisheries treaty with Peru.", "terminated actual CHL+PER"),
        Sample("Chile threatened to leave the fisheries treaty with Peru.", "terminated possible CHL+PER"),
        Sample("The ceasefire agreement between Chile and Peru collapsed.", "terminated actual CHL+PER"),
        Sample("The talks on a fisheries treaty between Chile and Peru collapsed.", "negotiated negated CHL+PER"),
        Sample("Chile's withdrawal from the fisheries treaty with Peru was announced on Monday.", "terminated planned CHL+PER"),
    ]

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
}
