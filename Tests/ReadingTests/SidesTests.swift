import Casus
import Testing

/// Whose side somebody is on, and who is acted on, where the words name it in passing.
struct SidesTests {
    @Test(arguments: [
        // An organisation in front of a group; the word before a group that makes it another.
        Sample("Hezbollah fighters shelled Israel.", "ASSAULT actual LBN>ISR"),
        Sample("NATO officials criticised Russia.", "ACCUSE actual NATO>RUS"),
        Sample("Armed men attacked a camp in Mali.", "ASSAULT actual Armed men>MLI"),
        // Who keeps law and order is of the state of the place.
        Sample("A court in Austria freed a Serbian officer.", "RETREAT actual AUT>SRB"),
        Sample("A court in Texas jailed a teacher.", never: ["SANCTION actual USA>a teacher"]),
        Sample("The court in Peru convicted a Spanish banker.", "SANCTION actual PER>ESP"),
        // A critic is not one of those whom he criticises.
        Sample("Hezbollah critics attacked Israel's policy.", never: ["ACCUSE actual LBN>ISR"]),
        // A body that tells what it does itself.
        Sample("The Turkish army said it had struck Syria.", "ASSAULT actual TUR>SYR"),
    ])
    func whoActs(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    @Test(arguments: [
        // A thing has its owner's side, or that of its place.
        Sample("Turkish jets attacked a depot in Syria.", "ASSAULT actual TUR>SYR"),
        Sample("The Israeli army launched an attack on the Gaza Strip.", "ASSAULT actual ISR>PSE"),
        Sample("Canada suspended aid to Gaza.", "SANCTION actual CAN>PSE"),
        // A strike acts for the one whose strike it is.
        Sample("A Saudi air strike killed two Yemeni soldiers.", "ASSAULT actual SAU>YEM"),
        // Some of a thing is the thing; a curfew is laid on whoever is there.
        Sample("France withdrew some of its troops from Mali.", "RETREAT actual FRA>MLI"),
        Sample("The Iraqi government imposed a curfew.", "COERCE actual IRQ"),
        Sample("Sudan let free two Egyptian reporters.", "RETREAT actual SDN>EGY"),
    ])
    func whoIsActedOn(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }

    @Test(arguments: [
        Sample("Russia said that Israel must end its strikes on Syria.", "REQUEST actual RUS>ISR"),
        Sample("The EU says Serbia must not buy Russian gas.", "REQUEST actual EU>SRB"),
        Sample("Russia said that Israel must have known.", never: ["REQUEST actual RUS>ISR"]),
        Sample("Russia believes that Israel must leave.", never: ["REQUEST actual RUS>ISR"]),
        Sample("The French president said that France must work harder.", never: ["REQUEST actual FRA>FRA"]),
    ])
    func whatAnotherMustDoIsAskedOfIt(sample: Sample) throws {
        let found = try sample.read().events.map(\.short)
        try sample.expect(in: found)
    }
}
