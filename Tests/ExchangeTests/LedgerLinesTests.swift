import CasusCore
import Testing

@testable import Exchange

/// A ledger as lines of JSON: what is written reads back, and what was changed or broken off is noticed.
struct LedgerLinesTests {
    private func written(_ part: Archived) -> [UInt8] { Array(LedgerLines.line(part).utf8.dropLast()) }

    private let document = Document(
        id: "a", text: Text("Page one\u{0C}\u{1}“é”"), published: Day(iso: "2024-06-20"), publisher: "Gazette", title: "T",
        url: "https://example.org/a")

    private var event: Statement {
        var event = Event(
            origin: Origin(sentence: 3, span: Span(2, 9), quote: "ge one\u{0C}", rule: "frame:meet", confidence: 0.8), type: .consult,
            mode: nil,
            cameo: "04", actors: [Actor(code: "RUS", name: "Russia", cow: 365, gw: 365, text: "Moscow")], recipients: [], status: .actual)
        event.date = EDTF("2024-06")
        return Statement.event(event).identified(in: document, key: document.key)
    }

    private var parts: [Archived] {
        [
            .document(document, Publication(document)),
            .reading(number: 7, document: document.key, rules: "rules", finished: Instant(iso: "2024-06-21T01:02:03Z")!),
            .statement(
                event, holdings: [ArchivedHolding(from: 7, until: nil, sentence: 3, rule: "frame:meet", confidence: 0.8)],
                links: [ArchivedLink(relation: .sameAs, number: 0, target: "b", from: 7, until: 9)]),
            .correction(
                Correction(
                    statement: event.id, field: "date", value: "null", by: "A", at: Instant(iso: "2024-07-01T00:00:00Z")!, note: "why")),
            .forgotten(key: "k", at: Instant(iso: "2024-07-01T00:00:00Z")!),
            .treaty(
                StoredTreaty(
                    id: "t", title: "T", signed: "2024", json: "{\n \"id\": \"t\"\n}", duties: [["parties", "parties", "defence", ""]])),
        ]
    }

    @Test func everyPartReadsBack() throws {
        for part in parts {
            guard case .part(let read) = try LedgerLines.read(written(part), at: "line") else {
                Issue.record("no part")
                continue
            }
            #expect(LedgerLines.line(read) == LedgerLines.line(part))
        }
    }

    @Test func theLastLineCounts() throws {
        guard case .end(let rows) = try LedgerLines.read(Array(LedgerLines.end(rows: 12).utf8), at: "line") else {
            Issue.record("no end")
            return
        }
        #expect(rows == 12)
    }

    /// A document whose text or date somebody changed is not what its key says.
    @Test(arguments: [("Page one", "Page two"), ("2024-06-20", "2024-06-19"), ("Gazette", "Courier")])
    func aChangedDocumentIsRefused(old: String, new: String) {
        let line = LedgerLines.line(parts[0]).replacing(old, with: new)
        #expect(throws: Problem.self) { try LedgerLines.read(Array(line.utf8), at: "line") }
    }

    /// What `casus read` prints has no texts and no history: a ledger cannot be made of it.
    @Test func plainStatementsAreRefusedWithTheMend() {
        #expect {
            try LedgerLines.read(Array(event.json.utf8), at: "line")
        } throws: { error in
            (error as? Problem)?.mend?.contains("casus read --into") == true
        }
    }
}
