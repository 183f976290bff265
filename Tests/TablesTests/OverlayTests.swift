import CasusCore
import Foundation
import Testing

@testable import Tables

struct OverlayTests {
    @Test func `a row with a known key replaces, another is added`() throws {
        let base = Tables(try draft(small).draft)
        let over = try withFolder([
            .states: "code,from,name\nRUS,1991-12-26,Russian Federation\nKGZ,1991-08-31,Kyrgyzstan\n",
            .people: "person,name,state\nada-example,Ada Example,KGZ\n",
        ]) { try Tables(base: base, overlay: $0) }
        let states = over[.states]
        #expect(states.rows.map { states[$0, "code"] } == ["GIN", "KGZ", "RUS", "SUN"])
        #expect(states[2, "name"] == "Russian Federation")
        #expect(states[2, "cow"] == "", "a row is replaced as a whole")
        #expect(over[.people][0, "name"] == "Ada Example")
        #expect(over[.stateNames].count == base[.stateNames].count)
    }

    @Test func `an overlay over nothing equals the compiled form`() throws {
        let compiled = try draft(small).draft.compiled()
        let over = try withFolder(small) { try Tables(base: Tables(Draft()), overlay: $0) }
        let isSame = Array(over.blob.bytes) == compiled
        #expect(isSame)
    }

    @Test func `the whole of Data over nothing equals its compiled form`() throws {
        let folder = packageFolder.appending(path: "Data").path
        var draft = Draft()
        #expect(draft.read(folder: folder) == [])
        let isSame = Array(try Tables(base: Tables(Draft()), overlay: folder).blob.bytes) == draft.compiled()
        #expect(isSame)
    }

    @Test func `an overlay of nothing changes nothing`() throws {
        let compiled = try draft(small).draft.compiled()
        let over = try withFolder([:]) { try Tables(base: try Tables(compiled: compiled), overlay: $0) }
        let isSame = Array(over.blob.bytes) == compiled
        #expect(isSame)
    }

    @Test(arguments: ["/no/such/folder", #filePath]) func `a folder that is none is told, not passed over`(_ path: String) throws {
        let base = Tables(try draft(small).draft)
        let problem = #expect(throws: Problem.self) { try Tables(base: base, overlay: path) }
        #expect(problem?.kind == .input)
        #expect(problem?.place == path)
    }

    @Test func `a fault in an overlay is told, not passed over`() throws {
        let base = Tables(try draft(small).draft)
        let problem = try #require(throws: Problem.self) {
            try withFolder([.people: "person,name,state\nada-example,Ada Example,RSU\n"]) { try Tables(base: base, overlay: $0) }
        }
        #expect(problem.place == "people/people.csv:2")
        #expect(problem.mend == "did you mean RUS?")
    }
}
