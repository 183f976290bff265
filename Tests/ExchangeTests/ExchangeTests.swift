import CasusCore
import Testing

@testable import Exchange

struct StatementCSVTests {
    private func value(_ column: String, of statement: Statement) throws -> String {
        let row = try #require(csvRows(StatementCSV.row(statement)).first)
        return row[try #require(StatementCSV.columns.firstIndex(of: column))]
    }

    static let russia = Actor(code: "RUS", name: "Russia", cow: 365, text: "Moscow")
    static let crowd = Actor(code: nil, name: "a crowd", text: "a crowd")

    static func origin(_ quote: String) -> Origin { Origin(sentence: 3, span: Span(10, 20), quote: quote, rule: "test", confidence: 0.85) }

    static func question(_ quote: String) -> Statement {
        .question(Question(origin: origin(quote), asks: "who", about: [russia], raisedBy: crowd, unspecified: true))
    }

    static var all: [Statement] {
        var event = Event(
            origin: origin("gave"), type: .aid, mode: "goods", cameo: "070", actors: [russia, crowd], recipients: [russia], status: .actual)
        event.objects = ["a car", "a tea set, blue"]
        event.date = EDTF("2024-06")
        event.dateText = "in June"
        var pact = Agreement(origin: origin("signed"), name: "the \"pact\"", parties: [russia], stage: .inForce, status: .actual)
        pact.duties = [
            .init(kind: .cooperation, trigger: nil, quote: "work"), .init(kind: .defence, trigger: "if attacked", quote: "help"),
        ]
        pact.replaces = [.init(date: EDTF("1961"), treaty: nil, text: "old"), .init(date: nil, treaty: nil, text: "older")]
        var claim = Claim(origin: origin("said"), speaker: russia, stance: .denies, direct: true)
        claim.contentSpan = Span(12, 18)
        claim.via = ["TASS"]
        return [.event(event), .agreement(pact), .claim(claim), question("open")]
    }

    @Test func theHeaderNamesEachColumnOnce() {
        #expect(StatementCSV.header == StatementCSV.columns.joined(separator: ",") + "\n")
        #expect(Set(StatementCSV.columns).count == StatementCSV.columns.count)
        #expect(StatementCSV.columns.starts(with: ["id", "kind", "document", "sentence", "span_start", "span_end", "quote"]))
    }

    @Test(arguments: all)
    func aStatementIsOneRowOfAllColumns(_ statement: Statement) throws {
        let rows = csvRows(StatementCSV.row(statement))
        #expect(rows.map(\.count) == [StatementCSV.columns.count])
        #expect(try value("kind", of: statement) == statement.kind)
        #expect(try value("quote", of: statement) == statement.origin.quote)
        #expect(try value("span_start", of: statement) == "10")
        #expect(try value("confidence", of: statement) == "0.85")
    }

    @Test(arguments: [
        ("plain", "plain"), ("a, b", "\"a, b\""), ("a \"b\" c", "\"a \"\"b\"\" c\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("", ""),
        ("“é”", "“é”"),
    ])
    func cellsAreQuotedWhereTheyMustBe(_ quote: String, _ cell: String) throws {
        let statement = Self.question(quote)
        #expect(StatementCSV.row(statement).contains(",10,20," + cell + ","))
        #expect(try value("quote", of: statement) == quote)
    }

    @Test(arguments: [
        (0, "type", "AID"), (0, "mode", "goods"), (0, "cameo", "070"), (0, "actors", "RUS; "), (0, "actor_names", "Russia; a crowd"),
        (0, "recipients", "RUS"), (0, "objects", "a car; a tea set, blue"), (0, "date", "2024-06"), (0, "date_text", "in June"),
        (0, "place", ""), (1, "type", "defence"), (1, "stage", "in-force"), (1, "duties", "cooperation; defence"),
        (1, "objects", "the \"pact\""), (1, "replaces", "1961; older"), (2, "stance", "denies"), (2, "speaker", "RUS"), (2, "via", "TASS"),
        (2, "content_start", "12"), (2, "content_end", "18"), (2, "status", ""), (3, "asks", "who"), (3, "unspecified", "true"),
        (3, "speaker_name", "a crowd"),
    ])
    func cellsHoldTheFields(_ index: Int, _ column: String, _ cell: String) throws {
        #expect(try value(column, of: Self.all[index]) == cell)
    }
}
