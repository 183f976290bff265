import CasusCore
import Ledger
import Testing

@testable import Answers

/// However much was read since, a past day is told by what there was then.
struct PastDaysTests {
    let example: LedgerExample

    init() throws { example = try LedgerExample() }

    @Test func whatWasOpenThenIsFoundThoughMuchCameLater() throws {
        let on = Day(iso: "2019-12-31")!
        var desk = example.desk
        let all = try QuestionsAnswer(example.asked { $0.on = on }, at: desk)
        #expect(!all.items.isEmpty)
        // Later reports alone fill what is looked through.
        desk.setting.context = all.items.count + 20
        let found = try QuestionsAnswer(example.asked { $0.on = on }, at: desk)
        #expect(found.items.map(\.kept.id) == all.items.map(\.kept.id))
    }

    @Test func theDossierOfAPastDayIsNotCrowdedOut() throws {
        let on = Day(iso: "2019-12-31")!
        let all = try DossierAnswer(
            example.asked("RUS", "PRK") {
                $0.on = on
                $0.limit = 1000
            }, at: example.desk)
        let few = try DossierAnswer(
            example.asked("RUS", "PRK") {
                $0.on = on
                $0.limit = 10
            }, at: example.desk)
        let told = few.sections.flatMap { $0.entries.flatMap { $0.kept.map(\.id) } }
        #expect(!told.isEmpty)
        #expect(Set(told).isSubset(of: all.sections.flatMap { $0.entries.flatMap { $0.kept.map(\.id) } }))
    }

    @Test func aLimitSaysWhatItLeavesOut() throws {
        let all = try QuestionsAnswer(example.asked(), at: example.desk)
        let few = try QuestionsAnswer(example.asked { $0.limit = 1 }, at: example.desk)
        #expect(few.items.count == 1 && few.total == all.items.count)
        #expect(few.words(AnswerStyle()).contains("showing the newest 1 of \(all.items.count)"))
    }
}
