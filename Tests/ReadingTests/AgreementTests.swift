import Casus
import Testing

/// Instruments: who is party, how far they have come, what they promise and replace.
@Suite("Agreements")
struct AgreementTests {
    /// Exactly these instruments, and no event beside them that says the same.
    @Test(arguments: stages)
    func stage(sample: Sample) throws {
        let statements = try sample.read()
        try check(sample.known) {
            #expect(statements.agreements.map(\.short).sorted() == sample.says.sorted())
            #expect(statements.events.map(\.short) == [])
        }
    }

    static let stages = [
        Sample("France and Germany signed a treaty on Tuesday.", "signed actual DEU+FRA"),
        Sample("A treaty was signed by France and Germany.", "signed actual DEU+FRA"),
        Sample("France signed a treaty with Germany.", "signed actual DEU+FRA"),
        Sample("France and Germany will sign a treaty in July.", "signed planned DEU+FRA"),
        Sample("A treaty between France and Germany is to be signed in July.", "signed planned DEU+FRA"),
        Sample("France and Germany did not sign the treaty.", "signed negated DEU+FRA"),
        Sample("The treaty between France and Germany was not signed.", "signed negated DEU+FRA"),
        Sample("France refused to sign the treaty with Germany.", "signed negated DEU+FRA"),
        Sample("France may sign a treaty with Germany.", "signed possible DEU+FRA"),
        Sample("Russia suspended the treaty with Japan.", "suspended actual JPN+RUS"),
        Sample("Russia terminated the treaty with Japan.", "terminated actual JPN+RUS"),
        Sample("Poland ratified the treaty with Lithuania.", "ratified actual LTU+POL"),
        Sample("The treaty between Poland and Lithuania was ratified in May.", "ratified actual LTU+POL"),
        Sample("The treaty between Poland and Lithuania entered into force in May.", "in-force actual LTU+POL"),
        Sample("Poland and Lithuania are negotiating a treaty.", "negotiated planned LTU+POL"),
        Sample("Poland proposed a treaty with Lithuania.", "proposed planned LTU+POL"),
        Sample(
            "France signed a treaty with Germany and a memorandum with Italy.", "signed actual DEU+FRA", "signed actual FRA+ITA"),
        Sample(
            "Poland ratified the treaty with Lithuania, and Russia suspended the treaty with Japan.", "ratified actual LTU+POL",
            "suspended actual JPN+RUS"),
    ]

    @Test(arguments: [
        ("France and Germany signed a treaty on Tuesday.", "2024-06-18"),
        ("The treaty that France and Germany signed in 1963 was ratified.", "1963"),
    ])
    func daySigned(text: String, date: String) throws {
        #expect(try read(text).agreements.contains { $0.signed?.description == date })
    }

    @Test(arguments: [
        ("The treaty between Russia and Japan replaces a pact of 1956.", ["1956"]),
        ("The treaty between Russia and Japan supersedes agreements of 1956 and 1960.", ["1956", "1960"]),
        ("Russia and Japan signed a treaty that replaces an accord from 1956.", ["1956"]),
        ("Russia and Japan signed a treaty in 2010.", []),
    ])
    func replacedInstruments(text: String, dates: [String]) throws {
        let replaced = try read(text).agreements.flatMap(\.replaces)
        #expect(replaced.compactMap(\.date?.description) == dates)
        #expect(replaced.allSatisfy { old in dates.contains { old.text.contains($0) } })
    }

    @Test(arguments: [
        ("The treaty between Russia and Japan covers trade, culture and security.", ["trade", "culture", "security"]),
        (
            "The treaty between Russia and Japan covers the political, military and cultural spheres.",
            ["political", "military", "cultural"]
        ),
        ("Russia and Japan signed a treaty.", []),
    ])
    func spheres(text: String, spheres: [String]) throws {
        #expect(try read(text).agreements.first?.spheres == spheres)
    }

    /// A promise, its strongest kind, and words of its trigger.
    @Test(
        arguments: [
            ("Poland and Lithuania signed a mutual defence pact.", .defence, nil),
            ("The treaty between Poland and Lithuania provides for mutual assistance if either of them is attacked.", .defence, "attacked"),
            (
                "Poland and Lithuania signed a treaty that obliges them to help each other in the event of aggression.", .defence,
                "aggression"
            ),
            ("Poland and Lithuania signed a non-aggression pact.", .nonaggression, nil),
            ("Under the treaty Poland and Lithuania will consult each other if a threat arises.", .consultation, "threat"),
            ("The treaty between Poland and Lithuania contains no mutual defence clause.", nil, nil),
            ("Poland and Lithuania signed a treaty that does not provide for mutual defence.", nil, nil),
            ("Poland and Lithuania signed a fisheries agreement.", nil, nil),
        ] as [(String, DutyKind?, String?)])
    func duty(text: String, kind: DutyKind?, trigger: String?) throws {
        let agreement = try #require(try read(text).agreements.first)
        #expect(agreement.parties.compactMap(\.code).sorted() == ["LTU", "POL"])
        if let kind {
            let duty = try #require(agreement.duties.first { $0.kind == kind }, "\(agreement.duties)")
            #expect(agreement.type == kind && !duty.quote.isEmpty && text.contains(duty.quote))
            if let trigger { #expect(duty.trigger?.contains(trigger) == true, "\(duty.trigger ?? "nil")") }
        } else {
            #expect(agreement.duties.filter { $0.kind != .cooperation } == [])
        }
    }

    /// A deal between firms, a film title, a verb: no instrument of states.
    @Test(arguments: [
        "The club and the player signed a contract.", "The two firms signed a treaty of peace, joked their lawyer.",
        "Doctors treat the sick in Poland.",
    ])
    func noInstrument(text: String) throws {
        #expect(try read(text).agreements.map(\.short) == [])
    }
}
