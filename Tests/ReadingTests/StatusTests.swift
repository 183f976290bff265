import Casus
import Testing

/// Whether an act happened is read from the words around it.
@Suite("Status")
struct StatusTests {
    /// The records named are there, and nothing says of the same act between the same parties that it has another status.
    @Test(arguments: actual + planned + possible + alleged + denied + negated + shared + relative)
    func statusOfAnAct(sample: Sample) throws { try Self.expect(sample) }

    static func expect(_ sample: Sample) throws {
        let events = try sample.read().events
        let found = events.map(\.short)
        try check(sample.known) {
            for wanted in sample.says {
                #expect(found.contains(wanted), "found \(found)")
                let words = wanted.split(separator: " ")
                let same = events.filter { $0.type.rawValue == words[0] && $0.parties == words[2...].joined(separator: " ") }
                #expect(same.allSatisfy { $0.status.rawValue == words[1] }, "found \(found)")
            }
            for unwanted in sample.never { #expect(!found.contains(unwanted), "found \(found)") }
        }
    }

    static let actual = [
        Sample("France expelled two Russian diplomats on Monday.", "SANCTION actual FRA>RUS"),
        Sample("Israeli jets bombed an airfield in Syria.", "ASSAULT actual ISR>SYR"),
        Sample("Poland has sent tanks to Ukraine.", "AID actual POL>UKR"),
        Sample("Tanks were sent to Ukraine by Poland.", "AID actual POL>UKR"),
        Sample("Germany said that Poland had sent tanks to Ukraine.", "AID actual POL>UKR"),
        Sample("According to Germany, Poland has sent tanks to Ukraine.", "AID actual POL>UKR"),
        Sample("Poland managed to send tanks to Ukraine.", "AID actual POL>UKR"),
        Sample("Poland sends tanks to Ukraine", "AID actual POL>UKR"),
    ]

    static let planned = [
        Sample("Poland will send tanks to Ukraine.", "AID planned POL>UKR"),
        Sample("Poland plans to send tanks to Ukraine.", "AID planned POL>UKR"),
        Sample("Poland is to send tanks to Ukraine next month.", "AID planned POL>UKR"),
        Sample("Poland is going to send tanks to Ukraine.", "AID planned POL>UKR"),
        Sample("Poland promised to send tanks to Ukraine.", "AID planned POL>UKR"),
        Sample("Poland has announced that it will send tanks to Ukraine.", "AID planned POL>UKR"),
        Sample("Poland to send tanks to Ukraine", "AID planned POL>UKR"),
        Sample("The Brazilian president is due to visit Angola in July.", "CONSULT planned BRA>AGO"),
        Sample("The Brazilian president intends to visit Angola.", "CONSULT planned BRA>AGO"),
        Sample("The presidents of Brazil and Angola are expected to meet in July.", "CONSULT planned AGO+BRA"),
    ]

    static let possible = [
        Sample("Poland may send tanks to Ukraine.", "AID possible POL>UKR"),
        Sample("Poland could send tanks to Ukraine.", "AID possible POL>UKR"),
        Sample("Poland might have sent tanks to Ukraine.", "AID possible POL>UKR"),
        Sample("Poland would send tanks to Ukraine if Germany agreed.", "AID possible POL>UKR"),
        Sample("If Poland sends tanks to Ukraine, the war will change.", "AID possible POL>UKR"),
        Sample("Unless Poland sends tanks to Ukraine, the front will not hold.", "AID possible POL>UKR"),
        Sample("It is unclear whether Poland has sent tanks to Ukraine.", "AID possible POL>UKR"),
        Sample("Poland is considering sending tanks to Ukraine.", "AID possible POL>UKR"),
        Sample("Lithuania hopes that Poland will send tanks to Ukraine.", "AID possible POL>UKR"),
        Sample(
            "Officials in Warsaw fear that Russia will attack Estonia.", "ASSAULT possible RUS>EST"),
        Sample(
            "The prospect of a Russian attack on Estonia worries Warsaw.", "ASSAULT possible RUS>EST"),
        Sample("Estonia fears that Russia will attack Latvia.", "ASSAULT possible RUS>LVA"),
        Sample("Poland spoke of the prospect of a Russian attack on Estonia.", "ASSAULT possible RUS>EST"),
        Sample("NATO is preparing for a possible Russian attack on Estonia.", "ASSAULT possible RUS>EST"),
        Sample(
            "Lithuania urged Poland to send tanks to Ukraine.", "REQUEST actual LTU>POL",
            never: ["AID actual POL>UKR", "AID planned POL>UKR"]),
        Sample(
            "Russia threatened to attack Estonia.", "THREATEN actual RUS>EST",
            never: ["ASSAULT actual RUS>EST", "ASSAULT planned RUS>EST"]),
    ]

    static let alleged = [
        Sample("Ukraine accused Iran of sending drones to Russia.", "ACCUSE actual UKR>IRN", "AID alleged IRN>RUS"),
        Sample("Ukraine alleges that Iran has sent drones to Russia.", "AID alleged IRN>RUS"),
        Sample("Iran has been accused of sending drones to Russia.", "AID alleged IRN>RUS"),
        Sample("Iran has been accused by Ukraine of sending drones to Russia.", "ACCUSE actual UKR>IRN", "AID alleged IRN>RUS"),
        Sample("Iran has allegedly sent drones to Russia.", "AID alleged IRN>RUS"),
        Sample(
            "Iran is alleged to have sent drones to Russia.", "AID alleged IRN>RUS"),
    ]

    static let denied = [
        Sample(
            "Iran denied having sent drones to Russia.", "REJECT actual IRN", "AID denied IRN>RUS"),
        Sample("Iran has denied that it sent drones to Russia.", "REJECT actual IRN", "AID denied IRN>RUS"),
        Sample("Iran denies sending drones to Russia.", "REJECT actual IRN", "AID denied IRN>RUS"),
    ]

    static let negated = [
        Sample("Poland did not send tanks to Ukraine.", "AID negated POL>UKR"),
        Sample("No president of Poland has visited Angola.", "CONSULT negated POL>AGO"),
        Sample(
            "Poland has never sent tanks to Ukraine.", "AID negated POL>UKR"),
        Sample("Poland will not send tanks to Ukraine.", "AID negated POL>UKR"),
        Sample("Poland has sent no tanks to Ukraine.", "AID negated POL>UKR"),
        Sample("Poland failed to send tanks to Ukraine.", "AID negated POL>UKR"),
        Sample("Poland refused to send tanks to Ukraine.", "AID negated POL>UKR"),
        Sample("Poland decided against sending tanks to Ukraine.", "AID negated POL>UKR"),
        Sample(
            "Neither France nor Germany has sent tanks to Ukraine.", "AID negated DEU+FRA>UKR"),
        Sample(
            "No Polish president has visited Angola.", "CONSULT negated POL>AGO"),
        Sample("The Hungarian prime minister left the region without visiting Ukraine.", "CONSULT negated HUN>UKR"),
    ]

    /// A second verb under the auxiliary of the first.
    static let shared = [
        Sample("Turkey could close its embassy in Damascus and bomb Syrian airfields.", "ASSAULT possible TUR>SYR"),
        Sample("Turkey will close its embassy in Damascus and expel the Syrian diplomats.", "SANCTION planned TUR>SYR"),
        Sample("Turkey did not bomb Syria or invade Iraq.", "ASSAULT negated TUR>SYR", "ASSAULT negated TUR>IRQ"),
        Sample("Poland has sent tanks to Ukraine and will send aircraft to Moldova.", "AID actual POL>UKR", "AID planned POL>MDA"),
        Sample("Ukraine accused Iran of sending drones to Russia and arming Syria.", "AID alleged IRN>RUS", "AID alleged IRN>SYR"),
    ]

    /// What a relative clause says is taken for granted, however doubtful the clause around it.
    static let relative = [
        Sample("It is unclear whether the tanks that Poland sent to Ukraine have arrived.", "AID actual POL>UKR"),
        Sample("Lithuania hopes that Iran, which sent drones to Russia, will stop the deliveries.", "AID actual IRN>RUS"),
        Sample(
            "Estonia may expel the Russian diplomats, whom Latvia accused of spying.", "SANCTION possible EST>RUS",
            "ACCUSE actual LVA>RUS"),
    ]
}
