import CasusCore
import Foundation
import Testing

@testable import Tables

struct CheckTests {
    private static let head = "code,from,name,cow,gw,to,source\n"

    @Test func `good rows have no problems`() throws {
        #expect(try draft(small).problems == [])
    }

    @Test(arguments: [
        (TableName.states, head + "FRA,1816,France,220,220,,\n", "source: is empty", "fill it in"),
        (.states, head + "FRA,1816,France,220,220,,editor\n", "source: editor is not in sources.csv", "did you mean editors?"),
        (.states, head + "FRA,1816,France,220,220,18x,editors\n", "to: 18x is no EDTF date", "write 2024"),
        (.states, head + "FRA,1816,France,220,220,1815,editors\n", "ends (1815) before it begins (1816)", "swap"),
        (.states, head + "FRA,1816,France,x,220,,editors\n", "cow: x is no number", "write digits"),
        (.stateNames, "code,text,use,source\nRUS,Moscow,capitol,editors\n", "use: no such word: capitol", "did you mean capital?"),
        (.stateNames, "code,text,use,source\nRSU,Moscow,capital,editors\n", "code: RSU is not in states/states.csv", "did you mean RUS?"),
        (.stateNames, "code,text,use,source\nRUS,The  Kremlin,government,editors\n", "text: two spaces", "keep one"),
        (.homonyms, "text,other,kind,signs,source\nRussia,Russia Avenue,site,street||road,editors\n", "signs: has nothing", "remove one"),
        (.groups, "lemma,sector,source\narmy,MIL,editors|editor\n", "source: editor is not", "did you mean editors?"),
        (
            .frames, "lemma,particle,object,recipient,type,source\nfire,,person|wepon,,ASSAULT,editors\n",
            "object: wepon is not in verbs/classes.csv",
            "add the class"
        ),
        (
            .frames, "lemma,particle,object,recipient,type,actor,source\nattack,,,obj|agianst,ASSAULT,subj,editors\n",
            "recipient: no such position: agianst", "did you mean against?"
        ),
    ])
    func `a bad cell is told with its place and a mend`(table: TableName, csv: String, what: String, mend: String) throws {
        var tables = small
        let old = small[table].map { $0 + ($0.hasSuffix("\n") ? "" : "\n") }
        // The bad row alone, but with what it refers to.
        if table == .states { tables[table] = old! + csv.split(separator: "\n")[1] + "\n" } else { tables[table] = csv }
        let problems = try draft(tables).problems
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.place == "\(table.file):\(table == .states ? 5 : 2)")
        #expect(problem.what.hasPrefix(what))
        #expect(problem.mend?.hasPrefix(mend) == true)
    }

    @Test func `two rows with one key are told`() throws {
        var draft = Draft()
        let problems = try draft.add(Array("key,title\na,A\na,B\n".utf8), to: .sources)
        #expect(problems.map(\.place) == ["sources.csv:3"])
        #expect(problems.first?.what == "the same key as in line 2")
    }

    @Test(arguments: [
        ("key,titel\n", "no such column: titel", "did you mean title?"), ("key\n", "no column title", "add it"),
        ("key,key,title\n", "column key twice", "did you"), ("", "no header row", "begin with key,title"),
    ])
    func `a bad header is told`(csv: String, what: String, mend: String) throws {
        var draft = Draft()
        let problem = try #require(throws: Problem.self) { try draft.add(Array(csv.utf8), to: .sources) }
        #expect(problem.what == what)
        #expect(problem.mend?.hasPrefix(mend) == true)
    }

    @Test func `a row of too few fields is told`() throws {
        var draft = Draft()
        let problems = try draft.add(Array("key,title\na\n".utf8), to: .sources)
        #expect(problems.first?.what == "1 fields where the header has 2")
    }

    @Test func `a file that is no table is told`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "states"), withIntermediateDirectories: true)
        try Data("a\n".utf8).write(to: folder.appending(path: "states/name.csv"))
        var draft = Draft()
        #expect(draft.read(folder: folder.path).map(\.mend) == ["did you mean states/names.csv?"])
    }

    @Test func `the data have no problems`() {
        var draft = Draft()
        #expect(draft.read(folder: packageFolder.appending(path: "Data").path) == [])
        #expect(draft.problems().map(\.description) == [])
    }

    @Test func `the embedded form is not stale`() throws {
        var draft = Draft()
        _ = draft.read(folder: packageFolder.appending(path: "Data").path)
        let embedded = try Data(contentsOf: packageFolder.appending(path: "Sources/CKnowledge/knowledge.bin"))
        let isFresh = Array(embedded) == draft.compiled()  // Compared first: a failing #expect would print megabytes of difference.
        #expect(isFresh, "run `swift run compile-data`")
    }
}
