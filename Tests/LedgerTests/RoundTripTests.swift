import CasusCore
import Testing

@testable import Ledger

/// Statements written as JSON and read back.
struct RoundTripTests {
    private func statements(_ seed: UInt64) -> (Document, [Statement]) {
        var inventor = Inventor(seed: seed)
        let document = inventor.document()
        return (document, inventor.reading(of: inventor.statements(of: document, 20), keeping: 100))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func aLineReadsBack(seed: UInt64) throws {
        for statement in statements(seed).1 {
            let read = try Statement(json: JSONTree(Array(statement.json.utf8), file: "line").root)
            #expect(read.json == statement.json)
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func theMeaningAloneGivesTheSameName(seed: UInt64) throws {
        let (document, all) = statements(seed)
        for statement in all {
            let body = try JSONTree(statement.meaning, file: "body").root
            let read = try Statement(kind: statement.kind, meaning: body, origin: statement.origin)
            #expect(read.identified(in: document, key: document.key).id == statement.id)
            #expect(read.meaning == statement.meaning)
        }
    }

    @Test func theMeaningHasNothingEmpty() {
        let event = article().event(to: [])
        let name = #"{"code":"RUS","name":"Russia","text":"Russia"}"#
        #expect(String(decoding: event.meaning, as: UTF8.self) == #"{"type":"AID","actors":["# + name + #"],"status":"actual"}"#)
    }

    @Test func fieldsOfOtherNamesArePassedOver() throws {
        let event = article().event()
        let json = event.json.dropLast() + #","note":{"by":"me"}}"#
        #expect(try Statement(json: JSONTree(Array(json.utf8), file: "line").root).json == event.json)
    }

    @Test(arguments: [
        (#""status":"actual""#, #""status":"actal""#, "did you mean actual?"), (#""type":"AID""#, #""type":1"#, "write a string"),
        (#""span":[0,24]"#, #""span":[24,0]"#, "the smaller number first"), (#""span":[0,24],"#, "", "add \"span\""),
        (#""kind":"event""#, #""kind":"rumour""#, "event, agreement, claim or question"),
        (#""date":null"#, #""date":"June""#, "write EDTF"),
    ])
    func whatIsNoStatementIsNamedWithItsMend(old: String, new: String, mend: String) throws {
        let json = article().event().json
        #expect(json.contains(old))
        let tree = try JSONTree(Array(json.replacing(old, with: new).utf8), file: "line")
        let problem = try problem { _ = try Statement(json: tree.root) }
        #expect(problem.kind == .data)
        #expect(problem.mend?.contains(mend) == true, "\(problem)")
    }
}
