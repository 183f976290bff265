import Casus
import Testing

/// Bodies that act in public whether or not their state is named, and people who do so by what they are held or ask for.
@Suite("Public bodies")
struct PublicBodiesTests {
    @Test(arguments: bodies + atHome + persons)
    func sides(sample: Sample) throws {
        try sample.expect(in: try sample.read().events.map(\.short))
    }

    /// Firms, clubs, policing, orders inside one government, officials who keep their names to themselves.
    @Test(arguments: quiet)
    func nothingPublic(sample: Sample) throws {
        #expect(try sample.read().events.map(\.short) == [])
    }

    static let bodies = [
        Sample("The opposition demanded a recount.", "REQUEST actual The opposition"),
        Sample("The rebels agreed to a truce.", "AGREE actual The rebels"),
        Sample("The teachers' union turned down the pay offer.", "REJECT actual The teachers' union"),
        Sample("Nearly 70 countries agreed to share data on tax evasion.", "AGREE actual Nearly 70 countries"),
    ]

    /// Who demands something of his own government does not give it an order.
    static let atHome = [
        Sample("The mayor of Guatemala City demanded money from the national government.", "REQUEST actual GTM>GTM"),
        // What a state acts on is not its own by that.
        Sample("Russia voted against the tribunal's budget.", never: ["ACCUSE actual RUS>RUS"]),
        // Who is blamed for a deed has done it.
        Sample(
            "Putin lashed out at Turkey for having shot down a Russian bomber.", "ACCUSE actual RUS>TUR", "ASSAULT alleged TUR>RUS",
            never: ["ASSAULT actual RUS>RUS"]),
        Sample("Washington rewarded Tripoli for giving up its chemical weapons.", never: ["RETREAT actual USA"]),
        Sample("French police stormed a migrant camp in Calais.", "ASSAULT actual FRA>FRA"),
    ]

    static let persons = [
        Sample("Italian police arrested a man suspected of links to Islamic State.", "COERCE actual ITA>a man"),
        Sample("Danish police detained two men on suspicion of spying.", "COERCE actual DNK>two men"),
        Sample("Thousands of refugees sought asylum in Chad.", "REQUEST actual refugees>TCD"),
    ]

    static let quiet = [
        "A Danish official declined to be named.", "Police are investigating the theft of a painting.",
        "The prime minister ordered the army to prepare.", "Italian police arrested a man over a stolen car.",
        "The club rejected the offer.", "The federation declined to take action against the coach.",
    ].map { Sample($0) }
}
