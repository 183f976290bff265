import CasusCore
import Testing

@testable import Ledger

/// Random histories against the plain model of them.
struct TimeTravelTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func whatWasHeldAtATimeIsWhatTheModelHeld(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor)
        let last = (model.states.last!.time.seconds - hour(0).seconds) / 3600
        for time in [nil] + (-1...Int(last) + 1).map({ Optional(hour($0)) }) {
            var query = StatementQuery()
            query.knownBy = time
            let (found, expected) = (try ledger.statements(query), model.kept(knownBy: time))
            // A line of JSON has id, document, sentence, span, quote, rule, confidence, meaning and links.
            #expect(found.kept.map(\.statement.json) == expected.map(\.statement.json))
            #expect(found.kept.map(\.recorded) == expected.map(\.recorded))
            #expect(found.kept.map(\.publication) == expected.map(\.publication))
            #expect(found.total == expected.count)
        }
        #expect(try ledger.faults() == [])
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func historiesSayWhenStatementsWereHeld(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor)
        for id in model.recorded.keys {
            let history = try ledger.history(of: id)
            #expect(history.first?.from == model.recorded[id])
            for (holding, next) in zip(history, history.dropFirst()) { #expect(try #require(holding.until) <= next.from) }
            #expect((history.last?.until == nil) == (model.states.last?.held[id] != nil))
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func linkedStatementsAreThoseOfEitherDirection(seed: UInt64) throws {
        var inventor = Inventor(seed: seed)
        let (ledger, model) = try Model.history(&inventor)
        for state in model.states.suffix(3) {
            // Of several readings of one second the last counts.
            let held = try #require(model.states.last { $0.time <= state.time }).held
            for id in held.keys {
                let from = LinkKind.allCases.flatMap { held[id]![$0] }
                let to = held.values.filter { other in LinkKind.allCases.contains { other[$0].contains(id) } }.map(\.id)
                #expect(try Set(ledger.linked(to: [id], knownBy: state.time).map(\.id)) == Set(from + to).subtracting([id]))
            }
        }
    }
}
