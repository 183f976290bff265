import CasusCore
import Foundation
import Intake

/// A folder that goes when the test is done.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/casus-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, and the folders above it; gives its path.
    @discardableResult
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    /// What arrives, a line each, with paths as seen from the folder.
    func arrivals(
        _ names: [String], settings: Documents.Settings = .init(), input: [UInt8] = []
    ) -> [String] {
        let words = names.map { $0 == "-" ? "-" : $0.isEmpty ? path : path + "/" + $0 }
        return Documents(words, settings: settings, standardInput: ByteStream(input)).map { arrival in
            switch arrival {
            case .document(let document, let place): "\(place): \(document.text.string)"
            case .problem(let problem): "problem: \(problem)"
            case .note(let note): "note: \(note)"
            }
        }
        .map { $0.replacingOccurrences(of: path + "/", with: "").replacingOccurrences(of: path, with: ".") }
    }
}
