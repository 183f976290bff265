import Casus
import CasusCore
import Pacts
import Treaties

@testable import Answers

/// Answers about who is bound, as the command makes them.
enum BoundExample {
    static let commitments = try! Commitments()
    static var gazetteer: Gazetteer { Gazetteer(who: commitments.who, book: commitments.book) }

    static func acts(_ text: String) throws(Problem) -> [Act] {
        try ScenarioText(gazetteer: gazetteer, day: Day(iso: "2025-01-01")!, isDayAssumed: false, facts: Facts()).acts(text)
    }

    static func answer(_ text: String) throws(Problem) -> ScenarioAnswer {
        ScenarioAnswer(Scenario(acts: try acts(text)).outcome(in: commitments.book), gazetteer: gazetteer)
    }

    static var korea: ScenarioAnswer {
        get throws(Problem) { try answer("USA attacks PRK on 2024-12-05") }
    }
}
