/// How the sets of event types found in sentences compare with those that somebody else found.
package struct TypeScore: Sendable {
    /// What was found in place of a type; nil for nothing.
    package struct Confusion: Hashable, Sendable {
        package var wanted: String
        package var found: String?

        package init(wanted: String, found: String?) {
            (self.wanted, self.found) = (wanted, found)
        }
    }

    package private(set) var byType: [String: Tally] = [:]
    package private(set) var confusions: [Confusion: Int] = [:]
    /// Sentences without any event, and those of them in which one was found.
    package private(set) var quiet = 0
    package private(set) var alarms = 0

    package init() {}

    /// Takes the types of one sentence.
    package mutating func add(wanted: Set<String>, found: Set<String>) {
        for type in wanted.intersection(found) { byType[type, default: Tally()].found += 1 }
        let wrong = found.subtracting(wanted)
        for type in wrong { byType[type, default: Tally()].wrong += 1 }
        for type in wanted.subtracting(found) {
            byType[type, default: Tally()].missed += 1
            if wrong.isEmpty { confusions[Confusion(wanted: type, found: nil), default: 0] += 1 }
            for other in wrong { confusions[Confusion(wanted: type, found: other), default: 0] += 1 }
        }
        if wanted.isEmpty {
            quiet += 1
            if !found.isEmpty { alarms += 1 }
        }
    }

    /// The counts of all types.
    package var all: Tally { byType.values.reduce(into: Tally()) { $0 += $1 } }
}

extension Tally {
    /// The harmonic mean of precision and recall; nil where one of them is unknown.
    package var f1: Double? {
        guard let precision, let recall else { return nil }
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
}
