import Answers
import Casus
import CasusCore
import Foundation
import Pacts
import Testing
import Treaties

/// A scenario with the answer that its sources give, written before the program was asked. The form is told in `Cases/README.md`.
struct Case: Decodable, CustomStringConvertible {
    struct Expected: Decodable {
        struct Includes: Decodable {
            var bound: [String]?
            var depends: [String]?
            var pledged: [String]?
        }

        var bound: [String]?
        var depends: [String]?
        var pledged: [String]?
        var excused: [String]?
        var dependsOn: [String: [String]]?
        var consult: [String]?
        var neutral: [String]?
        var not: [String]?
        var conflicts: [[String]]?
        var includes: Includes?
        var excludes: [String]?

        enum CodingKeys: String, CodingKey {
            case bound, depends, pledged, excused, consult, neutral, not, conflicts, includes, excludes
            case dependsOn = "depends_on"
        }
    }

    var name: String
    var scenario: String
    var facts: [String: String]?
    var acts: [Expected]
    var because: String
    var source: String
    /// Why Casus answers otherwise today.
    var known: String?

    var description: String { name }

    static let commitments = try! Commitments()
    static var gazetteer: Gazetteer { Gazetteer(who: commitments.who, book: commitments.book) }

    static func all(_ file: String) -> [Case] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(file).json")
        do {
            return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
        } catch {
            fatalError("\(url.path): \(error)")
        }
    }

    func outcome() throws -> Outcome {
        try Case.outcome(scenario, facts: facts ?? [:])
    }

    static func scenario(_ text: String, facts: [String: String] = [:]) throws -> Scenario {
        var known = Facts()
        for (key, value) in facts {
            let (key, value) = try gazetteer.fact("\(key)=\(value)")
            known.set(key, value)
        }
        let reader = ScenarioText(gazetteer: gazetteer, day: Day(iso: "2025-01-01")!, isDayAssumed: false, facts: known)
        return Scenario(acts: try reader.acts(text))
    }

    static func outcome(_ text: String, facts: [String: String] = [:]) throws -> Outcome {
        try scenario(text, facts: facts).outcome(in: commitments.book)
    }

    /// Expects the outcome to be as the sources say, or, where it is known why it is not, to be otherwise.
    func check() throws {
        let differences = differences(try outcome())
        if let known {
            withKnownIssue("\(known)") { #expect(differences == []) }
        } else {
            #expect(differences == [], "\(scenario)")
        }
    }

    /// Where the outcome differs from what is expected, one line a difference.
    func differences(_ outcome: Outcome) -> [String] {
        guard acts.count == outcome.acts.count else { return ["\(outcome.acts.count) acts where \(acts.count) are expected"] }
        return acts.indices.flatMap { index in
            acts[index].differences(Found(outcome, act: index)).map { acts.count > 1 ? "act \(index): \($0)" : $0 }
        }
    }
}

/// What Casus found for one act, a set a verdict.
struct Found {
    var help: [String: Verdict] = [:]
    var dependsOn: [String: Set<String>] = [:]
    var consult: Set<String> = []
    var neutral: Set<String> = []
    var not: Set<String> = []
    var conflicts: Set<[String]> = []

    init(_ outcome: Outcome, act: Int) {
        for answer in outcome.answers where answer.act == act {
            if answer.duty.kind == .consultation { consult.insert(answer.state) }
            if answer.duty.kind == .neutrality { neutral.insert(answer.state) }
            guard answer.duty.kind.isHelp else { continue }
            let strength = Verdict.allCases.firstIndex(of: answer.verdict)!
            let known = help[answer.state].map { Verdict.allCases.firstIndex(of: $0)! } ?? .max
            if strength < known { help[answer.state] = answer.verdict }
            if answer.verdict == .depends { dependsOn[answer.state, default: []].formUnion(answer.dependsOn.map(\.name)) }
        }
        not = Set(outcome.misses.filter { $0.act == act }.map(\.state))
        conflicts = Set(outcome.conflicts.filter { $0.act == act }.map { [$0.kind.rawValue, $0.state] })
    }

    func states(_ verdict: Verdict) -> Set<String> { Set(help.filter { $0.value == verdict }.keys) }
}

extension Case.Expected {
    func differences(_ found: Found) -> [String] {
        var lines: [String] = []
        func same(_ name: String, _ expected: [String]?, _ verdict: Verdict) {
            guard let expected else { return }
            let (missing, extra) = (Set(expected).subtracting(found.states(verdict)), found.states(verdict).subtracting(expected))
            if !missing.isEmpty { lines.append("\(name): missing \(missing.sorted())") }
            if !extra.isEmpty { lines.append("\(name): not expected \(extra.sorted())") }
        }
        func among(_ name: String, _ expected: [String]?, _ states: Set<String>) {
            let missing = Set(expected ?? []).subtracting(states)
            if !missing.isEmpty { lines.append("\(name): missing \(missing.sorted())") }
        }
        same("bound", bound, .bound)
        same("depends", depends, .depends)
        same("pledged", pledged, .pledged)
        same("excused", excused, .excused)
        among("bound", includes?.bound, found.states(.bound))
        among("depends", includes?.depends, found.states(.depends))
        among("pledged", includes?.pledged, found.states(.pledged))
        among("consult", consult, found.consult)
        among("neutral", neutral, found.neutral)
        among("not", not, found.not)
        for (state, facts) in dependsOn ?? [:] {
            let missing = Set(facts).subtracting(found.dependsOn[state] ?? [])
            if !missing.isEmpty {
                lines.append("depends_on \(state): missing \(missing.sorted()), found \((found.dependsOn[state] ?? []).sorted())")
            }
        }
        let live = found.states(.bound).union(found.states(.depends)).union(found.states(.pledged))
        let wrong = live.intersection(excludes ?? [])
        if !wrong.isEmpty { lines.append("excluded but found: \(wrong.sorted())") }
        let conflicts = Set(conflicts ?? []).subtracting(found.conflicts)
        if !conflicts.isEmpty { lines.append("conflicts: missing \(conflicts.sorted { $0.joined() < $1.joined() })") }
        return lines
    }
}
