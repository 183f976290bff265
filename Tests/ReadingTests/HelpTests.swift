import Casus
import Testing

/// Help and who gives it: by ship, by experts, by a noun that says what somebody is; at home and abroad.
struct HelpTests {
    @Test(arguments: [
        // A noun that says what somebody is.
        Sample("Sweden is the largest donor to Malawi.", "AID actual SWE>MWI"),
        Sample("Sweden remains one of the biggest donors to Malawi.", "AID actual SWE>MWI"),
        Sample("Peru is home to a million refugees from Venezuela.", "AID actual PER>VEN"),
        Sample("Sweden is a country of lakes.", never: ["AID actual SWE"]),
        // A vehicle, its load, or goods stand for whom they are from.
        Sample("A Peruvian ship carrying tents and flour docked in Haiti.", "AID actual PER>HTI"),
        Sample("Peruvian planes dropped meals over Haiti.", "AID actual PER>HTI"),
        Sample("A Peruvian ship carrying tourists docked in Haiti.", never: ["AID actual PER>HTI"]),
        Sample("Medical goods from Peru were flown to Haiti.", "AID actual PER>HTI"),
        Sample("Ethiopian tanks rolled towards Eritrea.", "MOBILIZE actual ETH>ERI"),
        // People of one state who help those of another, not those of their own.
        Sample("Peruvian experts trained Haitian judges.", "AID actual PER>HTI"),
        Sample("Peruvian doctors treated Peruvian soldiers.", never: ["AID actual PER>PER"]),
    ])
    func whoHelps(sample: Sample) throws { try sample.expect(in: sample.read().events.map(\.short)) }

    @Test(arguments: [
        // The people of a part of one's own state.
        Sample("The Kenyan government distributed food in Nairobi.", "AID actual KEN>KEN"),
        Sample("The Kenyan president handed out cash to hungry families in Nairobi.", "AID actual KEN>KEN"),
        Sample("The Red Cross sent blankets to the camps around Goma.", "AID actual Red Cross>COD"),
        // What is only announced is still to come.
        Sample("Sweden announced five million dollars for Malawi.", "AID planned SWE>MWI", never: ["AID actual SWE>MWI"]),
        Sample("Sweden gave five million dollars to Malawi.", "AID actual SWE>MWI"),
        Sample("The package of aid from Sweden for Malawi included tents.", "AID actual SWE>MWI"),
        Sample("The Red Cross helped the Haitian villagers return home.", "AID actual Red Cross>HTI"),
        Sample("Chinese doctors treated villagers in Fiji.", "AID actual CHN>FJI"),
        Sample("The Chinese ministry treated villagers as children in Fiji.", never: ["AID actual CHN>FJI"]),
        // Soldiers who are sent to help, or to fight a fire.
        Sample("Peru sent troops to help the Haitian police.", "AID actual PER>HTI", never: ["MOBILIZE actual PER>HTI"]),
        Sample("Peru sent troops to the border with Chile.", "MOBILIZE actual PER"),
        Sample("Peru doubled its aid to Haiti.", "AID actual PER>HTI"),
        Sample("Peruvian families opened their homes to Venezuelans.", "AID actual PER>VEN"),
    ])
    func whoIsHelped(sample: Sample) throws { try sample.expect(in: sample.read().events.map(\.short)) }
}

/// Who gives way: restrictions lifted, people let go, judgements undone; and who says that he will.
struct YieldingTests {
    @Test(arguments: [
        Sample("Thailand scrapped the curfew in Bangkok.", "CONCEDE actual THA"),
        Sample("The premier of Peru quit.", "RETREAT actual PER"),
        Sample("The rebels of Mali let two Frenchmen go.", "RETREAT actual MLI>FRA"),
        Sample("The premier of Peru said sorry to the victims.", "CONCEDE actual PER"),
        Sample("Peru sent home eight Chilean prisoners.", "RETREAT actual PER>CHL"),
        Sample("Russia released the American sailor from a penal colony.", "RETREAT actual RUS>USA"),
        Sample("Israel allowed food to enter Gaza.", "RETREAT actual ISR"),
        Sample("The Supreme Court of Kenya overturned the conviction of the editor.", "REJECT actual KEN>the editor"),
        Sample("Cyprus handed the suspect over to Greece.", "COOPERATE actual CYP>GRC"),
        Sample("Turkey dropped its objection to the plan.", "CONCEDE actual TUR"),
        Sample("The union in Peru called off its strike.", "CONCEDE actual PER", never: ["PROTEST actual PER"]),
        Sample("The actor returned to work after his illness.", never: ["CONCEDE actual the actor"]),
        Sample("The Peruvian minister said the weather let him go home.", never: ["RETREAT actual PER"]),
    ])
    func whoYields(sample: Sample) throws { try sample.expect(in: sample.read().events.map(\.short)) }

