import CasusCore
import Foundation
import Testing

@testable import Ledger

struct ForgettingTests {
    private static let rare = ["zqxwv", "Qormandu", "vexxilplace", "jubblequote", "xyzzyoutlet", "kwyjibotitle", "frobozzrule"]

    /// A document in which everything is a rare word.
    private var secret: Document {
        Document(
            id: "jubblequote-id", text: Text("The zqxwv of Qormandu said jubblequote."), published: Day(iso: "2024-06-20"),
            publisher: "xyzzyoutlet", title: "kwyjibotitle")
    }

    private func statements(of document: Document) -> [Statement] {
        var event = Event(
            origin: document.origin("zqxwv of Qormandu", rule: "frobozzrule"), type: .aid, mode: nil, cameo: nil,
            actors: [Actor(code: nil, name: "Qormandu", text: "Qormandu")], recipients: [korea], status: .actual)
        event.place = "vexxilplace"
        var treaty = Agreement(origin: document.origin("said jubblequote"), name: "zqxwv", parties: [russia], stage: nil, status: .actual)
        treaty.duties = [.init(kind: .defence, trigger: nil, quote: "jubblequote")]
        let claim = document.claim("said jubblequote", by: Actor(code: nil, name: "Qormandu", text: "Qormandu"))
        return [document.named(.event(event)).linked(.claims, to: claim), document.named(.agreement(treaty)), claim]
    }

    private func count(_ words: [String], in bytes: Data) -> [String] { words.filter { bytes.range(of: Data($0.utf8)) != nil } }

    @Test func nothingOfItStaysInTheFile() throws {
        let (scratch, document, other) = (try Scratch(), secret, article())
        var ledger: SQLiteLedger? = try SQLiteLedger(scratch.file(), .writing)
        _ = try ledger!.record([other.read([other.event()])])
        let before = try ledger!.sizes()
        let found = statements(of: document)
        _ = try ledger!.record([document.read(found)])
        try ledger!.correct(Correction(statement: found[0].id, field: "place", value: "\"vexxilplace\"", by: "me", at: hour(2)))
        try ledger!.settle()
        #expect(try count(ForgettingTests.rare, in: scratch.bytes()) == ForgettingTests.rare)
        try ledger!.forget(document.key, at: hour(3))
        #expect(try ledger!.standing(of: document.key, under: "first") == .forgotten(hour(3)))
        #expect(try ledger!.sizes() == before.map { $0 == "forgotten 0" ? "forgotten 1" : $0 })
        #expect(try ledger!.faults() == [])
        #expect(try ledger!.search(SearchQuery(terms: ["zqxwv"])).total == 0)
        ledger = nil
        #expect(try scratch.names() == ["casus.db"])
        #expect(try count(ForgettingTests.rare + [document.id!], in: scratch.bytes()) == [])
    }

    /// Rows move between the pages of a file as it grows, and leave copies behind.
    @Test(arguments: [1, 2, 31] as [UInt64])
    func nothingOfItStaysInALargeFile(seed: UInt64) throws {
        let scratch = try Scratch()
        var inventor = Inventor(seed: seed)
        var ledger: SQLiteLedger? = try SQLiteLedger(scratch.file(), .writing)
        let document = secret
        for number in 0..<Int(140 + seed * 7) {
            let other = inventor.document()
            _ = try ledger!.record([other.read(inventor.reading(of: inventor.statements(of: other, 8)))])
            if number == 60 { _ = try ledger!.record([document.read(statements(of: document))]) }
            // Read again in the middle of others.
            if number == 90 { _ = try ledger!.record([document.read(Array(statements(of: document).dropLast()), by: "second")]) }
        }
        try ledger!.forget(document.key, at: hour(3))
        #expect(try ledger!.faults() == [])
        ledger = nil
        #expect(try count(ForgettingTests.rare, in: scratch.bytes()) == [])
    }

    @Test func anotherDocumentOfTheSameTextStaysWhole() throws {
        let ledger = try newLedger()
        let (document, again) = (article(), article(publisher: "BBC"))
        _ = try ledger.record([document.read([document.event()]), again.read([again.event()])])
        try ledger.forget(document.key, at: hour(2))
        #expect(try ledger.held() == [again.event().json])
        #expect(try ledger.search(SearchQuery(terms: ["armed"])).total == 1)
        #expect(try ledger.document(again.key)?.text.string == again.text.string)
        #expect(try ledger.document(document.key) == nil)
        #expect(try ledger.faults() == [])
    }

    @Test func whatIsLetInAgainIsReadAsNew() throws {
        let (ledger, document) = (try newLedger(), article())
        _ = try ledger.record([document.read([document.event()])])
        try ledger.forget(document.key, at: hour(2))
        #expect(try ledger.unforget(document.key))
        #expect(try !ledger.unforget(document.key))
        #expect(try ledger.standing(of: document.key, under: "first") == .unread)
        _ = try ledger.record([document.read([document.event()], at: hour(3))])
        #expect(try ledger.statements(StatementQuery()).kept.map(\.recorded) == [hour(3)])
        #expect(try ledger.faults() == [])
    }

    @Test func whatIsNotThereCannotBeForgotten() throws {
        let ledger = try newLedger()
        #expect(try problem { try ledger.forget("abcdef", at: hour(1)) }.what == "no such document")
        #expect(try ledger.rows(of: "forgotten") == 0)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func othersAreAsIfItHadNeverBeen(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor)
        let gone = inventor.one(of: try ledger.publications(named: nil)).key
        try ledger.forget(gone, at: hour(99))
        for time in [nil, hour(3), hour(6)] {
            let expected = model.kept(knownBy: time).filter { $0.publication.key != gone }
            #expect(try ledger.held(knownBy: time) == expected.map(\.statement.json))
        }
        #expect(try ledger.faults() == [])
    }
}
