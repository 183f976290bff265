import Casus
import Testing

/// Invitations, votes, delays, rights, refusals: steps towards an act and away from it.
@Suite("Status of steps towards an act")
struct StatusOfStepsTests {
    @Test(arguments: orders)
    func status(sample: Sample) throws { try StatusTests.expect(sample) }

    /// The act itself has happened only where the text says so.
    static let orders = [
        Sample(
            "The Saudi crown prince postponed until May a visit to Pakistan that had been planned for this week.",
            never: ["CONSULT actual SAU>PAK"]),
        Sample("The Saudi crown prince is believed to have visited Pakistan in secret.", "CONSULT possible SAU>PAK"),
        Sample(
            "The Saudi foreign ministry neither confirmed nor denied that the crown prince had visited Israel.",
            never: ["CONSULT actual SAU>ISR"]),
        Sample("Israeli media reported that the Saudi crown prince had visited Israel.", "CONSULT actual SAU>ISR"),
        Sample("Riyadh dismissed as false reports that the Saudi crown prince had visited Israel.", never: ["CONSULT actual SAU>ISR"]),
        Sample("The Saudi crown prince would be the first Saudi leader to visit Israel.", never: ["CONSULT actual SAU>ISR"]),
        Sample("The Saudi crown prince became the first Saudi leader to visit Israel.", "CONSULT actual SAU>ISR"),
        Sample("The Saudi crown prince turned down an invitation to visit Israel.", never: ["CONSULT actual SAU>ISR"]),
        Sample("The Saudi crown prince accepted an invitation to visit Israel.", "CONSULT planned SAU>ISR"),
        Sample("The Saudi crown prince has been invited to visit Israel.", never: ["CONSULT actual SAU>ISR"]),
        Sample("The Saudi crown prince arrived in Israel on a visit that few had thought possible.", never: ["CONSULT negated SAU>ISR"]),
        Sample("The Saudi crown prince's visit to Israel did not produce an agreement.", "CONSULT actual SAU>ISR"),
        Sample("The Saudi crown prince's visit to Israel may have been arranged by Jordan.", never: ["CONSULT negated SAU>ISR"]),
        Sample("A visit by the Saudi crown prince to Israel is under discussion.", never: ["CONSULT actual SAU>ISR"]),
        Sample(
            "A visit by the Saudi crown prince to Israel is not planned.", never: ["CONSULT actual SAU>ISR", "CONSULT planned SAU>ISR"]),
        Sample("A visit by the Saudi crown prince to Israel is unthinkable.", never: ["CONSULT actual SAU>ISR"]),
        Sample("Hopes of a visit by the Saudi crown prince to Israel were dashed.", never: ["CONSULT actual SAU>ISR"]),
        Sample("Ahead of a visit by the Saudi crown prince to Israel, roads were closed.", never: ["CONSULT actual SAU>ISR"]),
        Sample("Sudan accused the Emirates of supplying weapons to the rebels, which the Emirates deny.", "ACCUSE actual SDN>ARE"),
        Sample("Kenya threatened to expel the Sudanese ambassador if the insults did not stop.", "SANCTION possible KEN>SDN"),
        Sample(
            "Kenya has threatened not only to expel the Sudanese ambassador but also to close its embassy.", "SANCTION possible KEN>SDN"),
        Sample("Kenya expelled the Sudanese ambassador, who had threatened to attack Nairobi.", "SANCTION actual KEN>SDN"),
        Sample("Kenya expelled the Sudanese ambassador rather than wait for an apology.", "SANCTION actual KEN>SDN"),
        Sample("Kenya expelled the Sudanese ambassador without giving a reason.", "SANCTION actual KEN>SDN"),
        Sample("Kenya had no choice but to expel the Sudanese ambassador, its president said.", "SANCTION planned KEN>SDN"),
        Sample("Kenya said it did not expel the Sudanese ambassador but asked him to leave.", "SANCTION negated KEN>SDN"),
        Sample("Kenya would have expelled the Sudanese ambassador had he not left first.", "SANCTION possible KEN>SDN"),
        Sample("Kenya was wrong to expel the Sudanese ambassador.", "SANCTION actual KEN>SDN"),
        Sample("Kenya was right not to expel the Sudanese ambassador.", "SANCTION negated KEN>SDN"),
        Sample("Kenya was forced to expel the Sudanese ambassador.", "SANCTION actual KEN>SDN"),
        Sample("Kenya was about to expel the Sudanese ambassador when he left.", "SANCTION planned KEN>SDN"),
        Sample("Kenya was on the point of expelling the Sudanese ambassador.", "SANCTION planned KEN>SDN"),
        Sample("Kenya got permission to expel the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya gave up plans to expel the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya put off expelling the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya delayed expelling the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya backed down from expelling the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya dropped a threat to expel the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya insists on expelling the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya favours expelling the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Kenya opposes expelling the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya discussed expelling the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Kenya voted to expel the Sudanese ambassador.", "SANCTION planned KEN>SDN"),
        Sample("Kenya voted against expelling the Sudanese ambassador.", "SANCTION negated KEN>SDN"),
        Sample("Kenya called it a mistake to expel the Sudanese ambassador.", never: ["SANCTION planned KEN>SDN"]),
        Sample("Expelling the Sudanese ambassador would be a mistake, Kenya said.", never: ["SANCTION actual KEN>SDN"]),
        Sample("The order to expel the Sudanese ambassador was given in Nairobi.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya's move to expel the Sudanese ambassador drew praise.", "SANCTION actual KEN>SDN"),
        Sample("Kenya's refusal to expel the Sudanese ambassador drew praise.", "SANCTION negated KEN>SDN"),
        Sample("Kenya's vow to expel the Sudanese ambassador drew praise.", "SANCTION planned KEN>SDN"),
        Sample("Kenya's attempt to expel the Sudanese ambassador failed.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya's efforts to expel the Sudanese ambassador continue.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya's willingness to expel the Sudanese ambassador is in doubt.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya is entitled to expel the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Kenya is obliged to expel the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Kenya is free to expel the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Kenya has the right to expel the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Kenya could not expel the Sudanese ambassador.", "SANCTION negated KEN>SDN"),
        Sample("Kenya cannot afford to expel the Sudanese ambassador.", "SANCTION negated KEN>SDN"),
        Sample("Kenya need not expel the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Kenya might as well expel the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Kenya had better expel the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Let Kenya expel the Sudanese ambassador!", never: ["SANCTION actual KEN>SDN"]),
        Sample("Suppose Kenya expels the Sudanese ambassador.", never: ["SANCTION actual KEN>SDN"]),
        Sample("Imagine that Kenya expelled the Sudanese ambassador.", "SANCTION possible KEN>SDN"),
        Sample("Whether or not Kenya expels the Sudanese ambassador, the talks will go on.", "SANCTION possible KEN>SDN"),
        Sample("Kenya will expel the Sudanese ambassador or close its embassy.", "SANCTION planned KEN>SDN"),
        Sample("Kenya has either expelled the Sudanese ambassador or asked him to leave.", never: ["SANCTION negated KEN>SDN"]),
    ]
}