    @Test(arguments: [
        // "they" and "it" are those who speak.
        Sample("Colombian rebels said they would join the talks in Oslo.", "AGREE actual COL"),
        Sample("Finland announced that it would join NATO.", "AGREE actual FIN"),
        Sample("Finland announced that Sweden would join NATO.", never: ["AGREE actual FIN", "AGREE actual SWE"]),
        Sample("Finland announced that it would not join NATO.", never: ["AGREE actual FIN"]),
        Sample("The Houthis said they would free two pilots.", "RETREAT planned YEM>two pilots"),
        Sample("North Korea is prepared to return to the talks.", "AGREE actual PRK"),
        Sample("Oman was open to talks with Yemen.", "AGREE actual OMN>YEM"),
        Sample("Sixty countries have agreed to share their data.", "AGREE actual Sixty countries"),
    ])
    func whoPromises(sample: Sample) throws { try sample.expect(in: sample.read().events.map(\.short)) }
}

/// Talks and joint acts of which the words name one side, or a place; and crowds that come together for something else.
struct TogetherTests {
    @Test(arguments: [
        Sample("The Iranian general held several meetings in Baghdad.", "CONSULT actual IRN+IRQ"),
        Sample("European ministers held a meeting in Baghdad.", never: ["CONSULT actual EU+IRQ"]),
        Sample("A delegation from Kenya is in Oslo for talks.", "CONSULT actual KEN>NOR"),
        Sample("A shop from Kenya is in Oslo.", never: ["CONSULT actual KEN>NOR"]),
        Sample("Kenya launched a mediation effort.", "CONSULT actual KEN"),
        Sample("The Peruvian navy took part in drills with Chile.", "COOPERATE actual CHL+PER"),
        Sample("Dutch and Belgian police jointly patrolled the market.", "COOPERATE actual BEL+NLD"),
        Sample("Dutch police patrolled the market.", never: ["COOPERATE actual NLD"]),
        Sample("Negotiators from Kinshasa and the M23 met in Doha.", "CONSULT actual COD"),
        Sample(
            "Morocco and Spain carried out a joint operation against the gang.", "COOPERATE actual ESP+MAR",
            never: ["ASSAULT actual ESP+MAR>the gang"]),
        Sample("Peru and Chile linked their power grids.", "COOPERATE actual CHL+PER"),
    ])
    func whoTalksAndWorksTogether(sample: Sample) throws { try sample.expect(in: sample.read().events.map(\.short)) }

    @Test(arguments: [
        Sample("Supporters of the opposition gathered outside the parliament in Nairobi.", "PROTEST actual KEN>KEN"),
        Sample("Thousands of people gathered in Nairobi to demand jobs.", "PROTEST actual KEN>KEN"),
        Sample("Thousands of people gathered in Nairobi to welcome the choir.", never: ["PROTEST actual KEN", "PROTEST actual KEN>KEN"]),
        Sample("Thousands of villagers gathered in Nairobi for a fair.", never: ["PROTEST actual KEN", "PROTEST actual KEN>KEN"]),
        Sample("Traders in Nairobi shut their shops in protest at the tax.", "PROTEST actual KEN"),
        Sample("Kenyan ministers protested outside the hall.", never: ["PROTEST actual KEN"]),
        Sample("Kenyan lecturers downed tools over pay.", "PROTEST actual KEN"),
    ])
    func whoProtests(sample: Sample) throws { try sample.expect(in: sample.read().events.map(\.short)) }
}
