import Casus
import Testing

/// Acts of force whose doer the text does not name, and organs that are known by the place alone.
@Suite("Doers not named")
struct UnnamedTests {
    @Test(arguments: passives + weapons + tolls + atHome)
    func sides(sample: Sample) throws {
        try sample.expect(in: try sample.read().events.map(\.short))
    }

    /// Accidents, crime, the remains of old wars, criticism.
    @Test(arguments: quiet)
    func nothingPublic(sample: Sample) throws {
        #expect(try sample.read().events.map(\.short) == [])
    }

    static let passives = [
        Sample("The Egyptian embassy in Tripoli was attacked on Monday.", "ASSAULT actual >EGY"),
        Sample("Two UN peacekeepers were shot dead in northern Mali.", "ASSAULT actual >UN"),
        Sample("The mayor of Odesa was shot dead on Friday.", "ASSAULT actual >UKR"),
        Sample("At least 30 villagers were massacred in central Mali.", "ASSAULT actual >MLI"),
        Sample("Kharkiv was shelled overnight.", "ASSAULT actual >UKR"),
        Sample("Rockets were fired at the Green Zone in Baghdad.", "ASSAULT actual >IRQ"),
        Sample("A Peruvian journalist was gunned down outside his house.", "ASSAULT actual >PER"),
        Sample("The presidential palace in Ndjamena came under attack.", "ASSAULT actual >TCD"),
        Sample("The convoy of a provincial governor was ambushed outside Kandahar.", "ASSAULT actual >The convoy"),
        Sample("Protesters were tear-gassed in Nairobi.", "ASSAULT actual >KEN"),
        Sample("The Egyptian embassy in Tripoli was not attacked.", "ASSAULT negated >EGY"),
    ]

    static let weapons = [
        Sample("A car bomb killed twelve soldiers in Mogadishu.", "ASSAULT actual A car bomb>twelve soldiers"),
        Sample("A bomb exploded outside the parliament in Mogadishu.", "ASSAULT actual A bomb>SOM"),
        Sample("A roadside bomb hit a bus carrying Afghan officials.", "ASSAULT actual A roadside bomb>AFG"),
        Sample("Mortars rained down on a residential district of Donetsk.", "ASSAULT actual Mortars>UKR"),
        Sample("A mortar shell landed in the Turkish town of Akcakale, killing five.", "ASSAULT actual A mortar shell>TUR"),
        Sample("A remote-controlled mine killed a colonel in Dagestan.", "ASSAULT actual A remote-controlled mine>a colonel"),
    ]

    static let tolls = [
        Sample("A suicide attack on a convoy of NATO forces killed eight people in Kabul.", "ASSAULT actual >NATO"),
        Sample("Three soldiers were killed in an ambush in Burkina Faso.", "ASSAULT actual >Three soldiers"),
        Sample("Sixteen people died in an air strike on a market in Sanaa.", "ASSAULT actual >YEM"),
        Sample("A series of bombings in Baghdad killed 60 people.", "ASSAULT actual >IRQ"),
        Sample("An attack on a police station in Quetta left six officers dead.", "ASSAULT actual >six officers"),
        Sample("Protests rocked Kampala.", "PROTEST actual UGA"),
    ]

    static let atHome = [
        Sample("Police in Lagos arrested ten union leaders.", "COERCE actual NGA>NGA"),
        Sample("The police have arrested a handful of journalists in Algiers.", "COERCE actual DZA>DZA"),
        Sample("The offices of the opposition party in Kampala were raided by police.", "COERCE actual UGA>UGA"),
        Sample("Gunmen attacked a mosque in Kano.", "ASSAULT actual Gunmen>NGA"),
        Sample("Unknown men kidnapped three aid workers in Darfur.", "ASSAULT actual Unknown men>SDN"),
        Sample("Armed men stormed a prison in Bunia and freed hundreds of inmates.", "ASSAULT actual Armed men>COD"),
        Sample("A curfew was imposed in Kampala.", "COERCE actual UGA"),
    ]

    static let quiet = [
        "A man was shot dead in Ohio.", "Two policemen were shot in a robbery in Leeds.",
        "Two Egyptian soldiers were killed when their helicopter crashed.", "A teacher was killed by a car in Lyon.",
        "Three people were killed in a fire in Dhaka.", "Police in Leeds arrested a man for theft.",
        "The film was attacked by critics in Cannes.", "A bomb-disposal team removed a shell in Hamburg.",
        "Four people were stabbed in London.", "The bridge in Genoa was destroyed by a storm.",
        "An explosion at a gas plant in Texas killed two workers.", "A taxi driver was beaten in Manchester by two drunken men.",
        "Two children were killed when a bomb from the last war exploded in a field in Laos.",
        "Two hikers were killed in an avalanche in Austria.", "A rocket carrying a satellite exploded over Kazakhstan.",
        "The singer bombed in Las Vegas.", "A heart attack killed the singer in Kyiv.", "A shark attack killed two swimmers in Australia.",
        "The minister was attacked over his remarks.", "Boris Johnson clashed with Nicola Sturgeon over the deal.",
    ].map { Sample($0) }
}
