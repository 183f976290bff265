import CasusCore
import Foundation
import Testing

@testable import Answers

/// The brief of the reports of Examples/.
@Suite("Brief of the examples")
struct ExampleBriefTests {
    @Test func hasTheSectionsOfItsReport() throws {
        let titles = try Example("pyongyang-2024").brief.sections.map(\.title)
        let asked = ["Agreements", "Happened", "Accused and denied", "Said", "Open"]
        #expect(titles.filter(asked.contains) == asked)
    }

    @Test(arguments: reports)
    func everyLineLeadsToAStatementAndEveryStatementIsTold(_ name: String) throws {
        let example = try Example(name)
        let origins = Set(example.statements.map(\.origin))
        #expect(!example.brief.lines.isEmpty)
        for line in example.brief.lines { #expect(origins.contains(line.origin), "\(line.text)") }
        let told = Set(example.brief.lines.flatMap { [$0.origin.sentence] + $0.also })
        #expect(Set(example.statements.map(\.origin.sentence)).subtracting(told) == [])
    }

    @Test(arguments: reports)
    func everyQuotedWordStandsInTheText(_ name: String) throws {
        let example = try Example(name)
        let text = flat(example.document.text.string)
        let quotes = example.brief.lines.flatMap { $0.text.matches(of: /“([^”]*)”/).map { String($0.1) } }
        #expect(!quotes.isEmpty)
        for piece in quotes.flatMap({ $0.components(separatedBy: " … ") }) { #expect(text.contains(piece), "\(piece)") }
    }

    /// Each word of a line is a word of a statement or one of Casus's own, and those are listed here and in `EventWords`.
    @Test(arguments: reports)
    func nothingIsPrintedThatNoStatementHolds(_ name: String) throws {
        let example = try Example(name)
        let own = """
            and to in for by when so signed ratified proposed negotiated suspended terminated in force not sure possibly be covers replaces
            defence offence guarantee neutrality nonaggression consultation cooperation alleged denied accused evidence according the report
            asked hoped left open doubted says say accuses accuse denies deny confirms confirm doubts doubt demands demand praises praise
            criticises criticise asks ask hopes hope declines decline somebody not named stated raised
            """
        var known = words(own).union(EventWords.all.flatMap { Array(words($0)) })
        for statement in example.statements {
            known.formUnion(words(statement.json.replacing("\\\"", with: " ").replacing("\\n", with: " ")))
            known.formUnion(words(statement.origin.rule))
        }
        known.formUnion(example.states.flatMap { Array(words($0)) })
        for line in example.brief.lines { #expect(words(line.text).subtracting(known) == [], "\(line.text)") }
    }

    @Test(arguments: reports)
    func quotesAreTheWordsAtTheSpan(_ name: String) throws {
        let example = try Example(name)
        let scalars = Array(example.document.text.string.unicodeScalars)
        let printed = example.brief.words(Brief.Options(quotes: true, width: 100_000)).split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        for line in example.brief.lines {
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: scalars[line.origin.span.start..<line.origin.span.end])
            #expect(printed.contains("“" + flat(String(quote)) + "”"))
            #expect(printed.contains { $0.hasPrefix(line.text + " [\(line.origin.sentence)") })
        }
    }

    @Test func citationsNamePublisherDateTitleAndPlace() throws {
        let brief = try Example("pyongyang-2024").brief
        let printed = brief.words(Brief.Options(citations: true, width: 100_000))
        for line in brief.lines {
            let place = "sentence \(line.origin.sentence), characters \(line.origin.span.start)–\(line.origin.span.end)"
            #expect(printed.contains("“Putin and Kim sign mutual defence pact in Pyongyang”, Casus Examples, 2024-06-20, \(place)\n"))
        }
    }

    @Test(arguments: [40, 72, 100])
    func linesAreNoLongerThanTheWidth(_ width: Int) throws {
        let printed = try Example("pyongyang-2024").brief.words(Brief.Options(quotes: true, citations: true, width: width))
        let long = printed.components(separatedBy: "\n").filter { $0.count > width }
        // Only the title, which stays as it is, may be longer.
        #expect(long.allSatisfy { printed.hasPrefix($0) })
    }

    @Test func coloursChangeNoWord() throws {
        let brief = try Example("pyongyang-2024").brief
        let plain = brief.words()
        let coloured = brief.words(Brief.Options(colours: true))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[1mAGREEMENTS\u{1B}[0m\n"))
        #expect(coloured.replacing(/\u{1B}\[[0-9]m/, with: "") == plain)
    }

    private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init))
    }
}

/// What the brief makes of given statements.
@Suite("Brief of given statements")
struct GivenBriefTests {
    @Test func anEmptyReadingSaysSo() {
        let printed = brief([], published: Day(iso: "2024-06-19")).words()
        #expect(printed == "Untitled\n2024-06-19. Nothing that Casus can read as a statement.\n\n")
    }

    @Test func aMissingDateIsSaid() {
        #expect(brief([]).words().contains("no date of publication, so relative dates stay unresolved"))
    }

