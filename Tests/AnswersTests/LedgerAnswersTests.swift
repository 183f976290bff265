import Casus
import CasusCore
import Collating
import Foundation
import Ledger
import Pacts
import Testing
import Treaties

@testable import Answers

/// What three reports tell together of Russia and North Korea; expected from the reports, not from the program.
struct LedgerAnswersTests {
    private func dossier(_ change: (inout Asked) -> Void = { _ in }) throws -> DossierAnswer {
        let example = try LedgerExample()
        return try DossierAnswer(example.asked("RUS", "PRK", with: change), at: example.desk)
    }

    private func entries(_ dossier: DossierAnswer, _ key: String) -> [TimelineAnswer.Entry] {
        dossier.sections.first { $0.key == key }?.entries ?? []
    }

    @Test func theDossierTellsPactChainAndDuties() throws {
        let dossier = try dossier()
        #expect(dossier.pacts.treaties.map(\.id).contains("russia-dprk-2024"))
        #expect(
            dossier.duties.contains { $0.debtor == "RUS" && $0.creditor == "PRK" && $0.duty.kind == .defence && $0.duty.article == "4" })
        let signed = try #require(dossier.instruments.first { $0.signed?.description == "2024-06-19" })
        #expect(signed.treaty == "russia-dprk-2024")
        #expect(signed.replaced.contains { $0.treaty == "russia-dprk-2000" })
    }

    @Test func aPlannedVisitIsHeldByALaterReport() throws {
        let dossier = try dossier()
        let plan = try #require(entries(dossier, "planned").first { $0.followUp?.outcome == .held })
        #expect(plan.kept.allSatisfy { $0.publication.published?.year == 2023 })
        let by = try #require(plan.followUp?.by.first.flatMap { dossier.collation.statement($0) })
        #expect(by.publication.published == Day(iso: "2024-06-20"))
        #expect(by.statement.origin.quote.contains("first trip to the isolated country since 2000"))
    }

    @Test func aPlanOfWhichNobodyTellsHasLapsedAndNoMore() throws {
        let lavrov = try #require(entries(try dossier(), "planned").first { $0.text.contains("Lavrov") })
        #expect(lavrov.followUp?.outcome == .lapsed)
        #expect(lavrov.followUp?.by == [])
    }

    @Test func anOpenQuestionIsAnsweredByALaterReport() throws {
        let dossier = try dossier()
        let answered = entries(dossier, "questions").filter { $0.followUp?.outcome == .answered }
        #expect(answered.map(\.text) == ["whether Russia and North Korea will sign a new treaty"])
        let by = answered.compactMap { $0.followUp?.by.first }.compactMap { dossier.collation.statement($0)?.publication.published }
        #expect(by == [Day(iso: "2024-06-20")!])
        #expect(entries(dossier, "questions").contains { $0.text == "whether Russia's nuclear umbrella now covers North Korea" })
    }

    @Test func theFirstTripSince2000AgreesWithTheLedger() throws {
        let visit = try #require(entries(try dossier(), "visits").compactMap(\.first).first { $0.since == 2000 })
        #expect(visit.verdict == .agrees)
    }

    @Test func twoMensVisitsAreNotOne() throws {
        let visits = entries(try dossier(), "visits")
        #expect(visits.contains { $0.date?.description == "2000-07" && $0.text.contains("Putin") && $0.kept.count == 3 })
        #expect(visits.contains { $0.date?.description == "2023-07" && $0.text.contains("Shoigu") })
        #expect(!visits.contains { $0.text.contains("Shoigu") && $0.text.contains("Putin") })
    }

    /// What only an accuser says stands nowhere but among the accusations.
    @Test func whatIsAllegedIsNeverTold() throws {
        for section in try dossier().sections where section.key != "disputes" {
            for entry in section.entries {
                #expect(
                    entry.kept.allSatisfy { $0.statement.status != .alleged && $0.statement.status != .denied },
                    "\(section.key): \(entry.text)")
            }
        }
    }

    @Test func everyLineLeadsToWordsOfItsText() throws {
        let example = try LedgerExample()
        let dossier = try DossierAnswer(example.asked("RUS", "PRK"), at: example.desk)
        var count = 0
        for kept in dossier.sections.flatMap(\.entries).flatMap(\.kept) {
            let text = try #require(try example.ledger.document(kept.publication.key)).text.string
            let span = kept.statement.origin.span
            let scalars = text.unicodeScalars
            let words = String(
                scalars[scalars.index(scalars.startIndex, offsetBy: span.start)..<scalars.index(scalars.startIndex, offsetBy: span.end)])
            #expect(words == kept.statement.origin.quote)
            count += 1
        }
        #expect(count > 40)
    }

    /// On a day of 2023 nobody knew of the pact of 2024, and what was planned was planned.
    @Test func onAnEarlierDayItStoodOtherwise() throws {
        let dossier = try dossier { $0.on = Day(iso: "2023-12-31") }
        #expect(dossier.pacts.treaties.map(\.id).contains("russia-dprk-2000"))
        #expect(!dossier.pacts.treaties.map(\.id).contains("russia-dprk-2024"))
        // A later report may tell of what had happened by then.
        for kept in dossier.sections.flatMap(\.entries).flatMap(\.kept) {
            let happened = kept.statement.status == .actual ? kept.statement.happened?.latest : nil
            #expect((happened ?? kept.publication.published!) < Day(iso: "2024-01-01")!)
        }
        #expect(entries(dossier, "planned").contains { $0.text.contains("Putin") && $0.followUp?.outcome == .pending })
    }

    @Test func knownByIsWhatTheLedgerHeldThen() throws {
        let early = try dossier { $0.knownBy = Day(iso: "2019-04-26") }
        #expect(early.sections.isEmpty)
        let later = try dossier { $0.knownBy = Day(iso: "2019-04-27") }
        #expect(Set(later.sections.flatMap(\.entries).flatMap(\.kept).map { $0.publication.published!.year }) == [2019])
    }

    @Test func aCorrectionIsAppliedAndShown() throws {
        let example = try LedgerExample()
        let before = try TimelineAnswer(example.asked("RUS", "PRK"), at: example.desk)
        let visit = try #require(before.entries.flatMap(\.kept).first { $0.statement.origin.quote.contains("Shoigu visited") })
        let at = Instant(endOf: Day(iso: "2024-12-30")!)
        try example.ledger.correct(
            Correction(statement: visit.id, field: "date", value: "\"2023-07-25/2023-07-27\"", by: "A. Reader", at: at))
        let after = try TimelineAnswer(example.asked("RUS", "PRK"), at: example.desk)
        #expect(after.entries.contains { $0.date?.description == "2023-07-25/2023-07-27" })
        #expect(after.words(AnswerStyle()).contains("corrected by A. Reader on 2024-12-30"))
        let then = try TimelineAnswer(example.asked("RUS", "PRK") { $0.knownBy = Day(iso: "2024-12-29") }, at: example.desk)
        #expect(then.entries.contains { $0.date?.description == "2023-07" && $0.text.contains("Shoigu") })
    }

    /// What is told on somebody's word alone says whose.
    @Test func aVoiceIsNotDropped() throws {
        let words = try dossier().words(AnswerStyle(width: 400))
        #expect(words.contains("appeal (ask), according to Vladimir Putin (Russia)"))
        #expect(words.contains("invitation or call for talks, according to KCNA"))
        #expect(words.contains("denied by Russia and North Korea, 2024-06-20"))
    }

    /// A time or a number of lines narrows what is told, never what is known.
    @Test func outcomesRestOnAllThatTheLedgerHolds() throws {
        let narrow = try dossier { ($0.from, $0.to) = (Day(iso: "2023-09-01"), Day(iso: "2023-12-31")) }
        #expect(entries(narrow, "planned").contains { $0.followUp?.outcome == .held })
        let example = try LedgerExample()
        let last = try TimelineAnswer(example.asked("RUS", "PRK") { $0.limit = 8 }, at: example.desk)
        #expect(last.entries.compactMap(\.first).map(\.verdict) == [.agrees])
    }

    /// Of a treaty that nobody here has read, and of which no report says that it is in force, nobody is bound, and nobody is free.
    @Test func aReportedTreatyLeavesOpen() throws {
        let example = try LedgerExample()
        var query = StatementQuery()
        query.kinds = ["agreement"]
        let reported = Collation(try example.ledger.statements(query).kept, on: Day(iso: "2024-12-31")!).reportedTreaties()
        let book = BoundExample.gazetteer.only(reported).book
        let act = Act(by: [.state("USA")], against: "PRK", on: Day(iso: "2024-12-05")!)
        let answers = Scenario(acts: [act]).outcome(in: book).answers.filter { $0.state == "RUS" }
        #expect(!answers.isEmpty)
        #expect(answers.allSatisfy { $0.verdict == .depends })
    }

    /// The whole sentence is shown, the clause between brackets.
    @Test func aClauseStandsInItsSentence() throws {
        #expect(
            try dossier().words(AnswerStyle(width: 400)).contains(
                "“[Kim invited Putin to visit North Korea], and Putin accepted the invitation, KCNA said on Friday.”"))
    }

    @Test func nothingIsLeftOutInSilence() throws {
        let example = try LedgerExample()
        let all = try TimelineAnswer(example.asked("RUS", "PRK"), at: example.desk)
        let some = try TimelineAnswer(example.asked("RUS", "PRK") { $0.limit = 5 }, at: example.desk)
        #expect(some.words(AnswerStyle()).contains("showing the newest 5 of \(all.total) statements"))
        #expect(!all.words(AnswerStyle()).contains("showing the newest"))
    }

    @Test func theMatrixCountsActsAndNotReports() throws {
        let example = try LedgerExample()
        let claims = try ClaimsAnswer(example.asked { $0.isMatrix = true }, at: example.desk)
        // Russia of 2019 sanctions and 2023 ammunition, North Korea of the shipments of 2024.
        #expect(claims.matrix.cells.first { $0.accuser == "USA" && $0.accused == "RUS" }?.acts == 2)
        #expect(claims.matrix.cells.first { $0.accuser == "USA" && $0.accused == "PRK" }?.acts == 1)
        #expect(claims.matrix.cells.first { $0.accuser == "KOR" && $0.accused == "PRK" }?.acts == 1)
    }

    @Test func accusersAndDeniersStandTogether() throws {
        let example = try LedgerExample()
        let claims = try ClaimsAnswer(example.asked("USA", "PRK"), at: example.desk)
        let shipped = try #require(claims.items.first { $0.subject?.contains("artillery shells") == true })
        let voices = Set(shipped.voices.map { "\($0.voice.speaker?.code ?? "") \($0.voice.stance.rawValue)" })
        #expect(voices.isSuperset(of: ["USA accuses", "KOR accuses", "UKR accuses", "RUS denies", "PRK denies"]))
        #expect(shipped.status == .alleged)
    }

    @Test(arguments: ledgerQuestions.map { $0.name })
    func everyAnswerHasAllItsForms(_ name: String) throws {
        let example = try LedgerExample()
        let words: [String: [String]] = [
            "dossier": ["RUS", "PRK"], "search": ["manoeuvres"], "show": [try example.ledger.publications(named: nil)[0].key],
        ]
        var asked = Asked()
        asked.words = words[name] ?? ["RUS"]
        let answer = try ledgerQuestions.first { $0.name == name }!.init(asked, at: example.desk)
        #expect(!answer.isEmpty)
        #expect(answer.words(AnswerStyle()).hasSuffix("\n"))
        var json = JSONWriter()
        answer.write(to: &json)
        _ = try JSONSerialization.jsonObject(with: Data(json.bytes))
        for line in answer.lines().split(separator: "\n") { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        for rows in [answer.rows, answer.table] {
            #expect(!rows.rows.isEmpty)
            #expect(rows.rows.allSatisfy { $0.count == rows.header.count })
        }
    }

    @Test(arguments: [["RUS"], ["RUS", "PRK", "CHN"], ["RUS", "Russia"], ["RUS", "Atlantis"]])
    func aDossierIsAboutTwo(_ words: [String]) throws {
        let example = try LedgerExample()
        var asked = Asked()
        asked.words = words
        #expect(throws: Problem.self) { try DossierAnswer(asked, at: example.desk) }
    }

    @Test func theReadmeShowsTheDossierOfTheProgram() throws {
        let lines = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8).components(separatedBy: "\n")
        let start = try #require(lines.firstIndex(of: "<!-- dossier RUS PRK --on 2024-12-31 -->"))
        let end = try #require(lines.firstIndex(of: "<!-- end of dossier -->"))
        let shown = lines[start..<end].filter { !$0.hasPrefix("<!--") && !$0.hasPrefix("```") && !$0.isEmpty && $0 != "…" }
        var printed = try dossier { $0.on = Day(iso: "2024-12-31") }.words(AnswerStyle()).components(separatedBy: "\n")[...]
        #expect(shown.count > 15)
        for line in shown {
            let place = try #require(printed.firstIndex(of: line), "README.md shows a line that casus does not print there: \(line)")
            printed = printed[(place + 1)...]
        }
    }
}
