import CasusCore
import Foundation
import Testing

@testable import Exchange

struct JSONLDTests {
    private func document(_ kept: [Kept], of publication: Publication = publication()) throws -> [String: Any] {
        let line = JSONLD.line(publication, kept)
        #expect(!line.contains("\n"))
        return try #require(try objects(line).first)
    }

    private func node(_ statement: Statement) throws -> [String: Any] {
        try #require((try document([kept(statement)])["states"] as? [[String: Any]])?.first)
    }

    @Test func aDocumentIsAPieceOfThePressWhereSomebodyPublishesIt() throws {
        let it = try document([])
        #expect(it["@id"] as? String == "urn:casus:document:0123456789abcdef0123")
        #expect(it["@type"] as? String == "NewsArticle")
        #expect((it["publisher"] as? [String: String])?["name"] == "Casus Examples")
        #expect(it["datePublished"] as? String == "2024-06-20")
        #expect(it["@context"] is [String: Any])
        #expect(try document([], of: publication(publisher: nil))["@type"] as? String == "CreativeWork")
    }

    @Test(arguments: [
        (delivery(.alleged), ["Claim", "EventStatement"], "alleged"),
        (pact(.planned, .negotiated), ["Claim", "AgreementStatement"], "planned"),
        (denial(by: korea), ["Claim", "ReportedClaim"], nil), (openPoint(), ["Question", "OpenQuestion"], nil),
    ])
    func eachStatementIsANodeWithItsStatusAndPlace(_ statement: Statement, _ types: [String], _ status: String?) throws {
        let node = try node(statement)
        #expect(node["@id"] as? String == "urn:casus:statement:e1")
        #expect(node["@type"] as? [String] == types)
        #expect(node["status"] as? String == status)
        #expect(node["recorded"] as? String == "2024-06-21T08:00:00Z")
        #expect((node["wasGeneratedBy"] as? [String: String])?["rule"] == "frame:ship")
        let target = try #require((node["annotation"] as? [String: Any])?["target"] as? [String: Any])
        #expect(target["source"] as? String == "urn:casus:document:0123456789abcdef0123")
        let selectors = try #require(target["selector"] as? [[String: Any]])
        #expect(selectors[0]["start"] as? Int == 10)
        #expect(selectors[0]["end"] as? Int == 10 + statement.origin.quote.unicodeScalars.count)
        #expect(selectors[1]["exact"] as? String == statement.origin.quote)
    }

    @Test func aSpeakerIsTheAuthorOfHisClaimAlone() throws {
        #expect((try node(denial(by: korea))["author"] as? [String: Any])?["@id"] as? String == "urn:casus:actor:PRK")
        #expect(try node(denial(by: nil))["author"] == nil)
        #expect(try node(delivery(.actual))["author"] == nil)
    }

    @Test func datesKeepTheirDoubt() throws {
        #expect(try node(delivery(.actual, on: "1961~"))["date"] as? String == "1961~")
    }

    @Test func linksNameStatements() throws {
        guard case .event(var event) = delivery(.alleged) else { return }
        (event.claims, event.about, event.sameAs) = (["c1"], ["e2"], ["e3"])
        let node = try node(.event(event))
        #expect(node["claims"] as? [String] == ["urn:casus:statement:c1"])
        #expect(node["about"] as? [String] == ["urn:casus:statement:e2"])
        #expect(node["sameHappening"] as? [String] == ["urn:casus:statement:e3"])
    }

    @Test func whatWasTakenBackIsLeftOut() throws {
        let back = Correction(statement: "e1", field: "stated", value: "false", by: "ann", at: recorded)
        #expect(try document([kept(delivery(.actual), [back])])["states"] == nil)
    }

    @Test(arguments: [("https://example.org/a?b=c#d", true), ("https://example.org/a b", false), ("<x>", false)])
    func anAddressIsKeptWhereItIsOne(_ url: String, _ isKept: Bool) throws {
        var it = publication()
        it.url = url
        #expect(try document([], of: it)["url"] as? String == (isKept ? url : nil))
    }
}