    @Test(
        arguments: [
            (
                event("a", .consult, mode: "visit", by: [putin], to: [kim], cameo: "042"),
                "Vladimir Putin (Russia) → Kim Jong Un (North Korea): visit"
            ),
            (
                event("a", .consult, mode: "visit", by: [kim], to: [putin], rule: "frame:welcome", cameo: "043"),
                "Kim Jong Un (North Korea) → Vladimir Putin (Russia): receiving a visit (welcome)"
            ),
            (
                event("a", .request, mode: "meet", by: [putin], rule: "frame:invite"),
                "Vladimir Putin (Russia): invitation or call for talks"
            ),
            (event("a", .mobilize, by: [their("RUS"), their("PRK")]), "their armies (Russia and North Korea): mobilisation"),
            (event("a", .assault, by: [their("XYZ")]), "their armies (XYZ): attack"),
            (event("a", .consult, by: [russia, ukraine, russia]), "Russia and Ukraine: talks"),
        ])
    func anEventIsNamedInPlainWords(_ statement: Statement, _ line: String) {
        #expect(brief([statement]).lines.map(\.text) == [line])
    }

    private static func their(_ code: String) -> Actor {
        Actor(code: code, sector: "MIL", name: "their armies", cow: 1, text: "their armies")
    }

    /// Whoever denies, doubts or leaves open a thing is never named as its source.
    @Test(
        arguments: [
            (Stance.asserts, ", according to Vladimir Putin (Russia)"), (.denies, ", denied by Vladimir Putin (Russia)"),
            (.doubts, ", doubted by Vladimir Putin (Russia)"), (.declines, ", left open by Vladimir Putin (Russia)"),
            (.hopes, ", hoped for by Vladimir Putin (Russia)"),
        ])
    func theSourceOfAnEventIsNamedByItsStance(_ stance: Stance, _ ending: String) throws {
        let lines = brief([event("a", .assault, by: [russia], .possible, claims: ["c"]), claim("c", by: putin, stance)]).lines
        #expect(try #require(lines.first).text == "Russia: attack" + ending)
    }

    @Test func accusersAndDeniersStandUnderTheAct() throws {
        let statements = [
            event("act", .assault, by: [russia], to: [ukraine], .alleged),
            event("accusation", .accuse, mode: "allege", by: [ukraine], to: [russia], about: ["act"]),
            event("denial", .reject, by: [russia], about: ["act"]), claim("c", by: ukraine, .accuses),
        ]
        let brief = brief(statements)
        #expect(brief.sections.map(\.title) == ["Accused and denied"])
        let line = try #require(brief.sections.first?.lines.first)
        #expect(line.text == "Russia → Ukraine: attack — alleged")
        #expect(line.details.map(\.text) == ["accused by Ukraine: “words”", "denied by Russia"])
        #expect(brief.sections.first?.lines.count == 1)
    }

    @Test func anAllegedActIsNeverAmongWhatHappened() {
        for status in [Status.alleged, .denied] {
            #expect(brief([event("a", .assault, by: [russia], status)]).sections.map(\.title) == ["Accused and denied"])
        }
    }

    @Test func speakersOfTheSameWordsShareALine() {
        let lines = brief([claim("a", by: russia, .denies), claim("b", by: kim, .denies), claim("c", by: putin, .praises)]).lines
        #expect(lines.map(\.text) == ["Russia and Kim Jong Un (North Korea) deny: “words”", "Vladimir Putin (Russia) praises: “words”"])
    }

    @Test func theReportsOwnVoiceIsApart() {
        #expect(brief([claim("a", by: nil, .asserts)]).sections.map(\.title) == ["The report in its own voice"])
    }

    @Test(
        arguments: [
            (Stage.signed, Status.actual, "pact, signed"), (.signed, .planned, "pact, to be signed"),
            (.signed, .negated, "pact, not signed"),
            (.negotiated, .planned, "pact, negotiated"), (.inForce, .actual, "pact, in force"),
            (.terminated, .negated, "pact, not terminated"),
            (.signed, .possible, "pact, not sure to be signed"), (.signed, .denied, "pact, signed (denied)"),
        ])
    func anAgreementSaysHowFarItHasCome(_ stage: Stage, _ status: Status, _ words: String) {
        let pact = Agreement(origin: origin("a"), name: "pact", parties: [russia], stage: stage, status: status)
        #expect(brief([.agreement(pact)]).lines.map(\.text) == ["Russia: " + words])
    }

    /// Two records of one instrument are one line, with the terms of both, each from its own sentence.
    @Test func theTermsOfAllRecordsOfAnInstrumentAreShown() throws {
        var main = Agreement(
            origin: origin("a", sentence: 1, rule: "stage:sign"), name: "pact", parties: [russia], stage: .signed, status: .actual)
        var terms = Agreement(
            origin: origin("b", sentence: 5, rule: "terms"), name: "pact", parties: [russia], stage: .signed, status: .actual)
        main.signed = EDTF("2024-06-19")
        main.sameAs = ["b"]
        terms.sameAs = ["a"]
        terms.spheres = ["trade", "culture"]
        terms.replaces = ["1961", "2000"].map { Agreement.Replaced(date: EDTF($0), treaty: nil, text: "a treaty from " + $0) }
        let lines = brief([.agreement(main), .agreement(terms)]).lines
        #expect(lines.map(\.text) == ["Russia: pact, signed 2024-06-19", "covers: trade, culture", "replaces: 1961 and 2000"])
        #expect(lines.map(\.origin.sentence) == [1, 5, 5])
        #expect(lines.map(\.also) == [[5], [], []])
    }

    @Test func manyDocumentsStandApart() {
        #expect(brief([]).words().hasSuffix("\n\n"))
        #expect(brief([claim("a", by: russia, .denies)]).words().hasSuffix("[1]\n\n"))
    }
}
