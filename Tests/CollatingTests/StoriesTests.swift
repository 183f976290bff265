import Casus
import Foundation
import Testing

@testable import Collating

/// Stories read by the real reader: nothing wrong may be told of them; what is missed is known, and why.
@Suite("Stories")
struct StoriesTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stories")

    @Test(arguments: ["dev", "heldout"])
    func stories(of part: String) throws {
        let folder = Self.folder.appending(path: part)
        let files = ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [])
            .filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
        if files.isEmpty { return }
        let knowledge = try Knowledge()
        let findings = try files.flatMap { try Story($0, knowledge).findings() }
        let known = try Self.known(folder.appending(path: "known.csv"))
        for finding in findings {
            #expect(finding.result != .wrong, "\(finding)")
            #expect((finding.result == .missed) == known.contains(finding.key), "\(finding)")
        }
        let counts = [Story.Finding.Result.right, .missed, .wrong].map { result in findings.count { $0.result == result } }
        print("stories \(part): \(counts[0]) right, \(counts[1]) missed, \(counts[2]) wrong")
    }

    /// What is missed: rows of story, expectation and reason.
    private static func known(_ file: URL) throws -> Set<String> {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return Set(
            text.split(separator: "\n").dropFirst().map { line in
                let fields = line.split(separator: "\"").map(String.init).filter { $0 != "," }
                return fields[0] + "|" + fields[1]
            })
    }
}
