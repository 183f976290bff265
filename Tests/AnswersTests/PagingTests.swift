import CasusCore
import Ledger
import Testing

@testable import Answers

/// Answers that were cut go on where they broke off, and leave nothing out.
struct PagingTests {
    let example: LedgerExample

    init() throws { example = try LedgerExample() }

    @Test(arguments: [1, 3, 7, 50])
    func aTimelineGoesOn(limit: Int) throws {
        let all = try TimelineAnswer(example.asked("RUS", "PRK") { $0.limit = 1000 }, at: example.desk)
        #expect(all.next == nil)
        var told: [String] = []
        var cursor: String?
        repeat {
            let answer = try TimelineAnswer(
                example.asked("RUS", "PRK") {
                    $0.limit = limit
                    $0.cursor = cursor
                }, at: example.desk)
            #expect(answer.shown <= limit)
            told += answer.entries.flatMap { $0.kept.map(\.id) }
            cursor = answer.next
        } while cursor != nil
        #expect(told.count == Set(told).count)
        #expect(Set(told) == Set(all.entries.flatMap { $0.kept.map(\.id) }))
    }

    @Test(arguments: [1, 4, 1000])
    func actorsGoOn(limit: Int) throws {
        let all = try ActorsAnswer(example.asked { $0.limit = 10_000 }, at: example.desk).counts
        var told: [ActorCount] = []
        var cursor: String?
        repeat {
            let answer = try ActorsAnswer(
                example.asked {
                    $0.limit = limit
                    $0.cursor = cursor
                }, at: example.desk)
            told += answer.counts
            cursor = answer.next
        } while cursor != nil
        #expect(told == all)
    }

    @Test func documentsGoOn() throws {
        let all = try RecordedAnswer(example.asked(), at: example.desk)
        #expect(all.documents.map(\.publication.title?.isEmpty) == [false, false, false])
        #expect(all.documents.map(\.place) == all.documents.map(\.place).sorted(by: >))
        let first = try RecordedAnswer(example.asked { $0.limit = 2 }, at: example.desk)
        let second = try RecordedAnswer(
            example.asked {
                $0.limit = 2
                $0.cursor = first.next
            }, at: example.desk)
        #expect((first.documents + second.documents).map(\.publication.key) == all.documents.map(\.publication.key))
        #expect(second.next == nil)
    }

    @Test func searchGoesOn() throws {
        func keys(_ cursor: String?) throws -> (keys: [String], next: String?) {
            let answer = try SearchAnswer(
                example.asked("Putin") {
                    $0.limit = 1
                    $0.cursor = cursor
                }, at: example.desk)
            return (answer.hits.map(\.publication.key), answer.next)
        }
        let first = try keys(nil)
        let second = try keys(first.next)
        let third = try keys(second.next)
        #expect(Set(first.keys + second.keys + third.keys).count == 3)
        #expect(third.next == nil)
    }

    @Test(arguments: ["x", "-1", ".", "9.", "1.2.3.4 "])
    func whatIsNoCursorIsRefused(cursor: String) {
        for question in ledgerQuestions where question.takes.contains(where: { $0.name == "cursor" }) {
            let words = Array(["RUS", "PRK"].prefix(question.words?.most ?? 1))
            if question is TimelineAnswer.Type, cursor == "1.2.3.4 " { continue }
            #expect(throws: Problem.self, "\(question.name)") {
                var asked = Asked()
                (asked.words, asked.cursor) = (words, cursor == "1.2.3.4 " ? "no" : cursor)
                _ = try Inquiry(question: question).answer(asked, at: example.desk)
            }
        }
    }
}

extension Inquiry {
    /// Of a type that is known only when the test runs.
    fileprivate init(question: any LedgerQuestion.Type) {
        func make<Q: LedgerQuestion>(_ type: Q.Type) -> Inquiry { Inquiry(type) }
        self = make(question)
    }
}
