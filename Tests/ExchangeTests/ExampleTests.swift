import Casus
import CasusCore
import Foundation
import Intake
import Testing

@testable import Exchange

/// Real readings: no writer loses a statement.
struct ExampleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func reading(_ name: String) throws -> (Publication, [Kept]) {
        let path = root.appending(path: "Examples/" + name + ".txt").path
        var documents = Documents([path], settings: Documents.Settings(encoding: .utf8, published: nil, publisher: nil))
        guard case .document(let document, _) = documents.next() else { throw Problem(.input, "no document", at: path) }
        var reader = try Knowledge().reader()
        let publication = Publication(document)
        return (publication, reader.read(document).map { Kept($0, in: publication, recorded: recorded) })
    }

    @Test(arguments: ["pyongyang-2024", "new-start-2023", "vilnius-2013", "shusha-2021"])
    func everyStatementIsInEveryFormat(_ name: String) throws {
        let (publication, kept) = try Self.reading(name)
        let ids = Set(kept.map(\.id))
        #expect(ids.count > 20)

        let entities = try objects(FollowTheMoney { _ in nil }.lines(publication, kept))
        let names = entities.compactMap { $0["id"] as? String }
        #expect(Set(names).count == names.count)
        #expect(Set(names.filter { $0.hasPrefix("casus-statement-") }.map { String($0.dropFirst(16)) }) == ids)
        #expect(entities.count { $0["schema"] as? String == "Event" } == kept.count { $0.statement.status == .actual })

        let nodes = try objects(JSONLD.line(publication, kept)).first?["states"] as? [[String: Any]] ?? []
        #expect(nodes.count == kept.count)
        #expect(Set(nodes.compactMap { ($0["@id"] as? String)?.split(separator: ":").last.map(String.init) }) == ids)

        #expect(Set(csvRows(LongTables.rows(.statements, publication, kept)).map { $0[0] }) == ids)
    }
}
