import CasusCore
import Ledger

/// Every question, in the order of the help.
package let inquiries: [Inquiry] =
    [.bound, .scenario, .pacts, .treaty, .changes] + ledgerQuestions.map { Inquiry($0) } + [.info, .documents]

/// Those that a program asks over a network: as people ask them, but for documents, of which there may be too many for one answer.
package let operations: [Inquiry] = inquiries.filter { $0.name != Inquiry.documents.name } + [.recorded]

extension Inquiry {
    package static let bound = Inquiry(
        "bound", words: nil, summary: "Who is bound to help a state that is attacked, who is not, and why.",
        takes: [.attacked, .by, .at, .dayAsked, .fact, .treaties], needsLedger: false,
        check: { asked throws(Problem) in
            if let word = asked.words.first {
                throw Problem(.usage, "what is this word for?", at: word, mend: "write casus bound --attacked STATE --by STATE")
            }
            if asked.attacked == nil { throw Problem(.usage, "who is attacked?", mend: "give --attacked STATE") }
        },
        answer: { asked, desk throws(Problem) in try ScenarioAnswer(asked, at: desk) })

    package static let scenario = Inquiry(
        "scenario", words: AskedWords(.act, least: 1, most: nil, usage: "\"RUS attacks EST on 2025-03-01; ...\""),
        summary: "Who is bound to help, who only to consult, who is excused, and why, act by act.",
        takes: [.dayAsked, .fact, .treaties, .escalate], needsLedger: false,
        check: { asked throws(Problem) in
            if asked.words.isEmpty { throw Problem(.usage, "no scenario", mend: "write \"RUS attacks EST on 2025-03-01\"") }
        },
        answer: { asked, desk throws(Problem) in try ScenarioAnswer(asked, at: desk) })

    package static let pacts = Inquiry(
        "pacts", words: AskedWords(.state, least: 0, most: nil),
        summary: "The treaties in force of all these states on a day; of two also one after another, with the gaps.",
        takes: [.dayAsked, .treaties], needsLedger: false
    ) { asked, desk throws(Problem) in try PactsAnswer(asked, at: desk) }

    package static let treaty = Inquiry(
        "pacts show", words: AskedWords(.treaty, least: 1, most: 1),
        summary: "One treaty in full: parties, duties, triggers, what it follows, sources, doubts.",
        takes: [.dayAsked, .treaties], needsLedger: false
    ) { asked, desk throws(Problem) in try TreatyAnswer(asked, at: desk) }

    package static let changes = Inquiry(
        "pacts changed", words: AskedWords(.between, least: 1, most: 1),
        summary: "What was signed, came into force, was joined, left, contested or ended.", takes: [.treaties], needsLedger: false
    ) { asked, desk throws(Problem) in try ChangesAnswer(asked, at: desk) }

    package static let info = Inquiry(
        "info", words: nil, summary: "What a ledger holds: documents, statements, rule sets, times, publishers.", takes: [],
        needsLedger: true
    ) { _, desk throws(Problem) in InfoAnswer(try desk.store.inventory(), desk.setting) }

    package static let recorded = Inquiry(
        "documents", words: nil, summary: "The documents of a ledger, those recorded last first.", takes: [.knownBy, .limit, .cursor],
        needsLedger: true
    ) { asked, desk throws(Problem) in try RecordedAnswer(asked, at: desk) }

    package static let documents = Inquiry(
        "documents", words: nil, summary: "The documents of a ledger, in the order in which they were recorded.", takes: [],
        needsLedger: true
    ) { _, desk throws(Problem) in DocumentsAnswer(try desk.store.publications(named: nil)) }
}
