import Casus
import Testing

/// Statements of one document point to each other: a denial to what it denies, a headline to the body.
@Suite("Links")
struct LinkTests {
    /// A text, the event that points, and the one it is about.
    @Test(
        arguments: [
            ("Ukraine accused Iran of sending drones to Russia.", "ACCUSE actual UKR>IRN", "AID alleged IRN>RUS"),
            ("Iran has denied that it sent drones to Russia.", "REJECT actual IRN", "AID denied IRN>RUS"),
        ])
    func anEventIsAboutAnother(text: String, from: String, to: String) throws {
        let events = try read(text).events
        let one = try #require(events.first { $0.short == from }, "\(events.map(\.short))")
        let other = try #require(events.first { $0.short == to }, "\(events.map(\.short))")
        #expect(one.about == [other.origin.id])
        #expect(other.about == [])
    }

    /// What is denied in a later sentence is what was alleged before; the denial goes to the accuser.
    @Test func aDenialInTheNextSentence() throws {
        let events = try read("Ukraine accused Iran of sending drones to Russia. Tehran denied the charge.").events
        let alleged = try #require(events.first { $0.short == "AID alleged IRN>RUS" })
        let denial = try #require(events.first { $0.type == .reject })
        #expect(denial.short == "REJECT actual IRN>UKR")
        #expect(denial.about.contains(alleged.origin.id))
    }

    @Test func aHeadlineAndItsBodyTellTheSame() throws {
        let text = "Poland sends tanks to Ukraine\n\nPoland has sent tanks to Ukraine, Germany said on Thursday.\n"
        let aid = try read(text).events.filter { $0.short == "AID actual POL>UKR" }
        try #require(aid.count == 2)
        #expect(aid[0].sameAs == [aid[1].origin.id] || aid[1].sameAs == [aid[0].origin.id])
    }

    /// Two acts of one kind against different states are two happenings.
    @Test func differentPartiesAreDifferentHappenings() throws {
        let text = "Poland sends tanks to Ukraine\n\nPoland has sent tanks to Moldova, Germany said on Thursday.\n"
        let aid = try read(text).events.filter { $0.type == .aid }
        #expect(aid.count == 2)
        #expect(aid.allSatisfy { $0.sameAs == [] })
    }

    /// A mutual act lists both sides as actors, and the act of one on the other is one event with lists.
    @Test(
        arguments: [
            ("The presidents of Brazil and Angola met in Lisbon.", "CONSULT actual AGO+BRA"),
            ("Poland and Lithuania held joint drills.", "COOPERATE actual LTU+POL"),
            ("Poland and Lithuania accused Russia and Belarus of lying.", "ACCUSE actual LTU+POL>BLR+RUS"),
        ])
    func oneEventHoldsLists(text: String, short: String) throws {
        #expect(try read(text).events.map(\.short) == [short])
    }

    @Test func whatWasGiven() throws {
        let aid = try #require(try read("Poland sent forty tanks and a field hospital to Ukraine.").events.first { $0.type == .aid })
        #expect(aid.objects.count == 2)
        #expect(aid.objects.first?.contains("tanks") == true && aid.objects.last?.contains("field hospital") == true)
    }
}
