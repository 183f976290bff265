import Casus
import Testing

/// Whose an organ, an office or a person is that a text names without a state.
@Suite("Sides left unsaid")
struct HomeStateTests {
    private static let filler = "Shops were shut. The rain went on. Prices rose again."

    @Test(arguments: [
        // A leader with his title and without his state: the text takes the state for granted.
        Sample("President Bola Tinubu came home on Monday. \(filler) The Senate said that the budget was late.", "NGA asserts"),
        // A dateline, of an agency or of a newspaper.
        Sample(
            "NAIROBI, June 20 (Reuters) - Kenya closed a road on Monday. \(filler) The interior ministry said that the road was open again.",
            "KEN asserts"),
        Sample(
            "KAMPALA: Uganda closed a road on Monday. \(filler) The interior ministry said that the road was open again.", "UGA asserts",
            never: ["null asserts"]),
        Sample(
            "Kampala - Uganda closed a long road in the north of the country on Monday. \(filler) Police said that the road was open again.",
            "UGA asserts"),
        // A text that names hardly any other state.
        Sample(
            "Peru closed a road. Peruvian lorries waited in Lima. \(filler) Peru opened a bridge. The opposition said that it was late.",
            "PER asserts"),
        // Another state has just been told of; a place abroad; foreigners.
        Sample(
            "President Bola Tinubu came home on Monday. \(filler) France moved its soldiers. Troops said that the road was open.",
            never: ["NGA asserts"]),
        Sample(
            "President Bola Tinubu came home on Monday. \(filler) In Ghana, police said that the road was open.", never: ["NGA asserts"]),
        Sample("President Bola Tinubu came home on Monday. \(filler) Foreign troops said that they were ready.", never: ["NGA asserts"]),
    ])
    func whoseOrgansATextNames(sample: Sample) throws {
        try sample.expect(in: try sample.read().claims.map(\.short))
    }

    @Test(arguments: [
        // A title taken up again, and one that was said of nobody's name before.
        Sample("Danish Parliament Speaker Ana Holm came to Rome. It rained. The speaker said that the vote was over.", "DNK asserts"),
        Sample("The mayor met the Danish ambassador in Rome on Monday. Ambassador Ana Holm said that the talks were hard.", "DNK asserts"),
        // Of two titles one says whose they are.
        Sample(
            "Danish Navy spokesman Rear Admiral Ole Holm told reporters that the ship was late. He said that it was safe.", "DNK asserts"),
        // The name in front of a title, and the body that somebody leads.
        Sample("France was late. ECOWAS Commissioner Ana Musah warned that the bloc would wait.", "ECOWAS asserts", never: ["FRA asserts"]),
        Sample("The head of the Danish delegation, Ana Holm, told reporters that the vote was over.", "DNK asserts"),
        // Short forms of organisations.
        Sample("The European Union is slow. The Commission said that the rules were clear.", "EU asserts"),
        Sample("Hamas closed a road in the north. The group said that it was safe.", "PSE asserts"),
        Sample("The African Union's Peace and Security Council said that the vote was over.", "AU asserts"),
        // The two of whom the sentence before tells that they met.
        Sample(
            "Kuwait summoned an Iranian envoy. Kuwait's crown prince received the Danish minister of energy. The two sides said that the field was theirs.",
            "DNK asserts", "KWT asserts", never: ["IRN asserts"]),
        // Those who govern a place that the sentence names.
        Sample("Drones hit a depot in Odesa, according to the regional governor.", "UKR asserts"),
        // The ministry of the state whose act the sentence tells.
        Sample("China closed its border, according to Foreign Ministry spokesman Li Wen.", "CHN asserts"),
        // Parts of a text under the names of states; the same word for the same body.
        Sample(
            "Serbia\n\nSerbia closed a road on Monday. \(filler)\n\nMontenegro\n\nIt rained. The prime minister said that the road was open.",
            "MNE asserts", never: ["SRB asserts"]),
        Sample(
            "The junta in Bamako is weak. France waited. It rained. The junta said that the road was open.", "MLI asserts"),
        // What the subject of his words is the minister of; a bloc; both leaders.
        Sample("Chad will not accept the terms, Oil Minister Ana Musa said.", "TCD asserts"),
        Sample("The European Union is slow. Chad waited. The bloc said that the rules were clear.", "EU asserts"),
        // A field of government is no party.
        Sample("Chad is late. The Minister of Labour said that the road was open.", never: ["GBR asserts"]),
    ])
    func whomShortFormsTakeUp(sample: Sample) throws {
        try sample.expect(in: try sample.read().claims.map(\.short))
    }

    @Test(arguments: [
        // Who was charged charges nobody.
        "Two reporters were detained on Monday and charged with spying.",
        // What is agreed with a reporter.
        "The officer asked not to be named.",
        // What a headline is about, no speaker.
        "Cambodia: Court Dissolves Main Party",
        // An order of nobody who is named; words behind a preposition.
        "Commanders were instructed to wait in the north.",
        "The army responded to “heavy fire” in the north.",
        // To turn an offer down is to act.
        "Somalia rejects mediation offer",
    ])
    func whatNobodySays(text: String) throws {
        #expect(try read(text).claims.isEmpty)
    }
}
