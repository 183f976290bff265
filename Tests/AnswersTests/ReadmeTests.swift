import CasusCore
import Foundation
import Testing

@testable import Answers

/// What README.md shows is what the program prints.
struct ReadmeTests {
    /// The lines of the code block between two marks, without its fences; "…" stands for lines left out.
    private func excerpt(_ name: String) throws -> [String] {
        let lines = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "<!-- \(name) of Examples/pyongyang-2024.txt -->"))
        let end = try #require(lines.firstIndex(of: "<!-- end of \(name) -->"))
        return lines[start..<end].filter { !$0.hasPrefix("<!--") && !$0.hasPrefix("```") && !$0.isEmpty && $0 != "…" }
    }

    @Test func theBriefIsThatOfTheProgram() throws {
        var printed = try Example("pyongyang-2024").brief.words().components(separatedBy: "\n")[...]
        let shown = try excerpt("brief")
        #expect(shown.count > 10)
        for line in shown {
            let place = try #require(printed.firstIndex(of: line), "README.md shows a line that casus does not print there: \(line)")
            printed = printed[(place + 1)...]
        }
    }

    @Test func theRecordIsThatOfTheProgram() throws {
        let printed = try Example("pyongyang-2024").statements.map(\.json)
        let shown = try excerpt("record")
        #expect(shown.count == 1)
        for line in shown { #expect(printed.contains(line), "README.md shows a record that casus does not print") }
    }

    @Test func theBoundAnswerIsThatOfTheProgram() throws {
        let lines = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "<!-- bound --attacked PRK --by USA --on 2024-12-05 -->"))
        let end = try #require(lines.firstIndex(of: "<!-- end of bound -->"))
        let shown = lines[start..<end].filter { !$0.hasPrefix("<!--") && !$0.hasPrefix("```") && !$0.isEmpty && $0 != "…" }
        var printed = try BoundExample.korea.words(AnswerStyle()).components(separatedBy: "\n")[...]
        #expect(shown.count > 8)
        for line in shown {
            let place = try #require(printed.firstIndex(of: line), "README.md shows a line that casus does not print there: \(line)")
            printed = printed[(place + 1)...]
        }
    }
}
