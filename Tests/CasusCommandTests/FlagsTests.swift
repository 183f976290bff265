import CasusCore
import Testing

@testable import CasusCommand

struct FlagsTests {
    enum Colour: String, CaseIterable, Sendable { case red, green }

    static let colour = Flag<Colour>("colour", help: "")
    static let count = Flag("count", 1...9, help: "")
    static let day = Flag(day: "on", help: "")
    static let loud = Flag(switch: "loud", short: "l", help: "")
    static let fact = Flag<String>("fact", value: "K=V", expects: "a fact", repeats: true, help: "") { $0.contains("=") ? $0 : nil }
    static let verb = Verb(
        name: "try", words: "WORD...", summary: "", rules: [colour.rule, count.rule, day.rule, loud.rule, fact.rule]
    ) { _, _ throws(Problem) in 0 }

    @Test(arguments: [
        ["--colour", "green", "a", "b"], ["a", "--colour=green", "b"], ["a", "b", "--colour", "green"],
    ])
    func flagsStandAnywhere(_ arguments: [String]) throws {
        let parsed = try Parsed(arguments, for: Self.verb)
        #expect(parsed.words == ["a", "b"])
        #expect(parsed[Self.colour] == .green)
        #expect(parsed[Self.count] == nil)
        #expect(!parsed.has(Self.loud))
    }

    @Test func valuesHaveTypes() throws {
        let arguments = ["--count=9", "--on", "2024-06-19", "-l", "--loud", "--fact", "a=b=c", "--fact=d=e", "-"]
        let parsed = try Parsed(arguments, for: Self.verb)
        #expect(parsed[Self.count] == 9)
        #expect(parsed[Self.day] == Day(iso: "2024-06-19"))
        #expect(parsed.has(Self.loud))
        #expect(parsed.all(Self.fact) == ["a=b=c", "d=e"])
        #expect(parsed.words == ["-"])
    }

    @Test func afterTwoDashesAllAreWords() throws {
        #expect(try Parsed(["a", "--", "--colour", "-l", "--"], for: Self.verb).words == ["a", "--colour", "-l", "--"])
    }

    @Test(arguments: [
        (["--color", "red"], "--color: no such flag; did you mean --colour?"),
        (["--quite-other"], "--quite-other: no such flag; see casus try --help"),
        (["-x"], "-x: no such flag; see casus try --help"),
        (["-ll"], "-ll: no such flag; see casus try --help"),
        (["--colour"], "--colour: has no value; give one of red, green"),
        (["--colour", "--loud"], "--colour: has no value; give one of red, green"),
        (["--colour", "gren"], "--colour: \"gren\" is not one of red, green; did you mean green?"),
        (["--colour="], "--colour: \"\" is not one of red, green"),
        (["--colour", "red", "--colour=red"], "--colour: is given twice; give it once"),
        (["--count", "0"], "--count: \"0\" is not a number from 1 to 9"),
        (["--count=10"], "--count: \"10\" is not a number from 1 to 9"),
        (["--count", "99999999999999999999"], "--count: \"99999999999999999999\" is not a number from 1 to 9"),
        (["--on", "2024-02-30"], "--on: \"2024-02-30\" is not a day, such as 2024-06-19"),
        (["--loud=yes"], "--loud: takes no value; give it alone"),
        (["--fact", "a"], "--fact: \"a\" is not a fact"),
    ])
    func refuses(_ arguments: [String], _ message: String) {
        let problem = #expect(throws: Problem.self) { try Parsed(arguments, for: Self.verb) }
        #expect(problem?.description == message)
        #expect(problem?.kind.exitStatus == 64)
    }

    @Test(arguments: [
        (["try", "a", "--loud"], "try", ["a", "--loud"]),
        (["--count", "3", "try", "a"], "try", ["--count", "3", "a"]),
        (["--count=3", "-l", "try"], "try", ["--count=3", "-l"]),
    ])
    func verbIsTheFirstWord(_ arguments: [String], _ name: String, _ rest: [String]) throws {
        let split = try #require(splitVerb(from: arguments, rules: Self.verb.rules))
        #expect(split.name == name)
        #expect(split.rest == rest)
    }

    @Test(arguments: [[], ["--loud"], ["--count", "3"], ["--", "try"]])
    func noVerb(_ arguments: [String]) {
        #expect(splitVerb(from: arguments, rules: Self.verb.rules) == nil)
    }
}
