import Casus
import Testing

/// Politics at home, which has the words of acts between states: programmes, votes, wars in passing, people without an office.
struct HomePoliticsTests {
    @Test(arguments: [
        // A programme is no promise to anybody; a promise of help to another is.
        Sample("The Lib Dems pledged free milk in schools.", never: ["AGREE actual GBR"]),
        Sample("Labour promised to build more hospitals.", never: ["AGREE actual GBR"]),
        Sample("Labour agreed that taxes would rise under its plans.", never: ["AGREE actual GBR"]),
        Sample("Boris Johnson assured voters that he would cut taxes.", never: ["AGREE actual GBR>voters"]),
        Sample("Britain pledged aid to Kenya.", "AGREE actual GBR>KEN"),
        Sample("Hamas agreed to release the Thai hostages.", "AGREE actual PSE"),
        Sample("Labour pledged its support to Ukraine.", "SUPPORT actual GBR>UKR"),
        // Advice to one's own people is no threat.
        Sample("Boris Johnson warned his supporters against pride.", never: ["THREATEN actual GBR>GBR"]),
        Sample("Pyongyang warned Seoul of an attack.", "THREATEN actual PRK>KOR"),
        // Who comes to live in a state pays no visit, nor does who travels at home.
        Sample("People coming to Britain from Kenya must be examined.", never: ["CONSULT actual People>GBR"]),
        Sample("Emmanuel Macron visited the Turkish community in Lyon.", never: ["CONSULT actual FRA>TUR"]),
        Sample("Emmanuel Macron visited Turkey.", "CONSULT actual FRA>TUR"),
        // A vote against one's own party is no protest in the street.
        Sample("The bill passed despite a rebellion by Labour MPs.", never: ["PROTEST actual GBR"]),
        Sample("The rebellion by the tribes against Chad spread.", "PROTEST actual the tribes"),
        // Who stops another's programme gives nothing up.
        Sample("France helped to halt the Iranian nuclear programme.", never: ["RETREAT actual FRA", "RETREAT possible FRA"]),
        Sample("Iran halted its nuclear programme.", "RETREAT actual IRN"),
        // To believe what is claimed is no concession.
        Sample("The minister accepted Russia's claim that it was late.", never: ["CONCEDE actual the minister>RUS"]),
        Sample("Russia accepted Ukraine's demands.", "CONCEDE actual RUS>UKR"),
    ])
    func whatIsNoActBetweenTwo(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        // A war fought in a state is not that state's.
        Sample("The Pope criticised the cost of the Iraq war.", never: ["ACCUSE actual the Pope>IRQ", "ACCUSE actual VAT>IRQ"]),
        Sample("Germany condemned the invasion of Kuwait.", never: ["ACCUSE actual DEU>KWT"]),
        Sample("Germany condemned Iraq's invasion of Kuwait.", "ACCUSE actual DEU>IRQ"),
        Sample("Germany condemned the US war.", "ACCUSE actual DEU>USA"),
        // The owner of an idea stands in front of it, or behind "by".
        Sample("Kenya welcomed the decision by India and Nepal to open a road.", "SUPPORT actual KEN>IND+NPL"),
        Sample("Russia rejected the NATO idea of a corridor.", "REJECT actual RUS>NATO"),
        // Whoever alone is acted on stands as the one to whom something is done.
        Sample("Ukraine will ask Poland for support.", "REQUEST planned UKR>POL"),
        // A party of another state with the same word in its name.
        Sample("The English Democrats accused Russia of lying.", never: ["ACCUSE actual USA>RUS"]),
        Sample("The Democrats accused Russia of lying.", "ACCUSE actual USA>RUS"),
        // Counterparts of an organisation.
        Sample("Keir Starmer spoke. Emmanuel Macron met Keir Starmer. Macron is meeting his EU counterparts.", "CONSULT actual EU+FRA"),
        // A participle beside the clause goes with the one who acts in it.
        Sample("Germany wrote to Poland, accusing Russia of lies.", "ACCUSE actual DEU>RUS"),
        Sample("Germany asked Poland for help, accusing Russia of lies.", never: ["ACCUSE possible POL>RUS", "ACCUSE actual POL>RUS"]),
        // Two men are the two who are named.
        Sample(
            "France and Germany were at odds. Emmanuel Macron met Vladimir Putin. Poland criticised the two men.",
            "ACCUSE actual POL>FRA+RUS", never: ["ACCUSE actual POL>DEU+FRA"]),
    ])
    func whoseItIs(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        Sample("Poland is due to send tanks to Ukraine.", "AID planned POL>UKR", never: ["AID actual POL>UKR"]),
        Sample("Poland is tipped to send tanks to Ukraine.", "AID planned POL>UKR", never: ["AID actual POL>UKR"]),
        Sample("Hungary challenged Poland to send tanks to Ukraine.", never: ["AID actual POL>UKR", "AID actual HUN>UKR"]),
        Sample("Poland went on to attack Estonia.", "ASSAULT actual POL>EST"),
        Sample("Poland is going to attack Estonia.", "ASSAULT planned POL>EST"),
        Sample("Canada announced its support for Ukraine.", "SUPPORT actual CAN>UKR"),
        Sample("Canada announced a visit to Ukraine.", "CONSULT planned CAN>UKR"),
        Sample("Canada sought to limit the damage done by the tanks that Russia sent to Syria.", "AID actual RUS>SYR"),
    ])
    func whetherItHappened(sample: Sample) throws { try compare(sample) }

    private func compare(_ sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    /// Speakers whom no table holds, and whom a namesake in a table must not take the place of.
    @Test func personsWithoutAnOffice() throws {
        let straw = try read("Mr Marlow went home. He said the plan was wrong.").claims
        #expect(straw.map(\.speaker?.name) == ["Mr Marlow"])
        // "Ms" is not whom "he" means.
        let two = try read("Ms Hart met Mr Marlow. He said the plan was wrong.").claims
        #expect(two.map(\.speaker?.name) == ["Mr Marlow"])
        let namesake = try read("Alan Johnson spoke at length. Mr Johnson said the plan was wrong.").claims
        #expect(namesake.map(\.speaker?.code) == [nil])
        let known = try read("Boris Johnson spoke at length. Mr Johnson said the plan was wrong.").claims
        #expect(known.map(\.speaker?.code) == ["GBR"])
    }

    /// Who is asked, and who says nothing, has not spoken.
    @Test func wordsThatNobodySpoke() throws {
        let asked = try read("Asked whether she would go, Angela Merkel said that she was busy.").claims
        #expect(asked.filter { $0.speaker != nil }.map(\.stance) == [.asserts])
        let silent = try read("The Kremlin declined to say when Putin would go.").claims
        #expect(silent.map(\.stance) == [.declines])
        #expect(try read("Poland accused of fraud").claims.isEmpty)
        #expect(try read("Poland accused Russia of fraud").claims.map(\.stance) == [.accuses])
        #expect(try read("Does anyone think that Putin was wrong?").claims.isEmpty)
        #expect(try read("The Kremlin twice declined directly to say whether he would go.").events.isEmpty)
    }
}
