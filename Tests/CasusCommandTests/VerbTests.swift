import Answers
import Foundation
import Testing

@testable import CasusCommand

struct VerbTests {
    @Test(arguments: Verb.all.map(\.name))
    func helpNamesEveryFlag(_ name: String) throws {
        let verb = try Verb.named(name)
        #expect(verb.help.hasPrefix("casus \(name) \(verb.words)"))
        for rule in verb.rules { #expect(verb.help.contains("  \(rule.title)")) }
        #expect(Verb.overview.contains("casus \(name) "))
    }

    /// The tables of docs/cli.md are those of the code.
    @Test(arguments: Verb.all.map(\.name))
    func docsHaveEveryFlag(_ name: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let docs = try String(contentsOf: root.appendingPathComponent("docs/cli.md"), encoding: .utf8)
        let section = try #require(docs.components(separatedBy: "\n## ").first { $0.hasPrefix("casus \(name)\n") })
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `-") && !$0.hasPrefix("| `-` ") }.map(String.init)
        #expect(rows == (try Verb.named(name)).markdown)
    }

    /// A flag that takes a value in one verb must do so in all: flags may stand in front of the verb.
    @Test func flagsAgreeBetweenVerbs() {
        let rules = Verb.all.flatMap(\.rules)
        for (name, same) in Dictionary(grouping: rules, by: \.name) {
            #expect(Set(same.map { $0.value != nil }).count == 1, "--\(name)")
        }
        for verb in Verb.all {
            let names = verb.rules.map(\.name) + verb.rules.compactMap { $0.short.map(String.init) }
            #expect(Set(names).count == names.count, "\(verb.name) has a flag twice")
        }
    }

    /// Every question can be asked by the verb of its first word; the list of documents is a switch of another.
    @Test(arguments: inquiries.map(\.name))
    func everyQuestionHasAVerb(_ name: String) throws {
        let inquiry = try #require(inquiries.first { $0.name == name })
        let verb = try Verb.named(name == "documents" ? "info" : String(name.prefix { $0 != " " }))
        for parameter in inquiry.takes {
            let rule = try #require(verb.rules.first { $0.name == parameter.name }, "\(verb.name) has no --\(parameter.name)")
            #expect(rule.title == parameter.title)
            #expect(rule.help == parameter.help)
            #expect(rule.expects == parameter.expects)
            #expect(rule.choices == parameter.choices)
        }
        if name == "documents" { #expect(verb.rules.contains { $0.name == "documents" }) }
        if !name.contains(" "), name != "documents", name != "pacts", name != "info" { #expect(verb.words == inquiry.usage) }
    }

    /// A verb that asks has no flag but those of its questions, and the command line's own.
    @Test(arguments: Verb.all.map(\.name))
    func whatAsksHasNoOtherFlags(_ name: String) throws {
        let asked = inquiries.filter { $0.name == name || $0.name.hasPrefix(name + " ") }
        if asked.isEmpty { return }
        let own: Set = ["format", "proof", "ledger", "data", "exit-status", "documents"]
        let rules = Set(try Verb.named(name).rules.map(\.name))
        #expect(rules.subtracting(own) == Set(asked.flatMap(\.takes).map(\.name)))
    }
}
