import Casus
import Testing

/// Which act a clause states, where its verb alone does not say it.
@Suite("Acts")
struct ActsTests {
    @Test(arguments: peacekeepers + promises + warnings + accusations + statements + passives + presupposed + adjectives + purposes)
    func theActIsTold(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    /// Soldiers who keep a peace help those with whom they keep it.
    static let peacekeepers = [
        Sample("Ghana sent a battalion to the peacekeeping mission in Liberia.", "AID actual GHA>LBR", never: ["MOBILIZE actual GHA>LBR"]),
        Sample("Nigerian peacekeepers were deployed in Liberia.", "AID actual NGA>LBR"),
        Sample("Ghanaian soldiers were sent to Liberia.", "MOBILIZE actual GHA>LBR"),
    ]

    /// Who promises to do harm threatens.
    static let promises = [
        Sample("Algeria vowed to punish Morocco.", "THREATEN actual DZA>MAR", never: ["AGREE actual DZA"]),
        Sample("Algeria vowed to help Morocco.", "AGREE actual DZA>MAR", never: ["THREATEN actual DZA>MAR"]),
    ]

    static let warnings = [
        Sample("Algeria warned that it would punish Morocco.", "THREATEN actual DZA>MAR"),
        Sample("Algeria warned that prices would rise.", never: ["THREATEN actual DZA"]),
    ]

    /// Who names the culprit accuses him.
    static let accusations = [
        Sample("Kenya said Ethiopia was responsible for the bombing.", "ACCUSE actual KEN>ETH"),
        Sample("Kenya said Ethiopia was behind the bombing.", "ACCUSE actual KEN>ETH"),
        Sample("Kenya said Ethiopia was responsible for the dam's upkeep.", never: ["ACCUSE actual KEN>ETH"]),
        Sample("Kenya held Ethiopia responsible for the raid.", "ACCUSE actual KEN>ETH"),
    ]

    /// A letter that condemns speaks for whoever wrote it.
    static let statements = [
        Sample("Norway released a statement condemning Belarus.", "ACCUSE actual NOR>BLR"),
        Sample("Norway issued a report critical of Belarus.", "ACCUSE actual NOR>BLR"),
    ]

    static let passives = [
        Sample("The Kenyan ambassador was expelled from Ethiopia.", "SANCTION actual ETH>KEN")
    ]

    /// Both sides are named, and the clause takes it for granted.
    static let presupposed = [
        Sample("Talks between Norway and Chile in Lima ended on Friday.", "CONSULT actual CHL+NOR"),
        Sample("Talks between Norway and Chile would be a surprise.", never: ["CONSULT actual CHL+NOR"]),
    ]

    static let adjectives = [
        Sample("Norway was critical of Belarus.", "ACCUSE actual NOR>BLR"),
        Sample("Kenya is grateful to Norway for its help.", "SUPPORT actual KEN>NOR"),
    ]

    static let purposes = [
        Sample("Chile summoned the Peruvian ambassador to complain about the patrols.", "ACCUSE actual CHL>PER"),
        Sample("Norway is the biggest donor, giving two million dollars to Malawi.", "AID actual NOR>MWI"),
        Sample("Norway gave two million dollars to promote trade in Malawi.", "AID actual NOR>MWI"),
    ]

    /// Words of games in earnest, and the other way about.
    @Test(arguments: [
        Sample("Norway sent a rescue team to Turkey.", "AID actual NOR>TUR"),
        Sample("Norway sent a football team to Turkey.", never: ["AID actual NOR>TUR"]),
    ])
    func gamesAreTold(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }
}
