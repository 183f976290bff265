import CasusCore

// Every parameter that there is.

extension Parameter {
    // Of questions about a ledger.

    package static let on = Parameter.day("on", \.on, help: "what was so on a day; today unless given")
    package static let knownBy = Parameter.day("known-by", \.knownBy, help: "what the ledger held at the end of a day, in UTC")
    package static let from = Parameter.day("from", \.from, help: "from a day on")
    package static let to = Parameter.day("to", \.to, help: "up to a day")
    package static let source = Parameter.words(
        "source", "NAME", \.sources, expects: "a publisher or a document", example: "Example Gazette",
        help: "only what a publisher, or a document, says")
    package static let status = Parameter.choices(
        "status", "STATUS", of: Status.allCases.map(\.rawValue), \.statuses,
        help: "only acts that are actual, planned, possible, alleged, denied or negated"
    ) { Status(rawValue: $0) }
    package static let kind = Parameter.choices(
        "kind", "KIND", of: kinds, \.kinds, help: "only events, agreements, claims or questions"
    ) { kinds.contains($0) ? $0 : nil }
    package static let limit = Parameter.number(
        "limit", 1...1_000_000, \.limit, help: "at most so many; the answer says how many there are")
    package static let cursor = Parameter.word(
        "cursor", "CURSOR", \.cursor, example: "19000.4f3a9c21", help: "what comes after an answer: the \"next\" of its JSON")
    package static let matrix = Parameter.toggle("matrix", \.isMatrix, help: "count accusers by accused")
    package static let all = Parameter.toggle("all", \.isAll, help: "also what is settled")

    // Of questions about treaties.

    package static let dayAsked = Parameter.day("on", \.on, help: "the day asked about; today unless given")
    package static let attacked = Parameter.word(
        "attacked", "STATE", \.attacked, isRequired: true, example: "EST", help: "the state that is attacked")
    package static let by = Parameter.words(
        "by", "STATE", \.by, expects: "a state", example: "RUS", help: "the attacker; a state outside every treaty unless given")
    package static let at = Parameter.word(
        "at", "PLACE", \.at, example: "Falkland Islands", help: "where; on its home territory unless given")
    package static let fact = Parameter.words(
        "fact", "K=V", \.facts, form: .fact, expects: "a fact, such as request=yes", example: "request=yes",
        help: "a condition that holds or does not: request=yes, unprovoked=no")
    package static let escalate = Parameter.toggle(
        "escalate", \.escalates, help: "the attacker then strikes every helper that is bound, step by step")
    package static let treaties = Parameter.choice(
        "source", \.treaties, help: "whose record of treaties; curated, and with --ledger also the ledger's, unless given")

    // The words of questions.

    package static let state = Parameter.words(
        "state", "STATE", \.words, expects: "a state", example: "RUS",
        help: "a state by its name or code, as of the day asked about; in a ledger also an organisation or a name that it has")
    package static let id = Parameter.words(
        "id", "ID|DOCUMENT", \.words, expects: "an id of a statement or a name of a document", example: "report.txt",
        help: "the first digits of the id of a statement, or the name or key of a document")
    package static let term = Parameter.words(
        "word", "WORD", \.words, expects: "a word", example: "treaty", help: "a word, a \"phrase\", or a begin*; all of them must occur")
    package static let act = Parameter.words(
        "act", "ACT", \.words, expects: "an act", example: "RUS attacks EST on 2025-03-01",
        help: "who does what to whom and when; several are separated by ;")
    package static let treaty = Parameter.words(
        "treaty", "ID", \.words, expects: "the id or a name of a treaty", example: "north-atlantic-1949",
        help: "the id of a treaty, or another of its names")
    package static let between = Parameter.words(
        "between", "FROM..TO", \.words, expects: "a time from one day to another", example: "2024-01-01..2024-12-31",
        help: "the first day and the last")

    private static let kinds = ["event", "agreement", "claim", "question"]
}
