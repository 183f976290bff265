import CasusCore
import Foundation
import Testing

@testable import Exchange

struct FollowTheMoneyTests {
    private let format = FollowTheMoney { ["RUS": "ru", "PRK": "kp"][$0] }

    private func entities(_ kept: [Kept], of publication: Publication = publication()) throws -> [[String: Any]] {
        try objects(format.lines(publication, kept))
    }

    private func entity(_ id: String, _ kept: [Kept]) throws -> (schema: String, properties: [String: [String]]) {
        let found = try #require(try entities(kept).first { $0["id"] as? String == id })
        return (try #require(found["schema"] as? String), try #require(found["properties"] as? [String: [String]]))
    }

    private func statement(_ statement: Statement) throws -> (schema: String, properties: [String: [String]]) {
        try entity("casus-statement-e1", [kept(statement)])
    }

    @Test(arguments: [
        ("2024-06-19", "2024-06-19", nil, nil), ("2024-06", "2024-06", nil, nil), ("1961", "1961", nil, nil),
        ("2024-06/2024-08", nil, "2024-06", "2024-08"), ("2019/..", nil, "2019", nil), ("../2019-03-01", nil, nil, "2019-03-01"),
        ("1961~", nil, nil, nil), ("1961?", nil, nil, nil), ("2024-06-19~", nil, nil, nil), ("194X", nil, nil, nil),
        ("2024-06~/2024-08", nil, nil, "2024-08"), ("2024-06/2024-08?", nil, "2024-06", nil), ("0843-08", nil, nil, nil),
    ])
    func onlyTheCertainPartOfADateIsLeft(_ edtf: String, _ date: String?, _ from: String?, _ to: String?) throws {
        let event = try statement(delivery(.actual, on: edtf)).properties
        #expect(event["date"] == date.map { [$0] })
        #expect(event["startDate"] == from.map { [$0] })
        #expect(event["endDate"] == to.map { [$0] })
        #expect(event["notes"]?.contains("date (EDTF): " + edtf) == true)
    }

    @Test func whatIsDoneIsAnEventWithAPlainName() throws {
        let event = try statement(delivery(.actual))
        #expect(event.schema == "Event")
        #expect(event.properties["name"] == ["AID: North Korea → Russia"])
        #expect(event.properties["summary"] == ["shipped shells"])
        #expect(event.properties["involved"] == ["casus-actor-PRK", "casus-actor-RUS"])
        #expect(event.properties["proof"] == ["casus-document-0123456789abcdef0123"])
        #expect(event.properties["keywords"] == ["event", "AID", "CAMEO 072", "actual"])
        #expect(event.properties["retrievedAt"] == ["2024-06-21T08:00:00"])
    }

    @Test(arguments: Status.allCases.filter { $0 != .actual })
    func whatIsNotDoneIsANoteThatSaysSoFirst(_ status: Status) throws {
        for made in [delivery(status, on: "2024-06-19"), pact(status, .signed)] {
            let note = try statement(made)
            #expect(note.schema == "Note")
            for field in ["name", "description"] { #expect(note.properties[field]?.first?.hasPrefix(status.rawValue + ": ") == true) }
            #expect(note.properties["keywords"]?.contains(status.rawValue) == true)
            #expect(["date", "startDate", "endDate", "involved"].allSatisfy { note.properties[$0] == nil })
            #expect(
                note.properties["entity"] == ["casus-document-0123456789abcdef0123"]
                    + (made.kind == "event"
                        ? ["casus-actor-PRK", "casus-actor-RUS"] : ["casus-actor-RUS", "casus-actor-PRK"]))
        }
    }

    @Test(arguments: [
        (Stage.signed, "agreement (signed): mutual defence pact, between Russia, North Korea", ["2024-06-19"]),
        (.suspended, "agreement (suspended): mutual defence pact, between Russia, North Korea", nil),
        (.inForce, "agreement (in-force): mutual defence pact, between Russia, North Korea", nil),
        (nil, "agreement: mutual defence pact, between Russia, North Korea", nil),
    ])
    func theDateOfASigningDatesNothingElse(_ stage: Stage?, _ name: String, _ date: [String]?) throws {
        let event = try statement(pact(.actual, stage))
        #expect(event.schema == "Event")
        #expect(event.properties["name"] == [name])
        #expect(event.properties["date"] == date)
        #expect(event.properties["notes"]?.contains("signed (EDTF): 2024-06-19") == true)
        #expect(event.properties["notes"]?.contains("duty: defence, if attacked, “help”") == true)
    }

    @Test(arguments: [
        (denial(by: korea), "claim (denies): North Korea"), (denial(by: nil), "claim (denies): no speaker named"),
        (openPoint(), "question: What was given"),
    ])
    func claimsAndQuestionsAreNotes(_ made: Statement, _ name: String) throws {
        let note = try statement(made)
        #expect(note.schema == "Note")
        #expect(note.properties["name"] == [name])
        #expect(note.properties["description"] == [name + ": “" + made.origin.quote + "”"])
    }

    @Test func actorsAreNoMoreThanIsKnown() throws {
        let army = Actor(code: "RUS", sector: "MIL", name: "the army", cow: 365, text: "its army")
        let alliance = Actor(code: "NATO", name: "Jens Stoltenberg", text: "Stoltenberg")
        var spoken = russia
        (spoken.sector, spoken.person) = ("GOV", "Dmitry Peskov")
        let lines = try entities(
            [denial(by: korea), denial(by: army), denial(by: alliance), denial(by: spoken)].enumerated().map {
                kept($0.element, id: "c\($0.offset)")
            })
        let schemas = lines.compactMap { line -> String? in
            let properties = line["properties"] as? [String: [String]]
            guard (line["id"] as? String)?.hasPrefix("casus-actor-") == true else { return nil }
            return [properties?["name"]?.first, line["schema"] as? String, properties?["country"]?.first].map { $0 ?? "–" }.joined(
                separator: " ")
        }
        #expect(
            schemas == [
                "North Korea PublicBody kp", "the army LegalEntity ru", "Jens Stoltenberg LegalEntity –", "Russia LegalEntity ru",
                "Dmitry Peskov Person ru",
            ])
    }

