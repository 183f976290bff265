import Casus
import Testing

/// What an instrument obliges its parties to, and when.
@Suite("Duties")
struct DutyTests {
    @Test(arguments: promises)
    func duty(promise: AgreementTests.Promise) throws {
        let duties = try read(promise.text).agreements.flatMap(\.duties)
        let found = Set(duties.map(\.kind)).subtracting(promise.kind == .cooperation ? [] : [.cooperation])
        try check(promise.known) {
            #expect(found == Set([promise.kind].compactMap(\.self)), "\(duties)")
            if let trigger = promise.trigger { #expect(duties.contains { $0.trigger?.contains(trigger) == true }, "\(duties)") }
        }
    }

    static let promises: [AgreementTests.Promise] = [
        .init("Chile and Peru signed a treaty. It obliges each to help the other if it is attacked.", .defence, trigger: "attacked"),
        .init("Chile and Peru signed a mutual defence pact.", .defence),
        .init("Chile and Peru signed a treaty of mutual assistance.", .defence),
        .init("Under the treaty between Chile and Peru, an attack on one is an attack on both.", .defence),
        .init(
            "The treaty between Chile and Peru commits each side to come to the other's aid in the event of war.", .defence, trigger: "war"),
        .init(
            "The pact between Chile and Peru provides for immediate military assistance in case of armed aggression.", .defence,
            trigger: "aggression"),
        .init(
            "Chile and Peru signed a pact that obliges them to consult each other if either is threatened.", .consultation,
            trigger: "threatened"),
        .init("The treaty between Chile and Peru calls for consultations when a threat arises.", .consultation, trigger: "threat"),
        .init("Chile and Peru signed a treaty in which they promise not to attack each other.", .nonaggression),
        .init("Chile and Peru signed a non-aggression treaty.", .nonaggression),
        .init("The treaty between Chile and Peru binds both to remain neutral if a third state attacks either.", .neutrality),
        .init("Under the accord between Chile and Peru, Chile guarantees the independence of Peru.", .guarantee),
        .init("The agreement between Chile and Peru provides for the exchange of information.", .cooperation),
        .init("Chile and Peru signed an agreement on defence cooperation.", .cooperation),
        .init("The treaty between Chile and Peru covers the sharing of intelligence.", .cooperation),
        .init("Chile and Peru signed a treaty. It contains no mutual defence clause.", nil),
        .init("Chile and Peru signed a treaty. It does not oblige either side to help the other.", nil),
        .init("Chile and Peru signed a treaty without a mutual defence clause.", nil),
        .init("The treaty between Chile and Peru lacks a mutual defence clause.", nil),
        .init("Chile and Peru signed a trade treaty.", nil),
        .init("Chile and Peru signed a treaty, but a mutual defence clause was dropped.", nil),
        .init("The treaty between Chile and Peru, signed in May, stops short of a mutual defence clause.", nil),
    ]
}
