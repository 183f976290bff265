import CasusCore
import Foundation
import Ledger
import Testing

@testable import Answers

/// The table of questions, from which the command line and an API derive.
struct InquiryTests {
    /// Every parameter of every question, words included.
    static let parameters = inquiries.flatMap { inquiry in inquiry.parameters.map { (inquiry.name, $0) } }

    @Test func namesAreUnique() {
        let names = inquiries.map(\.name)
        #expect(Set(names).count == names.count)
        for inquiry in inquiries {
            let names = inquiry.parameters.map(\.name)
            #expect(Set(names).count == names.count, "\(inquiry.name) has a parameter twice")
            #expect(inquiry.summary.hasSuffix("."))
        }
    }

    @Test func usagesAreThoseOfTheHelp() {
        let usages = Dictionary(uniqueKeysWithValues: inquiries.map { ($0.name, $0.usage) })
        #expect(
            usages == [
                "bound": "--attacked STATE", "scenario": "\"RUS attacks EST on 2025-03-01; ...\"", "pacts": "[STATE...]",
                "pacts show": "ID", "pacts changed": "FROM..TO", "dossier": "STATE STATE", "timeline": "[STATE [STATE]]",
                "claims": "[STATE [STATE]]", "questions": "[STATE [STATE]]", "actor": "STATE", "actors": "[STATE [STATE]]",
                "search": "WORD...",
                "show": "ID|DOCUMENT", "info": "", "documents": "",
            ])
    }

    @Test(arguments: parameters)
    func aParameterTakesGoodValues(_ inquiry: String, _ parameter: Parameter) throws {
        for value in [parameter.example] + parameter.choices {
            var asked = Asked()
            try asked.take(parameter, value)
            #expect(parameter.accepts(value))
        }
        #expect(!parameter.help.isEmpty)
    }

    /// What is refused is told with its place, its text and what would do.
    @Test(arguments: parameters)
    func aParameterRefusesBadValues(_ inquiry: String, _ parameter: Parameter) {
        for bad in bad(parameter) {
            var asked = Asked()
            let problem = #expect(throws: Problem.self) { try asked.take(parameter, bad) }
            #expect(problem?.kind == .usage)
            #expect(problem?.place == parameter.name)
            #expect(problem?.what == "\"\(bad)\" is not \(parameter.expects)")
        }
    }

    private func bad(_ parameter: Parameter) -> [String] {
        switch parameter.form {
        case .day: ["", "2024-02-30", "June 2024", "2024-06"]
        case .word, .fact: [""]
        case .number(let range): ["", "x", "\(range.lowerBound - 1)", "\(range.upperBound + 1)", "99999999999999999999"]
        case .choice: ["", "nothing of the kind", " actual"]
        case .toggle: ["", "yes", "TRUE"]
        }
    }

    @Test(arguments: [
        (Parameter.status, "plannd", "status: \"plannd\" is not one of \(states); did you mean planned?"),
        (.kind, "evnt", "kind: \"evnt\" is not one of event, agreement, claim, question; did you mean event?"),
        (.treaties, "curatd", "source: \"curatd\" is not one of curated, ledger; did you mean curated?"),
        (.matrix, "tru", "matrix: \"tru\" is not true or false; did you mean true?"),
        (.knownBy, "yesterday", "known-by: \"yesterday\" is not a day, such as 2024-06-19"),
        (.limit, "0", "limit: \"0\" is not a number from 1 to 1000000"),
    ])
    func refusalsSayWhatWasMeant(_ parameter: Parameter, _ text: String, _ message: String) {
        var asked = Asked()
        let problem = #expect(throws: Problem.self) { try asked.take(parameter, text) }
        #expect(problem?.description == message)
    }

    private static let states = "actual, planned, possible, alleged, denied, negated"

    @Test func valuesArriveWithTheirTypes() throws {
        let asked = try Inquiry(TimelineAnswer.self).asked([
            ("state", "RUS"), ("state", "PRK"), ("on", "2024-06-19"), ("known-by", "2024-07-01"), ("from", "2024-01-01"),
            ("to", "2024-12-31"), ("source", "First"), ("source", "Second"), ("status", "planned"), ("kind", "event"), ("limit", "7"),
        ])
        #expect(asked.words == ["RUS", "PRK"])
        #expect(asked.on == Day(iso: "2024-06-19"))
        #expect(asked.knownBy == Day(iso: "2024-07-01"))
        #expect(asked.from == Day(iso: "2024-01-01"))
        #expect(asked.to == Day(iso: "2024-12-31"))
        #expect(asked.sources == ["First", "Second"])
        #expect(asked.statuses == [.planned])
        #expect(asked.kinds == ["event"])
        #expect(asked.limit == 7)
        #expect(try Inquiry(ClaimsAnswer.self).asked([("matrix", "true")]).isMatrix)
        #expect(try !Inquiry(ClaimsAnswer.self).asked([("matrix", "false")]).isMatrix)
        #expect(try Inquiry(QuestionsAnswer.self).asked([("all", "true")]).isAll)
        let scenario = try Inquiry.scenario.asked([
            ("act", "A attacks B"), ("escalate", "true"), ("fact", "request=yes"), ("source", "ledger"),
        ])
        #expect(scenario.words == ["A attacks B"])
        #expect(scenario.escalates)
        #expect(scenario.facts == ["request=yes"])
        #expect(scenario.treaties == .ledger)
        let bound = try Inquiry.bound.asked([("attacked", "EST"), ("by", "RUS"), ("by", "BLR"), ("at", "Narva")])
        #expect(bound.attacked == "EST")
        #expect(bound.by == ["RUS", "BLR"])
        #expect(bound.at == "Narva")
    }

    @Test(arguments: [
        ("timeline", [("known-bi", "2024-01-01")], "known-bi: no such parameter; did you mean known-by?"),
        ("timeline", [("stat", "RUS")], "stat: no such parameter; did you mean state?"),
        ("info", [("on", "2024-01-01")], "on: no such parameter; info takes none"),
        ("pacts show", [("elephants", "1")], "elephants: no such parameter; one of treaty, on, source"),
        ("bound", [("attacked", "EST"), ("attacked", "LVA")], "attacked: is given twice; give it once"),
        ("claims", [("matrix", "true"), ("matrix", "false")], "matrix: is given twice; give it once"),
    ])
    func namesAreChecked(_ name: String, _ given: [(String, String)], _ message: String) throws {
        let inquiry = try #require(inquiries.first { $0.name == name })
        let problem = #expect(throws: Problem.self) { try inquiry.asked(given.map { (name: $0.0, text: $0.1) }) }
        #expect(problem?.description == message)
        #expect(problem?.kind == .usage)
    }
}
