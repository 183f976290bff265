import Casus
import Testing

/// Sanctions, aid, permissions, courts and protests, in the forms in which news tells them.
struct DiplomacyTests {
    @Test(arguments: [
        // Whose goods they are.
        Sample("Peru imposed tariffs on buses from Chile.", "COERCE actual PER>CHL"),
        Sample("Peru imposed tariffs on Chilean-made buses on Monday.", "COERCE actual PER>CHL"),
        // A state suspended by its club; who is kept out, and by whom.
        Sample("The African Union suspended Guinea.", "SANCTION actual AU>GIN"),
        Sample("Guinea was suspended by the African Union.", "SANCTION actual AU>GIN"),
        Sample("Three Chilean senators were barred from entering Peru.", "COERCE actual PER>CHL"),
        Sample("Moldova will leave the Commonwealth of Independent States.", "SANCTION planned MDA>CIS"),
        // What a verb pushes another to do.
        Sample("The coup prompted the World Bank to suspend loans to Niger.", "SANCTION actual World Bank>NER"),
        Sample("Peru put relations with Chile on hold.", "SANCTION actual PER>CHL"),
    ])
    func sanctions(sample: Sample) throws { try expect(sample) }

    @Test(arguments: [
        Sample("Peru closed its embassy in Santiago, the capital of Chile.", "SANCTION actual PER>CHL"),
        Sample("Peru declared the Chilean ambassador persona non grata.", "SANCTION actual PER>CHL"),
        Sample(
            "The Chilean consul was ordered out of Peru.", "SANCTION actual PER>CHL",
            known: "the particle of a passive is a preposition to the tree"),
        Sample("The junta of Mali gave the French consul 48 hours to leave.", "SANCTION actual MLI>FRA"),
        Sample("Peru called its ambassador home from Santiago.", "SANCTION actual PER>CHL"),
        Sample("Peru called the Chilean ambassador a friend.", never: ["SANCTION actual PER>CHL"]),
    ])
    func envoys(sample: Sample) throws { try expect(sample) }

    @Test(arguments: [
        Sample("Norway pledged 40 million euros in military aid to Moldova.", "AGREE actual NOR>MDA"),
        Sample("Norway announced a package of military aid for Moldova.", "AID planned NOR>MDA"),
        Sample("Moldova secured a loan of two billion dollars from the World Bank.", "AID actual World Bank>MDA"),
        Sample("Norway deposited a million dollars in Moldova's central bank.", "AID actual NOR>MDA"),
    ])
    func aid(sample: Sample) throws { try expect(sample) }

    /// A sum helps in the way of the help that it is given as.
    @Test(arguments: [
        ("Norway pledged 40 million euros in military aid to Moldova.", "0332"),
        ("Norway pledged 40 million euros in humanitarian aid to Moldova.", "0333"),
        ("Norway pledged 40 million euros to Moldova.", "0331"),
    ])
    func kindOfHelp(text: String, cameo: String) throws {
        let found = try read(text).events
        #expect(found.map(\.cameo) == [cameo])
    }

    @Test(arguments: [
        Sample("Peru allowed Chilean aircraft to use its base.", "COOPERATE actual PER>CHL"),
        Sample("Peru let the inspectors return.", "RETREAT actual PER>the inspectors"),
        Sample("Peru reopened a border crossing with Chile.", "RETREAT actual PER>CHL"),
        Sample("Peru closed its last road crossing with Chile.", "COERCE actual PER>CHL"),
        Sample("In a telephone call with the Chilean president, the Peruvian premier raised the matter.", "CONSULT actual CHL+PER"),
    ])
    func permissionsAndTalks(sample: Sample) throws { try expect(sample) }

    @Test(arguments: [
        Sample("Nurses in Peru went on strike.", "PROTEST actual PER"),
        Sample("Farmers blocked roads around Lima.", "PROTEST actual PER"),
        Sample("A Paris-based court ordered Chile to pay.", never: ["REQUEST actual FRA>CHL"]),
        Sample("Peru said so. The Paris-based court ordered Chile to pay.", never: ["REQUEST actual PER>CHL", "REQUEST actual FRA>CHL"]),
        Sample("Guyana appealed to the court in The Hague for help.", never: ["REQUEST actual GUY>NLD"]),
        Sample("Lawmakers in Lima condemned Chile.", "ACCUSE actual PER>CHL"),
        Sample("The tribunal of Chile issued a warrant for the arrest of a Peruvian general.", "COERCE actual CHL>PER"),
        Sample("Chilean prosecutors charged a Peruvian banker with plotting a coup.", "ACCUSE actual CHL>PER"),
    ])
    func courtsAndCrowds(sample: Sample) throws { try expect(sample) }

    @Test func aSignedTruceIsAnInstrument() throws {
        let found = try read("Chad and Sudan signed a truce in Abuja in May 2012.").agreements
        #expect(found.map(\.stage) == [.signed])
        #expect(Set(found.flatMap(\.parties).compactMap(\.code)) == ["TCD", "SDN"])
    }

    private func expect(_ sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }
}
