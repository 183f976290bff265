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
        Sample(
            "A treaty between France and Germany is to be signed in July.", "signed planned DEU+FRA"),
        Sample("France and Germany did not sign the treaty.", "signed negated DEU+FRA"),
        Sample("The treaty between France and Germany was not signed.", "signed negated DEU+FRA"),
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

    /// The refusal may be an act of its own, the signing is none.
    @Test func refusedToSign() throws {
        let statements = try read("France refused to sign the treaty with Germany.")
        #expect(statements.agreements.map(\.short) == ["signed negated DEU+FRA"])
        #expect(statements.events.allSatisfy { $0.short == "REJECT actual FRA" || $0.short == "REJECT actual FRA>DEU" })
    }

    /// A text about a treaty between Russia and Japan, and the instruments that it replaces.
    @Test(
        arguments: [
            ("Russia and Japan signed a treaty on Tuesday. The treaty replaces a pact of 1956.", ["1956"], nil),
            ("Russia and Japan signed a treaty on Tuesday. It supersedes agreements of 1956 and 1960.", ["1956", "1960"], nil),
            ("Russia and Japan signed a treaty that replaces a pact of 1956.", ["1956"], nil),
            ("Russia and Japan signed a treaty in 2010.", [], nil),
        ] as [(String, [String], Comment?)])
    func replacedInstruments(text: String, dates: [String], known: Comment?) throws {
        let replaced = try read(text).agreements.flatMap(\.replaces)
        try check(known) {
            #expect(Set(replaced.compactMap(\.date?.description)) == Set(dates))
            #expect(replaced.allSatisfy { old in dates.contains { old.text.contains($0) } })
        }
    }

    @Test(
        arguments: [
            (
                "Russia and Japan signed a treaty on Tuesday. The treaty covers trade, culture and security.",
                ["trade", "culture", "security"], nil
            ),
            (
                "Russia and Japan signed a treaty on cooperation in the fields of trade, energy and security.",
                ["trade", "energy", "security"], nil
            ),
            ("Russia and Japan signed a treaty covering defence and energy.", ["defence", "energy"], nil),
            ("Russia and Japan signed a treaty. It does not cover trade and energy.", [], nil),
            (
                "Russia and Japan signed a treaty on Tuesday. It covers the political, military and cultural spheres.",
                ["political", "military", "cultural"], nil
            ),
            ("Russia and Japan signed a treaty.", [], nil),
        ] as [(String, [String], Comment?)])
    func spheres(text: String, spheres: [String], known: Comment?) throws {
        let agreements = try read(text).agreements
        #expect(!agreements.isEmpty)
        try check(known) { #expect(Set(agreements.flatMap(\.spheres)) == Set(spheres)) }
    }

    /// A text about a treaty between Poland and Lithuania, its strongest promise, and words of the trigger.
    struct Promise: Sendable, CustomTestStringConvertible {
        var text: String
        var kind: DutyKind?
        var trigger: String?
        var known: Comment?

        init(_ text: String, _ kind: DutyKind?, trigger: String? = nil, known: Comment? = nil) {
            (self.text, self.kind, self.trigger, self.known) = (text, kind, trigger, known)
        }

        var testDescription: String { text }
    }

    @Test(arguments: promises)
    func duty(promise: Promise) throws {
        let agreements = try read(promise.text).agreements
        #expect(agreements.contains { side($0.parties) == "LTU+POL" })
        let duties = agreements.flatMap(\.duties).filter { $0.kind != .cooperation }
        for duty in duties { #expect(!duty.quote.isEmpty && promise.text.contains(duty.quote)) }
        try check(promise.known) {
            #expect(Set(duties.map(\.kind)) == Set([promise.kind].compactMap(\.self)))
            if let trigger = promise.trigger {
                #expect(duties.contains { $0.trigger?.contains(trigger) == true }, "\(duties)")
            }
        }
    }

    static let promises = [
        Promise("Poland and Lithuania sign mutual defence pact", .defence),
        Promise("Poland and Lithuania signed a mutual defence pact.", .defence),
        Promise(
            "The treaty between Poland and Lithuania, signed in May, provides for mutual assistance if either of them is attacked.",
            .defence,
            trigger: "attacked"),
        Promise(
            "Poland and Lithuania signed a treaty on Monday. It provides for mutual assistance in the event of aggression.", .defence,
            trigger: "aggression"),
        Promise(
            "Poland and Lithuania signed a treaty on Monday. It obliges them to help each other in the event of aggression.", .defence,
            trigger: "aggression"),
        Promise(
            "Poland and Lithuania signed a treaty on Monday. Under the treaty they will consult each other if a threat arises.",
            .consultation, trigger: "threat", known: "what is promised under a treaty is not read"),
        Promise("Poland and Lithuania signed a non-aggression pact.", .nonaggression),
        Promise("Poland and Lithuania signed a treaty on Monday. The treaty contains no mutual defence clause.", nil),
        Promise("Poland and Lithuania signed a treaty on Monday. It does not provide for mutual assistance.", nil),
        Promise("Poland and Lithuania signed a fisheries agreement.", nil),
    ]

    /// A deal between firms, a film title, a verb: no instrument of states.
    @Test(arguments: [
        "The club and the player signed a contract.", "The two firms signed a treaty of peace, joked their lawyer.",
        "Doctors treat the sick in Poland.",
    ])
    func noInstrument(text: String) throws {
        #expect(try read(text).agreements.map(\.short) == [])
    }
}
