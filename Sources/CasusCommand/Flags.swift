import Answers
import CasusCore

/// What the parser, the help and the docs know of a flag.
struct Rule: Sendable {
    var name: String
    var short: Character?
    /// What stands for the value in the help: `DATE`, `brief|ndjson|csv`; nil for a switch.
    var value: String?
    /// The values, where there are but a few.
    var choices: [String] = []
    /// Whether it may be given more than once.
    var repeats = false
    var help: String
    /// Reads a value; nil when it is none of the flag's.
    var read: @Sendable (String) -> (any Sendable)?
    /// What a value looks like, for the message about one that does not: "a day, such as 2024-06-19".
    var expects: String

    /// `--format brief|ndjson|csv`, `-e, --exit-status`
    var title: String { (short.map { "-\($0), " } ?? "") + "--" + name + (value.map { " " + $0 } ?? "") }
}

extension Rule {
    /// The flag of a parameter; its values stay texts, for the question to take.
    init(_ parameter: Parameter) {
        self.init(
            name: parameter.name, value: parameter.placeholder, choices: parameter.choices,
            repeats: parameter.repeats || parameter.form == .toggle, help: parameter.help,
            read: { parameter.accepts($0) ? $0 : nil }, expects: parameter.expects)
    }
}

/// A flag whose value has a type.
struct Flag<Value: Sendable>: Sendable {
    let rule: Rule

    init(
        _ name: String, value: String, choices: [String] = [], expects: String, repeats: Bool = false, help: String,
        read: @escaping @Sendable (String) -> Value?
    ) {
        rule = Rule(name: name, value: value, choices: choices, repeats: repeats, help: help, read: { read($0) }, expects: expects)
    }
}

extension Flag where Value == Bool {
    /// A switch: it has no value.
    init(switch name: String, short: Character? = nil, help: String) {
        rule = Rule(name: name, short: short, repeats: true, help: help, read: { _ in nil }, expects: "no value")
    }
}

extension Flag where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a few words.
    init(_ name: String, help: String) {
        let words = Value.allCases.map(\.rawValue)
        let expects = "one of " + words.joined(separator: ", ")
        self.init(name, value: words.joined(separator: "|"), choices: words, expects: expects, help: help) { Value(rawValue: $0) }
    }
}

extension Flag where Value == String {
    init(_ name: String, value: String, help: String) {
        self.init(name, value: value, expects: "a word", help: help) { $0.isEmpty ? nil : $0 }
    }
}

extension Flag where Value == Int {
    init(_ name: String, _ range: ClosedRange<Int>, help: String) {
        self.init(name, value: "N", expects: "a number from \(range.lowerBound) to \(range.upperBound)", help: help) {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension Flag where Value == Day {
    init(day name: String, help: String) {
        self.init(name, value: "DATE", expects: "a day, such as 2024-06-19", help: help) { Day(iso: $0) }
    }
}

/// The words and flags of a command line, checked against a verb's table.
struct Parsed: Sendable {
    private(set) var words: [String] = []
    private var values: [String: [any Sendable]] = [:]

    /// Flags stand anywhere, as `--flag value` or `--flag=value`; after `--` everything is a word, and `-` always is.
    init(_ arguments: [String], for verb: Verb) throws(Problem) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                words += rest
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                words.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let rule = verb.rules.first(where: { $0.answers(to: parts[0]) }) else {
                throw unknown(parts[0], kind: "flag", among: verb.rules.map { "--" + $0.name }, verb: verb.name)
            }
            try take(rule, given: parts.count > 1 ? parts[1] : nil, rest: &rest)
        }
    }

    private mutating func take(_ rule: Rule, given: String?, rest: inout ArraySlice<String>) throws(Problem) {
        let flag = "--" + rule.name
        guard rule.value != nil else {
            if given != nil { throw Problem(.usage, "takes no value", at: flag, mend: "give it alone") }
            values[rule.name] = [true]
            return
        }
        if !rule.repeats, values[rule.name] != nil { throw Problem(.usage, "is given twice", at: flag, mend: "give it once") }
        guard let text = given ?? (rest.first.map(looksLikeFlag) == false ? rest.popFirst() : nil) else {
            throw Problem(.usage, "has no value", at: flag, mend: "give " + rule.expects)
        }
        guard let value = rule.read(text) else {
            throw refused(text, expects: rule.expects, among: rule.choices, at: flag)
        }
        values[rule.name, default: []].append(value)
    }

    /// The value of a flag; nil where it is not given.
    subscript<Value>(flag: Flag<Value>) -> Value? { values[flag.rule.name]?.last as? Value }

    /// The values of a flag that may be given more than once.
    func all<Value>(_ flag: Flag<Value>) -> [Value] { values[flag.rule.name, default: []].compactMap { $0 as? Value } }

    func has(_ flag: Flag<Bool>) -> Bool { has(flag.rule.name) }

    /// Whether a flag of a name is given, with a value or without.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// The question that is asked.
    func asked(_ parameters: [Parameter]) throws(Problem) -> Asked {
        var asked = Asked()
        asked.words = words
        for parameter in parameters {
            for value in values[parameter.name, default: []] { try asked.take(parameter, value as? String ?? "true") }
        }
        return asked
    }
}

extension Rule {
    func answers(to argument: String) -> Bool {
        argument == "--" + name || short.map { argument == "-\($0)" } == true
    }
}

/// The first word that is neither a flag nor a flag's value, and the arguments without it.
func splitVerb(from arguments: [String], rules: [Rule]) -> (name: String, rest: [String])? {
    var index = 0
    while index < arguments.count, arguments[index] != "--" {
        if !looksLikeFlag(arguments[index]) {
            return (arguments[index], Array(arguments[..<index] + arguments[(index + 1)...]))
        }
        let takesNext = rules.contains { $0.value != nil && $0.answers(to: arguments[index]) }
        index += takesNext ? 2 : 1
    }
    return nil
}

func unknown(_ word: String, kind: String, among known: [String], verb: String?) -> Problem {
    let mend = meant(by: word, among: known).map { "did you mean \($0)?" }
    return Problem(.usage, "no such \(kind)", at: word, mend: mend ?? "see casus " + (verb.map { $0 + " " } ?? "") + "--help")
}

private func looksLikeFlag(_ argument: String) -> Bool { argument.hasPrefix("-") && argument != "-" }