    @Test func namesOfTwoDocumentsAreNotMerged() {
        let (here, there) = (publication("a"), publication("b"))
        let stranger = Actor(code: nil, name: "John Smith", text: "Smith")
        let minister = Actor(code: "RUS", sector: "GOV", name: "the defence ministry", cow: 365, text: "the ministry")
        for actor in [stranger, minister] { #expect(actor.localID(in: here) != actor.localID(in: there)) }
        let alliance = Actor(code: "NATO", name: "NATO", text: "NATO")
        let official = Actor(code: "NATO", name: "Jens Stoltenberg", text: "Stoltenberg")
        for actor in [russia, alliance, official] { #expect(actor.localID(in: here) == actor.localID(in: there)) }
        #expect(Set([russia, alliance, official, minister, stranger].map { $0.localID(in: here) }).count == 5)
        #expect(russia.localID(in: here) == "RUS")
    }

    @Test func tiesJoinStatementsThatAreThere() throws {
        guard case .event(var first) = delivery(.actual), case .event(var second) = delivery(.alleged) else { return }
        first.sameAs = ["e2"]
        second.sameAs = ["e1"]
        second.claims = ["c1", "absent"]
        let all = [kept(.event(first), id: "e1"), kept(.event(second), id: "e2"), kept(denial(by: korea), id: "c1")]
        let ties = try entities(all).filter { $0["schema"] as? String == "UnknownLink" }.compactMap { $0["id"] as? String }
        #expect(ties == ["casus-link-same-e1-e2", "casus-link-claim-e2-c1"])
        #expect(try entity("casus-statement-e2", all).properties["notes"]?.contains("according to claim (denies): North Korea") == true)
    }

    @Test func aDocumentIsADatasetOfItsOwn() throws {
        let lines = try entities([kept(delivery(.actual))])
        #expect(lines.allSatisfy { $0["datasets"] as? [String] == ["casus_0123456789abcdef0123"] })
        let document = try #require(lines.first)
        #expect(document["schema"] as? String == "Article")
        let properties = try #require(document["properties"] as? [String: [String]])
        #expect(properties["fileName"] == ["report-1"])
        #expect(properties["publishedAt"] == ["2024-06-20"])
        #expect(try entities([], of: publication(publisher: nil)).map { $0["schema"] as? String } == ["Document"])
    }

    @Test func linesAreTheSameEachTime() {
        let all = [kept(delivery(.actual)), kept(denial(by: korea), id: "c1")]
        #expect(format.lines(publication(), all) == format.lines(publication(), all))
    }

    @Test func whatWasTakenBackIsLeftOut() throws {
        let back = Correction(statement: "e1", field: "stated", value: "false", by: "ann", at: recorded)
        #expect(try entities([kept(delivery(.actual), [back])]).count == 1)
    }

    @Test func longTitlesAreCutWhereTheModelCuts() throws {
        var long = publication()
        long.title = String(repeating: "word ", count: 300)
        let properties = try entities([], of: long).first?["properties"] as? [String: [String]]
        let title = try #require(properties?["title"]?.first)
        #expect(title.unicodeScalars.count == 1024)
        #expect(title.hasSuffix("…"))
    }
}
