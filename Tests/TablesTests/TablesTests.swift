import CasusCore
import Foundation
import Testing

@testable import Tables

struct TablesTests {
    let tables: Tables

    init() throws {
        tables = Tables(try draft(small).draft)
    }

    @Test func `cells are read by row and column, rows sorted by their keys`() {
        let states = tables[.states]
        #expect(states.count == 3)
        #expect(states.rows.map { states[$0, "code"] } == ["GIN", "RUS", "SUN"])
        #expect(states[1, "name"] == "Russia")
        #expect(states[1, "to"] == "")
        #expect(states[2, states.column("to")] == "1991-12-26")
    }

    @Test(arguments: [
        (["RUS"], 3), (["RUS", "Russian"], 1), (["RUS", "Russian", "adjective"], 1), (["RUS", "Russian", "name"], 0), (["ZZZ"], 0),
        (["Russia"], 0),
    ])
    func `rows are found by the first of their keys`(keys: [String], count: Int) {
        let names = tables[.stateNames]
        let rows =
            switch keys.count {
            case 1: names.rows(key: keys[0])
            case 2: names.rows(key: keys[0], keys[1])
            default: names.rows(key: keys[0], keys[1], keys[2])
            }
        #expect(rows.count == count)
        for row in rows { #expect((0..<keys.count).map { names[row, $0] } == keys) }
    }

    @Test func `equal strings have one number, in the order of their bytes`() throws {
        let (guinea, russia, russian) = (
            try #require(tables.id("Guinea")), try #require(tables.id("Russia")), try #require(tables.id("Russian"))
        )
        #expect(guinea < russia && russia < russian)
        #expect(tables.string(russia) == "Russia")
        #expect(tables[.stateNames].rows.filter { tables[.stateNames].id($0, 1) == russia }.count == 2)
        #expect(tables.id("") == StringID.none)
        #expect(tables.id("Atlantis") == nil)
    }

    @Test func `a table without a file is empty`() {
        #expect(tables[.frames].count == 0)
        #expect(tables[.frames].rows(where: "lemma", equals: "attack").isEmpty)
    }

    @Test func `the same rows in another order compile to the same bytes`() throws {
        var shuffled = small
        for (name, csv) in small {
            let lines = csv.split(separator: "\n")
            shuffled[name] = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        }
        let isSame = try draft(shuffled).draft.compiled() == draft(small).draft.compiled()
        #expect(isSame)
    }

    @Test func `bytes of another program are refused`() throws {
        var bytes = try draft(small).draft.compiled()
        _ = try Tables(compiled: bytes)
        bytes[4] ^= 1
        #expect(throws: Problem.self) { try Tables(compiled: bytes) }
        #expect(throws: Problem.self) { try Tables(compiled: [1, 2, 3]) }
    }

    @Test(arguments: [
        ("Russia signs", ["Russia"]), ("Russian Federation", ["Russian", "Russian Federation"]),
        ("RUSSIAN\nFEDERATION", ["RUSSIAN", "RUSSIAN\nFEDERATION"]), ("Rus", []),
        ("Russian\n\nFederation", ["Russian"]),
        ("Guinéa", ["Guinéa"]), ("Prussia", []),
    ])
    func `every spelling that a text begins with is found, in whole words`(text: String, found: [String]) {
        let bytes = Array(text.utf8)
        var spellings: [String] = []
        bytes.withUnsafeBytes { bytes in
            tables.eachSpelling(in: bytes, at: 0) { spellings.append(String(decoding: bytes[..<$0.end], as: UTF8.self)) }
        }
        #expect(spellings == found)
    }

    @Test func `a spelling leads to each row that bears it`() {
        let text = Array("Russia".utf8)
        var rows: [String] = []
        text.withUnsafeBytes {
            tables.eachSpelling(in: $0, at: 0) { match in
                for posting in tables.postings(of: match) { rows.append(tables[posting.table][posting.row, "code"]) }
            }
        }
        #expect(rows == ["RUS", "SUN"])
    }
}

struct LookupTests {
    @Test func `rows are found by their lookup columns`() throws {
        var tables = small
        tables[.people] = "person,name\na,A\nb,B\nc,C\n"
        tables[.offices] = """
            person,office,body,from,to
            c,judge,GIN,2000,
            a,judge,RUS,2001,
            b,mayor,RUS,2002,
            b,judge,RUS,2003,
            """
        let offices = Tables(try draft(tables).draft)[.offices]
        #expect(offices.rows(lookup: "judge", "RUS").map { offices[$0, "person"] } == ["a", "b"])
        #expect(offices.rows(lookup: "mayor", "RUS").map { offices[$0, "person"] } == ["b"])
        #expect(offices.rows(lookup: "mayor", "GIN").isEmpty)
        #expect(offices.rows(lookup: "envoy", "RUS").isEmpty)
    }
}

struct SchemaTests {
    /// The tables of Data/README.md: file, columns, and how many of them are in bold.
    private func readme() throws -> [String: (columns: [String], keys: Int)] {
        let text = try String(contentsOf: packageFolder.appending(path: "Data/README.md"), encoding: .utf8)
        var tables: [String: ([String], Int)] = [:]
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, cells[0].hasSuffix(".csv") else { continue }
            let columns = cells[2].components(separatedBy: ", ")
            tables[cells[0]] = (columns.map { $0.replacing("*", with: "") }, columns.prefix { $0.hasPrefix("**") }.count)
        }
        return tables
    }

    @Test(arguments: Schema.all.map(\.name)) func `the schema is what the README says`(name: TableName) throws {
        let schema = Schema.of(name)
        let table = try #require(try readme()[name.file])
        #expect(schema.name == name)
        #expect(table.columns == schema.columns.map(\.name))
        #expect(table.keys == schema.keys)
    }

    @Test func `the README names every table`() throws {
        #expect(Set(try readme().keys) == Set(TableName.allCases.map(\.file)))
    }
}
