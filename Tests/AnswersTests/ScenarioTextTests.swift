import CasusCore
import Pacts
import Testing
import Treaties

@testable import Answers

/// The language of scenarios.
struct ScenarioTextTests {
    @Test(arguments: [
        "RUS attacks EST on 2025-03-01", "Russia invades Estonia", "the Russian Federation strikes cow-366 on 2025-01-01", "rus attack est",
    ])
    func states(_ text: String) throws {
        let act = try #require(try BoundExample.acts(text).first)
        #expect(act.attackers == [.state("RUS")])
        #expect(act.victim == "EST")
        #expect(act.place == "EST")
        #expect(act.object == .territory)
    }

    @Test func aStateIsThatOfTheDay() throws {
        #expect(try BoundExample.acts("RUS attacks POL on 1939-09-17")[0].attackers == [.state("SUN")])
        #expect(try BoundExample.acts("Germany attacks Soviet Union on 1941-06-22")[0].victim == "SUN")
        #expect(try BoundExample.acts("cow-365 attacks JPN on 1904-02-08")[0].attackers == [.state("RUS")])
    }

    @Test func severalTogetherAndEachForItself() throws {
        let acts = try BoundExample.acts("DEU, ITA and JPN attack USA and GBR on 1941-12-11")
        #expect(acts.map(\.victim) == ["USA", "GBR"])
        #expect(acts[0].attackers == [.state("DEU"), .state("ITA"), .state("JPN")])
        // "and" is part of a name, too.
        #expect(try BoundExample.acts("Serbia attacks Bosnia and Herzegovina on 2010-01-01").map(\.victim) == ["BIH"])
    }

    @Test(arguments: [
        ("CHN attacks vessels of PHL at Second Thomas Shoal on 2024-06-17", "second-thomas-shoal", Trigger.Object.vessels),
        ("ARG attacks GBR at the Falkland Islands on 1982-04-02", "falkland-islands", .territory),
        ("SYR attacks TUR at SYR on 2020-02-27", "SYR", .forces),
        ("IRN attacks GBR at Persian Gulf on 2019-07-19", "persian-gulf", .vessels),
    ])
    func placesAndObjects(_ text: String, _ place: String, _ object: Trigger.Object) throws {
        let act = try BoundExample.acts(text)[0]
        #expect(act.place == place)
        #expect(act.object == object)
        #expect(!act.assumed.contains(.where))
    }

    @Test(arguments: [
        ("AUT declares war on SRB", Act.Kind.war), ("DEU mobilises against FRA", .mobilisation), ("USA blockades CUB", .blockade),
        ("GRC overthrows CYP", .subversion), ("RUS threatens EST", .threat), ("RUS makes peace with UKR", .peace),
    ])
    func verbs(_ text: String, _ kind: Act.Kind) throws {
        #expect(try BoundExample.acts(text.replacing("AUT", with: "RUS"))[0].kind == kind)
    }

    @Test func factsStandWithTheAct() throws {
        let act = try BoundExample.acts("RUS attacks ARM on 2022-09-13 with request, unprovoked=no, fellow_member=unknown")[0]
        #expect(act.facts["request"] == .yes)
        #expect(act.facts["unprovoked"] == .no)
        #expect(act.facts["fellow-member"] == .unknown)
    }

    @Test func nobodyAndNoState() throws {
        let act = try BoundExample.acts("somebody attacks EST on 2025-01-01")[0]
        #expect(act.attackers.isEmpty)
        #expect(act.assumed.contains(.by))
        #expect(try BoundExample.acts("group:Brigands attacks EST")[0].attackers == [.nonState("Brigands")])
    }

    @Test func aDayIsThatOfTheActBefore() throws {
        let acts = try BoundExample.acts("PRK attacks KOR on 2016-01-01; USA helps KOR against PRK")
        #expect(acts[1].on == Day(iso: "2016-01-01"))
        #expect(acts[1].helps == "KOR")
        // Against whom follows from what went before.
        #expect(try BoundExample.acts("PRK attacks KOR on 2016-01-01; USA helps KOR")[1].victim == "PRK")
    }

