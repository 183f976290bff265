import CasusCore
import Testing

@testable import Exchange

struct LongTablesTests {
    private func cells(_ table: LongTables.Table, _ kept: [Kept]) -> [[String: String]] {
        csvRows(LongTables.rows(table, publication(), kept)).map { row in
            Dictionary(uniqueKeysWithValues: zip(table.columns, row))
        }
    }

    private static let all = [
        kept(delivery(.alleged, on: "2024-06"), id: "e1"), kept(pact(.actual, .signed), id: "a1"), kept(denial(by: korea), id: "c1"),
        kept(openPoint(), id: "q1"),
    ]

    @Test(arguments: LongTables.Table.allCases)
    func rowsHaveTheColumnsOfTheHeader(_ table: LongTables.Table) {
        #expect(LongTables.header(table) == table.columns.joined(separator: ",") + "\n")
        #expect(Set(table.columns).count == table.columns.count)
        for row in csvRows(LongTables.rows(table, publication(), Self.all)) { #expect(row.count == table.columns.count) }
    }

    @Test(arguments: [
        ("2024-06-19", "2024-06-19", "2024-06-19", "day"), ("2024-06", "2024-06-01", "2024-06-30", "month"),
        ("1961", "1961-01-01", "1961-12-31", "year"), ("2024-06/2024-08", "2024-06-01", "2024-08-31", "range"),
        ("2019/..", "2019-01-01", "", "range"), ("1961~", "1961-01-01", "1961-12-31", "approximate"),
        ("194X", "1940-01-01", "1949-12-31", "approximate"), ("2024-06~/2024-08", "2024-06-01", "2024-08-31", "approximate"),
        (nil, "", "", "none"),
    ])
    func datesComeWithTheirBoundsAndPrecision(_ date: String?, _ from: String, _ to: String, _ precision: String) throws {
        let row = try #require(cells(.statements, [kept(delivery(.actual, on: date))]).first)
        #expect(row["date"] == date ?? "")
        #expect(row["date_from"] == from)
        #expect(row["date_to"] == to)
        #expect(row["date_precision"] == precision)
    }

    @Test func everyStatementHasOneRow() {
        let rows = cells(.statements, Self.all)
        #expect(rows.map { $0["id"] } == ["e1", "a1", "c1", "q1"])
        #expect(rows.map { $0["kind"] } == ["event", "agreement", "claim", "question"])
        #expect(rows.map { $0["type"] } == ["AID", "defence", "", ""])
        #expect(rows.map { $0["status"] } == ["alleged", "actual", "", ""])
        #expect(rows.map { $0["stance"] } == ["", "", "denies", ""])
        #expect(rows.map { $0["stage"] } == ["", "signed", "", ""])
        #expect(rows.allSatisfy { $0["document"] == "0123456789abcdef0123" && $0["document_name"] == "report-1" })
        #expect(rows.allSatisfy { $0["recorded"] == "2024-06-21T08:00:00Z" && $0["confidence"] == "0.8" })
    }

    @Test func partiesAreNumberedWithinTheirRole() {
        let rows = cells(.parties, Self.all).map { row in ["statement", "role", "n", "code"].map { row[$0] ?? "" }.joined(separator: " ") }
        #expect(
            rows == ["e1 actor 1 PRK", "e1 recipient 1 RUS", "a1 party 1 RUS", "a1 party 2 PRK", "c1 speaker 1 PRK", "q1 about 1 RUS"])
        #expect(cells(.parties, Self.all).first?["text"] == "Pyongyang")
    }

    @Test func linksAndDutiesAreRows() {
        guard case .event(var event) = delivery(.alleged) else { return }
        (event.claims, event.sameAs) = (["c1", "c2"], ["e3"])
        #expect(LongTables.rows(.links, publication(), [kept(.event(event))]) == "e1,claims,1,c1\ne1,claims,2,c2\ne1,same_as,1,e3\n")
        #expect(LongTables.rows(.duties, publication(), Self.all) == "a1,1,defence,if attacked,help\na1,2,consultation,,consult\n")
    }

    @Test func whatWasTakenBackStandsInCorrectionsAlone() {
        let back = Correction(statement: "e1", field: "stated", value: "false", by: "ann", at: recorded, note: "a novel, not news")
        let one = [kept(delivery(.actual), [back])]
        for table in LongTables.Table.allCases where table != .documents {
            let rows = LongTables.rows(table, publication(), one)
            #expect(rows == (table == .corrections ? "e1,stated,false,ann,2024-06-21T08:00:00Z,\"a novel, not news\"\n" : ""))
        }
    }

    @Test func aDocumentIsOneRow() {
        #expect(
            LongTables.rows(.documents, publication(), Self.all)
                == "0123456789abcdef0123,report-1,2024-06-20,Casus Examples,,,," + String(repeating: "a", count: 64) + "\n")
    }
}
