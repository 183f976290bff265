import Casus
import Testing

/// Acts that are done by words: who says that he will not, that another must, that another did wrong, that harm will come.
struct VerbalActsTests {
    @Test(arguments: [
        Sample("Kenya's president said he would not attend the summit.", "REJECT actual KEN"),
        Sample("Kenya will never accept Somalia's terms.", "REJECT actual KEN>SOM"),
        Sample("Kenya said it will not take part in the summit.", "REJECT actual KEN"),
        Sample("Kenya cannot accept Somalia's terms, the president said.", "REJECT actual KEN>SOM"),
        Sample("Hungary's premier said his government would not implement the ruling.", "REJECT actual HUN"),
        Sample("Lithuania will no longer recognise Belarusian passports.", "REJECT actual LTU>BLR"),
        // What others foresee is no refusal; who is not able refuses nothing; what would not be done is not refused.
        Sample("Somalia said Kenya would not attend the summit.", never: ["REJECT actual KEN"]),
        Sample("Kenya could not attend the summit.", never: ["REJECT actual KEN"]),
        Sample("Kenya would not have attended the summit.", never: ["REJECT actual KEN"]),
        Sample("Kenya did not attend the summit.", never: ["REJECT actual KEN"]),
    ])
    func whatOneWillNotDo(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        Sample("Egypt should free the pastor, Canada said.", "REQUEST actual CAN>EGY"),
        Sample("Canada said Egypt needs to free the pastor.", "REQUEST actual CAN>EGY"),
        Sample("Canada insisted that Egypt release the pastor.", "REQUEST actual CAN>EGY"),
        Sample("Kenya's opposition said the government should lower the tax.", "REQUEST actual KEN>KEN"),
        Sample("Kenya wants Somalia to reopen the border.", "REQUEST actual KEN>SOM"),
        Sample("Canada called for Egypt to free the pastor.", "REQUEST actual CAN>EGY"),
        Sample("Kenya's opposition called for the repeal of the law.", "REQUEST actual KEN"),
        Sample("Canada renewed its call for new elections in Egypt.", "REQUEST actual CAN"),
        Sample("Kenya's minister said Kenya should save water.", never: ["REQUEST actual KEN>KEN"]),
        Sample("Canada said Egypt should have freed the pastor.", never: ["REQUEST actual CAN>EGY"]),
        Sample("Kenya said Somalia does not need to reopen the border.", never: ["REQUEST actual KEN>SOM"]),
        Sample("Kenya demanded that Somalia reopen the border.", "REQUEST actual KEN>SOM"),
        Sample("Chad's army demanded that the Chadian government resign.", "REQUEST actual TCD>TCD"),
        Sample("The Belgian king expressed his deepest regrets for the abuses.", "CONCEDE actual BEL", never: ["ACCUSE actual BEL"]),
        Sample("Kenya wants to reopen the border with Somalia.", never: ["REQUEST actual KEN>SOM"]),
    ])
    func whatAnotherMust(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        Sample("The UN said Chadian soldiers had committed war crimes.", "ACCUSE actual UN>TCD"),
        Sample("Poland said Belarus was trying to destabilise Latvia.", "ACCUSE actual POL>BLR"),
        Sample("Kenya's opposition claimed the election was rigged.", "ACCUSE actual KEN"),
        Sample("Qatar said the Israeli raid was a crime.", "ACCUSE actual QAT>ISR"),
        Sample("Qatar called the Israeli raid a flagrant violation of the truce.", "ACCUSE actual QAT>ISR"),
        Sample("Qatar was alarmed by the Israeli raid.", "ACCUSE actual QAT>ISR"),
        Sample("Kenya's auditor general uncovered irregularities in the ministry.", "ACCUSE actual KEN>KEN"),
        // What is not so, or one's own, accuses nobody.
        Sample("The UN said Chadian soldiers had not committed war crimes.", never: ["ACCUSE actual UN>TCD"]),
        Sample("Qatar said the Israeli raid was not a crime.", never: ["ACCUSE actual QAT>ISR"]),
        Sample("Poland said the weather was terrible.", never: ["ACCUSE actual POL"]),
    ])
    func whatAnotherDid(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        Sample("Israel will pay a heavy price, Iran's president said.", "THREATEN actual IRN>ISR"),
        Sample("Iran warned that Israel would face consequences.", "THREATEN actual IRN>ISR"),
        Sample("Iran will retaliate if Israel attacks, its foreign minister said.", "THREATEN actual IRN"),
        Sample("Iran said it would respond to any attack by Israel.", "THREATEN actual IRN>ISR"),
        Sample("Iran said American bases were legitimate targets.", "THREATEN actual IRN>USA"),
        Sample("The EU warned Georgia of sanctions.", "THREATEN actual EU>GEO"),
        Sample("The EU warned Georgia that it could lose its visas.", "THREATEN actual EU>GEO"),
        Sample("Iran warned Israel not to attack its ships.", "THREATEN actual IRN>ISR"),
        Sample("Any boat that comes near will be sunk, Eritrea's navy warned.", "THREATEN actual ERI"),
        Sample("Turkey will not hesitate to attack Greece.", "ASSAULT planned TUR>GRC", never: ["ASSAULT actual TUR>GRC"]),
        Sample("Turkey did not hesitate to attack Greece.", "ASSAULT actual TUR>GRC"),
        Sample("Canada is ready to strike back, its minister said.", "THREATEN actual CAN"),
        Sample("Iran is prepared to use force against Israel.", "THREATEN actual IRN>ISR"),
        // An answer, advice and a cost are no threats.
        Sample("Iran said it would respond to the letter.", never: ["THREATEN actual IRN"]),
        Sample("France warned tourists not to swim.", never: ["THREATEN actual FRA"]),
        Sample("Iran said Israel would pay the bill.", never: ["THREATEN actual IRN>ISR"]),
    ])
    func whatHarmWillCome(sample: Sample) throws { try compare(sample) }

    @Test(arguments: [
        // Many of one calling, of a state that is known, are a voice in its politics; what they do at work is none.
        Sample("Kenya's teachers rejected the government's offer.", "REJECT actual KEN>KEN"),
        Sample("Polish farmers threatened to block the roads.", "THREATEN actual POL"),
        Sample("Kenya's doctors criticised a film.", never: ["ACCUSE actual KEN"]),
        Sample("The Ghana Football Association denied the report.", never: ["REJECT actual GHA"]),
        Sample("Kenya's court rejected a petition to dissolve the party.", "REJECT actual KEN", never: ["COERCE actual KEN>the party"]),
        // Whoever strikes, and an organisation towards an organ, acts in public without a state too.
        Sample("Teachers said they will not end the strike.", "REJECT actual Teachers"),
        Sample("The union demanded that the government pay.", "REQUEST actual The union>the government"),
        Sample("The union praised the singer.", never: ["SUPPORT actual The union"]),
        Sample("Kenya refused to respond to a request from Somalia.", "REJECT actual KEN"),
        Sample("Kenya refused to respond to questions.", never: ["REJECT actual KEN"]),
        // An organ of the state that stands in front of it.
        Sample("Nigeria's House of Representatives condemned the minister.", never: ["ACCUSE actual USA"]),
        Sample("The House of Representatives condemned Iran.", "ACCUSE actual USA>IRN"),
        // Words that the parser took apart.
        Sample("The UN secretary-general appealed for a truce in Sudan.", "REQUEST actual UN"),
        Sample("Chad shut down the internet.", "COERCE actual TCD"),
        Sample("Chad gave French troops a month to leave.", "SANCTION actual TCD>FRA"),
        Sample("Ghana requested that Britain return the mask.", "REQUEST actual GHA>GBR"),
    ])
    func whoSpeaks(sample: Sample) throws { try compare(sample) }

    private func compare(_ sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }
}
