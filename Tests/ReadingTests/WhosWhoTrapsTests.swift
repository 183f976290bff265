import Casus
import Testing

/// Names that mean a state in one text and something else in another, and words that stand for an actor named elsewhere.
@Suite("Who is who")
struct WhosWhoTrapsTests {
    /// The states and organisations that act, are acted on, sign or speak are exactly these, or at least not those.
    @Test(arguments: homonyms + neighbours + capitals + open)
    func codes(sample: Sample) throws {
        let codes = try sample.read().codes
        try check(sample.known) {
            if sample.never.isEmpty { #expect(codes.sorted() == sample.says.sorted()) }
            #expect(codes.isDisjoint(with: sample.never))
        }
    }

    @Test(arguments: referents)
    func events(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    /// An office is held by a person on a day.
    @Test(arguments: [
        ("2024-06-20", "The Russian president condemned the attack.", "Vladimir Putin"),
        ("2010-06-20", "The Russian president condemned the attack.", "Dmitry Medvedev"),
        ("2010-06-20", "The Russian prime minister condemned the attack.", "Vladimir Putin"),
        ("2024-06-20", "The French president condemned the attack.", "Emmanuel Macron"),
        ("2010-06-20", "The French president condemned the attack.", "Nicolas Sarkozy"),
    ])
    func officeOnADay(published: String, text: String, name: String) throws {
        let condemned = try #require(read(text, published: published).events.first { $0.type == .accuse })
        #expect(condemned.actors.map(\.name) == [name])
        #expect(condemned.actors.first?.sector == "GOV")
    }

    /// "George Washington" is no government; "Washington" is.
    @Test func aPersonIsNoCapital() throws {
        let text = "George Washington said that a treaty with Spain would open the river."
        #expect(!(try read(text).actors.contains { $0.name == "United States" }))
        let state = try #require(read("Washington said that a treaty with Spain would open the river.").claims.first?.speaker)
        #expect(state.code == "USA")
    }

    static let homonyms = [
        Sample("Georgia accused Russia of an attack near Tskhinvali.", "GEO", "RUS"),
        Sample("The governor of Georgia sent the National Guard to Atlanta.", never: ["GEO"]),
        Sample("Michael Jordan met his old coach in Chicago."),
        Sample("Jordan expelled an Israeli diplomat.", "ISR", "JOR"),
        Sample("Chad accused Sudan of arming rebels.", "SDN", "TCD"),
        Sample("Chad Harris, a lawyer from Ohio, praised the new museum."),
        Sample("Turkey dinner was served at Thanksgiving before the guests met."),
        Sample("Turkey expelled an Israeli diplomat.", "ISR", "TUR"),
        Sample("Police in Lebanon, Tennessee, arrested a driver after a chase."),
        Sample("Paris Hilton praised her dog."),
        Sample("Vietnam accused the Philippines of building an island in the South China Sea.", "PHL", "VNM"),
        Sample("Spain sent medicine to Latin America.", "ESP"),
        Sample("The Australian foreign minister condemned Fiji.", "AUS", "FJI"),
        // One person of a nation is nobody who acts for it; its people are.
        Sample("The American stormed to a win over France.", never: ["USA"]),
        Sample("A Swiss attacked the court in Rome.", never: ["CHE"]),
    ]

    static let neighbours = [
        Sample(
            "Guinea closed its border with Guinea-Bissau.", "GIN", "GNB"),
        Sample("Guinea accused Senegal of lying.", "GIN", "SEN"),
        Sample("Guinea-Bissau accused Senegal of lying.", "GNB", "SEN"),
        Sample("Guinea accused Guinea-Bissau of lying.", "GIN", "GNB"),
        Sample("Equatorial Guinea expelled two French diplomats.", "FRA", "GNQ"),
        Sample("Papua New Guinea sent police to the Solomon Islands.", "PNG", "SLB"),
        Sample("The Democratic Republic of Congo accused Rwanda of lying.", "COD", "RWA"),
        Sample("The Republic of the Congo accused Rwanda of lying.", "COG", "RWA"),
        Sample("Brazzaville and Kinshasa accused Rwanda of lying.", "COD", "COG", "RWA"),
        Sample("South Korea accused North Korea of lying.", "KOR", "PRK"),
        Sample("Seoul accused the North of lying.", "KOR", "PRK"),
        Sample("South Sudan accused Sudan of lying.", "SDN", "SSD"),
        Sample("Nigeria accused Niger of lying.", "NER", "NGA"),
        Sample("Dominica accused the Dominican Republic of lying.", "DMA", "DOM"),
    ]

    static let capitals = [
        Sample("Moscow accused London of lying.", "GBR", "RUS"),
        Sample("The American and Chinese foreign ministers met in Moscow.", "CHN", "USA"),
        Sample("The Indian and Chinese defence ministers held talks in Geneva.", "CHN", "IND"),
        Sample("The Kremlin accused London of lying.", "GBR", "RUS"),
        Sample("The White House accused Iran of lying.", "IRN", "USA"),
        Sample("The Blue House accused the North of lying.", "KOR", "PRK", published: "2019-06-20"),
        Sample(
            "Brussels and Beijing held talks on tariffs.", "CHN", "EU", known: "Brussels is the European Union only beside its other names"),
    ]

    static let referents = [
        Sample(
            "Egypt and Turkey sent ministers to Rome. Both countries condemned Israel.", "ACCUSE actual EGY+TUR>ISR"),
        Sample(
            "Emmanuel Macron received Olaf Scholz in Paris on Monday. The two leaders condemned Russia.", "ACCUSE actual DEU+FRA>RUS"),
        Sample("Viktor Orban visited China on Monday. He accused the European Union of lying.", "ACCUSE actual HUN>EU"),
        Sample("Saudi Arabia freed the prisoners. The kingdom accused Iran of lying.", "ACCUSE actual SAU>IRN"),
        Sample("NATO chief Jens Stoltenberg criticised China.", "ACCUSE actual NATO>CHN", never: ["ACCUSE actual NOR>CHN"]),
        Sample("The two Koreas held talks at Panmunjom.", "CONSULT actual KOR+PRK"),
        Sample("Estonia, which borders Russia, expelled its ambassador.", never: ["SANCTION actual RUS>EST"]),
        Sample("Angela Merkel visited Turkey. She criticised its government.", "ACCUSE actual DEU>TUR", published: "2014-06-20"),
        Sample("India and Pakistan exchanged prisoners. They accused China of lying.", "ACCUSE actual IND+PAK>CHN"),
    ]

    /// Where the text does not say who, nobody is made up.
    static let open = [
        Sample("The two countries condemned the attack."),
        Sample("The president condemned the attack."),
        Sample("He accused them of lying."),
        Sample("Both sides rejected the plan."),
        Sample("The kingdom freed the prisoners."),
        Sample("The two leaders met in a hotel."),
    ]
}
