import CasusCore

@testable import Ledger

/// What a ledger should hold, kept in the plainest way: after every reading, all that is held.
struct Model {
    struct State {
        var time: Instant
        var held: [String: Statement]
    }

    private(set) var states: [State] = []
    private(set) var publications: [String: Publication] = [:]
    private(set) var recorded: [String: Instant] = [:]
    private(set) var involved: [String: Involvement] = [:]

    mutating func record(_ reading: DocumentReading) {
        var held = states.last?.held ?? [:]
        held = held.filter { publications[$0.key]?.key != reading.publication.key }
        for (statement, involvement) in zip(reading.statements, Involvement.all(of: reading.statements)) {
            held[statement.id] = statement
            publications[statement.id] = reading.publication
            if recorded[statement.id] == nil {
                recorded[statement.id] = reading.finished
                involved[statement.id] = involvement
            }
        }
        states.append(State(time: reading.finished, held: held))
    }

    /// In the order of days, ties by id.
    func kept(knownBy: Instant? = nil) -> [Kept] {
        let state = states.last { knownBy == nil || $0.time <= knownBy! }
        let all = (state?.held ?? [:]).values.map { Kept($0, in: publications[$0.id]!, recorded: recorded[$0.id]!) }
        return sorted(all)
    }

    func sorted(_ kept: [Kept]) -> [Kept] {
        kept.sorted {
            let (a, b) = ($0.day?.number ?? .max, $1.day?.number ?? .max)
            return a == b ? $0.id < $1.id : a < b
        }
    }

    /// A ledger with a history, and its model.
    ///
    /// - Parameter readings: so many of each document, by rule sets of their own, at times that never fall.
    static func history(_ inventor: inout Inventor, documents: Int = 4, readings: Int = 3) throws -> (SQLiteLedger, Model) {
        let ledger = try newLedger()
        var model = Model()
        var pool: [(Document, [Statement])] = []
        for _ in 0..<documents {
            let document = inventor.document()
            pool.append((document, inventor.statements(of: document, inventor.number(0...9))))
        }
        var time = 0
        for rules in 1...readings {
            for (document, statements) in pool {
                time += inventor.number(0...2)
                let found = inventor.reading(of: statements)
                let reading = document.read(found, by: "rules \(rules)", at: hour(time))
                _ = try ledger.record([reading])
                model.record(reading)
            }
        }
        return (ledger, model)
    }
}
