import CasusCore
import Collating
import Ledger
import Testing
import Treaties
import WhosWho

@testable import Answers

/// One actor, and what is new.
struct ActorAnswerTests {
    let example: LedgerExample

    init() throws { example = try LedgerExample() }

    private func day(_ iso: String) -> Day { Day(iso: iso)! }

    @Test func officesAreThoseOfTheDay() throws {
        func holders(_ iso: String) throws -> [String] {
            try ActorAnswer(example.asked("RUS") { $0.on = day(iso) }, at: example.desk).officers.filter { $0.office == "head-of-state" }
                .map(\.person.name)
        }
        #expect(try holders("2010-06-01") == ["Dmitry Medvedev"])
        #expect(try holders("2024-06-19") == ["Vladimir Putin"])
    }

    @Test func dutiesAreThoseOfTheDay() throws {
        func treaties(_ iso: String) throws -> Set<String> {
            let answer = try ActorAnswer(example.asked("PRK") { $0.on = day(iso) }, at: example.desk)
            return Set(answer.owes.filter(\.duty.kind.isHelp).map(\.treaty.id))
        }
        #expect(try treaties("2024-06-30").contains("russia-dprk-2024") == false)
        #expect(try treaties("2024-12-05").contains("russia-dprk-2024"))
    }

    @Test func whatIsOwedByOneIsOwedToTheOther() throws {
        let on = day("2024-12-05")
        let one = try ActorAnswer(example.asked("RUS") { $0.on = on }, at: example.desk)
        let other = try ActorAnswer(example.asked("PRK") { $0.on = on }, at: example.desk)
        let owes = Set(one.owes.filter { $0.others.contains("PRK") }.map { "\($0.treaty.id) \($0.duty.article ?? "") \($0.duty.kind)" })
        let owed = Set(other.owed.filter { $0.others.contains("RUS") }.map { "\($0.treaty.id) \($0.duty.article ?? "") \($0.duty.kind)" })
        #expect(owes == owed)
        #expect(!owes.isEmpty)
    }

    @Test func itsOwnClaimsStandApartFromThoseAboutIt() throws {
        let answer = try ActorAnswer(example.asked("PRK"), at: example.desk)
        #expect(!answer.claimsBy.isEmpty && !answer.claimsAbout.isEmpty)
        for kept in answer.claimsBy {
            guard case .claim(let claim) = kept.statement else {
                Issue.record("no claim: \(kept.id)")
                continue
            }
            #expect(claim.speaker?.code == "PRK")
        }
        #expect(Set(answer.claimsBy.map(\.id)).isDisjoint(with: answer.claimsAbout.map(\.id)))
        #expect(answer.partners.first?.code == "RUS")
    }

    @Test(arguments: [("Rusia", "Russia"), ("nobody at all", "")])
    func whoIsNotKnownIsRefused(word: String, meant: String) {
        let problem = #expect(throws: Problem.self) { _ = try ActorAnswer(example.asked(word), at: example.desk) }
        #expect(problem?.mend?.contains(meant) == true || meant.isEmpty)
    }

    @Test func whatIsNewIsWhatTheLedgerHeld() throws {
        let all = try HomeAnswer(example.asked(), at: example.desk)
        #expect(all.documents.count == 3)
        #expect(all.documents[0].publication.published == day("2024-06-20"))
        #expect(all.documents.allSatisfy { $0.statements == $0.added && $0.retracted == 0 && $0.statements > 0 })
        #expect(all.contested.contains { $0.status == .alleged })
        #expect(!all.open.isEmpty)
        let early = try HomeAnswer(example.asked { $0.knownBy = day("2020-01-01") }, at: example.desk)
        #expect(early.documents.count == 1)
        let before = try HomeAnswer(example.asked { $0.knownBy = day("2000-01-01") }, at: example.desk)
        #expect(before.documents.isEmpty && before.open.isEmpty && before.contested.isEmpty)
        #expect(before.firstReading != nil)
    }
}
