import Casus
import CasusCore
import Foundation
import Reading

@testable import Collating

/// A few short reports, and what they tell together; written before the program was asked.
struct Story {
    /// One thing that a story expects, with what came of it.
    struct Finding: CustomStringConvertible {
        enum Result: String { case right, missed, wrong }

        let story: String
        let expectation: String
        let result: Result

        var key: String { "\(story)|\(expectation)" }
        var description: String { "\(story): \(expectation): \(result.rawValue)" }
    }

    let id: String
    private let json: [String: Any]
    private let collation: Collation
    private let texts: [String: String]
    private let statements: [String: [Statement]]

    init(_ file: URL, _ knowledge: Knowledge) throws {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as! [String: Any]
        var reader = knowledge.reader()
        var kept: [Kept] = []
        var texts: [String: String] = [:]
        var statements: [String: [Statement]] = [:]
        for part in json["documents"] as! [[String: Any]] {
            let name = part["id"] as! String
            texts[name] = part["text"] as? String
            let document = Document(
                id: name, text: Text(texts[name]!), published: (part["published"] as? String).flatMap { Day(iso: $0) },
                publisher: part["publisher"] as? String)
            statements[name] = reader.read(document)
            let publication = Publication(document)
            kept += statements[name]!.map { Kept($0, in: publication, recorded: Instant(seconds: 0)) }
        }
        id = json["id"] as! String
        collation = Collation(kept, book: nil, on: Day(iso: json["on"] as! String)!)
        (self.json, self.texts, self.statements) = (json, texts, statements)
    }

    func findings() -> [Finding] {
        var all: [Finding] = []
        func add(_ expectation: String, _ result: Finding.Result) {
            all.append(Finding(story: id, expectation: expectation, result: result))
        }
        for pair in json["same"] as? [[String]] ?? [] {
            add("same " + pair.joined(separator: " = "), areOne(pair[0], pair[1]) ? .right : .missed)
        }
        for pair in json["different"] as? [[String]] ?? [] {
            add("different " + pair.joined(separator: " = "), areOne(pair[0], pair[1]) ? .wrong : .right)
        }
        for one in json["independent"] as? [[String: Any]] ?? [] {
            let (of, count) = (one["of"] as! String, one["publishers"] as! Int)
            let counts = found(of).compactMap { sources(of: $0.id)?.publishers.count }
            add("independent \(of)", counts.contains { $0 > count } ? .wrong : counts.contains(count) ? .right : .missed)
        }
        for one in json["follow_ups"] as? [[String: Any]] ?? [] {
            add("follow-up \(one["of"] as! String)", result(ofFollowUp: one))
        }
        for one in json["firsts"] as? [[String: Any]] ?? [] { add("first \(one["of"] as! String)", result(ofFirst: one)) }
        return all
    }

    private func result(ofFollowUp one: [String: Any]) -> Finding.Result {
        let expected = FollowUp.Outcome(rawValue: one["outcome"] as! String)!
        let by = (one["by"] as? String).map { (ids: found($0).map(\.id), words: $0) }
        var result = Finding.Result.missed
        for followUp in found(one["of"] as! String).compactMap({ collation.followUp(of: $0.id) }) {
            let isRight =
                followUp.outcome == expected && (by.map { by in followUp.by.contains { isAmong($0, by.ids, as: by.words) } } ?? true)
            if isRight { return .right }
            if ![.pending, .open].contains(followUp.outcome) { result = .wrong }
        }
        return result
    }

    /// Whether a statement is one of those meant, or tells of the same by the story's own word, as the program has it or not.
    private func isAmong(_ id: String, _ ids: [String], as reference: String) -> Bool {
        if ids.contains(id) { return true }
        // Where the reader has no record of the words meant, another record of that document may tell of it.
        if ids.isEmpty, reference.hasPrefix((collation.statement(id)?.publication.id ?? "") + ":") { return true }
        for pair in json["same"] as? [[String]] ?? [] where pair.contains(where: { overlaps($0, reference) }) {
            if pair.contains(where: { found($0).contains { $0.id == id } }) { return true }
        }
        let home = collation.happening(of: id)?.id
        return home != nil && ids.contains { collation.happening(of: $0)?.id == home }
    }

    private func result(ofFirst one: [String: Any]) -> Finding.Result {
        let expected = First.Verdict(rawValue: one["verdict"] as! String)!
        let ids = Set(found(one["of"] as! String).map(\.id))
        let by = (one["by"] as? String).map { (ids: found($0).map(\.id), words: $0) }
        var result: Finding.Result = expected == .unknown ? .right : .missed
        for first in collation.firsts where ids.contains(first.of) && first.verdict != .unknown {
            let isRight =
                first.verdict == expected && (by.map { by in first.by.map { isAmong($0, by.ids, as: by.words) } ?? false } ?? true)
            if !isRight { return .wrong }
            result = .right
        }
        return result
    }

    private func overlaps(_ a: String, _ b: String) -> Bool {
        let (one, other) = (a.dropFirst(3), b.dropFirst(3))
        return a.first == b.first && (one.contains(other) || other.contains(one))
    }

    private func areOne(_ a: String, _ b: String) -> Bool {
        for one in found(a) {
            for other in found(b) where one.id != other.id && areOne(one, other) { return true }
        }
        return false
    }

    private func areOne(_ one: Statement, _ other: Statement) -> Bool {
        if let home = collation.happening(of: one.id) { return home.id == collation.happening(of: other.id)?.id }
        // The signing and the ratification of one instrument are two happenings.
        guard case .agreement(let first) = one, case .agreement(let second) = other, first.stage == second.stage else {
            return false
        }
        return collation.instrument(of: one.id).map { $0.id == collation.instrument(of: other.id)?.id } ?? false
    }

    private func sources(of id: String) -> Sources? {
        collation.happening(of: id)?.sources ?? collation.instrument(of: id)?.sources
    }

    /// The statements whose span touches words of a document: "a: will visit".
    private func found(_ reference: String) -> [Statement] {
        let parts = reference.split(separator: ":", maxSplits: 1)
        let (name, words) = (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
        guard let text = texts[name], let range = text.range(of: words) else { return [] }
        let start = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: range.lowerBound)
        let end = start + words.unicodeScalars.count
        return statements[name]!.filter { $0.origin.span.start < end && start < $0.origin.span.end }
    }
}
