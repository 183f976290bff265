import Casus
import Testing

/// Sentences that are easily read as something that happened, and say nothing of the kind.
struct FalseFriendsTests {
    @Test(arguments: [
        Sample("Had Russia attacked Estonia, NATO would have responded.", "ASSAULT possible RUS>EST", never: ["ASSAULT actual RUS>EST"]),
        Sample("Iran is alleged to have sent drones to Russia.", "AID alleged IRN>RUS", never: ["AID actual IRN>RUS"]),
        Sample("It is not true that Russia attacked Estonia.", "ASSAULT negated RUS>EST", never: ["ASSAULT actual RUS>EST"]),
        Sample("Without attacking Estonia, Russia made its point.", "ASSAULT negated RUS>EST", never: ["ASSAULT actual RUS>EST"]),
        Sample("Russia stopped short of attacking Estonia.", never: ["ASSAULT actual RUS>EST"]),
        Sample("Poland had been expected to send tanks to Ukraine.", "AID planned POL>UKR", never: ["AID actual POL>UKR"]),
        Sample("Germany could have sent tanks to Ukraine.", "AID possible DEU>UKR", never: ["AID actual DEU>UKR"]),
        Sample("Rumours of a Russian attack on Estonia spread.", "ASSAULT possible RUS>EST", never: ["ASSAULT actual RUS>EST"]),
        Sample("Israel is unlikely to attack Iran.", "ASSAULT possible ISR>IRN", never: ["ASSAULT actual ISR>IRN"]),
        Sample("The plan to invade Ukraine was abandoned by Russia.", never: ["ASSAULT actual RUS>UKR"]),
        Sample("Reports that Russia had sold missiles to Iran proved false.", never: ["COOPERATE actual RUS>IRN", "AID actual RUS>IRN"]),
        Sample("Rather than attack Iran, Israel sent an envoy to Oman.", never: ["ASSAULT actual ISR>IRN"]),
    ])
    func nothingOfTheKindHappened(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    /// What one side says of the other is alleged, also where the victim is a thing.
    @Test func oneSideOfAQuarrel() throws {
        let event = try #require(try read("Kyiv said Russia had bombed a hospital.").events.first)
        #expect(event.type == .assault)
        #expect(event.status == .alleged)
    }

    @Test func noInstrumentIsMade() throws {
        for text in ["North Korea and Russia have no mutual defence treaty.", "The two sides were about to sign a treaty."] {
            #expect(try read(text).agreements.filter { $0.status == .actual }.isEmpty, "\(text)")
        }
        #expect(try read("The EU and Serbia failed to sign the agreement.").agreements.map(\.status) == [.negated])
        #expect(try read("Russia and Iran deny signing any secret pact.").agreements.map(\.status) == [.denied])
    }
}
