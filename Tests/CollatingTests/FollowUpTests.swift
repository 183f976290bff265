import CasusCore
import Testing

@testable import Collating

/// What became of plans, promises, stages and questions.
@Suite("Follow-ups")
struct FollowUpTests {
    private func outcome(on day: String = "2024-12-31", _ build: (inout Desk) -> String) -> FollowUp.Outcome? {
        var desk = Desk()
        let id = build(&desk)
        return desk.collate(on: day).followUp(of: id)?.outcome
    }

    private func plan(_ desk: inout Desk, on date: String? = "2024-06-19") -> String {
        desk.event(
            "a", "2024-06-10", .consult, "visit", [putin], [korea], .planned, on: date, quote: "Putin will visit North Korea",
            rule: "frame:visit")
    }

    private func plan(then visitor: Actor, _ host: Actor, on date: String?, published: String = "2024-06-20") -> FollowUp.Outcome? {
        outcome(on: "2024-06-18") { desk in
            let id = plan(&desk)
            desk.event("b", published, .consult, "visit", [visitor], [host], on: date, cameo: "042")
            return id
        }
    }

    @Test func held() {
        #expect(plan(then: putin, korea, on: "2024-06-19") == .held)
        #expect(plan(then: putin, korea, on: "2024-06") == .held)
        #expect(plan(then: kim, russia, on: "2024-06-19") == .pending)
        #expect(plan(then: lavrov, korea, on: "2024-06-19") == .pending)
        #expect(plan(then: putin, korea, on: "2024-06-08") == .pending)
        #expect(plan(then: putin, korea, on: "2000-07") == .pending)
        #expect(plan(then: putin, korea, on: "2024-06-19", published: "2024-06-09") == .pending)
    }

    @Test func lapsed() {
        func after(_ published: String?, on day: String) -> FollowUp.Outcome? {
            outcome(on: day) { desk in
                let id = plan(&desk)
                if let published { desk.event("b", published, .aid, nil, [russia], [korea], objects: ["flour"]) }
                return id
            }
        }
        #expect(after("2024-07-01", on: "2024-07-02") == .lapsed)
        #expect(after("2024-06-19", on: "2024-07-02") == .pending)
        #expect(after(nil, on: "2024-07-02") == .pending)
        #expect(after("2024-07-01", on: "2024-06-18") == .pending)
    }

    @Test func calledOff() {
        func off(_ quote: String, _ by: [Actor], _ at: [Actor] = []) -> FollowUp.Outcome? {
            outcome(on: "2024-06-15") { desk in
                let id = plan(&desk)
                desk.event("b", "2024-06-14", .reject, "meet", by, at, quote: quote)
                return id
            }
        }
        #expect(off("Moscow cancelled the visit of Putin to North Korea", [russia]) == .calledOff)
        #expect(off("Putin put off a trip", [putin], [korea]) == .calledOff)
        #expect(off("Lavrov cancelled a visit to North Korea", [lavrov], [korea]) == .pending)
        #expect(off("Moscow cancelled a concert for North Korea", [russia], [korea]) == .pending)
        #expect(off("Moscow cancelled the visit of Putin to Vietnam", [russia]) == .pending)
    }

    @Test func promises() {
        func promise(then objects: [String], _ from: Actor = russia, _ to: Actor = korea, _ status: Status = .actual) -> FollowUp.Outcome? {
            outcome { desk in
                let id = desk.event("a", "2024-06-10", .aid, nil, [russia], [korea], .planned, objects: ["food aid", "flour"])
                desk.event("b", "2024-06-20", .aid, nil, [from], [to], status, objects: objects)
                return id
            }
        }
        #expect(promise(then: ["10,000 tonnes of flour"]) == .kept)
        #expect(promise(then: ["military aid"]) == .pending)
        #expect(promise(then: ["flour"], korea, russia) == .pending)
        #expect(promise(then: ["flour"], russia, ukraine) == .pending)
        #expect(promise(then: ["flour"], russia, korea, .negated) == .broken)
        #expect(promise(then: ["flour"], russia, korea, .alleged) == .pending)
    }

    @Test func threatsAreNoPromises() {
        #expect(outcome { $0.event("a", "2024-06-10", .threaten, nil, [russia], [korea], .planned) } == nil)
    }

    @Test func stages() {
        func sign(then name: String, _ stage: Stage, _ status: Status, published: String = "2024-06-20") -> FollowUp.Outcome? {
            outcome(on: "2024-06-18") { desk in
                let id = desk.agreement("a", "2024-06-10", "partnership treaty", [russia, korea], .signed, .planned, signed: "2024-06")
                desk.agreement("b", published, name, [korea, russia], stage, status, signed: status == .actual ? "2024-06-19" : nil)
                return id
            }
        }
        #expect(sign(then: "treaty", .signed, .actual) == .kept)
        #expect(sign(then: "treaty", .signed, .negated) == .broken)
        #expect(sign(then: "fisheries agreement", .signed, .actual) == .pending)
        #expect(sign(then: "memorandum", .signed, .actual) == .pending)
        #expect(sign(then: "treaty", .proposed, .planned) == .pending)
    }

    @Test func questions() {
        func ask(_ asks: String, about: [Actor], then quote: String, _ status: Status = .actual, _ type: EventType = .cooperate) -> FollowUp
            .Outcome?
        {
            outcome { desk in
                let id = desk.question("a", "2024-06-10", asks, about: about)
                desk.event(
                    "b", "2024-07-20", type, nil, [russia, korea], [], status, on: "2024-07-18", quote: quote, rule: "noun:exercise")
                return id
            }
        }
        let asks = "whether Russia and North Korea will hold naval exercises"
        #expect(ask(asks, about: [russia, korea], then: "Russia and North Korea held naval drills") == .answered)
        #expect(ask(asks, about: [russia, korea], then: "No naval exercise was held", .negated) == .answered)
        #expect(ask(asks, about: [russia, korea], then: "They will hold naval exercises", .planned) == .open)
        #expect(ask(asks, about: [russia, ukraine], then: "Russia and North Korea held naval drills") == .open)
        #expect(ask(asks, about: [russia, korea], then: "They discussed holding naval exercises", .actual, .accuse) == .open)
        #expect(ask("whether Russia would supply missiles", about: [russia], then: "Russia and North Korea held naval drills") == .open)
    }

    @Test func datesNotGiven() {
        func gap(then date: String?, _ visitor: Actor = kim, _ host: Actor = russia) -> FollowUp.Outcome? {
            outcome { desk in
                desk.event("a", "2024-06-20", .request, "meet", [putin], [kim], quote: "Putin invited Kim to Moscow")
                let id = desk.question("a", "2024-06-20", "No date was given for the trip", about: [], unspecified: true)
                _ = desk.event("b", "2024-08-20", .consult, "visit", [visitor], [host], .planned, on: date, cameo: "042")
                return id
            }
        }
        #expect(gap(then: nil) == .open)
        // The record of the question stands two sentences on at most.
        #expect(gap(then: "2024-09-10") == .answered)
        #expect(gap(then: "2024-09") == .open)
        #expect(gap(then: "2024-09-10", putin, korea) == .open)
    }
}
