import Casus
import Testing

/// Words of pacts where no states agree on anything.
@Suite("What looks like a pact")
struct PactLikeTests {
    @Test(arguments: like)
    func noInstrument(sample: Sample) throws {
        let found = try sample.read().agreements.map(\.short)
        try check(sample.known) { #expect(found == []) }
    }

    /// Nothing here is an agreement between states.
    static let like = [
        Sample("There is no treaty between Chile and Peru."),
        Sample("Chile and Peru have no defence pact."),
        Sample("Chile and Peru are in agreement on fisheries."),
        Sample("Chile and Peru expressed agreement on fisheries."),
        Sample("There was broad agreement between Chile and Peru on the need for talks."),
        Sample("The presidents of Chile and Peru have a gentleman's agreement."),
        Sample("Police in Chile said the couple had made a suicide pact."),
        Sample("The Chilean club signed a deal with the Peruvian striker."),
        Sample("The Chilean club Colo-Colo and the Peruvian club Alianza Lima signed a partnership agreement."),
        Sample("The Chilean oil company Copec and the Peruvian firm Petroperu signed an agreement."),
        Sample("A Chilean firm signed a contract with a Peruvian supplier."),
        Sample("Peru treated Chile as a partner."),
        Sample("Chile deals with Peru every day."),
        Sample("The Chilean singer signed a record deal in Peru."),
        Sample("Chile and Peru deal with the same problems."),
        Sample("The unions and the Chilean government signed a wage agreement."),
        Sample("The Chilean president made a great deal of the visit to Peru."),
        Sample("A good deal of trade passes between Chile and Peru."),
        Sample("The Convention on Peru opened in Chile on Monday."),
        Sample("Chile's ruling coalition and the opposition signed a pact on pensions."),
        Sample("The Peruvian government and the teachers' union reached an agreement."),
        Sample("The Democratic National Convention opened in Chicago."),
        Sample("Chile and Peru held talks in Lima."),
        Sample("The accord of the Chilean people with their past is hard."),
        Sample("Ghana's football association signed a deal with a Togolese sponsor."),
        Sample("Ghana's Black Stars and the Togolese coach agreed a new contract."),
        Sample("The Ghanaian airline and the Togolese airline signed a code-sharing agreement."),
        Sample("Ghana and Togo dealt with the flood together."),
        Sample("Ghana and Togo are treated alike by the bank."),
        Sample("The two presidents were in full agreement."),
        Sample("By tacit agreement, Ghana and Togo leave the border open."),
        Sample("Ghana and Togo have no agreement on fisheries."),
        Sample("Ghana and Togo never had a treaty."),
        Sample("Neither Ghana nor Togo has a treaty with Benin."),
        Sample("Ghana's government struck a deal with the doctors."),
        Sample("Ghana's parliament passed the budget deal."),
        Sample("The Ghanaian minister said a deal was a deal."),
        Sample("Ghana's accord and Togo's charter are the names of two ships."),
        Sample("The party's pact with the voters of Ghana is broken."),
        Sample("Critics in Ghana called the plan a pact with the devil."),
        Sample("Ghana got a raw deal from Togo."),
        Sample("Ghana is a great deal larger than Togo."),
        Sample("The couple from Togo signed a marriage contract in Ghana."),
        Sample("The Convention People's Party of Ghana met in Togo."),
        Sample("Ghanaian rules on protocol are older than those of Togo."),
    ]
}
