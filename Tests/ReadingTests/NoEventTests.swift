import Casus
import Testing

/// Words of diplomacy and war outside of politics, and speech alone, make no event.
@Suite("No event")
struct NoEventTests {
    @Test(arguments: sport + business + crime + nature + culture + speech + descriptions + everyday)
    func nothingHappened(sample: Sample) throws {
        let found = try sample.read()
        try check(sample.known) {
            #expect(found.events.map(\.short) == [])
            #expect(found.agreements.map(\.short) == [])
        }
    }

    static let sport = [
        Sample("England beat Germany 3-1 in the semi-final at Wembley."),
        Sample("Spain attacked from the start and France defended well, but the match ended in a draw."),
        Sample(
            "Brazil will meet Argentina in the final of the tournament on Sunday."),
        Sample("Arsenal signed a Norwegian midfielder on a four-year deal."),
        Sample("The Kenyan runner protested against her disqualification."),
        Sample("Australia bombed out of the World Cup."),
    ]

    static let business = [
        Sample("The Dutch brewer sold its Italian factory to a rival."),
        Sample("Two airlines signed an agreement to share flights."),
        Sample("Shares in the German carmaker fell by four per cent."),
        Sample("The French bank launched an assault on the mortgage market."),
        Sample("Apple accused Samsung of copying its telephone."),
    ]

    static let crime = [
        Sample("A man attacked his neighbour with a knife in Leeds."),
        Sample("Police arrested two burglars in Manchester."),
        Sample("A court in Ohio sentenced a teacher to ten years for fraud."),
        Sample("A tourist was robbed in Rome."),
    ]

    static let nature = [
        Sample("A storm hit the coast of Japan and killed three people."),
        Sample("The volcano threatened two villages in Iceland."),
        Sample("An earthquake struck Turkey on Monday."),
        Sample("Cold air from Russia will invade Poland at the weekend."),
        Sample("Three workers died when a bridge collapsed in Italy."),
    ]

    static let culture = [
        Sample("The film tells how Rome attacked Carthage."),
        Sample("Interpol finished the album in May, and it was released in Britain in November."),
        Sample("The French singer met her fans in Berlin."),
        Sample("The museum in Madrid shows a painting of the surrender of Breda."),
        Sample("The novel was praised by critics in London."),
    ]

    static let speech = [
        Sample("The German chancellor said that the weather was fine."),
        Sample("The French foreign minister spoke for an hour."),
        Sample("Russia is the largest country in the world."),
    ]

    /// Words of acts in their everyday senses.
    static let everyday = [
        Sample("Sweden bowed out of the World Cup."),
        Sample("Norway hit back at Sweden with two late goals."),
        Sample("The Swiss firm took aim at the American market."),
        Sample("The Danish company returned the car to its owner."),
        Sample("The German bank froze the account of a client."),
        Sample("The Dutch museum lent a painting to a gallery in Madrid."),
        Sample("A Polish driver set fire to his van."),
        Sample("Doctors in Leeds treated three children for burns."),
        Sample("A crowd gathered in London to see the fireworks."),
        Sample("The airline launched operations in Kenya in 1993."),
        Sample("The minister has the same commitment to the job as before."),
        Sample("The Greek school gave the boys two hours of lessons."),
        Sample("The Irish tenor poured scorn on the Austrian pianist."),
        Sample("The French chef gave his blessing to the recipe."),
    ]

    static let descriptions = [
        Sample("Switzerland has a long border with Italy."),
        Sample("The embassy of Peru stands in a quiet street."),
        Sample("Norway's population grew last year."),
    ]
}