    @Test(arguments: [
        ("", "no acts; write \"RUS attacks EST on 2025-03-01\"; several acts are separated by ;"),
        ("RUS EST", "RUS EST: no verb of an act; put the act in quotation marks"),
        ("RUS atacks EST", "no verb of an act; did you mean attacks?"),
        ("RUS attacks EST on 2025-01-01 on 2025-01-02", "two times \"on\""), ("RUS attacks EST against LVA", "\"against\" goes with"),
        ("GBR helps GBR against DEU on 1939-09-01", "GBR helps itself"), ("RUS attacks EST with assists:XYZ", "XYZ: no such state"),
        ("RUS attacks", "RUS attacks: nobody is acted against; write"),
        ("attacks EST", "attacks EST: nobody acts; write"), ("Rusia attacks EST", "Rusia: no such state; did you mean Russia"),
        ("RUS attacks EST on 2025-02-30", "RUS attacks EST on 2025-02-30: \"2025-02-30\" is no day; write"),
        ("RUS attacks EST on 1700-01-01", "1700-01-01: unknown: the treaties at hand cover 1879-01-01 to"),
        ("RUS attacks UKR on 1985-01-01", "UKR: there was no such state on 1985-01-01; UKR is a state from 1991-08-24 to now"),
        ("RUS attacks EST at Narnia on 2025-01-01", "Narnia: no such place; "),
        ("RUS attacks EST with rquest", "rquest: no such fact; did you mean request?"),
        ("RUS attacks EST with request=maybe", "request=maybe: maybe is no value of a fact; write request=yes"),
        ("RUS attacks RUS", "RUS attacks RUS: RUS acts against itself"), ("GBR helps FRA on 1914-08-04", "helps against whom?"),
        ("Congo attacks RWA on 2020-01-01", "Congo: "),
    ])
    func refuses(_ text: String, _ message: String) {
        let problem = #expect(throws: Problem.self) { try BoundExample.acts(text) }
        #expect(problem?.description.contains(message) == true, "\(problem?.description ?? "")")
        #expect(problem?.kind.exitStatus == 64)
    }

    @Test func theJSONHasEveryKeyOfTheDesign() throws {
        var writer = JSONWriter()
        try BoundExample.korea.write(to: &writer)
        let root = try JSONTree(writer.bytes, file: "answer").root
        let keys = ["acts", "answers", "not_bound", "conflicts", "sources", "coverage"]
        let object = try root.object(known: keys)
        #expect(object.members.map(\.name) == keys)
        let answer = try #require(try object.required("answers").array().first)
        let names = try answer.members().map(\.name)
        for key in ["act", "state", "to", "duty", "verdict", "treaty", "article", "discretion", "depends_on", "proof"] {
            #expect(names.contains(key))
        }
        let sources = Set(try object.required("sources").members().map(\.name))
        for answer in try object.required("answers").array() {
            for step in try #require(try answer.members().first { $0.name == "proof" }).value.array() {
                let source = try #require(try step.members().first { $0.name == "source" }).value.string()
                #expect(source.split(separator: " ").allSatisfy { sources.contains(String($0)) })
            }
        }
    }

    /// A place that no row of an area names is outside by the article itself.
    @Test func everyStepNamesItsSource() throws {
        let answer = try BoundExample.answer("ARG attacks GBR at South Sandwich Islands on 1982-04-02")
        let answers = answer.outcome.answers + answer.outcome.misses.compactMap(\.answer)
        #expect(answers.contains { $0.failures.contains { if case .area(nil) = $0.subject { true } else { false } } })
        for answered in answers {
            for check in answered.proof { #expect(!answer.references(check, answered.treaty).isEmpty) }
        }
    }

    @Test func cellsAreQuotedByTheirBytes() {
        let rows = Rows(["a", "b"], [["one\r\ntwo", "three, \"four\""], ["tab\there", "plain"]])
        #expect(rows.text(.csv) == "a,b\n\"one\r\ntwo\",\"three, \"\"four\"\"\"\n" + "tab\there,plain\n")
        #expect(rows.text(.tsv) == "a\tb\none two\tthree, \"four\"\ntab here\tplain\n")
    }

    @Test func everyFormTellsTheSame() throws {
        let answer = try BoundExample.korea
        let rows = answer.rows
        let count = answer.outcome.answers.count + answer.outcome.misses.count + answer.outcome.conflicts.count
        #expect(rows.rows.count == count)
        #expect(answer.lines().split(separator: "\n").count == count)
        #expect(rows.text(.csv).split(separator: "\n").count == rows.rows.count + 1)
        #expect(
            rows.text(.tsv).split(separator: "\n").allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10 })
        #expect(answer.table.text(.table).split(separator: "\n").count == rows.rows.count + 1)
        #expect(answer.words(AnswerStyle(proof: true)).count > answer.words(AnswerStyle()).count)
    }
}
