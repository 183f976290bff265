import CasusCore
import Foundation

@testable import Tables

/// The folder of the package, for its data.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A draft of some tables, each given as CSV.
func draft(_ tables: [TableName: String]) throws -> (draft: Draft, problems: [Problem]) {
    var draft = Draft()
    var problems: [Problem] = []
    for (name, csv) in tables.sorted(by: { $0.key.index < $1.key.index }) { problems += try draft.add(Array(csv.utf8), to: name) }
    return (draft, problems + draft.problems())
}

/// Runs a test with a folder that holds some tables, and removes it.
func withFolder<Result>(_ tables: [TableName: String], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, csv) in tables {
        let file = folder.appending(path: name.file)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(csv.utf8).write(to: file)
    }
    return try body(folder.path)
}

let small: [TableName: String] = [
    .sources: "key,title\neditors,Own knowledge\n",
    .states: """
    code,from,name,cow,gw,to,source
    RUS,1991-12-26,Russia,365,365,,editors
    SUN,1922-12-30,Soviet Union,365,365,1991-12-26,editors
    GIN,1958-10-02,Guinea,438,438,,editors
    """,
    .stateNames: """
    code,text,use,from,to,source
    RUS,Russia,name,,,editors
    RUS,Russian,adjective,,,editors
    RUS,Russian Federation,name,,,editors
    SUN,Russia,name,,,editors
    GIN,Guinea,name,,,editors
    """,
]
