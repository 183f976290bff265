import Casus
import Testing

/// How far an instrument has come: exactly the records named, by stage, status and parties.
@Suite("Stages of agreements")
struct AgreementStageTests {
    @Test(arguments: draft + proposed + negotiated + signed + ratified + inForce + suspended + terminated)
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
        Sample(
            "Somalia said there was nothing to discuss until Ethiopia tore up its defence pact with Kenya.", "terminated possible ETH+KEN"),
    ]
}
